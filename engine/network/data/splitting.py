"""Which pictures a network learns from, is watched on while it learns, and is judged by afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import repeat
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from engine.network.data.dataset import (
    PARTS,
    TEST,
    TRAIN,
    VALIDATION,
    DataSet,
    Indices,
    PartNumbers,
    Stop,
    Told,
)
from engine.network.data.lacking import lacking
from engine.network.data.lacking import told as told_of
from engine.network.data.lots import OPEN, draw
from engine.network.data.specs import DataError
from engine.parameters import Choice, Option, Real, Whole, check_fields, parameter
from engine.text import mark

GIVEN, RATIO, HAND = "given", "ratio", "hand"
"""Kinds of split."""
LEFT_OUT = -2


@dataclass(frozen=True, kw_only=True)
class Split:
    """How a data set is split in three.

    `by_hand` names the part of single pictures by their identity. It counts where `kind` is "hand" and waits otherwise,
    so that nothing that was put by hand is lost by looking at another way of splitting.
    """

    kind: str = parameter(
        Choice(
            title=mark("Split"),
            help=mark("Who says which pictures are kept aside for watching and judging."),
            default="given",
            options=(
                Option("given", mark("As the files say"), mark("The folders or files for training and test; what "
                       "they leave open is drawn by lot.")),
                Option("ratio", mark("By ratio"), mark("Shares of every class, drawn by lot with a seed.")),
                Option("hand", mark("By hand"), mark("As you put the pictures, in the middle under Pictures.")),
            ),
        )
    )  # fmt: skip
    others: str = parameter(
        Choice(
            title=mark("All others"),
            help=mark("Where pictures go that nobody has put anywhere by hand, also those that are added later."),
            default="ratio",
            options=(
                Option("given", mark("As the files say"), mark("As the folders or files say; what they leave open is "
                       "drawn by lot.")),
                Option("ratio", mark("By ratio"), mark("Drawn by lot, in the shares below.")),
                Option("train", mark("Into training"), mark("All of them are learnt from; nothing is drawn by lot.")),
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
        by_hand = self.by_hand
        if (
            not isinstance(by_hand, Mapping)
            or not set(map(type, [*by_hand, *by_hand.values()])) <= {str}
            or not (set(by_hand.values()) <= set(PARTS))
        ):
            raise DataError(mark("The split names a part that is none of: train, validation, test."))
        if self.validation + self.test > 0.95:
            raise DataError(
                mark("Validation and test take {share:.0%} of the pictures, which leaves too few to learn from. "
                     "Together they may take at most 95%."),
                share=self.validation + self.test,
            )  # fmt: skip

    @property
    def rule(self) -> str:
        """Who says where pictures go that were not put by hand: "given", "ratio" or "train"."""
        return self.others if self.kind == HAND else self.kind

    def turned(self, kind: str) -> Self:
        """A copy of another kind. Turned to "hand", all pictures stay at first where they are."""
        if kind == HAND != self.kind:
            return replace(self, kind=HAND, others=self.kind)
        return replace(self, kind=kind)

    def put(self, identities: Iterable[str], part: str) -> Self:
        """A copy in which these pictures are in a part by hand, and all others where they are."""
        made = self.turned(HAND)
        return replace(made, by_hand={**(self.by_hand if self.kind == HAND else {}), **dict.fromkeys(identities, part)})

    def let_go(self, identities: Iterable[str]) -> Self:
        """A copy in which these pictures go where they would without hands."""
        gone = frozenset(identities)
        return replace(self, by_hand={key: part for key, part in self.by_hand.items() if key not in gone})

    def limited(self, identities: Iterable[str]) -> Self:
        """A copy in which only these pictures are put by hand."""
        there = frozenset(identities)
        return replace(self, by_hand={key: part for key, part in self.by_hand.items() if key in there})

    def emptied(self) -> Self:
        """A copy for another data set: what was put by hand was of pictures that are not in it."""
        rule = GIVEN if self.rule == PARTS[TRAIN] else self.rule
        return replace(self, kind=rule, by_hand={})

    def to_json(self) -> dict[str, Any]:
        """Plain data that `split_from_json` turns back into an equal split."""
        return {
            "kind": self.kind, "others": self.others, "validation": self.validation, "test": self.test,
            "seed": self.seed, "by_hand": dict(self.by_hand),
        }  # fmt: skip


def split_from_json(data: Any) -> Split:
    """The split that `Split.to_json` described; what is missing takes its default."""
    if not isinstance(data, dict) or set(data) - {"kind", "others", "validation", "test", "seed", "by_hand"}:
        raise DataError(mark("The description of the split is damaged. Choose the split again."))
    return Split(**data)


@dataclass(frozen=True, eq=False)
class Parts:
    """Places of the pictures of each part, ascending, and sentences that the user should read."""

    train: Indices
    validation: Indices
    test: Indices
    remarks: tuple[DataError, ...] = ()


@dataclass(frozen=True, eq=False)
class Assignment:
    """Where every picture goes.

    Attributes:
        numbers: int8 (N,), `TRAIN`, `VALIDATION`, `TEST`, or `LEFT_OUT` for a duplicate of what is kept aside.
        is_by_hand: bool (N,), whether somebody put it there.
        remarks: sentences that the user should read.
    """

    numbers: PartNumbers
    is_by_hand: NDArray[np.bool_]
    remarks: tuple[DataError, ...] = ()


def parts(
    dataset: DataSet, split: Split, *, groups: Indices | None = None, told: Told | None = None, stop: Stop | None = None
) -> Parts:
    """Split a data set; the same every time, and close to the same after pictures were added.

    Pictures with the same number in `groups` stay on one side; without it, exact duplicates do, which takes reading
    every file once: `told` hears how far that is. Each class gives its share by itself. The lot of a picture depends on
    the seed and its identity alone; a class of n pictures that grows by m sees about √m of the others change sides.

    Raises:
        UserError: where there is nothing to learn: no picture, or only one class.
        StoppedError: when `stop` says so.
    """
    _check_classes(dataset, np.arange(len(dataset)))
    if groups is None:
        groups = dataset.content_groups(told=told, stop=stop)
    found = assigned(dataset, split, groups)
    train, validation, test = (np.flatnonzero(found.numbers == part) for part in (TRAIN, VALIDATION, TEST))
    _check_classes(dataset, train)
    return Parts(train=train, validation=validation, test=test, remarks=found.remarks)


def assigned(dataset: DataSet, split: Split, groups: Indices) -> Assignment:
    """The part of every picture, also where nothing could be learnt from that; `groups` as for `parts`."""
    rule = split.rule
    remarks: list[DataError] = []
    chosen = np.full(len(dataset), OPEN, np.int8)
    if rule == GIVEN and dataset.parts is not None:
        is_kept = dataset.parts != TRAIN
        chosen[is_kept] = dataset.parts[is_kept]
    shares = {
        part: 0.0 if rule == PARTS[TRAIN] or bool((chosen == part).any()) else share
        for part, share in ((VALIDATION, split.validation), (TEST, split.test))
    }
    _follow(chosen, groups, remarks)
    few = draw(dataset, split.seed, shares, chosen, groups)
    by_hand = np.full(len(dataset), OPEN, np.int8)
    if split.kind == HAND:
        # After the lots are drawn, so that putting one picture moves no other.
        _put_by_hand(by_hand, dataset, split.by_hand)
    is_by_hand = by_hand != OPEN
    if is_by_hand.any():
        _follow(by_hand, groups, remarks)
        chosen = np.where(by_hand == OPEN, chosen, by_hand)
        remarks.extend(told_of(dataset, lacking(dataset, chosen)))
        if not (chosen == VALIDATION).any():
            words = mark("Nothing is watched while training. Put some pictures of each class into validation.")
            remarks.append(DataError(words))
    elif few:
        remarks.append(
            DataError(
                mark("Too few different pictures to keep some aside in every part: {names}. What is there is learnt "
                     "from first; three of each class are the least."),
                names=", ".join(few[:10]) + (" …" if len(few) > 10 else ""),
            )
        )  # fmt: skip
    return Assignment(chosen, is_by_hand, tuple(remarks))


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


def _put_by_hand(chosen: PartNumbers, dataset: DataSet, by_hand: Mapping[str, str]) -> None:
    if by_hand:
        goes_to = {identity: PARTS.index(part) for identity, part in by_hand.items()}
        chosen[:] = np.fromiter(map(goes_to.get, dataset.identities(), repeat(OPEN)), np.int8, len(dataset))


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
    chosen[is_double] = LEFT_OUT
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
