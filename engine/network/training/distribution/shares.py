"""Who takes which pictures of a batch, when several devices learn together. No Keras here."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Batches = list[NDArray[np.int32]]


@dataclass(frozen=True)
class Part:
    """A device's piece of a batch: its pictures from `start` to `stop`.

    Where a batch has fewer pictures than there are devices, a device without one looks at another's, for nothing.
    """

    start: int
    stop: int
    counts: bool = True


def part_of(count: int, device: int, devices: int) -> Part:
    """The piece of a batch of `count` pictures that one of the devices takes; sizes differ by one at most.

    >>> [part_of(5, device, 2) for device in range(2)]
    [Part(start=0, stop=2, counts=True), Part(start=2, stop=5, counts=True)]
    >>> part_of(1, 0, 2)
    Part(start=0, stop=1, counts=False)
    """
    start, stop = count * device // devices, count * (device + 1) // devices
    return Part(start, stop) if stop > start else Part(min(start, count - 1), min(start, count - 1) + 1, counts=False)


@dataclass(frozen=True, eq=False)
class SharedChunk:
    """Some steps' worth of this process's pictures.

    `places` (steps, pictures) says where each step's pictures lie in the others, `sizes` (steps,) how many pictures the
    whole batch has, `cuts` (devices + 1,) where the pieces of this process's devices begin and end in a row of
    `places`, `starts` (devices,) where each piece lies in the whole batch, `counting` (devices,) 0 for a device that
    looks on.
    """

    pictures: Any
    labels: Any
    valid: Any
    places: NDArray[np.int32]
    size: int
    cuts: NDArray[np.int32]
    starts: NDArray[np.int32]
    counting: NDArray[np.float32]


class Source(Protocol):
    """What gives chunks: a loader, or features in its place."""

    def __len__(self) -> int: ...

    def chunks(self, batches: Any, *, steps: Callable[[], int]) -> Generator[Any, None, None]:
        """The batches in turn, some of the same size at a time."""


class Shared:
    """A source of which this process, with its devices `first` … `first + own − 1` of all, takes its share only."""

    def __init__(self, source: Source, *, first: int, own: int, devices: int) -> None:
        self._source, self._first, self._own, self._devices = source, first, own, devices

    def __len__(self) -> int:
        return len(self._source)

    def chunks(self, batches: Batches, *, steps: Callable[[], int]) -> Generator[SharedChunk, None, None]:
        """This process's pieces of the batches, `steps()` of the same size at a time."""
        mine = range(self._first, self._first + self._own)
        done = 0
        # Whole batches of one size at a time: pieces of the same size may come from batches of another.
        while done < len(batches):
            size = len(batches[done])
            same = next((at for at in range(done, len(batches)) if len(batches[at]) != size), len(batches))
            parts = [part_of(size, device, self._devices) for device in mine]
            cuts = np.cumsum([0, *(part.stop - part.start for part in parts)]).astype(np.int32)
            own = [np.concatenate([batch[part.start : part.stop] for part in parts]) for batch in batches[done:same]]
            for chunk in self._source.chunks(own, steps=steps):
                yield SharedChunk(
                    chunk.pictures, chunk.labels, chunk.valid, chunk.places, size, cuts,
                    np.array([part.start for part in parts], np.int32),
                    np.array([part.counts for part in parts], np.float32),
                )  # fmt: skip
            done = same
