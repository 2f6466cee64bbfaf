"""What every transform is: a random change of pictures while a network learns, and the Keras layer that does it.

Each works on values from 0 to 255 and gives such values back. What brings a picture to the network's size and numbers
is no transform of these: that is `FIT` and `VALUES` in `engine.network.fitting`, and it happens to every picture.
"""

from __future__ import annotations

import zlib
from abc import abstractmethod
from dataclasses import dataclass, fields
from typing import Any, ClassVar

from engine.imaging.explanation import Remark
from engine.parameters import check_fields


@dataclass(frozen=True)
class LayerCall:
    """The Keras layer that does a transform: its class, out of `keras.layers` or our own, and its arguments."""

    name: str
    settings: dict[str, Any]
    is_own: bool = False


@dataclass(frozen=True, kw_only=True)
class Transform:
    """One random change of a picture; each picture of a batch gets another one. `KIND` names it in files."""

    KIND: ClassVar[str]
    TITLE: ClassVar[str]
    HELP: ClassVar[str]
    needs_colour: ClassVar[bool] = False

    def __post_init__(self) -> None:
        check_fields(self)

    @abstractmethod
    def summary(self) -> Remark:
        """The settings in a few words, such as `up to ±15°`."""

    @abstractmethod
    def layer(self) -> LayerCall:
        """Which Keras layer does it."""

    def to_json(self) -> dict[str, Any]:
        """Plain data that `transform_from_json` turns back into an equal transform."""
        return {"kind": self.KIND} | {each.name: getattr(self, each.name) for each in fields(self)}


def chance_of(number: int, seed: int) -> int:
    """The seed of the transform at place `number` in a training with `seed`.

    >>> chance_of(0, 1) == chance_of(0, 1) != chance_of(1, 1)
    True
    """
    return zlib.crc32(f"transform {number}/{seed}".encode()) & 0x7FFFFFFF
