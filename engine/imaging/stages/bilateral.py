"""The bilateral stage: a mean in which only neighbours of similar colour count."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np

from engine.imaging.cards import Card
from engine.imaging.colour import peak_of
from engine.imaging.explanation import ChannelSum, Explanation, Remark, Values
from engine.imaging.padding import Margins
from engine.imaging.rank_filters import CARDS, DIAMETER, SIGMA_COLOUR, SIGMA_SPACE, bilateral, finite_range
from engine.imaging.stages.stage import Image, Shape, Span, Stage, channel_count, plane
from engine.imaging.stages.weighted_window import span_of, window_of
from engine.parameters import parameter
from engine.text import mark


@dataclass(frozen=True, kw_only=True)
class Bilateral(Stage):
    """Smooths and keeps edges; its weights differ from pixel to pixel. Output shape: as the input."""

    KIND: ClassVar[str] = "bilateral"
    TITLE: ClassVar[str] = mark("Bilateral")
    ICON: ClassVar[str] = "filter"
    CARD: ClassVar[Card | None] = CARDS["bilateral"]

    diameter: int = parameter(DIAMETER)
    sigma_colour: float = parameter(SIGMA_COLOUR)
    sigma_space: float = parameter(SIGMA_SPACE)

    def summary(self) -> Remark:
        return Remark(mark("{size}×{size} · no kernel"), {"size": self.diameter})

    def output_shape(self, shape: Shape) -> Shape:
        return shape

    def apply(self, image: Image) -> Image:
        return bilateral(image, diameter=self.diameter, sigma_colour=self.sigma_colour, sigma_space=self.sigma_space)

    def sees(self, shape: Shape, row: int, column: int) -> tuple[Span, Span]:
        return span_of(row, column, (self.diameter, self.diameter), self._margins(), (1, 1))

    def rim(self) -> tuple[str, float]:
        return "mirror", 0.0

    def explain(self, image: Image, row: int, column: int, channel: int) -> Explanation:
        # A colour picture is compared as a colour: the differences of its channels add up.
        compared = range(channel_count(image.shape)) if channel_count(image.shape) == 3 else [channel]
        windows = {
            each: window_of(
                plane(image, each), row, column,
                kernel=(self.diameter, self.diameter), margins=self._margins(), stride=(1, 1), border="mirror",
            )
            for each in compared
        }  # fmt: skip
        remarks = [Remark(mark("The weights are made anew for every pixel: near and of similar colour counts."))]
        if not all(np.isfinite(window.values).all() for window in windows.values()):
            low, high = finite_range(image)
            windows = {
                each: replace(window, values=np.nan_to_num(window.values, nan=0.0, posinf=high, neginf=low))
                for each, window in windows.items()
            }
            remarks.append(Remark(mark("What is no number counts as 0 here, and infinity as the largest number.")))
        half = self.diameter // 2
        difference = sum(np.abs(window.values - window.values[half, half]) for window in windows.values())
        weights = self._nearness() * np.exp(-0.5 * (difference / (self.sigma_colour * peak_of(image) / 255)) ** 2)
        window = windows[channel]
        products = window.values * weights
        mean = float(products.sum() / weights.sum())
        value = float(np.rint(mean)) if image.dtype.kind == "u" else mean
        return Explanation(
            rule="ratio",
            row=row,
            column=column,
            channel=channel,
            channels=(ChannelSum(channel, "", window, weights, products, float(products.sum())),),
            value=value,
            before_activation=mean,
            remarks=tuple(remarks),
        )

    def _nearness(self) -> Values:
        """The weights of space alone: round, falling off from the centre."""
        half = self.diameter // 2
        steps = np.arange(-half, half + 1)
        squares = steps[:, None] ** 2 + steps[None, :] ** 2
        return np.where(squares <= half**2, np.exp(-0.5 * squares / self.sigma_space**2), 0.0)

    def _margins(self) -> Margins:
        half = self.diameter // 2
        return Margins(half, half, half, half)
