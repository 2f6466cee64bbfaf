"""The filters of a layer of an open network, read from its weights. For the network worker only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.errors import UserError
from engine.network.activations import LiveNetwork
from engine.network.filters import (
    BLUE_FIRST,
    MOST_TILES,
    MOST_VALUES,
    PARTS,
    AskWeights,
    Norm,
    Weights,
    page_of,
)
from engine.network.live.plan import Step
from engine.text import mark

KINDS = frozenset({"Conv2D", "DepthwiseConv2D", "SeparableConv2D", "Conv2DTranspose", "Dense"})
_MIXES = frozenset({"Flatten", "Reshape", "Permute", "RepeatVector", "Concatenate"})
_NORM = "BatchNormalization"
_COLOURS = 3


class FiltersError(UserError):
    """A layer without filters."""


@dataclass(frozen=True, eq=False)
class Kernel:
    """Weights as (rows, columns, inputs, filters); `block` reads some inputs and filters, so that no copy is large."""

    shape: tuple[int, int, int, int]
    block: Callable[[slice, slice], Any]
    is_row: bool = False


def read_filters(network: LiveNetwork, request: AskWeights) -> tuple[Weights, NDArray[np.float32]]:
    """What is known of the filters behind a layer's maps, and the numbers for the ring."""
    source, norm = _source_of(network, request.layer)
    kernel = _kernel_of(network, source)
    rows, columns, inputs, count = kernel.shape
    parts = _parts(network, source, kernel)
    part = PARTS.check(request.part)
    part = part if part in parts else parts[0]
    wanted, chosen = min(max(0, request.filter), count - 1), min(max(0, request.input), inputs - 1)
    shown_inputs = min(inputs, MOST_TILES) if part == "each" else 1
    depth = shown_inputs if part == "each" else _COLOURS if part == "colour" else 1
    is_blue_first = network.values_scale == BLUE_FIRST
    page = page_of(wanted, count, tiles_each=shown_inputs, values_each=rows * columns * depth)
    filters = slice(page.start, page.stop)
    if part == "one":
        tiles = _array(kernel.block(slice(chosen, chosen + 1), filters)).transpose(3, 0, 1, 2)[..., 0]
    elif part == "mean":
        tiles = _means(kernel, page)
    elif part == "each":
        values = _array(kernel.block(slice(0, shown_inputs), filters))
        tiles = values.transpose(3, 2, 0, 1).reshape(-1, rows, columns)
    else:
        tiles = _array(kernel.block(slice(0, inputs), filters)).transpose(3, 0, 1, 2)
        tiles = tiles[..., ::-1] if is_blue_first else tiles
    whole = _array(kernel.block(slice(0, inputs), slice(wanted, wanted + 1)))[..., 0]
    bias = getattr(source.operation, "bias", None)
    answer = Weights(
        layer=request.layer, source=source.path, kind=source.kind, shape=kernel.shape, part=part, input=chosen,
        filter=wanted, first=page.start, tiles=tiles.shape, tiles_each=shown_inputs,
        before=_path_before(network, source), parts=parts, is_row=kernel.is_row,
        is_shared_out=source.kind == "DepthwiseConv2D", is_blue_first=is_blue_first,
        bias=None if bias is None else _array(bias).reshape(-1),
        norm=_norm_of(network, source) if norm is None else _norm(norm),
    )  # fmt: skip
    return answer, np.concatenate([tiles.reshape(-1), whole.reshape(-1)])


def _source_of(network: LiveNetwork, layer: str) -> tuple[Step, Step | None]:
    """The layer whose filters made these maps, and the batch normalisation on the way to it."""
    step, norm = network.plan.step(layer), None
    asked = step.path
    while step.kind not in KINDS:
        before = network.plan.producer(step.inputs[0]) if len(step.inputs) == 1 else None
        if before is None or step.kind in _MIXES or _depth(network, before) != _depth(network, step):
            raise FiltersError(
                mark("“{layer}” has no filters of its own. Choose a convolution or a dense layer."), layer=asked
            )
        norm = step if step.kind == _NORM else norm
        step = before
    return step, norm


def _kernel_of(network: LiveNetwork, step: Step) -> Kernel:
    layer = step.operation
    if step.kind == "SeparableConv2D":
        return _separable(layer)
    weights = tf.convert_to_tensor(layer.kernel)
    sides = tuple(int(length) for length in weights.shape)
    if step.kind == "Dense":
        maps = _maps_before(network, step)
        inputs, units = sides
        if maps is None:
            return _row(weights, inputs, units)
        whole = tf.reshape(weights, (*maps, units))
        return Kernel((*maps, units), lambda each, filters: whole[:, :, each, filters])
    height, width, third, fourth = sides
    if step.kind == "DepthwiseConv2D":
        flat = tf.reshape(weights, (height, width, 1, third * fourth))
        return Kernel((height, width, 1, third * fourth), lambda each, filters: flat[:, :, each, filters])
    if step.kind == "Conv2DTranspose":
        return Kernel(
            (height, width, fourth, third),
            lambda each, filters: tf.transpose(weights[:, :, filters, each], (0, 1, 3, 2)),
        )
    if (height, width) == (1, 1):
        return _row(weights[0, 0], third, fourth)
    return Kernel((height, width, third, fourth), lambda each, filters: weights[:, :, each, filters])


def _row(weights: Any, inputs: int, count: int) -> Kernel:
    """A filter that looks at one place of its input maps: a number for each of them."""
    whole = tf.reshape(weights, (1, inputs, 1, count))
    return Kernel((1, inputs, 1, count), lambda each, filters: whole[:, :, each, filters], is_row=True)


def _separable(layer: Any) -> Kernel:
    """What depthwise and pointwise kernels come to together: their product for each input map and filter."""
    depthwise, pointwise = tf.convert_to_tensor(layer.depthwise_kernel), tf.convert_to_tensor(layer.pointwise_kernel)
    height, width, inputs, multiplier = (int(length) for length in depthwise.shape)
    count = int(pointwise.shape[-1])
    mixing = tf.reshape(pointwise, (inputs, multiplier, count))

    def block(each: slice, filters: slice) -> Any:
        return tf.einsum("hwim,imn->hwin", depthwise[:, :, each], mixing[each, :, filters])

    return Kernel((height, width, inputs, count), block)


def _parts(network: LiveNetwork, step: Step, kernel: Kernel) -> tuple[str, ...]:
    """What of the filters can be drawn, the most telling first."""
    inputs = kernel.shape[2]
    if inputs == 1:
        return ("one",)
    is_first = inputs == _COLOURS and network.pixels_shape[2] == _COLOURS and _sees_picture(network, step)
    return ("colour", "one", "mean", "each") if is_first else ("one", "mean", "each")


def _sees_picture(network: LiveNetwork, step: Step) -> bool:
    before = network.plan.producer(step.inputs[0])
    while before is not None:
        if before.kind in KINDS or before.kind in _MIXES or len(before.inputs) != 1:
            return False
        before = network.plan.producer(before.inputs[0])
    return True


def _maps_before(network: LiveNetwork, step: Step) -> tuple[int, int, int] | None:
    """The shape of the maps that a dense layer's input was flattened from."""
    before = network.plan.producer(step.inputs[0])
    while before is not None and before.kind == "Dropout":
        before = network.plan.producer(before.inputs[0])
    if before is None or before.kind != "Flatten":
        return None
    shape = network.slot_shapes[before.inputs[0]][1:]
    return (shape[0], shape[1], shape[2]) if len(shape) == 3 and shape[0] * shape[1] > 1 else None


def _path_before(network: LiveNetwork, step: Step) -> str:
    before = network.plan.producer(step.inputs[0])
    while before is not None and before.kind in ("Flatten", "Dropout"):
        before = network.plan.producer(before.inputs[0])
    return "" if before is None else before.path


def _norm_of(network: LiveNetwork, source: Step) -> Norm | None:
    """The batch normalisation right behind a layer, if nothing else looks at its maps."""
    readers = [step for step in network.plan.steps if source.outputs[0] in step.inputs]
    return _norm(readers[0]) if len(readers) == 1 and readers[0].kind == _NORM else None


def _norm(step: Step) -> Norm | None:
    layer = step.operation
    mean = _array(layer.moving_mean)
    gamma, beta = (getattr(layer, name, None) for name in ("gamma", "beta"))
    return Norm(
        layer=step.path, mean=mean, variance=_array(layer.moving_variance), epsilon=float(layer.epsilon),
        gamma=np.ones_like(mean) if gamma is None else _array(gamma),
        beta=np.zeros_like(mean) if beta is None else _array(beta),
    )  # fmt: skip


def _means(kernel: Kernel, page: range) -> NDArray[np.float32]:
    """The mean over the inputs, some filters at a time: a large dense layer would not fit into memory twice."""
    rows, columns, inputs, _ = kernel.shape
    at_once = max(1, 4 * MOST_VALUES // (rows * columns * inputs))
    found = [
        _array(tf.reduce_mean(kernel.block(slice(0, inputs), slice(first, min(first + at_once, page.stop))), axis=2))
        for first in range(page.start, page.stop, at_once)
    ]
    return np.concatenate(found, axis=2).transpose(2, 0, 1)


def _depth(network: LiveNetwork, step: Step) -> int:
    return int(network.slot_shapes[step.outputs[0]][-1])


def _array(values: Any) -> NDArray[np.float32]:
    return np.asarray(tf.convert_to_tensor(values), np.float32)
