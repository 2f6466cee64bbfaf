from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from engine.imaging.mosaic import MosaicLayout, mosaic
from engine.network.maps import LayerMaps, MapView

NAMES = ("sequential", "branching", "nested", "reloaded")
Networks = Callable[[str], Any]


def picture(network: Any, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, network.pixels_shape).astype(np.uint8)


def keras_says(network: Any, pixels: np.ndarray, layer: Any) -> np.ndarray:
    """What Keras itself gives for a layer of the outermost model."""
    import keras

    scaled = (pixels.astype(np.float32) / 127.5 - 1)[None]
    return np.asarray(keras.Model(network.model.inputs[0], layer.output)(scaled, training=False))


@pytest.mark.parametrize("name", NAMES)
def test_every_layer_gives_what_keras_gives(networks: Networks, name: str) -> None:
    network = networks(name)
    pixels = picture(network)
    found = network.values(pixels)
    for layer in network.model.layers:
        if layer.name in found and len(layer._inbound_nodes) == 1:
            np.testing.assert_allclose(found[layer.name], keras_says(network, pixels, layer), rtol=1e-4, atol=1e-5)
    answer = np.asarray(network.model((pixels.astype(np.float32) / 127.5 - 1)[None], training=False))
    np.testing.assert_allclose(network.run(pixels).scores, answer[0], rtol=1e-4, atol=1e-6)


def test_nested_layers_are_named_by_the_way_to_them_and_shared_ones_by_their_calls(networks: Networks) -> None:
    assert list(networks("nested").shapes) == [
        "scale", "extractor/backbone/conv1", "extractor/backbone/norm1", "extractor/backbone/relu1", "extractor/most",
        "answer",
    ]  # fmt: skip
    network = networks("branching")
    assert {"shared", "shared_2"} <= set(network.shapes)
    found = network.values(picture(network))
    assert not np.allclose(found["shared"], found["shared_2"])
    np.testing.assert_allclose(found["plus"], found["shared"] + found["shared_2"], rtol=1e-5, atol=1e-5)


def test_a_nested_layer_gives_what_its_own_model_gives(networks: Networks) -> None:
    network = networks("reloaded")
    pixels = picture(network)
    found = network.values(pixels)
    backbone = network.model.get_layer("extractor").get_layer("backbone")
    inside = np.asarray(backbone(found["scale"], training=False))
    np.testing.assert_allclose(found["extractor/backbone/relu1"], inside, rtol=1e-4, atol=1e-5)


def test_a_nested_models_own_path_stands_for_its_output(networks: Networks) -> None:
    network = networks("nested")
    found = network.run(picture(network), ("extractor/backbone", "extractor/backbone/relu1")).layers
    assert [layer.path for layer in found] == ["extractor/backbone", "extractor/backbone/relu1"]
    np.testing.assert_array_equal(found[0].figures, found[1].figures)
    assert network.plan.step("extractor").path == "extractor/most"


@pytest.mark.parametrize("name", NAMES)
def test_maps_are_the_same_by_way_of_all_layers_and_with_a_function_of_their_own(networks: Networks, name: str) -> None:
    network = networks(name)
    pixels, layers = picture(network), tuple(network.shapes)[1:4]
    view = MapView(sort="variance")
    first = network.run(pixels, layers, view)
    assert network.wait(60)
    second = network.run(pixels, layers, view)
    assert (first.is_settled, second.is_settled) == (False, True)
    for one, other in zip(first.layers, second.layers, strict=True):
        np.testing.assert_allclose(one.figures, other.figures, rtol=1e-3, atol=1e-4)
    for one, other in zip(first.mosaics, second.mosaics, strict=True):
        assert one.shape == other.shape
        assert np.mean(np.abs(one.astype(int) - other) > 1) < 0.01
    assert 0 < second.forward_seconds < 10


def drawn_slowly(values: np.ndarray, layer: LayerMaps, view: MapView) -> np.ndarray:
    """The reference: plain NumPy, map by map."""
    shown = values[..., layer.order].astype(np.float64)
    reach = np.abs(shown).max((0, 1))
    if view.scale == "shared":
        reach[:] = reach.max()
    is_signed = view.scheme == "signed" or (view.scheme == "auto" and values.min() < 0)
    factors = np.where(reach > 0, (127 if is_signed else 255) / np.where(reach > 0, reach, 1), 0)
    indices = np.clip(np.floor(shown * factors + (128.5 if is_signed else 0.5)), 0, 255).astype(np.uint8)
    return mosaic(indices, layer.layout.columns, gap=layer.layout.gap)


@pytest.mark.parametrize("scale", ["each", "shared"])
@pytest.mark.parametrize("scheme", ["auto", "signed"])
def test_the_mosaic_is_what_plain_numpy_draws(networks: Networks, scale: str, scheme: str) -> None:
    network = networks("sequential")
    pixels, view = picture(network, 3), MapView(sort="mean", scale=scale, scheme=scheme)
    layers = ("conv1", "norm", "depthwise", "dense")
    found = network.run(pixels, layers, view)
    packed = np.zeros(found.size, np.uint8)
    found.pack(packed)
    values = network.values(pixels)
    for layer in found.layers:
        maps = values[layer.path][0]
        maps = maps if maps.ndim == 3 else maps.reshape(1, 1, -1)
        means = maps.mean((0, 1))
        assert list(layer.order) == sorted(range(len(means)), key=lambda each, means=means: -means[each])
        expected = drawn_slowly(maps, layer, view)
        assert np.abs(layer.mosaic(packed).astype(int) - expected).max() <= 1
        assert layer.scheme == ("signed" if scheme == "signed" or maps.min() < 0 else "positive")
        np.testing.assert_allclose(layer.figure("max"), maps.max((0, 1)), rtol=1e-5)
        np.testing.assert_allclose(layer.figure("variance"), maps.var((0, 1)), rtol=1e-3, atol=1e-6)
        np.testing.assert_allclose(layer.figure("sparsity"), (maps == 0).mean((0, 1)), atol=1e-6)
        channel, row, column = layer.at(0, 0) or (-1, 0, 0)
        assert (channel, row, column) == (layer.order[0], 0, 0)


def test_an_order_can_be_kept_from_frame_to_frame(networks: Networks) -> None:
    network = networks("sequential")
    view = MapView(sort="max")
    first = network.run(picture(network, 1), ("norm",), view).layers[0]
    other = next(seed for seed in range(2, 60) if any(
        network.run(picture(network, seed) // 3, ("norm",), view).layers[0].order != first.order))  # fmt: skip
    network.run(picture(network, 1), ("norm",), view)
    kept = network.run(picture(network, other) // 3, ("norm",), view, keeps_order=True).layers[0]
    assert list(kept.order) == list(first.order)
    anew = network.run(picture(network, other) // 3, ("norm",), view).layers[0]
    assert list(anew.order) != list(first.order)


def test_dead_maps_are_told(networks: Networks) -> None:
    network = networks("sequential")
    conv = network.model.get_layer("conv1")
    kernel, bias = conv.get_weights()
    try:
        conv.set_weights([kernel * np.array([0, 1, 1, 1, 1, 1]), np.where(np.arange(6) == 0, -1, bias)])
        layer = network.run(picture(network), ("conv1",)).layers[0]
        silent = (layer.figure("min") == 0) & (layer.figure("max") == 0)
        assert silent[0]
        assert not silent[1:].all()
        assert layer.figure("sparsity")[0] == 1
    finally:
        conv.set_weights([kernel, bias])


def test_a_layer_that_is_not_there_is_refused_by_name(networks: Networks) -> None:
    from engine.network.live.plan import PlanError

    with pytest.raises(PlanError, match="no layer “conv9”"):
        networks("sequential").run(picture(networks("sequential")), ("conv9",))


def test_huge_layers_are_shrunk_and_cut_to_what_can_be_shown(keras_loaded: None) -> None:
    import tensorflow as tf

    from engine.network.live.drawing import MapGeometry, draw_maps

    geometry = MapGeometry.of((7, 7, 3000))
    assert (geometry.total, geometry.layout.count, geometry.factor) == (3000, 2048, 1)
    large = MapGeometry.of((512, 512, 64))
    assert large.factor == 3
    assert large.layout == MosaicLayout.of((171, 171, 64))
    values = np.random.default_rng(0).normal(size=(1, 7, 7, 3000)).astype(np.float32)
    drawn = draw_maps(
        tf.constant(values), geometry, sort=tf.constant(3), held=tf.range(2048), is_held=tf.constant(False),
        options=tf.constant((0, 0)),
    )  # fmt: skip
    variances = values[0].var((0, 1))
    assert drawn.order.shape == (2048,)
    assert variances[drawn.order.numpy()[-1]] >= np.sort(variances)[-2048] - 1e-5
    assert drawn.mosaic.shape == geometry.layout.shape


def test_networks_that_take_no_picture_are_refused(keras_loaded: None) -> None:
    import keras

    from engine.network.activations import LiveNetwork, NetworkInputError

    vector = keras.Sequential([keras.Input((7,)), keras.layers.Dense(2)])
    with pytest.raises(NetworkInputError, match="inputs of the shape 7"):
        LiveNetwork(vector)
    one, other = keras.Input((8, 8, 3), name="left"), keras.Input((8, 8, 3), name="right")
    with pytest.raises(NetworkInputError, match=r"2 inputs at once \(left, right\).*main\.py table FILE"):
        LiveNetwork(keras.Model([one, other], keras.layers.Add()([one, other])))


def test_of_several_answers_the_first_is_the_answer_and_all_have_maps(keras_loaded: None) -> None:
    from engine.network.activations import LiveNetwork
    from engine.network.building import build
    from tests.engine.network.networks import TWO_ENDED

    model = build(TWO_ENDED, seed=3)
    network = LiveNetwork(model)
    pixels = np.random.default_rng(0).integers(0, 256, (16, 16, 3)).astype(np.uint8)
    found = network.run(pixels, ("classes", "body/conv", "body/norm", "difference"))
    classes, normed = model((pixels / 255)[None].astype(np.float32), training=False)
    np.testing.assert_allclose(found.scores, np.asarray(classes)[0], rtol=1e-5)
    values = network.values(pixels)
    np.testing.assert_allclose(values["body/norm"], np.asarray(normed), rtol=1e-5, atol=1e-6)
    assert [each.path for each in found.layers] == ["classes", "body/conv", "body/norm", "difference"]
    network.close()
