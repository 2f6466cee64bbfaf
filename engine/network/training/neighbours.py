"""t-SNE: a plane in which those that are neighbours among many numbers are neighbours again.

Written out because scikit-learn's, which it is held against in the tests, can neither be stopped nor tell how far it
is. The gradient is the exact one, which for the thousand pictures of a map takes no longer than an approximation.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

STEPS = 1000
_EXAGGERATED = 250  # steps in which neighbours attract each other more, so that groups find together
_EXAGGERATION = 12.0
_HALVINGS = 60
_LEAST_GAIN = 0.01
_STILL = 1e-7


def laid_out(
    vectors: Floats, start: Floats, *, perplexity: float, told: Callable[[int, int], None] = lambda _done, _total: None
) -> Floats:
    """Places (n, 2) for the rows of `vectors` (n, m), from the places `start`; the same for the same numbers.

    `perplexity` is about the number of neighbours that count, below n; `told` hears how many of how many steps are done
    and may raise to end it.
    """
    near = affinities(vectors, perplexity)
    # So small that at first all of them feel each other.
    points = (start * (1e-4 / max(float(start[:, 0].std()), 1e-30))).astype(np.float32)
    rate = max(len(points) / _EXAGGERATION / 4, 50.0)
    speed, gains = np.zeros_like(points), np.ones_like(points)
    closeness, pull = np.empty_like(near), np.empty_like(near)
    for step in range(STEPS):
        told(step, STEPS)
        is_early = step < _EXAGGERATED
        gradient = _gradient(near, points, _EXAGGERATION if is_early else 1.0, closeness, pull)
        gains = np.where(np.signbit(speed) != np.signbit(gradient), gains + 0.2, gains * 0.8)
        np.maximum(gains, _LEAST_GAIN, out=gains)
        speed = (0.5 if is_early else 0.8) * speed - rate * gains * gradient
        points += speed
        if not is_early and float(np.linalg.norm(gradient)) < _STILL:
            break
    return points


def affinities(vectors: Floats, perplexity: float) -> Floats:
    """How much each row is a neighbour of each other: (n, n), symmetric, in sum 1.

    Each row sees its neighbours through a bell as wide as it takes for their entropy to be log(perplexity).
    """
    squares = _squared_distances(vectors.astype(np.float64))
    np.fill_diagonal(squares, np.inf)
    # Only differences count, and so exp(−0) is there in every row.
    squares -= squares.min(axis=1, keepdims=True)
    scale = float(np.mean(squares[np.isfinite(squares)])) or 1.0
    squares /= scale
    low, high = np.zeros(len(squares)), np.full(len(squares), np.inf)
    sharpness = np.ones(len(squares))
    finite = np.where(np.isfinite(squares), squares, 0.0)
    for _ in range(_HALVINGS):
        weights = np.exp(-squares * sharpness[:, None])
        sums = weights.sum(axis=1)
        entropy = np.log(sums) + sharpness * (weights * finite).sum(axis=1) / sums
        is_wide = entropy > np.log(perplexity)
        low, high = np.where(is_wide, sharpness, low), np.where(is_wide, high, sharpness)
        sharpness = np.where(np.isinf(high), sharpness * 2, (low + high) / 2)
    weights = np.exp(-squares * sharpness[:, None])
    weights /= weights.sum(axis=1, keepdims=True)
    both = weights + weights.T
    near: Floats = np.maximum(both / both.sum(), 1e-12).astype(np.float32)
    np.fill_diagonal(near, 0)
    return near


def _gradient(near: Floats, points: Floats, exaggeration: float, closeness: Floats, pull: Floats) -> Floats:
    """The slope at each point of what is made as small as it can be, the Kullback-Leibler divergence of the closeness
    in the plane from `near`; `closeness` and `pull` are room to work in.
    """
    squares = np.einsum("ij,ij->i", points, points)
    np.matmul(points, points.T, out=closeness)
    closeness *= -2
    closeness += squares[:, None] + 1
    closeness += squares[None]
    np.reciprocal(closeness, out=closeness)
    np.fill_diagonal(closeness, 0)
    np.multiply(closeness, -1 / float(closeness.sum(dtype=np.float64)), out=pull)
    pull += near if exaggeration == 1 else near * np.float32(exaggeration)
    pull *= closeness
    made: Floats = 4 * (pull.sum(axis=1)[:, None] * points - pull @ points)
    return made


def _squared_distances(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    squares = np.einsum("ij,ij->i", rows, rows)
    found: NDArray[np.float64] = np.maximum(squares[:, None] + squares[None] - 2 * (rows @ rows.T), 0)
    return found
