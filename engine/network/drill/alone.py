"""Layers that change every value by itself, or by what stands beside it, for one value. For the network worker only."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from engine.imaging.explanation import Explanation, Remark
from engine.network.drill import sums
from engine.network.drill.curves import curve
from engine.network.drill.moment import Moment, pointwise, with_activation
from engine.text import mark

UNCHANGED = frozenset({
    "Dropout", "SpatialDropout2D", "GaussianNoise", "GaussianDropout", "AlphaDropout", "ActivityRegularization",
    "Identity", "RandomFlip", "RandomRotation", "RandomContrast", "RandomBrightness", "RandomTranslation", "RandomZoom",
})  # fmt: skip
"""What is done while training only."""


def by_itself(moment: Moment) -> list[Explanation] | None:
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
    elif moment.step.kind in UNCHANGED:
        value, remark = before, Remark(mark("Does nothing outside training: the value stays as it is."))
    else:
        value = moment.value
        remark = Remark(mark("{name} changes every value by itself."), {"name": moment.step.kind})
    return [pointwise(moment, before, value, remark)]


def softmax(moment: Moment) -> list[Explanation] | None:
    """The share of e to the power of the value in the sum of that over some axes."""
    axes = moment.axes(moment.layer.axis)
    if axes is None:
        return None
    beside = _beside(moment, axes).astype(np.float64)
    before = float(moment.inputs[0][moment.place])
    highest = float(beside.max())
    share = float(np.exp(before - highest) / np.exp(beside - highest).sum())
    text = mark("softmax: e to the power of this, divided by the sum of that over all {count} values.")
    return [pointwise(moment, before, share, Remark(text, {"count": beside.size}))]


def layer_normalisation(moment: Moment) -> list[Explanation] | None:
    """Mean and variance of the values beside it, as one factor and one summand."""
    layer = moment.layer
    axes = moment.axes(layer.axis)
    if axes is None or getattr(layer, "rms_scaling", False):
        return None
    beside = _beside(moment, axes).astype(np.float64)
    mean, variance = float(beside.mean()), float(beside.var())
    index = tuple(moment.place[axis] for axis in axes)
    gamma = float(np.asarray(layer.gamma)[index]) if layer.gamma is not None else 1.0
    beta = float(np.asarray(layer.beta)[index]) if layer.beta is not None else 0.0
    factor = gamma / float(np.sqrt(variance + layer.epsilon))
    text = mark(
        "(x − mean) / √(variance + ε) · γ + β. Mean {mean} and variance {variance} are those of the {count} values "
        "that are normalised together on this very picture; γ {gamma}, β {beta}."
    )
    values = {"mean": f"{mean:.4g}", "variance": f"{variance:.4g}", "gamma": f"{gamma:.4g}", "beta": f"{beta:.4g}"}
    term = sums.single(float(moment.inputs[0][moment.place]), moment.place, factor)
    remark = Remark(text, {**values, "count": f"{beside.size:,}"})
    return with_activation(moment, ([term], beta - mean * factor, [remark]), lambda: np.zeros(0))


def normalisation(moment: Moment) -> list[Explanation] | None:
    """Mean and variance that were measured beforehand, or the way back."""
    layer, shape = moment.layer, moment.inputs[0].shape
    mean, variance = (_spread(each, shape)[moment.place] for each in (layer.mean, layer.variance))
    root = max(float(np.sqrt(variance)), keras.backend.epsilon())
    factor = root if layer.invert else 1 / root
    rest = float(mean) if layer.invert else -float(mean) * factor
    text = mark("x · √variance + mean") if layer.invert else mark("(x − mean) / √variance")
    told = Remark(mark("{formula}, with mean {mean} and variance {variance}."),
                  {"formula": text, "mean": f"{mean:.4g}", "variance": f"{variance:.4g}"})  # fmt: skip
    term = sums.single(float(moment.inputs[0][moment.place]), moment.place, factor)
    return with_activation(moment, ([term], rest, [told]), lambda: np.zeros(0))


def rescaling(moment: Moment) -> list[Explanation] | None:
    """One factor and one summand."""
    shape = moment.inputs[0].shape
    scale, offset = (float(_spread(each, shape)[moment.place]) for each in (moment.layer.scale, moment.layer.offset))
    term = sums.single(float(moment.inputs[0][moment.place]), moment.place, scale)
    return with_activation(moment, ([term], offset, []), lambda: np.zeros(0))


def learnt_leak(moment: Moment) -> list[Explanation] | None:
    """Negative values times a slope that was learnt."""
    before = float(moment.inputs[0][moment.place])
    slope = float(_spread(moment.layer.alpha, moment.inputs[0].shape)[moment.place])
    text = mark("Positive values pass, negative ones are multiplied by a slope that was learnt, here {slope}.")
    value = before if before > 0 else before * slope
    return [pointwise(moment, before, value, Remark(text, {"slope": f"{slope:.4g}"}))]


def _beside(moment: Moment, axes: tuple[int, ...]) -> NDArray[Any]:
    """The values that share all places but those along some axes."""
    index = tuple(slice(None) if axis in axes else at for axis, at in enumerate(moment.place))
    return np.asarray(moment.inputs[0][index])


def _spread(values: Any, shape: tuple[int, ...]) -> NDArray[Any]:
    """Numbers for some axes, as one for every value."""
    array = np.asarray(values, np.float64)
    array = array.reshape((1,) * max(0, 3 - array.ndim) + array.shape)
    return np.broadcast_to(array.reshape(array.shape[-3:]), shape)
