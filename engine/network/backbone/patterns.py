"""Patterns with the statistics of photographs, each drawn by a recipe that is itself drawn by lot. No Keras here.

A recipe is a number. Its chance, `like`, says what all its pictures have in common; the chance of one picture, `rng`,
says where everything lies in it. Both are always asked in the same order.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.network.backbone.pattern_kinds import (
    Chance,
    Field,
    branch,
    cells,
    evened,
    grain,
    leaves,
    light,
    spots,
    strokes,
)
from engine.network.data.dataset import Pixels
from engine.opencv import cv2

_RECIPES_SEED = 77
_COLOURED_SHARE = 0.3


_KINDS: tuple[Callable[[Chance, Chance], Field], ...] = (grain, leaves, leaves, spots, cells, strokes)


def draw_pattern(rng: Chance, recipe: int) -> Pixels:
    """A picture full of one pattern, or of two in one another. Output shape: (side, side, 3), gray with one channel."""
    like = np.random.default_rng([_RECIPES_SEED, recipe])
    field = _some(like)(branch(like), rng)
    together = like.choice(["alone", "alone", "sum", "beside"])
    if together != "alone":
        other = _some(like)(branch(like), rng)
        field = _sum(like, field, other) if together == "sum" else _beside(like, rng, field, other)
    field = field + light(rng, 0.35)
    sharpness = like.uniform(-1, 1.6)
    if sharpness > 0.2:
        field = cv2.GaussianBlur(field, (0, 0), float(sharpness * np.exp(rng.normal(0, 0.15))))
    return _coloured(rng, _toned(like, rng, field))


def _toned(like: Chance, rng: Chance, field: Field) -> Field:
    """With a brightness, contrast and noise that recipes differ in, but not so much that they are known by it."""
    level = like.uniform(40, 215) + rng.normal(0, 20)
    contrast = np.exp(like.uniform(np.log(8), np.log(75)) + rng.normal(0, 0.2))
    noise = max(0.0, like.uniform(-6, 6))
    toned: Field = level + contrast * field + noise * rng.standard_normal(field.shape, np.float32)
    return toned


def _coloured(rng: Chance, field: Field) -> Pixels:
    """Gray, or between any two colours: what is learnt here must not be the colour."""
    values: NDArray[np.floating] = field
    if rng.random() < _COLOURED_SHARE:
        low, high = rng.uniform(0, 140, 3), rng.uniform(115, 255, 3)
        values = low + (high - low) * np.clip(values / 255, 0, 1)[..., None]
    pixels: Pixels = np.clip(np.rint(values), 0, 255).astype(np.uint8)
    return pixels if pixels.ndim == 3 else pixels[..., None]


def _sum(like: Chance, field: Field, other: Field) -> Field:
    return evened(field + like.uniform(0.3, 1) * other)


def _beside(like: Chance, rng: Chance, field: Field, other: Field) -> Field:
    """One here, the other there, with soft borders between them."""
    where = evened(cv2.GaussianBlur(grain(branch(like), rng), (0, 0), 6))
    share = 1 / (1 + np.exp(-4 * where))
    beside: NDArray[Any] = share * field + (1 - share) * (other * like.uniform(0.2, 1) + like.normal(0, 1))
    soft: Field = beside.astype(np.float32)
    return soft


def _some(like: Chance) -> Callable[[Chance, Chance], Field]:
    return _KINDS[int(like.integers(len(_KINDS)))]
