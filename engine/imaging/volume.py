"""A filter with as many channels as its input: products are summed over all channels, plus a bias."""

from __future__ import annotations

import numpy as np

from engine.imaging.checks import (
    Array,
    ConvolutionError,
    Floats,
    IntOrPair,
    Padding,
    as_counted,
    as_finite,
    as_kernel,
    to_float32,
)
from engine.imaging.correlation import correlate
from engine.imaging.costs import CALL, PASS
from engine.imaging.factors import MOST_TAPS_IN_A_BLOCK, Weights, stuffed
from engine.imaging.geometry import Geometry, geometry_of
from engine.imaging.padding import check_border, pad
from engine.imaging.passes import direct, inside
from engine.opencv import cv2
from engine.text import mark

STRIP = 128  # rows; measured at 720p, where sums of a whole picture at a time fall out of the cache
MATRIX_VALUES = 2**18  # of windows laid out at a time
COPY = 20.0  # laying out one value of a window, in the units of `routes`


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
    picture = as_counted(image, dimensions=(3,))
    weights = as_kernel(filters, dimensions=4)
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
    fill = as_finite(value, name=mark("The border's value")) if border == "constant" else 0.0
    geometry = geometry_of(
        picture.shape, (kernel_height, kernel_width), padding=padding, stride=stride, dilation=dilation, maps=maps
    )
    if kernel_height * kernel_width > MOST_TAPS_IN_A_BLOCK:
        return _by_planes(picture, weights, offsets, geometry, border, fill)
    padded = to_float32(pad(picture, geometry.margins, border, fill))
    if geometry.stride == (1, 1) and _strips_are_faster(geometry, channels, maps):
        return _by_strips(padded, weights, offsets, geometry)
    return _by_products(padded, weights, offsets, geometry)


def _strips_are_faster(geometry: Geometry, channels: int, maps: int) -> bool:
    """Measured: a filter pass against copying the window of each value for a product of matrices."""
    taps = geometry.kernel[0] * geometry.kernel[1]
    values = geometry.rows * geometry.columns
    strips = -(-geometry.rows // STRIP)
    passes = channels * maps * ((PASS + 3.5 + taps) * values + 2 * CALL * strips)
    products = channels * taps * (COPY + 0.5 * maps) * values + 4 * CALL
    return passes < products


def _by_strips(padded: Floats, weights: Weights, offsets: Floats, geometry: Geometry) -> Floats:
    """One direct pass for each channel of each filter, a strip of rows at a time, so that sums stay in the cache."""
    channels, maps = weights.shape[2:]
    planes = [np.ascontiguousarray(padded[:, :, channel]) for channel in range(channels)]
    kernels = [
        [stuffed(weights[:, :, channel, each], geometry.dilation) for channel in range(channels)]
        for each in range(maps)
    ]
    reach = geometry.reach
    result = np.empty((geometry.rows, geometry.columns, maps), np.float32)
    for top in range(0, geometry.rows, STRIP):
        height = min(STRIP, geometry.rows - top)
        strips = [plane[top : top + height + reach[0] - 1] for plane in planes]
        place = inside(strips[0], reach)
        for each, offset in enumerate(offsets):
            total = direct(strips[0], kernels[each][0], place)
            for strip, kernel in zip(strips[1:], kernels[each][1:], strict=True):
                cv2.add(total, direct(strip, kernel, place), dst=total)
            np.add(total, offset, out=result[top : top + height, :, each])
    return result


def _by_products(padded: Floats, weights: Weights, offsets: Floats, geometry: Geometry) -> Floats:
    """The windows of many values laid out as the rows of a matrix, times the filters as its columns."""
    kernel_height, kernel_width, channels, maps = weights.shape
    cells = kernel_height * kernel_width * channels
    matrix = weights.reshape(cells, maps).astype(np.float32)
    (down, across), (gap_down, gap_across) = geometry.stride, geometry.dilation
    row, column, channel = padded.strides
    windows = np.lib.stride_tricks.as_strided(
        padded,
        (geometry.rows, geometry.columns, kernel_height, kernel_width, channels),
        (row * down, column * across, row * gap_down, column * gap_across, channel),
        writeable=False,
    )
    result = np.empty((geometry.rows, geometry.columns, maps), np.float32)
    height = max(1, MATRIX_VALUES // (geometry.columns * cells))
    for top in range(0, geometry.rows, height):
        part = windows[top : top + height]
        rows = part.shape[0] * geometry.columns
        np.matmul(part.reshape(rows, cells), matrix, out=result[top : top + height].reshape(rows, maps))
    result += offsets
    return result


def _by_planes(
    picture: Array, weights: Weights, offsets: Floats, geometry: Geometry, border: str, fill: float
) -> Floats:
    """Each channel of each large filter by its own fastest route."""
    channels, maps = weights.shape[2:]
    planes = [np.ascontiguousarray(picture[:, :, channel]) for channel in range(channels)]
    result = np.empty((geometry.rows, geometry.columns, maps), np.float32)
    for each in range(maps):
        total = np.full(result.shape[:2], offsets[each])
        for channel, plane in enumerate(planes):
            total += correlate(None, plane, weights[:, :, channel, each], geometry, border, fill)
        result[:, :, each] = total
    return result


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
