"""Where a value deep in a network comes from, as plain data that the window shows. No Keras here."""

from __future__ import annotations

from dataclasses import dataclass

from engine.child.messages import Answer
from engine.imaging.explanation import Explanation

Box = tuple[int, int, int, int]


@dataclass(frozen=True)
class SourceWindow:
    """What a value looks at in one input of its layer: `path` of the layer before (empty: the picture) and the box.

    The box is first row, first column, height and width; it lies inside the input, without the padded rim.
    """

    path: str
    box: Box


@dataclass(frozen=True)
class Part:
    """One layer's share in a value: its arithmetic, and the windows of its inputs that went into it."""

    path: str
    kind: str
    explanation: Explanation
    sources: tuple[SourceWindow, ...]


@dataclass(frozen=True, kw_only=True)
class Explained(Answer):
    """All the arithmetic behind one value of a layer, for the picture with that `number`.

    `parts` go from the layer that gathered a window (a convolution, say) through those that changed its value by itself
    (batch normalisation, activation) to the layer that was asked for; the last one's explanation ends in the value.
    `value` is the network's own number. `field` is the part of the network's picture that the value can depend on, and
    `field_on_picture` the same on the user's picture: row, column, height, width.
    """

    number: int = 0
    layer: str
    row: int
    column: int
    channel: int
    value: float
    parts: tuple[Part, ...]
    field: Box
    field_on_picture: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
