"""Pooling: each window becomes its maximum or its mean."""

from __future__ import annotations

import numpy as np

from engine.imaging.checks import Array, ConvolutionError, IntOrPair, Pair, as_pair, as_picture, refuse_too_many
from engine.imaging.padding import Margins, check_padding, output_shape, resolve
from engine.text import mark

KINDS = ("max", "mean")


def pool(
    image: Array, kind: str = "max", *, size: IntOrPair = 2, stride: IntOrPair | None = None, padding: str = "valid"
) -> Array:
    """Each window of `image` (H, W[, C]) becomes its maximum or its mean; `stride` None means `size`.

    Output shape: (H', W'[, C]); valid: H' = ⌊(H − size) / s⌋ + 1; same: ⌈H / s⌉. A maximum keeps the type of the
    picture, a mean is float32. Under "same" the rim counts for nothing: no maximum comes from it and no mean is
    divided by it.

    >>> pool(np.array([[1, 2, 3, 4], [5, 6, 7, 8]]))
    array([[6, 8]])
    """
    if kind not in KINDS:
        raise ConvolutionError(
            mark('The pooling is "{value}", but must be one of: {names}.'), value=kind, names=", ".join(KINDS)
        )
    picture = as_picture(image)
    window, steps, margins, (rows, columns) = _geometry(picture.shape, size, stride, padding)
    refuse_too_many(picture.size)
    result = np.empty((rows, columns, *picture.shape[2:]), picture.dtype if kind == "max" else np.float32)
    for row in range(rows):
        top = row * steps[0] - margins.top
        for column in range(columns):
            left = column * steps[1] - margins.left
            seen = picture[max(top, 0) : top + window[0], max(left, 0) : left + window[1]]
            result[row, column] = seen.max(axis=(0, 1)) if kind == "max" else seen.mean(axis=(0, 1), dtype=np.float64)
    return result


def _geometry(
    shape: tuple[int, ...], size: IntOrPair, stride: IntOrPair | None, padding: str
) -> tuple[Pair, Pair, Margins, Pair]:
    window = as_pair(size, name=mark("The window"), minimum=1)
    steps = window if stride is None else as_pair(stride, name=mark("The stride"), minimum=1)
    check_padding(padding, names=("valid", "same"))
    sides = (shape[0], shape[1])
    margins = resolve(padding, sides, window, steps)
    return window, steps, margins, output_shape(sides, window, margins, steps, (1, 1))
