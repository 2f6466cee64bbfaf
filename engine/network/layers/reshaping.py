"""Layers that order the same values anew."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import Any, ClassVar

from engine.imaging.explanation import Remark
from engine.network.layers.declarations import Numbers
from engine.network.layers.layer import Layer, LayerError, Shape, Shapes, shape_text
from engine.network.layers.reach import POINTWISE, Reaches
from engine.parameters import parameter
from engine.text import mark


@dataclass(frozen=True, kw_only=True)
class Flatten(Layer):
    """All values in one row: row by row, in each row column by column, at each place channel by channel.

    Output shape: (H·W·C,).

    >>> Flatten().output_shape(((5, 5, 16),))
    (400,)
    """

    KIND: ClassVar[str] = "Flatten"
    TITLE: ClassVar[str] = mark("Flatten")

    def shape_of(self, inputs: Shapes) -> Shape:
        return (prod(inputs[0]),)


@dataclass(frozen=True, kw_only=True)
class Reshape(Layer):
    """The same values in another shape; one side may be −1 and follows. Output shape: as set.

    >>> Reshape(target_shape=(7, 7, -1)).output_shape(((490,),))
    (7, 7, 10)
    """

    KIND: ClassVar[str] = "Reshape"
    TITLE: ClassVar[str] = mark("Reshape")

    target_shape: tuple[int, ...] = parameter(
        Numbers(
            title=mark("Shape"),
            help=mark("The sides of the result; −1 for one side that follows from the others."),
            default=(-1,),
            minimum=-1,
            maximum=2**28,
        )
    )

    def summary(self) -> Remark:
        return Remark(shape_text(self.target_shape))

    def shape_of(self, inputs: Shapes) -> Shape:
        count = prod(inputs[0])
        known = prod(side for side in self.target_shape if side != -1)
        open_sides = self.target_shape.count(-1)
        if open_sides > 1:
            raise LayerError(mark("Only one side of the shape can be −1."), field="target_shape")
        if known < 1 or (known != count if not open_sides else count % known):
            raise LayerError(
                mark("{count} values come in, which do not fill the shape {shape}. "
                     "Choose sides whose product is {count}."),
                field="target_shape", count=count, shape=shape_text(self.target_shape),
            )  # fmt: skip
        return tuple(count // known if side == -1 else side for side in self.target_shape)


@dataclass(frozen=True, kw_only=True)
class Permute(Layer):
    """The axes in another order, counted from 1. Output shape: the sides in that order.

    >>> Permute(dims=(2, 1, 3)).output_shape(((4, 6, 3),))
    (6, 4, 3)
    """

    KIND: ClassVar[str] = "Permute"
    TITLE: ClassVar[str] = mark("Permute")

    dims: tuple[int, ...] = parameter(
        Numbers(
            title=mark("Order"),
            help=mark("Which axis comes first, second and third; 1 is the height."),
            default=(2, 1, 3),
            minimum=1,
            maximum=8,
        )
    )

    def summary(self) -> Remark:
        return Remark(", ".join(str(axis) for axis in self.dims))

    def shape_of(self, inputs: Shapes) -> Shape:
        if sorted(self.dims) != list(range(1, len(inputs[0]) + 1)):
            raise LayerError(
                mark("The order {order} does not name each of the {count} axes once."),
                field="dims", order=", ".join(map(str, self.dims)), count=len(inputs[0]),
            )  # fmt: skip
        return tuple(inputs[0][axis - 1] for axis in self.dims)

    def reach(self, inputs: Shapes) -> Reaches | None:
        return POINTWISE if self.dims == tuple(range(1, len(self.dims) + 1)) else None


@dataclass(frozen=True, kw_only=True)
class Identity(Layer):
    """What comes in goes out. Output shape: as the input."""

    KIND: ClassVar[str] = "Identity"
    TITLE: ClassVar[str] = mark("Identity")

    def shape_of(self, inputs: Shapes) -> Shape:
        return inputs[0]

    def keras_settings(self) -> dict[str, Any]:
        return {}
