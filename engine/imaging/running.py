"""Running a recipe on a picture, keeping every stage's result."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.errors import UserError
from engine.imaging.recipe import Recipe
from engine.imaging.stages.activation import Activation
from engine.imaging.stages.stage import Image, Stage, StageError
from engine.opencv import cv2
from engine.text import mark

MOST_BYTES = 500_000_000
"""What the results of a recipe may take together; with the picture and what a stage needs beside, below a gigabyte."""


@dataclass(frozen=True)
class StageResult:
    """What one stage made of its input.

    A stage that is off passes its input on. Where a stage failed, `error` says why and `image` is None, and so are the
    images of all stages after it. `zeros` is the share of the values that a ReLU left at 0.
    """

    stage: Stage
    input: Image | None
    image: Image | None
    seconds: float = 0.0
    error: UserError | None = None
    zeros: float | None = None


def run_recipe(recipe: Recipe, image: Image, *, previous: Sequence[StageResult] = ()) -> tuple[StageResult, ...]:
    """Apply the stages of `recipe` in order and return one result a stage.

    `previous` may hold results of an earlier run: a stage that is the same and got the same array is not run anew.
    A stage whose result would no longer fit beside those before it is refused before it begins.
    """
    results: list[StageResult] = []
    current: Image | None = image
    room = MOST_BYTES
    for index, stage in enumerate(recipe.stages):
        known = previous[index] if index < len(previous) else None
        if known is not None and known.input is current and known.stage == stage:
            result = known
        else:
            result = run_stage(stage, current, room=room)
        results.append(result)
        if result.image is not None and result.image is not current:
            room -= result.image.nbytes
        current = result.image
    return tuple(results)


def run_stage(stage: Stage, image: Image | None, *, room: int = MOST_BYTES) -> StageResult:
    """Apply one stage, if its result takes at most `room` bytes."""
    if image is None or not stage.is_on:
        return StageResult(stage, image, image)
    start = time.perf_counter()
    try:
        _check_room(4 * math.prod(stage.output_shape(image.shape)), room)
        with np.errstate(all="ignore"):  # what overflows or is no number is shown as such, not warned about
            output = stage.apply(image)
    except UserError as error:
        return StageResult(stage, image, None, error=error)
    seconds = time.perf_counter() - start
    output.flags.writeable = False
    return StageResult(stage, image, output, seconds, zeros=_zeros(stage, output))


def _check_room(needed: int, room: int) -> None:
    if needed > max(room, 0):
        raise StageError(
            mark(
                "The result would take {needed} MB of memory; beside the results before it there is room for {room} MB."
                " Use a smaller picture, a larger stride, or fewer stages."
            ),
            needed=f"{math.ceil(needed / 1e6):,}", room=f"{max(room, 0) // 1_000_000:,}",
        )  # fmt: skip


def _zeros(stage: Stage, output: Image) -> float | None:
    if not isinstance(stage, Activation) or stage.function != "relu" or not output.size:
        return None
    return 1 - cv2.countNonZero(output.reshape(output.shape[0], -1)) / output.size
