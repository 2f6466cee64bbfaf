"""Which classes a split leaves without pictures to learn from, to watch or to judge by."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.network.data.dataset import TEST, TRAIN, VALIDATION, DataSet, Indices, PartNumbers
from engine.network.data.specs import DataError
from engine.text import mark


@dataclass(frozen=True)
class Lack:
    """A class by its number, and what it lacks."""

    label: int
    reason: DataError


def part_counts(dataset: DataSet, numbers: PartNumbers) -> Indices:
    """How many pictures each class has in training, validation and test: int64 (classes, 3)."""
    counts = np.zeros((len(dataset.class_names), 3), np.int64)
    is_in = numbers >= 0
    np.add.at(counts, (dataset.labels[is_in], numbers[is_in]), 1)
    return counts


def lacking(dataset: DataSet, numbers: PartNumbers) -> tuple[Lack, ...]:
    """Classes with pictures that a part has none of, though it has some of other classes; the worst of each class."""
    counts = part_counts(dataset, numbers)
    is_there = np.bincount(dataset.labels, minlength=len(dataset.class_names)) > 0
    found = []
    for label in np.flatnonzero(is_there).tolist():
        name = dataset.class_names[label]
        if not counts[label, TRAIN]:
            found.append(
                Lack(label, DataError(mark("Nothing of “{name}” is learnt from. Put some of it into training."),
                                      name=name))
            )  # fmt: skip
        elif not counts[label, VALIDATION] and counts[:, VALIDATION].any():
            found.append(
                Lack(label, DataError(mark("Nothing of “{name}” is watched while training. Put some of it into "
                                           "validation."), name=name))
            )  # fmt: skip
        elif not counts[label, TEST] and counts[:, TEST].any():
            found.append(
                Lack(label, DataError(mark("Nothing of “{name}” is in the test. Put some of it there."), name=name))
            )
    return tuple(found)
