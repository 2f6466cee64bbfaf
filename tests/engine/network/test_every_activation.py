"""Every layer of every network of the gallery, and of a file of each format, gives what Keras's own model gives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.engine.network.models import randomised
from tests.engine.network.reading.files import ARRAYS, folder_of, keras_2, keras_3, tensorflow_js, zip_of

pytestmark = [pytest.mark.usefixtures("keras_loaded"), pytest.mark.allows_warnings]


def gallery() -> list[str]:
    from engine.network.catalogue import CARDS

    return [card.ids[-1] for card in CARDS.values()]


def assert_kerass(model: Any, opened: Any) -> None:
    """Hold all maps of an opened network against what `model`, an untouched one, gives for the same picture."""
    import keras

    pixels = np.random.default_rng(3).integers(0, 256, opened.pixels_shape).astype(np.uint8)
    scaled = np.asarray(opened.scaled(pixels[None]))
    layers = [layer for layer in model.layers if layer.name in opened.shapes]
    assert len(layers) >= len(model.layers) - 2  # the picture's own layer, and one that stands for a nested model
    expected = keras.Model(model.inputs[0], {layer.name: layer.output for layer in layers})(scaled, training=False)
    found = opened.values(pixels)
    for layer in layers:
        wanted = np.asarray(expected[layer.name])
        np.testing.assert_allclose(found[layer.name], wanted, rtol=1e-4, atol=1e-5 * max(1.0, np.abs(wanted).max()))
    opened.close()


@pytest.mark.parametrize("identity", gallery())
def test_every_layer_of_the_gallery_gives_what_keras_gives(identity: str) -> None:
    from engine.network.activations import LiveNetwork
    from engine.network.building import arrays_of, build
    from engine.network.catalogue import architecture_of
    from engine.network.gallery.making import make

    model = randomised(make(identity), 7)
    architecture = architecture_of(identity)
    assert_kerass(model, LiveNetwork(build(architecture, arrays=arrays_of(model, architecture))))


FORMATS = {
    "keras 3": lambda path: keras_3(path / "model.keras"),
    "keras 2": lambda path: keras_2(path / "model.h5"),
    "tensorflow.js folder": lambda path: folder_of(path / "model", tensorflow_js()),
    "tensorflow.js zip": lambda path: zip_of(path / "model.zip", tensorflow_js()),
}


@pytest.mark.parametrize("how", FORMATS)
def test_every_layer_of_a_file_gives_what_keras_gives(how: str, tmp_path: Path) -> None:
    import keras

    from engine.network.activations import LiveNetwork
    from engine.network.building import build
    from engine.network.reading.opening import read_model

    read = read_model(FORMATS[how](tmp_path))
    opened = LiveNetwork(build(read.architecture, arrays=read.arrays))

    def held(*names: str) -> list[np.ndarray]:
        return [ARRAYS[name] for name in names]

    layers = keras.layers
    stack = {
        "inner/conv": (layers.Conv2D(4, 3, padding="same", activation="relu"),
                       held("inner/conv/kernel", "inner/conv/bias")),
        "inner/dw_one": (layers.DepthwiseConv2D(3, use_bias=False), held("inner/dw_one/kernel")),
        "inner/norm": (layers.BatchNormalization(), held(
            "inner/norm/gamma", "inner/norm/beta", "inner/norm/moving_mean", "inner/norm/moving_variance")),
        "mean": (layers.GlobalAveragePooling2D(), []),
        "scores": (layers.Dense(2, activation="softmax"), held("scores/kernel", "scores/bias")),
    }  # fmt: skip
    pixels = np.random.default_rng(3).integers(0, 256, opened.pixels_shape).astype(np.uint8)
    values: Any = np.asarray(opened.scaled(pixels[None]))
    found = opened.values(pixels)
    for path, (layer, arrays) in stack.items():
        layer.build(values.shape)
        layer.set_weights(arrays)
        values = layer(values, training=False)
        np.testing.assert_allclose(found[path], np.asarray(values), rtol=1e-4, atol=1e-5)
    opened.close()
