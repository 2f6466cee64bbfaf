"""Correlation through waves: tiles are transformed, multiplied by the kernel's transform, and turned back.

A transform takes complex numbers, and the kernel is real: two tiles go through as the real and the imaginary part of
one, and come back as such.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from engine.imaging.checks import Array, Floats, Pair
from engine.imaging.factors import Weights
from engine.imaging.scratch import scratch
from engine.opencv import cv2

# Measured for tiles of 16 to 2160 on both sides: these steps have quick transforms, others take half as long again or
# twice, as do rows that come to lie over one another in the cache; the larger, the more leaves the cache.
ROW_STEP, COLUMN_STEP = 16, 8
POOR_STEPS = (243, 256)
MOST_ROWS, MOST_COLUMNS = 640, 2000
AREA_THAT_COSTS_DOUBLE = 2_000_000
UNEVEN = 1.7
# Whole rows of the picture are read and written in the order of memory.
BROKEN_ROWS = 1.3
# How much dearer the last of an odd number of pairs is, for which a second thread has nothing to do.
LAST_PAIR = 0.3
# What handing a pair of tiles over takes, in values of a tile, and what makes another thread worth its start.
VALUES_A_PAIR = 15_000
VALUES_A_THREAD = 250_000

Spectrum = NDArray[np.complex64]


@dataclass(frozen=True, eq=False)
class Tile:
    """A part of the picture, the place in the tile where it begins, and the part of the result that comes of it."""

    source: Array
    row: int
    column: int
    target: Floats


def correlate_by_waves(
    picture: Array, weights: Weights, rows: int, columns: int, *, above: int = 0, before: int = 0
) -> Floats:
    """`rows` × `columns` values of the correlation of a picture (H, W[, C]) with `weights`.

    The first of them looks at what begins so many rows `above` the picture and columns `before` it; around are zeros.
    """
    channels = picture.shape[2] if picture.ndim == 3 else 1
    shape = (weights.shape[0], weights.shape[1])
    side = tile_shape(rows, columns, shape, channels)
    kernel = _spectrum(weights.tobytes(), shape, side)
    result = np.empty((rows, columns, *picture.shape[2:]), np.float32)
    tiles = list(_tiles(picture, result, side, shape, above, before))
    pairs = [tiles[first : first + 2] for first in range(0, len(tiles), 2)]
    values = 2 * len(pairs) * side[0] * side[1]
    workers = max(min(cv2.getNumThreads(), len(pairs), values // VALUES_A_THREAD), 1)
    # The memory is this thread's, so that it is there again for the next call when the helping threads are gone.
    buffers = [scratch(f"waves {worker}", (*side, 2)) for worker in range(workers)]
    if workers == 1:
        _transform(pairs, kernel, buffers[0])
        return result
    with ThreadPoolExecutor(workers - 1) as helpers:
        helped = [
            helpers.submit(_transform, pairs[worker::workers], kernel, buffers[worker]) for worker in range(1, workers)
        ]
        _transform(pairs[::workers], kernel, buffers[0])
        for each in helped:
            each.result()
    return result


@lru_cache(maxsize=256)
def tile_shape(rows: int, columns: int, kernel: Pair, channels: int = 1) -> Pair:
    """Rows and columns of the tiles for a result of this shape: all but kernel − 1 of each are kept."""
    tall = _sides(rows, kernel[0], ROW_STEP, MOST_ROWS)
    wide = _sides(columns, kernel[1], COLUMN_STEP, MOST_COLUMNS)
    return min(product(tall, wide), key=lambda side: _work(side, rows, columns, kernel, channels))


@dataclass(frozen=True)
class Effort:
    """What goes there and back for one result: `values`, in `pairs` of tiles; `work` counts those in slow ones more."""

    values: int
    pairs: int
    work: float


@lru_cache(maxsize=256)
def effort_of(rows: int, columns: int, kernel: Pair, channels: int = 1) -> Effort:
    """The effort for a result of this shape."""
    side = tile_shape(rows, columns, kernel, channels)
    pairs = _pairs(side, rows, columns, kernel, channels)
    return Effort(2 * pairs * side[0] * side[1], pairs, 2 * _work(side, rows, columns, kernel, channels))


def _tiles(picture: Array, result: Floats, side: Pair, kernel: Pair, above: int, before: int) -> Iterator[Tile]:
    """All tiles, channel after channel."""
    tall, wide = side[0] - kernel[0] + 1, side[1] - kernel[1] + 1
    for top in range(0, result.shape[0], tall):
        for left in range(0, result.shape[1], wide):
            row, column = max(above - top, 0), max(before - left, 0)
            source = picture[
                max(top - above, 0) : max(top - above + side[0], 0),
                max(left - before, 0) : max(left - before + side[1], 0),
            ]
            target = result[top : top + tall, left : left + wide]
            if picture.ndim == 2:
                yield Tile(source, row, column, target)
                continue
            for channel in range(picture.shape[2]):
                yield Tile(source[:, :, channel], row, column, target[:, :, channel])


def _transform(pairs: Sequence[Sequence[Tile]], kernel: Spectrum, waves: Floats) -> None:
    """Fill the targets of each pair of tiles from their sources, in `waves` (rows, columns, 2)."""
    numbers = waves.view(np.complex64)[:, :, 0]
    for pair in pairs:
        for part, tile in enumerate(pair):
            _lay_in(waves[:, :, part], tile)
        if len(pair) == 1:
            waves[:, :, 1] = 0
        cv2.dft(waves, dst=waves)
        np.multiply(numbers, kernel, out=numbers)
        cv2.dft(waves, dst=waves, flags=cv2.DFT_INVERSE)
        _hand_out(waves, [tile.target for tile in pair])


def _lay_in(plane: Floats, tile: Tile) -> None:
    """Not by `cv2.merge`: it writes past the cache, and the transform would take twice as long."""
    bottom, right = tile.row + tile.source.shape[0], tile.column + tile.source.shape[1]
    plane[tile.row : bottom, tile.column : right] = tile.source
    plane[: tile.row] = 0
    plane[bottom:] = 0
    plane[:, : tile.column] = 0
    plane[:, right:] = 0


def _hand_out(waves: Floats, targets: Sequence[Floats]) -> None:
    height, width = targets[0].shape
    if len(targets) == 2 and targets[1].shape == (height, width) and targets[0].strides[1] == waves.itemsize:
        cv2.split(waves[:height, :width], targets)
        return
    for part, target in enumerate(targets):
        target[:] = waves[: target.shape[0], : target.shape[1], part]


@lru_cache(maxsize=4)
def _spectrum(content: bytes, shape: Pair, tile: Pair) -> Spectrum:
    """The kernel's waves, turned for a correlation and divided by what going there and back multiplies with."""
    kernel = np.zeros(tile, np.float32)
    kernel[: shape[0], : shape[1]] = np.frombuffer(content).reshape(shape)
    waves = cv2.dft(kernel, flags=cv2.DFT_COMPLEX_OUTPUT).view(np.complex64)[:, :, 0]
    spectrum: Spectrum = np.conj(waves)
    spectrum /= kernel.size
    spectrum.setflags(write=False)
    return spectrum


@lru_cache(maxsize=256)
def _sides(length: int, kernel: int, step: int, most: int) -> tuple[int, ...]:
    """For each number of tiles along an axis the smallest side that OpenCV transforms well."""
    found: dict[int, int] = {1: int(cv2.getOptimalDFTSize(length + kernel - 1))}
    for side in reversed(_good_sides(step, most)):
        if side >= 2 * kernel:
            found[-(-length // (side - kernel + 1))] = side
    return tuple(found.values())


@lru_cache
def _good_sides(step: int, most: int) -> tuple[int, ...]:
    return tuple(side for side in range(step, most + 1, step) if _is_good(side, step))


def _is_good(side: int, step: int) -> bool:
    if side % step or any(side % poor == 0 for poor in POOR_STEPS):
        return False
    for factor in (2, 3, 5, 7):
        while side % factor == 0:
            side //= factor
    return side == 1


def _work(side: Pair, rows: int, columns: int, kernel: Pair, channels: int) -> float:
    """What all tiles take, in units of one value of the best."""
    pairs = _pairs(side, rows, columns, kernel, channels)
    area = side[0] * side[1]
    cost = area * (1 + area / AREA_THAT_COSTS_DOUBLE)
    if side[1] < columns + kernel[1] - 1:
        cost *= BROKEN_ROWS
    if not (_is_good(side[0], ROW_STEP) and _is_good(side[1], COLUMN_STEP)):
        cost *= UNEVEN
    return (pairs + LAST_PAIR * (pairs % 2)) * (cost + VALUES_A_PAIR)


def _pairs(side: Pair, rows: int, columns: int, kernel: Pair, channels: int) -> int:
    down = -(-rows // (side[0] - kernel[0] + 1))
    across = -(-columns // (side[1] - kernel[1] + 1))
    return -(-down * across * channels // 2)
