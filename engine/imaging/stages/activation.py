"""The activation stage: each value by itself goes through a curve."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.imaging.activations import ACTIVATIONS, SLOPE, activate
from engine.imaging.explanation import Explanation, Remark
from engine.imaging.stages.pointwise import pointwise
from engine.imaging.stages.stage import Image, Shape, Stage, plane
from engine.parameters import parameter
from engine.text import mark


@dataclass(frozen=True, kw_only=True)
class Activation(Stage):
    """ReLU, leaky ReLU, absolute value, tanh or sigmoid. Output shape: as the input."""

    KIND: ClassVar[str] = "activation"
    TITLE: ClassVar[str] = mark("Activation")
    ICON: ClassVar[str] = "activation"

    function: str = parameter(ACTIVATIONS)
    slope: float = parameter(SLOPE)

    def title(self) -> Remark:
        return Remark(ACTIVATIONS.option(self.function).title)

    def idle_settings(self) -> dict[str, str]:
        return {} if self.function == "leaky" else {"slope": mark("Only the leaky ReLU has a slope.")}

    def output_shape(self, shape: Shape) -> Shape:
        return shape

    def apply(self, image: Image) -> Image:
        return activate(image, self.function, slope=self.slope)

    def explain(self, image: Image, row: int, column: int, channel: int) -> Explanation:
        before = float(plane(image, channel)[row, column])
        after = float(activate(np.array([[before]], dtype=np.float32), self.function, slope=self.slope)[0, 0])
        remark = activation_remark(self.function, before, after)
        return pointwise(row, column, channel, before, after, remark, activation=self.function)


def activation_remark(function: str, before: float, after: float) -> Remark:
    """What an activation did to one value, in a sentence."""
    values = {"before": before, "after": after}
    if function == "none":
        return Remark(mark("No activation: the value stays."), values)
    if function in ("relu", "abs") and before >= 0:
        return Remark(mark("The value is not negative, so it is kept."), values)
    if function == "relu":
        return Remark(mark("The value is negative, so ReLU makes it 0."), values)
    if function == "abs":
        return Remark(mark("The sign is dropped."), values)
    if function == "leaky":
        if before >= 0:
            return Remark(mark("The value is not negative, so it is kept."), values)
        return Remark(mark("The value is negative, so only a small share of it leaks through."), values)
    if function == "tanh":
        return Remark(mark("tanh squeezes every number into the range from −1 to 1."), values)
    return Remark(mark("The sigmoid squeezes every number into the range from 0 to 1."), values)
