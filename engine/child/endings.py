"""Why a child process ended, as a sentence a person can read."""

from __future__ import annotations

import signal
import sys
from dataclasses import dataclass
from enum import Enum, auto

from engine.child.host import EXIT_TARGET_RAISED
from engine.child.messages import Death, Lost
from engine.errors import UserError
from engine.text import mark


class ChildClosedError(UserError):
    """Something was asked of a child that its owner has closed."""


def lost(job: int, name: str) -> Lost:
    """The answer to a job that the child called `name` did not live to give."""
    return Lost(job=job, values={"name": name})


class Cause(Enum):
    """What is known about an unexpected end."""

    SIGNAL = auto()
    OUT_OF_MEMORY = auto()
    PERHAPS_OUT_OF_MEMORY = auto()
    ERROR = auto()
    EXIT = auto()
    SILENT = auto()
    NOT_STARTED = auto()


_RESTARTING = {
    Cause.SIGNAL: mark(
        "The {name} stopped unexpectedly (killed by signal {signal}) and is being started again. "
        "Nothing of yours is lost."
    ),
    Cause.OUT_OF_MEMORY: mark(
        "The {name} was ended because the computer ran out of memory, and is being started again. "
        "Nothing of yours is lost; close other programs, or use something smaller."
    ),
    Cause.PERHAPS_OUT_OF_MEMORY: mark(
        "The {name} stopped unexpectedly (killed by signal {signal}, perhaps because memory ran out) and is being "
        "started again. Nothing of yours is lost."
    ),
    Cause.ERROR: mark(
        "The {name} stopped because of an error ({error}) and is being started again. Nothing of yours is lost."
    ),
    Cause.EXIT: mark(
        "The {name} stopped unexpectedly (exit code {code}) and is being started again. Nothing of yours is lost."
    ),
    Cause.SILENT: mark(
        "The {name} no longer answered and was ended; it is being started again. Nothing of yours is lost."
    ),
    Cause.NOT_STARTED: mark("The {name} could not be started ({error}) and is being tried again."),
}
_GIVEN_UP = {
    Cause.SIGNAL: mark(
        "The {name} stopped too often, last killed by signal {signal}, and stays off until you start it again. "
        "Nothing of yours is lost."
    ),
    Cause.OUT_OF_MEMORY: mark(
        "The {name} was ended too often because the computer ran out of memory, and stays off until you start it "
        "again. Nothing of yours is lost; close other programs, or use something smaller."
    ),
    Cause.PERHAPS_OUT_OF_MEMORY: mark(
        "The {name} stopped too often, last killed by signal {signal}, perhaps because memory ran out, and stays off "
        "until you start it again. Nothing of yours is lost."
    ),
    Cause.ERROR: mark(
        "The {name} stopped too often, last because of an error ({error}), and stays off until you start it again. "
        "Nothing of yours is lost."
    ),
    Cause.EXIT: mark(
        "The {name} stopped too often, last with exit code {code}, and stays off until you start it again. "
        "Nothing of yours is lost."
    ),
    Cause.SILENT: mark(
        "The {name} stopped answering too often and stays off until you start it again. Nothing of yours is lost."
    ),
    Cause.NOT_STARTED: mark("The {name} could not be started ({error}) and stays off until you start it again."),
}
_CRASHES = (-6, -7, -11)  # abort, bus error, access to what is not there
_REFUSED = ("bad_alloc", "annot allocate memory", "ut of memory", "failed to allocate")
_WINDOWS_CODES = {
    0xC0000005: "access violation",
    0xC0000017: "out of memory",
    0xC000001D: "illegal instruction",
    0xC0000094: "division by zero",
    0xC00000FD: "stack overflow",
    0xC0000135: "a library is missing",
    0xC000013A: "interrupted",
    0xC0000374: "damaged memory",
    0xC0000409: "damaged stack",
}


@dataclass(frozen=True, kw_only=True)
class Ending:
    """What the supervisor knows when a process is gone.

    `error` is the last word of a child that could still speak; `details` what it wrote before. `memory_ran_out` is what
    the system says about it, `None` if it says nothing. `is_limited`: somebody has set how much memory a process may
    take.
    """

    exit_code: int | None
    error: str = ""
    details: str = ""
    was_silent: bool = False
    memory_ran_out: bool | None = None
    is_limited: bool = False

    @property
    def cause(self) -> Cause:
        if self.exit_code is None:
            return Cause.NOT_STARTED
        if self.was_silent:
            return Cause.SILENT
        if self.exit_code < 0:
            # Libraries that are refused memory, and were not written for that, crash.
            if self.exit_code in _CRASHES and (self.is_limited or any(each in self.details for each in _REFUSED)):
                return Cause.PERHAPS_OUT_OF_MEMORY
            if self.exit_code != -9 or self.memory_ran_out is False:
                return Cause.SIGNAL
            return Cause.OUT_OF_MEMORY if self.memory_ran_out else Cause.PERHAPS_OUT_OF_MEMORY
        return Cause.ERROR if self.error and self.exit_code == EXIT_TARGET_RAISED else Cause.EXIT


def death(name: str, ending: Ending, *, is_restarting: bool) -> Death:
    """The sentence for `ending`; `name` is the child's marked name, such as "network worker".

    >>> print(death("camera worker", Ending(exit_code=-11), is_restarting=True))
    The camera worker stopped unexpectedly (killed by signal 11) and is being started again. Nothing of yours is lost.
    """
    code = ending.exit_code
    values = {
        "name": name,
        "signal": -code if code is not None and code < 0 else "",
        "code": "" if code is None else code,
        "error": ending.error,
    }
    return Death(
        template=(_RESTARTING if is_restarting else _GIVEN_UP)[ending.cause],
        values=values,
        details="\n".join(part for part in (code_in_words(code), ending.details) if part),
        exit_code=code,
        is_restarting=is_restarting,
        may_lack_memory=ending.cause in (Cause.OUT_OF_MEMORY, Cause.PERHAPS_OUT_OF_MEMORY),
    )


def code_in_words(code: int | None) -> str:
    """An exit code as a developer would put it.

    >>> code_in_words(3)
    'exit code 3'
    """
    if code is None:
        return ""
    if code < 0:
        try:
            return f"signal {-code} ({signal.Signals(-code).name})"
        except ValueError:
            return f"signal {-code}"
    return f"exit code {code:#x} ({_WINDOWS_CODES[code]})" if code in _WINDOWS_CODES else f"exit code {code}"


def memory_is_limited() -> bool:
    """Whether processes started from here may only take so much memory, as a school's computer may have it set."""
    try:
        import resource
    except ImportError:  # Windows
        return False
    return resource.getrlimit(resource.RLIMIT_AS)[0] != resource.RLIM_INFINITY


def times_memory_ran_out() -> int | None:
    """How often Linux has ended a process for want of memory since it started; `None` where nobody counts."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        with open("/proc/vmstat", encoding="ascii") as counters:
            return next((int(line.split()[1]) for line in counters if line.startswith("oom_kill ")), None)
    except OSError:
        return None
