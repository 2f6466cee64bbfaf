"""Patterns that fill the picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from engine.network.data.dataset import Pixels
from engine.network.data.generated.canvas import Values, colours, finished, ground, laid, strewn, turn
from engine.network.data.specs import GeneratedData
from engine.opencv import cv2
from engine.text import mark

TEXTURES = (mark("stripes"), mark("checks"), mark("dots"), mark("bricks"), mark("waves"), mark("zigzag"),
            mark("rings"), mark("grain"))  # fmt: skip
_FINE = 2


@dataclass(frozen=True, eq=False)
class _Plane:
    """Coordinates of every fine pixel, turned and shifted, in periods of the pattern; and its extent in periods."""

    across: Values
    down: Values
    extent: float


def draw_texture(rng: np.random.Generator, spec: GeneratedData, texture: int, hue: int | None) -> Pixels:
    """A picture full of one pattern. Output shape: (side, side, 3), gray with one channel."""
    chosen = colours(rng, spec.colour, hue)
    picture = ground(rng, spec.side, chosen.ground)
    pattern = _PATTERNS[texture](rng, _plane(rng, spec))
    fine = (np.clip(pattern, 0, 1) * np.float32(255)).astype(np.uint8)
    coverage = np.asarray(cv2.resize(fine, (spec.side, spec.side), interpolation=cv2.INTER_AREA))
    picture = strewn(rng, laid(picture, coverage, chosen.ink), spec.clutter, chosen.ground)
    return finished(rng, picture, spec)


def _plane(rng: np.random.Generator, spec: GeneratedData) -> _Plane:
    count = spec.side * _FINE
    # Between five pixels, below which nothing is left of a pattern, and a third of the side.
    longest = max(6.0, spec.side / 3)
    middle = np.sqrt(5.0 * longest)
    spread = np.sqrt(longest / 5.0) ** max(spec.size, 0.02)
    period = float(middle * spread ** rng.uniform(-1, 1)) * _FINE
    angle = turn(rng, spec.rotation)
    line = np.arange(count, dtype=np.float32) / np.float32(period)
    cosine, sine = np.float32(np.cos(angle)), np.float32(np.sin(angle))
    shift = rng.uniform(0, 16, 2).astype(np.float32)
    across = cosine * line - sine * line[:, None] + shift[0]
    down = sine * line + cosine * line[:, None] + shift[1]
    return _Plane(across, down, count / period)


def _edge(wave: Values) -> Values:
    """A wave between −1 and 1 made into 0 and 1 with a soft edge."""
    soft: Values = 0.5 + 3 * wave
    return soft


def _stripes(rng: np.random.Generator, plane: _Plane) -> Values:
    return _edge(np.sin(plane.down * np.float32(2 * np.pi)))


def _checks(rng: np.random.Generator, plane: _Plane) -> Values:
    return _edge(np.sin(plane.across * np.float32(np.pi)) * np.sin(plane.down * np.float32(np.pi)) * 2)


def _dots(rng: np.random.Generator, plane: _Plane) -> Values:
    row = np.floor(plane.down)
    across = (plane.across + 0.5 * (row % 2)) % 1 - 0.5
    distance = np.hypot(across, plane.down - row - 0.5)
    dots: Values = (np.float32(rng.uniform(0.25, 0.38)) - distance) * 10 + 0.5
    return dots


def _bricks(rng: np.random.Generator, plane: _Plane) -> Values:
    row = np.floor(plane.down)
    across = (plane.across / 2 + 0.5 * (row % 2)) % 1
    joint = np.float32(rng.uniform(0.06, 0.1))
    inside = np.minimum(np.minimum(across, 1 - across) * 2, np.minimum(plane.down - row, row + 1 - plane.down))
    bricks: Values = (inside - joint) * 12 + 0.5
    return bricks


def _waves(rng: np.random.Generator, plane: _Plane) -> Values:
    bent = np.float32(rng.uniform(0.35, 0.6)) * np.sin(plane.across * np.float32(np.pi * rng.uniform(0.8, 1.2)))
    return _edge(np.sin((plane.down + bent) * np.float32(2 * np.pi)))


def _zigzag(rng: np.random.Generator, plane: _Plane) -> Values:
    tooth = np.abs(plane.across / 2 % 1 - 0.5) * np.float32(rng.uniform(2.4, 3.6))
    return _edge(np.sin((plane.down + tooth) * np.float32(2 * np.pi)))


def _rings(rng: np.random.Generator, plane: _Plane) -> Values:
    place = rng.uniform(0.3, 0.7, 2)
    count = len(plane.across)
    row, column = int(place[0] * count), int(place[1] * count)
    distance = np.hypot(plane.across - plane.across[row, column], plane.down - plane.down[row, column])
    return _edge(np.sin(distance * np.float32(2 * np.pi)))


def _grain(rng: np.random.Generator, plane: _Plane) -> Values:
    count = len(plane.across)
    spread = count / plane.extent / 5
    blurred: Values = cv2.GaussianBlur(rng.standard_normal((count, count), np.float32), (0, 0), max(0.8, spread))
    return _edge(blurred / np.float32(max(1e-6, float(np.std(blurred)))))


_PATTERNS: tuple[Callable[[np.random.Generator, _Plane], Values], ...] = (
    _stripes, _checks, _dots, _bricks, _waves, _zigzag, _rings, _grain,
)  # fmt: skip
