"""Values that are sums of products: convolutions, dense layers, batch normalisation, additions."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.imaging.explanation import ChannelSum, Remark, Values, Window
from engine.network.drill.places import Taps, padding_before, pair, stamp_taps, window_taps
from engine.text import mark

Array = NDArray[Any]
Place = tuple[int, int, int]
# Terms, bias and remarks.
Sum = tuple[list[ChannelSum], float, list[Remark]]

_WIDEST_ROW = 16


def convolution(layer: Any, source: Array, output_shape: tuple[int, ...], place: Place) -> Sum:
    """A plain convolution, grouped or not; `source` is (H, W, C)."""
    kernel = np.asarray(layer.kernel)
    rows, columns = _conv_taps(layer, source.shape, place)
    filters, share = kernel.shape[3] // layer.groups, kernel.shape[2]
    first = place[2] // filters * share
    terms = [
        term(first + index, source[..., first + index], rows, columns, kernel[..., index, place[2]])
        for index in range(share)
    ]
    return terms, _bias(layer, place[2]), []


def depthwise(layer: Any, source: Array, output_shape: tuple[int, ...], place: Place) -> Sum:
    """Each channel by itself."""
    kernel = np.asarray(layer.kernel)
    rows, columns = _conv_taps(layer, source.shape, place)
    channel, which = divmod(place[2], kernel.shape[3])
    terms = [term(channel, source[..., channel], rows, columns, kernel[..., channel, which])]
    return terms, _bias(layer, place[2]), []


def separable(layer: Any, source: Array, output_shape: tuple[int, ...], place: Place) -> Sum:
    """Two convolutions without anything between them are one: the kernels are multiplied."""
    each, mixed = np.asarray(layer.depthwise_kernel, np.float64), np.asarray(layer.pointwise_kernel, np.float64)
    rows, columns = _conv_taps(layer, source.shape, place)
    weights = mixed[0, 0, :, place[2]].reshape(each.shape[2], each.shape[3])
    kernels = np.einsum("hwcm,cm->hwc", each, weights)
    terms = [
        term(channel, source[..., channel], rows, columns, kernels[..., channel]) for channel in range(each.shape[2])
    ]
    text = mark("Each kernel here is the channel's depthwise kernel times its weight in the 1×1 convolution.")
    return terms, _bias(layer, place[2]), [Remark(text)]


def transposed(layer: Any, source: Array, output_shape: tuple[int, ...], place: Place) -> Sum:
    """The stamps that lie over this place."""
    kernel = np.asarray(layer.kernel)
    size, strides, dilation = pair(layer.kernel_size), pair(layer.strides), pair(layer.dilation_rate)
    taps = []
    for axis in (0, 1):
        options = {"kernel": size[axis], "stride": strides[axis], "dilation": dilation[axis]}
        before = padding_before(output_shape[axis], padding=layer.padding, **options)
        taps.append(stamp_taps(place[axis], source.shape[axis], before=before, **options))
    terms = [
        term(channel, source[..., channel], taps[0], taps[1], kernel[:, :, place[2], channel])
        for channel in range(source.shape[2])
    ]
    text = mark("{count} stamps of each channel overlap here.")
    return terms, _bias(layer, place[2]), [Remark(text, {"count": len(taps[0]) * len(taps[1])})]


def dense(layer: Any, source: Array, maps: tuple[int, int, int] | None, place: Place) -> Sum:
    """A dense layer; `source` (n,) is what it sees. Where it was flattened from `maps`, each map is a term."""
    weights = np.asarray(layer.kernel)[:, place[2]].astype(np.float64)
    values = source.astype(np.float64)
    bias = _bias(layer, place[2])
    if maps is not None:
        height, width, channels = maps
        grid, kernel = values.reshape(maps), weights.reshape(maps)
        rows, columns = [(row, row) for row in range(height)], [(column, column) for column in range(width)]
        return [term(each, grid[..., each], rows, columns, kernel[..., each]) for each in range(channels)], bias, []
    count = len(values)
    width = min(count, _WIDEST_ROW)
    missing = -count % width
    shape = (-1, width)
    window = Window(
        tuple(range((count + missing) // width)), tuple(range(width)), np.pad(values, (0, missing)).reshape(shape),
        np.pad(np.zeros(count, bool), (0, missing), constant_values=True).reshape(shape),
    )  # fmt: skip
    products = values * weights
    made = ChannelSum(
        0, "", window, np.pad(weights, (0, missing)).reshape(shape), np.pad(products, (0, missing)).reshape(shape),
        float(products.sum()),
    )  # fmt: skip
    text = mark("The {count} inputs are written in rows of {width}.")
    return [made], bias, [Remark(text, {"count": count, "width": width})] if count > width else []


def normalisation(layer: Any, value: float, channel: int, place: Place) -> Sum:
    """Batch normalisation as one factor and one summand, as it is after training."""
    mean = float(np.asarray(layer.moving_mean)[channel])
    variance = float(np.asarray(layer.moving_variance)[channel])
    gamma = float(np.asarray(layer.gamma)[channel]) if layer.scale else 1.0
    beta = float(np.asarray(layer.beta)[channel]) if layer.center else 0.0
    factor = gamma / float(np.sqrt(variance + layer.epsilon))
    text = mark("(x − mean) / √(variance + ε) · γ + β with mean {mean}, variance {variance}, γ {gamma}, β {beta}.")
    values = {"mean": f"{mean:.4g}", "variance": f"{variance:.4g}", "gamma": f"{gamma:.4g}", "beta": f"{beta:.4g}"}
    return [single(value, place, factor)], beta - mean * factor, [Remark(text, values)]


def single(value: float, place: Place, weight: float = 1.0, *, title: str = "") -> ChannelSum:
    """One value of one map, times a weight."""
    row, column, channel = place
    here = np.array([[value]], np.float64)
    window = Window((row,), (column,), here, np.zeros((1, 1), bool))
    return ChannelSum(channel, title, window, np.array([[weight]]), here * weight, value * weight)


def term(channel: int, plane: Array, rows: Taps, columns: Taps, kernel: Array) -> ChannelSum:
    """A window of one map, laid under the taps of its kernel; 0 in the rim."""
    window = window_of(plane, [row for row, _ in rows], [column for column, _ in columns])
    chosen = np.ix_([tap for _, tap in rows], [tap for _, tap in columns])
    weights: Values = np.asarray(kernel, np.float64)[chosen]
    products = window.values * weights
    return ChannelSum(channel, "", window, weights, products, float(products.sum()))


def window_of(plane: Array, rows: list[int], columns: list[int], *, rim: float = 0.0) -> Window:
    """The values of a map at these rows and columns, `rim` where they lie outside."""
    height, width = plane.shape
    row_rim = np.array([not 0 <= row < height for row in rows], bool)
    column_rim = np.array([not 0 <= column < width for column in columns], bool)
    is_rim = row_rim[:, None] | column_rim[None, :]
    inside = plane[np.ix_(np.clip(rows, 0, height - 1), np.clip(columns, 0, width - 1))] if rows and columns else is_rim
    values = np.where(is_rim, rim, np.asarray(inside, np.float64))
    return Window(tuple(rows), tuple(columns), values, is_rim)


def _conv_taps(layer: Any, shape: tuple[int, ...], place: Place) -> tuple[Taps, Taps]:
    size, strides, dilation = pair(layer.kernel_size), pair(layer.strides), pair(layer.dilation_rate)
    found = []
    for axis in (0, 1):
        options = {"kernel": size[axis], "stride": strides[axis], "dilation": dilation[axis]}
        before = padding_before(shape[axis], padding=layer.padding, **options)
        found.append(window_taps(place[axis], before=before, **options))
    return found[0], found[1]


def _bias(layer: Any, channel: int) -> float:
    return float(np.asarray(layer.bias)[channel]) if layer.use_bias else 0.0
