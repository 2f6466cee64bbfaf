"""What every data set can do, wherever its pictures come from."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from hashlib import blake2b
from typing import Self

import numpy as np
from numpy.typing import NDArray

from engine.errors import UserError
from engine.network.data.annotation import Annotation

TRAIN, VALIDATION, TEST = 0, 1, 2
PARTS = ("train", "validation", "test")

_MOST_NAMED = 200_000

Pixels = NDArray[np.uint8]
Indices = NDArray[np.int64]
Labels = NDArray[np.int32]
PartNumbers = NDArray[np.int8]
Told = Callable[[int, int], None]
Stop = Callable[[], bool]


class StoppedError(Exception):
    """Whoever asked for the work does not want it any more."""


@dataclass(frozen=True, eq=False)
class Problem:
    """Something about one picture, or one folder, that the user should know and that stops nothing.

    `kind` is "unreadable", "duplicate" or "left out".
    """

    identity: str
    kind: str
    reason: UserError


class DataSet(ABC):
    """Pictures with their classes, read one at a time; all methods may be called from several threads at once.

    Attributes:
        name: what to call it.
        class_names: in the order of the numbers in `labels`.
        labels: int32 (N,), the class of each picture.
        parts: int8 (N,), `TRAIN`, `VALIDATION` or `TEST`, where the source itself says so; otherwise None.
        shape: (height, width, channels) where all pictures have the same, otherwise None.
        problems: what was noticed while opening.
    """

    name: str
    class_names: tuple[str, ...]
    labels: Labels
    parts: PartNumbers | None = None
    shape: tuple[int, int, int] | None = None
    problems: tuple[Problem, ...] = ()
    _identities: tuple[str, ...] | None = None

    def __len__(self) -> int:
        return len(self.labels)

    @abstractmethod
    def identity(self, index: int) -> str:
        """A text that names this picture for good, also after others were added or taken away."""

    @abstractmethod
    def picture(self, index: int, *, least: int = 0) -> Pixels:
        """The pixels, (H, W, 3) RGB or (H, W, 1) gray.

        With `least`, a large picture may come smaller to save time, but its shorter side not below `least`.

        Raises:
            UserError: if it cannot be read.
        """

    def annotation(self, index: int) -> Annotation | None:
        """Boxes and masks of the things in a picture; None where nothing is known of them."""
        return None

    def identities(self) -> Sequence[str]:
        """The identity of every picture; of up to `_MOST_NAMED` they are kept, since naming all takes its time."""
        if self._identities is not None:
            return self._identities
        found = tuple(map(self.identity, range(len(self))))
        if len(found) <= _MOST_NAMED:
            self._identities = found
        return found

    def key(self, index: int) -> bytes:
        """A short text of bytes that is the same for pictures with the same content, and for no others."""
        return content_key(self.picture(index).tobytes())

    def content_groups(self, *, told: Told | None = None, stop: Stop | None = None) -> Indices:
        """For each picture a number that exact duplicates, and only they, have in common."""
        keys: dict[bytes, int] = {}
        groups = np.empty(len(self), np.int64)
        for index in range(len(self)):
            progress(index, len(self), told, stop)
            try:
                groups[index] = keys.setdefault(self.key(index), index)
            except UserError:
                groups[index] = index
        return groups

    def counts(self) -> tuple[int, ...]:
        """How many pictures each class has."""
        return tuple(np.bincount(self.labels, minlength=len(self.class_names)).tolist())


class ArrayData(DataSet):
    """Pictures that lie in memory as one uint8 array (N, H, W) or (N, H, W, C).

    `numbers` are those of the pictures in their file, where that holds others too.
    """

    def __init__(
        self,
        name: str,
        pictures: Pixels,
        labels: Sequence[int] | NDArray[np.integer],
        class_names: Sequence[str],
        *,
        parts: PartNumbers | None = None,
    ) -> None:
        self.name = name
        self.pictures = pictures if pictures.ndim == 4 else pictures[..., None]
        self.labels = np.asarray(labels, np.int32)
        self.class_names = tuple(class_names)
        self.parts = parts
        height, width, channels = self.pictures.shape[1:]
        self.shape = (height, width, channels)
        self.numbers: Indices = np.arange(len(self.labels))

    def without(self, problems: Mapping[int, Problem]) -> Self:
        """A copy without the pictures at some places, each with what is wrong with it."""
        made = copy(self)
        made._identities = None
        kept = np.setdiff1d(np.arange(len(self.labels)), list(problems))
        made.pictures, made.labels, made.numbers = self.pictures[kept], self.labels[kept], self.numbers[kept]
        made.parts = None if self.parts is None else self.parts[kept]
        made.problems = (*self.problems, *problems.values())
        return made

    def identity(self, index: int) -> str:
        return str(self.numbers[index])

    def picture(self, index: int, *, least: int = 0) -> Pixels:
        found: Pixels = self.pictures[index]
        return found


def content_key(data: bytes) -> bytes:
    """Sixteen bytes that stand for `data`."""
    return blake2b(data, digest_size=16).digest()


def progress(done: int, total: int, told: Told | None, stop: Stop | None) -> None:
    """Say now and then how far a long piece of work is, and end it with `StoppedError` where that is wished."""
    if done % 64 and done != total:
        return
    if stop is not None and stop():
        raise StoppedError
    if told is not None:
        told(done, total)
