"""How much of a file is taken in before it has been understood."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.errors import UserError
from engine.network.budget import Budget


class ReadError(UserError):
    """A file that holds no network that can be opened."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """The most bytes and parts that are read; what a network may be is in its `budget`."""

    file_bytes: int = 2 * 2**30
    members: int = 4096
    unpacked_bytes: int = 2 * 2**30
    text_bytes: int = 32 * 2**20
    names: int = 100_000
    budget: Budget = field(default_factory=Budget)
