"""Transforms that change light, colour, noise and sharpness."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.imaging.explanation import Remark
from engine.network.training.transform import LayerCall, Transform
from engine.parameters import Real, Whole, parameter
from engine.text import mark


@dataclass(frozen=True, kw_only=True)
class Brightness(Transform):
    """Makes pictures lighter or darker."""

    KIND: ClassVar[str] = "brightness"
    TITLE: ClassVar[str] = mark("Brightness")
    HELP: ClassVar[str] = mark("Makes pictures lighter or darker: the lamp does not matter.")

    share: float = parameter(
        Real(title=mark("Amount"), help=mark("How much is added or taken off at most; 1 is from black to white."),
             default=0.15, minimum=0.0, maximum=1.0, step=0.05)
    )  # fmt: skip

    def summary(self) -> Remark:
        return Remark("±{share:.0%}", {"share": self.share})

    def layer(self) -> LayerCall:
        return LayerCall("RandomBrightness", {"factor": self.share, "value_range": [0, 255]})


@dataclass(frozen=True, kw_only=True)
class Contrast(Transform):
    """Spreads values away from their mean, or pulls them towards it."""

    KIND: ClassVar[str] = "contrast"
    TITLE: ClassVar[str] = mark("Contrast")
    HELP: ClassVar[str] = mark("Spreads values away from their mean or pulls them towards it: fog and glare.")

    share: float = parameter(
        Real(title=mark("Amount"), help=mark("How much at most; 0.3 is from 70% to 130%."),
             default=0.2, minimum=0.0, maximum=0.99, step=0.05)
    )  # fmt: skip

    def summary(self) -> Remark:
        return Remark("±{share:.0%}", {"share": self.share})

    def layer(self) -> LayerCall:
        # WORKAROUND(Keras 3.15): one number would only ever add contrast; of two it takes off the first.
        return LayerCall("RandomContrast", {"factor": [self.share, self.share], "value_range": [0, 255]})


@dataclass(frozen=True, kw_only=True)
class Hue(Transform):
    """Turns all colours along the rainbow."""

    KIND: ClassVar[str] = "hue"
    TITLE: ClassVar[str] = mark("Hue")
    HELP: ClassVar[str] = mark("Turns all colours along the rainbow: the colour does not matter. Gray stays gray.")
    needs_colour: ClassVar[bool] = True

    degrees: int = parameter(
        Whole(title=mark("Angle"), help=mark("How far at most; at 120° red becomes green."),
              default=15, minimum=0, maximum=180, unit="°")
    )  # fmt: skip

    def summary(self) -> Remark:
        return Remark("±{degrees}°", {"degrees": self.degrees})

    def layer(self) -> LayerCall:
        return LayerCall("RandomHue", {"factor": self.degrees / 180, "value_range": [0, 255]})


@dataclass(frozen=True, kw_only=True)
class Noise(Transform):
    """Adds Gaussian noise."""

    KIND: ClassVar[str] = "noise"
    TITLE: ClassVar[str] = mark("Noise")
    HELP: ClassVar[str] = mark("Adds Gaussian noise, more to some pictures than to others: dim light.")

    sigma: float = parameter(
        Real(title=mark("Sigma at most"), help=mark("Spread of the noise, in gray levels of 0–255."),
             default=12.0, minimum=0.0, maximum=128.0, step=1.0, decimals=1)
    )  # fmt: skip

    def summary(self) -> Remark:
        return Remark("σ ≤ {sigma:g}", {"sigma": self.sigma})

    def layer(self) -> LayerCall:
        return LayerCall("RandomNoise", {"sigma": self.sigma}, True)


@dataclass(frozen=True, kw_only=True)
class Blur(Transform):
    """Blurs with a Gaussian."""

    KIND: ClassVar[str] = "blur"
    TITLE: ClassVar[str] = mark("Blur")
    HELP: ClassVar[str] = mark("Blurs with a Gaussian, some pictures more than others: out of focus.")

    sigma: float = parameter(
        Real(title=mark("Sigma at most"), help=mark("Spread of the Gaussian."),
             default=1.0, minimum=0.0, maximum=8.0, step=0.1, unit="px")
    )  # fmt: skip

    def summary(self) -> Remark:
        return Remark("σ ≤ {sigma:g} px", {"sigma": self.sigma})

    def layer(self) -> LayerCall:
        return LayerCall("RandomBlur", {"sigma": self.sigma}, True)
