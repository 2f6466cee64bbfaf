"""What can be shown of a stage's inner life: a row of small pictures, each with a title and a line of text."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.imaging.display import Limits
from engine.imaging.explanation import Remark
from engine.imaging.stages.stage import Image, Shape

MOST_CELLS = 6
CLOSE_UP = 24
FULL_BRIGHTNESS = 255


@dataclass(frozen=True)
class Outline:
    """A rectangle on an exhibit, in its pixels: `role` names the colour as everywhere in the program."""

    row: int
    column: int
    height: int
    width: int
    role: str
    is_filled: bool = False
    is_dashed: bool = False


@dataclass(frozen=True, eq=False)
class Exhibit:
    """One small picture. `setting` names a setting of the stage and the value that choosing the exhibit gives it.

    `limits` are the values at the two ends of its colours where these are not the usual ones.
    """

    title: Remark
    image: Image
    note: Remark | None = None
    scale: str = "auto"
    role: str = "result"
    outlines: tuple[Outline, ...] = ()
    setting: tuple[str, str] | None = None
    limits: Limits = "auto"


@dataclass(frozen=True, eq=False)
class Inside:
    """The exhibits of a stage, a text, and the number of steps where they can be played (0 where nothing moves)."""

    exhibits: tuple[Exhibit, ...]
    text: Remark
    steps: int = 0


@dataclass(frozen=True)
class Place:
    """The value of the stage's result around which to look closely."""

    row: int
    column: int
    channel: int = 0

    def within(self, shape: Shape) -> Place:
        """The nearest place inside a result of `shape`."""
        channels = shape[2] if len(shape) == 3 else 1
        return Place(
            min(max(self.row, 0), shape[0] - 1),
            min(max(self.column, 0), shape[1] - 1),
            min(max(self.channel, 0), channels - 1),
        )


def limits_of(*images: Image) -> Limits:
    """The least and the largest value of close-ups, so that dark places are not all black; for grays only.

    Signed values and those beyond 255 are drawn on scales that go by their values anyway.

    >>> limits_of(np.array([[3, 17]]), np.array([[9.5]])), limits_of(np.array([[-3, 17]]))
    ((3.0, 17.0), 'auto')
    """
    finite = np.concatenate([np.asarray(image)[np.isfinite(image)].ravel() for image in images])
    if not finite.size or finite.min() < 0 or finite.max() > FULL_BRIGHTNESS or finite.min() == finite.max():
        return "auto"
    return float(finite.min()), float(finite.max())


def around(position: int, count: int, size: int) -> range:
    """`count` neighbouring indices with `position` near their middle, inside an axis of `size`.

    >>> around(0, 4, 10), around(9, 4, 10)
    (range(0, 4), range(6, 10))
    """
    count = min(count, size)
    first = min(max(0, position - count // 2), size - count)
    return range(first, first + count)
