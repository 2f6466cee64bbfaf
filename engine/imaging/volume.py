"""A filter with as many channels as its input: products are summed over all channels, plus a bias."""

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
    refuse_too_many,
    to_float32,
)
from engine.imaging.padding import check_border, output_shape, pad, resolve
from engine.text import mark


def convolve_volume(
    image: Array,
    filters: Array,
    bias: Array | None = None,
    *,
    padding: Padding = "valid",
    border: str = "zero",
    value: float = 0.0,
    stride: IntOrPair = 1,
    dilation: IntOrPair = 1,
) -> Floats:
    """Slide `filters` (kh, kw, C, N) over `image` (H, W, C); `bias` (N,) is added to each map.

    Output shape: (H', W', N) with H' = ⌊(H + top + bottom − d(kh − 1) − 1) / s⌋ + 1.

    >>> convolve_volume(np.ones((6, 6, 3)), np.ones((3, 3, 3, 2)), [0, 1])[0, 0]
    array([27., 28.], dtype=float32)
    """
    picture = as_picture(image, dimensions=(3,))
    weights = as_kernel(filters, dimensions=4)
    steps = as_pair(stride, name=mark("The stride"), minimum=1)
    spread = as_pair(dilation, name=mark("The dilation"), minimum=1)
    check_border(border)
    kernel_height, kernel_width, channels, maps = weights.shape
    if channels != picture.shape[2]:
        raise ConvolutionError(
            mark(
                "Each filter has {filter_channels} channels, but the picture has {channels}. "
                "A filter needs exactly as many channels as the picture."
            ),
            filter_channels=channels, channels=picture.shape[2],
        )  # fmt: skip
    offsets = _as_bias(bias, maps)
    shape = (kernel_height, kernel_width)
    margins = resolve(padding, picture.shape[:2], shape, steps, spread)
    rows, columns = output_shape(picture.shape[:2], shape, margins, steps, spread)
    refuse_too_many(rows * columns * maps)
    padded = pad(to_float32(picture), margins, border, value)
    taps = weights.astype(np.float32)
    result = np.empty((rows * columns, maps), np.float32)
    result[:] = offsets
    for i in range(kernel_height):
        for j in range(kernel_width):
            y, x = i * spread[0], j * spread[1]
            seen = padded[y : y + (rows - 1) * steps[0] + 1 : steps[0], x : x + (columns - 1) * steps[1] + 1 : steps[1]]
            result += seen.reshape(-1, channels) @ taps[i, j]
    return result.reshape(rows, columns, maps)


def _as_bias(bias: Array | None, maps: int) -> Floats:
    if bias is None:
        return np.zeros(maps, np.float32)
    offsets = np.asarray(bias)
    if offsets.shape != (maps,) or offsets.dtype.kind not in "uif":
        raise ConvolutionError(
            mark("The bias has the shape {shape}, but must be one number for each of the {maps} filters."),
            shape=offsets.shape, maps=maps,
        )  # fmt: skip
    return offsets.astype(np.float32)
