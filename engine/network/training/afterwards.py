"""What answers to known pictures say about a network: plain arithmetic on shares and true classes. No Keras here.

Everywhere `labels` are the true classes (N,) and `probabilities` the answered shares (N, classes).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Labels = NDArray[np.int32]
Probabilities = NDArray[np.float32]


@dataclass(frozen=True)
class ClassFigures:
    """How one class is told from the others. Shares of nothing are None.

    `precision`: of the pictures called this class, the share that is of it. `recall`: of the pictures of this class,
    the share that is found. `f1` is their harmonic mean, `count` how many pictures of the class there are.
    """

    precision: float | None
    recall: float | None
    f1: float | None
    count: int


@dataclass(frozen=True, eq=False)
class Roc:
    """Share of false alarms against share found, for every threshold, and the area below that curve (1 is perfect)."""

    false_alarms: NDArray[np.float64]
    found: NDArray[np.float64]
    area: float


@dataclass(frozen=True)
class ReliabilityBin:
    """The answers whose share lies from `low` to `high`: their mean share, how many are right, how many there are."""

    low: float
    high: float
    confidence: float
    accuracy: float
    count: int


@dataclass(frozen=True)
class Reliability:
    """Whether "90 % sure" is right nine times out of ten. `error` is the mean distance (ECE), weighted by answers."""

    bins: tuple[ReliabilityBin, ...]
    error: float


def confusion(labels: Labels, probabilities: Probabilities) -> NDArray[np.int64]:
    """How often each true class (row) was taken for each class (column). Output shape: (classes, classes).

    >>> confusion(np.array([0, 1, 1]), np.array([[0.9, 0.1], [0.2, 0.8], [0.6, 0.4]])).tolist()
    [[1, 0], [1, 1]]
    """
    classes = probabilities.shape[1]
    pairs = labels.astype(np.int64) * classes + probabilities.argmax(axis=1)
    return np.bincount(pairs, minlength=classes * classes).reshape(classes, classes).astype(np.int64)


def class_figures(matrix: NDArray[np.int64]) -> tuple[ClassFigures, ...]:
    """The figures of each class out of a confusion matrix."""
    found = []
    for number in range(len(matrix)):
        right, true, said = int(matrix[number, number]), int(matrix[number].sum()), int(matrix[:, number].sum())
        precision, recall = (right / said if said else None), (right / true if true else None)
        total = true + said
        found.append(ClassFigures(precision, recall, 2 * right / total if total else None, true))
    return tuple(found)


def mistakes(
    labels: Labels, probabilities: Probabilities, *, true: int | None = None, said: int | None = None
) -> NDArray[np.int64]:
    """The rows that were answered wrongly, the most certain first; only those of a cell of the matrix if it is given.

    For a cell on the diagonal they are the right answers, the least certain first.
    """
    answers = probabilities.argmax(axis=1)
    certainty = probabilities.max(axis=1)
    chosen = np.ones(len(labels), bool) if true is None else labels == true
    if said is not None:
        chosen &= answers == said
    is_right_cell = true is not None and true == said
    if not is_right_cell:
        chosen &= answers != labels
    rows = np.flatnonzero(chosen)
    order = np.argsort(certainty[rows] if is_right_cell else -certainty[rows], kind="stable")
    return rows[order].astype(np.int64)


def roc(labels: Labels, probabilities: Probabilities, number: int) -> Roc | None:
    """The curve of one class against all others; None where there are only pictures of one kind."""
    positive = labels == number
    if not positive.any() or positive.all():
        return None
    scores = probabilities[:, number].astype(np.float64)
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(positive[order])
    alarms = np.cumsum(~positive[order])
    # Where scores are equal no threshold lies between them: only the last of each counts.
    last = np.append(np.flatnonzero(np.diff(scores[order])), len(scores) - 1)
    found = np.concatenate([[0.0], hits[last] / positive.sum()])
    false_alarms = np.concatenate([[0.0], alarms[last] / (~positive).sum()])
    return Roc(false_alarms, found, float(np.trapezoid(found, false_alarms)))


def reliability(labels: Labels, probabilities: Probabilities, *, bins: int = 10) -> Reliability:
    """Answers sorted by how sure they are; bins without any answer are left out."""
    confidence = probabilities.max(axis=1).astype(np.float64)
    right = probabilities.argmax(axis=1) == labels
    number = np.clip((confidence * bins).astype(np.int64), 0, bins - 1)
    found = []
    for each in np.unique(number):
        here = number == each
        found.append(
            ReliabilityBin(
                float(each / bins), float((each + 1) / bins), float(confidence[here].mean()),
                float(right[here].mean()), int(here.sum()),
            )
        )  # fmt: skip
    total = max(1, len(labels))
    error = sum(abs(each.confidence - each.accuracy) * each.count for each in found) / total
    return Reliability(tuple(found), float(error))
