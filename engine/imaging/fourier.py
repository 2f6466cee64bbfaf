"""Correlation through waves: tiles are transformed, multiplied by the kernel's transform, and turned back."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

import numpy as np

from engine.imaging.checks import Array, Floats, Pair
from engine.imaging.factors import Weights
from engine.opencv import cv2

# Measured at 720p to 4K: tiles near 576 × 512 are fastest, because they stay in the cache of one core, and because
# OpenCV's transform takes twice as long for fewer rows and half as long again for sides such as 675.
GOOD_SIDES = (480, 512, 576, 640, 720, 800)
TILES_WORTH_A_THREAD = 4


def tile_shape(rows: int, columns: int, kernel: Pair) -> Pair:
    """Rows and columns of the tiles for a result of this shape: all but kernel − 1 of each are kept."""
    return _tile_side(rows, kernel[0]), _tile_side(columns, kernel[1])


def correlate_by_waves(padded: Array, weights: Weights, rows: int, columns: int) -> Floats:
    """The first `rows` × `columns` values of the correlation of a padded picture (H, W[, C]) with `weights`."""
    height, width = tile_shape(rows, columns, (weights.shape[0], weights.shape[1]))
    kernel = _spectrum(weights.tobytes(), (weights.shape[0], weights.shape[1]), (height, width))
    result = np.empty((rows, columns, *padded.shape[2:]), np.float32)
    tall, wide = height - weights.shape[0] + 1, width - weights.shape[1] + 1
    planes = [(padded, result)]
    if padded.ndim == 3:
        planes = [(padded[:, :, channel], result[:, :, channel]) for channel in range(padded.shape[2])]
    tiles = [
        (source[top : top + height, left : left + width], target[top : top + tall, left : left + wide])
        for source, target in planes
        for top in range(0, rows, tall)
        for left in range(0, columns, wide)
    ]
    workers = min(cv2.getNumThreads(), len(tiles) // TILES_WORTH_A_THREAD)
    if workers < 2:
        _transform(tiles, kernel)
    else:
        with ThreadPoolExecutor(workers) as pool:
            list(pool.map(lambda worker: _transform(tiles[worker::workers], kernel), range(workers)))
    return result


def _transform(tiles: list[tuple[Array, Floats]], kernel: Floats) -> None:
    """Fill the target of each tile from its source; each step has a buffer, as transforms in place are slower."""
    picture, waves, product, back = (np.empty(kernel.shape, np.float32) for _ in range(4))
    for source, target in tiles:
        height, width = source.shape
        picture[:height, :width] = source
        picture[height:] = 0
        picture[:, width:] = 0
        cv2.dft(picture, dst=waves)
        cv2.mulSpectrums(waves, kernel, 0, product, True)
        cv2.dft(product, dst=back, flags=cv2.DFT_INVERSE | cv2.DFT_SCALE)
        target[:] = back[: target.shape[0], : target.shape[1]]


@lru_cache(maxsize=4)
def _spectrum(content: bytes, shape: Pair, tile: Pair) -> Floats:
    kernel = np.zeros(tile, np.float32)
    kernel[: shape[0], : shape[1]] = np.frombuffer(content).reshape(shape)
    spectrum: Floats = cv2.dft(kernel)
    spectrum.setflags(write=False)
    return spectrum


@lru_cache(maxsize=256)
def _tile_side(length: int, kernel: int) -> int:
    """The side that covers `length` values with the least work, each tile giving side − kernel + 1 of them."""
    whole = int(cv2.getOptimalDFTSize(length + kernel - 1))
    if whole <= GOOD_SIDES[0] or 2 * kernel > GOOD_SIDES[-1]:
        return whole
    sides = [side for side in GOOD_SIDES if side >= 2 * kernel]
    return min(sides, key=lambda side: side * -(-length // (side - kernel + 1)))
