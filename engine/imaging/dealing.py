"""Stride and dilation by dealing: every n-th row and column makes a small picture, filtered without stride or gaps."""

from __future__ import annotations

import numpy as np

from engine.imaging.checks import Array, Floats, Pair, to_float32
from engine.imaging.factors import Weights, blocks_of, factors_of
from engine.imaging.passes import FLOAT, NO_BORDER, every, inside
from engine.imaging.scratch import band_height
from engine.opencv import cv2


def strided(name: str, padded: Array, weights: Weights, stride: Pair, rows: int, columns: int) -> Floats:
    """Only the positions that a stride keeps; `weights` have the gaps of any dilation filled with zeros."""
    if name == "separable":
        ((column, row),) = factors_of(weights).products
        strips = _strided(to_float32(padded), column.astype(np.float64), (stride[0], 1), rows, padded.shape[1])
        return _strided(strips, row.astype(np.float64), (1, stride[1]), rows, columns)
    return _strided(padded, weights, stride, rows, columns)


def _strided(padded: Array, weights: Weights, stride: Pair, rows: int, columns: int) -> Floats:
    down, across = stride
    total: Floats | None = None
    for left in range(min(across, weights.shape[1])):
        if not weights[:, left::across].any():
            continue
        plane = _every_column(padded, left, across)
        for top in range(min(down, weights.shape[0])):
            part = weights[top::down, left::across]
            if not part.any():
                continue
            source = plane[top::down]
            for block in blocks_of(part):
                height, width = block.weights.shape
                seen = source[block.top : block.top + rows + height - 1, block.left : block.left + columns + width - 1]
                found = cv2.filter2D(seen, FLOAT, block.weights, anchor=(0, 0), borderType=NO_BORDER)
                found = found.reshape(*seen.shape)[:rows, :columns]
                total = found if total is None else cv2.add(total, found, dst=total).reshape(total.shape)
    if total is None:
        return np.zeros((rows, columns, *padded.shape[2:]), np.float32)
    return total


def dilated(name: str, padded: Array, weights: Weights, dilation: Pair, rows: int, columns: int) -> Floats:
    """The picture dealt into one for each gap; columns are dealt by reading neighbours as channels of one pixel."""
    down, across = dilation
    height, width = padded.shape[:2]
    channels = padded.shape[2] if padded.ndim == 3 else 1
    groups = -(-width // across)
    if groups * across != width or not padded.flags.c_contiguous:
        even = np.zeros((height, groups * across, channels), padded.dtype)
        even[:, :width] = padded.reshape(height, width, channels)
        padded = even
    grouped = padded.reshape(height, groups, across * channels)
    result = np.empty((rows, columns * channels), np.float32)
    kernel = (weights.shape[0], weights.shape[1])
    overlap = kernel[0] - 1
    tall = band_height(groups * across * channels, overlap)
    for top in range(min(down, rows)):
        source, wanted = grouped[top::down], result[top::down]
        for first in range(0, wanted.shape[0], tall):
            band, target = source[first : first + tall + overlap], wanted[first : first + tall]
            found = every(name, band, weights, inside(band, kernel))
            target[:] = found.reshape(found.shape[0], -1)[: target.shape[0], : columns * channels]
    return result.reshape(rows, columns, channels)


def _every_column(padded: Array, first: int, step: int) -> Floats:
    if step == 1:
        return to_float32(padded)
    return np.ascontiguousarray(padded[:, first::step], np.float32)
