import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from engine.errors import UserError
from engine.imaging import histogram as module
from engine.imaging.histogram import histogram

shapes = st.tuples(st.integers(1, 9), st.integers(1, 9), st.sampled_from([(), (1,), (2,), (3,), (4,), (7,)])).map(
    lambda shape: (*shape[:2], *shape[2])
)


@given(
    st.one_of(
        arrays(np.uint8, shapes), arrays(np.uint16, shapes), arrays(np.float32, shapes, elements=st.floats(width=32))
    ),
    st.sampled_from([1, 2, 7, 100, 256, 1000]),
)
@settings(max_examples=150, deadline=None)
def test_every_number_is_counted_once_and_the_figures_are_true(image, bins):
    counted = histogram(image, bins)
    finite = image[np.isfinite(image)].astype(np.float64)
    assert counted.counts.shape == (1 if image.ndim == 2 else image.shape[2], bins)
    assert counted.counts.sum() == finite.size
    assert counted.non_finite == image.size - finite.size
    assert (np.diff(counted.edges) > 0).all()
    if finite.size:
        assert counted.minimum == finite.min()
        assert counted.maximum == finite.max()
        assert counted.mean == pytest.approx(finite.mean(), rel=1e-5, abs=1e-5 * np.abs(finite).max())
        assert counted.zeros == pytest.approx(np.mean(finite == 0))
        assert counted.edges[0] <= finite.min()
        assert counted.edges[-1] >= finite.max()
    else:
        assert (counted.minimum, counted.maximum, counted.mean, counted.zeros) == (0, 0, 0, 0)


@pytest.mark.parametrize("bins", [256, 64, 10])
@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
def test_whole_numbers_are_counted_as_by_numpy(kind, bins):
    image = np.random.default_rng(0).integers(0, np.iinfo(kind).max, (40, 50, 3), dtype=kind, endpoint=True)
    counted = histogram(image, bins)
    for channel in range(3):
        expected, edges = np.histogram(image[..., channel], bins, range=(0, int(np.iinfo(kind).max) + 1))
        np.testing.assert_array_equal(counted.counts[channel], expected)
        np.testing.assert_allclose(counted.edges, edges)


def test_whole_numbers_in_floats_do_not_fall_between_bins():
    image = np.arange(257, dtype=np.float32)[None]
    assert histogram(image, 256).counts[0].tolist() == [1] * 255 + [2]


def test_floats_are_counted_as_by_numpy():
    image = np.random.default_rng(0).normal(0, 100, (60, 70)).astype(np.float32)
    expected, _ = np.histogram(image, 50)
    assert np.abs(histogram(image, 50).counts[0] - expected).sum() <= 2  # float32 may see an edge differently


def test_large_pictures_are_counted_in_parts(monkeypatch):
    image = np.random.default_rng(0).integers(0, 256, (50, 7, 2), dtype=np.uint8)
    whole = histogram(image).counts
    monkeypatch.setattr(module, "_AT_ONCE", 20)
    np.testing.assert_array_equal(histogram(image).counts, whole)


def test_an_impossible_number_of_bins_is_refused():
    for bins in (0, 65537):
        with pytest.raises(UserError, match="bins"):
            histogram(np.zeros((2, 2)), bins)
