import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.imaging import fourier
from engine.imaging.fourier import correlate_by_waves, effort_of, tile_shape
from engine.imaging.padding import Margins, pad
from engine.opencv import cv2
from tests.engine.imaging import reference


@pytest.fixture
def _threads():
    before = cv2.getNumThreads()
    yield
    cv2.setNumThreads(before)


@settings(max_examples=60, deadline=None)
@given(
    st.tuples(st.integers(1, 40), st.integers(1, 40)), st.sampled_from((None, 1, 2, 3)),
    st.tuples(st.integers(1, 9), st.integers(1, 9)), st.tuples(*[st.integers(0, 12)] * 4),
    st.sampled_from(("uint8", "float32", "float64")),
)  # fmt: skip
def test_zeros_around_the_picture_need_not_be_laid_there(size, channels, kernel, margins, dtype):
    random = np.random.default_rng(0)
    image = random.integers(0, 256, size if channels is None else (*size, channels)).astype(dtype)
    weights = random.normal(size=kernel)
    padded = pad(image, Margins(*margins))
    rows, columns = padded.shape[0] - kernel[0] + 1, padded.shape[1] - kernel[1] + 1
    if rows < 1 or columns < 1:
        return
    expected = reference.convolve(padded, weights)
    tolerance = 1e-5 * 255 * np.abs(weights).sum()
    result = correlate_by_waves(image, weights, rows, columns, above=margins[0], before=margins[2])
    np.testing.assert_allclose(result, expected, atol=tolerance)
    np.testing.assert_allclose(correlate_by_waves(padded, weights, rows, columns), expected, atol=tolerance)


@pytest.mark.usefixtures("_threads")
@pytest.mark.parametrize("shape", [(300, 420), (300, 420, 3)])
@pytest.mark.parametrize("tile", [(64, 80), (128, 440), (320, 440)])
def test_every_number_of_threads_gives_the_same_values(monkeypatch, shape, tile):
    monkeypatch.setattr(fourier, "VALUES_A_THREAD", 1)
    monkeypatch.setattr(fourier, "tile_shape", lambda *_: tile)
    random = np.random.default_rng(0)
    image, kernel = random.normal(size=shape).astype(np.float32), random.normal(size=(11, 14))
    results = []
    for threads in (1, 2, 3):
        cv2.setNumThreads(threads)
        results.append(correlate_by_waves(image, kernel, 290, 407))
    np.testing.assert_array_equal(results[0], results[1])
    np.testing.assert_array_equal(results[0], results[2])
    expected = reference.convolve(image[:60, :60], kernel)
    np.testing.assert_allclose(results[0][:50, :47], expected, atol=1e-3)


@given(st.integers(1, 3000), st.integers(1, 3000), st.tuples(st.integers(1, 400), st.integers(1, 400)))
@settings(max_examples=100, deadline=None)
def test_tiles_cover_the_result_and_hold_the_kernel(rows, columns, kernel):
    height, width = tile_shape(rows, columns, kernel)
    assert height >= kernel[0]
    assert width >= kernel[1]
    effort = effort_of(rows, columns, kernel)
    assert effort.values >= rows * columns
    assert effort.work >= effort.values
