from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.network.explained import Explained
from tests.engine.network.models import randomised

Networks = Callable[[str], Any]
NAMES = ("sequential", "branching", "nested", "reloaded")


def picture(network: Any, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, network.pixels_shape).astype(np.uint8)


def places(shape: tuple[int, ...], generator: np.random.Generator) -> list[tuple[int, int, int]]:
    """Corners and a few places between."""
    sides = shape if len(shape) == 3 else (1, 1, shape[-1])
    random = [tuple(int(generator.integers(side)) for side in sides) for _ in range(4)]
    return [(0, 0, 0), tuple(side - 1 for side in sides), *random]  # type: ignore[list-item]


def check_arithmetic(found: Explained, scale: float) -> None:
    """What is shown adds up, from each part to the next, to the network's own number."""
    for part in found.parts:
        told = part.explanation
        if told.rule == "sum":
            assert told.before_activation == pytest.approx(sum(each.total for each in told.channels) + told.bias)
            if told.activation == "none":
                assert told.value == told.before_activation
        for each in told.channels:
            assert each.window.values.shape == each.weights.shape == each.products.shape
            assert each.window.values.shape == (len(each.window.rows), len(each.window.columns))
            if told.rule in ("sum", "mean"):
                np.testing.assert_allclose(each.window.values * each.weights, each.products)
                assert each.total == pytest.approx(float(each.products.sum()), abs=1e-9)
    tolerance = 1e-4 * max(abs(found.value), scale)
    for part, following in zip(found.parts, found.parts[1:], strict=False):
        if len(following.explanation.channels) == 1:
            assert following.explanation.channels[0].window.values[0, 0] == pytest.approx(
                part.explanation.value, abs=tolerance, rel=1e-4
            )
    assert found.parts[-1].explanation.value == pytest.approx(found.value, abs=tolerance)


def check_network(network: Any, seed: int) -> None:
    from engine.network.drill_down import drill_down, is_explained

    generator, pixels = np.random.default_rng(seed), picture(network, seed)
    values = network.values(pixels)
    for step in network.plan.steps:
        if not is_explained(step):
            continue
        scale = float(np.sqrt(np.mean(np.square(values[step.path]))))
        for row, column, channel in places(network.shapes[step.path], generator):
            found = drill_down(network, pixels, layer=step.path, row=row, column=column, channel=channel)
            check_arithmetic(found, scale)


@pytest.mark.parametrize("name", NAMES)
def test_the_arithmetic_of_every_layer_ends_in_the_networks_own_number(networks: Networks, name: str) -> None:
    check_network(networks(name), 1)


@pytest.mark.parametrize("name", ["sequential", "branching", "nested"])
def test_nothing_outside_the_field_changes_the_value_and_something_inside_does(networks: Networks, name: str) -> None:
    from engine.network.drill_down import field_of

    network, generator = networks(name), np.random.default_rng(4)
    pixels = picture(network, 2)
    before = network.values(pixels)
    for path, shape in network.shapes.items():
        place = places(shape, generator)[3]
        top, left, height, width = field_of(network, path, place)
        box = np.s_[top : top + height, left : left + width]
        changed = picture(network, 3)
        changed[box] = pixels[box]
        index = (0, *place) if len(shape) == 3 else (0, place[2])
        assert network.values(changed)[path][index] == pytest.approx(before[path][index], rel=1e-5, abs=1e-6), path
        others = [picture(network, seed) for seed in range(5, 9)]
        assert any(network.values(other)[path][index] != before[path][index] for other in others) or (
            before[path][index] == 0
        ), path


def test_the_field_of_a_convolution_is_its_window_and_grows_with_depth(networks: Networks) -> None:
    from engine.network.drill_down import field_of

    network = networks("sequential")
    assert field_of(network, "conv1", (5, 6, 0)) == (4, 5, 3, 3)
    assert field_of(network, "conv1", (0, 0, 0)) == (0, 0, 2, 2)
    assert field_of(network, "pool", (2, 2, 1)) == (3, 3, 4, 4)
    assert field_of(network, "depthwise", (2, 2, 1))[2:] == (8, 8)
    assert field_of(network, "dense", (0, 0, 1)) == (0, 0, 20, 24)


def test_a_value_behind_normalisation_and_activation_is_followed_to_its_convolution(networks: Networks) -> None:
    from engine.network.drill_down import drill_down

    network = networks("nested")
    found = drill_down(network, picture(network), layer="extractor/backbone/relu1", row=3, column=4, channel=2)
    assert [(part.kind, part.explanation.rule) for part in found.parts] == [
        ("Conv2D", "sum"), ("BatchNormalization", "sum"), ("ReLU", "pointwise"),
    ]  # fmt: skip
    assert len(found.parts[0].explanation.channels) == 3
    assert found.parts[0].sources[0].path == "scale"
    assert found.parts[0].sources[0].box == (3, 4, 3, 3)
    assert found.field == (3, 4, 3, 3)


def test_a_dense_layer_behind_flattening_is_told_map_by_map_and_softmax_over_all(networks: Networks) -> None:
    from engine.network.drill_down import drill_down

    network = networks("sequential")
    hidden = drill_down(network, picture(network), layer="dense", row=0, column=0, channel=3)
    assert len(hidden.parts[0].explanation.channels) == 6
    assert hidden.parts[0].explanation.channels[0].window.values.shape == network.shapes["depthwise"][:2]
    answer = drill_down(network, picture(network), layer="answer", row=0, column=0, channel=1)
    assert [part.explanation.rule for part in answer.parts] == ["sum", "pointwise"]
    assert "all 4 values" in str(answer.parts[1].explanation.remarks[0])


def test_values_that_are_not_there_are_refused(networks: Networks) -> None:
    from engine.network.drill_down import DrillError, drill_down

    network = networks("sequential")
    with pytest.raises(DrillError, match="no value at row 99, column 0 of map 0: it is 20 × 24 × 6"):
        drill_down(network, picture(network), layer="conv1", row=99, column=0, channel=0)


SIDES = st.integers(1, 4)


@st.composite
def layers(draw: st.DrawFn) -> Callable[[], Any]:
    """A layer with random settings that a 13 × 11 map survives."""
    kind = draw(
        st.sampled_from(["conv", "grouped", "depthwise", "separable", "transposed", "max", "mean", "pad", "up"])
    )
    kernel, padding = (draw(SIDES), draw(SIDES)), draw(st.sampled_from(["same", "valid"]))
    stride, dilation = draw(st.integers(1, 3)), 1
    if stride == 1:
        dilation = draw(st.integers(1, 2))
    activation = draw(st.sampled_from(["linear", "relu", "tanh", "sigmoid", "softmax", "elu", "gelu"]))

    def make() -> Any:
        import keras

        made = keras.layers
        common: dict[str, Any] = {"padding": padding, "activation": activation}
        return {
            "conv": lambda: made.Conv2D(3, kernel, strides=stride, dilation_rate=dilation, **common),
            "grouped": lambda: made.Conv2D(4, kernel, strides=stride, groups=2, **common),
            "depthwise": lambda: made.DepthwiseConv2D(
                kernel, strides=stride, dilation_rate=dilation, depth_multiplier=2, **common
            ),
            "separable": lambda: made.SeparableConv2D(3, kernel, strides=stride, depth_multiplier=2, **common),
            "transposed": lambda: made.Conv2DTranspose(3, kernel, strides=stride, **common),
            "max": lambda: made.MaxPooling2D(kernel, strides=stride, padding=padding),
            "mean": lambda: made.AveragePooling2D(kernel, strides=stride, padding=padding),
            "pad": lambda: made.ZeroPadding2D(((0, stride), (kernel[0], 1))),
            "up": lambda: made.UpSampling2D((stride, kernel[0])),
        }[kind]()

    return make


@pytest.mark.allows_warnings  # TensorFlow complains of the function Keras makes for each grouped convolution
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(layer=layers(), seed=st.integers(0, 1000))
def test_any_setting_of_a_layer_is_told_right(keras_loaded: None, layer: Callable[[], Any], seed: int) -> None:
    import keras

    from engine.network.activations import LiveNetwork
    from engine.network.drill_down import field_of

    model = keras.Sequential(
        [keras.Input((13, 11, 3)), keras.layers.Conv2D(4, 1, name="first"), layer(), keras.layers.Conv2D(2, 1)]
    )
    network = LiveNetwork(randomised(model, seed))
    check_network(network, seed)
    path = network.plan.steps[1].path
    place = places(network.shapes[path], np.random.default_rng(seed))[2]
    top, left, height, width = field_of(network, path, place)
    pixels, changed = picture(network, seed), picture(network, seed + 1)
    box = np.s_[top : top + height, left : left + width]
    changed[box] = pixels[box]
    assert network.values(changed)[path][(0, *place)] == pytest.approx(
        network.values(pixels)[path][(0, *place)], rel=1e-5, abs=1e-6
    )
    network.close()


def gallery() -> list[str]:
    from engine.network.catalogue import CARDS

    return [card.ids[-1] for card in CARDS.values()]


@pytest.mark.parametrize("identity", gallery())
def test_every_value_of_the_gallery_is_told_to_its_number(keras_loaded: None, identity: str) -> None:
    from engine.network.activations import LiveNetwork
    from engine.network.building import build
    from engine.network.catalogue import architecture_of
    from engine.network.drill_down import drill_down, is_explained

    network = LiveNetwork(randomised(build(architecture_of(identity)), 7))
    generator, pixels = np.random.default_rng(7), picture(network, 7)
    for step in network.plan.steps:
        assert is_explained(step), step.kind
        scale = float(np.sqrt(np.mean(np.square(network.slot_value(pixels, step.outputs[0])))))
        for row, column, channel in places(network.shapes[step.path], generator)[1:3]:
            found = drill_down(network, pixels, layer=step.path, row=row, column=column, channel=channel)
            check_arithmetic(found, scale)
    network.close()
