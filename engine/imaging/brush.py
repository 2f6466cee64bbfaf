"""A brush: round strokes of one colour on a picture, or strokes that bring the picture back as it was."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

import numpy as np
from numpy.typing import NDArray

from engine.opencv import cv2
from engine.parameters import Choice, Option, Whole, check_fields, parameter
from engine.text import mark

Pixels = NDArray[np.uint8]
Point = tuple[float, float]
Box = tuple[int, int, int, int]

ORIGINAL = "original"
_COLOURS = {
    "gray": (127, 127, 127),
    "black": (0, 0, 0),
    "white": (255, 255, 255),
    "red": (220, 40, 40),
    "green": (40, 170, 70),
    "blue": (40, 90, 220),
}
PAINT = Choice(
    title=mark("Paint"),
    help=mark("What the brush leaves behind."),
    default="gray",
    options=(
        Option("gray", mark("Gray"), mark("Covers a place with middle gray, so that nothing is to be seen there.")),
        Option("black", mark("Black"), mark("0 in every channel.")),
        Option("white", mark("White"), mark("255 in every channel.")),
        Option("red", mark("Red"), mark("A strong red.")),
        Option("green", mark("Green"), mark("A strong green.")),
        Option("blue", mark("Blue"), mark("A strong blue.")),
        Option(ORIGINAL, mark("Original"), mark("An eraser: brings the picture back as it was.")),
    ),
)
SIZE = Whole(
    title=mark("Size"),
    help=mark("How wide the brush is, as a share of the picture's shorter side. 1% and less is a pixel or two."),
    default=15,
    minimum=1,
    maximum=60,
    unit="%",
)


@dataclass(frozen=True, kw_only=True)
class Brush:
    """How wide it is and what it leaves behind."""

    size: int = parameter(SIZE)
    paint: str = parameter(PAINT)

    def __post_init__(self) -> None:
        check_fields(self)

    @property
    def colour(self) -> tuple[int, int, int] | None:
        """Red, green and blue; None for the eraser."""
        return _COLOURS.get(self.paint)

    def width_on(self, picture: Pixels) -> int:
        """How many pixels of this picture it is wide.

        >>> Brush(size=10).width_on(np.zeros((40, 60, 3), np.uint8))
        4
        """
        height, width = picture.shape[:2]
        return max(1, round(self.size / 100 * float(min(height, width))))


def stroke(canvas: Pixels, original: Pixels, brush: Brush, *, start: Point, end: Point) -> Box:
    """Paint from `start` to `end` (row, column of pixels) on `canvas` (H, W, 3), in place; both ends are round.

    Returns the rectangle that may have changed: row, column, height, width. The eraser takes from `original`.

    >>> canvas = np.zeros((5, 5, 3), np.uint8)
    >>> stroke(canvas, canvas.copy(), Brush(size=1, paint="white"), start=(1, 1), end=(1, 3))
    (1, 1, 1, 3)
    >>> int((canvas[..., 0] == 255).sum())
    3
    """
    rows, columns = canvas.shape[:2]
    width = brush.width_on(canvas)
    reach = width // 2
    top, bottom = _span(start[0], end[0], reach, rows)
    left, right = _span(start[1], end[1], reach, columns)
    if top >= bottom or left >= right:
        return (0, 0, 0, 0)
    covered = _covered((top, left, bottom, right), start, end, width)
    part = canvas[top:bottom, left:right]
    part[covered] = original[top:bottom, left:right][covered] if brush.colour is None else brush.colour
    return (top, left, bottom - top, right - left)


def _span(first: float, last: float, reach: int, length: int) -> tuple[int, int]:
    low, high = sorted((round(first), round(last)))
    return max(0, low - reach), min(length, high + reach + 1)


def _covered(box: tuple[int, int, int, int], start: Point, end: Point, width: int) -> NDArray[np.bool_]:
    """Which pixels of a box lie under the stroke."""
    top, left, bottom, right = box
    ends = [(round(column) - left, round(row) - top) for row, column in (start, end)]
    mask = np.zeros((bottom - top, right - left), np.uint8)
    if hypot(ends[0][0] - ends[1][0], ends[0][1] - ends[1][1]) > 0:
        cv2.line(mask, ends[0], ends[1], 255, width)
    for place in ends:
        cv2.circle(mask, place, width // 2, 255, cv2.FILLED)
    return mask.astype(bool)
