"""The pooling stage: each window becomes its maximum or its mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.imaging.explanation import ChannelSum, Explanation, Remark
from engine.imaging.padding import resolve
from engine.imaging.pooling import pool
from engine.imaging.stages.sizes import size_formulas
from engine.imaging.stages.stage import Figures, Formula, Image, Shape, Span, Stage, StageError, height_width, plane
from engine.imaging.stages.weighted_window import span_of, window_of
from engine.parameters import Choice, Flag, Option, Pair, parameter
from engine.text import mark


@dataclass(frozen=True, kw_only=True)
class Pooling(Stage):
    """Maximum or mean of windows. Output side: ⌊(n − f)/s⌋ + 1, with padding "same" ⌈n/s⌉, global: 1."""

    KIND: ClassVar[str] = "pooling"
    TITLE: ClassVar[str] = mark("Pooling")
    ICON: ClassVar[str] = "pool"

    method: str = parameter(
        Choice(
            title=mark("Keeps"),
            help=mark("What each window becomes. It has no parameters to learn."),
            default="max",
            options=(
                Option("max", mark("Maximum"), mark("Sharp features and contrast; suits sparse data.")),
                Option("mean", mark("Mean"), mark("Smooths; suits noisy data, outliers matter less.")),
            ),
        )
    )
    is_global: bool = parameter(
        Flag(
            title=mark("Global"),
            help=mark("One window over the whole picture: each map becomes a single number."),
            default=False,
        )
    )
    size: tuple[int, int] = parameter(
        Pair(
            title=mark("Extent"),
            help=mark("Height and width of the window."),
            default=(2, 2),
            minimum=1,
            maximum=64,
            unit="px",
        )
    )
    stride: tuple[int, int] = parameter(
        Pair(
            title=mark("Stride"),
            help=mark("How far the window moves. Smaller than the extent, the windows overlap."),
            default=(2, 2),
            minimum=1,
            maximum=64,
            unit="px",
        )
    )
    padding: str = parameter(
        Choice(
            title=mark("Padding"),
            help=mark("What happens where a window would reach over the edge."),
            default="valid",
            options=(
                Option("valid", mark("Valid"), mark("Only whole windows; a rest at the edge is left out.")),
                Option("same", mark("Same"), mark("Windows at the edge look at the real pixels that they have.")),
            ),
        )
    )

    def title(self) -> Remark:
        if self.is_global:
            return Remark(mark("Global max pool") if self.method == "max" else mark("Global mean pool"))
        return Remark(mark("Max pool") if self.method == "max" else mark("Mean pool"))

    def summary(self) -> Remark:
        if self.is_global:
            return Remark(mark("the whole picture"))
        if self.stride[0] == self.stride[1]:
            return Remark(
                mark("{height}×{width} · stride {stride}"),
                {"height": self.size[0], "width": self.size[1], "stride": self.stride[0]},
            )
        return Remark(
            mark("{height}×{width} · stride {vertical}, {horizontal}"),
            {
                "height": self.size[0], "width": self.size[1],
                "vertical": self.stride[0], "horizontal": self.stride[1],
            },
        )  # fmt: skip

    def idle_settings(self) -> dict[str, str]:
        if not self.is_global:
            return {}
        reason = mark("Global pooling has one window: the whole picture.")
        return {"size": reason, "stride": reason, "padding": reason}

    def window(self, shape: Shape) -> tuple[tuple[int, int], tuple[int, int], str]:
        """Extent, stride and padding on a picture of `shape`; global pooling takes its extent from there."""
        if self.is_global:
            sides = height_width(shape)
            return sides, sides, "valid"
        return self.size, self.stride, self.padding

    def output_shape(self, shape: Shape) -> Shape:
        size, stride, padding = self.window(shape)
        sides = height_width(shape)
        if padding == "same":
            return (-(-sides[0] // stride[0]), -(-sides[1] // stride[1]), *shape[2:])
        if size[0] > sides[0] or size[1] > sides[1]:
            raise StageError(
                mark("The pooling window is {height} × {width} but the picture only {rows} × {columns}. "
                     "Use a smaller extent, or padding “same”."),
                height=size[0], width=size[1], rows=sides[0], columns=sides[1],
            )  # fmt: skip
        return ((sides[0] - size[0]) // stride[0] + 1, (sides[1] - size[1]) // stride[1] + 1, *shape[2:])

    def apply(self, image: Image) -> Image:
        size, stride, padding = self.window(image.shape)
        return pool(image, self.method, size=size, stride=stride, padding=padding)

    def sees(self, shape: Shape, row: int, column: int) -> tuple[Span, Span]:
        size, stride, padding = self.window(shape)
        return span_of(row, column, size, resolve(padding, height_width(shape), size, stride), stride)

    def figures(self, shape: Shape) -> Figures:
        size, stride, padding = self.window(shape)
        sides = height_width(shape)
        margins = resolve(padding, sides, size, stride)
        return Figures(
            sizes=size_formulas(sides, size, margins, stride, (1, 1)),
            parameters=Formula(mark("Parameters"), mark("nothing to learn"), 0),
        )

    def explain(self, image: Image, row: int, column: int, channel: int) -> Explanation:
        size, stride, padding = self.window(image.shape)
        margins = resolve(padding, height_width(image.shape), size, stride)
        window = window_of(plane(image, channel), row, column, kernel=size, margins=margins, stride=stride)
        real = ~window.is_rim
        count = int(real.sum())
        if self.method == "mean":
            weights = real / count
            products = window.values * weights
            value = float(window.values[real].mean())
            remark = Remark(mark("The mean of {count} values."), {"count": f"{count:,}"})
            winner = None
        else:
            candidates = np.where(real, window.values, -np.inf)
            flat = int(np.argmax(candidates))
            winner = (flat // size[1], flat % size[1])
            weights = np.zeros(size)
            weights[winner] = 1.0
            products = np.where(weights > 0, window.values, 0.0)
            value = float(window.values[winner])
            remark = Remark(
                mark("The largest of {count} values wins; the others are dropped."), {"count": f"{count:,}"}
            )
        return Explanation(
            rule="maximum" if self.method == "max" else "mean",
            row=row,
            column=column,
            channel=channel,
            channels=(ChannelSum(channel, "", window, weights, products, value),),
            value=value,
            before_activation=value,
            winner=winner,
            remarks=(remark,),
        )
