"""Who hears what a run tells, and what it may be asked while it goes on. No Keras here."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Protocol

from engine.child.messages import Message


class Listener(Protocol):
    """Hears everything, and is asked between any two calls of the training, at most some tenths of a second apart."""

    def tell(self, message: Message) -> None:
        """Take note of a message."""

    def is_stop_asked(self) -> bool:
        """Whether the run should end; what it has learnt is kept."""

    def is_pause_asked(self) -> bool:
        """Whether it should hold still for now."""

    def pause(self) -> bool:
        """From now on a pause is asked for, until a person ends it; false where there is nobody who could."""


class Silent:
    """Hears and wants nothing."""

    def tell(self, message: Message) -> None:
        """Pass over it."""

    def is_stop_asked(self) -> bool:
        return False

    def is_pause_asked(self) -> bool:
        return False

    def pause(self) -> bool:
        return False


def memory_held() -> int:
    """The memory of this process in bytes, as far as the system tells; otherwise 0."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        pass
    if sys.platform != "win32":
        import resource

        # The most that it ever held: the closest that other systems tell without a package of its own.
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most if sys.platform == "darwin" else most * 1024
    return 0
