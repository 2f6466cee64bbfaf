"""Stages, shapes and costs in the few words that fit a card."""

from __future__ import annotations

import math
from collections.abc import Sequence

from engine.imaging.activations import FORMULAS
from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.running import StageResult
from engine.imaging.stages.activation import Activation
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.pooling import Pooling
from engine.imaging.stages.stage import Stage
from engine.imaging.stages.transposed import Transposed
from gui.text import tr, translated

_SIGNS = ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k"))


def stage_title(stage: Stage) -> str:
    """What to call a stage on screen: kernels by their own name, without the size, which the summary gives."""
    if isinstance(stage, Convolution) and stage.channels != "volume":
        return kernel_title(stage.kernel)
    if isinstance(stage, Transposed):
        return tr("Transposed {kernel}", kernel=kernel_title(stage.kernel))
    remark = stage.title()
    return translated(remark.template, **remark.values)


def kernel_title(kernel: KernelChoice) -> str:
    """A kernel's name and what sets it apart, without its size: `Sobel vertical edges`."""
    name, *rest = kernel.title_parts()
    words = [translated(part) for part in rest if "×" not in part]
    return " ".join([translated(name), *(word[:1].lower() + word[1:] for word in words)])


def stage_summary(stage: Stage, result: StageResult | None = None) -> str:
    """The settings that matter in one line, and the share of values that a ReLU or a pooling does away with."""
    if not stage.is_on:
        return tr("off: passes its input on")
    remark = stage.summary()
    text = translated(remark.template, **remark.values) if remark.template else ""
    if result is not None and result.zeros is not None:
        return tr("{share}% become 0", share=round(100 * result.zeros))
    if isinstance(stage, Activation):
        return FORMULAS[stage.function]
    if isinstance(stage, Pooling) and result is not None and result.image is not None and result.input is not None:
        dropped = 1 - result.image.size / result.input.size if result.input.size else 0.0
        if dropped > 0:
            text = " · ".join([text, tr("−{share}%", share=round(100 * dropped))])
    return text


def shape_text(shape: Sequence[int] | None) -> str:
    """Height, width and channels of a picture.

    >>> shape_text((347, 520)), shape_text((28, 28, 8)), shape_text(None)
    ('347 × 520 × 1', '28 × 28 × 8', '–')
    """
    if shape is None:
        return "–"
    return " × ".join(str(side) for side in (*shape, *((1,) if len(shape) == 2 else ())))


def large_number(value: float) -> str:
    """A count as it is read out.

    >>> large_number(608), large_number(12_345), large_number(1_623_960)
    ('608', '12.3 k', '1.6 M')
    """
    for step, sign in _SIGNS:
        if value >= step * 0.99995:
            return f"{value / step:.1f} {sign}"
    return f"{value:.0f}"


def milliseconds(seconds: float) -> str:
    """A duration, with one decimal below 100 ms.

    >>> milliseconds(0.0021), milliseconds(0.25)
    ('2.1', '250')
    """
    value = 1000 * seconds
    return f"{value:.1f}" if value < 100 and math.isfinite(value) else f"{value:.0f}"
