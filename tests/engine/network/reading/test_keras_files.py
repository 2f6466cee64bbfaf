"""Files that Keras itself wrote, read without Keras and built again: the same answers."""

from __future__ import annotations

import numpy as np
import pytest

from engine.network.reading.opening import read_model

pytestmark = [pytest.mark.usefixtures("keras_loaded"), pytest.mark.allows_warnings]


def involved():
    """Nested and shared layers, layers of one class in several places, frozen parts, several ends."""
    import keras

    from tests.engine.network.models import randomised

    layers = keras.layers
    backbone = keras.Sequential(
        [keras.Input((12, 12, 3)), layers.Conv2D(4, 3, padding="same", name="conv"), layers.BatchNormalization(),
         layers.Conv2D(3, 1), layers.BatchNormalization(), layers.ReLU()],
        name="backbone",
    )  # fmt: skip
    backbone.layers[0].trainable = False
    second_in = keras.Input((12, 12, 3))
    second = keras.Model(second_in, layers.PReLU(shared_axes=[1, 2])(layers.Conv2D(3, 3, name="conv")(second_in)))
    second.trainable = False
    picture = keras.Input((12, 12, 3))
    shared = layers.DepthwiseConv2D(3, padding="same", name="shared")
    x = layers.Add()([backbone(shared(picture)), backbone(shared(shared(picture)))])
    x = layers.SeparableConv2D(3, 3, padding="same")(x)
    maps = second(layers.Normalization()(x))
    up = layers.Conv2DTranspose(2, 3, strides=2)(maps)
    scores = layers.Dense(4, activation="softmax")(layers.GlobalAveragePooling2D()(layers.LayerNormalization()(up)))
    return randomised(keras.Model(picture, [scores, up]))


@pytest.mark.parametrize("suffix", [".keras", ".h5"])
@pytest.mark.filterwarnings("ignore")
def test_what_keras_saved_gives_the_same_answers(suffix, tmp_path) -> None:
    from engine.network.building import build

    model = involved()
    path = tmp_path / f"model{suffix}"
    model.save(path)
    found = read_model(path)
    again = build(found.architecture, arrays=found.arrays)
    given = np.random.default_rng(0).normal(size=(2, 12, 12, 3)).astype(np.float32)
    for expected, one in zip(model(given), again(given), strict=True):
        np.testing.assert_allclose(np.asarray(one), np.asarray(expected), rtol=1e-4, atol=1e-5)
    assert again.count_params() == model.count_params()


@pytest.mark.parametrize("identity", ["mobilenet-v2-small", "u-net-small", "cnn-example", "resnet-18-small"])
@pytest.mark.parametrize("suffix", [".keras", ".h5"])
@pytest.mark.filterwarnings("ignore")
def test_networks_of_the_gallery_survive_being_saved(identity, suffix, tmp_path) -> None:
    from engine.network.building import arrays_of
    from engine.network.describing.model import describe
    from engine.network.gallery.making import make

    model = make(identity)
    path = tmp_path / f"model{suffix}"
    model.save(path)
    found = read_model(path)
    assert found.architecture == describe(model)
    expected = arrays_of(model, found.architecture)
    assert set(found.arrays) == set(expected)
    assert all(np.array_equal(found.arrays[name], expected[name]) for name in expected)
