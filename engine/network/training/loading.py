"""The loader: pictures of a data set, fitted to the network, as shuffled mini-batches of tensors.

    pictures = Loader(dataset, parts.train, size=(32, 32), channels=3)
    for chunk in pictures.chunks(order(1437, 32, seed=0, epoch=0), steps=lambda: 16): …

The first time, pictures are read by several threads while the network learns from those before; as long as all of them
fit into memory they stay there, and from then on nothing is read again. For the training worker only.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.errors import UserError
from engine.network.data.dataset import ArrayData, DataSet
from engine.network.devices import usable_cores
from engine.network.fitting import FIT, fit

Batches = Sequence[NDArray[np.int32]]
MOST_HELD = 1_500_000_000
_SHARE_OF_FREE = 0.3
_QUICK = 5000  # so many that lie in memory already are fitted before anybody would notice
_QUEUED_BYTES = 128 * 2**20
_MOST_QUEUED = 64
_LEAST_STEPS = 8  # a call with fewer costs more than what waiting for the next ones does
_TIMED = 5
_QUICK_SECONDS = 0.0003
_FARTHEST = 64


@dataclass(frozen=True, eq=False)
class Chunk:
    """Some steps' worth of pictures: `places` (steps, batch) says where each step's pictures lie in the others."""

    pictures: Any
    labels: Any
    valid: Any
    places: NDArray[np.int32]


def order(count: int, batch_size: int, *, seed: int, epoch: int) -> list[NDArray[np.int32]]:
    """The places 0 … count − 1 shuffled and dealt into batches; the last one may be smaller. The same every time.

    Where less than a quarter of a batch would be left over, the last two share their pictures evenly: batch
    normalisation learns nonsense from a handful, and a step on one picture weighs as much as one on many.

    >>> [each.tolist() for each in order(5, 2, seed=0, epoch=0)]
    [[2, 4], [3, 0], [1]]
    >>> [len(each) for each in order(33, 32, seed=0, epoch=0)]
    [17, 16]
    """
    generator = np.random.Generator(np.random.PCG64([seed, epoch]))
    shuffled = generator.permutation(count).astype(np.int32)
    starts = list(range(0, count, batch_size))
    if len(starts) > 1 and (count - starts[-1]) * 4 < batch_size:
        starts[-1] = (starts[-2] + count + 1) // 2
    return np.split(shuffled, starts[1:]) if starts else []


def in_order(count: int, batch_size: int) -> list[NDArray[np.int32]]:
    """The places as they come, in batches."""
    return [np.arange(start, min(start + batch_size, count), dtype=np.int32) for start in range(0, count, batch_size)]


class Loader:
    """The pictures `indices` of a data set as the network takes them, uint8 (count, H, W, channels).

    A picture that cannot be read is left out: its place stays, but it counts for nothing (`valid` is 0 there), and
    `missing` names it.
    """

    def __init__(
        self,
        dataset: DataSet,
        indices: NDArray[np.int64],
        *,
        size: tuple[int, int],
        channels: int,
        method: str = FIT.default,
        budget: int | None = None,
    ) -> None:
        self.indices = np.asarray(indices, np.int64)
        self.labels = dataset.labels[self.indices].astype(np.int32)
        self.missing: dict[int, UserError] = {}
        self.shape = (*size, channels)
        self._dataset, self._method = dataset, method
        self._size, self._channels = size, channels
        self._valid = np.ones(len(self.indices), np.float32)
        bytes_needed = len(self.indices) * int(np.prod(self.shape))
        limit = usual_budget() if budget is None else budget
        self._held = np.zeros((len(self.indices), *self.shape), np.uint8) if bytes_needed <= limit else None
        self._is_held = np.zeros(len(self.indices), bool)
        self._tensors: tuple[Any, Any, Any] | None = None
        self._is_quick = isinstance(dataset, ArrayData) and 0 < len(self.indices) <= _QUICK

    def __len__(self) -> int:
        return len(self.indices)

    @property
    def is_in_memory(self) -> bool:
        """Whether nothing has to be read any more."""
        return self._held is not None and bool(self._is_held.all())

    def chunks(self, batches: Batches, *, steps: Callable[[], int]) -> Generator[Chunk, None, None]:
        """The batches in turn, `steps()` of the same size at a time."""
        if self._is_quick and self._held is not None and not self.is_in_memory:
            self.batch(np.arange(len(self.indices), dtype=np.int32))
        if self.is_in_memory:
            pictures, labels, valid = self._in_memory()
            start = 0
            while start < len(batches):
                places = alike(batches, start, steps())
                start += len(places)
                yield Chunk(pictures, labels, valid, places)
            return
        yield from self._read_ahead(batches, steps)

    def batch(self, places: NDArray[np.int32]) -> NDArray[np.uint8]:
        """The pictures at these places, read now where they are not in memory."""
        with ThreadPoolExecutor(_threads()) as pool:
            return self._batch(places, pool)

    def valid_at(self, places: NDArray[np.int32]) -> NDArray[np.float32]:
        """1 for each picture that could be read, 0 for the others; after `batch`."""
        found: NDArray[np.float32] = self._valid[places]
        return found

    def _in_memory(self) -> tuple[Any, Any, Any]:
        if self._tensors is None:
            self._tensors = (tf.constant(self._held), tf.constant(self.labels), tf.constant(self._valid))
            # The tensor has its own copy; the array only says from here on that everything is there.
            self._held = np.zeros((0, *self.shape), np.uint8)
        return self._tensors

    def _read_ahead(self, batches: Batches, steps: Callable[[], int]) -> Generator[Chunk, None, None]:
        size = max(1, int(np.prod(self.shape)) * len(batches[0])) if len(batches) else 1
        waiting: queue.Queue[NDArray[np.uint8] | BaseException] = queue.Queue(
            max(2, min(_MOST_QUEUED, _QUEUED_BYTES // size))
        )
        is_over = threading.Event()

        def put(item: NDArray[np.uint8] | BaseException) -> bool:
            while not is_over.is_set():
                try:
                    waiting.put(item, timeout=0.1)
                    return True
                except queue.Full:
                    continue
            return False

        def read() -> None:
            try:
                with ThreadPoolExecutor(_threads()) as pool:
                    for places in batches:
                        if not put(self._batch(places, pool)):
                            return
            except BaseException as error:
                put(error)

        reader = threading.Thread(target=read, name="read pictures", daemon=True)
        reader.start()
        try:
            start = 0
            while start < len(batches):
                # What is there is learnt from while the rest is read, rather than waiting for all that a call can take.
                ready = max(_LEAST_STEPS, waiting.qsize())
                wanted = len(alike(batches, start, min(steps(), ready, max(1, waiting.maxsize // 2))))
                read_now = []
                for _ in range(wanted):
                    item = waiting.get()
                    if isinstance(item, BaseException):
                        raise item
                    read_now.append(item)
                here = np.concatenate(batches[start : start + wanted])
                yield Chunk(
                    tf.constant(np.concatenate(read_now)),
                    tf.constant(self.labels[here]),
                    tf.constant(self._valid[here]),
                    np.arange(len(here), dtype=np.int32).reshape(wanted, -1),
                )
                start += wanted
        finally:
            is_over.set()
            reader.join()

    def _batch(self, places: NDArray[np.int32], pool: ThreadPoolExecutor) -> NDArray[np.uint8]:
        if self._held is not None and len(self._held) and self._is_held[places].all():
            found: NDArray[np.uint8] = self._held[places]
            return found
        if self._tensors is not None:
            gathered: NDArray[np.uint8] = tf.gather(self._tensors[0], places).numpy()
            return gathered
        made = np.empty((len(places), *self.shape), np.uint8)
        rows = np.arange(len(places))
        if self._are_quick(made, places, rows[:_TIMED]):
            self._read(made, places, rows[_TIMED:])
        else:
            shares = np.array_split(rows[_TIMED:], min(len(places), _threads()))
            list(pool.map(lambda share: self._read(made, places, share), shares))
        if self._held is not None:
            self._held[places] = made
            self._is_held[places] = True
        return made

    def _are_quick(self, into: NDArray[np.uint8], places: NDArray[np.int32], rows: NDArray[np.int64]) -> bool:
        """Read the first pictures of a batch, and say whether it is quicker to go on alone.

        Threads that read small files lose more time in passing Python's lock to each other than they gain.
        """
        seconds = []
        for row in rows:
            begun = time.perf_counter()
            self._read(into, places, row[None])
            seconds.append(time.perf_counter() - begun)
        return sorted(seconds)[len(seconds) // 2] < _QUICK_SECONDS

    def _read(self, into: NDArray[np.uint8], places: NDArray[np.int32], rows: NDArray[np.int64]) -> None:
        for row in rows:
            place = int(places[row])
            try:
                into[row] = self._fitted(place)
            except UserError as error:
                self.missing[place] = error
                self._valid[place] = 0.0
                into[row] = self._stand_in(place)

    def _fitted(self, place: int) -> NDArray[np.uint8]:
        picture = self._dataset.picture(int(self.indices[place]), least=max(self._size))
        return fit(picture, size=self._size, channels=self._channels, method=self._method).pixels

    def _stand_in(self, place: int) -> NDArray[np.uint8] | int:
        """What lies where a picture cannot be read: the next before it that can be, wherever the batch is reckoned.

        A layer that normalises over the batch still looks at it, so it should be like the others, and always the same.
        """
        for before in range(1, min(_FARTHEST, len(self))):
            try:
                return self._fitted((place - before) % len(self))
            except UserError:
                continue
        return 127


def usual_budget() -> int:
    """How many bytes of pictures are kept: a share of the memory that is free, as far as the system tells."""
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        free = next(int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable"))
    except (OSError, ValueError, StopIteration):
        return MOST_HELD
    return min(MOST_HELD, int(free * _SHARE_OF_FREE))


def alike(batches: Batches, start: int, count: int) -> NDArray[np.int32]:
    """Up to `count` batches from `start` on that have the same size."""
    size = len(batches[start])
    stop = start + 1
    while stop < min(len(batches), start + count) and len(batches[stop]) == size:
        stop += 1
    return np.stack(batches[start:stop])


def _threads() -> int:
    return max(2, min(8, usable_cores()))
