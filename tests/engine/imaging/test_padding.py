import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engine.imaging.checks import ConvolutionError
from engine.imaging.padding import BORDERS, Margins, pad, resolve, source_index, visit_counts, window_at
from tests.engine.imaging import reference
from tests.engine.imaging.requests import borders, fits, paddings, pairs, pictures

sides = st.integers(0, 40)


@settings(max_examples=150, deadline=None)
@given(pictures(most=6), sides, sides, sides, sides, borders, st.sampled_from((0, 7, 1.5, -4, 70000)))
def test_agrees_with_numpy_even_beyond_the_picture(image, top, bottom, left, right, border, value):
    result = pad(image, Margins(top, bottom, left, right), border, value)
    source = image if border != "constant" or image.dtype.kind == "f" else image.astype(np.float64)
    np.testing.assert_array_equal(result, reference.padded(source, ((top, bottom), (left, right)), border, value))
    is_plain = border != "constant" or image.dtype.kind == "f" or value in (0, 7)
    assert result.dtype == image.dtype if is_plain else result.dtype in (image.dtype, np.float32)


@given(st.integers(1, 5), st.integers(-30, 30), borders)
def test_source_index_is_where_the_rim_comes_from(size, index, border):
    line = np.arange(10, 10 + size)[None]
    rim = pad(line, Margins(0, 0, 40, 40), border)
    source = source_index(index, size, border)
    assert rim[0, index + 40] == (0 if source is None else line[0, source])
    assert (source is None) == (border in ("zero", "constant") and not 0 <= index < size)


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 9), st.integers(1, 9), pairs, paddings, pairs, pairs)
def test_visits_are_those_of_the_windows(height, width, kernel, padding, stride, dilation):
    image = np.zeros((height, width))
    assume(fits(image, kernel, padding, dilation))
    counts = np.zeros((height, width), int)
    margins = resolve(padding, image.shape, kernel, stride, dilation)
    for (row, column), _, seen in reference.windows(image, kernel, padding, "zero", 0, stride, dilation):
        rows, columns = window_at(row, column, kernel, margins, stride, dilation)
        assert seen.shape == (rows.size, columns.size)
        for y in rows:
            for x in columns:
                if 0 <= y < height and 0 <= x < width:
                    counts[y, x] += 1
    np.testing.assert_array_equal(visit_counts((height, width), kernel, padding, stride, dilation), counts)


def test_corners_are_visited_once_and_inner_pixels_nine_times():
    counts = visit_counts((6, 6), (3, 3))
    assert counts[0, 0] == 1
    assert counts[3, 3] == 9


@settings(max_examples=60, deadline=None)
@given(pictures(most=8, channels=(None,)), pairs, paddings, borders, pairs, pairs)
def test_window_and_source_give_the_values_under_the_kernel(image, kernel, padding, border, stride, dilation):
    assume(fits(image, kernel, padding, dilation))
    margins = resolve(padding, image.shape, kernel, stride, dilation)
    for place, _, seen in reference.windows(image, kernel, padding, border, 0, stride, dilation):
        rows, columns = window_at(*place, kernel, margins, stride, dilation)
        for i, row in enumerate(rows):
            for j, column in enumerate(columns):
                y = source_index(int(row), image.shape[0], border)
                x = source_index(int(column), image.shape[1], border)
                assert seen[i, j] == (0 if y is None or x is None else float(image[y, x]))


@pytest.mark.parametrize("border", BORDERS)
def test_many_channels(border):
    image = np.random.default_rng(0).normal(size=(4, 5, 9)).astype(np.float32)
    expected = reference.padded(image, ((2, 1), (0, 3)), border, 2.0)
    np.testing.assert_array_equal(pad(image, Margins(2, 1, 0, 3), border, 2.0), expected)


def test_refusals_are_sentences():
    with pytest.raises(ConvolutionError, match="at most 268,435,456 fit"):
        pad(np.ones((2, 2)), Margins(100_000, 0, 100_000, 0))
    with pytest.raises(ConvolutionError, match="must be one of: zero, constant"):
        source_index(3, 2, "nothing")
    with pytest.raises(ConvolutionError, match="The kernel is 3 × 3"):
        visit_counts((2, 2), (3, 3))
