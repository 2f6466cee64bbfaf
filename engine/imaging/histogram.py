"""How often each value occurs in a picture or a result."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.errors import UserError
from engine.imaging.checks import as_picture, to_float32
from engine.imaging.colour import with_numbers
from engine.imaging.types import FloatImage, Image
from engine.opencv import cv2
from engine.text import mark

_AT_ONCE = 2**18


@dataclass(frozen=True, eq=False)
class Histogram:
    """Counts and figures of all values that are numbers.

    `counts` is (channels, bins); bin i holds values from `edges[i]` up to but not including `edges[i + 1]`, the
    last bin both. `zeros` is the share of values that are exactly 0. All figures are 0 where there is no number at all.
    """

    edges: NDArray[np.float64]
    counts: NDArray[np.int64]
    minimum: float
    maximum: float
    mean: float
    zeros: float
    non_finite: int


def histogram(image: Image, bins: int = 256) -> Histogram:
    """Count the values of each channel.

    The bins span 0–255 or 0–65535 for whole numbers, and the lowest to the highest value for floats.

    >>> histogram(np.array([[0, 0, 255]], np.uint8), bins=2).counts.tolist()
    [[2, 1]]
    """
    if not 1 <= bins <= 65536:
        raise UserError(mark("A histogram has from 1 to 65536 bins, not {bins}."), bins=bins)
    picture = as_picture(with_numbers(image))
    if picture.ndim == 2:
        picture = picture[..., None]
    if picture.dtype == np.uint8:
        return _of_bytes(picture, bins)
    if picture.dtype == np.uint16:
        return _of_numbers([picture], np.linspace(0, 65536, bins + 1), non_finite=0)
    values = to_float32(picture)
    if cv2.checkRange(values)[0]:
        return _of_numbers([values], None, non_finite=0, bins=bins)
    # Channels may have lost different numbers of values, so each becomes a picture of its own.
    channels = [values[..., index] for index in range(values.shape[2])]
    finite = [channel[np.isfinite(channel)].reshape(-1, 1, 1) for channel in channels]
    return _of_numbers(finite, None, non_finite=values.size - sum(each.size for each in finite), bins=bins)


def _of_bytes(picture: Image, bins: int) -> Histogram:
    # 256 counts hold everything there is to know about bytes.
    levels = np.arange(256)
    each = _counted(picture, 256)
    total = each.sum(axis=0)
    present = np.flatnonzero(total)
    edges = np.linspace(0, 256, bins + 1)
    place = np.searchsorted(edges, levels, side="right") - 1
    return Histogram(
        edges=edges,
        counts=np.stack([np.bincount(place, counted, bins).astype(np.int64) for counted in each]),
        minimum=float(present[0]),
        maximum=float(present[-1]),
        mean=float(np.dot(total, levels)) / picture.size,
        zeros=int(total[0]) / picture.size,
        non_finite=0,
    )


def _of_numbers(parts: list[Image], edges: NDArray[np.float64] | None, *, non_finite: int, bins: int = 0) -> Histogram:
    present = [part.reshape(part.shape[0], -1) for part in parts if part.size]
    count = sum(part.size for part in present)
    extremes = [cv2.minMaxLoc(part)[:2] for part in present]
    low = min((float(lowest) for lowest, _ in extremes), default=0.0)
    high = max((float(highest) for _, highest in extremes), default=0.0)
    if edges is None:
        edges = _edges(low, high, bins)
    return Histogram(
        edges=edges,
        counts=np.concatenate([_counted(part, len(edges) - 1, edges) for part in parts]),
        minimum=low,
        maximum=high,
        mean=sum(float(cv2.sumElems(part)[0]) for part in present) / count if count else 0.0,
        zeros=1 - sum(cv2.countNonZero(part) for part in present) / count if count else 0.0,
        non_finite=non_finite,
    )


def _edges(low: float, high: float, bins: int) -> NDArray[np.float64]:
    if high - low <= abs(high + low) * 1e-6:
        # One value only, as far as float32 can tell: a bin needs some width.
        middle, reach = (low + high) / 2, max(0.5, abs(high + low) * 1e-6)
        low, high = middle - reach, middle + reach
    return np.linspace(low, high, bins + 1)


def _places(part: Image, edges: NDArray[np.float64]) -> Image:
    """The bin of every value; what rounding puts past the last bin belongs to it."""
    bins = len(edges) - 1
    width = float(edges[-1] - edges[0]) / bins
    # Spans at the ends of what float32 can hold would overflow in it.
    kind = np.float32 if 1e-30 < width < 1e30 else np.float64
    places = np.subtract(part, kind(edges[0]), dtype=kind)
    np.multiply(places, kind(1 / width), out=places)
    np.clip(places, 0, bins - 1, out=places)
    return places.astype(np.uint16)


def _counted(values: Image, bins: int, edges: NDArray[np.float64] | None = None) -> NDArray[np.int64]:
    """How often each bin occurs in each channel; without `edges` the values are bins already.

    Done in strips that fit into the processor's cache, which also keeps OpenCV's counts, kept in float32, exact.
    """
    counts = np.zeros((values.shape[2], bins), np.int64)
    rows = max(1, _AT_ONCE // max(1, values.shape[1] * values.shape[2]))
    for top in range(0, values.shape[0], rows):
        part = np.ascontiguousarray(values[top : top + rows])
        places = part if edges is None else _places(part, edges)
        for channel in range(part.shape[2]) if part.size else ():
            counted: FloatImage = cv2.calcHist([places], [channel], None, [bins], [0, bins])
            counts[channel] += counted.ravel().astype(np.int64)
    return counts
