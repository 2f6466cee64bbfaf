"""What the live pipeline does with one frame, as plain functions: reduce, run the recipe, explain, draw."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine.errors import UserError
from engine.imaging.closeness import compared
from engine.imaging.display import Limits, Picture, render
from engine.imaging.field import field_of
from engine.imaging.mosaic import NO_RIM, MosaicLayout, Rim
from engine.imaging.nature import nature_of, rounding_of
from engine.imaging.recipe import Recipe
from engine.imaging.rim import rim_of
from engine.imaging.running import StageResult, let_go, run_recipe
from engine.imaging.stages.convolution import Convolution
from engine.imaging.story import story_of
from engine.opencv import cv2
from engine.sources.frame import Frame, reduced
from gui.session import SOURCE, Look, Output, Spot, Timing

FULL_BYTES = 350_000_000
"""Results that may be held at full resolution: with their pictures the window stays well below a gigabyte."""
THUMBNAIL_SIDE = 96
LARGEST_LEVEL = 3_000_000
LIVE_VALUES = 8_000_000
"""Numbers that a single result of a live picture may have: four screens of them, in 32 MB."""
TINY_SIDE, TINY_VALUE = 32, 25

Levels = tuple[np.ndarray, ...]
Thumbnails = tuple[np.ndarray | None, ...]


@dataclass(frozen=True)
class Wish:
    """Everything beside the frame that an output depends on."""

    recipe: Recipe
    selection: int
    look: Look
    is_dark: bool
    spot: Spot | None = None


@dataclass(frozen=True, eq=False)
class Base:
    """The frame as it came, and the one that is worked on: the same, or 1/`factor` of its size.

    `reduction` is the factor that makes it small enough to be worked on live. `is_moving` says that the next frame is
    about to come, so that only what is shown of this one is held.
    """

    whole: Frame
    frame: Frame
    factor: int
    reduction: int
    is_moving: bool = False

    @property
    def at_full_size(self) -> Base:
        """The same frame with every pixel."""
        return Base(self.whole, self.whole, 1, self.reduction)


@dataclass(frozen=True, eq=False)
class Made:
    """An output, and what it was made from."""

    output: Output
    base: Base
    wish: Wish
    left_levels: Levels = ()
    right_levels: Levels = ()


def prepared(frame: Frame, *, moving: Recipe | None = None) -> Base:
    """The frame at a size that can be worked on live; one of many that follow each other through the recipe `moving`.

    Of a moving picture a result that is larger than any screen costs time and memory and is never looked at: the frame
    is reduced until no result is.
    """
    least = 1
    if moving is not None:
        height, width = frame.image.shape[:2]
        while least < min(height, width) and _largest(moving, frame.image.shape, least) > LIVE_VALUES:
            least += 1
    image, factor = reduced(frame.image, least=least)
    worked_on = frame if factor == 1 else replace(frame, image=image)
    return Base(frame, worked_on, factor, factor, is_moving=moving is not None)


def _largest(recipe: Recipe, shape: Sequence[int], factor: int) -> int:
    """How many numbers the largest result has when the recipe runs on 1/`factor` of a picture."""
    current: tuple[int, ...] = (-(-shape[0] // factor), -(-shape[1] // factor), *shape[2:])
    most = 0
    for stage in recipe.stages:
        try:
            current = stage.output_shape(current) if stage.is_on else current
        except UserError:
            break
        most = max(most, math.prod(current) if stage.is_on else 0)
    return most


def make_output(
    base: Base, wish: Wish, *, previous: Made | None = None, with_thumbnails: bool = False, capture: float = 0.0
) -> Made:
    """Run the recipe on the frame and draw what is to be seen. `capture` is the frame's age in seconds."""
    start = time.perf_counter()
    before = previous.output.results if previous is not None else ()
    if base.is_moving:
        made = _made_in_passing(base, wish, previous, with_thumbnails=with_thumbnails)
    else:
        results = run_recipe(wish.recipe, base.frame.image, previous=before)
        made = drawn(base, wish, results, previous=previous, with_thumbnails=with_thumbnails)
    compute = 1000 * (time.perf_counter() - start)
    return replace(made, output=replace(made.output, timing=Timing(capture=1000 * capture, compute=compute)))


def _made_in_passing(base: Base, wish: Wish, previous: Made | None, *, with_thumbnails: bool) -> Made:
    """One of many frames: of its results only those of the selected stage outlive it, as nothing else is shown."""
    image, last = base.frame.image, len(wish.recipe.stages)
    selected = min(wish.selection, last - 1)
    before = previous.output if previous is not None else None
    thumbnails = before.thumbnails if before is not None else ()
    small: list[np.ndarray | None] = []
    if with_thumbnails or len(thumbnails) != last + 1:
        small.append(source_thumbnail(image, is_dark=wish.is_dark))

    def keep_small(results: Sequence[StageResult]) -> None:
        if small:
            small.append(_thumbnail_of(results, len(results) - 1, is_dark=wish.is_dark))

    shown = {selected} if selected != SOURCE else set()
    shown |= compared(wish.recipe.stages)
    # The story of the value under the cursor goes on through the stages behind the selected one.
    kept = shown if wish.spot is None else shown | set(range(max(0, selected), last))
    results = run_recipe(
        wish.recipe, image, previous=before.results if before is not None else (), kept=kept, seen=keep_small
    )
    made = drawn(base, wish, results, previous=previous, thumbnails=tuple(small) or thumbnails)
    return replace(made, output=replace(made.output, results=let_go(results, kept=shown, also=(image,))))


def drawn(
    base: Base,
    wish: Wish,
    results: tuple[StageResult, ...],
    *,
    previous: Made | None = None,
    with_thumbnails: bool = True,
    thumbnails: Thumbnails | None = None,
) -> Made:
    """The output with its pictures. Pictures of arrays that have not changed are taken from the previous one.

    `thumbnails` are those to show, where they are there already.
    """
    selected = min(wish.selection, len(results) - 1)
    bare = Output(base.frame, wish.recipe, results, selected, None, None)
    shows_input = wish.look.left == "input" and selected > 0
    left_image = bare.image_before(selected) if shows_input else base.frame.image
    right_image = bare.image_after(selected) if selected != SOURCE else None
    if thumbnails is None:
        thumbnails = previous.output.thumbnails if previous is not None else ()
        if with_thumbnails or len(thumbnails) != len(results) + 1:
            thumbnails = _thumbnails(base.frame.image, results, is_dark=wish.is_dark)
    output = replace(
        bare,
        left=_left_picture(bare, left_image, wish, previous),
        right=_right_picture(bare, right_image, wish, previous),
        left_image=left_image,
        right_image=right_image,
        thumbnails=thumbnails,
    )
    left_before, right_before = (previous.output.left, previous.output.right) if previous else (None, None)
    return Made(
        _explained(output, wish.spot, previous),
        base,
        wish,
        _levels(output.left, left_before, previous.left_levels if previous else ()),
        _levels(output.right, right_before, previous.right_levels if previous else ()),
    )


def level_for(levels: Levels, scale: float) -> np.ndarray | None:
    """The smallest of the levels that still has a pixel for each of the screen's; `scale` is screen for full pixels."""
    if not levels:
        return None
    at = 0
    while at + 1 < len(levels) and scale * 2 ** (at + 1) <= 1.0:
        at += 1
    return levels[at]


def _levels(picture: Picture | None, before: Picture | None, known: Levels) -> Levels:
    """The pixels and, of a picture much larger than a screen, halves of them, so that zooming out costs no time."""
    if picture is None:
        return ()
    if picture is before and known:
        return known
    levels = [picture.pixels]
    while levels[-1].shape[0] * levels[-1].shape[1] > LARGEST_LEVEL and min(levels[-1].shape[:2]) > 1:
        height, width = levels[-1].shape[:2]
        half = cv2.resize(levels[-1], ((width + 1) // 2, (height + 1) // 2), interpolation=cv2.INTER_AREA)
        levels.append(np.asarray(half))
    return tuple(levels)


def fits_in_memory(recipe: Recipe, shape: Sequence[int]) -> bool:
    """Whether the results of all stages on a picture of `shape` may be kept at the same time."""
    current = tuple(shape)
    total = 0
    for stage in recipe.stages:
        try:
            current = stage.output_shape(current) if stage.is_on else current
        except UserError:
            break
        total += 4 * int(np.prod(current, dtype=np.int64)) if stage.is_on else 0
    return total <= FULL_BYTES


def has_maps(results: Sequence[StageResult], index: int) -> bool:
    """Whether the channels of a stage's result are maps of filters and no colours."""
    return any(
        isinstance(result.stage, Convolution) and result.stage.is_on and result.stage.channels == "volume"
        for result in results[: index + 1]
    )


def source_picture(image: np.ndarray, *, is_dark: bool, rim: Rim = NO_RIM) -> Picture:
    """The source as it is; a handful of small numbers is stretched to full brightness, or it would be all black."""
    is_tiny = max(image.shape[:2]) <= TINY_SIDE and image.dtype == np.uint8
    high = int(image.max()) if is_tiny else 0
    if not 0 < high <= TINY_VALUE:
        return render(image, is_dark=is_dark, rim=rim)
    return render(image.astype(np.float32), "photo", is_dark=is_dark, limits=(0.0, float(high)), rim=rim)


def thumbnail(image: np.ndarray, scale: str = "auto", *, is_dark: bool, as_maps: bool = False) -> np.ndarray:
    """A small picture of a result; of a stack of maps its first."""
    plane = image if image.ndim == 2 or (image.shape[2] == 3 and not as_maps) else image[..., 0]
    step = max(1, min(plane.shape[:2]) // THUMBNAIL_SIDE)
    height, width = max(1, plane.shape[0] // step), max(1, plane.shape[1] // step)
    if step > 1:
        # Every other pixel is left out first where there are very many: a thumbnail must not cost more than the stage.
        stride = max(1, step // 4)
        plane = cv2.resize(
            np.ascontiguousarray(plane[::stride, ::stride]), (width, height), interpolation=cv2.INTER_AREA
        )
    return render(plane, scale, is_dark=is_dark).pixels


def source_thumbnail(image: np.ndarray, *, is_dark: bool) -> np.ndarray:
    """A small picture of the source; a tiny one as it is."""
    is_tiny = max(image.shape[:2]) <= TINY_SIDE
    return source_picture(image, is_dark=is_dark).pixels if is_tiny else thumbnail(image, is_dark=is_dark)


def _thumbnails(image: np.ndarray, results: Sequence[StageResult], *, is_dark: bool) -> Thumbnails:
    of_stages = (_thumbnail_of(results, index, is_dark=is_dark) for index in range(len(results)))
    return (source_thumbnail(image, is_dark=is_dark), *of_stages)


def _thumbnail_of(results: Sequence[StageResult], index: int, *, is_dark: bool) -> np.ndarray | None:
    image = results[index].image
    if image is None:
        return None
    return thumbnail(image, nature_of(results, index), is_dark=is_dark, as_maps=has_maps(results, index))


def _left_picture(output: Output, image: np.ndarray | None, wish: Wish, previous: Made | None) -> Picture | None:
    if image is None:
        return None
    selected = output.selected
    rim = rim_of(output.results[selected]) if selected != SOURCE and image is output.image_before(selected) else NO_RIM
    known = previous.output.left if previous is not None and previous.output.left_image is image else None
    if known is not None and previous is not None and previous.wish.is_dark != wish.is_dark:
        known = None
    if known is not None and (known.layout is None or known.layout == MosaicLayout.of(image.shape, rim=rim)):
        return known
    if image is output.frame.image:
        return source_picture(image, is_dark=wish.is_dark, rim=rim)
    before = selected - 1
    scale, as_maps = nature_of(output.results, before), has_maps(output.results, before)
    return render(image, scale, is_dark=wish.is_dark, as_maps=as_maps, rim=rim)


def _right_picture(output: Output, image: np.ndarray | None, wish: Wish, previous: Made | None) -> Picture | None:
    if image is None:
        return None
    if previous is not None and previous.output.right_image is image and _draws_alike(previous.wish, wish):
        return previous.output.right
    channel = wish.look.channel
    limits: Limits = "full" if wish.look.limits == "full" else "auto"
    scale, least = nature_of(output.results, output.selected), rounding_of(output.results[output.selected])
    if image.ndim == 3 and 0 <= channel < image.shape[2]:
        return render(image[..., channel], scale, is_dark=wish.is_dark, limits=limits, least=least)
    as_maps = has_maps(output.results, output.selected)
    return render(image, scale, is_dark=wish.is_dark, limits=limits, as_maps=as_maps, least=least)


def _draws_alike(first: Wish, second: Wish) -> bool:
    return (first.is_dark, first.look.channel, first.look.limits) == (
        second.is_dark, second.look.channel, second.look.limits,
    )  # fmt: skip


def _explained(output: Output, spot: Spot | None, previous: Made | None) -> Output:
    """The output with the arithmetic of the value at the spot, where there is such a value."""
    if spot is None or output.right_image is None:
        return output
    result = output.results[output.selected]
    shape = output.right_image.shape
    channels = shape[2] if len(shape) == 3 else 1
    if not (0 <= spot.row < shape[0] and 0 <= spot.column < shape[1] and spot.channel < channels):
        return output
    before = previous.output if previous is not None else None
    if before is not None and before.spot == spot and _same(before.results, output.results):
        return replace(
            output, spot=spot, explanation=before.explanation, story=before.story, field=before.field
        )  # fmt: skip
    explanation = None
    if result.stage.is_on and result.input is not None:
        # Where the picture holds NaN or infinity, so does the arithmetic; that is shown, not warned of.
        with np.errstate(all="ignore"):
            explanation = result.stage.explain(result.input, spot.row, spot.column, spot.channel)
    return replace(
        output,
        spot=spot,
        explanation=explanation,
        story=story_of(output.results, output.selected, spot.row, spot.column, spot.channel),
        field=field_of(output.results, output.selected, spot.row, spot.column),
    )


def _same(first: Sequence[StageResult], second: Sequence[StageResult]) -> bool:
    return len(first) == len(second) and all(one is other for one, other in zip(first, second, strict=True))
