"""Which kernel a stage uses: an entry of the library with its settings, or numbers of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Self

import numpy as np

from engine.errors import UserError
from engine.imaging.cards import LARGEST_SIZE, KernelCard
from engine.imaging.kernels import library
from engine.imaging.types import Weights
from engine.parameters import Choice, Flag, Whole
from engine.text import mark, one_line

OWN = "own"
LONGEST_LABEL = 80

Rows = tuple[tuple[float, ...], ...]
Settings = tuple[tuple[str, Any], ...]


class KernelError(UserError):
    """A kernel cannot be had in this form."""


@dataclass(frozen=True)
class KernelChoice:
    """A kernel by name and settings; `name` is "own" and `own_weights` its rows where it is not from the library.

    `settings` may be given as a mapping or as pairs and with any of them left out; they are checked and kept complete,
    so that equal choices compare and hash as equal. `label` is the name that a user gave to an own kernel.

    >>> KernelChoice("sobel", {"direction": "horizontal"}).weights().tolist()
    [[-1.0, -2.0, -1.0], [0.0, 0.0, 0.0], [1.0, 2.0, 1.0]]
    """

    name: str
    settings: Settings = ()
    own_weights: Rows | None = None
    label: str = ""

    def __post_init__(self) -> None:
        if (self.name == OWN) != (self.own_weights is not None):
            raise KernelError(mark("Only a kernel of your own has its own numbers. Choose “own”, or leave them out."))
        if not isinstance(self.label, str):
            raise KernelError(mark("The name of a kernel must be a text."))
        object.__setattr__(self, "label", one_line(self.label)[:LONGEST_LABEL].strip())
        given = dict(self.settings)
        if self.own_weights is None:
            object.__setattr__(self, "settings", tuple(_card(self.name).settings(given).items()))
        elif given:
            raise KernelError(mark("A kernel of your own has numbers, not settings."))
        else:
            object.__setattr__(self, "own_weights", _rows(self.own_weights))

    @classmethod
    def own(cls, weights: Any, label: str = "") -> Self:
        """A kernel of one's own from rows or an array of numbers."""
        return cls(OWN, own_weights=_rows(weights), label=label)

    @property
    def card(self) -> KernelCard | None:
        """The library's card, or None for an own kernel."""
        return None if self.own_weights is not None else _card(self.name)

    def weights(self) -> Weights:
        """The kernel as a float32 array (height, width), the same read-only one each time."""
        return _weights(self)

    def title_parts(self) -> tuple[str, ...]:
        """What names the kernel for people, as marked texts and numbers, the kernel's own name first."""
        card = self.card
        if card is None:
            height, width = self.weights().shape
            return (self.label or mark("Own kernel"), f"{height} × {width}")
        parts = [card.name]
        size = ""
        for name, value in self.settings:
            declaration = card.parameters[name]
            if isinstance(declaration, Choice):
                parts.append(declaration.option(value).title)
            elif name == "size" and isinstance(declaration, Whole):
                size = f"{value} × {value}"
            elif name == "angle":
                parts.append(f"{value:g}°")
            elif isinstance(declaration, Flag) and value:
                parts.append(declaration.title)
        return (*parts, size) if size else tuple(parts)

    def title(self) -> str:
        """The kernel's name and what sets it apart, in the source language.

        >>> KernelChoice("sobel").title()
        'Sobel · Vertical edges · 3 × 3'
        """
        return " · ".join(self.title_parts())

    def changed(self, **settings: Any) -> Self:
        """A copy with these settings changed."""
        return replace(self, settings=tuple({**dict(self.settings), **settings}.items()))

    def to_json(self) -> dict[str, Any]:
        """Plain data that `from_json` turns back into an equal choice."""
        if self.own_weights is None:
            return {"name": self.name, "settings": dict(self.settings)}
        rows = [list(row) for row in self.own_weights]
        return {"name": OWN, "weights": rows, **({"label": self.label} if self.label else {})}

    @classmethod
    def from_json(cls, data: Any) -> Self:
        """The choice that `data` describes, checked."""
        if not isinstance(data, Mapping) or not isinstance(data.get("name"), str):
            raise KernelError(mark("A kernel in the file is damaged: it does not say which kernel it is."))
        if data["name"] == OWN:
            return cls.own(data.get("weights"), data.get("label", ""))
        settings = data.get("settings", {})
        if not isinstance(settings, Mapping):
            raise KernelError(mark("The settings of the kernel “{name}” are damaged."), name=data["name"])
        return cls(data["name"], tuple(settings.items()))


@lru_cache(maxsize=256)
def _weights(choice: KernelChoice) -> Weights:
    card = choice.card
    weights = np.array(choice.own_weights, np.float32) if card is None else card.weights(**dict(choice.settings))
    weights.setflags(write=False)
    return weights


def _card(name: str) -> KernelCard:
    card = library().get(name)
    if card is None:
        raise KernelError(
            mark("There is no kernel called “{name}”. Choose one of: {names}."),
            name=name, names=", ".join(library()),
        )  # fmt: skip
    return card


def _rows(weights: Any) -> Rows:
    """Checked rows, each number brought to the float32 with which the picture is multiplied."""
    if not _is_list(weights) or not all(_is_list(row) for row in weights):
        raise KernelError(
            mark("The kernel has no rows of numbers. Give it from 1 × 1 to {limit} × {limit} of them."),
            limit=LARGEST_SIZE,
        )  # fmt: skip
    cells = [list(row) for row in weights]
    width = len(cells[0]) if cells else 0
    if not (1 <= len(cells) <= LARGEST_SIZE and 1 <= width <= LARGEST_SIZE):
        raise KernelError(
            mark("The kernel is {height} × {width}, but must be from 1 × 1 to {limit} × {limit}."),
            height=len(cells), width=width, limit=LARGEST_SIZE,
        )  # fmt: skip
    for number, row in enumerate(cells, start=1):
        if len(row) != width:
            raise KernelError(
                mark("Row {row} of the kernel has {found} numbers, the first row {width}. Make all rows alike."),
                row=number, found=len(row), width=width,
            )  # fmt: skip
    return tuple(
        tuple(_number(value, row, column) for column, value in enumerate(cells_of_row, start=1))
        for row, cells_of_row in enumerate(cells, start=1)
    )


def _is_list(value: Any) -> bool:
    return isinstance(value, (list, tuple)) or (isinstance(value, np.ndarray) and value.ndim > 0)


def _number(value: Any, row: int, column: int) -> float:
    is_number = isinstance(value, (int, float, np.integer, np.floating)) and not isinstance(value, bool)
    if not is_number or not abs(value) <= float(np.finfo(np.float32).max):  # NaN fails this comparison too
        raise KernelError(
            mark("Row {row}, cell {column} of the kernel is {value}, but must be a finite number."),
            row=row, column=column, value=value,
        )  # fmt: skip
    return float(np.float32(value)) + 0.0
