"""What a supervised child and its parent say to each other: frozen dataclasses that carry a job number.

A *request* goes to the child and gets its job number from `SupervisedChild.send`. It is answered by any number of
messages with that number; the last of them is an `Answer`, which ends the job. Messages about no job carry `NO_JOB`.
While a job waits or runs, its owner can `Tell` it something.
Pictures never travel here: they go through `engine.child.ring` and the message only says which frame is meant.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.errors import UserError
from engine.text import mark

NO_JOB = 0


@dataclass(frozen=True, kw_only=True)
class Message:
    """Whatever passes between the two, about job `job`."""

    job: int = NO_JOB


@dataclass(frozen=True, kw_only=True)
class Request(Message):
    """Something the child is asked to do; subclass it once for each kind of work."""


@dataclass(frozen=True, kw_only=True)
class Answer(Message):
    """The last word about a job; subclass it for results. As it is, it says that the job is done."""


@dataclass(frozen=True, kw_only=True)
class Ping(Request):
    """Are you there? Answered by the thread that does the work, so that a hung one does not answer."""


@dataclass(frozen=True, kw_only=True)
class Pong(Answer):
    """I am."""


@dataclass(frozen=True, kw_only=True)
class Stop(Message):
    """Please end job `job` soon. To the child."""


@dataclass(frozen=True, kw_only=True)
class Tell(Message):
    """Something for the running job `job` to know, such as that it should pause; subclass it. Never answered."""


@dataclass(frozen=True, kw_only=True)
class Quit(Message):
    """Please end altogether. To the child."""


@dataclass(frozen=True, kw_only=True)
class Ready(Message):
    """The child has started and takes requests; `about` is what it found out on the way (devices, versions)."""

    about: Any = None


@dataclass(frozen=True, kw_only=True)
class Progress(Message):
    """`done` of `total` units of the job are over; `total` 0 means unknown. `note` is marked text."""

    done: float
    total: float = 0.0
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Stopped(Answer):
    """The job ended early because it was asked to."""


@dataclass(frozen=True, kw_only=True)
class Failed(Answer):
    """The job ended with a refusal: the sentence as a marked template and its values, and technical details."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)
    details: str = ""

    @property
    def error(self) -> UserError:
        """The same as an exception that can be raised or shown."""
        return UserError(self.template, details=self.details, **self.values)

    def __str__(self) -> str:
        return str(self.error)


@dataclass(frozen=True, kw_only=True)
class Lost(Failed):
    """The child died before it answered. The person has been told of the death already; do not tell it twice."""

    template: str = mark("The {name} stopped before it could answer.")


@dataclass(frozen=True, kw_only=True)
class Log(Message):
    """A log record of the child, or a line that it or one of its libraries wrote to its standard error."""

    logger: str
    text: str
    level: int = logging.INFO


@dataclass(frozen=True, kw_only=True)
class Death:
    """An unexpected end of the child, in one sentence. Made by the supervisor; it never travels."""

    template: str
    values: Mapping[str, object]
    details: str
    exit_code: int | None
    is_restarting: bool
    may_lack_memory: bool = False

    @property
    def error(self) -> UserError:
        """The same as an exception that can be shown."""
        return UserError(self.template, details=self.details, **self.values)

    def __str__(self) -> str:
        return str(self.error)


def failure(error: BaseException, *, job: int = NO_JOB, details: str = "") -> Failed:
    """`error` as a message: a `UserError` keeps its sentence, anything else gets a general one."""
    if isinstance(error, UserError):
        # Where it was raised says nothing to whoever is refused something, and nothing is wrong there.
        return Failed(job=job, template=error.template, values=error.values, details=error.details)
    if isinstance(error, MemoryError):
        text = mark("There is not enough memory for this. Close other programs, or use a smaller picture or network.")
        return Failed(job=job, template=text, details=details)
    text = mark("An error inside the program ended this work: {error}. Nothing of yours is lost.")
    summary = f"{type(error).__name__}: {error}".rstrip(": ")
    return Failed(job=job, template=text, values={"error": summary}, details=details)
