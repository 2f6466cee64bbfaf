"""Kinds of layer beside convolutions and pools: each is told to its number, and its field is true."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.network.drill.places import resized_from
from tests.engine.network.models import randomised
from tests.engine.network.test_drill_down import check_arithmetic, check_network, picture

SHAPE = (9, 7, 4)
Layers = Any


def one(make: Callable[[Layers], Any]) -> Callable[[Layers, Any], Any]:
    return lambda layers, maps: make(layers)(maps)


def merged(kind: str, branches: int = 2) -> Callable[[Layers, Any], Any]:
    def make(layers: Layers, maps: Any) -> Any:
        others = [layers.Conv2D(SHAPE[2], 1)(maps) for _ in range(branches - 1)]
        return getattr(layers, kind)()([maps, *others])

    return make


def stretched(kind: str) -> Callable[[Layers, Any], Any]:
    """One branch is one value for each map, as a squeeze and excitation has it."""
    return lambda layers, maps: getattr(layers, kind)()([maps, layers.GlobalAveragePooling2D(keepdims=True)(maps)])


KINDS: dict[str, Callable[[Layers, Any], Any]] = {
    "maximum": merged("Maximum"),
    "maximum of three": merged("Maximum", 3),
    "minimum": merged("Minimum", 3),
    "multiply": merged("Multiply"),
    "multiply three": merged("Multiply", 3),
    "multiply stretched": stretched("Multiply"),
    "maximum stretched": stretched("Maximum"),
    "average": merged("Average", 3),
    "subtract": merged("Subtract"),
    "concatenate rows": lambda layers, maps: layers.Concatenate(axis=1)([maps, layers.Conv2D(4, 1)(maps)]),
    "concatenate columns": lambda layers, maps: layers.Concatenate(axis=-2)([layers.ReLU()(maps), maps]),
    "layer normalisation": one(lambda layers: layers.LayerNormalization()),
    "layer normalisation of maps": one(lambda layers: layers.LayerNormalization(axis=[1, 2])),
    "layer normalisation of all": one(lambda layers: layers.LayerNormalization(axis=[1, 2, 3], center=False)),
    "layer normalisation bare": one(lambda layers: layers.LayerNormalization(scale=False, center=False)),
    "softmax": one(lambda layers: layers.Softmax()),
    "softmax over places": one(lambda layers: layers.Softmax(axis=[1, 2])),
    "softmax over rows": one(lambda layers: layers.Softmax(axis=1)),
    "bilinear upsampling": one(lambda layers: layers.UpSampling2D((2, 3), interpolation="bilinear")),
    "nearest upsampling": one(lambda layers: layers.UpSampling2D((3, 2))),
    "larger": one(lambda layers: layers.Resizing(20, 11)),
    "smaller": one(lambda layers: layers.Resizing(4, 3)),
    "larger nearest": one(lambda layers: layers.Resizing(13, 15, interpolation="nearest")),
    "smaller nearest": one(lambda layers: layers.Resizing(4, 6, interpolation="nearest")),
    "middle": one(lambda layers: layers.CenterCrop(4, 4)),
    "permuted": one(lambda layers: layers.Permute((3, 1, 2))),
    "rescaled": one(lambda layers: layers.Rescaling(0.25, offset=-1.5)),
    "normalised": one(lambda layers: layers.Normalization(mean=[1, 2, 3, 4], variance=[0.5, 1, 2, 3])),
    "normalised back": one(lambda layers: layers.Normalization(mean=2.0, variance=3.0, axis=None, invert=True)),
    "learnt leak": one(lambda layers: layers.PReLU(shared_axes=[1, 2])),
    "learnt leak everywhere": one(lambda layers: layers.PReLU()),
    "turned in training": one(lambda layers: layers.RandomRotation(0.2)),
    "flattened, normalised": lambda layers, maps: layers.LayerNormalization()(layers.Flatten()(maps)),
    "flattened, merged": lambda layers, maps: layers.Maximum()(
        [layers.Flatten()(maps), layers.Flatten()(layers.ReLU()(maps))]
    ),
}


def opened(make: Callable[[Layers, Any], Any], seed: int = 0) -> Any:
    import keras

    from engine.network.activations import LiveNetwork

    start = keras.Input((*SHAPE[:2], 3))
    maps = keras.layers.Conv2D(SHAPE[2], 1, name="first")(start)
    made = make(keras.layers, maps)
    return LiveNetwork(randomised(keras.Model(start, made), seed))


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_is_told_to_its_number_and_its_field_is_true(keras_loaded: None, name: str) -> None:
    from engine.network.drill_down import field_of, is_explained

    network = opened(KINDS[name])
    last = network.plan.steps[-1]
    assert all(is_explained(step) for step in network.plan.steps)
    check_network(network, 1)
    shape = network.shapes[last.path]
    generator = np.random.default_rng(3)
    for _ in range(3):
        place = tuple(int(generator.integers(side)) for side in (shape if len(shape) == 3 else (1, 1, shape[-1])))
        top, left, height, width = field_of(network, last.path, place)
        pixels, changed = picture(network, 1), picture(network, 2)
        changed[top : top + height, left : left + width] = pixels[top : top + height, left : left + width]
        index = (0, *place) if len(shape) == 3 else (0, place[2])
        before, after = network.values(pixels)[last.path][index], network.values(changed)[last.path][index]
        assert after == pytest.approx(before, rel=1e-5, abs=1e-6)
    network.close()


def test_each_kind_that_may_be_opened_can_be_taken_apart() -> None:
    from engine.network.drill.explainers import EXPLAINED
    from engine.network.layers.kinds import LAYER_KINDS

    assert set(LAYER_KINDS) - EXPLAINED == {"InputLayer"}


def test_the_smallest_branch_is_named(keras_loaded: None) -> None:
    from engine.network.drill_down import drill_down

    network = opened(KINDS["minimum"])
    found = drill_down(network, picture(network), layer=network.plan.steps[-1].path, row=2, column=3, channel=1)
    told = found.parts[-1].explanation
    values = told.channels[0].window.values[0]
    assert told.rule == "minimum"
    assert values.shape == (3,)
    assert told.value == values.min()
    assert f"branch {int(values.argmin()) + 1} of 3" in str(told.remarks[0])
    network.close()


def test_a_layer_normalisation_is_followed_to_its_convolution(keras_loaded: None) -> None:
    from engine.network.drill_down import drill_down

    network = opened(KINDS["layer normalisation"])
    found = drill_down(network, picture(network), layer=network.plan.steps[-1].path, row=0, column=0, channel=2)
    assert [part.kind for part in found.parts] == ["Conv2D", "LayerNormalization"]
    assert "of the 4 values" in str(found.parts[1].explanation.remarks[0])
    check_arithmetic(found, 1.0)
    network.close()


def test_what_is_no_finite_formula_is_said_so(keras_loaded: None) -> None:
    from engine.network.drill_down import DrillError, drill_down

    network = opened(one(lambda layers: layers.Resizing(20, 11, interpolation="bicubic")))
    with pytest.raises(DrillError, match=r"cannot be taken apart\. Choose the layer"):
        drill_down(network, picture(network), layer=network.plan.steps[-1].path, row=0, column=0, channel=2)
    network.close()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(source=st.integers(1, 40), target=st.integers(1, 60), is_linear=st.booleans())
def test_an_axis_is_resized_as_tensorflow_does_it(
    keras_loaded: None, source: int, target: int, is_linear: bool
) -> None:
    import tensorflow as tf

    values = np.random.default_rng(source).normal(size=source).astype(np.float32)
    way = "bilinear" if is_linear else "nearest"
    expected = tf.image.resize(values[None, :, None, None], (target, 1), method=way).numpy().reshape(-1)
    found = [
        sum(values[at] * weight for at, weight in resized_from(place, source, target, is_linear=is_linear))
        for place in range(target)
    ]
    np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-5)
