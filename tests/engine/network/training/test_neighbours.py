"""t-SNE against scikit-learn's, and what scikit-learn's cannot do: tell, and stop."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.spatial.distance import pdist, squareform
from sklearn.manifold import TSNE, trustworthiness

from engine.network.training.embedding import in_plane, principal_plane
from engine.network.training.neighbours import STEPS, affinities, laid_out


def groups(count: int = 120, *, seed: int = 0) -> np.ndarray:
    """Rows of twelve numbers around four middles."""
    generator = np.random.default_rng(seed)
    middles = generator.normal(0, 6, (4, 12))
    return (middles[np.arange(count) % 4] + generator.normal(0, 1, (count, 12))).astype(np.float32)


def divergence(near: np.ndarray, points: np.ndarray) -> float:
    """What is made as small as it can be: the Kullback-Leibler divergence of the closeness in the plane from `near`."""
    closeness = 1 / (1 + squareform(pdist(points.astype(np.float64), "sqeuclidean")))
    np.fill_diagonal(closeness, 0)
    there = near > 0
    return float((near[there] * np.log(near[there] / np.maximum(closeness / closeness.sum(), 1e-12)[there])).sum())


def quiet(_done: int, _total: int) -> None:
    """Nobody listens."""


def test_each_row_has_as_many_neighbours_as_the_perplexity_says() -> None:
    rows = groups()
    near = affinities(rows, 15.0).astype(np.float64)
    assert near.sum() == pytest.approx(1, abs=1e-4)
    assert np.allclose(near, near.T)
    # Of the closeness before it is made symmetric, reckoned anew: slowly, row by row.
    squares = squareform(pdist(rows.astype(np.float64), "sqeuclidean"))
    expected = np.zeros_like(squares)
    for row, found in enumerate(squares):
        low, high = 1e-9, 1e3
        others = np.arange(len(squares)) != row
        for _ in range(200):
            middle = (low * high) ** 0.5
            weights = np.where(others, np.exp(-(found - found[others].min()) * middle), 0)
            shares = weights[others] / weights.sum()
            entropy = -(shares * np.log(np.maximum(shares, 1e-300))).sum()
            low, high = (middle, high) if entropy > np.log(15.0) else (low, middle)
        expected[row] = weights / weights.sum()
    expected = (expected + expected.T) / (2 * len(squares))
    assert np.allclose(near, expected, atol=1e-6)


def test_it_comes_to_what_scikit_learn_comes_to() -> None:
    rows = groups()
    start, _ = principal_plane(rows)
    mine = laid_out(rows, start, perplexity=20.0)
    other = TSNE(2, perplexity=20.0, init="pca", method="exact", random_state=0).fit_transform(rows)
    near = affinities(rows, 20.0)
    assert divergence(near, mine) <= divergence(near, other) * 1.02
    assert trustworthiness(rows, mine, n_neighbors=5) >= trustworthiness(rows, other, n_neighbors=5) - 0.01
    assert np.array_equal(mine, laid_out(rows, start, perplexity=20.0))


@pytest.mark.parametrize(
    "rows",
    [np.zeros((9, 4)), np.eye(9, 4) * 1e6, np.full((9, 1), 3.0)],
    ids=["alike", "far apart", "one number"],
)
def test_rows_that_are_all_alike_or_far_apart_still_get_places(rows: np.ndarray) -> None:
    points, share = in_plane(rows.astype(np.float32), "t-sne", told=quiet)
    assert points.shape == (9, 2)
    assert np.isfinite(points).all()
    assert share is None


def test_it_tells_how_far_it_is_and_ends_when_it_is_told_to() -> None:
    told: list[tuple[int, int]] = []

    class EndedError(Exception):
        pass

    def hear(done: int, total: int) -> None:
        told.append((done, total))
        if done == 7:
            raise EndedError

    with pytest.raises(EndedError):
        in_plane(groups(), "t-sne", told=hear)
    assert told == [(step, STEPS) for step in range(8)]


def test_few_pictures_are_laid_out_by_their_spread() -> None:
    rows = groups(4)
    points, share = in_plane(rows, "t-sne", told=quiet)
    assert share is not None
    assert np.array_equal(points, principal_plane(rows)[0])
