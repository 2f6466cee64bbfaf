"""Giving memory back to the system that freed pictures leave behind."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from functools import cache


def give_back() -> bool:
    """Hand free pages to the system; whether there were any.

    WORKAROUND(glibc 2.36): each thread frees into an arena of its own, which keeps its pages. Pictures come from one
    thread and go in another, so that a process that shows a camera for an hour holds a hundred megabytes of nothing.
    """
    trim = _trim()
    return trim is not None and bool(trim(0))


@cache
def _trim() -> Callable[[int], int] | None:
    """The C library's own way, which only GNU's has; it takes one to six milliseconds."""
    if sys.platform != "linux":
        return None
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError):
        return None
    trim.argtypes, trim.restype = (ctypes.c_size_t,), ctypes.c_int
    found: Callable[[int], int] = trim
    return found
