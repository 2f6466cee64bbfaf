"""A last layer calculated at once from what the layers before it give, instead of learnt step by step. No Keras here.

Least squares with weight decay ("ridge regression"): how much decay, and how sure the answers should be, is tried on
each picture as if it alone were new. For few pictures of many values that is better than going down a slope.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]

# Decay as a share of the mean size of a feature, and by how much answers are multiplied before softmax.
_DECAYS = 10.0 ** np.arange(-3, 2.1, 0.5)
_SCALES = 2.0 ** np.arange(-1, 7, 0.5)
_LEAST_SPREAD = 1e-6


@dataclass(frozen=True, eq=False)
class Solved:
    """A dense layer with softmax: features (n, d) @ kernel (d, classes) + bias (classes,)."""

    kernel: NDArray[np.float32]
    bias: NDArray[np.float32]


def solved(features: NDArray[Any], labels: NDArray[Any], classes: int) -> Solved:
    """The layer that names the classes of pictures best that it was not calculated from. Features: (pictures, d).

    >>> layer = solved(np.array([[0.0, 1.0], [1.0, 1.0], [4.0, 1.0], [5.0, 1.0]]), np.array([0, 0, 1, 1]), 2)
    >>> (np.array([[0.5, 1.0], [4.5, 1.0]]) @ layer.kernel + layer.bias).argmax(axis=1).tolist()
    [0, 1]
    """
    features = np.asarray(features, np.float64)
    middle = features.mean(axis=0)
    spread = features.std(axis=0)
    # What is the same in every picture says nothing about any.
    share = np.where(spread > _LEAST_SPREAD, 1 / np.maximum(spread, _LEAST_SPREAD), 0.0)
    wanted = np.eye(classes)[labels]
    usual = wanted.mean(axis=0)
    left, sizes, right = np.linalg.svd((features - middle) * share, full_matrices=False)
    found = left.T @ (wanted - usual)
    decay, scale = _best(left, sizes, found, wanted, usual)
    kernel = scale * share[:, None] * (right.T @ ((sizes / (sizes**2 + decay))[:, None] * found))
    return Solved(kernel.astype(np.float32), (scale * usual - middle @ kernel).astype(np.float32))


def _best(left: Values, sizes: Values, found: Values, wanted: Values, usual: Values) -> tuple[float, float]:
    """The decay and scale with the lowest loss over all pictures, each answered by a layer that did not know it."""
    tried = []
    for decay in _DECAYS * max(float(np.sum(sizes**2)) / max(1, len(left)), _LEAST_SPREAD):
        answers = usual + left_out(left, sizes, found, wanted - usual, decay)
        tried += [(_loss(scale * answers, wanted), decay, scale) for scale in _SCALES]
    _, decay, scale = min(tried)
    return float(decay), float(scale)


def left_out(left: Values, sizes: Values, found: Values, wanted: Values, decay: float) -> Values:
    """The answer to each picture, above the usual one, had the layer been calculated from all the others.

    Without calculating it anew: what a picture pulls towards itself is known.
    """
    kept = sizes**2 / (sizes**2 + decay)
    answers = left @ (kept[:, None] * found)
    pull = left**2 @ kept + 1 / len(left)
    outside: Values = wanted - (wanted - answers) / np.maximum(1 - pull, _LEAST_SPREAD)[:, None]
    return outside


def _loss(answers: Values, wanted: Values) -> float:
    """The mean cross-entropy, as if one more picture had been taken for any class: nobody is ever quite sure."""
    count, classes = wanted.shape
    smoothed = (wanted * count + 1 / classes) / (count + 1)
    answers = answers - answers.max(axis=1, keepdims=True)
    shares = answers - np.log(np.exp(answers).sum(axis=1, keepdims=True))
    return float(-(smoothed * shares).sum(axis=1).mean())
