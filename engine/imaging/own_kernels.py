"""What can be done to the numbers of an own kernel, each a function from one grid to another."""

from __future__ import annotations

import numpy as np

from engine.imaging.grid_text import format_grid, parse_grid
from engine.imaging.kernel_choice import KernelError
from engine.imaging.kernel_families.common import zero_sum as _rounded_to_zero_sum
from engine.imaging.own_library import OwnKernels
from engine.imaging.types import Weights
from engine.text import mark

__all__ = [
    "OwnKernels",
    "flipped_horizontally",
    "flipped_vertically",
    "format_grid",
    "normalised",
    "padding_note",
    "parse_grid",
    "resized",
    "rotated",
    "scaled",
    "transposed",
    "zero_sum",
]


def flipped_horizontally(weights: Weights) -> Weights:
    """Left and right exchanged."""
    return np.ascontiguousarray(weights[:, ::-1])


def flipped_vertically(weights: Weights) -> Weights:
    """Top and bottom exchanged."""
    return np.ascontiguousarray(weights[::-1])


def rotated(weights: Weights) -> Weights:
    """A quarter turn clockwise.

    >>> rotated(np.array([[1, 2], [3, 4]], np.float32)).tolist()
    [[3.0, 1.0], [4.0, 2.0]]
    """
    return np.ascontiguousarray(np.rot90(weights, -1))


def transposed(weights: Weights) -> Weights:
    """Rows become columns."""
    return np.ascontiguousarray(weights.T)


def normalised(weights: Weights) -> Weights:
    """Divided by the sum, so that it becomes 1 and brightness stays."""
    total = float(np.sum(weights, dtype=np.float64))
    if abs(total) <= 1e-6 * float(np.sum(np.abs(weights), dtype=np.float64)):
        raise KernelError(
            mark(
                "The numbers sum to 0, so no factor can make their sum 1. Change a number first; edge kernels stay so."
            )
        )
    return scaled(weights, 1 / total)


def zero_sum(weights: Weights) -> Weights:
    """The mean taken away from every number, so that the sum is exactly 0 and flat areas vanish."""
    exact = np.asarray(weights, np.float64)
    return _rounded_to_zero_sum(exact - exact.mean())


def scaled(weights: Weights, factor: float) -> Weights:
    """Every number times a factor."""
    with np.errstate(over="ignore", invalid="ignore"):
        result: Weights = (np.asarray(weights, np.float64) * factor).astype(np.float32)
    if not np.isfinite(result).all():
        raise KernelError(mark("The numbers would become too large. Use a smaller factor."))
    return result


def resized(weights: Weights, rows: int, columns: int) -> Weights:
    """Cut or filled with zeros to another size, the centre staying where it is.

    The centre of an even side is the cell before the middle, where “same” padding puts it too.

    >>> resized(np.ones((1, 1), np.float32), 2, 3).tolist()
    [[0.0, 1.0, 0.0], [0.0, 0.0, 0.0]]
    """
    result = np.zeros((rows, columns), np.float32)
    source, target = [], []
    for before, after in zip(weights.shape, result.shape, strict=True):
        shift = (after - 1) // 2 - (before - 1) // 2
        source.append(slice(max(0, -shift), min(before, after - shift)))
        target.append(slice(max(0, shift), min(after, before + shift)))
    result[tuple(target)] = weights[tuple(source)]
    return result


def padding_note(shape: tuple[int, ...]) -> str:
    """What an even side does to “same” padding; empty if both sides are odd."""
    height, width = shape
    if height % 2 and width % 2:
        return ""
    if width % 2:
        return mark("The height is even, so there is no middle row: “same” pads one row more below than above.")
    if height % 2:
        return mark("The width is even, so there is no middle column: “same” pads one column more right than left.")
    return mark("Both sides are even, so there is no centre: “same” pads one more below and on the right.")
