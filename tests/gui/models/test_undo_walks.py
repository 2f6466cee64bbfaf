"""Random walks of edits, undo and redo: at any place of the stack things are as they were there."""

from __future__ import annotations

import random

import pytest

from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.ready_made import ready_made
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.kinds import STAGE_KINDS
from engine.network.blocks import BLOCKS
from engine.network.built import PlacedKernel, network_by_hand
from engine.network.layers.convolution import Convolution as ConvolutionLayer
from engine.network.offers import GROUPS
from gui.models import building_edits, recipe_edits
from gui.network.builder import Builder
from gui.network.session import NetworkSession
from gui.session import SOURCE, Session

STEPS = 60


def walk(chance, stack, edits, state):
    """Edit, undo and redo at random, then go to both ends; `state` gives what is to be the same again."""
    known = {stack.index(): state()}

    def check():
        assert state() == known[stack.index()], f"at {stack.index()} of {stack.count()}: {stack.text(stack.index())}"

    for _ in range(STEPS):
        choice = chance.random()
        if choice < 0.25:
            stack.undo()
        elif choice < 0.4:
            stack.redo()
        else:
            before = stack.index()
            chance.choice(edits)()
            if stack.index() != before or state() != known[before]:
                # What could have been done again is gone; a step that was taken into the one before changed it.
                known = {index: each for index, each in known.items() if index < stack.index()}
                known[stack.index()] = state()
        check()
    for step in (stack.undo, stack.redo):
        for _ in range(stack.count()):
            step()
            check()


@pytest.mark.parametrize("seed", range(5))
def test_the_recipe(qapp, seed):
    chance, session = random.Random(seed), Session()

    def place():
        return chance.randint(-1, len(session.recipe.stages))

    def change():
        index = session.selection
        if index != SOURCE and isinstance(session.recipe.stages[index], Convolution):
            size = chance.choice((3, 5, 7))
            stage = session.recipe.stages[index].changed(kernel=KernelChoice("box", {"size": size}))
            session.edit_stage(index, stage, "Size", merge_key=f"{index} size")

    edits = [
        lambda: recipe_edits.add_stage(session, chance.choice(list(STAGE_KINDS.values()))()),
        lambda: recipe_edits.remove_stage(session, place()),
        lambda: recipe_edits.duplicate_stage(session, place()),
        lambda: recipe_edits.toggle_stage(session, place()),
        lambda: recipe_edits.move_stage(session, place(), place()),
        lambda: recipe_edits.use_ready_made(session, chance.choice(ready_made())),
        lambda: recipe_edits.add_stage(session, Convolution(kernel=KernelChoice("box"))),
        lambda: session.select(chance.randint(SOURCE, len(session.recipe.stages) - 1)),
        change,
        change,
    ]
    walk(chance, session.undo_stack, edits, lambda: session.recipe)
    session.deleteLater()


@pytest.mark.parametrize("seed", range(5))
def test_the_network_that_is_built(qapp, seed):
    chance, session = random.Random(seed), NetworkSession()
    builder = Builder(session)
    builder.begin(network_by_hand(), "The network by hand")
    builder.undo_stack.clear()

    def name():
        return chance.choice([node.name for node in builder.model.architecture.nodes])

    def change():
        at = name()
        layer = ConvolutionLayer(filters=chance.choice((4, 8)), kernel_size=(5, 5))
        if isinstance(builder.model.architecture.by_name[at].layer, ConvolutionLayer):
            building_edits.change_layer(builder, at, layer, "Filters", merge_key=f"{at} filters")

    edits = [
        lambda: building_edits.add_layer(builder, chance.choice([offer for group in GROUPS for offer in group.offers])),
        lambda: building_edits.add_block(builder, chance.choice(BLOCKS)),
        lambda: building_edits.remove_layer(builder, name()),
        lambda: building_edits.duplicate_layer(builder, name()),
        lambda: building_edits.move_by(builder, name(), chance.choice((-1, 1))),
        lambda: building_edits.rename_layer(builder, name(), f"layer{chance.randint(1, 9)}"),
        lambda: builder.set_seed(chance.randint(0, 3), merge_key="seed"),
        lambda: builder.put_kernel(PlacedKernel(name(), 1, -1, KernelChoice("box", {"size": 5}))),
        lambda: builder.take_out(name(), 1),
        lambda: builder.select(name()),
        change,
    ]
    walk(chance, builder.undo_stack, edits, lambda: builder.model)
    builder.close()
    for each in (builder, session):
        each.deleteLater()
