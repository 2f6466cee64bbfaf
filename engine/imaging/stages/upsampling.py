"""The upsampling stage: larger without learning, to hold beside the transposed convolution."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.imaging.checks import to_float32
from engine.imaging.explanation import ChannelSum, Explanation, Remark, Window
from engine.imaging.stages.stage import Figures, Formula, Image, Shape, Span, Stage, StageError, height_width, plane
from engine.imaging.stages.transposed import LARGEST_SIDE
from engine.opencv import cv2
from engine.parameters import Choice, Option, Pair, parameter
from engine.text import mark


@dataclass(frozen=True, kw_only=True)
class Upsampling(Stage):
    """Nearest neighbour or bilinear, with half-pixel centres as in Keras. Output side: n · factor."""

    KIND: ClassVar[str] = "upsampling"
    TITLE: ClassVar[str] = mark("Upsampling")
    ICON: ClassVar[str] = "zoom-in"

    method: str = parameter(
        Choice(
            title=mark("Method"),
            help=mark("How the values between the pixels are made."),
            default="nearest",
            options=(
                Option("nearest", mark("Nearest"), mark("Each pixel is repeated.")),
                Option("bilinear", mark("Bilinear"), mark("Each value mixes its four nearest pixels by distance.")),
            ),
        )
    )
    factor: tuple[int, int] = parameter(
        Pair(
            title=mark("Factor"),
            help=mark("How many times higher and wider the picture becomes."),
            default=(2, 2),
            minimum=1,
            maximum=8,
        )
    )

    def title(self) -> Remark:
        return Remark(mark("Nearest upsampling") if self.method == "nearest" else mark("Bilinear upsampling"))

    def summary(self) -> Remark:
        return Remark(
            mark("{vertical} × {horizontal} times"), {"vertical": self.factor[0], "horizontal": self.factor[1]}
        )

    def output_shape(self, shape: Shape) -> Shape:
        sides = [side * factor for side, factor in zip(height_width(shape), self.factor, strict=True)]
        if max(sides) > LARGEST_SIDE:
            raise StageError(
                mark("The result would be {side} pixels long; at most {limit} are drawn. Use a smaller factor."),
                side=max(sides), limit=LARGEST_SIDE,
            )  # fmt: skip
        return (*sides, *shape[2:])

    def apply(self, image: Image) -> Image:
        values = to_float32(np.ascontiguousarray(image))
        # The exact one repeats every pixel as often as any other; the plain one may miss by one at some factors.
        how = cv2.INTER_NEAREST_EXACT if self.method == "nearest" else cv2.INTER_LINEAR
        height, width = height_width(self.output_shape(image.shape))
        planes = values.reshape(*values.shape[:2], -1)
        # OpenCV resizes at most four channels in one go.
        resized = [
            cv2.resize(planes[..., first : first + 4], (width, height), interpolation=how).reshape(height, width, -1)
            for first in range(0, planes.shape[2], 4)
        ]
        together = resized[0] if len(resized) == 1 else np.concatenate(resized, axis=2)
        return together.reshape(height, width, *image.shape[2:])

    def sees(self, shape: Shape, row: int, column: int) -> tuple[Span, Span]:
        rows, columns = self._taps(row, 0)[0], self._taps(column, 1)[0]
        return (rows[0], rows[-1]), (columns[0], columns[-1])

    def figures(self, shape: Shape) -> Figures:
        return Figures(
            sizes=tuple(
                Formula(title, f"{side}·{factor}", side * factor)
                for title, side, factor in zip(
                    (mark("Height"), mark("Width")), height_width(shape), self.factor, strict=True
                )
            ),
            parameters=Formula(mark("Parameters"), mark("nothing to learn"), 0),
        )

    def explain(self, image: Image, row: int, column: int, channel: int) -> Explanation:
        source = plane(image, channel)
        rows, row_shares = self._taps(row, 0)
        columns, column_shares = self._taps(column, 1)
        inside_rows = np.clip(rows, 0, source.shape[0] - 1)
        inside_columns = np.clip(columns, 0, source.shape[1] - 1)
        values = source[np.ix_(inside_rows, inside_columns)].astype(np.float64)
        weights = np.outer(row_shares, column_shares)
        products = values * weights
        is_rim = (inside_rows != rows)[:, None] | (inside_columns != columns)[None, :]
        total = float(products.sum())
        remark = (
            Remark(mark("The nearest pixel is repeated."))
            if self.method == "nearest"
            else Remark(mark("The nearer a pixel, the larger its share; the shares sum to 1."))
        )
        return Explanation(
            rule="sum",
            row=row,
            column=column,
            channel=channel,
            channels=(ChannelSum(channel, "", Window(rows, columns, values, is_rim), weights, products, total),),
            value=total,
            before_activation=total,
            remarks=(remark,),
        )

    def _taps(self, position: int, axis: int) -> tuple[tuple[int, ...], tuple[float, ...]]:
        """Which input positions a value mixes along one axis, and the share of each."""
        factor = self.factor[axis]
        if self.method == "nearest":
            return (position // factor,), (1.0,)
        place = (position + 0.5) / factor - 0.5
        first = int(np.floor(place))
        share = place - first
        return ((first,), (1.0,)) if share == 0 else ((first, first + 1), (1.0 - share, share))
