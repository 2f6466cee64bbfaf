from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.network.training.solving import left_out, solved


def _drawn(seed: int, *, pictures: int, length: int, classes: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    labels = np.arange(pictures) % classes
    return rng.standard_normal((classes, length))[labels] + rng.standard_normal((pictures, length)), labels


def _answers(features: np.ndarray, wanted: np.ndarray, decay: float) -> np.ndarray:
    """Slow: the normal equations, about the means."""
    middle, usual = features.mean(0), wanted.mean(0)
    centred = features - middle
    kernel = np.linalg.solve(centred.T @ centred + decay * np.eye(centred.shape[1]), centred.T @ (wanted - usual))
    return usual - middle @ kernel, kernel


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 2**31), pictures=st.integers(4, 12), length=st.integers(1, 20), decay=st.floats(0.01, 100))
def test_what_a_layer_without_a_picture_says_is_what_it_says_when_calculated_without_it(
    seed: int, pictures: int, length: int, decay: float
) -> None:
    features, labels = _drawn(seed, pictures=pictures, length=length, classes=3)
    wanted = np.eye(3)[labels]
    centred = features - features.mean(0)
    left, sizes, _ = np.linalg.svd(centred, full_matrices=False)
    usual = wanted.mean(0)
    found = usual + left_out(left, sizes, left.T @ (wanted - usual), wanted - usual, decay)
    for picture in range(pictures):
        others = np.arange(pictures) != picture
        # The mean is taken without the picture too, so the slow way knows nothing of it at all.
        bias, kernel = _answers(features[others], wanted[others], decay)
        np.testing.assert_allclose(found[picture], bias + features[picture] @ kernel, atol=1e-6)


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 2**31), length=st.sampled_from([2, 5, 80]))
def test_scale_and_shift_of_the_features_do_not_matter(seed: int, length: int) -> None:
    features, labels = _drawn(seed, pictures=20, length=length, classes=4)
    other = features * np.linspace(0.5, 20, length) + np.linspace(-9, 9, length)
    one, two = solved(features, labels, 4), solved(other, labels, 4)
    np.testing.assert_allclose(features @ one.kernel + one.bias, other @ two.kernel + two.bias, atol=1e-2)


def test_classes_that_lie_apart_are_told_apart_and_with_some_certainty() -> None:
    features, labels = _drawn(3, pictures=60, length=40, classes=3)
    new, truth = _drawn(3, pictures=600, length=40, classes=3)
    layer = solved(features, labels, 3)
    answers = new @ layer.kernel + layer.bias
    shares = np.exp(answers) / np.exp(answers).sum(axis=1, keepdims=True)
    accuracy = np.mean(answers.argmax(axis=1) == truth)
    assert accuracy > 0.9
    # As sure as it may be: neither always certain nor at a loss.
    assert shares.max(axis=1).mean() == pytest.approx(accuracy, abs=0.1)


def test_noise_makes_nobody_sure() -> None:
    rng = np.random.default_rng(0)
    layer = solved(rng.standard_normal((40, 200)), np.arange(40) % 4, 4)
    answers = rng.standard_normal((200, 200)) @ layer.kernel + layer.bias
    shares = np.exp(answers) / np.exp(answers).sum(axis=1, keepdims=True)
    assert shares.max(axis=1).mean() < 0.4


@pytest.mark.parametrize("pictures", [1, 2, 5])
def test_few_pictures_a_class_without_any_and_values_that_never_change_give_numbers(pictures: int) -> None:
    features = np.random.default_rng(1).standard_normal((pictures, 6))
    features[:, 2] = 7
    layer = solved(features, np.zeros(pictures, int), 3)
    assert np.isfinite(layer.kernel).all()
    assert np.isfinite(layer.bias).all()
    assert not layer.kernel[2].any()
    assert (features @ layer.kernel + layer.bias).argmax(axis=1).tolist() == [0] * pictures
