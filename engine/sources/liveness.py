"""Whether a camera still lives, judged from its frames alone. No thread, no clock of its own."""

from __future__ import annotations

from collections import deque

import numpy as np

PATIENCE = 2.5
"""Seconds without a new or changed frame after which a camera counts as lost: what is wrong is to be said within 3."""

_GRID = 8
_RATE_WINDOW = 2.0


class Liveness:
    """Watches the frames of one opening of a camera.

    With `must_change`, equal frames count as frozen: every real sensor has noise. Not before the frames have changed
    once, and not for a picture of one single value, as a shut lens cover gives.
    """

    def __init__(self, *, must_change: bool) -> None:
        self._must_change = must_change
        self.restart()

    def restart(self) -> None:
        """Forget everything: the camera is opened anew."""
        self._arrivals: deque[float] = deque()
        self._last_at: float | None = None
        self._changed_at = 0.0
        self._has_changed = False
        self._is_flat = False
        self._sample: np.ndarray | None = None
        self._rate_told_at = 0.0

    @property
    def has_frames(self) -> bool:
        """Whether there was any frame since the opening."""
        return self._last_at is not None

    def arrived(self, image: np.ndarray, now: float) -> None:
        """A frame came at `now`."""
        if self._last_at is None:
            self._rate_told_at = now
        self._last_at = now
        self._arrivals.append(now)
        while self._arrivals[0] < now - _RATE_WINDOW:
            self._arrivals.popleft()
        if not self._must_change:
            return
        sample = image[::_GRID, ::_GRID].copy()
        if self._sample is None or not np.array_equal(sample, self._sample):
            self._has_changed |= self._sample is not None
            self._changed_at = now
            self._is_flat = bool((sample == sample.flat[0]).all())
            self._sample = sample

    def is_silent(self, now: float) -> bool:
        """Whether frames have stopped coming."""
        return self._last_at is not None and now - self._last_at > PATIENCE

    def is_frozen(self, now: float) -> bool:
        """Whether frames still come but have stopped changing."""
        return self._has_changed and not self._is_flat and now - self._changed_at > PATIENCE

    def is_rate_due(self, now: float) -> bool:
        """True once a second, when the rate should be told anew."""
        if now - self._rate_told_at < 1.0:
            return False
        self._rate_told_at = now
        return True

    def rate(self, now: float) -> float:
        """Frames a second over the last two seconds, or since the opening."""
        if len(self._arrivals) < 2:
            return 0.0
        return round((len(self._arrivals) - 1) / max(1e-3, now - self._arrivals[0]), 1)
