"""Which part of a layer's inputs a part of its output can depend on: the steps of a receptive field."""

from __future__ import annotations

from collections.abc import Callable
from math import prod
from typing import Any

from engine.network.drill.places import cut_before, padding_before, pair, resize_taps, stamp_taps
from engine.network.live.plan import Plan, Step

Span = tuple[int, int]
# First and last row, column and channel. A vector has one row and one column.
Region = tuple[Span, Span, Span]
Shape = tuple[int, ...]
Shapes = dict[int, Shape]

POINTWISE = frozenset({
    "BatchNormalization", "Activation", "ReLU", "LeakyReLU", "PReLU", "ELU", "Dropout", "SpatialDropout2D",
    "GaussianNoise", "GaussianDropout", "AlphaDropout", "ActivityRegularization", "Rescaling", "Normalization",
    "Identity", "Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Relu", "Relu6", "Sigmoid", "Tanh",
    "Silu", "HardSigmoid", "HardSwish", "HardSilu", "Gelu", "Elu", "Selu", "LeakyRelu", "Softplus", "TrueDivide",
    "Divide", "Negative", "Abs", "Clip", "RandomFlip", "RandomRotation", "RandomContrast", "RandomBrightness",
    "RandomTranslation", "RandomZoom",
})  # fmt: skip
_CHANNELS_MIXED = frozenset({"Softmax", "LayerNormalization"})


def three(shape: Shape) -> tuple[int, int, int]:
    """A tensor's height, width and channels, without the batch axis; what is not a stack of maps is one column.

    >>> three((1, 7)), three((1, 5, 7))
    ((1, 1, 7), (5, 1, 7))
    """
    sides = shape[1:]
    if len(sides) == 3:
        return sides[0], sides[1], sides[2]
    return prod(sides[:-1]), 1, sides[-1] if sides else 1


def whole(shape: Shape) -> Region:
    """All of a tensor."""
    height, width, channels = three(shape)
    return (0, height - 1), (0, width - 1), (0, channels - 1)


def receptive_field(plan: Plan, shapes: Shapes, path: str, place: tuple[int, int, int]) -> Region | None:
    """What the value at `place` (row, column, channel) of a layer can depend on in the picture; None for nothing.

    Exact for every layer that works locally, in the rectangle around it; everything for layers that mix all places.
    """
    target = plan.step(path)
    row, column, channel = place
    wanted: dict[int, Region] = {target.outputs[0]: ((row, row), (column, column), (channel, channel))}
    for step in reversed(plan.steps[: plan.steps.index(target) + 1]):
        for slot in step.outputs:
            region = wanted.get(slot)
            if region is None:
                continue
            for source, seen in zip(step.inputs, seen_of(step, region, shapes), strict=True):
                clipped = None if seen is None else _clipped(seen, whole(shapes[source]))
                if clipped is not None:
                    wanted[source] = _joined(wanted.get(source), clipped)
    return wanted.get(plan.inputs[0])


def seen_of(step: Step, region: Region, shapes: Shapes) -> list[Region | None]:
    """For each input of the step what `region` of its output looks at; may reach into the rim."""
    inputs = [shapes[slot] for slot in step.inputs]
    if step.kind in POINTWISE:
        return [_broadcast(region, shape) for shape in inputs]
    if step.kind in _CHANNELS_MIXED and getattr(step.operation, "axis", -1) in (-1, [-1], (-1,), len(inputs[0]) - 1):
        return [(region[0], region[1], whole(inputs[0])[2])]
    rule = _RULES.get(step.kind)
    output = shapes[step.outputs[0]]
    if rule is None or not (len(inputs[0]) == 4 or step.kind in ("Flatten", "Reshape", "Dense", "Concatenate")):
        return [whole(shape) for shape in inputs]
    return rule(step.operation, region, inputs, output)


def _windows(layer: Any, region: Region, inputs: list[Shape], output: Shape) -> list[Region | None]:
    kernel = pair(getattr(layer, "kernel_size", None) or layer.pool_size)
    strides, dilation = pair(layer.strides), pair(getattr(layer, "dilation_rate", 1))
    spans = []
    for axis in (0, 1):
        before = padding_before(
            inputs[0][1 + axis], kernel=kernel[axis], stride=strides[axis], dilation=dilation[axis],
            padding=layer.padding,
        )  # fmt: skip
        first, last = region[axis]
        spans.append(
            (first * strides[axis] - before, last * strides[axis] - before + dilation[axis] * (kernel[axis] - 1))
        )
    return [(spans[0], spans[1], _channels(layer, region, inputs[0], output))]


def _channels(layer: Any, region: Region, shape: Shape, output: Shape) -> Span:
    kind = type(layer).__name__
    if kind.endswith("Pooling2D"):
        return region[2]
    if kind == "DepthwiseConv2D":
        return region[2][0] // layer.depth_multiplier, region[2][1] // layer.depth_multiplier
    groups = int(getattr(layer, "groups", 1) or 1)
    filters, share = output[-1] // groups, shape[-1] // groups
    return region[2][0] // filters * share, (region[2][1] // filters + 1) * share - 1


def _stamps(layer: Any, region: Region, inputs: list[Shape], output: Shape) -> list[Region | None]:
    kernel, strides, dilation = pair(layer.kernel_size), pair(layer.strides), pair(layer.dilation_rate)
    spans = []
    for axis in (0, 1):
        before = padding_before(
            output[1 + axis], kernel=kernel[axis], stride=strides[axis], dilation=dilation[axis],
            padding=layer.padding,
        )  # fmt: skip
        touched = [
            there
            for position in range(region[axis][0], region[axis][1] + 1)
            for there, _ in stamp_taps(
                position, inputs[0][1 + axis], kernel=kernel[axis], stride=strides[axis], dilation=dilation[axis],
                before=before,
            )
        ]  # fmt: skip
        if not touched:
            return [None]
        spans.append((min(touched), max(touched)))
    return [(spans[0], spans[1], whole(inputs[0])[2])]


def _shifted(layer: Any, region: Region, inputs: list[Shape], output: Shape) -> list[Region | None]:
    is_padding = hasattr(layer, "padding")
    (top, _), (left, _) = layer.padding if is_padding else layer.cropping
    rows, columns = (-top, -left) if is_padding else (top, left)
    return [((region[0][0] + rows, region[0][1] + rows), (region[1][0] + columns, region[1][1] + columns), region[2])]


def _resized(layer: Any, region: Region, inputs: list[Shape], output: Shape) -> list[Region | None]:
    ends = []
    for end in (0, 1):
        source, target = three(inputs[0])[:2], three(output)[:2]
        taps = resize_taps(layer, source, target, (region[0][end], region[1][end]))
        if taps is None:
            return [whole(inputs[0])]
        ends.append([[at for at, _ in along] for along in taps])
    rows, columns = ((min(ends[0][axis]), max(ends[1][axis])) for axis in (0, 1))
    return [(rows, columns, region[2])]


def _cropped(layer: Any, region: Region, inputs: list[Shape], output: Shape) -> list[Region | None]:
    top, left = cut_before(layer, three(inputs[0]))
    return [((region[0][0] + top, region[0][1] + top), (region[1][0] + left, region[1][1] + left), region[2])]


def _permuted(layer: Any, region: Region, inputs: list[Shape], output: Shape) -> list[Region | None]:
    found = list(region)
    for axis, dim in enumerate(layer.dims):
        found[dim - 1] = region[axis]
    return [(found[0], found[1], found[2])]


def _dense(layer: Any, region: Region, inputs: list[Shape], output: Shape) -> list[Region | None]:
    return [(region[0], region[1], whole(inputs[0])[2])]


def _reshaped(layer: Any, region: Region, inputs: list[Shape], output: Shape) -> list[Region | None]:
    """Values keep their order, so the first and the last bound what lies between."""
    _, width, channels = three(output)
    first, last = ((region[0][end] * width + region[1][end]) * channels + region[2][end] for end in (0, 1))
    _, width, channels = three(inputs[0])
    rows, rest = (first // (width * channels), last // (width * channels)), (first, last)
    if rows[0] != rows[1]:
        return [(rows, (0, width - 1), (0, channels - 1))]
    columns = (rest[0] // channels % width, rest[1] // channels % width)
    if columns[0] != columns[1]:
        return [(rows, columns, (0, channels - 1))]
    return [(rows, columns, (first % channels, last % channels))]


def _concatenated(layer: Any, region: Region, inputs: list[Shape], output: Shape) -> list[Region | None]:
    if getattr(layer, "axis", -1) not in (-1, len(output) - 1):
        return [whole(shape) for shape in inputs]
    found: list[Region | None] = []
    start = 0
    for shape in inputs:
        first, last = max(region[2][0], start), min(region[2][1], start + shape[-1] - 1)
        found.append(None if first > last else (region[0], region[1], (first - start, last - start)))
        start += shape[-1]
    return found


_Rule = Callable[[Any, Region, list[Shape], Shape], list[Region | None]]
_RULES: dict[str, _Rule] = {
    "Conv2D": _windows,
    "DepthwiseConv2D": _windows,
    "SeparableConv2D": _windows,
    "MaxPooling2D": _windows,
    "AveragePooling2D": _windows,
    "Conv2DTranspose": _stamps,
    "ZeroPadding2D": _shifted,
    "Cropping2D": _shifted,
    "UpSampling2D": _resized,
    "Resizing": _resized,
    "CenterCrop": _cropped,
    "Permute": _permuted,
    "Dense": _dense,
    "Flatten": _reshaped,
    "Reshape": _reshaped,
    "Concatenate": _concatenated,
}


def _broadcast(region: Region, shape: Shape) -> Region:
    """The same place in an input that may be stretched along some axes."""
    rows, columns, channels = (
        (0, 0) if length == 1 else span for span, length in zip(region, three(shape), strict=True)
    )
    return rows, columns, channels


def _clipped(region: Region, bounds: Region) -> Region | None:
    spans = [(max(a[0], b[0]), min(a[1], b[1])) for a, b in zip(region, bounds, strict=True)]
    if any(first > last for first, last in spans):
        return None
    return spans[0], spans[1], spans[2]


def _joined(one: Region | None, other: Region) -> Region:
    if one is None:
        return other
    rows, columns, channels = ((min(a[0], b[0]), max(a[1], b[1])) for a, b in zip(one, other, strict=True))
    return rows, columns, channels
