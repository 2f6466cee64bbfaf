"""One layer's arithmetic for one of its values, by the kind of the layer. For the network worker only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.imaging.explanation import ChannelSum, Explanation, Window
from engine.network.drill import alone, merging, moving, sums
from engine.network.drill.alone import UNCHANGED
from engine.network.drill.moment import Moment, with_activation
from engine.network.drill.places import padding_before, pair, window_taps


def explain(moment: Moment) -> list[Explanation] | None:
    """The arithmetic, in one part or two (an activation that has no picture of its own comes second).

    None where this kind of layer cannot be told as arithmetic.
    """
    found = _EXPLAINERS.get(moment.step.kind)
    return None if found is None else found(moment)


def _convolution(kind: Callable[..., sums.Sum]) -> Callable[[Moment], list[Explanation]]:
    def explained(moment: Moment) -> list[Explanation]:
        def total(channel: int) -> float:
            place = (moment.place[0], moment.place[1], channel)
            terms, bias, _ = kind(moment.layer, moment.inputs[0], moment.output.shape, place)
            return sum(each.total for each in terms) + bias

        made = kind(moment.layer, moment.inputs[0], moment.output.shape, moment.place)
        return with_activation(moment, made, lambda: np.array([total(each) for each in range(moment.output.shape[2])]))

    return explained


def _dense(moment: Moment) -> list[Explanation]:
    row, column, _ = moment.place
    source = moment.inputs[0][row, column]
    made = sums.dense(moment.layer, source, moment.maps, moment.place)

    def all_before() -> NDArray[np.float64]:
        products: NDArray[np.float64] = source.astype(np.float64) @ np.asarray(moment.layer.kernel, np.float64)
        return products + np.asarray(moment.layer.bias) if moment.layer.use_bias else products

    return with_activation(moment, made, all_before)


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
    return with_activation(moment, made, lambda: np.zeros(0))


BY_ITSELF = UNCHANGED | {
    "Activation", "ReLU", "LeakyReLU", "ELU", "PReLU", "Softmax", "Rescaling", "Normalization", "Relu", "Relu6",
    "Sigmoid", "Tanh", "Silu", "HardSigmoid", "HardSwish", "HardSilu", "Gelu", "Elu", "Selu", "LeakyRelu", "Softplus",
    "Negative", "Abs", "Clip",
}  # fmt: skip
FOLLOWED = BY_ITSELF | {
    "BatchNormalization", "LayerNormalization", "Flatten", "Reshape", "Permute", "ZeroPadding2D", "Cropping2D",
    "CenterCrop",
}  # fmt: skip
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
    "Add": merging.combination(lambda count: [1.0] * max(2, count)),
    "Subtract": merging.combination(lambda count: [1.0, -1.0]),
    "Multiply": merging.product,
    "Average": merging.combination(lambda count: [1 / count] * count),
    "Maximum": merging.extreme("maximum"),
    "Minimum": merging.extreme("minimum"),
    "Concatenate": merging.concatenation,
    "Flatten": moving.moved,
    "Reshape": moving.moved,
    "Permute": moving.permuted,
    "ZeroPadding2D": moving.shifted,
    "Cropping2D": moving.shifted,
    "CenterCrop": moving.cropped,
    "UpSampling2D": moving.resized,
    "Resizing": moving.resized,
    **dict.fromkeys(BY_ITSELF | {"TrueDivide", "Divide"}, alone.by_itself),
    "Softmax": alone.softmax,
    "LayerNormalization": alone.layer_normalisation,
    "Normalization": alone.normalisation,
    "Rescaling": alone.rescaling,
    "PReLU": alone.learnt_leak,
}
EXPLAINED = frozenset(_EXPLAINERS)
