"""What a data set is, as plain data that jobs, sessions and project files keep and pass on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from engine.errors import UserError
from engine.parameters import Choice, Option, Real, Whole, check_fields, parameter
from engine.text import mark

LONGEST_PATH = 4000
MOST_PICTURES = 2_000_000


class DataError(UserError):
    """A data set cannot be used as it is."""


@dataclass(frozen=True, kw_only=True)
class FolderData:
    """A folder whose folders are the classes, or whose folders `train`, `validation` and `test` hold those."""

    path: Path

    def __post_init__(self) -> None:
        object.__setattr__(self, "path", _checked_path(self.path))


@dataclass(frozen=True, kw_only=True)
class FileData:
    """A file, or the folder around it, that holds a whole data set: IDX (.gz too), CIFAR binary, NPZ."""

    path: Path

    def __post_init__(self) -> None:
        object.__setattr__(self, "path", _checked_path(self.path))


@dataclass(frozen=True, kw_only=True)
class RecordedData:
    """Pictures recorded or drawn in the program; `folder` belongs to the program and to this data set alone."""

    folder: Path

    def __post_init__(self) -> None:
        object.__setattr__(self, "folder", _checked_path(self.folder))


@dataclass(frozen=True, kw_only=True)
class BuiltInData:
    """Real pictures that come inside packages the program needs anyway."""

    name: str = parameter(
        Choice(
            title=mark("Built-in pictures"),
            help=mark("Real pictures that are there without any file."),
            default="digits",
            options=(
                Option("digits", mark("Handwritten digits"), mark("1,797 digits of 8 × 8, written by 43 people.")),
                Option("faces", mark("Faces and other things"), mark("200 patches of 25 × 25, half of them faces.")),
            ),
        )
    )

    def __post_init__(self) -> None:
        check_fields(self)


@dataclass(frozen=True, kw_only=True)
class GeneratedData:
    """Pictures drawn by the program: picture i depends on these settings, `seed` and i alone, never on `count`."""

    kind: str = parameter(
        Choice(
            title=mark("What is drawn"),
            help=mark("Pictures whose classes are known for certain, as many as you like."),
            default="shapes",
            options=(
                Option("shapes", mark("Shapes"), mark("One circle, square, triangle, star, cross, ring … a picture.")),
                Option("textures", mark("Textures"), mark("Stripes, checks, dots, grain, bricks, waves …")),
                Option("glyphs", mark("Glyphs"), mark("Digits in many hands and fonts.")),
                Option("scenes", mark("Scenes"), mark("Several shapes a picture, with their boxes and masks.")),
            ),
        )
    )
    count: int = parameter(
        Whole(title=mark("Pictures"), help=mark("How many there are, all classes together."),
              default=1000, minimum=1, maximum=MOST_PICTURES)
    )  # fmt: skip
    side: int = parameter(
        Whole(title=mark("Side"), help=mark("Height and width of each picture."),
              default=48, minimum=16, maximum=512, unit="px")
    )  # fmt: skip
    seed: int = parameter(
        Whole(title=mark("Seed"), help=mark("The same seed gives the same pictures."),
              default=1, minimum=0, maximum=2**31 - 1)
    )  # fmt: skip
    colour: str = parameter(
        Choice(
            title=mark("Colour"),
            help=mark("Whether colours vary, tell nothing, or are the very thing to be learnt."),
            default="varied",
            options=(
                Option("varied", mark("Varied"), mark("Any colour on any ground: it tells nothing about the class.")),
                Option("gray", mark("Gray"), mark("Light on dark or dark on light, without colour.")),
                Option("class", mark("Is the class"), mark("The classes are colours; what is drawn in them varies.")),
            ),
        )
    )
    size: float = parameter(
        Real(title=mark("Size varies"), help=mark("0: all of one size; 1: from tiny to filling the picture."),
             default=0.5, minimum=0.0, maximum=1.0, step=0.05)
    )  # fmt: skip
    rotation: int = parameter(
        Whole(title=mark("Rotation"), help=mark("How far things are turned at most, to either side."),
              default=20, minimum=0, maximum=180, unit="°")
    )  # fmt: skip
    noise: float = parameter(
        Real(title=mark("Noise"), help=mark("Spread of Gaussian noise, in gray levels of 0–255."),
             default=8.0, minimum=0.0, maximum=128.0, step=1.0, decimals=1)
    )  # fmt: skip
    clutter: int = parameter(
        Whole(title=mark("Clutter"), help=mark("How many lines and dots that mean nothing are strewn in."),
              default=3, minimum=0, maximum=40)
    )  # fmt: skip

    def __post_init__(self) -> None:
        check_fields(self)


DataSpec = FolderData | FileData | RecordedData | BuiltInData | GeneratedData

_KINDS: dict[str, type[Any]] = {
    "folder": FolderData, "file": FileData, "recorded": RecordedData, "built-in": BuiltInData,
    "generated": GeneratedData,
}  # fmt: skip


def data_spec_to_json(spec: DataSpec) -> dict[str, Any]:
    """The description as values that `json.dumps` takes.

    >>> data_spec_to_json(BuiltInData(name="faces"))
    {'data': 'built-in', 'name': 'faces'}
    """
    name = next(name for name, each in _KINDS.items() if each is type(spec))
    values = {each.name: getattr(spec, each.name) for each in fields(spec)}
    return {"data": name} | {key: str(value) if isinstance(value, Path) else value for key, value in values.items()}


def data_spec_from_json(data: Any, *, base: Path | None = None) -> DataSpec:
    """The data set that `data_spec_to_json` described. Relative paths count from the folder `base`.

    Raises:
        UserError: for anything else, saying what is wrong.

    >>> data_spec_from_json({"data": "generated", "kind": "glyphs"}).kind
    'glyphs'
    """
    kind = _KINDS.get(data["data"]) if isinstance(data, Mapping) and isinstance(data.get("data"), str) else None
    if kind is None:
        raise DataError(mark("The description of the data set is damaged, or from a newer version. Choose it again."))
    values = {key: value for key, value in data.items() if key != "data"}
    unknown = sorted(str(key)[:80] for key in set(values) - {each.name for each in fields(kind)})
    if unknown:
        raise DataError(
            mark("The data set has the setting “{setting}”, which this version does not know. Update the program."),
            setting=unknown[0],
        )
    try:
        spec: DataSpec = kind(**values)
    except TypeError as error:
        raise DataError(
            mark("The description of the data set is incomplete. Choose the data set again."), details=str(error)
        ) from None
    return spec if base is None else _from(base, spec)


def _from(base: Path, spec: DataSpec) -> DataSpec:
    if isinstance(spec, (FolderData, FileData)):
        return replace(spec, path=base / spec.path)
    return replace(spec, folder=base / spec.folder) if isinstance(spec, RecordedData) else spec


def _checked_path(value: Any) -> Path:
    if not isinstance(value, (str, Path)) or not str(value) or "\0" in str(value) or len(str(value)) > LONGEST_PATH:
        raise DataError(mark("The path of the data set is damaged. Choose the data set again."))
    return Path(value)
