"""How many steps go into one call, how fast it all goes, and how long the rest takes. No Keras, and no clock either."""

from __future__ import annotations

_CALL_SECONDS = 0.1
_MOST_STEPS = 128
_MESSAGE_SECONDS = 0.1
_MEMORY = 0.7


class Pace:
    """Learns from each call; every method is told the time.

    A call should last a tenth of a second: long enough that what happens between calls costs nothing, short enough
    that stopping and pausing happen at once.
    """

    def __init__(self, now: float) -> None:
        self._seconds_a_step: float | None = None
        self._calls = 0
        self._told_at = now - _MESSAGE_SECONDS
        self._speed: float | None = None

    @property
    def steps(self) -> int:
        """How many steps the next call should have."""
        if self._seconds_a_step is None:
            return 1
        return max(1, min(_MOST_STEPS, int(_CALL_SECONDS / max(self._seconds_a_step, 1e-6))))

    @property
    def images_per_second(self) -> float:
        """How fast it goes of late."""
        return self._speed or 0.0

    def called(self, *, steps: int, images: float, seconds: float) -> None:
        """A call is over. The first is left out: it makes the graph."""
        self._calls += 1
        if self._calls == 1 or steps == 0:
            return
        here = seconds / steps
        old = self._seconds_a_step
        self._seconds_a_step = here if old is None else _MEMORY * old + (1 - _MEMORY) * here
        speed = images / max(seconds, 1e-9)
        self._speed = speed if self._speed is None else _MEMORY * self._speed + (1 - _MEMORY) * speed

    def is_telling_due(self, now: float) -> bool:
        """Whether the last message is long enough ago; if so, this one counts as told."""
        if now - self._told_at < _MESSAGE_SECONDS:
            return False
        self._told_at = now
        return True
