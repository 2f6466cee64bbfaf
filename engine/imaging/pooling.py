"""Pooling: each window becomes its maximum or its mean."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from engine.imaging.checks import Array, ConvolutionError, Floats, IntOrPair, Pair, as_counted
from engine.imaging.correlation import correlate, is_tame
from engine.imaging.geometry import Geometry
from engine.imaging.joining import SPLIT_TYPES, join_columns, join_rows
from engine.imaging.padding import Margins, pad
from engine.imaging.pool_geometry import PoolGeometry, bands_of, pool_geometry
from engine.imaging.scratch import MOST_KEPT, floats
from engine.imaging.winners import pool_winners, share_dropped, share_without_a_win
from engine.opencv import cv2
from engine.text import mark

__all__ = ["pool", "pool_winners", "share_dropped", "share_without_a_win"]

KINDS = ("max", "mean")

# Sums of larger windows, or of wider numbers, leave what float32 can hold.
MOST_SUMMED_IN_FLOAT32 = 256
# How many planes OpenCV puts together fast.
MOST_MERGED = 4
LONGEST_SHRUNK = 32_000
# Of a picture to take at a time: what lies between its steps is then in memory that was there already.
MOST_BYTES = 2**21


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
    picture = as_counted(image)
    geometry = pool_geometry(picture.shape, size, stride, padding)
    if kind == "mean" and _shrinks(picture, geometry):
        return _shrunk(picture, geometry)
    row = picture[0].size * (picture.itemsize if kind == "max" else max(picture.itemsize, 4))
    if row * picture.shape[0] <= 2 * MOST_BYTES:
        whole = _band(picture, kind, geometry)
        return whole.copy() if np.may_share_memory(whole, picture) else whole
    result = np.empty(
        (geometry.rows, geometry.columns, *picture.shape[2:]), picture.dtype if kind == "max" else np.float32
    )
    for seen, made, band in bands_of(geometry, picture.shape[0], MOST_BYTES // row):
        result[made] = _band(picture[seen], kind, band)
    return result


def _band(picture: Array, kind: str, geometry: PoolGeometry) -> Array:
    pooled = _maximum(picture, geometry) if kind == "max" else _mean(picture, geometry)
    return np.ascontiguousarray(pooled).reshape(geometry.rows, geometry.columns, *picture.shape[2:])


def _maximum(picture: Array, geometry: PoolGeometry) -> Array:
    return _pooled(pad(picture, geometry.margins, "constant", _lowest(picture.dtype)), np.maximum, geometry)


def _mean(picture: Array, geometry: PoolGeometry) -> Array:
    """Sums by the number of pixels of the picture, not of its rim, in each window."""
    margins, (height, width) = geometry.margins, geometry.size
    down = _seen(picture.shape[0], height, geometry.stride[0], margins.top, geometry.rows)
    across = _seen(picture.shape[1], width, geometry.stride[1], margins.left, geometry.columns)
    # `correlate` takes bytes as they are; decimals it only sums faster where each takes part in many windows.
    share = 1 if picture.dtype == np.uint8 else 2
    overlaps = height > share * geometry.stride[0] or width > share * geometry.stride[1]
    if overlaps and (picture.ndim == 2 or _is_dealt_fast(picture)) and is_tame(picture):
        windows = Geometry(
            (picture.shape[0], picture.shape[1]), geometry.size, margins, geometry.stride, (1, 1), geometry.rows,
            geometry.columns,
        )  # fmt: skip
        ones = np.ones(geometry.size)
        sums = _by_channel(picture, lambda plane: correlate(None, plane, ones, windows, "zero", 0.0))
    else:
        picture = picture.astype(_sum_type(picture.dtype, geometry.size), copy=False)
        sums = _pooled(pad(picture, margins), np.add, geometry)
    parts = np.full((1, 1), 1 / (height * width)) if margins == Margins() else 1 / np.outer(down, across)
    means = np.multiply(sums, parts.reshape(*parts.shape, *[1] * (sums.ndim - 2)).astype(sums.dtype))
    with np.errstate(over="ignore"):
        result: Array = means.astype(np.float32, copy=False)
    return result


def _shrinks(picture: Array, geometry: PoolGeometry) -> bool:
    """Whether means are what OpenCV calls shrinking by area: of windows side by side, with sums that float32 holds."""
    if geometry.size != geometry.stride or geometry.size == (1, 1) or geometry.margins != Margins():
        return False
    if max(picture.shape[:2]) > LONGEST_SHRUNK or _sum_type(picture.dtype, geometry.size) != np.float32:
        return False
    return picture.ndim == 2 or _is_dealt_fast(picture)


def _shrunk(picture: Array, geometry: PoolGeometry) -> Floats:
    (height, width), columns = geometry.size, geometry.columns
    result = np.empty((geometry.rows, columns, *picture.shape[2:]), np.float32)
    count = geometry.rows if picture.dtype == np.float32 else max(MOST_KEPT // (picture[0].size * height), 1)
    for first in range(0, geometry.rows, count):
        made = result[first : first + count]
        rows = made.shape[0]
        windows = floats(picture[first * height : (first + rows) * height, : columns * width])
        found = cv2.resize(windows, (columns, rows), dst=made, interpolation=cv2.INTER_AREA)
        if found is not made:
            made[:] = found.reshape(made.shape)
    return result


def _pooled(source: Array, join: np.ufunc, geometry: PoolGeometry) -> Array:
    """Rows first, then columns: both a maximum and a sum of a window are those of its rows'."""
    flat = source.reshape(source.shape[0], -1)
    rows = join_rows(flat, join, geometry.size[0], geometry.stride[0], geometry.rows)
    rows = rows.reshape(geometry.rows, *source.shape[1:])
    size, step = geometry.size[1], geometry.stride[1]
    return _by_channel(rows, lambda plane: join_columns(plane, join, size, step, geometry.columns))


def _by_channel(picture: Array, work: Callable[[Array], Array]) -> Array:
    """Each channel by itself where OpenCV deals them out fast, otherwise all at once."""
    if not _is_dealt_fast(picture):
        return work(picture)
    done = [work(plane) for plane in cv2.split(picture)]
    joined: Array = done[0] if len(done) == 1 else cv2.merge(done)
    return joined.reshape(*joined.shape[:2], picture.shape[2])


def _is_dealt_fast(picture: Array) -> bool:
    return picture.ndim == 3 and picture.shape[2] <= MOST_MERGED and picture.dtype in SPLIT_TYPES


def _seen(side: int, size: int, step: int, before: int, count: int) -> Array:
    starts = np.arange(count) * step - before
    seen: Array = np.minimum(starts + size, side) - np.maximum(starts, 0)
    return seen


def _sum_type(dtype: np.dtype[Any], size: Pair) -> type[np.floating[Any]]:
    is_narrow = dtype.itemsize <= 2 or dtype == np.float32
    return np.float32 if is_narrow and size[0] * size[1] <= MOST_SUMMED_IN_FLOAT32 else np.float64


def _lowest(dtype: np.dtype[Any]) -> float:
    return -np.inf if dtype.kind == "f" else int(np.iinfo(dtype).min)
