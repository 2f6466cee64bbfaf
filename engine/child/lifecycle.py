"""The life of a supervised child as plain data: which state, which jobs, when to try again. No process, no clock."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import StrEnum

from engine.child.messages import NO_JOB, Answer, Message, Ready


class State(StrEnum):
    """Where a child is in its life. `DEAD` is also the state before the first start."""

    STARTING = "starting"
    READY = "ready"
    BUSY = "busy"
    STOPPING = "stopping"
    DEAD = "dead"


@dataclass(frozen=True, kw_only=True)
class Patience:
    """How long a child is waited for, in seconds, and how often it is started again.

    `answer_within`: a ready or busy child that says nothing for half of this time is pinged, and killed when it has
    said nothing for all of it; `None` leaves that to the owner (`SupervisedChild.silence`, `kill`). `start_within` is
    the same for a child that is starting. After `death_limit` unexpected deaths within `death_window` seconds it is
    not started again until its owner asks.
    """

    stop_grace: float = 2.0
    terminate_grace: float = 1.0
    first_delay: float = 0.25
    delay_growth: float = 2.0
    death_limit: int = 5
    death_window: float = 60.0
    answer_within: float | None = None
    start_within: float | None = None


class LifeCycle:
    """Keeps state, open jobs and deaths of one child. Every method is told the time; nothing here waits."""

    def __init__(self, patience: Patience) -> None:
        self.patience = patience
        self.state = State.DEAD
        self.has_given_up = False
        self._jobs: set[int] = set()
        self._superseded: set[int] = set()
        self._deaths: deque[float] = deque()

    def started(self) -> None:
        """A process was started."""
        self.state = State.STARTING
        self.has_given_up = False

    def forgive(self) -> None:
        """Forget earlier deaths: somebody asked for a new start."""
        self._deaths.clear()
        self.has_given_up = False

    def sent(self, job: int) -> None:
        """A request was handed over, or will be when the child is there."""
        self._jobs.add(job)
        self._settle()

    def superseded(self, job: int) -> bool:
        """Nobody wants to hear of `job` any more. False if it has ended already."""
        if job not in self._jobs:
            return False
        self._superseded.add(job)
        return True

    def arrived(self, message: Message) -> bool:
        """Take note of a message from the child; false if nobody wants to hear it."""
        if isinstance(message, Ready) and self.state is State.STARTING:
            self.state = State.READY
        wanted = message.job == NO_JOB or (message.job in self._jobs and message.job not in self._superseded)
        if isinstance(message, Answer):
            self._jobs.discard(message.job)
            self._superseded.discard(message.job)
        self._settle()
        return wanted

    def stopping(self) -> None:
        """The child was asked to end."""
        if self.state is not State.DEAD:
            self.state = State.STOPPING

    def died(self, now: float, *, delivered: frozenset[int]) -> tuple[list[int], float | None]:
        """The process is gone. Returns the jobs that were lost, and in how many seconds to start again.

        Only jobs in `delivered` (handed to the dead process) are lost; the others wait for the next one. `None` instead
        of seconds: do not start again, because it was asked to end or because it died too often.
        """
        was_asked = self.state is State.STOPPING
        self.state = State.DEAD
        ended = self._jobs & delivered
        lost = sorted(ended - self._superseded)
        self._jobs -= ended
        self._superseded -= ended
        if was_asked:
            return lost, None
        self._deaths.append(now)
        while self._deaths[0] < now - self.patience.death_window:
            self._deaths.popleft()
        if len(self._deaths) >= self.patience.death_limit:
            self.has_given_up = True
            return lost, None
        return lost, self.patience.first_delay * self.patience.delay_growth ** (len(self._deaths) - 1)

    def abandon(self) -> list[int]:
        """No child will come: end every job and return those that somebody still waits for."""
        lost = sorted(self._jobs - self._superseded)
        self._jobs.clear()
        self._superseded.clear()
        return lost

    def _settle(self) -> None:
        if self.state in (State.READY, State.BUSY):
            self.state = State.BUSY if self._jobs else State.READY
