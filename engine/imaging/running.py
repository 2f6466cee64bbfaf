"""Running a recipe on a picture, keeping every stage's result."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

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
    images of all stages after it. `zeros` is the share of the values that a ReLU left at 0. Without `has_numbers` the
    images have been let go of: they tell shape and type, and what they hold means nothing.
    """

    stage: Stage
    input: Image | None
    image: Image | None
    seconds: float = 0.0
    error: UserError | None = None
    zeros: float | None = None
    has_numbers: bool = True


def run_recipe(
    recipe: Recipe,
    image: Image,
    *,
    previous: Sequence[StageResult] = (),
    kept: Collection[int] | None = None,
    seen: Callable[[Sequence[StageResult]], None] | None = None,
) -> tuple[StageResult, ...]:
    """Apply the stages of `recipe` in order and return one result a stage.

    `previous` may hold results of an earlier run: a stage that is the same and got the same array is not run anew.
    A stage whose result would no longer fit beside those before it is refused before it begins. With `kept`, only these
    stages keep what went in and what came out; all else is let go of as soon as the next stage has taken it. `seen` is
    called after each stage with the results so far, the last of them whole.
    """
    results: list[StageResult] = []
    current: Image | None = image
    room = MOST_BYTES
    for index, stage in enumerate(recipe.stages):
        known = previous[index] if index < len(previous) else None
        if known is not None and known.has_numbers and known.input is current and known.stage == stage:
            result = known
        else:
            result = run_stage(stage, current, room=room)
        results.append(result)
        if result.image is not None and result.image is not current:
            room -= result.image.nbytes
        current = result.image
        if seen is not None:
            seen(results)
        if kept is not None:
            results = list(let_go(results, kept=kept, also=(image, current)))
    return tuple(results)


def let_go(
    results: Sequence[StageResult], *, kept: Collection[int], also: Collection[Image | None] = ()
) -> tuple[StageResult, ...]:
    """The same results without the numbers that neither the stages `kept` nor `also` hold; their shapes stay."""
    wanted = [each for index in kept if index < len(results) for each in (results[index].input, results[index].image)]
    names = {id(each) for each in (*wanted, *also)}

    def hollow(image: Image | None) -> Image | None:
        if image is None or id(image) in names or not any(image.strides):
            return image
        return np.broadcast_to(np.zeros((), image.dtype), image.shape)  # one number, however large it looks

    def without(result: StageResult) -> StageResult:
        taken, given = hollow(result.input), hollow(result.image)
        if taken is result.input and given is result.image:
            return result
        return replace(result, input=taken, image=given, has_numbers=False)

    return tuple(without(result) for result in results)


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
