from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.network.statistics import BINS, MOST_PAIRS, MOST_SHOWN, correlation_of, spread_of


def maps(seed: int, shape: tuple[int, ...], *, is_rectified: bool = True) -> np.ndarray:
    values = np.random.default_rng(seed).normal(0, 1, shape).astype(np.float32)
    return np.maximum(values, 0) if is_rectified else values


@settings(deadline=None, max_examples=25)
@given(
    seed=st.integers(0, 1000), sides=st.lists(st.integers(1, 7), max_size=2), count=st.integers(1, 9),
    is_rectified=st.booleans(),
)  # fmt: skip
def test_every_number_is_counted_once(seed: int, sides: list[int], count: int, is_rectified: bool) -> None:
    values = maps(seed, (*sides, count), is_rectified=is_rectified)
    found = spread_of(values)
    assert len(found.counts) == BINS == len(found.edges) - 1
    zeros = np.count_nonzero(values == 0)
    assert found.counts.sum() + zeros == values.size
    assert found.zeros == pytest.approx(zeros / values.size)
    assert found.below == pytest.approx(np.mean(values < 0))
    assert (found.minimum, found.maximum) == (values.min(), values.max())
    assert found.mean == pytest.approx(values.mean(), abs=1e-5)
    assert found.deviation == pytest.approx(values.std(), abs=1e-5)


def test_dead_maps_and_values_that_are_no_numbers_are_counted() -> None:
    values = maps(1, (5, 6, 4))
    values[..., 2] = 0
    values[..., 3] = 1.5
    assert spread_of(values).dead == 1, "a map of 1.5 everywhere fires everywhere"
    values[0, 0, 0] = np.nan
    values[1, 0, 0] = np.inf
    found = spread_of(values)
    assert found.non_finite == 2
    assert np.isfinite([found.mean, found.maximum, found.deviation]).all()
    assert spread_of(np.array([0, 0, 2], np.float32)).dead == 2
    assert spread_of(np.full((2, 2, 1), np.nan, np.float32)).non_finite == 4


@settings(deadline=None, max_examples=20)
@given(seed=st.integers(0, 1000), count=st.integers(2, 12))
def test_the_matrix_is_numpys(seed: int, count: int) -> None:
    values = maps(seed, (6, 7, count), is_rectified=False)
    found = correlation_of(values)
    assert found is not None
    assert found.channels.tolist() == list(range(count))
    np.testing.assert_allclose(found.matrix, np.corrcoef(values.reshape(-1, count).T), atol=2e-5)
    best = max(abs(pair.correlation) for pair in found.pairs)
    off_diagonal = np.abs(found.matrix[~np.eye(count, dtype=bool)])
    assert best == pytest.approx(off_diagonal.max(), abs=1e-6)
    assert len({frozenset((pair.first, pair.second)) for pair in found.pairs}) == len(found.pairs) <= MOST_PAIRS


def test_maps_that_are_alike_or_opposite_come_first() -> None:
    values = maps(3, (8, 8, 5), is_rectified=False)
    values[..., 4] = 3 * values[..., 1] + 7
    values[..., 3] = -values[..., 0]
    found = correlation_of(values)
    assert found is not None
    assert {(pair.first, pair.second) for pair in found.pairs[:2]} == {(1, 4), (0, 3)}
    assert sorted(round(pair.correlation, 4) for pair in found.pairs[:2]) == [-1, 1]


def test_a_constant_map_goes_together_with_none() -> None:
    values = maps(4, (8, 8, 4), is_rectified=False)
    values[..., 1] = 0.1
    found = correlation_of(values)
    assert found is not None
    assert np.isnan(found.matrix[1]).all()
    assert np.isnan(found.matrix[:, 1]).all()
    assert all(1 not in (pair.first, pair.second) for pair in found.pairs)


def test_of_many_maps_those_that_vary_most_are_shown() -> None:
    values = maps(5, (6, 6, 100), is_rectified=False) * np.arange(100, dtype=np.float32)
    found = correlation_of(values)
    assert found is not None
    assert len(found.channels) == MOST_SHOWN
    assert found.channels.tolist() == sorted(found.channels.tolist())
    assert found.channels.mean() > 55
    assert 0 not in found.channels


def test_single_values_have_no_correlation() -> None:
    assert correlation_of(np.ones(7, np.float32)) is None
    assert correlation_of(np.ones((4, 4, 1), np.float32)) is None
