"""Which classes a split leaves without pictures to learn from, or to watch while training."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.network.data.dataset import TRAIN, VALIDATION, DataSet, Indices, PartNumbers
from engine.network.data.specs import DataError
from engine.text import mark

_MOST_NAMED = 10
_ONE = {
    TRAIN: mark("Nothing of “{name}” is learnt from. Put some of it into training."),
    VALIDATION: mark("Nothing of “{name}” is watched while training. Put some of it into validation."),
}
_SEVERAL = {
    TRAIN: mark("Nothing is learnt from of: {names}. Put some of each into training."),
    VALIDATION: mark("Nothing is watched while training of: {names}. Put some of each into validation."),
}


@dataclass(frozen=True)
class Lack:
    """A class by its number, and which part has nothing of it: `TRAIN` or `VALIDATION`."""

    label: int
    part: int

    def reason(self, name: str) -> DataError:
        """A sentence about the class of that name."""
        return DataError(_ONE[self.part], name=name)


def part_counts(dataset: DataSet, numbers: PartNumbers) -> Indices:
    """How many pictures each class has in training, validation and test: int64 (classes, 3)."""
    counts = np.zeros((len(dataset.class_names), 3), np.int64)
    is_in = numbers >= 0
    np.add.at(counts, (dataset.labels[is_in], numbers[is_in]), 1)
    return counts


def lacking(dataset: DataSet, numbers: PartNumbers) -> tuple[Lack, ...]:
    """Classes with pictures none of which is learnt from, or watched though those of others are; the worse of both."""
    counts = part_counts(dataset, numbers)
    is_there = np.bincount(dataset.labels, minlength=len(dataset.class_names)) > 0
    is_watched = bool(counts[:, VALIDATION].any())
    found = []
    for label in np.flatnonzero(is_there).tolist():
        if not counts[label, TRAIN]:
            found.append(Lack(label, TRAIN))
        elif is_watched and not counts[label, VALIDATION]:
            found.append(Lack(label, VALIDATION))
    return tuple(found)


def told(dataset: DataSet, lacks: tuple[Lack, ...]) -> list[DataError]:
    """A sentence for each part that lacks classes."""
    names = {
        part: [dataset.class_names[each.label] for each in lacks if each.part == part] for part in (TRAIN, VALIDATION)
    }
    return [
        DataError(_SEVERAL[part], names=", ".join(each[:_MOST_NAMED]) + (" …" if len(each) > _MOST_NAMED else ""))
        for part, each in names.items()
        if each
    ]
