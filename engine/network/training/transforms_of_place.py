"""Transforms that move, turn, cut and cover."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.imaging.explanation import Remark
from engine.network.training.transform import LayerCall, Transform
from engine.parameters import Choice, Option, Real, Whole, parameter
from engine.text import mark

_FILL = Choice(
    title=mark("Rim"),
    help=mark("What comes in from outside, where the picture does not reach."),
    default="nearest",
    options=(
        Option("nearest", mark("Edge pixels"), mark("The pixel at the edge goes on.")),
        Option("reflect", mark("Mirrored"), mark("The picture goes on as in a mirror.")),
        Option("constant", mark("Black"), mark("Black bars.")),
    ),
)
_DIRECTION = Choice(
    title=mark("Direction"),
    help=mark("Which sides are swapped."),
    default="horizontal",
    options=(
        Option("horizontal", mark("Left and right")),
        Option("vertical", mark("Up and down")),
        Option("horizontal_and_vertical", mark("Both")),
    ),
)


@dataclass(frozen=True, kw_only=True)
class Flip(Transform):
    """Mirrors half of the pictures."""

    KIND: ClassVar[str] = "flip"
    TITLE: ClassVar[str] = mark("Flip")
    HELP: ClassVar[str] = mark("Mirrors half of the pictures: left and right do not matter.")

    direction: str = parameter(_DIRECTION)

    def summary(self) -> Remark:
        return Remark(_DIRECTION.option(self.direction).title)

    def layer(self) -> LayerCall:
        return LayerCall("RandomFlip", {"mode": self.direction})


@dataclass(frozen=True, kw_only=True)
class Rotate(Transform):
    """Turns pictures about their middle."""

    KIND: ClassVar[str] = "rotate"
    TITLE: ClassVar[str] = mark("Rotate")
    HELP: ClassVar[str] = mark("Turns pictures about their middle: nobody holds a camera quite straight.")

    degrees: int = parameter(
        Whole(title=mark("Angle"), help=mark("How far at most, to either side."),
              default=15, minimum=0, maximum=180, unit="°")
    )  # fmt: skip
    fill: str = parameter(_FILL)

    def summary(self) -> Remark:
        return Remark("±{degrees}°", {"degrees": self.degrees})

    def layer(self) -> LayerCall:
        return LayerCall("RandomRotation", {"factor": self.degrees / 360, "fill_mode": self.fill})


@dataclass(frozen=True, kw_only=True)
class Shift(Transform):
    """Moves pictures."""

    KIND: ClassVar[str] = "shift"
    TITLE: ClassVar[str] = mark("Shift")
    HELP: ClassVar[str] = mark("Moves pictures up, down and sideways: the place does not matter.")

    vertical: float = parameter(
        Real(title=mark("Up and down"), help=mark("How far at most, as a share of the height."),
             default=0.1, minimum=0.0, maximum=1.0, step=0.05)
    )  # fmt: skip
    horizontal: float = parameter(
        Real(title=mark("Sideways"), help=mark("How far at most, as a share of the width."),
             default=0.1, minimum=0.0, maximum=1.0, step=0.05)
    )  # fmt: skip
    fill: str = parameter(_FILL)

    def summary(self) -> Remark:
        return Remark("↕ {vertical:.0%} ↔ {horizontal:.0%}", {"vertical": self.vertical, "horizontal": self.horizontal})

    def layer(self) -> LayerCall:
        settings = {"height_factor": self.vertical, "width_factor": self.horizontal, "fill_mode": self.fill}
        return LayerCall("RandomTranslation", settings)


@dataclass(frozen=True, kw_only=True)
class Zoom(Transform):
    """Enlarges or shrinks pictures about their middle."""

    KIND: ClassVar[str] = "zoom"
    TITLE: ClassVar[str] = mark("Zoom")
    HELP: ClassVar[str] = mark("Enlarges and shrinks pictures about their middle: near or far does not matter.")

    share: float = parameter(
        Real(title=mark("Amount"), help=mark("How much at most; 0.2 is from 80% to 120% of the window looked through."),
             default=0.2, minimum=0.0, maximum=0.9, step=0.05)
    )  # fmt: skip
    fill: str = parameter(_FILL)

    def summary(self) -> Remark:
        return Remark("±{share:.0%}", {"share": self.share})

    def layer(self) -> LayerCall:
        return LayerCall("RandomZoom", {"height_factor": self.share, "fill_mode": self.fill})


@dataclass(frozen=True, kw_only=True)
class Crop(Transform):
    """A piece at a random place, enlarged to the full size."""

    KIND: ClassVar[str] = "crop"
    TITLE: ClassVar[str] = mark("Crop")
    HELP: ClassVar[str] = mark("A piece at a random place, enlarged: things need not be in the middle.")

    smallest: float = parameter(
        Real(title=mark("Smallest"), help=mark("How much of each side is left at least."),
             default=0.8, minimum=0.1, maximum=1.0, step=0.05)
    )  # fmt: skip

    def summary(self) -> Remark:
        return Remark(mark("{least:.0%} of each side or more"), {"least": self.smallest})

    def layer(self) -> LayerCall:
        return LayerCall("RandomPiece", {"smallest": self.smallest, "largest": 1.0, "fill_mode": "nearest"}, True)


@dataclass(frozen=True, kw_only=True)
class Pad(Transform):
    """A rim, so that the picture lies smaller at a random place."""

    KIND: ClassVar[str] = "pad"
    TITLE: ClassVar[str] = mark("Pad")
    HELP: ClassVar[str] = mark("The picture lies smaller, at a random place, in a rim: things may be far away.")

    share: float = parameter(
        Real(title=mark("Rim at most"), help=mark("How much wider the rim makes the picture, as a share of its side."),
             default=0.3, minimum=0.0, maximum=2.0, step=0.05)
    )  # fmt: skip
    fill: str = parameter(_FILL)

    def summary(self) -> Remark:
        return Remark(mark("up to {share:.0%} wider"), {"share": self.share})

    def layer(self) -> LayerCall:
        return LayerCall("RandomPiece", {"smallest": 1.0, "largest": 1.0 + self.share, "fill_mode": self.fill}, True)


@dataclass(frozen=True, kw_only=True)
class CutOut(Transform):
    """Covers a rectangle at a random place."""

    KIND: ClassVar[str] = "cut out"
    TITLE: ClassVar[str] = mark("Cut out")
    HELP: ClassVar[str] = mark("Covers a rectangle at a random place: no single detail may be all that counts.")

    share: float = parameter(
        Real(title=mark("Largest"), help=mark("Share of the picture that is covered at most."),
             default=0.15, minimum=0.0, maximum=1.0, step=0.05)
    )  # fmt: skip
    probability: float = parameter(
        Real(title=mark("Chance"), help=mark("Share of the pictures it happens to."),
             default=0.5, minimum=0.0, maximum=1.0, step=0.05)
    )  # fmt: skip

    def summary(self) -> Remark:
        return Remark(mark("up to {share:.0%} of the picture"), {"share": self.share})

    def layer(self) -> LayerCall:
        chance, least = self.probability, min(0.02, self.share)
        # WORKAROUND(Keras 3.15): one number as factor would be the largest chance, not the chance.
        settings = {"factor": [chance, chance], "scale": [least, self.share], "fill_value": 128.0}
        return LayerCall("RandomErasing", settings | {"value_range": [0, 255]})
