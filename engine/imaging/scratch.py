"""Memory for what lies between two passes, kept from call to call.

Asking the system for a few fresh pictures on every call costs more than filtering them: each page is faulted in again.
"""

from __future__ import annotations

import threading

import numpy as np

from engine.imaging.checks import Array, Floats

# 1080p; larger pictures go through in bands of rows.
MOST_KEPT = 2**21

_kept = threading.local()


def scratch(name: str, shape: tuple[int, ...]) -> Floats:
    """An array of this shape with anything in it, that the same thread's next call of the same name takes back."""
    values = int(np.prod(shape))
    if values > MOST_KEPT:
        return np.empty(shape, np.float32)
    buffer: Floats | None = getattr(_kept, name, None)
    if buffer is None or buffer.size < values:
        buffer = np.empty(values, np.float32)
        setattr(_kept, name, buffer)
    return buffer[:values].reshape(shape)


def floats(source: Array) -> Floats:
    """`source` in float32: itself, or a copy that the next call overwrites."""
    if source.dtype == np.float32:
        return source
    copy = scratch("floats", source.shape)
    with np.errstate(over="ignore"):
        np.copyto(copy, source, casting="unsafe")
    return copy


def band_height(row: int, overlap: int) -> int:
    """Rows of a result to compute at a time, of a picture with `row` numbers in each, so that what is kept suffices.

    Each band reads `overlap` rows more than it gives, so it gives no fewer: at worst every row is read twice.
    """
    return max(MOST_KEPT // row - overlap, overlap, 1)
