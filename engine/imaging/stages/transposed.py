"""The transposed convolution stage: every value stamps the kernel onto a larger picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Self

import numpy as np

from engine.imaging.convolution import transposed
from engine.imaging.explanation import ChannelSum, Explanation, Remark, Window
from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.stages.stage import (
    Figures,
    Formula,
    Image,
    Shape,
    Span,
    Stage,
    StageError,
    as_values,
    channel_count,
    height_width,
    plane,
)
from engine.parameters import Pair, parameter
from engine.text import mark

LARGEST_SIDE = 16384


@dataclass(frozen=True, kw_only=True)
class Transposed(Stage):
    """Upsampling by stamps. Output side: (n − 1)·s − 2p + d(f − 1) + 1 + output padding."""

    KIND: ClassVar[str] = "transposed"
    TITLE: ClassVar[str] = mark("Transposed convolution")
    ICON: ClassVar[str] = "transpose"

    kernel: KernelChoice = KernelChoice("box")
    stride: tuple[int, int] = parameter(
        Pair(
            title=mark("Stride"),
            help=mark("Distance between the stamps. Unless it divides the kernel's side, a checkerboard shows."),
            default=(2, 2),
            minimum=1,
            maximum=8,
            unit="px",
        )
    )
    padding: tuple[int, int] = parameter(
        Pair(
            title=mark("Padding"),
            help=mark("Rows and columns cut off the result on every side."),
            default=(0, 0),
            minimum=0,
            maximum=32,
            unit="px",
        )
    )
    dilation: tuple[int, int] = parameter(
        Pair(
            title=mark("Dilation"),
            help=mark("Distance between the taps of the stamp."),
            default=(1, 1),
            minimum=1,
            maximum=8,
            unit="px",
        )
    )
    output_padding: tuple[int, int] = parameter(
        Pair(
            title=mark("Output padding"),
            help=mark("Extra rows below and columns on the right; less than the stride."),
            default=(0, 0),
            minimum=0,
            maximum=7,
            unit="px",
        )
    )

    def title(self) -> Remark:
        return Remark(mark("Transposed {kernel}"), {"kernel": self.kernel.title()})

    def summary(self) -> Remark:
        height, width = self.kernel_size
        return Remark(
            mark("{height}×{width} · stride {stride}"), {"height": height, "width": width, "stride": self.stride[0]}
        )

    @property
    def kernel_size(self) -> tuple[int, int]:
        """Height and width of the stamp."""
        height, width = self.kernel.weights().shape
        return height, width

    def output_shape(self, shape: Shape) -> Shape:
        sides = []
        for axis in (0, 1):
            if self.output_padding[axis] >= max(self.stride[axis], self.dilation[axis]):
                raise StageError(
                    mark("The output padding is {value}, but must be less than the stride or the dilation ({limit})."),
                    value=self.output_padding[axis], limit=max(self.stride[axis], self.dilation[axis]),
                )  # fmt: skip
            side = self._formula(shape, axis).result
            if side < 1:
                raise StageError(
                    mark("The padding of {padding} cuts away the whole result. Use less padding."),
                    padding=self.padding[axis],
                )
            if side > LARGEST_SIDE:
                raise StageError(
                    mark("The result would be {side} pixels long; at most {limit} are drawn. Use a smaller stride."),
                    side=side, limit=LARGEST_SIDE,
                )  # fmt: skip
            sides.append(side)
        return (*sides, *shape[2:])

    def apply(self, image: Image) -> Image:
        return transposed(
            image,
            self.kernel.weights(),
            padding=self.padding,
            stride=self.stride,
            dilation=self.dilation,
            output_padding=self.output_padding,
        )

    def figures(self, shape: Shape) -> Figures:
        height, width = self.kernel_size
        values = height_width(shape)[0] * height_width(shape)[1] * channel_count(shape)
        return Figures(
            sizes=(self._formula(shape, 0), self._formula(shape, 1)),
            parameters=Formula(mark("Parameters"), f"{height}·{width}", height * width),
            multiply_adds=values * height * width,
        )

    def sees(self, shape: Shape, row: int, column: int) -> tuple[Span, Span]:
        sides = height_width(shape)
        return self._stamps_over(row, 0, sides[0]), self._stamps_over(column, 1, sides[1])

    def explain(self, image: Image, row: int, column: int, channel: int) -> Explanation:
        source = plane(image, channel)
        rows, row_taps = self._contributors(row, 0, source.shape[0])
        columns, column_taps = self._contributors(column, 1, source.shape[1])
        values = as_values(source[np.ix_(rows, columns)])
        weights = as_values(self.kernel.weights()[np.ix_(row_taps, column_taps)])
        products = values * weights
        total = float(products.sum())
        window = Window(tuple(rows), tuple(columns), values, np.zeros(values.shape, dtype=bool))
        return Explanation(
            rule="sum",
            row=row,
            column=column,
            channel=channel,
            channels=(ChannelSum(channel, "", window, weights, products, total),),
            value=total,
            before_activation=total,
            remarks=(_overlap(values.size),),
        )

    def _formula(self, shape: Shape, axis: int) -> Formula:
        side, kernel = height_width(shape)[axis], self.kernel_size[axis]
        stride, padding = self.stride[axis], self.padding[axis]
        dilation, extra = self.dilation[axis], self.output_padding[axis]
        return Formula(
            (mark("Height"), mark("Width"))[axis],
            f"({side} − 1)·{stride} − 2·{padding} + {dilation}·({kernel} − 1) + 1 + {extra}",
            (side - 1) * stride - 2 * padding + dilation * (kernel - 1) + 1 + extra,
        )

    def _stamps_over(self, position: int, axis: int, side: int) -> Span:
        there = position + self.padding[axis]
        reach = self.dilation[axis] * (self.kernel_size[axis] - 1)
        first, last = -((reach - there) // self.stride[axis]), there // self.stride[axis]
        # Nothing is stamped from beyond the edge: there is no rim.
        return min(max(first, 0), side - 1), min(max(last, 0), side - 1)

    def _contributors(self, position: int, axis: int, side: int) -> tuple[list[int], list[int]]:
        """Which input positions stamp onto `position`, and with which tap of the kernel each does."""
        indices, taps = [], []
        for tap in reversed(range(self.kernel_size[axis])):
            offset = position + self.padding[axis] - tap * self.dilation[axis]
            if offset % self.stride[axis] == 0 and 0 <= offset // self.stride[axis] < side:
                indices.append(offset // self.stride[axis])
                taps.append(tap)
        return indices, taps

    def to_json(self) -> dict[str, Any]:
        return {**super().to_json(), "kernel": self.kernel.to_json()}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        read = dict(data)
        if "kernel" in read:
            read["kernel"] = KernelChoice.from_json(read["kernel"])
        return super().from_json(read)


def _overlap(count: int) -> Remark:
    if count == 0:
        return Remark(mark("No stamp reaches this place, so it stays 0."))
    if count == 1:
        return Remark(mark("A single stamp reaches this place."))
    return Remark(mark("{count} stamps overlap here."), {"count": count})
