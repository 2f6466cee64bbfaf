"""The three rings of shared memory between the window and the network worker."""

from __future__ import annotations

import numpy as np

from engine.child.ring import FrameRing, StoredFrame
from engine.network.requests import Connect, RingName

FIRST_BYTES = {"frames": 1280 * 720 * 3, "maps": 2_000_000, "pictures": 2_000_000}
SPARE = 1.25
"""A ring that has to grow grows a little further, so that one slightly larger wish does not make another."""


class Rings:
    """Made once, grown where they are too small; the worker has to be told each time, with `connect`."""

    def __init__(self) -> None:
        self._rings: dict[str, FrameRing] = {}

    def connect(self) -> Connect:
        """What tells the worker where they lie; makes them the first time. Raises `UserError` without memory."""
        for name, size in FIRST_BYTES.items():
            if name not in self._rings:
                self._rings[name] = FrameRing.create(slot_bytes=size)
        frames, maps, pictures = (self._rings[name].address for name in FIRST_BYTES)
        return Connect(frames=frames, maps=maps, pictures=pictures)

    def grow(self, name: str, slot_bytes: int) -> None:
        """Make a larger ring in place of one; `connect` follows."""
        larger = FrameRing.create(slot_bytes=round(slot_bytes * SPARE))
        before, self._rings[name] = self._rings.get(name), larger
        if before is not None:
            before.close()

    def has_room(self, pixels: np.ndarray) -> bool:
        """Whether a picture fits into the ring `frames`."""
        return self._rings["frames"].fits(pixels.shape, pixels.dtype)

    def put_frame(self, pixels: np.ndarray, *, number: int, captured_at: float) -> None:
        """Write the picture that the network is to work on."""
        self._rings["frames"].write(pixels, number=number, captured_at=captured_at)

    def take(self, name: RingName) -> StoredFrame | None:
        """A copy of what the worker wrote last."""
        return self._rings[name].newest()

    def close(self) -> None:
        """Give the memory back."""
        for ring in self._rings.values():
            ring.close()
        self._rings.clear()
