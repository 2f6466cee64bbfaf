"""Digits, printed and written: the fonts of OpenCV, and strokes of our own in many hands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.network.data.dataset import Pixels
from engine.network.data.generated.canvas import (
    Coverage,
    colours,
    finished,
    ground,
    laid,
    radius,
    strewn,
    turn,
)
from engine.network.data.specs import GeneratedData
from engine.opencv import cv2

Points = NDArray[np.float64]

GLYPHS = tuple(str(digit) for digit in range(10))
# Further, a 6 could be a 9.
_MOST_TURNED = 60
_FONTS = (
    cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_DUPLEX, cv2.FONT_HERSHEY_COMPLEX, cv2.FONT_HERSHEY_TRIPLEX,
    cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, cv2.FONT_HERSHEY_SCRIPT_COMPLEX,
)  # fmt: skip
_PRINT = 96
_STEPS = np.linspace(0, 1, 8, endpoint=False)[:, None]


def draw_glyph(rng: np.random.Generator, spec: GeneratedData, digit: int, hue: int | None) -> Pixels:
    """A picture of one digit. Output shape: (side, side, 3), gray with one channel."""
    chosen = colours(rng, spec.colour, hue)
    extent = radius(rng, spec)
    room = max(0.0, spec.side / 2 - extent)
    place = spec.side / 2 + rng.uniform(-room, room, 2)
    angle = turn(rng, min(spec.rotation, _MOST_TURNED))
    slant, narrow = rng.uniform(-0.25, 0.25), rng.uniform(0.6, 0.95)
    cosine, sine = np.cos(angle), np.sin(angle)
    # Of a glyph in the square from −1 to 1: narrowed, slanted, turned, enlarged.
    change = extent * np.array([[cosine, -sine], [sine, cosine]]) @ np.array([[narrow, -slant], [0, 1]])
    if rng.random() < 0.35:
        coverage = _printed(int(rng.integers(len(_FONTS))), digit, change, place, spec.side)
    else:
        coverage = _written(rng, digit, change, place, extent, spec.side)
    picture = strewn(rng, ground(rng, spec.side, chosen.ground), spec.clutter, chosen.ground)
    return finished(rng, laid(picture, coverage, chosen.ink), spec)


def _printed(font: int, digit: int, change: Points, place: Points, side: int) -> Coverage:
    large = change * (2 / _PRINT)
    middle = place - 0.5 - large @ np.full(2, (_PRINT - 1) / 2)
    way = np.concatenate([large, middle[:, None]], axis=1)
    fine = 2 if side <= 128 else 1
    way = way * fine
    way[:, 2] += (fine - 1) / 2
    drawn = cv2.warpAffine(_print(font, digit), way, (side * fine, side * fine), flags=cv2.INTER_LINEAR)
    made: Coverage = np.asarray(cv2.resize(drawn, (side, side), interpolation=cv2.INTER_AREA))
    return made


@lru_cache(maxsize=len(_FONTS) * len(GLYPHS))
def _print(font: int, digit: int) -> Coverage:
    """A digit of a font, filling the height of a square."""
    canvas = np.zeros((3 * _PRINT, 3 * _PRINT), np.uint8)
    cv2.putText(canvas, str(digit), (_PRINT, 2 * _PRINT), _FONTS[font], 3.6, 255, 4, cv2.LINE_AA)
    rows, columns = np.flatnonzero(canvas.any(axis=1)), np.flatnonzero(canvas.any(axis=0))
    cut = canvas[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    width = min(_PRINT, max(1, round(cut.shape[1] * _PRINT / cut.shape[0])))
    square = np.zeros((_PRINT, _PRINT), np.uint8)
    left = (_PRINT - width) // 2
    square[:, left : left + width] = cv2.resize(cut, (width, _PRINT), interpolation=cv2.INTER_AREA)
    return square


def _written(rng: np.random.Generator, digit: int, change: Points, place: Points, extent: float, side: int) -> Coverage:
    hands = _HANDS[digit]
    strokes = hands[int(rng.integers(len(hands)))]
    shake = rng.uniform(0.0, 0.09)
    fine = 4 if side <= 128 else 2
    canvas = np.zeros((side * fine, side * fine), np.uint8)
    thickness = max(1, round(2 * extent * rng.uniform(0.06, 0.16) * fine))
    for stroke in strokes:
        points = np.asarray(stroke) * 2 - 1 + shake * rng.standard_normal((len(stroke), 2))
        line = (_curve(points * 0.92) @ change.T + place) * fine
        cv2.polylines(canvas, [np.rint(line * 16).astype(np.int32)], False, 255, thickness, cv2.LINE_8, 4)
    made: Coverage = np.asarray(cv2.resize(canvas, (side, side), interpolation=cv2.INTER_AREA))
    return made


def _curve(points: Points) -> Points:
    """A smooth line through all the points (Catmull and Rom); two equal points in a row make a corner."""
    around = np.concatenate([points[:1], points, points[-1:]])
    parts = []
    for before, start, end, after in zip(around, around[1:], around[2:], around[3:], strict=False):
        linear, square = end - before, 2 * before - 5 * start + 4 * end - after
        cubic = 3 * start - 3 * end + after - before
        parts.append(start + 0.5 * _STEPS * (linear + _STEPS * (square + _STEPS * cubic)))
    return np.concatenate([*parts, points[-1:]])


_Stroke = Sequence[tuple[float, float]]

# How people write each digit, in a square whose y runs downwards: hands, strokes, points.
_HANDS: tuple[tuple[tuple[_Stroke, ...], ...], ...] = (
    (
        (((0.5, 0), (0.12, 0.25), (0.1, 0.7), (0.5, 1), (0.9, 0.7), (0.88, 0.25), (0.5, 0)),),
        (((0.6, 0.02), (0.2, 0.2), (0.15, 0.8), (0.5, 1), (0.85, 0.75), (0.8, 0.2), (0.45, 0.0)),),
    ),
    (
        (((0.5, 0), (0.5, 1)),),
        (((0.2, 0.3), (0.55, 0), (0.55, 0), (0.55, 1)),),
        (((0.25, 0.22), (0.52, 0), (0.52, 0), (0.52, 1)), ((0.2, 1), (0.85, 1))),
    ),
    (
        (((0.1, 0.25), (0.3, 0.03), (0.68, 0.03), (0.85, 0.28), (0.7, 0.55), (0.1, 1), (0.1, 1), (0.92, 1)),),
        (((0.12, 0.2), (0.5, 0), (0.85, 0.22), (0.6, 0.62), (0.22, 0.95), (0.15, 0.85), (0.4, 0.82), (0.92, 1)),),
    ),
    (
        (((0.12, 0.14), (0.45, 0), (0.8, 0.14), (0.75, 0.4), (0.4, 0.47), (0.4, 0.47), (0.82, 0.6), (0.86, 0.84),
          (0.5, 1), (0.1, 0.88)),),
        (((0.1, 0), (0.82, 0), (0.82, 0), (0.42, 0.4), (0.42, 0.4), (0.85, 0.58), (0.84, 0.86), (0.45, 1),
          (0.1, 0.9)),),
    ),
    (
        (((0.22, 0), (0.12, 0.55), (0.12, 0.55), (0.92, 0.55)), ((0.68, 0.2), (0.66, 1))),
        (((0.66, 1), (0.66, 0), (0.66, 0), (0.08, 0.66), (0.08, 0.66), (0.94, 0.66)),),
    ),
    (
        (((0.86, 0), (0.22, 0), (0.22, 0), (0.16, 0.44), (0.16, 0.44), (0.52, 0.36), (0.86, 0.58), (0.8, 0.88),
          (0.45, 1), (0.1, 0.9)),),
        (((0.2, 0.02), (0.16, 0.42), (0.16, 0.42), (0.55, 0.38), (0.86, 0.65), (0.7, 0.95), (0.12, 0.95)),
         ((0.2, 0.02), (0.86, 0))),
    ),
    (
        (((0.75, 0.02), (0.35, 0.2), (0.12, 0.6), (0.2, 0.92), (0.5, 1), (0.85, 0.86), (0.82, 0.6), (0.5, 0.48),
          (0.17, 0.68)),),
        (((0.45, 0), (0.2, 0.4), (0.14, 0.75), (0.4, 1), (0.8, 0.85), (0.72, 0.55), (0.4, 0.52), (0.16, 0.78)),),
    ),
    (
        (((0.1, 0), (0.9, 0), (0.9, 0), (0.4, 1)),),
        (((0.1, 0.02), (0.9, 0), (0.9, 0), (0.5, 0.5), (0.4, 1)), ((0.32, 0.5), (0.8, 0.48))),
    ),
    (
        (((0.5, 0.48), (0.18, 0.28), (0.25, 0.05), (0.5, 0), (0.78, 0.06), (0.82, 0.28), (0.5, 0.48), (0.13, 0.72),
          (0.2, 0.94), (0.5, 1), (0.82, 0.94), (0.87, 0.7), (0.5, 0.48)),),
        (((0.82, 0.12), (0.45, 0), (0.18, 0.2), (0.5, 0.47), (0.85, 0.75), (0.5, 1), (0.14, 0.78), (0.5, 0.48),
          (0.8, 0.2), (0.7, 0.04)),),
    ),
    (
        (((0.83, 0.3), (0.7, 0.5), (0.38, 0.52), (0.15, 0.32), (0.25, 0.06), (0.55, 0), (0.82, 0.14), (0.84, 0.42),
          (0.72, 0.78), (0.45, 1)),),
        (((0.82, 0.14), (0.5, 0), (0.18, 0.14), (0.2, 0.42), (0.55, 0.5), (0.82, 0.14), (0.82, 0.14), (0.78, 1)),),
    ),
)  # fmt: skip
