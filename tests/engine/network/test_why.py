from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.opencv import cv2

Networks = Callable[[str], Any]
NAMES = ("sequential", "branching", "nested", "reloaded")
MAPS = {
    "sequential": "depthwise", "branching": "join", "nested": "extractor/backbone/norm1",
    "reloaded": "extractor/backbone/norm1",
}  # fmt: skip


def picture(network: Any, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, network.pixels_shape).astype(np.uint8)


def logit(network: Any, pixels: np.ndarray, index: int) -> float:
    """What goes into the softmax, by Keras and NumPy alone."""
    import keras

    answer = network.model.get_layer("answer")
    before = keras.Model(network.model.inputs[0], answer.input)
    seen = np.asarray(before((pixels.astype(np.float32) / 127.5 - 1)[None], training=False), np.float64)
    return float((seen @ np.asarray(answer.kernel, np.float64) + np.asarray(answer.bias))[0, index])


@pytest.mark.parametrize("name", NAMES)
def test_saliency_is_how_far_the_score_moves(networks: Networks, name: str) -> None:
    from engine.network.why.saliency import saliency

    network = networks(name)
    pixels = picture(network).astype(int).clip(2, 253).astype(np.uint8)
    found = saliency(network, pixels, class_index=1)
    assert found.shape == pixels.shape[:2]
    row, column = np.unravel_index(int(np.argmax(found)), found.shape)
    moved = []
    for channel in range(3):
        more, less = pixels.copy(), pixels.copy()
        more[row, column, channel] += 1
        less[row, column, channel] -= 1
        moved.append(abs(logit(network, more, 1) - logit(network, less, 1)) / 2)
    # A kink of a ReLU can lie between the two.
    assert max(moved) == pytest.approx(float(found[row, column]), rel=0.2)
    assert network.model.get_layer("answer").activation.__name__ == "softmax", "the network is as it was"


@pytest.mark.parametrize("name", NAMES)
def test_grad_cam_weighs_maps_by_their_mean_gradient(networks: Networks, name: str) -> None:
    from engine.network.why.grad_cam import grad_cam, last_maps

    network = networks(name)
    pixels = picture(network, 1)
    for class_index in (0, 2):
        heat = grad_cam(network, pixels, layer=MAPS[name], class_index=class_index)
        assert heat.shape == pixels.shape[:2]
        assert heat.min() >= 0
        assert heat.max() in (0, pytest.approx(1))
    assert last_maps(network) in network.shapes


def test_grad_cam_of_the_layer_before_a_mean_is_the_class_weights_themselves(networks: Networks) -> None:
    """There the gradient is known: each map's weight in the dense layer, over the number of places."""
    from engine.network.why.grad_cam import grad_cam

    network = networks("branching")
    pixels = picture(network, 2)
    maps = network.values(pixels)[next(path for path in network.shapes if path.startswith("add"))][0]
    weights = np.asarray(network.model.get_layer("answer").kernel)[:, 3]
    expected = np.maximum(maps @ weights, 0)
    expected = cv2.resize(expected, pixels.shape[1::-1]) / max(expected.max(), 1e-9)
    layer = next(path for path in network.shapes if path.startswith("add"))
    found = grad_cam(network, pixels, layer=layer, class_index=3)
    np.testing.assert_allclose(found, expected, atol=1e-3)


@pytest.mark.parametrize("name", NAMES)
def test_guided_backpropagation_lets_only_what_speaks_for_the_class_through(networks: Networks, name: str) -> None:
    from engine.network.why.saliency import guided_backpropagation

    network = networks(name)
    pixels = picture(network, 3)
    for index in range(3):
        found = guided_backpropagation(network, pixels, class_index=index)
        assert found.shape == pixels.shape
        if found.any():
            break
    else:
        pytest.fail("nothing came back for any class")


def test_guided_backpropagation_equals_the_rule_written_out(networks: Networks) -> None:
    """On the backbone alone, where one ReLU is all there is: g · (x > 0) · (g > 0)."""
    import tensorflow as tf

    from engine.network.why.saliency import guided_backpropagation

    network = networks("nested")
    pixels = picture(network, 4)
    found = guided_backpropagation(network, pixels, class_index=0)
    extractor = network.model.get_layer("extractor")
    backbone = extractor.get_layer("backbone")
    numbers = tf.constant(pixels, tf.float32)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(numbers)
        seen = network.model.get_layer("scale")(network.scaled(numbers)[None])
        before = backbone.get_layer("norm1")(backbone.get_layer("conv1")(seen), training=False)
        after = tf.nn.relu(before)
        tape.watch(after)
        answer = network.model.get_layer("answer")
        most = extractor.get_layer("most")(after)
        height = tf.matmul(most, answer.kernel)[0, 0]
    gradient = tape.gradient(height, after)
    passed = gradient * tf.cast(gradient > 0, tf.float32) * tf.cast(before > 0, tf.float32)
    expected = tape.gradient(before, numbers, output_gradients=passed)
    np.testing.assert_allclose(found, expected, atol=1e-6)


@pytest.mark.parametrize("name", ["sequential", "reloaded"])
def test_occlusion_tells_by_how_much_the_score_falls(networks: Networks, name: str) -> None:
    from engine.network.why.occlusion import OccludedHeat
    from engine.network.why.scoring import chosen_class

    network = networks(name)
    pixels = picture(network, 5)
    index, score = chosen_class(network, pixels, None)
    assert score == max(network.run(pixels).scores)
    side = max(pixels.shape)
    work = OccludedHeat(network, pixels, class_index=index, patch=side, step=side)
    assert list(work) == [(1, 1)]
    covered = network.run(np.full_like(pixels, 127)).scores[index]
    np.testing.assert_allclose(work.heat, score - covered, atol=1e-5)
    work = OccludedHeat(network, pixels, class_index=index)
    done = list(work)
    assert done[-1][0] == done[-1][1] > 8
    assert work.heat.shape == pixels.shape[:2]
    assert np.isfinite(work.heat).all()
    assert work.heat.any()


@pytest.mark.parametrize("name", ["sequential", "nested"])
def test_a_picture_forms_that_excites_the_channel_more_and_more(networks: Networks, name: str) -> None:
    from engine.network.why.maximisation import maximise

    network = networks(name)
    layer = {"sequential": "conv1", "nested": "extractor/backbone/norm1"}[name]
    stages = list(maximise(network, layer=layer, channel=1, steps=24))
    assert [stage.step for stage in stages] == list(range(25))
    assert stages[-1].picture.shape == network.pixels_shape
    values = network.values(stages[-1].picture)[layer][..., 1]
    assert values.mean() > network.values(stages[0].picture)[layer][..., 1].mean()
    again = list(maximise(network, layer=layer, channel=1, steps=24))[-1]
    np.testing.assert_array_equal(again.picture, stages[-1].picture)


@pytest.mark.parametrize("looks_for", ["an edge", "green", "nothing"])
def test_a_channel_that_is_silent_at_gray_noise_is_begun_from_what_it_answers_to(
    keras_loaded: None, looks_for: str
) -> None:
    import keras

    from engine.network.activations import LiveNetwork
    from engine.network.why.maximisation import maximise
    from engine.network.why.scoring import WhyError

    kernel = {
        "an edge": np.outer([1, 1, 1, 0, -1, -1, -1], np.ones(7))[..., None] * np.ones(3),
        "green": np.ones((7, 7, 1)) * (-1, 1, -1),
        "nothing": np.zeros((7, 7, 3)),
    }[looks_for]
    model = keras.Sequential(
        [keras.Input((24, 24, 3)), keras.layers.Conv2D(1, 7, activation="relu", name="conv")], name="shy"
    )
    top = np.abs(kernel).sum() * 127 / 3
    model.get_layer("conv").set_weights([kernel[..., None], np.array([-top])])
    network = LiveNetwork(model, values="raw")
    try:
        if looks_for == "nothing":
            with pytest.raises(WhyError, match="Choose another channel"):
                next(maximise(network, layer="conv", channel=0, steps=8))
            return
        first, *_, last = maximise(network, layer="conv", channel=0, steps=8)
        assert first.value > 0
        assert network.values(last.picture)["conv"].mean() > 0
    finally:
        network.close()


def test_the_best_patches_are_where_the_channel_is_highest(networks: Networks, tmp_path: Path) -> None:
    from engine.network.why.patches import PatchSearch

    network = networks("sequential")
    generator = np.random.default_rng(0)
    images = {}
    for number in range(6):
        images[f"p{number}.png"] = generator.integers(0, 256, (40, 48, 3)).astype(np.uint8)
        cv2.imwrite(str(tmp_path / f"p{number}.png"), images[f"p{number}.png"][..., ::-1])
    (tmp_path / "broken.png").write_bytes(b"no picture")
    search = PatchSearch(network, folder=str(tmp_path), layer="conv1", channel=2, count=3, method="resize")
    assert list(search)[-1] == (7, 7)
    assert search.looked_at == 6
    assert search.unreadable == ["broken.png"]
    values = [patch.value for patch in search.best]
    assert values == sorted(values, reverse=True)
    assert len(values) == 3
    expected = {
        name: float(network.values(cv2.resize(image, (24, 20), interpolation=cv2.INTER_AREA))["conv1"][..., 2].max())
        for name, image in images.items()
    }
    assert values == pytest.approx(sorted(expected.values(), reverse=True)[:3], rel=1e-4)
    assert Path(search.best[0].path).name == max(expected, key=lambda name: expected[name])
    top, left, height, width = search.best[0].box
    assert 0 <= top <= top + height <= 40
    assert 0 <= left <= left + width <= 48


def test_questions_without_an_answer_are_refused(networks: Networks, tmp_path: Path) -> None:
    from engine.network.why.grad_cam import grad_cam
    from engine.network.why.maximisation import maximise
    from engine.network.why.patches import PatchSearch
    from engine.network.why.scoring import WhyError, chosen_class

    network = networks("sequential")
    pixels = picture(network)
    with pytest.raises(WhyError, match="no class 9: this network has 4"):
        chosen_class(network, pixels, 9)
    with pytest.raises(WhyError, match="“dense” gives no maps"):
        grad_cam(network, pixels, layer="dense", class_index=0)
    with pytest.raises(WhyError, match="no channel 60: it has 6"):
        next(maximise(network, layer="conv1", channel=60, steps=1))
    with pytest.raises(WhyError, match="no picture in the folder"):
        PatchSearch(network, folder=str(tmp_path), layer="conv1", channel=0, count=3, method="crop")


def test_others_are_let_in_while_a_function_is_made(networks: Networks) -> None:
    import threading

    from engine.network.why.grad_cam import class_maps

    network = networks("sequential")
    may_go_on, let_in = threading.Event(), []
    _, make = class_maps(network, MAPS["sequential"])

    def slowly() -> Any:
        assert may_go_on.wait(10)
        return make()

    while not network.prepare("made slowly", slowly, seconds=0.01):
        let_in.append(network.run(picture(network)).scores)
        may_go_on.set()
    assert let_in
    assert network.prepare("made slowly", slowly, seconds=0)
    heat = network.remembered("made slowly", lambda: None)(picture(network, 1), 0)
    assert heat.shape == network.pixels_shape[:2]


def test_looking_behind_the_softmax_leaves_the_layer_alone(networks: Networks) -> None:
    from engine.network.why.scoring import call_before_softmax

    network = networks("sequential")
    step = network.plan.last_step()
    seen = np.random.default_rng(0).normal(size=(1, *step.operation.input.shape[1:])).astype(np.float32)
    logits = np.asarray(call_before_softmax(network, step, (seen,), {"training": False}))
    answer = np.asarray(step.operation(seen))
    expected = np.exp(logits - logits.max())
    np.testing.assert_allclose(answer, expected / expected.sum(), rtol=1e-4, atol=1e-6)
    assert step.operation.activation.__name__ == "softmax"
