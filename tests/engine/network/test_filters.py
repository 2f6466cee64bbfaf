"""Filters as the panel shows them, against the model's own weights and outputs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.network.filters import MOST_TILES, MOST_VALUES, AskWeights, Norm, Weights, page_of


def read(network: Any, layer: str, **wanted: Any) -> tuple[Weights, np.ndarray, np.ndarray]:
    from engine.network.filter_reading import read_filters

    answer, packed = read_filters(network, AskWeights(layer=layer, **wanted))
    assert packed.dtype == np.float32
    return answer, answer.overview(packed), answer.whole(packed)


def weight(network: Any, name: str, which: str = "kernel") -> np.ndarray:
    layer = next(step.operation for step in network.plan.steps if step.path == name)
    return np.asarray(getattr(layer, which).numpy())


def test_a_convolution_gives_its_kernels_bias_and_the_norm_behind_it(networks: Callable[[str], Any]) -> None:
    network = networks("sequential")
    kernel = weight(network, "conv1")
    answer, tiles, whole = read(network, "conv1", filter=4)
    assert (answer.source, answer.kind, answer.shape) == ("conv1", "Conv2D", (3, 3, 3, 6))
    assert answer.parts[0] == "colour", "its three input maps are the picture's colours"
    assert answer.part == "one", "what was asked for comes first"
    np.testing.assert_array_equal(tiles, kernel[:, :, 0].transpose(2, 0, 1))
    np.testing.assert_array_equal(whole, kernel[..., 4])
    assert answer.bias is not None
    np.testing.assert_array_equal(answer.bias, weight(network, "conv1", "bias"))
    assert answer.norm is not None
    assert answer.norm.layer == "norm"
    np.testing.assert_array_equal(answer.norm.gamma, weight(network, "norm", "gamma"))


def test_every_part_of_the_filters_can_be_looked_at(networks: Callable[[str], Any]) -> None:
    network = networks("sequential")
    kernel = weight(network, "conv1")
    _, colour, _ = read(network, "conv1", part="colour")
    np.testing.assert_array_equal(colour, kernel.transpose(3, 0, 1, 2))
    _, second, _ = read(network, "conv1", part="one", input=2)
    np.testing.assert_array_equal(second, kernel[:, :, 2].transpose(2, 0, 1))
    _, mean, _ = read(network, "conv1", part="mean")
    np.testing.assert_allclose(mean, kernel.mean(2).transpose(2, 0, 1), rtol=1e-5, atol=1e-7)
    answer, each, _ = read(network, "conv1", part="each")
    assert answer.tiles_each == 3
    np.testing.assert_array_equal(each[3 * 5 + 1], kernel[:, :, 1, 5])
    assert answer.shown == range(6)


def test_layers_that_only_change_maps_show_the_filters_that_made_them(networks: Callable[[str], Any]) -> None:
    network = networks("sequential")
    for layer in ("norm", "pool"):
        answer, _, _ = read(network, layer, filter=2)
        assert (answer.layer, answer.source) == (layer, "conv1")
        assert answer.norm is not None
    answer, tiles, whole = read(network, "relu6", filter=3)
    assert (answer.source, answer.kind, answer.is_shared_out) == ("depthwise", "DepthwiseConv2D", True)
    assert answer.shape == (3, 3, 1, 6)
    assert answer.before == "pool"
    np.testing.assert_array_equal(tiles, weight(network, "depthwise")[..., 0].transpose(2, 0, 1))
    np.testing.assert_array_equal(whole[..., 0], weight(network, "depthwise")[:, :, 3, 0])


def test_a_dense_layer_behind_flattened_maps_has_a_picture_for_each_of_them(networks: Callable[[str], Any]) -> None:
    network = networks("sequential")
    kernel = weight(network, "dense").reshape(5, 6, 6, 10)
    answer, tiles, whole = read(network, "dense", input=4, filter=7)
    assert (answer.shape, answer.is_row, answer.before) == ((5, 6, 6, 10), False, "relu6")
    np.testing.assert_array_equal(tiles, kernel[:, :, 4].transpose(2, 0, 1))
    np.testing.assert_array_equal(whole, kernel[..., 7])
    answer, tiles, whole = read(network, "answer", filter=1)
    assert (answer.shape, answer.is_row, answer.parts) == ((1, 10, 1, 4), True, ("one",))
    np.testing.assert_array_equal(tiles[:, 0], weight(network, "answer").T)


def test_one_by_one_transposed_and_separable_kernels(networks: Callable[[str], Any]) -> None:
    network = networks("branching")
    answer, tiles, _ = read(network, "start")
    assert (answer.shape, answer.is_row) == ((1, 3, 1, 4), True)
    np.testing.assert_array_equal(tiles[:, 0], weight(network, "start")[0, 0].T)
    answer, _, whole = read(network, "up", filter=2)
    assert answer.shape == (3, 3, 9, 3)
    np.testing.assert_array_equal(whole, weight(network, "up")[:, :, 2])
    answer, _, whole = read(network, "separable", filter=1)
    depthwise, pointwise = (weight(network, "separable", f"{name}_kernel") for name in ("depthwise", "pointwise"))
    np.testing.assert_allclose(whole, depthwise[..., 0] * pointwise[0, 0, :, 1], rtol=1e-5)


def test_what_joins_several_maps_has_no_filters(networks: Callable[[str], Any]) -> None:
    from engine.network.filter_reading import FiltersError

    for layer in ("plus", "join"):
        with pytest.raises(FiltersError, match=f"“{layer}” has no filters"):
            read(networks("branching"), layer)


def test_a_nested_network_is_read_like_any_other(networks: Callable[[str], Any]) -> None:
    for name in ("nested", "reloaded"):
        answer, _, _ = read(networks(name), "extractor/backbone/relu1")
        assert (answer.source, answer.bias) == ("extractor/backbone/conv1", None)
        assert "colour" in answer.parts, "rescaling leaves the colours as they are"
        assert answer.norm is not None


def test_wishes_beyond_the_end_come_to_the_last_one(networks: Callable[[str], Any]) -> None:
    answer, _, _ = read(networks("sequential"), "conv1", input=99, filter=99)
    assert (answer.input, answer.filter) == (2, 5)


@pytest.mark.parametrize("wanted", [0, 4095, 3000])
@pytest.mark.parametrize(("tiles", "values"), [(1, 9), (64, 64 * 9), (1, 25_088), (4096, 4096 * 9)])
def test_a_page_holds_the_wanted_filter_and_stays_in_its_bounds(wanted: int, tiles: int, values: int) -> None:
    page = page_of(wanted, 4096, tiles_each=tiles, values_each=values)
    assert wanted in page
    assert page.stop <= 4096
    assert len(page) == 1 or len(page) * tiles <= MOST_TILES
    assert len(page) == 1 or len(page) * values <= MOST_VALUES


def test_a_norm_is_a_factor_and_a_shift() -> None:
    numbers = np.random.default_rng(1)
    gamma, beta, mean = (numbers.normal(0, 1, 4).astype(np.float32) for _ in range(3))
    variance = numbers.uniform(0.5, 2, 4).astype(np.float32)
    norm = Norm(layer="norm", gamma=gamma, beta=beta, mean=mean, variance=variance, epsilon=1e-3)
    value = 1.7
    expected = gamma * (value - mean) / np.sqrt(variance + 1e-3) + beta
    for channel in range(4):
        assert value * norm.factor(channel) + norm.shift(channel) == pytest.approx(float(expected[channel]), rel=1e-5)
    assert replace(norm, layer="other").factor(0) == norm.factor(0)


def test_a_network_that_takes_blue_first_has_its_filters_in_true_colours(keras_loaded: None) -> None:
    from engine.network.activations import LiveNetwork
    from tests.engine.network import models

    network = LiveNetwork(models.sequential(), values="caffe")
    answer, tiles, whole = read(network, "conv1", part="colour")
    assert answer.is_blue_first
    np.testing.assert_array_equal(tiles[0], whole[..., ::-1])
    network.close()
