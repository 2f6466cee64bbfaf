"""Several shapes a picture, with a box and a mask for each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.network.data.annotation import Annotation
from engine.network.data.dataset import Pixels
from engine.network.data.generated.canvas import Coverage, another, colours, finished, ground, laid, strewn, turn
from engine.network.data.generated.shapes import SHAPES, shape_coverage
from engine.network.data.specs import GeneratedData
from engine.text import mark

MOST_THINGS = 5
COUNTS = (mark("1 thing"), mark("2 things"), mark("3 things"), mark("4 things"), mark("5 things"))
_TRIES = 40
_LEAST_SEEN = 0.7


def draw_scene(rng: np.random.Generator, spec: GeneratedData, count: int, hue: int | None) -> tuple[Pixels, Annotation]:
    """A picture of `count` shapes, each of which can be seen, and what there is in it."""
    chosen = colours(rng, spec.colour, hue)
    picture = strewn(rng, ground(rng, spec.side, chosen.ground), spec.clutter, chosen.ground)
    things, coverages = _placed(rng, spec, count)
    masks = np.zeros((count, spec.side, spec.side), bool)
    for place, coverage in enumerate(coverages):
        ink = chosen.ink if place == 0 else another(rng, spec.colour, chosen.ground, hue)
        picture = laid(picture, coverage, ink)
        covered = coverage > 127
        masks[:place] &= ~covered
        masks[place] = covered
    boxes = np.array([_box(mask) for mask in masks], np.int32)
    names = tuple(SHAPES[thing] for thing in things)
    return finished(rng, picture, spec), Annotation(names, boxes, masks)


def _placed(rng: np.random.Generator, spec: GeneratedData, count: int) -> tuple[list[int], list[Coverage]]:
    """Shapes at places where none hides much of another; they get smaller until they fit."""
    most = spec.side * 0.3 / np.sqrt(count / 2 + 0.5)
    while True:
        things: list[int] = []
        coverages: list[Coverage] = []
        for _ in range(_TRIES):
            extent = float(max(3.0, most * rng.uniform(1 - 0.6 * spec.size, 1)))
            shape = int(rng.integers(len(SHAPES)))
            place = rng.uniform(extent, spec.side - extent, 2)
            coverage = shape_coverage(shape, place=place, extent=extent, angle=turn(rng, spec.rotation), side=spec.side)
            if _all_seen([*coverages, coverage]):
                things.append(shape)
                coverages.append(coverage)
            if len(things) == count:
                return things, coverages
        most *= 0.8


def _all_seen(coverages: list[Coverage]) -> bool:
    """Whether enough is left of every shape, and something between any two, so that they can be counted."""
    masks = [coverage > 127 for coverage in coverages]
    above = np.zeros_like(masks[0])
    for mask in reversed(masks):
        total = int(mask.sum())
        if total < 4 or int((mask & ~above).sum()) < _LEAST_SEEN * total:
            return False
        above |= mask
    return True


def _box(mask: NDArray[np.bool_]) -> tuple[int, int, int, int]:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    top, left = int(rows[0]), int(columns[0])
    return top, left, int(rows[-1]) - top + 1, int(columns[-1]) - left + 1
