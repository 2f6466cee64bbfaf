"""Layers that lay a rim of zeros around maps, or cut one off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.imaging.explanation import Remark
from engine.network.layers.declarations import LARGEST_SIDE, Margins, Sides
from engine.network.layers.layer import Layer, LayerError, Shape, Shapes, maps_of
from engine.network.layers.reach import Reach, Reaches
from engine.parameters import parameter
from engine.text import mark


@dataclass(frozen=True, kw_only=True)
class ZeroPadding(Layer):
    """A rim of zeros. Output shape: (H + top + bottom, W + left + right, C).

    >>> ZeroPadding(padding=((0, 1), (0, 1))).output_shape(((224, 224, 3),))
    (225, 225, 3)
    """

    KIND: ClassVar[str] = "ZeroPadding2D"
    TITLE: ClassVar[str] = mark("Zero padding")

    padding: tuple[tuple[int, int], tuple[int, int]] = parameter(
        Sides(
            title=mark("Rim"),
            help=mark("Rows of zeros above and below, columns left and right."),
            default=((1, 1), (1, 1)),
            minimum=0,
            maximum=LARGEST_SIDE,
        )
    )

    def summary(self) -> Remark:
        return Remark(margins_text(self.padding))

    def shape_of(self, inputs: Shapes) -> Shape:
        rows, columns, channels = maps_of(self, inputs)
        return (rows + sum(self.padding[0]), columns + sum(self.padding[1]), channels)

    def reach(self, inputs: Shapes) -> Reaches:
        (top, _), (left, _) = self.padding
        return Reach(first=-top, last=-top), Reach(first=-left, last=-left)


@dataclass(frozen=True, kw_only=True)
class Cropping(Layer):
    """Rows and columns cut off. Output shape: (H − top − bottom, W − left − right, C).

    >>> Cropping(cropping=4).output_shape(((64, 64, 128),))
    (56, 56, 128)
    """

    KIND: ClassVar[str] = "Cropping2D"
    TITLE: ClassVar[str] = mark("Cropping")

    cropping: tuple[tuple[int, int], tuple[int, int]] = parameter(
        Sides(
            title=mark("Cut"),
            help=mark("Rows cut off above and below, columns left and right."),
            default=((0, 0), (0, 0)),
            minimum=0,
            maximum=LARGEST_SIDE,
        )
    )

    def summary(self) -> Remark:
        return Remark(margins_text(self.cropping))

    def shape_of(self, inputs: Shapes) -> Shape:
        rows, columns, channels = maps_of(self, inputs)
        left_rows, left_columns = rows - sum(self.cropping[0]), columns - sum(self.cropping[1])
        if left_rows < 1 or left_columns < 1:
            raise LayerError(
                mark("{vertical} rows and {horizontal} columns are cut off, but the maps are only {rows} × {columns}. "
                     "Cut less."),
                field="cropping", vertical=sum(self.cropping[0]), horizontal=sum(self.cropping[1]),
                rows=rows, columns=columns,
            )  # fmt: skip
        return (left_rows, left_columns, channels)

    def reach(self, inputs: Shapes) -> Reaches:
        (top, _), (left, _) = self.cropping
        return Reach(first=top, last=top), Reach(first=left, last=left)


def margins_text(margins: Margins) -> str:
    """Four widths in as few numbers as say it.

    >>> margins_text(((3, 3), (3, 3))), margins_text(((0, 1), (0, 1)))
    ('3', '0+1, 0+1')
    """
    (top, bottom), (left, right) = margins
    if top == bottom and left == right:
        return str(top) if top == left else f"{top}, {left}"
    return f"{top}+{bottom}, {left}+{right}"
