"""The built-in pictures: photographs that come inside scikit-image, computed patterns, and two that move."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from engine.errors import UserError
from engine.packages import package_folder
from engine.sources.patterns import PATTERNS, bars
from engine.sources.pictures.decode import decode_picture, read_bytes
from engine.sources.source import OnFrame, OnStatus, Source, SourceStatus
from engine.sources.specs import MovingSampleSpec, SampleSpec
from engine.text import mark

PHOTOGRAPHS, STILL_PATTERNS, MOVING = "photographs", "patterns", "moving"

GROUPS = {
    PHOTOGRAPHS: mark("Photographs"),
    STILL_PATTERNS: mark("Patterns"),
    MOVING: mark("Moving"),
}


@dataclass(frozen=True)
class Sample:
    """A built-in picture: the name it is stored by, what to call it, and its group, a key of `GROUPS`."""

    name: str
    title: str
    group: str


# name, file inside scikit-image, title
_PHOTOGRAPHS = (
    ("coffee", "coffee.png", mark("Coffee cup")),
    ("camera", "camera.png", mark("Photographer")),
    ("astronaut", "astronaut.png", mark("Astronaut")),
    ("chelsea", "chelsea.png", mark("Cat")),
    ("rocket", "rocket.jpg", mark("Rocket")),
    ("motorcycle", "motorcycle_left.png", mark("Motorcycle")),
    ("coins", "coins.png", mark("Coins")),
    ("clock", "clock_motion.png", mark("Blurred clock")),
    ("page", "page.png", mark("Printed page")),
    ("text", "text.png", mark("Handwriting")),
    ("brick", "brick.png", mark("Brick wall")),
    ("grass", "grass.png", mark("Grass")),
    ("gravel", "gravel.png", mark("Gravel")),
    ("horse", "horse.png", mark("Silhouette of a horse")),
    ("color", "color.png", mark("Colour wheel")),
    ("moon", "moon.png", mark("Moon")),
    ("hubble", "hubble_deep_field.jpg", mark("Deep space")),
    ("retina", "retina.jpg", mark("Retina")),
    ("ihc", "ihc.png", mark("Stained tissue")),
    ("cell", "cell.png", mark("Cell")),
    ("phantom", "phantom.png", mark("Tomography phantom")),
)

_PATTERN_TITLES = {
    "step edge": mark("Step edge"),
    "bars": mark("Bars at an angle"),
    "chessboard": mark("Chessboard"),
    "gradient": mark("Gradient"),
    "impulse": mark("Impulse"),
    "noise": mark("Noise"),
    "zone plate": mark("Zone plate"),
    "5×5 numbers": mark("5 × 5 numbers"),
    "5×5×3 numbers": mark("5 × 5 × 3 numbers"),
}

_MOVING = (
    Sample("pan", mark("Moving photograph"), MOVING),
    Sample("shapes", mark("Moving shapes"), MOVING),
)


@cache
def samples() -> tuple[Sample, ...]:
    """Every built-in picture that is there, photographs first."""
    folder = _folder()
    photographs = tuple(
        Sample(name, title, PHOTOGRAPHS) for name, file, title in _PHOTOGRAPHS if folder and (folder / file).is_file()
    )
    patterns = tuple(Sample(name, title, STILL_PATTERNS) for name, title in _PATTERN_TITLES.items())
    return photographs + patterns + _MOVING


def sample_names(group: str | None = None) -> tuple[str, ...]:
    """The names of all samples, or of one group.

    >>> sample_names("moving")
    ('pan', 'shapes')
    """
    return tuple(each.name for each in samples() if group in (None, each.group))


def sample_spec(name: str) -> SampleSpec | MovingSampleSpec:
    """What to open for the sample of that name, still or moving."""
    return MovingSampleSpec(name) if any(each.name == name for each in _MOVING) else SampleSpec(name)


def sample_title(name: str) -> str:
    """What to call the sample on screen.

    >>> sample_title("coffee")
    'Coffee cup'
    """
    return next((each.title for each in samples() if each.name == name), name)


def sample_image(name: str, *, angle: float = 30.0) -> np.ndarray:
    """The built-in still picture of that name, as (H, W) or (H, W, 3) uint8; `angle` is for the bars.

    >>> sample_image("coffee").shape
    (400, 600, 3)
    """
    if name == "bars":
        return bars(angle)
    if name in PATTERNS:
        return PATTERNS[name]()
    file = next((file for each, file, _ in _PHOTOGRAPHS if each == name), None)
    folder = _folder()
    if file is None or folder is None or not (folder / file).is_file():
        raise UserError(
            mark("There is no built-in picture called “{name}”. Choose one from the list of samples."), name=name[:80]
        )
    return decode_picture(read_bytes(folder / file), name=file).image


class SampleSource(Source):
    """A built-in still picture, there at once: the largest takes 20 ms, most of them under 8."""

    def __init__(self, spec: SampleSpec, *, on_frame: OnFrame, on_status: OnStatus) -> None:
        super().__init__(spec, title=sample_title(spec.name), on_frame=on_frame, on_status=on_status)
        self._publish(sample_image(spec.name, angle=spec.angle))
        self._tell(SourceStatus("paused", length=1))


def _folder() -> Path | None:
    """Where scikit-image keeps its pictures."""
    folder = package_folder("skimage")
    return folder / "data" if folder else None
