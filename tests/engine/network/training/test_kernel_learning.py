from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.imaging.convolution import convolve
from engine.imaging.kernels import library
from engine.network.training.kernel_learning import KernelLesson, KernelLessonError, KernelSettings


def picture(seed: int = 0) -> np.ndarray:
    """Edges in all directions, as a photograph has them: noise of all sizes."""
    generator = np.random.default_rng(seed)
    made = np.zeros((64, 64))
    for side in (4, 8, 16, 32, 64):
        made += np.kron(generator.uniform(0, 1, (side, side)), np.ones((64 // side, 64 // side)))
    return np.rint(made / made.max() * 255).astype(np.uint8)


@pytest.mark.parametrize("angle", [0, 45, 70, 73])
def test_gradient_descent_finds_the_edge_kernel_of_any_angle(angle: int) -> None:
    target = library()["oriented"].weights(angle=angle)
    lesson = KernelLesson(picture(), target, KernelSettings(size=target.shape[0]))
    last = list(lesson.steps())[-1]
    assert last.has_converged
    assert np.abs(last.weights - target).max() <= 0.001 * np.abs(target).max()
    assert last.loss < 0.1


@settings(max_examples=12, deadline=None)
@given(
    name=st.sampled_from(["sobel", "scharr", "prewitt", "roberts", "laplacian", "box", "sharpen", "emboss"]),
    seed=st.integers(0, 1000), spare=st.integers(0, 2),
)  # fmt: skip
def test_it_finds_other_kernels_of_the_library_even_with_room_to_spare(name: str, seed: int, spare: int) -> None:
    target = library()[name].weights()
    lesson = KernelLesson(
        picture(), target, KernelSettings(size=max(target.shape) + spare, seed=seed, steps=20_000, enough=0.01)
    )
    steps = list(lesson.steps())
    assert steps[0].error > 0.01
    assert steps[-1].has_converged
    assert steps[-1].loss < steps[0].loss


def test_loss_and_slope_are_those_of_the_two_maps() -> None:
    target = library()["sobel"].weights().astype(np.float64)
    lesson = KernelLesson(picture(), target)
    weights = lesson.start()

    def loss(kernel: np.ndarray) -> float:
        return float(((convolve(lesson.picture, kernel) - lesson.wanted) ** 2).mean()) * 255**2

    first = next(iter(lesson.steps()))
    assert first.loss == pytest.approx(loss(weights), rel=1e-4)
    slope = lesson.gradient(weights)
    for place in ((0, 0), (1, 2)):
        nudge = np.zeros((3, 3))
        nudge[place] = 1e-3
        measured = (loss(weights + nudge) - loss(weights - nudge)) / 2e-3
        assert slope[place] == pytest.approx(measured, rel=1e-2)


def test_too_long_steps_run_away_and_that_is_said() -> None:
    lesson = KernelLesson(picture(), library()["sobel"].weights(), KernelSettings(rate=3.0, momentum=0.0, steps=20_000))
    last = list(lesson.steps())[-1]
    assert last.has_diverged
    assert not last.has_converged


@pytest.mark.parametrize(
    ("given", "size", "sentence"),
    [
        (np.full((64, 64), 90, np.uint8), 3, "too even"),
        (np.zeros((4, 4), np.uint8), 3, "too small"),
        (picture(), 2, "Make it larger"),
    ],
)
def test_what_nothing_can_be_learnt_from_is_refused(given: np.ndarray, size: int, sentence: str) -> None:
    with pytest.raises(KernelLessonError, match=sentence):
        KernelLesson(given, library()["sobel"].weights(), KernelSettings(size=size))


def test_it_can_begin_from_nothing() -> None:
    target = library()["oriented"].weights(angle=45)
    lesson = KernelLesson(picture(), target, KernelSettings(size=target.shape[0], start="zeros"))
    first, *_, last = lesson.steps()
    assert not first.weights.any()
    assert first.error == 1.0
    assert last.has_converged
