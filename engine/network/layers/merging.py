"""Layers that bring branches together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.imaging.explanation import Remark
from engine.network.layers import declarations
from engine.network.layers.layer import Layer, LayerError, Shape, Shapes, shape_text
from engine.network.layers.normalisation import axes_of
from engine.network.layers.reach import POINTWISE, Reaches
from engine.parameters import parameter
from engine.text import mark

MOST_BRANCHES = 256


@dataclass(frozen=True, kw_only=True)
class _Elementwise(Layer):
    """Values at the same place are combined. Output shape: as the inputs; a side of 1 is repeated to fit."""

    INPUTS: ClassVar[tuple[int, int]] = (2, MOST_BRANCHES)

    def shape_of(self, inputs: Shapes) -> Shape:
        if len({len(shape) for shape in inputs}) > 1:
            raise self._refusal(inputs)
        sides = []
        for along in zip(*inputs, strict=True):
            distinct = {side for side in along if side != 1}
            if len(distinct) > 1:
                raise self._refusal(inputs)
            sides.append(distinct.pop() if distinct else 1)
        return tuple(sides)

    def _refusal(self, inputs: Shapes) -> LayerError:
        return LayerError(
            mark("{title} needs branches of one shape, but these come in: {shapes}. "
                 "Give both branches the same stride and number of filters."),
            title=self.TITLE, shapes=", ".join(shape_text(shape) for shape in inputs[:8]),
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Add(_Elementwise):
    """The sum of the branches: what a skip connection ends in."""

    KIND: ClassVar[str] = "Add"
    TITLE: ClassVar[str] = mark("Add")


@dataclass(frozen=True, kw_only=True)
class Subtract(_Elementwise):
    """The first branch less the second."""

    KIND: ClassVar[str] = "Subtract"
    TITLE: ClassVar[str] = mark("Subtract")
    INPUTS: ClassVar[tuple[int, int]] = (2, 2)


@dataclass(frozen=True, kw_only=True)
class Multiply(_Elementwise):
    """The product of the branches."""

    KIND: ClassVar[str] = "Multiply"
    TITLE: ClassVar[str] = mark("Multiply")


@dataclass(frozen=True, kw_only=True)
class Average(_Elementwise):
    """The mean of the branches."""

    KIND: ClassVar[str] = "Average"
    TITLE: ClassVar[str] = mark("Mean of branches")


@dataclass(frozen=True, kw_only=True)
class Maximum(_Elementwise):
    """The larger value of the branches at each place."""

    KIND: ClassVar[str] = "Maximum"
    TITLE: ClassVar[str] = mark("Maximum of branches")


@dataclass(frozen=True, kw_only=True)
class Minimum(_Elementwise):
    """The smaller value of the branches at each place."""

    KIND: ClassVar[str] = "Minimum"
    TITLE: ClassVar[str] = mark("Minimum of branches")


@dataclass(frozen=True, kw_only=True)
class Concatenate(Layer):
    """Branches side by side, as a rule their maps stacked. Output shape: as the inputs, sides along the axis summed.

    >>> Concatenate().output_shape(((28, 28, 64), (28, 28, 128)))
    (28, 28, 192)
    """

    KIND: ClassVar[str] = "Concatenate"
    TITLE: ClassVar[str] = mark("Concatenate")
    INPUTS: ClassVar[tuple[int, int]] = (1, MOST_BRANCHES)

    axis: int = parameter(declarations.AXIS)

    def summary(self) -> Remark:
        return Remark(mark("channels stacked")) if self.axis == -1 else Remark(mark("axis {axis}"), {"axis": self.axis})

    def shape_of(self, inputs: Shapes) -> Shape:
        axis = axes_of((self.axis,), inputs[0])[0]
        others = {shape[:axis] + shape[axis + 1 :] for shape in inputs}
        if len({len(shape) for shape in inputs}) > 1 or len(others) > 1:
            raise LayerError(
                mark("{title} needs branches of one height and width, but these come in: {shapes}. "
                     "Give the branches the same stride and padding."),
                title=self.TITLE, shapes=", ".join(shape_text(shape) for shape in inputs[:8]),
            )  # fmt: skip
        return (*inputs[0][:axis], sum(shape[axis] for shape in inputs), *inputs[0][axis + 1 :])

    def reach(self, inputs: Shapes) -> Reaches | None:
        return POINTWISE if axes_of((self.axis,), inputs[0])[0] == len(inputs[0]) - 1 else None
