"""Windows along one axis joined to one value each, for pooling: the maximum or the sum of what lies in them."""

from __future__ import annotations

import numpy as np

from engine.imaging.checks import Array
from engine.opencv import cv2

# What OpenCV deals into planes, and how many planes at most.
SPLIT_TYPES = (np.uint8, np.int8, np.uint16, np.int16, np.int32, np.float32, np.float64)
WHOLE_TYPES = (np.uint8, np.int8, np.uint16, np.int16, np.int32)
MOST_PLANES = 128


def join_rows(source: Array, join: np.ufunc, size: int, step: int, count: int) -> Array:
    """Each of `count` windows of `size` rows, `step` apart, joined to one row by `join`: a maximum or a sum.

    Output shape: (count, W[, C]).

    >>> join_rows(np.array([[1, 5], [4, 2], [3, 3]]), np.maximum, 2, 1, 2)
    array([[4, 5],
           [4, 3]])
    """
    if size == 1:
        return source[::step][:count]
    if size == step and size > 16:
        joined: Array = join.reduce(source[: count * step].reshape(count, step, *source.shape[1:]), axis=1)
        return joined
    if size <= 2 * step or size <= 4:
        return _join_all([source[tap::step][:count] for tap in range(size)], join)
    return _windows(source, join, size, 0)[::step][:count]


def join_columns(source: Array, join: np.ufunc, size: int, step: int, count: int) -> Array:
    """Each of `count` windows of `size` columns, `step` apart, joined to one column.

    Output shape: (H, count[, C]).
    """
    if size == 1 and step == 1:
        return source[:, :count]
    if size == step and size > 16:
        groups = np.ascontiguousarray(source[:, : count * step])
        joined: Array = join.reduce(groups.reshape(source.shape[0], count, step, *source.shape[2:]), axis=2)
        return joined
    if size <= 2 * step or size <= 4:
        planes = _every_column(source, step, (count - 1) * step + size)
        return _join_all([planes[tap % step][:, tap // step :][:, :count] for tap in range(size)], join)
    return _windows(source, join, size, 1)[:, ::step][:, :count]


def _join_all(parts: list[Array], join: np.ufunc) -> Array:
    if len(parts) == 1:
        return parts[0]
    first = parts[0]
    if join is np.maximum and first.ndim == 2 and first.dtype in WHOLE_TYPES:
        # Half as long on bytes; not on decimals, where OpenCV forgets a NaN that comes second.
        joined: Array = cv2.max(first, parts[1])
        for part in parts[2:]:
            cv2.max(joined, part, dst=joined)
        return joined
    joined = join(first, parts[1])
    for part in parts[2:]:
        join(joined, part, out=joined)
    return joined


def _windows(source: Array, join: np.ufunc, size: int, axis: int) -> Array:
    """Every window of `size` along an axis, put together from windows of 1, 2, 4, … as its binary digits say.

    Unlike a running sum this takes nothing away again, so an infinite value does not outlive its windows.
    """

    def along(array: Array, start: int, stop: int) -> Array:
        return array[start:stop] if axis == 0 else array[:, start:stop]

    count = source.shape[axis] - size + 1
    powers, span, start = source, 1, 0
    result: Array | None = None
    while True:
        if size & span:
            part = along(powers, start, start + count)
            result = part.copy() if result is None else join(result, part, out=result)
            start += span
        if span * 2 > size:
            break
        length = powers.shape[axis]
        powers = join(along(powers, 0, length - span), along(powers, span, length))
        span *= 2
    assert result is not None  # a size of at least one has a binary digit
    return result


def _every_column(source: Array, step: int, needed: int) -> list[Array]:
    """The first `needed` columns dealt into `step` pictures; the last ones may be a column narrower."""
    if step == 1:
        return [source]
    groups = -(-needed // step)
    if source.ndim == 2 and step <= MOST_PLANES and source.dtype in SPLIT_TYPES and groups * step <= source.shape[1]:
        even = np.ascontiguousarray(source[:, : groups * step])
        return list(cv2.split(even.reshape(source.shape[0], groups, step)))
    return [source[:, first::step] for first in range(step)]
