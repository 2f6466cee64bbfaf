"""Two networks side by side: what the window asks for the second one, and what their tables say together. No Keras."""

from __future__ import annotations

from dataclasses import dataclass

from engine.child.messages import Answer, Request
from engine.network.table import Pairing, Table, compared


@dataclass(frozen=True, kw_only=True)
class AskTable(Request):
    """The parameter table of the network in a file, which is read by the worker only. → `TableFound`"""

    path: str


@dataclass(frozen=True, kw_only=True, eq=False)
class TableFound(Answer):
    """The table of the network in a file; the open network stays open."""

    name: str
    table: Table


@dataclass(frozen=True, eq=False)
class Comparison:
    """The rows of two networks that stand for each other."""

    left: Table
    right: Table
    rows: tuple[Pairing, ...]

    @classmethod
    def of(cls, left: Table, right: Table) -> Comparison:
        """Match the layers of two networks."""
        return cls(left, right, compared(left, right))


def ratio(left: float, right: float) -> float | None:
    """How many times the left one the right one is; None where there is nothing to compare.

    >>> ratio(400, 100), ratio(0, 5)
    (0.25, None)
    """
    return right / left if left else None
