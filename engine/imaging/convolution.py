"""Sliding a kernel over a picture: multiply element by element, sum, write one value."""

from __future__ import annotations

import numpy as np

from engine.imaging.checks import (
    Array,
    ConvolutionError,
    Floats,
    IntOrPair,
    Padding,
    as_kernel,
    as_pair,
    as_picture,
    to_float32,
)
from engine.imaging.padding import check_border, output_shape, output_size, pad, resolve
from engine.imaging.transposed import stuff_zeros, transposed
from engine.imaging.volume import convolve_volume
from engine.text import mark

__all__ = ["ConvolutionError", "convolve", "convolve_volume", "output_size", "stuff_zeros", "transposed"]

MODES = ("correlation", "convolution")


def convolve(
    image: Array,
    kernel: Array,
    *,
    mode: str = "correlation",
    padding: Padding = "valid",
    border: str = "zero",
    value: float = 0.0,
    stride: IntOrPair = 1,
    dilation: IntOrPair = 1,
) -> Floats:
    """Slide `kernel` (kh, kw) over `image` (H, W) or (H, W, C: each channel by itself).

    Output shape: (H', W'[, C]) with H' = ⌊(H + top + bottom − d(kh − 1) − 1) / s⌋ + 1.

    >>> convolve(np.eye(3), np.ones((2, 2)))
    array([[2., 1.],
           [1., 2.]], dtype=float32)
    """
    picture = as_picture(image)
    weights = as_kernel(kernel)
    steps = as_pair(stride, name=mark("The stride"), minimum=1)
    spread = as_pair(dilation, name=mark("The dilation"), minimum=1)
    check_border(border)
    check_mode(mode)
    if mode == "convolution":
        weights = weights[::-1, ::-1]
    shape = (weights.shape[0], weights.shape[1])
    margins = resolve(padding, picture.shape[:2], shape, steps, spread)
    rows, columns = output_shape(picture.shape[:2], shape, margins, steps, spread)
    padded = pad(to_float32(picture), margins, border, value)
    result = np.zeros((rows, columns, *picture.shape[2:]), np.float32)
    for (i, j), weight in np.ndenumerate(weights):
        y, x = i * spread[0], j * spread[1]
        result += (
            np.float32(weight)
            * padded[y : y + (rows - 1) * steps[0] + 1 : steps[0], x : x + (columns - 1) * steps[1] + 1 : steps[1]]
        )
    return result


def check_mode(mode: str) -> None:
    """Refuse a mode that is not one of `MODES`."""
    if mode not in MODES:
        raise ConvolutionError(
            mark('The mode is "{value}", but must be one of: {names}.'), value=mode, names=", ".join(MODES)
        )
