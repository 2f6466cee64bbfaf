"""Which value of each window a maximum took, and how much of the picture no value was taken from."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.imaging.checks import Array, IntOrPair, as_counted
from engine.imaging.padding import Margins, pad
from engine.imaging.pool_geometry import pool_geometry

WINDOW_VALUES = 2**20  # of windows laid out at a time


def pool_winners(
    image: Array, *, size: IntOrPair = 2, stride: IntOrPair | None = None, padding: str = "valid"
) -> NDArray[np.int64]:
    """The position of each maximum inside its window, counted row by row; the first one where several are equal.

    Output shape: that of `pool`. Under "same" the rim is part of the window and never wins.

    >>> pool_winners(np.array([[1, 2, 3, 4], [5, 6, 7, 8]]))
    array([[3, 3]])
    """
    picture = as_counted(image)
    geometry = pool_geometry(picture.shape, size, stride, padding)
    source = picture
    if geometry.margins != Margins():
        # The rim has to lose against everything: against the lowest whole number, and against −∞ too.
        wide = picture.astype(np.float64)
        wide = np.maximum(wide, np.finfo(np.float64).min)
        source = pad(wide, geometry.margins, "constant", -np.inf)
    windows = np.lib.stride_tricks.sliding_window_view(source, geometry.size, axis=(0, 1))
    windows = windows[:: geometry.stride[0], :: geometry.stride[1]]
    cells = geometry.size[0] * geometry.size[1]
    result = np.empty(windows.shape[:-2], np.int64)
    height = max(1, WINDOW_VALUES // (cells * (windows[0].size // cells)))
    for top in range(0, geometry.rows, height):
        part = windows[top : top + height]
        result[top : top + height] = part.reshape(*part.shape[:-2], cells).argmax(axis=-1)
    return result


def share_dropped(
    shape: tuple[int, ...], size: IntOrPair = 2, stride: IntOrPair | None = None, padding: str = "valid"
) -> float:
    """The share of the values of a picture of this shape that pooling does away with: 1 − values out / values in.

    Zero where overlapping windows give as many values as they take, though some of these are the same value then.

    >>> share_dropped((4, 4), 2)
    0.75
    """
    geometry = pool_geometry(shape, size, stride, padding)
    return max(0.0, 1 - geometry.rows * geometry.columns / (shape[0] * shape[1]))


def share_without_a_win(
    image: Array, *, size: IntOrPair = 2, stride: IntOrPair | None = None, padding: str = "valid"
) -> float:
    """The share of the values of this picture that are the maximum taken from no window.

    >>> share_without_a_win(np.array([[1, 2, 3], [4, 9, 6], [7, 8, 5]]), size=2, stride=1)
    0.8888888888888888
    """
    picture = as_counted(image)
    geometry = pool_geometry(picture.shape, size, stride, padding)
    winners = pool_winners(picture, size=size, stride=stride, padding=padding).reshape(
        geometry.rows, geometry.columns, -1
    )
    rows = np.arange(geometry.rows)[:, None, None] * geometry.stride[0] - geometry.margins.top
    columns = np.arange(geometry.columns)[None, :, None] * geometry.stride[1] - geometry.margins.left
    wins = np.zeros((*picture.shape[:2], winners.shape[2]), bool)
    wins[rows + winners // geometry.size[1], columns + winners % geometry.size[1], np.arange(winners.shape[2])] = True
    return 1 - int(np.count_nonzero(wins)) / wins.size
