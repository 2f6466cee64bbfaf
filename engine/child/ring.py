"""Pictures between two processes without copying them through a pipe: a ring of shared-memory slots, newest frame wins.

The parent creates the ring and gives its `address` (plain data) to the child, which attaches and writes:

    ring = FrameRing.create(slot_bytes=1280 * 720 * 3)              # parent; be generous, unused pages cost nothing
    with FrameRing.attach(ring.address) as ring: ...                # child
    ring.write(picture, number=7, captured_at=time.perf_counter())  # child; never waits, may raise FrameTooLargeError
    with ring.filling(shape, dtype, number=8, captured_at=t) as slot:
        cv2.cvtColor(raw, cv2.COLOR_BGR2RGB, dst=slot)              # the same without the copy; published at the end

    frame = ring.newest(after=last.sequence)    # parent: a copy of the newest frame, None if there is none newer
    with ring.lease() as frame: ...             # the same without the copy; `frame.picture` is valid inside only
    ring.close()                                # parent: the memory is gone, whatever became of the child

One process writes and one reads (from any number of threads). `captured_at` is `time.perf_counter()`, which is the same
clock in every process. For a larger picture create a new ring and send its address.
"""

from __future__ import annotations

import os
import secrets
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from multiprocessing import resource_tracker
from multiprocessing.shared_memory import SharedMemory
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from engine.errors import UserError
from engine.text import mark

_DTYPES = tuple(np.dtype(name) for name in ("uint8", "uint16", "int16", "int32", "float16", "float32", "float64"))
_MAX_DIMENSIONS = 4
# 64-bit words. The ring: [newest sequence]. A slot: [mark, number, captured at, dtype, dimensions, shape..., readers].
# A slot's mark is 0 (never written), 2·sequence (complete) or 2·sequence − 1 (being written).
_HEADER = 16
_MARK, _NUMBER, _CAPTURED, _DTYPE, _DIMENSIONS, _SHAPE, _READERS = 0, 1, 2, 3, 4, 5, 9
_ALIGNMENT = 64
# How often a reader looks again when the writer overtook it in that moment; then it goes without a frame for now.
_ATTEMPTS = 100


class FrameTooLargeError(UserError):
    """A picture does not fit into a slot; `needed` is how many bytes it takes."""

    @property
    def needed(self) -> int:
        return int(str(self.values["needed"]))


@dataclass(frozen=True, kw_only=True)
class RingAddress:
    """Where a ring lies; plain data that may travel in a message."""

    name: str
    slots: int
    slot_bytes: int


@dataclass(frozen=True, kw_only=True, eq=False)
class StoredFrame:
    """One frame out of the ring. `sequence` counts what was written to this ring, `number` is the writer's own."""

    picture: NDArray[Any]
    number: int
    captured_at: float
    sequence: int


class FrameRing:
    """A ring of shared-memory slots. Make it with `create` or `attach`, end it with `close` or `with`."""

    def __init__(self, address: RingAddress, memory: _Segment, *, is_owner: bool) -> None:
        self.address = address
        self._memory = memory
        self._is_owner = is_owner
        self._fence_lock = threading.Lock()
        self._lock = threading.Lock()
        words = memory.view(0, (address.slots + 1, _HEADER), np.dtype(np.uint64))
        self._words: NDArray[np.uint64] | None = words

    @classmethod
    def create(cls, *, slot_bytes: int, slots: int = 4) -> FrameRing:
        """Make a ring for pictures of up to `slot_bytes`; `slots` − 2 of them may be leased at the same time."""
        if slots < 3 or slot_bytes < 1:
            raise ValueError(f"a ring needs at least 3 slots of at least 1 byte, got {slots} of {slot_bytes}")
        slot_bytes = -(-slot_bytes // _ALIGNMENT) * _ALIGNMENT
        address = RingAddress(name=f"ks_{os.getpid():x}_{secrets.token_hex(4)}", slots=slots, slot_bytes=slot_bytes)
        size = _offset(address, slots)
        _check_room(size)
        return cls(address, _Segment(address.name, create=True, size=size), is_owner=True)

    @classmethod
    def attach(cls, address: RingAddress) -> FrameRing:
        """Open a ring that another process created. Raises `FileNotFoundError` if that has closed it meanwhile."""
        return cls(address, _attach(address.name), is_owner=False)

    def __enter__(self) -> FrameRing:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def sequence(self) -> int:
        """Sequence of the newest complete frame, 0 before the first."""
        return int(self._open_words()[0, 0])

    def fits(self, shape: tuple[int, ...], dtype: DTypeLike) -> bool:
        """Whether such a picture has room in a slot."""
        return _needed(shape, np.dtype(dtype)) <= self.address.slot_bytes

    def write(self, picture: NDArray[Any], *, number: int, captured_at: float) -> int:
        """Store a copy of `picture` as the newest frame and return its sequence."""
        with self.filling(picture.shape, picture.dtype, number=number, captured_at=captured_at) as slot:
            np.copyto(slot, picture)
        return self.sequence

    @contextmanager
    def filling(
        self, shape: tuple[int, ...], dtype: DTypeLike, *, number: int, captured_at: float
    ) -> Iterator[NDArray[Any]]:
        """Give out a slot to draw the next frame into. It becomes the newest frame at the end, unless that raises."""
        words = self._open_words()
        kind = np.dtype(dtype)
        self._check_fits(shape, kind)
        # Above every mark, not only above the newest: a writer that was killed may have left one half-announced.
        sequence = (int(words[1:, _MARK].max()) + 1) // 2 + 1
        slot = self._claim(words, sequence)
        header = words[slot]
        header[_NUMBER], header[_DTYPE], header[_DIMENSIONS] = number, _DTYPES.index(kind), len(shape)
        header[_SHAPE : _SHAPE + len(shape)] = shape
        header[_CAPTURED : _CAPTURED + 1].view(np.float64)[0] = captured_at
        try:
            yield self._view(slot - 1, shape, kind)
        except BaseException:
            header[_MARK] = 0
            raise
        self._fence()
        header[_MARK] = 2 * sequence
        words[0, 0] = sequence

    def newest(self, *, after: int = 0) -> StoredFrame | None:
        """A copy of the newest frame, or `None` if there is none with a sequence above `after`."""
        with self.lease(after=after) as frame:
            return None if frame is None else replace(frame, picture=frame.picture.copy())

    @contextmanager
    def lease(self, *, after: int = 0) -> Iterator[StoredFrame | None]:
        """The newest frame without copying it. The writer leaves its slot alone until the `with` block ends."""
        words = self._open_words()
        held = self._hold_newest(words, after)
        if held is None:
            yield None
            return
        slot, sequence = held
        header = words[slot]
        shape = tuple(int(side) for side in header[_SHAPE : _SHAPE + int(header[_DIMENSIONS])])
        picture = self._view(slot - 1, shape, _DTYPES[int(header[_DTYPE])])
        picture.flags.writeable = False
        captured_at = float(header[_CAPTURED : _CAPTURED + 1].view(np.float64)[0])
        number = int(header[_NUMBER])
        try:
            yield StoredFrame(picture=picture, number=number, captured_at=captured_at, sequence=sequence)
        finally:
            with self._lock:
                header[_READERS] -= np.uint64(1)

    def close(self) -> None:
        """Let go of the memory; the process that created the ring also takes it away. May be called twice."""
        if self._words is None:
            return
        self._words = None
        if self._is_owner:
            self._memory.unlink()
        _release(self._memory)

    def _open_words(self) -> NDArray[np.uint64]:
        if self._words is None:
            raise ValueError("this frame ring is closed")
        return self._words

    def _check_fits(self, shape: tuple[int, ...], kind: np.dtype[Any]) -> None:
        if kind not in _DTYPES or not 1 <= len(shape) <= _MAX_DIMENSIONS:
            raise ValueError(f"a frame ring holds 1 to 4 dimensions of {', '.join(map(str, _DTYPES))}: {shape}, {kind}")
        needed = _needed(shape, kind)
        if needed > self.address.slot_bytes:
            raise FrameTooLargeError(
                mark("The frame {shape} takes {needed} bytes, but its place in shared memory has only {room}."),
                shape=" × ".join(map(str, shape)), needed=needed, room=self.address.slot_bytes,
            )  # fmt: skip

    def _claim(self, words: NDArray[np.uint64], sequence: int) -> int:
        """Mark a slot as being written: the oldest that is neither the newest frame nor held by a reader."""
        newest = 2 * int(words[0, 0])
        for slot in sorted(range(1, len(words)), key=lambda each: int(words[each, _MARK])):
            before = words[slot, _MARK]
            if words[slot, _READERS] or (newest and before == newest):
                continue
            words[slot, _MARK] = 2 * sequence - 1
            self._fence()
            # A reader that took hold between the look and the mark keeps the slot (it looks after taking hold).
            if not words[slot, _READERS]:
                return slot
            words[slot, _MARK] = before
        raise RuntimeError("every slot of the frame ring is held by a reader")

    def _hold_newest(self, words: NDArray[np.uint64], after: int) -> tuple[int, int] | None:
        """Take hold of the newest complete slot, for which the writer never has to wait."""
        for _ in range(_ATTEMPTS):
            sequence = int(words[0, 0])
            if sequence <= after:
                return None
            for slot in range(1, len(words)):
                if int(words[slot, _MARK]) != 2 * sequence:
                    continue
                with self._lock:
                    if np.count_nonzero(words[1:, _READERS]) >= len(words) - 3 and not words[slot, _READERS]:
                        raise RuntimeError(f"at most {len(words) - 3} frames of this ring can be leased at once")
                    words[slot, _READERS] += np.uint64(1)
                self._fence()
                if int(words[slot, _MARK]) == 2 * sequence:
                    return slot, sequence
                with self._lock:
                    words[slot, _READERS] -= np.uint64(1)
        return None

    def _view(self, index: int, shape: tuple[int, ...], kind: np.dtype[Any]) -> NDArray[Any]:
        return self._memory.view(_offset(self.address, index), shape, kind)

    def _fence(self) -> None:
        """Make what was stored before visible to the other process before anything after it is.

        A lock taken once orders memory one way only on ARM; taken twice in a row it orders both.
        """
        with self._fence_lock:
            pass
        with self._fence_lock:
            pass


def _offset(address: RingAddress, index: int) -> int:
    return (address.slots + 1) * _HEADER * 8 + index * address.slot_bytes


def _needed(shape: tuple[int, ...], kind: np.dtype[Any]) -> int:
    return int(np.prod(shape, dtype=np.int64)) * kind.itemsize


def _check_room(size: int) -> None:
    """Refuse what does not fit: Linux grants any size and kills the writer at the first page that is missing."""
    if not sys.platform.startswith("linux") or not os.path.isdir("/dev/shm"):
        return
    room = os.statvfs("/dev/shm")
    free = room.f_bavail * room.f_frsize
    if size > free:
        raise UserError(
            mark(
                "The picture needs {needed} MB of shared memory, but only {free} MB are free. "
                "Use a smaller resolution, or close other programs."
            ),
            needed=-(-size // 2**20), free=free // 2**20,
        )  # fmt: skip


class _Segment(SharedMemory):
    """Shared memory that stays mapped for as long as somebody still looks at a picture in it."""

    is_unmapped = False

    def view(self, offset: int, shape: tuple[int, ...], kind: np.dtype[Any]) -> NDArray[Any]:
        """An array of this memory. Made of a slice, which keeps it mapped; `np.ndarray(buffer=…)` would not."""
        if self.buf is None:
            raise ValueError("this frame ring is closed")
        return np.asarray(self.buf[offset : offset + _needed(shape, kind)]).view(kind).reshape(shape)

    def close(self) -> None:
        with suppress(BufferError):
            super().close()
            self.is_unmapped = True


_module_lock = threading.Lock()
_still_viewed: list[_Segment] = []


def _release(segment: _Segment) -> None:
    """Unmap `segment`, and others that could not be unmapped earlier because a view of them was alive."""
    with _module_lock:
        _still_viewed.append(segment)
        for each in _still_viewed:
            each.close()
        _still_viewed[:] = [each for each in _still_viewed if not each.is_unmapped]


def _attach(name: str) -> _Segment:
    # WORKAROUND(Python 3.11, 3.12): attaching registers the segment with the resource tracker that parent and child
    # share, as if the child owned it; when the parent has unlinked it meanwhile, the tracker tells of a leak at exit.
    # Unregistering would take away the parent's own entry. Python 3.13 has `track=False` for this.
    if sys.version_info >= (3, 13):
        return _Segment(name, track=False)
    with _module_lock:
        register = resource_tracker.register
        resource_tracker.register = lambda *_: None
        try:
            return _Segment(name)
        finally:
            resource_tracker.register = register
