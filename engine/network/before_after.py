"""Comparing one value on two pictures: as it was, and as it is now. What the window asks; imports nothing heavy.

KeepBefore(number=7)      # the picture of the last `Maps` is what later ones are held against → Kept
Compare(layer=…, …)       → Compared
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.child.messages import Answer, Request


@dataclass(frozen=True, kw_only=True)
class KeepBefore(Request):
    """Hold later pictures against that of the last `Maps`, if it has this number."""

    number: int


@dataclass(frozen=True, kw_only=True)
class Kept(Answer):
    """Whether the picture was still there to be kept."""

    is_kept: bool


@dataclass(frozen=True, kw_only=True)
class Compare(Request):
    """What a value was on the picture that is kept, and what it is on that of the last `Maps`."""

    layer: str
    row: int
    column: int
    channel: int


@dataclass(frozen=True, kw_only=True)
class Compared(Answer):
    """The two values. `is_changed`: the network is given other pixels than before; `is_seen`: some in the field."""

    number: int
    before: float
    after: float
    is_changed: bool
    is_seen: bool
