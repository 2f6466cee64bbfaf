"""How close the results of a recipe with noise in it come to the picture before the noise."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from engine.imaging.colour import to_gray
from engine.imaging.explanation import Remark
from engine.imaging.nature import PICTURE, nature_of
from engine.imaging.quality import psnr, ssim
from engine.imaging.running import StageResult
from engine.imaging.stages.noise import Noise
from engine.imaging.stages.stage import Image, Stage
from engine.text import mark


@dataclass(frozen=True)
class Closeness:
    """One line of the comparison: which result, and its PSNR and SSIM, or why there are none."""

    title: str
    note: Remark


def noise_at(stages: Sequence[Stage]) -> int | None:
    """Index of the first noise that is on; what goes into it is the clean picture."""
    return next((index for index, stage in enumerate(stages) if isinstance(stage, Noise) and stage.is_on), None)


def compared(stages: Sequence[Stage]) -> frozenset[int]:
    """The stages whose numbers a comparison needs, whichever is selected: the noise and the last one."""
    index = noise_at(stages)
    return frozenset() if index is None else frozenset((index, len(stages) - 1))


def clean_before(results: Sequence[StageResult], index: int) -> Image | None:
    """The clean picture, where stage `index` comes behind noise."""
    first = noise_at([result.stage for result in results])
    return results[first].input if first is not None and first < index else None


def closeness(results: Sequence[StageResult], selected: int) -> tuple[Closeness, ...]:
    """PSNR and SSIM right after the noise, of the selected stage and of the last one; empty where there is no noise."""
    first = noise_at([result.stage for result in results])
    clean = results[first].input if first is not None else None
    if first is None or clean is None:
        return ()
    places = {first: mark("noisy"), len(results) - 1: mark("at the end")}
    if selected > first:
        places[selected] = mark("this stage")
    places[first] = mark("noisy")
    notes = ((title, _note(clean, results, index)) for index, title in sorted(places.items()))
    return tuple(Closeness(title, note) for title, note in notes if note is not None)


def quality_note(clean: Image, other: Image) -> Remark:
    """PSNR and SSIM of a picture against the clean one, in a short line; the structure is compared in gray."""
    is_colour = clean.ndim == 3 and clean.shape[2] == 3
    if is_colour and other.ndim == 2:
        clean, is_colour = to_gray(clean), False
    closest = psnr(clean, other)
    if math.isinf(closest):
        return Remark(mark("no difference at all"))
    likeness = ssim(to_gray(clean), to_gray(other)) if is_colour else ssim(clean, other)
    values = {"psnr": closest, "ssim": likeness}
    if likeness is None:
        return Remark(mark("PSNR {psnr:.1f} dB"), values)
    return Remark(mark("PSNR {psnr:.1f} dB · SSIM {ssim:.3f}"), values)


def _note(clean: Image, results: Sequence[StageResult], index: int) -> Remark | None:
    image = results[index].image
    if image is None:
        return None
    if nature_of(results, index) != PICTURE:
        return Remark(mark("measurements, no picture any more"))
    is_gray = image.ndim == 2 and clean.ndim == 3 and clean.shape[2] == 3
    if image.shape != (clean.shape[:2] if is_gray else clean.shape):
        return Remark(mark("of another size"))
    return quality_note(clean, image)
