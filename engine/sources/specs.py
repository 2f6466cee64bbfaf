"""What a source is, as plain data that sessions, lessons and the command line keep and pass on."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from engine.sources.addresses import SpecError, checked_address
from engine.text import mark

MOST_TEXT = 4000


@dataclass(frozen=True)
class SampleSpec:
    """A built-in still picture; `angle` turns the pattern of bars and does nothing to the others."""

    name: str
    angle: float = 30.0

    def __post_init__(self) -> None:
        _check_text("name", self.name)
        _check_number("angle", self.angle, -360, 360)


@dataclass(frozen=True)
class MovingSampleSpec:
    """A built-in moving picture that plays the camera."""

    name: str
    frames_per_second: float = 60.0

    def __post_init__(self) -> None:
        _check_text("name", self.name)
        _check_number("frames_per_second", self.frames_per_second, 1, 1000)


@dataclass(frozen=True)
class PictureSpec:
    """A picture file."""

    path: Path

    def __post_init__(self) -> None:
        object.__setattr__(self, "path", _checked_path(self.path))


@dataclass(frozen=True)
class FolderSpec:
    """A folder of pictures and the place in it, counted from 0."""

    path: Path
    position: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "path", _checked_path(self.path))
        _check_whole("position", self.position, 0, 10_000_000)


@dataclass(frozen=True)
class VideoSpec:
    """A video file and the second at which it stands."""

    path: Path
    position: float = 0.0
    is_looping: bool = True
    is_playing: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "path", _checked_path(self.path))
        _check_number("position", self.position, 0, 1_000_000)
        _check_flag("is_looping", self.is_looping)
        _check_flag("is_playing", self.is_playing)


@dataclass(frozen=True)
class CameraSpec:
    """A camera by OpenCV's index. `device` stands in for the index: a device path, a video file or an address."""

    index: int = 0
    name: str = ""
    width: int = 1280
    height: int = 720
    is_mirrored: bool = True
    device: str = ""

    def __post_init__(self) -> None:
        _check_whole("index", self.index, 0, 100_000)
        _check_text("name", self.name, may_be_empty=True)
        _check_whole("width", self.width, 16, 8192)
        _check_whole("height", self.height, 16, 8192)
        _check_flag("is_mirrored", self.is_mirrored)
        _check_text("device", self.device, may_be_empty=True)


@dataclass(frozen=True)
class StreamSpec:
    """The address of a camera in the network: http or https (MJPEG), or rtsp."""

    address: str

    def __post_init__(self) -> None:
        _check_text("address", self.address)
        object.__setattr__(self, "address", checked_address(self.address))


SourceSpec = SampleSpec | MovingSampleSpec | PictureSpec | FolderSpec | VideoSpec | CameraSpec | StreamSpec

_KINDS: dict[str, type[Any]] = {
    "sample": SampleSpec, "moving sample": MovingSampleSpec, "picture": PictureSpec, "folder": FolderSpec,
    "video": VideoSpec, "camera": CameraSpec, "stream": StreamSpec,
}  # fmt: skip


def to_json(spec: SourceSpec) -> dict[str, Any]:
    """The description as values that `json.dumps` takes.

    >>> to_json(SampleSpec("coffee"))
    {'kind': 'sample', 'name': 'coffee', 'angle': 30.0}
    """
    kind = next(kind for kind, each in _KINDS.items() if each is type(spec))
    values = {each.name: getattr(spec, each.name) for each in fields(spec)}
    return {"kind": kind} | {key: str(value) if isinstance(value, Path) else value for key, value in values.items()}


def from_json(data: Any) -> SourceSpec:
    """The source that `to_json` described.

    Raises:
        SpecError: for anything else, saying what is wrong.

    >>> from_json({"kind": "sample", "name": "coffee"})
    SampleSpec(name='coffee', angle=30.0)
    """
    if not isinstance(data, dict) or not isinstance(data.get("kind"), str):
        raise SpecError(mark("The description of the picture source is damaged. Choose the source again."))
    kind = _KINDS.get(data["kind"])
    if kind is None:
        raise SpecError(
            mark("The picture source is of the kind “{kind}”, which this version does not know. Update the program."),
            kind=data["kind"][:80],
        )  # fmt: skip
    values = {key: value for key, value in data.items() if key != "kind"}
    unknown = sorted(str(key)[:80] for key in set(values) - {each.name for each in fields(kind)})
    if unknown:
        raise SpecError(
            mark("The picture source has the setting “{setting}”, which this version does not know. Update it."),
            setting=unknown[0],
        )  # fmt: skip
    try:
        spec: SourceSpec = kind(**values)
    except TypeError as error:
        raise SpecError(
            mark("The description of the picture source is incomplete. Choose the source again."), details=str(error)
        ) from None
    return spec


def _checked_path(value: Any) -> Path:
    if not isinstance(value, (str, Path)) or not str(value) or "\0" in str(value) or len(str(value)) > MOST_TEXT:
        raise SpecError(mark("The path of the picture source is damaged. Choose the source again."))
    return Path(value)


def _check_text(field: str, value: Any, *, may_be_empty: bool = False) -> None:
    if not isinstance(value, str) or len(value) > MOST_TEXT or "\0" in value or not (value or may_be_empty):
        raise SpecError(mark("The setting “{field}” of the picture source must be a text."), field=field)


def _check_flag(field: str, value: Any) -> None:
    if not isinstance(value, bool):
        raise SpecError(mark("The setting “{field}” of the picture source must be true or false."), field=field)


def _check_whole(field: str, value: Any, minimum: int, maximum: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or not minimum <= value <= maximum:
        raise SpecError(
            mark("The setting “{field}” of the picture source must be a whole number from {minimum} to {maximum}."),
            field=field, minimum=minimum, maximum=maximum,
        )  # fmt: skip


def _check_number(field: str, value: Any, minimum: float, maximum: float) -> None:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
    if not is_number or not minimum <= value <= maximum:
        raise SpecError(
            mark("The setting “{field}” of the picture source must be a number from {minimum} to {maximum}."),
            field=field, minimum=minimum, maximum=maximum,
        )  # fmt: skip
