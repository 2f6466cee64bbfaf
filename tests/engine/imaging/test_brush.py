from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.imaging.brush import Brush, stroke
from engine.parameters import ParameterError

PLACES = st.tuples(st.integers(-10, 50), st.integers(-10, 70))


def noise(seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (40, 60, 3), dtype=np.uint8)


@settings(max_examples=60, deadline=None)
@given(start=PLACES, end=PLACES, size=st.integers(1, 60), paint=st.sampled_from(["gray", "white", "red"]))
def test_a_stroke_changes_only_its_box_and_the_eraser_brings_it_back(
    start: tuple[int, int], end: tuple[int, int], size: int, paint: str
) -> None:
    original = noise()
    canvas, brush = original.copy(), Brush(size=size, paint=paint)
    top, left, height, width = stroke(canvas, original, brush, start=start, end=end)
    outside = np.ones(canvas.shape[:2], bool)
    outside[top : top + height, left : left + width] = False
    assert np.array_equal(canvas[outside], original[outside])
    painted = (canvas != original).any(axis=-1)
    assert (canvas[painted] == brush.colour).all()
    for place in (start, end):
        if 0 <= place[0] < 40 and 0 <= place[1] < 60:
            assert tuple(canvas[place]) == brush.colour
    stroke(canvas, original, Brush(size=size, paint="original"), start=start, end=end)
    assert np.array_equal(canvas, original)


def test_a_dot_is_as_wide_as_the_brush_says() -> None:
    canvas = np.zeros((100, 100, 3), np.uint8)
    stroke(canvas, canvas.copy(), Brush(size=20, paint="white"), start=(50, 50), end=(50, 50))
    row = canvas[50, :, 0] > 0
    assert 20 <= row.sum() <= 21
    assert not canvas[41, 41].any(), "round, not square"


def test_a_stroke_has_no_gaps() -> None:
    canvas = np.zeros((100, 100, 3), np.uint8)
    stroke(canvas, canvas.copy(), Brush(size=4, paint="white"), start=(10, 10), end=(80, 90))
    for share in np.linspace(0, 1, 50):
        assert canvas[round(10 + 70 * share), round(10 + 80 * share), 0] == 255


def test_a_brush_that_cannot_be_is_refused() -> None:
    with pytest.raises(ParameterError, match="must be a whole number from 1 to 60"):
        Brush(size=0)
    with pytest.raises(ParameterError, match="must be one of"):
        Brush(paint="pink")


def test_one_pixel_can_be_painted() -> None:
    canvas = np.zeros((1, 1, 3), np.uint8)
    assert stroke(canvas, canvas.copy(), Brush(paint="white"), start=(0, 0), end=(0, 0)) == (0, 0, 1, 1)
    assert canvas.tolist() == [[[255, 255, 255]]]
