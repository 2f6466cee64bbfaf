"""One layer's arithmetic for one of its values, by the kind of the layer. For the network worker only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.imaging.explanation import ChannelSum, Explanation, Remark, Window
from engine.network.drill import sums
from engine.network.drill.curves import curve, drawn_name
from engine.network.drill.places import padding_before, pair, window_taps
from engine.network.drill.regions import three
from engine.network.live.plan import Step
from engine.text import mark

Array = NDArray[Any]
Place = tuple[int, int, int]


@dataclass(frozen=True, eq=False)
class Moment:
    """One step with its numbers, without the batch axis and as (rows, columns, channels): what an explainer looks at.

    `maps` is the shape of what a flattened input was before, for layers that see it as one vector.
    """

    step: Step
    inputs: tuple[Array, ...]
    output: Array
    place: Place
    maps: tuple[int, int, int] | None = None

    @property
    def layer(self) -> Any:
        return self.step.operation

    @property
    def value(self) -> float:
        """The network's own number."""
        return float(self.output[self.place])


def as_maps(array: Array) -> Array:
    """An output with its batch axis as (rows, columns, channels)."""
    return array.reshape(three(array.shape))


def explain(moment: Moment) -> list[Explanation] | None:
    """The arithmetic, in one part or two (an activation that has no picture of its own comes second).

    None where this kind of layer cannot be told as arithmetic.
    """
    found = _EXPLAINERS.get(moment.step.kind)
    return None if found is None else found(moment)


def _with_activation(
    moment: Moment, made: sums.Sum, all_before: Callable[[], NDArray[np.float64]]
) -> list[Explanation]:
    terms, bias, remarks = made
    before = sum(each.total for each in terms) + bias
    row, column, channel = moment.place
    activation = getattr(moment.layer, "activation", None)
    name = "none" if activation is None else drawn_name(activation)
    plain = Explanation(
        rule="sum", row=row, column=column, channel=channel, channels=tuple(terms), value=before, bias=bias,
        before_activation=before, remarks=tuple(remarks),
    )  # fmt: skip
    if name == "none":
        return [plain]
    value, remark = curve(activation, before, channel, all_before)
    if name is not None:
        return [replace(plain, value=value, activation=name)]
    return [plain, _pointwise(moment, before, value, remark)]


def _pointwise(moment: Moment, before: float, value: float, remark: Remark) -> Explanation:
    row, column, channel = moment.place
    return Explanation(
        rule="pointwise", row=row, column=column, channel=channel, channels=(sums.single(before, moment.place),),
        value=value, before_activation=before, remarks=(remark,),
    )  # fmt: skip


def _convolution(kind: Callable[..., sums.Sum]) -> Callable[[Moment], list[Explanation]]:
    def explained(moment: Moment) -> list[Explanation]:
        def total(channel: int) -> float:
            place = (moment.place[0], moment.place[1], channel)
            terms, bias, _ = kind(moment.layer, moment.inputs[0], moment.output.shape, place)
            return sum(each.total for each in terms) + bias

        made = kind(moment.layer, moment.inputs[0], moment.output.shape, moment.place)
        return _with_activation(moment, made, lambda: np.array([total(each) for each in range(moment.output.shape[2])]))

    return explained


def _dense(moment: Moment) -> list[Explanation]:
    row, column, _ = moment.place
    source = moment.inputs[0][row, column]
    made = sums.dense(moment.layer, source, moment.maps, moment.place)

    def all_before() -> NDArray[np.float64]:
        products: NDArray[np.float64] = source.astype(np.float64) @ np.asarray(moment.layer.kernel, np.float64)
        return products + np.asarray(moment.layer.bias) if moment.layer.use_bias else products

    return _with_activation(moment, made, all_before)


def _pool(rule: str) -> Callable[[Moment], list[Explanation]]:
    def explained(moment: Moment) -> list[Explanation]:
        layer, (row, column, channel) = moment.layer, moment.place
        plane = moment.inputs[0][..., channel]
        if hasattr(layer, "pool_size"):
            size, strides = pair(layer.pool_size), pair(layer.strides)
            taps = []
            for axis in (0, 1):
                before = padding_before(
                    plane.shape[axis], kernel=size[axis], stride=strides[axis], dilation=1, padding=layer.padding
                )
                options = {"kernel": size[axis], "stride": strides[axis], "dilation": 1, "before": before}
                taps.append([there for there, _ in window_taps(moment.place[axis], **options)])
        else:
            taps = [list(range(length)) for length in plane.shape]
        window = sums.window_of(plane, taps[0], taps[1], rim=-np.inf if rule == "maximum" else 0.0)
        return [_of_window(rule, window, row, column, channel)]

    return explained


def _of_window(rule: str, window: Window, row: int, column: int, channel: int) -> Explanation:
    if rule == "maximum":
        winner = np.unravel_index(int(np.argmax(window.values)), window.values.shape)
        value = float(window.values[winner])
        shown = replace(window, values=np.where(window.is_rim, 0.0, window.values))
        ones = np.zeros(shown.values.shape)
        term = ChannelSum(channel, "", shown, ones, ones, value)
        place = (int(winner[0]), int(winner[1]))
        return Explanation(
            rule=rule, row=row, column=column, channel=channel, channels=(term,), value=value, winner=place,
            before_activation=value,
        )  # fmt: skip
    weights = np.where(window.is_rim, 0.0, 1 / max(1, int((~window.is_rim).sum())))
    products = window.values * weights
    total = float(products.sum())
    term = ChannelSum(channel, "", window, weights, products, total)
    return Explanation(
        rule=rule, row=row, column=column, channel=channel, channels=(term,), value=total, before_activation=total
    )


def _normalisation(moment: Moment) -> list[Explanation] | None:
    if moment.layer.axis not in (-1, 3, [-1], [3]) and moment.inputs[0].shape[:2] != (1, 1):
        return None
    value = float(moment.inputs[0][moment.place])
    made = sums.normalisation(moment.layer, value, moment.place[2], moment.place)
    return _with_activation(moment, made, lambda: np.zeros(0))


def _combination(weights: Callable[[int], list[float]]) -> Callable[[Moment], list[Explanation] | None]:
    def explained(moment: Moment) -> list[Explanation] | None:
        factors = weights(len(moment.inputs))
        if len(factors) != len(moment.inputs):
            return _by_itself(moment)  # an operator with a plain number on one side
        places = [_stretched(moment.place, each) for each in moment.inputs]
        values = [float(each[place]) for each, place in zip(moment.inputs, places, strict=True)]
        terms = [
            replace(sums.single(value, place, factor), channel=index)
            for index, (value, place, factor) in enumerate(zip(values, places, factors, strict=True))
        ]
        return _with_activation(moment, (terms, 0.0, []), lambda: np.zeros(0))

    return explained


def _product(moment: Moment) -> list[Explanation] | None:
    if len(moment.inputs) != 2:
        return _by_itself(moment)
    places = [_stretched(moment.place, each) for each in moment.inputs]
    value, weight = (float(each[place]) for each, place in zip(moment.inputs, places, strict=True))
    return _with_activation(moment, ([sums.single(value, places[0], weight)], 0.0, []), lambda: np.zeros(0))


def _stretched(place: Place, array: Array) -> Place:
    row, column, channel = (0 if length == 1 else at for at, length in zip(place, array.shape, strict=True))
    return row, column, channel


def _concatenation(moment: Moment) -> list[Explanation] | None:
    if moment.layer.axis not in (-1, 3) and moment.output.shape[:2] != (1, 1):
        return None
    channel = moment.place[2]
    for number, array in enumerate(moment.inputs, start=1):
        if channel < array.shape[2]:
            place = (moment.place[0], moment.place[1], channel)
            text = mark("Taken over unchanged from map {channel} of input {number}.")
            value = float(array[place])
            made = _pointwise(moment, value, value, Remark(text, {"channel": channel, "number": number}))
            return [replace(made, channels=(sums.single(value, place),))]
        channel -= array.shape[2]
    return None


def _by_itself(moment: Moment) -> list[Explanation] | None:
    """A layer that changes every value by itself, or not at all."""
    if len(moment.inputs) != 1 or moment.inputs[0].shape != moment.output.shape:
        return None
    before, layer = float(moment.inputs[0][moment.place]), moment.layer
    everything = moment.inputs[0][moment.place[:2]].astype(np.float64)
    activation = getattr(layer, "activation", None)
    if moment.step.kind == "Activation" and activation is not None:
        value, remark = curve(activation, before, moment.place[2], lambda: everything)
    elif moment.step.kind in ("ReLU", "LeakyReLU", "ELU", "Softmax"):
        value, remark = curve(layer, before, moment.place[2], lambda: everything)
    elif moment.step.kind in _UNCHANGED:
        value, remark = before, Remark(mark("Does nothing outside training: the value stays as it is."))
    else:
        value = moment.value
        remark = Remark(mark("{name} changes every value by itself."), {"name": moment.step.kind})
    return [_pointwise(moment, before, value, remark)]


def _moved(moment: Moment) -> list[Explanation] | None:
    """Flattening and reshaping: the same values in the same order."""
    index = int(np.ravel_multi_index(moment.place, moment.output.shape))
    row, column, channel = (int(at) for at in np.unravel_index(index, moment.inputs[0].shape))
    value = float(moment.inputs[0][row, column, channel])
    text = mark("The same value in another place: row {row}, column {column} of map {channel}.")
    made = _pointwise(moment, value, value, Remark(text, {"row": row, "column": column, "channel": channel}))
    return [replace(made, channels=(sums.single(value, (row, column, channel)),))]


def _shifted(moment: Moment) -> list[Explanation] | None:
    is_padding = hasattr(moment.layer, "padding")
    (top, _), (left, _) = moment.layer.padding if is_padding else moment.layer.cropping
    sign = -1 if is_padding else 1
    row, column, channel = moment.place[0] + sign * top, moment.place[1] + sign * left, moment.place[2]
    window = sums.window_of(moment.inputs[0][..., channel], [row], [column])
    value = float(window.values[0, 0])
    text = mark("Padding: 0 in the rim, the value itself elsewhere.") if is_padding else mark("Cut out unchanged.")
    made = _pointwise(moment, value, value, Remark(text))
    one = np.ones((1, 1))
    return [replace(made, channels=(ChannelSum(channel, "", window, one, window.values, value),))]


def _enlarged(moment: Moment) -> list[Explanation] | None:
    if moment.layer.interpolation != "nearest":
        return None
    rows, columns = pair(moment.layer.size)
    place = (moment.place[0] // rows, moment.place[1] // columns, moment.place[2])
    value = float(moment.inputs[0][place])
    made = _pointwise(moment, value, value, Remark(mark("Each value is repeated: the same as the one it was made of.")))
    return [replace(made, channels=(sums.single(value, place),))]


_UNCHANGED = frozenset({
    "Dropout", "SpatialDropout2D", "GaussianNoise", "GaussianDropout", "AlphaDropout", "ActivityRegularization",
    "Identity",
})  # fmt: skip
BY_ITSELF = _UNCHANGED | {
    "Activation", "ReLU", "LeakyReLU", "ELU", "PReLU", "Softmax", "Rescaling", "Normalization", "Relu", "Relu6",
    "Sigmoid", "Tanh", "Silu", "HardSigmoid", "HardSwish", "HardSilu", "Gelu", "Elu", "Selu", "LeakyRelu", "Softplus",
    "Negative", "Abs", "Clip",
}  # fmt: skip
FOLLOWED = BY_ITSELF | {"BatchNormalization", "Flatten", "Reshape", "ZeroPadding2D", "Cropping2D"}
"""Kinds whose value is not understood without the layer before, so that its arithmetic is told too."""
OPERATORS = frozenset({"Add", "Subtract", "Multiply", "TrueDivide", "Divide"})
"""The same for these where the other side is a plain number."""

_EXPLAINERS: dict[str, Callable[[Moment], list[Explanation] | None]] = {
    "Conv2D": _convolution(sums.convolution),
    "DepthwiseConv2D": _convolution(sums.depthwise),
    "SeparableConv2D": _convolution(sums.separable),
    "Conv2DTranspose": _convolution(sums.transposed),
    "Dense": _dense,
    "MaxPooling2D": _pool("maximum"),
    "AveragePooling2D": _pool("mean"),
    "GlobalMaxPooling2D": _pool("maximum"),
    "GlobalAveragePooling2D": _pool("mean"),
    "BatchNormalization": _normalisation,
    "Add": _combination(lambda count: [1.0] * max(2, count)),
    "Subtract": _combination(lambda count: [1.0, -1.0]),
    "Multiply": _product,
    "Average": _combination(lambda count: [1 / count] * count),
    "Concatenate": _concatenation,
    "Flatten": _moved,
    "Reshape": _moved,
    "ZeroPadding2D": _shifted,
    "Cropping2D": _shifted,
    "UpSampling2D": _enlarged,
    **dict.fromkeys(BY_ITSELF | {"TrueDivide", "Divide"}, _by_itself),
}
EXPLAINED = frozenset(_EXPLAINERS)
