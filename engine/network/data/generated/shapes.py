"""One shape a picture."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.network.data.dataset import Pixels
from engine.network.data.generated.canvas import (
    Coverage,
    colours,
    covered,
    finished,
    ground,
    laid,
    radius,
    strewn,
    turn,
)
from engine.network.data.specs import GeneratedData
from engine.text import mark

Points = NDArray[np.float64]

SHAPES = (mark("circle"), mark("square"), mark("triangle"), mark("star"), mark("cross"), mark("ring"),
          mark("crescent"), mark("heart"))  # fmt: skip


def draw_shape(rng: np.random.Generator, spec: GeneratedData, shape: int, hue: int | None) -> Pixels:
    """A picture of one shape. Output shape: (side, side, 3), gray with one channel."""
    chosen = colours(rng, spec.colour, hue)
    extent = radius(rng, spec)
    place = rng.uniform(extent, spec.side - extent, 2) if 2 * extent < spec.side else np.full(2, spec.side / 2)
    picture = strewn(rng, ground(rng, spec.side, chosen.ground), spec.clutter, chosen.ground)
    coverage = shape_coverage(shape, place=place, extent=extent, angle=turn(rng, spec.rotation), side=spec.side)
    return finished(rng, laid(picture, coverage, chosen.ink), spec)


def shape_coverage(shape: int, *, place: Points, extent: float, angle: float, side: int) -> Coverage:
    """How much of each pixel a shape covers; it lies within `extent` of `place` (x, y)."""
    cosine, sine = np.cos(angle), np.sin(angle)
    turned = np.array([[cosine, sine], [-sine, cosine]])
    return covered([(points @ turned * extent + place, is_filled) for points, is_filled in _OUTLINES[shape]], side)


def _round(count: int, *, start: float = 0.0) -> Points:
    angles = start + np.arange(count) * (2 * np.pi / count)
    return np.stack([np.sin(angles), -np.cos(angles)], axis=1)


def _star() -> Points:
    return _round(10) * np.where(np.arange(10) % 2, 0.42, 1.0)[:, None]


def _cross() -> Points:
    arm, end = 0.3, 0.95
    quarter = np.array([[arm, -end], [arm, -arm], [end, -arm]])
    turned = [quarter]
    for _ in range(3):
        turned.append(turned[-1] @ np.array([[0, 1], [-1, 0]]))
    return np.concatenate(turned)


def _heart() -> Points:
    angles = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    across = 16 * np.sin(angles) ** 3
    up = 13 * np.cos(angles) - 5 * np.cos(2 * angles) - 2 * np.cos(3 * angles) - np.cos(4 * angles)
    return np.stack([across, -up - 2.5], axis=1) / 17.5


_CIRCLE = _round(48)
_OUTLINES: tuple[tuple[tuple[Points, bool], ...], ...] = (
    ((_CIRCLE, True),),
    ((_round(4, start=np.pi / 4), True),),
    ((_round(3), True),),
    ((_star(), True),),
    ((_cross(), True),),
    ((_CIRCLE, True), (_CIRCLE * 0.58, False)),
    ((_CIRCLE, True), (_CIRCLE * 0.85 + np.array([0.42, 0.0]), False)),
    ((_heart(), True),),
)
