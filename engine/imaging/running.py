"""Running a recipe on a picture, keeping every stage's result."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from engine.errors import UserError
from engine.imaging.recipe import Recipe
from engine.imaging.stages.activation import Activation
from engine.imaging.stages.stage import Image, Stage
from engine.opencv import cv2


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
    """
    results: list[StageResult] = []
    current: Image | None = image
    for index, stage in enumerate(recipe.stages):
        known = previous[index] if index < len(previous) else None
        if known is not None and known.input is current and known.stage == stage:
            result = known
        else:
            result = _run_stage(stage, current)
        results.append(result)
        current = result.image
    return tuple(results)


def _run_stage(stage: Stage, image: Image | None) -> StageResult:
    if image is None or not stage.is_on:
        return StageResult(stage, image, image)
    start = time.perf_counter()
    try:
        stage.output_shape(image.shape)
        output = stage.apply(image)
    except UserError as error:
        return StageResult(stage, image, None, error=error)
    seconds = time.perf_counter() - start
    output.flags.writeable = False
    return StageResult(stage, image, output, seconds, zeros=_zeros(stage, output))


def _zeros(stage: Stage, output: Image) -> float | None:
    if not isinstance(stage, Activation) or stage.function != "relu" or not output.size:
        return None
    return 1 - cv2.countNonZero(output.reshape(output.shape[0], -1)) / output.size
