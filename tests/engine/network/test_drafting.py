from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.errors import UserError
from engine.imaging.kernel_choice import KernelChoice
from engine.network.architecture import Architecture, ArchitectureError, Node, Tap
from engine.network.blocks import BLOCKS
from engine.network.built import BuiltModel, PlacedKernel, empty_network, network_by_hand, saved_network
from engine.network.built_weights import built_weights
from engine.network.catalogue import architecture_of
from engine.network.drafting import (
    add_block,
    add_layer,
    change_layer,
    copy_of,
    duplicate_layer,
    fitting_kernels,
    is_worth_building,
    join_layers,
    move_layer,
    put_kernel,
    remove_block,
    remove_layer,
    rename_layer,
    take_kernels_out,
)
from engine.network.exchange import ALL, bank_of, fitted_kernel, place, taken
from engine.network.layers.convolution import Convolution
from engine.network.layers.depthwise import Depthwise, Separable
from engine.network.layers.input import Input
from engine.network.layers.layer import Layer
from engine.network.layers.merging import Add
from engine.network.layers.transposed import Transposed
from engine.network.reading.opening import read_architecture, read_model
from engine.network.table import table_of
from engine.network.tracing import trace
from engine.network.weights import random_weights

SOBEL = KernelChoice("sobel")
BOX = KernelChoice("box", {"size": 5})


def by_hand() -> BuiltModel:
    return network_by_hand()


def test_the_network_by_hand_has_the_parameters_of_the_lesson() -> None:
    assert table_of(by_hand().architecture).totals.params == 62_958
    assert [row.params for row in table_of(by_hand().architecture).rows if row.params] == [
        608, 3216, 48_120, 10_164, 850
    ]  # fmt: skip


def test_each_edit_selects_what_it_made() -> None:
    added = add_layer(by_hand(), Convolution(), "conv", after="pool1")
    assert added.selection == "conv3"
    assert remove_layer(added.model, "conv3").selection == "conv2"
    assert remove_layer(by_hand(), "softmax").selection == "dense4"
    block = add_block(by_hand(), BLOCKS[1], after="conv1")
    assert block.selection == "residual1_relu"
    assert not trace(block.model.architecture).problems
    assert remove_block(block.model, "residual1_add").selection == "residual1_relu"
    assert duplicate_layer(by_hand(), "conv1").selection == "conv3"
    assert move_layer(by_hand(), "pool1", after="conv2").selection == "pool1"
    assert join_layers(by_hand(), "dense3", "flatten", Add(), "add").selection == "add1"


def test_a_name_that_is_taken_is_refused() -> None:
    with pytest.raises(ArchitectureError, match="Two layers are called"):
        rename_layer(by_hand(), "conv1", "conv2")
    assert rename_layer(by_hand(), "conv1", " conv1 ").model == by_hand()


def test_only_the_picture_is_nothing_to_build() -> None:
    assert not is_worth_building(empty_network())
    assert is_worth_building(add_layer(empty_network(), Convolution(), "conv", after="input").model)


def test_random_weights_of_layers_that_stay_stay() -> None:
    before = built_weights(by_hand())
    np.testing.assert_array_equal(
        before["conv1/kernel"], random_weights(by_hand().architecture, 0)["conv1/kernel"]
    )  # fmt: skip
    edited = remove_layer(by_hand(), "pool1").model
    np.testing.assert_array_equal(built_weights(edited)["conv2/kernel"], before["conv2/kernel"])
    other_name = rename_layer(by_hand(), "conv1", "first").model
    np.testing.assert_array_equal(built_weights(other_name)["first/kernel"], before["conv1/kernel"])
    other_seed = replace(by_hand(), seed=1)
    assert not np.array_equal(built_weights(other_seed)["conv1/kernel"], before["conv1/kernel"])


def test_weights_of_a_file_stay_with_layers_that_did_not_change() -> None:
    architecture = architecture_of("cnn-example")
    learnt = {name: np.full_like(array, 0.5) for name, array in random_weights(architecture, 0).items()}
    model = copy_of(architecture, name="copy", origin="learnt.keras")
    assert all((array == 0.5).all() for array in built_weights(model, learnt).values())
    more = add_layer(model, Convolution(filters=8, padding="same"), "conv", after="conv1").model
    found = built_weights(more, learnt)
    assert (found["conv1/kernel"] == 0.5).all()
    assert not (found["conv3/kernel"] == 0.5).any()
    assert (built_weights(rename_layer(model, "conv1", "first").model, learnt)["first/kernel"] == 0.5).all()
    assert (built_weights(duplicate_layer(model, "pool1").model, learnt)["conv2/kernel"] == 0.5).all()
    wider = change_layer(model, "conv1", Convolution(filters=9, kernel_size=5, activation="relu")).model
    found = built_weights(wider, learnt)
    assert not (found["conv1/kernel"] == 0.5).any()
    assert not (found["conv2/kernel"] == 0.5).any(), "what comes in has other channels now"
    assert (found["softmax/kernel"] == 0.5).all()
    gone = remove_layer(model, "dense4").model
    back = add_layer(gone, architecture.by_name["dense4"].layer, "dense", after="dense3").model
    assert "dense4" not in dict(gone.roots)
    assert not any((built_weights(back, learnt)[f"{name}/kernel"] == 0.5).all()
                   for name in back.architecture.by_name if name.startswith("dense") and name != "dense3")  # fmt: skip


@pytest.mark.parametrize(
    ("layer", "inputs", "filters", "channels"),
    [
        (Convolution(filters=4), (6, 6, 5), 4, 5),
        (Convolution(filters=4, groups=2), (6, 6, 6), 4, 3),
        (Depthwise(depth_multiplier=2), (6, 6, 5), 10, 1),
        (Separable(filters=4, depth_multiplier=2), (6, 6, 5), 10, 1),
        (Transposed(filters=4), (6, 6, 5), 4, 5),
    ],
)
def test_a_kernel_that_is_put_in_comes_out_again(
    layer: Layer, inputs: tuple[int, int, int], filters: int, channels: int
) -> None:
    bank = bank_of(layer, (inputs,))
    assert bank is not None
    assert (bank.size, bank.filters, bank.channels) == ((3, 3), filters, channels)
    shape = layer.weights((inputs,))[0].shape
    weights = np.random.default_rng(0).normal(size=shape).astype(np.float32)
    before = weights.copy()
    place(weights, bank, PlacedKernel("layer", filters - 1, channels - 1, SOBEL))
    np.testing.assert_array_equal(taken(weights, bank, filters - 1, channels - 1), SOBEL.weights())
    assert (weights != before).sum() <= 9
    place(weights, bank, PlacedKernel("layer", 0, ALL, SOBEL))
    for channel in range(channels):
        np.testing.assert_array_equal(taken(weights, bank, 0, channel), SOBEL.weights())
    place(weights, bank, PlacedKernel("layer", 0, 0, SOBEL, is_alone=True))
    assert all((taken(weights, bank, 0, channel) == 0).all() for channel in range(1, channels))


def test_a_kernel_that_does_not_fit_is_refused_in_a_sentence() -> None:
    with pytest.raises(UserError, match=r"3×3, but the filters of “conv1” are 5×5"):
        put_kernel(by_hand(), PlacedKernel("conv1", 0, ALL, SOBEL))
    with pytest.raises(UserError, match="no filter 8; the layer has 8"):
        put_kernel(by_hand(), PlacedKernel("conv1", 8, ALL, BOX))
    with pytest.raises(UserError, match="no channel 3"):
        put_kernel(by_hand(), PlacedKernel("conv1", 0, 3, BOX))
    with pytest.raises(UserError, match="has no filters"):
        put_kernel(by_hand(), PlacedKernel("dense3", 0, ALL, BOX))


def test_a_kernel_goes_with_its_layer() -> None:
    model = put_kernel(by_hand(), PlacedKernel("conv1", 2, ALL, BOX))
    found = built_weights(model)["conv1/kernel"]
    np.testing.assert_array_equal(found[:, :, 1, 2], BOX.weights())
    assert not np.array_equal(found[:, :, 1, 3], BOX.weights())
    assert rename_layer(model, "conv1", "first").model.kernels[0].layer == "first"
    assert {each.layer for each in duplicate_layer(model, "conv1").model.kernels} == {"conv1", "conv3"}
    assert remove_layer(model, "conv1").model.kernels == ()
    smaller = change_layer(model, "conv1", Convolution(filters=8, kernel_size=3)).model
    assert fitting_kernels(smaller, trace(smaller.architecture)) == ()
    back = change_layer(smaller, "conv1", Convolution(filters=8, kernel_size=5)).model
    assert fitting_kernels(back, trace(back.architecture)) == model.kernels
    assert take_kernels_out(model, "conv1", 2).kernels == ()


def test_a_kernel_goes_to_the_layer_whose_weights_they_are() -> None:
    conv = Convolution(filters=3, padding="same")
    nodes = (
        Node("input", Input(shape=(8, 8, 3))),
        Node("first", conv, (Tap("input"),)),
        Node("again", conv, (Tap("first"),), shares="first"),
    )
    model = put_kernel(BuiltModel(Architecture("net", nodes, (Tap("again"),))), PlacedKernel("again", 1, ALL, SOBEL))
    np.testing.assert_array_equal(built_weights(model)["first/kernel"][:, :, 0, 1], SOBEL.weights())


def test_the_newest_kernel_in_a_place_counts() -> None:
    other = KernelChoice("gaussian", {"size": 5})
    model = put_kernel(put_kernel(by_hand(), PlacedKernel("conv1", 2, 1, BOX)), PlacedKernel("conv1", 2, 0, other))
    assert len(model.kernels) == 2
    assert put_kernel(model, PlacedKernel("conv1", 2, ALL, BOX)).kernels == (PlacedKernel("conv1", 2, ALL, BOX),)


def test_a_kernel_is_brought_to_the_size_of_the_filters() -> None:
    assert fitted_kernel(SOBEL, (3, 3)) == SOBEL
    wide = fitted_kernel(KernelChoice("roberts"), (5, 5))
    assert wide is not None
    assert wide.weights().shape == (5, 5)
    assert np.abs(wide.weights()).sum() == np.abs(KernelChoice("roberts").weights()).sum()
    assert fitted_kernel(KernelChoice("roberts"), (1, 1)) is None


def test_a_built_network_survives_its_file(tmp_path: Path) -> None:
    model = put_kernel(add_block(by_hand(), BLOCKS[3], after="pool1").model, PlacedKernel("conv1", 0, 1, BOX, True))
    model = replace(model, seed=7, origin="a.keras", roots=(("conv1", "backbone/conv1"),))
    assert BuiltModel.from_json(json.loads(json.dumps(model.to_json()))) == model
    path = tmp_path / "mine.json"
    path.write_text(model.architecture.to_text())
    assert read_architecture(path) == model.architecture
    read = read_model(path)
    assert read.is_untrained
    assert read.arrays["conv1/kernel"].shape == (5, 5, 3, 8)
    from engine.commands.table import table_text

    assert "inception1_stacked" in table_text(str(path))


@pytest.mark.parametrize(
    "damage",
    [
        {"architecture": 3}, {"seed": -1}, {"seed": True}, {"roots": [1]}, {"roots": {"a": 1}}, {"kernels": 1},
        {"kernels": [{}]}, {"kernels": [{"layer": "conv1", "filter": 1, "channel": -2, "kernel": {"name": "sobel"}}]},
        {"kernels": [{"layer": "conv1", "filter": 1, "channel": 0, "kernel": {"name": "no"}}]}, {"origin": 1},
    ],
)  # fmt: skip
def test_a_damaged_network_of_a_session_costs_only_that(damage: dict[str, object]) -> None:
    assert saved_network({**by_hand().to_json(), **damage}) is None
    assert saved_network(by_hand().to_json()) == by_hand()
    assert saved_network([]) is None


def test_a_damaged_file_of_layers_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text(by_hand().architecture.to_text()[:-40])
    with pytest.raises(UserError, match="damaged"):
        read_model(path)
