from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import UserError
from engine.network.architecture import Architecture, ArchitectureError, Node, Tap, chain
from engine.network.blocks import BLOCKS, block_nodes
from engine.network.catalogue import architecture_of
from engine.network.editing import (
    block_of,
    duplicated,
    fresh_name,
    inserted,
    joined,
    moved,
    opened_up,
    removed,
    removed_block,
    renamed,
)
from engine.network.layers.activation import ReLU
from engine.network.layers.convolution import Convolution
from engine.network.layers.input import Input
from engine.network.layers.merging import Add
from engine.network.layers.pooling import MaxPooling
from engine.network.offers import GROUPS
from engine.network.tracing import trace


def example() -> Architecture:
    return architecture_of("cnn-example")


def residual() -> Architecture:
    """A convolution, a residual block, a pooling."""
    start = chain("net", {"input": Input(shape=(8, 8, 3)), "conv": Convolution(filters=4), "pool": MaxPooling()})
    nodes = block_nodes(BLOCKS[1], "conv", (6, 6, 4), tuple(start.by_name))
    return inserted(start, "conv", nodes)


def names(architecture: Architecture) -> list[str]:
    return [node.name for node in architecture.nodes]


def feeds(architecture: Architecture, name: str) -> list[str]:
    return [str(tap) for tap in architecture.by_name[name].inputs]


def test_a_layer_stands_behind_another_on_every_way() -> None:
    edited = inserted(residual(), "conv", (Node("relu", ReLU(), (Tap("conv"),)),))
    assert feeds(edited, "relu") == ["conv"]
    assert feeds(edited, "residual1_conv1") == ["relu"]
    assert feeds(edited, "residual1_add") == ["relu", "residual1_norm2"]


def test_a_layer_can_stand_on_one_way_only() -> None:
    edited = inserted(
        residual(), "conv", (Node("relu", ReLU(), (Tap("conv"),)),), only_before="residual1_conv1"
    )  # fmt: skip
    assert feeds(edited, "residual1_conv1") == ["relu"]
    assert feeds(edited, "residual1_add") == ["conv", "residual1_norm2"]


def test_a_layer_behind_the_last_one_gives_the_answer() -> None:
    edited = inserted(example(), "softmax", (Node("relu", ReLU(), (Tap("softmax"),)),))
    assert edited.outputs == (Tap("relu"),)


def test_what_a_removed_layer_fed_is_fed_by_what_fed_it() -> None:
    edited = removed(example(), "pool1")
    assert feeds(edited, "conv2") == ["conv1"]
    assert removed(example(), "softmax").outputs == (Tap("dense4"),)


def test_without_its_addition_a_residual_block_is_a_plain_one() -> None:
    edited = removed(residual(), "residual1_add")
    assert feeds(edited, "residual1_relu") == ["residual1_norm2"]
    assert not trace(edited).problems


def test_branches_that_lead_nowhere_go_with_their_end() -> None:
    start = chain("net", {"input": Input(shape=(8, 8, 16)), "relu": ReLU()})
    inception = next(each for each in BLOCKS if each.identity == "inception")
    edited = inserted(start, "relu", block_nodes(inception, "relu", (8, 8, 16), ("input", "relu")))
    left = removed(edited, "inception1_stacked")
    assert names(left) == ["input", "relu", "inception1_pool", "inception1_pool_1x1"]


def test_the_input_stays() -> None:
    for edit in (lambda: removed(example(), "input"), lambda: moved(example(), "input", after="conv1")):
        with pytest.raises(ArchitectureError, match="where the picture comes in"):
            edit()


def test_a_block_is_all_that_lies_between_its_parting_and_its_end() -> None:
    block = block_of(residual(), "residual1_add")
    assert block.fed_by == Tap("conv")
    assert block.names == (
        "residual1_conv1", "residual1_norm1", "residual1_relu1", "residual1_conv2", "residual1_norm2", "residual1_add",
    )  # fmt: skip


def test_a_block_goes_as_a_whole() -> None:
    assert names(removed_block(residual(), "residual1_add")) == ["input", "conv", "residual1_relu", "pool"]
    edited = moved(residual(), "residual1_add", after="pool")
    assert feeds(edited, "residual1_relu") == ["conv"]
    assert feeds(edited, "residual1_conv1") == ["pool"]
    assert feeds(edited, "residual1_add") == ["pool", "residual1_norm2"]
    assert edited.outputs == (Tap("residual1_add"),)


def test_a_copy_of_a_block_follows_it() -> None:
    edited, copies = duplicated(residual(), "residual1_add")
    assert feeds(edited, copies["residual1_conv1"]) == ["residual1_add"]
    assert feeds(edited, "residual1_relu") == [copies["residual1_add"]]
    assert not trace(edited).problems


def test_a_block_that_feeds_others_too_is_not_taken_as_a_whole() -> None:
    net = residual()
    more = replace(net, nodes=(*net.nodes, Node("tap", MaxPooling(), (Tap("residual1_relu1"),))),
                   outputs=(*net.outputs, Tap("tap")))  # fmt: skip
    with pytest.raises(ArchitectureError, match="also feeds “tap”"):
        moved(more, "residual1_add", after="conv")


def test_moving_a_layer_mends_the_chain() -> None:
    edited = moved(example(), "pool1", after="conv2")
    assert [feeds(edited, name) for name in ("conv2", "pool1", "pool2")] == [["conv1"], ["conv2"], ["pool1"]]
    assert moved(example(), "pool1", after="conv1") == example()


def test_a_skip_connection_adds_what_came_before() -> None:
    net = chain("net", {"input": Input(shape=(8, 8, 3)), "a": Convolution(filters=3, padding="same"), "b": ReLU()})
    edited = joined(net, "b", "input", Add(), "add1")
    assert feeds(edited, "add1") == ["input", "b"]
    assert edited.outputs == (Tap("add1"),)
    with pytest.raises(ArchitectureError, match="one direction"):
        joined(net, "a", "b", Add(), "add1")


def test_another_name_is_another_name_everywhere() -> None:
    edited = renamed(residual(), "conv", "first")
    assert feeds(edited, "residual1_add") == ["first", "residual1_norm2"]
    assert renamed(edited, "input", "picture").inputs == ("picture",)
    with pytest.raises(ArchitectureError):
        renamed(edited, "first", "a/b")


def test_numbers_make_names_of_their_own() -> None:
    assert fresh_name("conv", set()) == "conv1"
    assert fresh_name("relu", {"relu", "relu1"}) == "relu2"
    assert fresh_name("7", {"7"}) not in {"7"}


def test_models_inside_are_opened_up_with_their_shared_weights() -> None:
    inside = chain("inside", {"entry": Input(shape=(8, 8, 3)), "conv1": Convolution(filters=3, padding="same")})
    net = Architecture(
        "outer",
        (
            Node("input", Input(shape=(8, 8, 3))),
            Node("conv1", Convolution(filters=3, padding="same"), (Tap("input"),)),
            Node("backbone", inside, (Tap("conv1"),)),
            Node("again", inside, (Tap("backbone"),), shares="backbone"),
        ),
        (Tap("again"),),
    )
    flat, paths = opened_up(net)
    assert dict(paths) == {
        "input": "input", "conv1": "conv1", "backbone_conv1": "backbone/conv1", "again_conv1": "again/conv1",
    }  # fmt: skip
    assert flat.by_name["again_conv1"].shares == "backbone_conv1"
    assert feeds(flat, "again_conv1") == ["backbone_conv1"]
    assert not trace(flat).problems


@pytest.mark.parametrize("offer", BLOCKS, ids=lambda offer: offer.identity)
@pytest.mark.parametrize("channels", [1, 3, 8, 20])
def test_every_block_hangs_together_as_it_is(offer: object, channels: int) -> None:
    start = chain("net", {"input": Input(shape=(9, 11, channels))})
    edited = inserted(start, "input", block_nodes(offer, "input", (9, 11, channels), ("input",)))  # type: ignore[arg-type]
    assert not trace(edited).problems
    again = inserted(edited, names(edited)[-1], block_nodes(
        offer, names(edited)[-1], trace(edited).outputs[0], tuple(edited.by_name)))  # type: ignore[arg-type]  # fmt: skip
    assert not trace(again).problems


def test_every_offered_layer_can_be_added_to_maps() -> None:
    for group in GROUPS:
        for offer in group.offers:
            net = inserted(example(), "conv1", (Node("new", offer.layer, (Tap("conv1"),)),))
            assert trace(net).by_path["new"].outputs, offer.stem


OPERATIONS = st.lists(
    st.tuples(st.sampled_from(["add", "block", "remove", "move", "copy", "drop block"]), st.integers(0, 10**6),
              st.integers(0, 10**6)),
    max_size=10,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(OPERATIONS)
def test_after_any_edits_the_network_still_runs_from_the_picture_to_the_answer(
    operations: list[tuple[str, int, int]],
) -> None:
    net = residual()
    for what, one, other in operations:
        here, there = names(net)[one % len(net.nodes)], names(net)[other % len(net.nodes)]
        try:
            if what == "add":
                net = inserted(net, here, (Node(fresh_name("relu", net.by_name), ReLU(), (Tap(here),)),))
            elif what == "block":
                net = inserted(net, here, block_nodes(BLOCKS[other % len(BLOCKS)], here, (4, 4, 4), tuple(net.by_name)))
            elif what == "remove":
                net = removed(net, here)
            elif what == "move":
                net = moved(net, here, after=there)
            elif what == "copy":
                net = duplicated(net, here)[0]
            else:
                net = removed_block(net, here)
        except UserError:
            continue
        trace(net)
        assert Architecture.from_text(net.to_text()) == net
        fed = {tap.node for node in net.nodes for tap in node.inputs} | {tap.node for tap in net.outputs}
        assert all(node.name in fed for node in net.nodes), "nothing leads nowhere"
        assert net.nodes[0].name == "input"
