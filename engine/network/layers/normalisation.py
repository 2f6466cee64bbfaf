"""Layers that bring the spread of their values to a common measure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from engine.imaging.explanation import Remark
from engine.network.layers import declarations
from engine.network.layers.declarations import Numbers, Reals
from engine.network.layers.layer import Layer, LayerError, Shape, Shapes, Weight
from engine.network.layers.reach import POINTWISE, Reaches
from engine.parameters import Flag, Real, parameter
from engine.text import mark


@dataclass(frozen=True, kw_only=True)
class BatchNormalization(Layer):
    """(x − mean) / √(variance + ε) · γ + β, with numbers of its own for each channel. Output shape: as the input.

    γ and β are learnt; mean and variance are measured while training and are not trainable.

    >>> str(BatchNormalization().parameters(((8, 8, 64),)).formula)
    '4·64 = 256'
    """

    KIND: ClassVar[str] = "BatchNormalization"
    TITLE: ClassVar[str] = mark("Batch normalisation")

    axis: int = parameter(declarations.AXIS)
    momentum: float = parameter(
        Real(
            title=mark("Momentum"),
            help=mark("How slowly the measured mean and variance follow new batches."),
            default=0.99,
            minimum=0.0,
            maximum=1.0,
            step=0.01,
            decimals=4,
        )
    )
    epsilon: float = parameter(declarations.EPSILON)
    center: bool = parameter(declarations.CENTER)
    scale: bool = parameter(declarations.SCALE)

    def summary(self) -> Remark:
        return Remark(mark("ε = {epsilon}"), {"epsilon": f"{self.epsilon:g}"})

    def shape_of(self, inputs: Shapes) -> Shape:
        if self.axis not in (-1, len(inputs[0])):
            raise LayerError(
                mark("The axis is {axis}, but only the channels, axis −1, can be normalised here."),
                field="axis", axis=self.axis,
            )  # fmt: skip
        return inputs[0]

    def weights(self, inputs: Shapes) -> tuple[Weight, ...]:
        shape = (inputs[0][-1],)
        learnt = [Weight(name, shape) for name, is_there in (("gamma", self.scale), ("beta", self.center)) if is_there]
        return (*learnt, Weight("moving_mean", shape, False), Weight("moving_variance", shape, False))

    def parameter_arithmetic(self, inputs: Shapes) -> str:
        return f"{2 + self.center + self.scale}·{inputs[0][-1]}"


@dataclass(frozen=True, kw_only=True)
class LayerNormalization(Layer):
    """(x − mean) / √(variance + ε) · γ + β, mean and variance taken from the picture itself.

    Output shape: as the input.
    """

    KIND: ClassVar[str] = "LayerNormalization"
    TITLE: ClassVar[str] = mark("Layer normalisation")

    axis: tuple[int, ...] = parameter(
        Numbers(
            title=mark("Axes"),
            help=mark("Over which axes mean and variance are taken; −1 is the channels."),
            default=(-1,),
            minimum=-8,
            maximum=8,
        )
    )
    epsilon: float = parameter(declarations.EPSILON)
    center: bool = parameter(declarations.CENTER)
    scale: bool = parameter(declarations.SCALE)

    def shape_of(self, inputs: Shapes) -> Shape:
        self._axes(inputs)
        return inputs[0]

    def weights(self, inputs: Shapes) -> tuple[Weight, ...]:
        shape = tuple(inputs[0][axis] for axis in self._axes(inputs))
        return tuple(
            Weight(name, shape) for name, is_there in (("gamma", self.scale), ("beta", self.center)) if is_there
        )

    def reach(self, inputs: Shapes) -> Reaches | None:
        return POINTWISE if self._axes(inputs) == (len(inputs[0]) - 1,) else None

    def keras_settings(self) -> dict[str, Any]:
        return {**super().keras_settings(), "axis": list(self.axis)}

    def _axes(self, inputs: Shapes) -> tuple[int, ...]:
        return axes_of(self.axis, inputs[0])


@dataclass(frozen=True, kw_only=True)
class Normalization(Layer):
    """(x − mean) / √variance, with a mean and variance that were taken from pictures, not learnt.

    Output shape: as the input. Without a mean of its own it holds them as weights, with a count of the pictures.
    """

    KIND: ClassVar[str] = "Normalization"
    TITLE: ClassVar[str] = mark("Normalisation")

    axis: tuple[int, ...] = parameter(
        Numbers(
            title=mark("Axes"),
            help=mark("Which axes have means of their own; none of them, and there is one for all."),
            default=(-1,),
            minimum=-8,
            maximum=8,
        )
    )
    mean: tuple[float, ...] = parameter(
        Reals(title=mark("Means"), help=mark("What is taken away; empty where it was measured."), default=())
    )
    variance: tuple[float, ...] = parameter(
        Reals(title=mark("Variances"), help=mark("Whose roots divide; empty where they were measured."), default=())
    )
    invert: bool = parameter(
        Flag(title=mark("Backwards"), help=mark("Undo a normalisation instead of doing it."), default=False)
    )

    def __post_init__(self) -> None:
        super().__post_init__()
        if len(self.mean) != len(self.variance):
            raise LayerError(
                mark("There are {means} means but {variances} variances. Give as many of one as of the other."),
                field="variance", means=len(self.mean), variances=len(self.variance),
            )  # fmt: skip

    def shape_of(self, inputs: Shapes) -> Shape:
        axes = axes_of(self.axis, inputs[0])
        expected = 1
        for axis in axes:
            expected *= inputs[0][axis]
        if len(self.mean) not in (0, 1, expected):
            raise LayerError(
                mark("There are {count} means for {expected} channels. Give one, or one for each."),
                field="mean", count=len(self.mean), expected=expected,
            )  # fmt: skip
        return inputs[0]

    def weights(self, inputs: Shapes) -> tuple[Weight, ...]:
        if self.mean:
            return ()
        shape = tuple(inputs[0][axis] for axis in axes_of(self.axis, inputs[0]))
        return (Weight("mean", shape, False), Weight("variance", shape, False), Weight("count", (), False))

    def keras_settings(self) -> dict[str, Any]:
        return {
            "axis": list(self.axis) or None,
            "mean": (list(self.mean) if len(self.mean) > 1 else self.mean[0]) if self.mean else None,
            "variance": (list(self.variance) if len(self.variance) > 1 else self.variance[0]) if self.mean else None,
            "invert": self.invert,
        }


def axes_of(axes: tuple[int, ...], shape: Shape) -> tuple[int, ...]:
    """Axes that count the batch as 0, as indices into a shape without it.

    >>> axes_of((-1,), (8, 8, 3)), axes_of((1, 2), (8, 8, 3))
    ((2,), (0, 1))
    """
    found = sorted(axis - 1 if axis > 0 else axis + len(shape) for axis in axes)
    if len(set(found)) < len(found) or any(not 0 <= axis < len(shape) for axis in found) or 0 in axes:
        raise LayerError(
            mark("The axes {axes} do not fit values of {count} axes. Use numbers from 1 to {count}, or −1 for the "
                 "channels."),
            field="axis", axes=", ".join(map(str, axes)), count=len(shape),
        )  # fmt: skip
    return tuple(found)
