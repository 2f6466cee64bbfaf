"""The Canny stage: a chain of steps, any of which can be shown as the result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.imaging.canny import CARD, HIGH, LOW, SIGMA, SIZE, STEPS, CannyChain, canny_chain
from engine.imaging.cards import Card
from engine.imaging.explanation import Explanation, Remark
from engine.imaging.padding import Margins
from engine.imaging.stages.pointwise import pointwise
from engine.imaging.stages.stage import Image, Shape, Span, Stage, StageError, channel_count
from engine.imaging.stages.weighted_window import channel_sum, span_of, window_of
from engine.opencv import cv2
from engine.parameters import Choice, parameter
from engine.text import mark

_SOBEL_ACROSS = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], dtype=np.float64)
# How far beyond the Gaussian a step looks: the gradient one pixel, the ridges one more.
_REACH = {"smoothed": 0, "gradient_x": 1, "gradient_y": 1, "magnitude": 1, "direction": 1}


@dataclass(frozen=True, kw_only=True)
class Canny(Stage):
    """Gaussian → gradient → thinning → two thresholds → connected edges. Output shape: (H, W)."""

    KIND: ClassVar[str] = "canny"
    TITLE: ClassVar[str] = mark("Canny")
    ICON: ClassVar[str] = "canny"
    CARD: ClassVar[Card | None] = CARD

    step: str = parameter(
        Choice(
            title=mark("Shows"),
            help=mark("Which step of the chain is the result. Walk through them to see how the edges arise."),
            default="edges",
            options=STEPS,
        )
    )
    size: int = parameter(SIZE)
    sigma: float = parameter(SIGMA)
    low: float = parameter(LOW)
    high: float = parameter(HIGH)

    def title(self) -> Remark:
        if self.step == "edges":
            return Remark(self.TITLE)
        return Remark(mark("Canny: {step}"), {"step": self._step_title})

    def summary(self) -> Remark:
        return Remark(
            mark("{size}×{size} · {low:g} and {high:g}"),
            {"size": self.size, "low": self.low, "high": self.high},
        )

    @property
    def _step_title(self) -> str:
        return next(each.title for each in STEPS if each.value == self.step)

    def output_shape(self, shape: Shape) -> Shape:
        if channel_count(shape) not in (1, 3):
            raise StageError(
                mark("Canny works on a picture, but its input is a stack of {count} maps."), count=channel_count(shape)
            )
        return shape[:2]

    def chain(self, image: Image) -> CannyChain:
        """Every step of the chain for `image`."""
        return canny_chain(image, size=self.size, sigma=self.sigma, low=self.low, high=self.high)

    def apply(self, image: Image) -> Image:
        result: Image = getattr(self.chain(image), self.step)
        return result.copy() if np.shares_memory(result, image) else result

    def sees(self, shape: Shape, row: int, column: int) -> tuple[Span, Span]:
        half = self.size // 2 + _REACH.get(self.step, 2)
        return span_of(row, column, (2 * half + 1, 2 * half + 1), Margins(half, half, half, half), (1, 1))

    def rim(self) -> tuple[str, float]:
        # The blur mirrors; only the slopes after it, one pixel wide, repeat the edge.
        return "mirror", 0.0

    def explain(self, image: Image, row: int, column: int, channel: int) -> Explanation:
        chain = self.chain(image)
        value = float(getattr(chain, self.step)[row, column])
        if self.step == "smoothed" and self.size > 1:
            row_weights = cv2.getGaussianKernel(self.size, self.sigma)
            return _weighted(chain.gray, row_weights @ row_weights.T, "mirror", row, column, value)
        if self.step == "gradient_x":
            return _weighted(chain.smoothed, _SOBEL_ACROSS, "replicate", row, column, value)
        if self.step == "gradient_y":
            return _weighted(chain.smoothed, _SOBEL_ACROSS.T, "replicate", row, column, value)
        return pointwise(row, column, channel, float(chain.gray[row, column]), value, _way(chain, row, column))


def _weighted(
    plane: Image, weights: NDArray[np.float64], border: str, row: int, column: int, value: float
) -> Explanation:
    half = weights.shape[0] // 2
    window = window_of(
        plane, row, column,
        kernel=(weights.shape[0], weights.shape[1]), margins=Margins(half, half, half, half),
        stride=(1, 1), border=border,
    )  # fmt: skip
    total = channel_sum(0, "", window, weights)
    return Explanation(
        rule="sum", row=row, column=column, channel=0, channels=(total,), value=value, before_activation=total.total
    )


def _way(chain: CannyChain, row: int, column: int) -> Remark:
    """The numbers of one pixel on its way through the chain."""
    verdicts = (mark("dropped"), mark("possible"), mark("certain"))
    return Remark(
        mark("Slope across {across:.1f}, down {down:.1f}: strength {strength:.1f} at {direction:.0f}°. "
             "After thinning {thin:.1f}; by the thresholds {verdict}."),
        {
            "across": float(chain.gradient_x[row, column]), "down": float(chain.gradient_y[row, column]),
            "strength": float(chain.magnitude[row, column]), "direction": float(chain.direction[row, column]),
            "thin": float(chain.thin[row, column]), "verdict": verdicts[int(chain.certainty[row, column])],
        },
    )  # fmt: skip
