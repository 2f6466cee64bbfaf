"""What is wrong with a data set: files that cannot be read, pictures that are there twice or nearly, uneven classes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.errors import UserError
from engine.imaging.explanation import Remark
from engine.network.data.dataset import DataSet, Indices, Pixels, Problem, Stop, Told, progress
from engine.network.data.fingerprints import SIDE, alike_groups, fingerprint, small_copy
from engine.network.data.reading import readers
from engine.text import mark

_MANY = 3.0
_FEW = 10
_AHEAD = 64
# Their small copies take 256 bytes each.
_MOST_COMPARED = 200_000
_T = TypeVar("_T")


@dataclass(frozen=True, eq=False)
class Findings:
    """What `check` found. `duplicates` and `near` are groups of places, each with two pictures or more.

    `near` are pictures that look alike and are not the same file, such as the frames of a burst; `groups` (N,) brings
    both together, for `parts(…, groups=…)`.
    """

    unreadable: tuple[Problem, ...]
    duplicates: tuple[tuple[int, ...], ...]
    near: tuple[tuple[int, ...], ...]
    groups: Indices


def check(dataset: DataSet, *, told: Told | None = None, stop: Stop | None = None) -> Findings:
    """Read every picture once and compare them all; of very many, only for exact duplicates.

    What `told` hears counts twice: the search for equal files is one half, looking at the pictures the other.

    Raises:
        StoppedError: when `stop` says so.
    """
    count = len(dataset)

    def told_half(half: int, done: int, total: int) -> None:
        if told is not None:
            told(half * count + min(done, total), 2 * count)

    exact = dataset.content_groups(told=partial(told_half, 0), stop=stop)
    prints = np.zeros(count, np.uint64)
    copies = np.zeros((count if count <= _MOST_COMPARED else 0, SIDE, SIDE), np.uint8)
    is_read = np.ones(count, bool)
    unreadable = []
    with readers() as pool:
        found = _in_turn(pool, lambda index: _print_of(dataset, index), range(count))
        for index, outcome in enumerate(found):
            progress(index, count, partial(told_half, 1), stop)
            if isinstance(outcome, UserError):
                is_read[index] = False
                unreadable.append(Problem(dataset.identity(index), "unreadable", outcome))
            elif len(copies):
                prints[index], copies[index] = outcome
    groups = alike_groups(prints, copies, is_read, exact)
    told_half(1, count, count)
    return Findings(
        unreadable=tuple(unreadable),
        duplicates=_groups_of(exact),
        near=tuple(group for group in _groups_of(groups) if len(set(exact[list(group)].tolist())) > 1),
        groups=groups,
    )


def surplus(dataset: DataSet, findings: Findings) -> tuple[str, ...]:
    """All exact duplicates but the first of each group, for `Edits.remove`."""
    return tuple(dataset.identity(index) for group in findings.duplicates for index in group[1:])


def balance(dataset: DataSet) -> Remark | None:
    """A sentence where some classes have far more pictures than others, or too few; otherwise None."""
    counts = dataset.counts()
    names = dataset.class_names
    empty = [name for name, count in zip(names, counts, strict=True) if not count]
    if empty:
        return Remark(mark("No pictures yet: {names}."), {"names": ", ".join(empty)})
    if not counts:
        return None
    if len(counts) == 1:
        return Remark(mark("A network learns to tell things apart: it needs a second class."))
    fewest, most = int(np.argmin(counts)), int(np.argmax(counts))
    values = {"few": names[fewest], "count": counts[fewest], "many": names[most], "most": counts[most]}
    if counts[most] >= _MANY * counts[fewest]:
        return Remark(
            mark("“{few}” has {count} pictures, “{many}” has {most}: the network would rather say “{many}”. Record "
                 "more, or tick “Balance classes” in the settings."),
            values,
        )  # fmt: skip
    if counts[fewest] < _FEW:
        return Remark(mark("“{few}” has only {count} pictures. Ten of each class are a beginning."), values)
    return None


def _print_of(dataset: DataSet, index: int) -> tuple[int, Pixels] | UserError:
    try:
        picture = dataset.picture(index, least=32)
        return fingerprint(picture), small_copy(picture)
    except UserError as error:
        return error


def _in_turn(pool: ThreadPoolExecutor, work: Callable[[int], _T], indices: Sequence[int]) -> Iterator[_T]:
    """What `work` gives for each index, in order; only a few are under way, so that it can be ended soon."""
    waiting: deque[Future[_T]] = deque()
    try:
        for index in indices:
            waiting.append(pool.submit(work, index))
            if len(waiting) >= _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for each in waiting:
            each.cancel()


def _groups_of(groups: NDArray[np.int64]) -> tuple[tuple[int, ...], ...]:
    order = np.argsort(groups, kind="stable")
    _, starts = np.unique(groups[order], return_index=True)
    pieces = np.split(order, starts[1:])
    return tuple(sorted(tuple(each.tolist()) for each in pieces if len(each) > 1))
