"""The median stage: the middle value of every window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.imaging.cards import Card
from engine.imaging.explanation import ChannelSum, Explanation, Remark
from engine.imaging.padding import Margins
from engine.imaging.rank_filters import CARDS, MEDIAN_SIZE, median
from engine.imaging.stages.stage import Image, Shape, Span, Stage, plane
from engine.imaging.stages.weighted_window import span_of, window_of
from engine.parameters import parameter
from engine.text import mark


@dataclass(frozen=True, kw_only=True)
class Median(Stage):
    """Not linear, has no kernel, and removes salt and pepper. Output shape: as the input."""

    KIND: ClassVar[str] = "median"
    TITLE: ClassVar[str] = mark("Median")
    ICON: ClassVar[str] = "median"
    CARD: ClassVar[Card | None] = CARDS["median"]

    size: int = parameter(MEDIAN_SIZE)

    def summary(self) -> Remark:
        return Remark(mark("{size}×{size} · no kernel"), {"size": self.size})

    def output_shape(self, shape: Shape) -> Shape:
        return shape

    def apply(self, image: Image) -> Image:
        return median(image, size=self.size)

    def sees(self, shape: Shape, row: int, column: int) -> tuple[Span, Span]:
        return span_of(row, column, (self.size, self.size), self._margins(), (1, 1))

    def rim(self) -> tuple[str, float]:
        return "replicate", 0.0

    def explain(self, image: Image, row: int, column: int, channel: int) -> Explanation:
        window = window_of(
            plane(image, channel), row, column,
            kernel=(self.size, self.size), margins=self._margins(), stride=(1, 1), border="replicate",
        )  # fmt: skip
        ordered = np.argsort(window.values, axis=None, kind="stable")
        middle = int(ordered[ordered.size // 2])
        winner = (middle // self.size, middle % self.size)
        weights = np.zeros_like(window.values)
        weights[winner] = 1.0
        value = float(window.values[winner])
        return Explanation(
            rule="median",
            row=row,
            column=column,
            channel=channel,
            channels=(ChannelSum(channel, "", window, weights, window.values * weights, value),),
            value=value,
            before_activation=value,
            winner=winner,
            remarks=(
                Remark(
                    mark("Sorted, {place} of {count} is the middle. Wild values never get there."),
                    {"place": ordered.size // 2 + 1, "count": ordered.size},
                ),
            ),
        )

    def _margins(self) -> Margins:
        half = self.size // 2
        return Margins(half, half, half, half)
