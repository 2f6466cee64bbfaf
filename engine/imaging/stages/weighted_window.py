"""The arithmetic of one weighted window, shared by the stages whose values are sums of products."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.imaging.explanation import ChannelSum, Window
from engine.imaging.padding import Margins, source_index, window_at
from engine.imaging.stages.stage import Image, Span, as_values


def window_of(
    plane: Image,
    row: int,
    column: int,
    *,
    kernel: tuple[int, int],
    margins: Margins,
    stride: tuple[int, int],
    dilation: tuple[int, int] = (1, 1),
    border: str = "zero",
    value: float = 0.0,
) -> Window:
    """The window of a two-dimensional picture that the output value at (`row`, `column`) looks at."""
    rows, columns = window_at(row, column, kernel, margins, stride, dilation)
    height, width = plane.shape
    source_rows = _sources(rows, height, border)
    source_columns = _sources(columns, width, border)
    is_empty = (source_rows < 0)[:, None] | (source_columns < 0)[None, :]
    filling = value if border == "constant" else 0.0
    is_rim = ((rows < 0) | (rows >= height))[:, None] | ((columns < 0) | (columns >= width))[None, :]
    return Window(
        rows=tuple(rows.tolist()),
        columns=tuple(columns.tolist()),
        values=np.where(is_empty, filling, as_values(plane[np.ix_(source_rows, source_columns)])),
        is_rim=is_rim,
    )


def _sources(indices: NDArray[np.int64], size: int, border: str) -> NDArray[np.int64]:
    """Where along one axis each tap finds its value; −1 where the border puts a constant."""
    found = (source_index(index, size, border) for index in indices.tolist())
    return np.array([-1 if each is None else each for each in found], dtype=np.int64)


def span_of(
    row: int,
    column: int,
    kernel: tuple[int, int],
    margins: Margins,
    stride: tuple[int, int],
    dilation: tuple[int, int] = (1, 1),
) -> tuple[Span, Span]:
    """First and last row, first and last column of that window."""
    top = row * stride[0] - margins.top
    left = column * stride[1] - margins.left
    return (top, top + dilation[0] * (kernel[0] - 1)), (left, left + dilation[1] * (kernel[1] - 1))


def channel_sum(channel: int, title: str, window: Window, weights: Image) -> ChannelSum:
    """One channel's products and their sum."""
    taps = as_values(weights)
    products = window.values * taps
    return ChannelSum(channel, title, window, taps, products, float(products.sum()))
