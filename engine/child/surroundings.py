"""What a child process changes about itself, by platform: priority, signals, error output, when it dies."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection

_BELOW_NORMAL_PRIORITY_CLASS = 0x00004000
_PR_SET_PDEATHSIG = 1


def ignore_interrupts() -> None:
    """Leave Ctrl+C to the parent, which ends its children in order. It reaches every process of the terminal."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "win32":
        signal.signal(signal.SIGBREAK, signal.SIG_IGN)
    else:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def lower_priority(niceness: int) -> None:
    """Give way to the window; the order of magnitude is that of `nice`, 0 changes nothing."""
    if niceness <= 0:
        return
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL_PRIORITY_CLASS)
    else:
        with suppress(OSError):
            os.nice(niceness)


def die_with_parent(parent: int) -> None:
    """Have Linux end this process with its parent, even if it hangs. Elsewhere the end of the pipe has to do."""
    if not sys.platform.startswith("linux"):
        return
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def write_errors_to(pipe: Connection) -> None:
    """Let everything written to standard output and error, by C libraries too, go to `pipe`.

    The parent holds the other end, so the last words before a crash are not lost.
    """
    for stream in (1, 2):
        os.dup2(pipe.fileno(), stream)
    pipe.close()
    _reopen_streams()


def send_error_lines(send: Callable[[str], None]) -> None:
    """The same where the parent's pipe cannot become a file descriptor (Windows): a thread passes the lines on."""
    reading, writing = os.pipe()
    for stream in (1, 2):
        os.dup2(writing, stream)
    os.close(writing)
    _reopen_streams()

    def pump() -> None:
        with os.fdopen(reading, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                send(line.rstrip())

    threading.Thread(target=pump, name="pass error output on", daemon=True).start()


def _reopen_streams() -> None:
    """Python's own streams, which do not exist in a program without a console."""
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", errors="backslashreplace", buffering=1, closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace", buffering=1, closefd=False)
