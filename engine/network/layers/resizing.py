"""Layers that bring maps to another size without learning anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from engine.imaging.explanation import Remark
from engine.network.layers.declarations import LARGEST_SIDE
from engine.network.layers.layer import Layer, LayerError, Shape, Shapes, maps_of
from engine.network.layers.reach import Reach, Reaches, resize_reach
from engine.parameters import Choice, Option, Pair, Whole, parameter
from engine.text import mark

_INTERPOLATION_OPTIONS = (
    Option("nearest", mark("Nearest"), mark("Each value is repeated.")),
    Option("bilinear", mark("Bilinear"), mark("Values blend into their neighbours.")),
)


@dataclass(frozen=True, kw_only=True)
class UpSampling(Layer):
    """Each value becomes a block. Output shape: (H · rows, W · columns, C)."""

    KIND: ClassVar[str] = "UpSampling2D"
    TITLE: ClassVar[str] = mark("Upsampling")

    size: tuple[int, int] = parameter(
        Pair(
            title=mark("Factor"),
            help=mark("How many rows and columns each value becomes."),
            default=(2, 2),
            minimum=1,
            maximum=256,
        )
    )
    interpolation: str = parameter(
        Choice(
            title=mark("Between values"),
            help=mark("What stands between the old values."),
            default="nearest",
            options=_INTERPOLATION_OPTIONS,
        )
    )

    def summary(self) -> Remark:
        return Remark("{rows}×{columns}", {"rows": self.size[0], "columns": self.size[1]})

    def shape_of(self, inputs: Shapes) -> Shape:
        rows, columns, channels = maps_of(self, inputs)
        return (rows * self.size[0], columns * self.size[1], channels)

    def reach(self, inputs: Shapes) -> Reaches:
        return _both(inputs[0], self.shape_of(inputs), self.interpolation)


@dataclass(frozen=True, kw_only=True)
class Resizing(Layer):
    """Maps, or pictures, at a fixed size. Output shape: (height, width, C)."""

    KIND: ClassVar[str] = "Resizing"
    TITLE: ClassVar[str] = mark("Resizing")

    height: int = parameter(
        Whole(title=mark("Height"), help=mark("Rows of the result."), default=224, minimum=1, maximum=LARGEST_SIDE)
    )
    width: int = parameter(
        Whole(title=mark("Width"), help=mark("Columns of the result."), default=224, minimum=1, maximum=LARGEST_SIDE)
    )
    interpolation: str = parameter(
        Choice(
            title=mark("Between values"),
            help=mark("What stands between the old values."),
            default="bilinear",
            options=_INTERPOLATION_OPTIONS,
        )
    )

    def summary(self) -> Remark:
        return Remark("{rows}×{columns}", {"rows": self.height, "columns": self.width})

    def shape_of(self, inputs: Shapes) -> Shape:
        return (self.height, self.width, maps_of(self, inputs)[2])

    def reach(self, inputs: Shapes) -> Reaches:
        return _both(inputs[0], self.shape_of(inputs), self.interpolation)


@dataclass(frozen=True, kw_only=True)
class CenterCrop(Layer):
    """The middle of the picture, at a fixed size. Output shape: (height, width, C)."""

    KIND: ClassVar[str] = "CenterCrop"
    TITLE: ClassVar[str] = mark("Middle cut out")

    height: int = parameter(
        Whole(title=mark("Height"), help=mark("Rows of the result."), default=224, minimum=1, maximum=LARGEST_SIDE)
    )
    width: int = parameter(
        Whole(title=mark("Width"), help=mark("Columns of the result."), default=224, minimum=1, maximum=LARGEST_SIDE)
    )

    def summary(self) -> Remark:
        return Remark("{rows}×{columns}", {"rows": self.height, "columns": self.width})

    def shape_of(self, inputs: Shapes) -> Shape:
        rows, columns, channels = maps_of(self, inputs)
        if self.height > rows or self.width > columns:
            raise LayerError(
                mark("A middle of {height} × {width} cannot be cut out of {rows} × {columns}. Use a smaller one."),
                field="height", height=self.height, width=self.width, rows=rows, columns=columns,
            )  # fmt: skip
        return (self.height, self.width, channels)

    def reach(self, inputs: Shapes) -> Reaches:
        top, left = (inputs[0][0] - self.height) // 2, (inputs[0][1] - self.width) // 2
        return Reach(first=top, last=top), Reach(first=left, last=left)

    def keras_settings(self) -> dict[str, Any]:
        return {"height": self.height, "width": self.width}


def _both(source: Shape, target: Shape, interpolation: str) -> Reaches:
    is_linear = interpolation == "bilinear"
    return (
        resize_reach(source[0], target[0], is_linear=is_linear),
        resize_reach(source[1], target[1], is_linear=is_linear),
    )
