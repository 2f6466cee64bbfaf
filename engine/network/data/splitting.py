"""Which pictures a network learns from, is watched on while it learns, and is judged by afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from engine.network.data.dataset import PARTS, TEST, TRAIN, VALIDATION, DataSet, Indices, PartNumbers
from engine.network.data.lots import OPEN, draw
from engine.network.data.specs import DataError
from engine.parameters import Choice, Option, Real, Whole, check_fields, parameter
from engine.text import mark

_LEFT_OUT = -2


@dataclass(frozen=True, kw_only=True)
class Split:
    """How a data set is split in three. `by_hand` names the part of single pictures by their identity."""

    kind: str = parameter(
        Choice(
            title=mark("Split"),
            help=mark("Who says which pictures are kept aside for watching and judging."),
            default="given",
            options=(
                Option("given", mark("As the files say"), mark("The folders or files for training and test; what "
                       "they leave open is drawn by lot.")),
                Option("ratio", mark("By ratio"), mark("Shares of every class, drawn by lot with a seed.")),
            ),
        )
    )  # fmt: skip
    validation: float = parameter(
        Real(title=mark("Validation"), help=mark("Share of each class that is watched while training."),
             default=0.2, minimum=0.0, maximum=0.9, step=0.05)
    )  # fmt: skip
    test: float = parameter(
        Real(title=mark("Test"), help=mark("Share of each class that is kept for the end."),
             default=0.0, minimum=0.0, maximum=0.9, step=0.05)
    )  # fmt: skip
    seed: int = parameter(
        Whole(title=mark("Seed"), help=mark("The same seed splits in the same way."),
              default=1, minimum=0, maximum=2**31 - 1)
    )  # fmt: skip
    by_hand: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_fields(self)
        if not isinstance(self.by_hand, Mapping) or not all(
            isinstance(key, str) and part in PARTS for key, part in self.by_hand.items()
        ):
            raise DataError(mark("The split names a part that is none of: train, validation, test."))
        if self.validation + self.test > 0.95:
            raise DataError(
                mark("Validation and test take {share:.0%} of the pictures, which leaves too few to learn from. "
                     "Together they may take at most 95%."),
                share=self.validation + self.test,
            )  # fmt: skip

    def to_json(self) -> dict[str, Any]:
        """Plain data that `split_from_json` turns back into an equal split."""
        return {
            "kind": self.kind, "validation": self.validation, "test": self.test, "seed": self.seed,
            "by_hand": dict(self.by_hand),
        }  # fmt: skip


def split_from_json(data: Any) -> Split:
    """The split that `Split.to_json` described; what is missing takes its default."""
    if not isinstance(data, dict) or set(data) - {"kind", "validation", "test", "seed", "by_hand"}:
        raise DataError(mark("The description of the split is damaged. Choose the split again."))
    return Split(**data)


@dataclass(frozen=True, eq=False)
class Parts:
    """Places of the pictures of each part, ascending, and sentences that the user should read."""

    train: Indices
    validation: Indices
    test: Indices
    remarks: tuple[DataError, ...] = ()


def parts(dataset: DataSet, split: Split, *, groups: Indices | None = None) -> Parts:
    """Split a data set; the same every time, and close to the same after pictures were added.

    Pictures with the same number in `groups` stay on one side; without it, exact duplicates do, which takes reading
    every file once. Each class gives its share by itself. The lot of a picture depends on the seed and its identity
    alone; a class of n pictures that grows by m sees about √m of the others change sides.

    Raises:
        UserError: where there is nothing to learn: no picture, or only one class.
    """
    _check_classes(dataset, np.arange(len(dataset)))
    if groups is None:
        groups = dataset.content_groups()
    remarks: list[DataError] = []
    chosen = _said(dataset, split)
    _follow(chosen, groups, remarks)
    is_given = split.kind == "given" and dataset.parts is not None
    shares = {
        part: 0.0 if is_given and dataset.parts is not None and bool((dataset.parts == part).any()) else share
        for part, share in ((VALIDATION, split.validation), (TEST, split.test))
    }
    few = draw(dataset, split.seed, shares, chosen, groups)
    if few:
        remarks.append(
            DataError(
                mark("Too few different pictures to keep some aside in every part: {names}. What is there is learnt "
                     "from first; three of each class are the least."),
                names=", ".join(few[:10]) + (" …" if len(few) > 10 else ""),
            )
        )  # fmt: skip
    found = Parts(
        train=np.flatnonzero(chosen == TRAIN),
        validation=np.flatnonzero(chosen == VALIDATION),
        test=np.flatnonzero(chosen == TEST),
        remarks=tuple(remarks),
    )
    _check_classes(dataset, found.train)
    return found


def _check_classes(dataset: DataSet, indices: Indices) -> None:
    """Refuse to learn from nothing, or from one class only."""
    if not len(dataset):
        raise DataError(
            mark("The data set “{name}” holds no picture. Record some, or choose another one."), name=dataset.name
        )
    if not len(indices):
        raise DataError(mark("No picture is left to learn from. Keep fewer aside for validation and test."))
    present = np.unique(dataset.labels[indices])
    if len(present) < 2:
        raise DataError(
            mark("All {count} pictures to learn from show “{name}”. A network learns to tell things apart: "
                 "it needs pictures of at least two classes."),
            count=len(indices), name=dataset.class_names[int(present[0])],
        )  # fmt: skip


def _said(dataset: DataSet, split: Split) -> PartNumbers:
    """The part of each picture as files and hands say it, `OPEN` where it is to be drawn."""
    chosen = np.full(len(dataset), OPEN, np.int8)
    if split.kind == "given" and dataset.parts is not None:
        is_kept = dataset.parts != TRAIN
        chosen[is_kept] = dataset.parts[is_kept]
    if split.by_hand:
        for index in range(len(dataset)):
            part = split.by_hand.get(dataset.identity(index))
            if part is not None:
                chosen[index] = PARTS.index(part)
    return chosen


def _follow(chosen: PartNumbers, groups: Indices, remarks: list[DataError]) -> None:
    """Let duplicates go where one of them was put; those that were put on two sides stay on the one that judges."""
    is_said = chosen != OPEN
    if not is_said.any():
        return
    _, group_of = np.unique(groups, return_inverse=True)
    highest = np.full(int(group_of.max()) + 1, OPEN, np.int8)
    np.maximum.at(highest, group_of, chosen)
    wanted = highest[group_of]
    chosen[wanted == TRAIN] = TRAIN
    is_double = (wanted > TRAIN) & (chosen != wanted)
    chosen[is_double] = _LEFT_OUT
    if count := int(is_double.sum()):
        remarks.append(
            DataError(
                mark(
                    "Left out, because they are exact duplicates of pictures that are kept aside: {count}. Whoever has "
                    "seen the answer is not judged by it."
                ),
                count=count,
            )
        )  # fmt: skip
