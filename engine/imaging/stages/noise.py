"""The noise stage: disturbs the picture on purpose, the same way each time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.imaging.explanation import Explanation, Remark
from engine.imaging.noise import AMOUNT, NOISES, SEED, SIGMA, SPECKLE, add_noise
from engine.imaging.stages.pointwise import pointwise
from engine.imaging.stages.stage import Image, Shape, Stage, plane
from engine.parameters import parameter
from engine.text import mark


@dataclass(frozen=True, kw_only=True)
class Noise(Stage):
    """Salt and pepper, Gaussian or speckle, drawn from a seed. Output shape: as the input."""

    KIND: ClassVar[str] = "noise"
    TITLE: ClassVar[str] = mark("Noise")
    ICON: ClassVar[str] = "noise"

    method: str = parameter(NOISES)
    amount: float = parameter(AMOUNT)
    sigma: float = parameter(SIGMA)
    strength: float = parameter(SPECKLE)
    seed: int = parameter(SEED)

    def title(self) -> Remark:
        return Remark(NOISES.option(self.method).title)

    def summary(self) -> Remark:
        if self.method == "salt_and_pepper":
            return Remark(mark("{share:.1f}% of the pixels"), {"share": 100 * self.amount})
        if self.method == "gaussian":
            return Remark(mark("sigma {sigma:g}"), {"sigma": self.sigma})
        return Remark(mark("strength {strength:g}"), {"strength": self.strength})

    def idle_settings(self) -> dict[str, str]:
        used = {"salt_and_pepper": "amount", "gaussian": "sigma", "speckle": "strength"}[self.method]
        reasons = {
            "amount": mark("Only salt and pepper hit a share of the pixels."),
            "sigma": mark("Only Gaussian noise has a sigma."),
            "strength": mark("Only speckle has a strength."),
        }
        return {name: reason for name, reason in reasons.items() if name != used}

    def output_shape(self, shape: Shape) -> Shape:
        return shape

    def apply(self, image: Image) -> Image:
        return add_noise(
            image, self.method, amount=self.amount, sigma=self.sigma, strength=self.strength, seed=self.seed
        )

    def explain(self, image: Image, row: int, column: int, channel: int) -> Explanation:
        before = float(plane(image, channel)[row, column])
        after = float(plane(self.apply(image), channel)[row, column])
        remark = (
            Remark(mark("The noise missed this value."))
            if after == before
            else Remark(mark("The noise moved it by {change:+g}."), {"change": round(after - before, 3)})
        )
        return pointwise(row, column, channel, before, after, remark)
