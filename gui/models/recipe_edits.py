"""What can be done to the recipe of a session, each as one step that can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engine.imaging.kernel_choice import OWN, KernelChoice
from engine.imaging.ready_made import ReadyMade, ready_made
from engine.imaging.recipe import Recipe
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.stage import Stage
from engine.imaging.stages.transposed import Transposed
from engine.sources.samples import sample_spec
from gui.models.wording import stage_title
from gui.session import Session
from gui.text import tr, translated

PHOTOGRAPH = "coffee"
"""What ready-made recipes for photographs are shown on where a handful of numbers stood before."""


def add_stages(session: Session, stages: Sequence[Stage], text: str) -> None:
    """Put stages behind the selected one and select the last of them."""
    recipe, place = session.recipe, session.selection + 1
    for offset, stage in enumerate(stages):
        recipe = recipe.inserted(place + offset, stage)
    session.edit_recipe(recipe, text, selection=place + len(stages) - 1)


def add_stage(session: Session, stage: Stage) -> None:
    """Put a stage behind the selected one and select it."""
    add_stages(session, [stage], tr("Add {stage}", stage=stage_title(stage)))


def remove_stage(session: Session, index: int) -> None:
    """Take a stage out; the one that follows it is selected, or else the one before."""
    if not _is_stage(session, index):
        return
    recipe = session.recipe.removed(index)
    selection = session.selection - 1 if session.selection > index else session.selection
    text = tr("Remove {stage}", stage=stage_title(session.recipe.stages[index]))
    session.edit_recipe(recipe, text, selection=min(selection, len(recipe.stages) - 1))


def duplicate_stage(session: Session, index: int) -> None:
    """Put a copy of a stage behind it and select the copy."""
    if _is_stage(session, index):
        text = tr("Duplicate {stage}", stage=stage_title(session.recipe.stages[index]))
        session.edit_recipe(session.recipe.duplicated(index), text, selection=index + 1)


def toggle_stage(session: Session, index: int) -> None:
    """Switch a stage off, or on again."""
    if not _is_stage(session, index):
        return
    stage = session.recipe.stages[index]
    template = tr("Switch off {stage}") if stage.is_on else tr("Switch on {stage}")
    session.edit_stage(index, stage.changed(is_on=not stage.is_on), template.format(stage=stage_title(stage)))


def move_stage(session: Session, index: int, target: int) -> None:
    """Let the stage at `index` stand at `target` afterwards; it is selected."""
    if _is_stage(session, index) and _is_stage(session, target) and index != target:
        text = tr("Move {stage}", stage=stage_title(session.recipe.stages[index]))
        session.edit_recipe(session.recipe.moved(index, target), text, selection=target)


def copied_text(session: Session, index: int) -> str:
    """A stage as the text of a recipe with nothing else in it, which can be pasted anywhere."""
    return Recipe((session.recipe.stages[index],)).to_text() if _is_stage(session, index) else ""


def paste_text(session: Session, text: str) -> None:
    """Put the stages of a recipe's text behind the selected one; raises `UserError` where it is not one."""
    stages = Recipe.from_text(text).stages
    if stages:
        add_stages(session, stages, tr("Paste {count} stages", count=len(stages)))


def rename_kernel(session: Session, label: str, new_label: str) -> None:
    """Let the stages that use the user's own kernel `label` call it by its new name."""

    def renamed(kernel: KernelChoice) -> KernelChoice:
        return replace(kernel, label=new_label) if kernel.name == OWN and kernel.label == label else kernel

    recipe = session.recipe
    for index, stage in enumerate(recipe.stages):
        if isinstance(stage, (Convolution, Transposed)):
            stage = stage.changed(kernel=renamed(stage.kernel))
        if isinstance(stage, Convolution):
            filters = (replace(each, kernels=tuple(map(renamed, each.kernels))) for each in stage.filters)
            stage = stage.changed(filters=tuple(filters))
        recipe = recipe.replaced(index, stage)
    session.edit_recipe(recipe, tr("Rename kernel {name}", name=new_label))


def use_ready_made(session: Session, chosen: ReadyMade) -> None:
    """Replace the recipe by a ready-made one, and the source where it is meant for a certain sample, in one step."""
    source = None
    if chosen.sample:
        source = sample_spec(chosen.sample)
    elif session.source in [sample_spec(each.sample) for each in ready_made() if each.sample]:
        # Their few numbers are too small for the other recipes, and say nothing there.
        source = sample_spec(PHOTOGRAPH)
    text = tr("Recipe {title}", title=translated(chosen.title))
    session.edit_recipe(chosen.recipe, text, selection=chosen.selection, source=source)


def _is_stage(session: Session, index: int) -> bool:
    return 0 <= index < len(session.recipe.stages)
