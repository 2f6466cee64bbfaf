"""Activations as layers of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from engine.imaging.explanation import Remark
from engine.network.layers import declarations
from engine.network.layers.declarations import MaybeReal, Numbers
from engine.network.layers.functions import FUNCTIONS
from engine.network.layers.layer import Layer, Shape, Shapes, Weight
from engine.network.layers.normalisation import axes_of
from engine.network.layers.reach import POINTWISE, Reaches
from engine.parameters import Real, parameter
from engine.text import mark

_SLOPE = Real(
    title=mark("Slope"),
    help=mark("The share of a negative value that leaks through."),
    default=0.0,
    minimum=0.0,
    maximum=100.0,
    step=0.05,
)


@dataclass(frozen=True, kw_only=True)
class Activation(Layer):
    """Any of the named curves. Output shape: as the input."""

    KIND: ClassVar[str] = "Activation"
    TITLE: ClassVar[str] = mark("Activation")

    activation: str = parameter(FUNCTIONS)

    def summary(self) -> Remark:
        return Remark(FUNCTIONS.option(self.activation).title)

    def shape_of(self, inputs: Shapes) -> Shape:
        return inputs[0]


@dataclass(frozen=True, kw_only=True)
class ReLU(Layer):
    """Negative values become 0, or a share of themselves; large ones can be cut. Output shape: as the input."""

    KIND: ClassVar[str] = "ReLU"
    TITLE: ClassVar[str] = mark("ReLU")

    max_value: float | None = parameter(
        MaybeReal(
            title=mark("Largest"),
            help=mark("Where large values are cut off: 6 makes a ReLU6. Empty, they are not."),
            default=None,
            minimum=0.0,
            maximum=declarations.LARGEST,
        )
    )
    negative_slope: float = parameter(_SLOPE)
    threshold: float = parameter(
        Real(
            title=mark("Threshold"),
            help=mark("Values below it count as negative."),
            default=0.0,
            minimum=0.0,
            maximum=declarations.LARGEST,
        )
    )

    def summary(self) -> Remark:
        if self.max_value is None:
            return Remark("")
        return Remark(mark("at most {value}"), {"value": f"{self.max_value:g}"})

    def shape_of(self, inputs: Shapes) -> Shape:
        return inputs[0]


@dataclass(frozen=True, kw_only=True)
class LeakyReLU(Layer):
    """Negative values keep a small share of themselves. Output shape: as the input."""

    KIND: ClassVar[str] = "LeakyReLU"
    TITLE: ClassVar[str] = mark("Leaky ReLU")

    negative_slope: float = parameter(
        Real(
            title=mark("Slope"),
            help=mark("The share of a negative value that leaks through."),
            default=0.3,
            minimum=0.0,
            maximum=100.0,
            step=0.05,
        )
    )

    def summary(self) -> Remark:
        return Remark(mark("slope {slope}"), {"slope": f"{self.negative_slope:g}"})

    def shape_of(self, inputs: Shapes) -> Shape:
        return inputs[0]


@dataclass(frozen=True, kw_only=True)
class PReLU(Layer):
    """A leaky ReLU whose slopes are learnt, one a value, shared along some axes. Output shape: as the input."""

    KIND: ClassVar[str] = "PReLU"
    TITLE: ClassVar[str] = mark("Learnt leaky ReLU")

    shared_axes: tuple[int, ...] = parameter(
        Numbers(
            title=mark("Shared axes"),
            help=mark("Along which axes one slope serves all; 1, 2 means one slope a channel."),
            default=(),
            minimum=-8,
            maximum=8,
        )
    )

    def shape_of(self, inputs: Shapes) -> Shape:
        axes_of(self.shared_axes, inputs[0])
        return inputs[0]

    def weights(self, inputs: Shapes) -> tuple[Weight, ...]:
        shared = axes_of(self.shared_axes, inputs[0])
        return (Weight("alpha", tuple(1 if axis in shared else side for axis, side in enumerate(inputs[0]))),)

    def keras_settings(self) -> dict[str, Any]:
        return {"shared_axes": list(self.shared_axes) or None}


@dataclass(frozen=True, kw_only=True)
class ELU(Layer):
    """Negative values bend towards −α. Output shape: as the input."""

    KIND: ClassVar[str] = "ELU"
    TITLE: ClassVar[str] = mark("ELU")

    alpha: float = parameter(
        Real(
            title=mark("Alpha"),
            help=mark("How far negative values can go below 0."),
            default=1.0,
            minimum=0.0,
            maximum=1000.0,
        )
    )

    def summary(self) -> Remark:
        return Remark("α = {alpha}", {"alpha": f"{self.alpha:g}"})

    def shape_of(self, inputs: Shapes) -> Shape:
        return inputs[0]


@dataclass(frozen=True, kw_only=True)
class Softmax(Layer):
    """The values along an axis become shares that sum to 1. Output shape: as the input."""

    KIND: ClassVar[str] = "Softmax"
    TITLE: ClassVar[str] = mark("Softmax")

    axis: tuple[int, ...] = parameter(
        Numbers(
            title=mark("Axes"),
            help=mark("Along which axes the shares sum to 1; −1 is the channels."),
            default=(-1,),
            minimum=-8,
            maximum=8,
        )
    )

    def shape_of(self, inputs: Shapes) -> Shape:
        axes_of(self.axis, inputs[0])
        return inputs[0]

    def reach(self, inputs: Shapes) -> Reaches | None:
        return POINTWISE if axes_of(self.axis, inputs[0]) == (len(inputs[0]) - 1,) else None

    def keras_settings(self) -> dict[str, Any]:
        return {"axis": self.axis[0] if len(self.axis) == 1 else list(self.axis)}
