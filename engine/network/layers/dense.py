"""The dense, or fully connected, layer."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import ClassVar

from engine.imaging.explanation import Remark
from engine.network.layers import declarations
from engine.network.layers.functions import FUNCTIONS, suffix
from engine.network.layers.layer import Layer, Shape, Shapes, Weight
from engine.network.layers.reach import POINTWISE, Reaches
from engine.parameters import Whole, parameter
from engine.text import mark


@dataclass(frozen=True, kw_only=True)
class Dense(Layer):
    """Every output is a weighted sum of every value along the last axis. Output shape: (…, units).

    >>> str(Dense(units=120).parameters(((400,),)).formula)
    '400·120 + 120 = 48,120'
    """

    KIND: ClassVar[str] = "Dense"
    TITLE: ClassVar[str] = mark("Dense")

    units: int = parameter(
        Whole(
            title=mark("Units"),
            help=mark("How many values come out; for the last layer, one a class."),
            default=10,
            minimum=1,
            maximum=2**20,
        )
    )
    use_bias: bool = parameter(declarations.USE_BIAS)
    activation: str = parameter(FUNCTIONS)

    def summary(self) -> Remark:
        return Remark(mark("{units} units{activation}"), {"units": self.units, "activation": suffix(self.activation)})

    def shape_of(self, inputs: Shapes) -> Shape:
        return (*inputs[0][:-1], self.units)

    def weights(self, inputs: Shapes) -> tuple[Weight, ...]:
        kernel = Weight("kernel", (inputs[0][-1], self.units))
        return (kernel, Weight("bias", (self.units,))) if self.use_bias else (kernel,)

    def multiply_adds(self, inputs: Shapes) -> int:
        return prod(inputs[0]) * self.units

    def reach(self, inputs: Shapes) -> Reaches | None:
        # On maps it mixes the channels of one place, as a 1×1 convolution does.
        return POINTWISE if len(inputs[0]) == 3 else None
