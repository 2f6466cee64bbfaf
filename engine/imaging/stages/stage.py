"""What every stage of a recipe is and can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, fields, replace
from typing import Any, ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from engine.errors import UserError
from engine.imaging.cards import Card
from engine.imaging.explanation import Explanation, Remark
from engine.parameters import check_fields
from engine.text import mark

Image = NDArray[Any]
Shape = tuple[int, ...]
Span = tuple[int, int]


class StageError(UserError):
    """A stage cannot do its work on this picture."""


@dataclass(frozen=True)
class Formula:
    """A line of arithmetic with the values filled in: `left` = `result`, for example ⌊(32 + 0 − 5)/1⌋ + 1 = 28."""

    title: str
    left: str
    result: int

    def __str__(self) -> str:
        return f"{self.left} = {self.result:,}"


@dataclass(frozen=True)
class Figures:
    """What a stage costs on a picture of a given shape."""

    sizes: tuple[Formula, ...] = ()
    parameters: Formula | None = None
    multiply_adds: int = 0


@dataclass(frozen=True, kw_only=True)
class Stage(ABC):
    """One step of a recipe: plain checked data that knows how to do its work.

    Subclasses are frozen dataclasses whose fields are declared with `parameter(…)`; `KIND` names them in files.
    A stage never changes its input and never draws.
    """

    KIND: ClassVar[str]
    TITLE: ClassVar[str]
    ICON: ClassVar[str]
    CARD: ClassVar[Card | None] = None

    is_on: bool = True

    def __post_init__(self) -> None:
        if not isinstance(self.is_on, bool):
            raise StageError(mark("A stage is either on or off, but the recipe says {value}."), value=self.is_on)
        check_fields(self)

    def title(self) -> Remark:
        """What to call this stage with its present settings, for example `Sobel vertical`."""
        return Remark(self.TITLE)

    def summary(self) -> Remark:
        """The settings that matter, in one short line: `3 × 3 · same · stride 1`."""
        return Remark("")

    def idle_settings(self) -> dict[str, str]:
        """Fields that have no effect at present, each with the reason as marked text."""
        return {}

    def idle_values(self, shape: Shape) -> dict[str, tuple[str, ...]]:
        """What fields that have no effect come to by themselves for an input of `shape`, a text for each number."""
        return {}

    @abstractmethod
    def output_shape(self, shape: Shape) -> Shape:
        """Shape of the result for an input of `shape`; raises `UserError` where there can be none."""

    @abstractmethod
    def apply(self, image: Image) -> Image:
        """The result for `image`, as a new array."""

    @abstractmethod
    def explain(self, image: Image, row: int, column: int, channel: int) -> Explanation:
        """How the value at (row, column, channel) of `apply(image)` came about."""

    def sees(self, shape: Shape, row: int, column: int) -> tuple[Span, Span]:
        """First and last row, first and last column of the input that the value at (`row`, `column`) looks at.

        Both may lie outside a picture of `shape`, in the padded rim.
        """
        return (row, row), (column, column)

    def rim(self) -> tuple[str, float] | None:
        """Which border kind, with which value, fills the rim that `sees` reaches into; None where nothing does."""
        return None

    def figures(self, shape: Shape) -> Figures:
        """Sizes, parameters and multiply-adds for an input of `shape`."""
        return Figures()

    def changed(self, **settings: Any) -> Self:
        """A copy with some settings changed and checked."""
        return replace(self, **settings)

    def to_json(self) -> dict[str, Any]:
        """Plain data that `stage_from_json` turns back into an equal stage."""
        data: dict[str, Any] = {"kind": self.KIND}
        for each in fields(self):
            value = getattr(self, each.name)
            data[each.name] = list(value) if isinstance(value, tuple) else value
        return data

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """The stage that `data` describes; fields that are missing take their defaults."""
        known = {each.name for each in fields(cls)}
        unknown = sorted(set(data) - known - {"kind"})
        if unknown:
            raise StageError(
                mark("The stage “{kind}” has a setting “{name}” that is not known here. "
                     "Is the recipe from a newer version?"),
                kind=cls.KIND, name=unknown[0],
            )  # fmt: skip
        return cls(**{name: value for name, value in data.items() if name != "kind"})


def height_width(shape: Shape) -> tuple[int, int]:
    """The two sides of a picture's shape."""
    return shape[0], shape[1]


def channel_count(shape: Shape) -> int:
    """How many channels a picture of `shape` has; a gray picture has one."""
    return shape[2] if len(shape) == 3 else 1


def plane(image: Image, channel: int) -> Image:
    """One channel of a picture as a two-dimensional view."""
    return image if image.ndim == 2 else image[..., channel]


def as_values(image: Image) -> NDArray[np.float64]:
    """Any numbers as float64, in which the microscope does its sums."""
    return np.asarray(image, dtype=np.float64)
