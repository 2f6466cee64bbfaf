"""Pooling: each window becomes its maximum or its mean."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.imaging.checks import Array, ConvolutionError, IntOrPair, Pair, as_picture
from engine.imaging.correlation import correlate, is_tame
from engine.imaging.geometry import Geometry
from engine.imaging.padding import Margins, pad
from engine.imaging.pool_geometry import PoolGeometry, pool_geometry
from engine.imaging.winners import pool_winners, share_dropped, share_without_a_win
from engine.opencv import cv2
from engine.text import mark

__all__ = ["pool", "pool_winners", "share_dropped", "share_without_a_win"]

KINDS = ("max", "mean")

# Sums of larger windows, or of wider numbers, leave what float32 can hold.
MOST_SUMMED_IN_FLOAT32 = 256
# What OpenCV deals into planes, and how many planes at most.
SPLIT_TYPES = (np.uint8, np.int8, np.uint16, np.int16, np.int32, np.float32, np.float64)
WHOLE_TYPES = (np.uint8, np.int8, np.uint16, np.int16, np.int32)
MOST_PLANES = 128
MOST_MERGED = 4


def pool(
    image: Array,
    kind: str = "max",
    *,
    size: IntOrPair = 2,
    stride: IntOrPair | None = None,
    padding: str = "valid",
) -> Array:
    """Each window of `image` (H, W[, C]) becomes its maximum or its mean; `stride` None means `size`.

    Output shape: (H', W'[, C]); valid: H' = ⌊(H − size) / s⌋ + 1; same: ⌈H / s⌉. A maximum keeps the type of the
    picture, a mean is float32. Under "same" the rim counts for nothing: no maximum comes from it and no mean is
    divided by it. Global pooling is a window as large as the picture.

    >>> pool(np.array([[1, 2, 3, 4], [5, 6, 7, 8]]))
    array([[6, 8]])
    """
    if kind not in KINDS:
        raise ConvolutionError(
            mark('The pooling is "{value}", but must be one of: {names}.'), value=kind, names=", ".join(KINDS)
        )
    picture = as_picture(image)
    geometry = pool_geometry(picture.shape, size, stride, padding)
    planes = [picture]
    if picture.ndim == 3 and picture.shape[2] <= MOST_MERGED and picture.dtype in SPLIT_TYPES:
        planes = list(cv2.split(picture))
    pooled = [_maximum(plane, geometry) if kind == "max" else _mean(plane, geometry) for plane in planes]
    joined: Array = pooled[0] if len(pooled) == 1 else cv2.merge(pooled)
    result = np.ascontiguousarray(joined).reshape(geometry.rows, geometry.columns, *picture.shape[2:])
    return result.copy() if np.may_share_memory(result, picture) else result


def _maximum(plane: Array, geometry: PoolGeometry) -> Array:
    return _pooled(pad(plane, geometry.margins, "constant", _lowest(plane.dtype)), np.maximum, geometry)


def _mean(plane: Array, geometry: PoolGeometry) -> Array:
    """Sums by the number of pixels of the picture, not of its rim, in each window."""
    margins, (height, width) = geometry.margins, geometry.size
    down = _seen(plane.shape[0], height, geometry.stride[0], margins.top, geometry.rows)
    across = _seen(plane.shape[1], width, geometry.stride[1], margins.left, geometry.columns)
    overlaps = height > geometry.stride[0] or width > geometry.stride[1]
    if overlaps and plane.ndim == 2 and is_tame(plane):
        windows = Geometry(
            (plane.shape[0], plane.shape[1]), geometry.size, margins, geometry.stride, (1, 1), geometry.rows,
            geometry.columns,
        )  # fmt: skip
        sums: Array = correlate(None, plane, np.ones(geometry.size), windows, "zero", 0.0)
    else:
        plane = plane.astype(_sum_type(plane.dtype, geometry.size), copy=False)
        sums = _pooled(pad(plane, margins), np.add, geometry)
    share = np.full((1, 1), 1 / (height * width)) if margins == Margins() else 1 / np.outer(down, across)
    means = np.multiply(sums, share.reshape(*share.shape, *[1] * (sums.ndim - 2)).astype(sums.dtype))
    with np.errstate(over="ignore"):
        result: Array = means.astype(np.float32, copy=False)
    return result


def _pooled(source: Array, join: np.ufunc, geometry: PoolGeometry) -> Array:
    """Rows first, then columns: both a maximum and a sum of a window are those of its rows'."""
    rows = _join_rows(source, join, geometry.size[0], geometry.stride[0], geometry.rows)
    return _join_columns(rows, join, geometry.size[1], geometry.stride[1], geometry.columns)


def _join_rows(source: Array, join: np.ufunc, size: int, step: int, count: int) -> Array:
    if size == 1:
        return source[::step][:count]
    if size == step and size > 16:
        joined: Array = join.reduce(source[: count * step].reshape(count, step, *source.shape[1:]), axis=1)
        return joined
    if size <= 2 * step or size <= 4:
        return _join_all([source[tap::step][:count] for tap in range(size)], join)
    return _windows(source, join, size, 0)[::step][:count]


def _join_columns(source: Array, join: np.ufunc, size: int, step: int, count: int) -> Array:
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


def _seen(side: int, size: int, step: int, before: int, count: int) -> Array:
    starts = np.arange(count) * step - before
    seen: Array = np.minimum(starts + size, side) - np.maximum(starts, 0)
    return seen


def _sum_type(dtype: np.dtype[Any], size: Pair) -> type[np.floating[Any]]:
    is_narrow = dtype.itemsize <= 2 or dtype == np.float32
    return np.float32 if is_narrow and size[0] * size[1] <= MOST_SUMMED_IN_FLOAT32 else np.float64


def _lowest(dtype: np.dtype[Any]) -> float:
    return -np.inf if dtype.kind == "f" else int(np.iinfo(dtype).min)
