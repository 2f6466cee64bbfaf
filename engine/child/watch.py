"""Notices that a child has gone silent. Is told the time, and says what is due; it does nothing itself."""

from __future__ import annotations

from enum import Enum, auto

from engine.child.lifecycle import Patience, State

# A process that hangs in a driver outlives being killed, sometimes for ever.
_DEATH_TAKES = 2.0


class Deed(Enum):
    """What the supervisor should do about a silent child. `BURY`: it does not even die, go on without it."""

    NOTHING = auto()
    PING = auto()
    KILL = auto()
    BURY = auto()


class Watch:
    """Knows when the child said its last word, and by `Patience` how long that may be ago."""

    def __init__(self, patience: Patience, now: float) -> None:
        self._patience = patience
        self._last_word = now
        self._pinged_at: float | None = None
        self._condemned_at: float | None = None

    def heard(self, now: float) -> None:
        """The child said something."""
        self._last_word = now
        self._pinged_at = None

    def silence(self, now: float) -> float:
        """Seconds since the last word."""
        return now - self._last_word

    @property
    def is_condemned(self) -> bool:
        """Whether the child was killed because it hung."""
        return self._condemned_at is not None

    def condemn(self, now: float) -> None:
        """The child is being killed because it hangs."""
        if self._condemned_at is None:
            self._condemned_at = now

    def deed(self, state: State, now: float) -> Deed:
        """What is due. A `PING` is expected to be sent at once."""
        due = self.due(state)
        if due is None or now < due:
            return Deed.NOTHING
        if self._condemned_at is not None:
            return Deed.BURY
        if state is State.STARTING or self._pinged_at is not None:
            return Deed.KILL
        self._pinged_at = now
        return Deed.PING

    def due(self, state: State) -> float | None:
        """When to look again; `None` if never."""
        if self._condemned_at is not None:
            return self._condemned_at + _DEATH_TAKES
        limit = silence_limit(state, self._patience)
        if limit is None:
            return None
        if state is State.STARTING:
            return self._last_word + limit
        # Counted from the ping, so that a computer that slept for a while does not condemn the child.
        return (self._last_word if self._pinged_at is None else self._pinged_at) + limit / 2


def silence_limit(state: State, patience: Patience) -> float | None:
    """After how many seconds without a word a child in `state` counts as hung; `None`: never."""
    if state is State.STARTING:
        return patience.start_within
    return patience.answer_within if state in (State.READY, State.BUSY) else None
