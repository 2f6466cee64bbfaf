"""What layers make of shapes, what they cost, and what they refuse."""

from __future__ import annotations

import json
import pickle

import pytest

from engine.network.layers import merging, pooling, reshaping, resizing, rims
from engine.network.layers.activation import LeakyReLU, PReLU, ReLU
from engine.network.layers.convolution import Convolution
from engine.network.layers.dense import Dense
from engine.network.layers.depthwise import Depthwise, Separable
from engine.network.layers.input import Input
from engine.network.layers.kinds import LAYER_KINDS, layer_from_json
from engine.network.layers.layer import Layer, LayerError
from engine.network.layers.normalisation import BatchNormalization, LayerNormalization, Normalization
from engine.network.layers.rescaling import Rescaling
from engine.network.layers.transposed import Transposed
from engine.parameters import ParameterError

MAPS = ((32, 32, 3),)


@pytest.mark.parametrize(
    ("layer", "inputs", "shape", "formula", "trainable", "multiply_adds"),
    [
        (Convolution(filters=8, kernel_size=5), MAPS, (28, 28, 8), "(5·5·3+1)·8 = 608", 608, 28 * 28 * 8 * 75),
        (Convolution(filters=8, use_bias=False, padding="same", strides=2), MAPS,
         (16, 16, 8), "3·3·3·8 = 216", 216, 16 * 16 * 8 * 27),
        (Convolution(filters=8, groups=2), ((9, 9, 4),), (7, 7, 8), "(3·3·4/2+1)·8 = 152", 152, 49 * 8 * 18),
        (Convolution(filters=1, dilation_rate=3), MAPS, (26, 26, 1), "(3·3·3+1)·1 = 28", 28, 26 * 26 * 27),
        (Convolution(filters=8, trainable=False), MAPS, (30, 30, 8), "(3·3·3+1)·8 = 224", 0, 900 * 8 * 27),
        (Depthwise(depth_multiplier=2), MAPS, (30, 30, 6), "(3·3+1)·3·2 = 60", 60, 900 * 6 * 9),
        (Separable(filters=5), MAPS, (30, 30, 5), "3·3·3 + (3+1)·5 = 47", 47, 900 * 3 * (9 + 5)),
        (Transposed(filters=4, kernel_size=2, strides=2), ((7, 7, 8),),
         (14, 14, 4), "(2·2·8+1)·4 = 132", 132, 49 * 8 * 4 * 4),
        (Dense(units=120), ((400,),), (120,), "400·120 + 120 = 48,120", 48120, 48000),
        (Dense(units=4, use_bias=False), ((5, 6, 3),), (5, 6, 4), "3·4 = 12", 12, 5 * 6 * 3 * 4),
        (BatchNormalization(), MAPS, MAPS[0], "4·3 = 12", 6, 0),
        (BatchNormalization(scale=False), MAPS, MAPS[0], "3·3 = 9", 3, 0),
        (LayerNormalization(), MAPS, MAPS[0], "3 + 3 = 6", 6, 0),
        (Normalization(), MAPS, MAPS[0], "3 + 3 + 1 = 7", 0, 0),
        (PReLU(shared_axes=(1, 2)), MAPS, MAPS[0], "1·1·3 = 3", 3, 0),
        (pooling.MaxPooling(pool_size=3), MAPS, (15, 15, 3), "0 = 0", 0, 0),
        (pooling.AveragePooling(padding="same", strides=3), MAPS, (11, 11, 3), "0 = 0", 0, 0),
        (pooling.GlobalMaxPooling(keepdims=True), MAPS, (1, 1, 3), "0 = 0", 0, 0),
        (merging.Multiply(), ((8, 8, 4), (1, 1, 4)), (8, 8, 4), "0 = 0", 0, 0),
        (merging.Concatenate(), ((8, 8, 4), (8, 8, 2)), (8, 8, 6), "0 = 0", 0, 0),
    ],
)  # fmt: skip
def test_shapes_and_costs(layer, inputs, shape, formula, trainable, multiply_adds) -> None:
    assert layer.output_shape(inputs) == shape
    counted = layer.parameters(inputs)
    assert (str(counted.formula), counted.trainable) == (formula, trainable)
    assert layer.multiply_adds(inputs) == multiply_adds


@pytest.mark.parametrize(
    ("layer", "inputs", "field", "sentence"),
    [
        (Convolution(kernel_size=7), ((5, 5, 3),), "kernel_size",
         "The window is 7 × 7 but the maps that come in are only 5 × 5. Use a smaller window, or padding “same”."),
        (Convolution(dilation_rate=4), ((5, 5, 3),), "kernel_size", "The window is 9 × 9"),
        (Convolution(strides=2, dilation_rate=2), MAPS, "dilation_rate", "do not go together"),
        (Convolution(groups=2), MAPS, "groups", "2 groups cannot share 3 channels and 8 filters evenly."),
        (Convolution(), ((400,),), "", "Convolution works on maps (height × width × channels), but 400 comes in."),
        (Convolution(), (), "", "Convolution takes 1 inputs, but gets 0."),
        (Depthwise(strides=(1, 2)), MAPS, "strides", "The stride is 1 down and 2 across"),
        (pooling.MaxPooling(pool_size=33), MAPS, "pool_size", "only 32 × 32"),
        (Transposed(strides=2, output_padding=2), MAPS, "output_padding", "must be less than the stride, 2"),
        (reshaping.Reshape(target_shape=(5, 5)), ((24,),), "target_shape", "24 values come in"),
        (reshaping.Reshape(target_shape=(-1, -1)), ((24,),), "target_shape", "Only one side"),
        (reshaping.Permute(dims=(1, 1, 2)), MAPS, "dims", "does not name each of the 3 axes once"),
        (rims.Cropping(cropping=16), MAPS, "cropping", "32 rows and 32 columns are cut off"),
        (resizing.CenterCrop(height=33, width=1), MAPS, "height", "cannot be cut out of 32 × 32"),
        (merging.Add(), ((8, 8, 4), (8, 8, 5)), "", "Add needs branches of one shape, but these come in: 8×8×4, 8×8×5"),
        (merging.Add(), ((8, 8, 4),), "", "Add takes at least 2 inputs, but gets 1."),
        (merging.Concatenate(), ((8, 8, 4), (7, 8, 4)), "", "branches of one height and width"),
        (BatchNormalization(axis=1), MAPS, "axis", "only the channels"),
        (LayerNormalization(axis=(0,)), MAPS, "axis", "do not fit values of 3 axes"),
        (Rescaling(scale=(1.0, 2.0)), MAPS, "scale", "2 numbers for 3 channels"),
    ],
)  # fmt: skip
def test_impossible_layers_say_why_and_beside_which_field(layer, inputs, field, sentence) -> None:
    with pytest.raises(LayerError) as refused:
        layer.output_shape(inputs)
    assert sentence in str(refused.value)
    assert refused.value.field == field
    again = pickle.loads(pickle.dumps(refused.value))
    assert (str(again), again.field) == (str(refused.value), field)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Convolution(filters=0),
        lambda: Convolution(kernel_size=(3, 3, 3)),
        lambda: Convolution(activation="evil"),
        lambda: Input(shape=(0, 4, 3)),
        lambda: Input(shape=()),
        lambda: ReLU(max_value=float("nan")),
        lambda: Normalization(mean=(1.0,)),
        lambda: rims.ZeroPadding(padding=(1, 2, 3)),
    ],
)
def test_settings_outside_their_declaration_are_refused(make) -> None:
    with pytest.raises((ParameterError, LayerError)):
        make()


EXAMPLES: dict[str, dict[str, object]] = {
    "Conv2D": {"filters": 5, "kernel_size": (1, 7), "trainable": False},
    "ZeroPadding2D": {"padding": ((0, 1), (2, 3))},
    "Normalization": {"mean": (0.5,), "variance": (0.25,)},
    "Conv2DTranspose": {"output_padding": (1, 1), "strides": (2, 2)},
    "ReLU": {"max_value": 6.0},
    "InputLayer": {"shape": (8, 8, 1)},
}


@pytest.mark.parametrize("kind", sorted(LAYER_KINDS))
def test_every_kind_comes_back_from_json(kind) -> None:
    layer = LAYER_KINDS[kind](**EXAMPLES.get(kind, {}))
    assert layer_from_json(json.loads(json.dumps(layer.to_json()))) == layer
    assert layer.TITLE
    assert isinstance(str(layer.summary()), str)
    assert layer.to_json()["kind"] == kind


def test_settings_at_their_default_are_left_out_of_files() -> None:
    assert LeakyReLU().to_json() == {"kind": "LeakyReLU"}
    assert Convolution(kernel_size=5).to_json() == {"kind": "Conv2D", "kernel_size": [5, 5]}


@pytest.mark.parametrize("data", [None, {}, {"kind": 3}, {"kind": "Lambda"}, {"kind": "Dense", "code": "import os"}])
def test_unknown_kinds_and_settings_are_refused(data) -> None:
    with pytest.raises(LayerError):
        layer_from_json(data)


def test_declared_defaults_are_keras_own_where_files_leave_them_out() -> None:
    assert BatchNormalization().epsilon == 1e-3
    assert Layer.declarations()["trainable"].default is True
