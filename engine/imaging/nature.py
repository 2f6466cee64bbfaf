"""What the numbers of a result are: a picture still, positive measurements, or signed ones.

The scale on which a result is drawn follows from what was done, not from the values of the moment: a live picture must
not change its colours because a bright thing came into view.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch

import numpy as np

from engine.imaging.running import StageResult
from engine.imaging.stages.activation import Activation
from engine.imaging.stages.canny import Canny
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.stage import Stage
from engine.imaging.stages.transposed import Transposed
from engine.opencv import cv2

PICTURE, POSITIVE, SIGNED = "photo", "positive", "signed"
ROUNDING = 1e-6
"""About ten times what float32 rounds off."""
_CANNY = {"edges": PICTURE, "gradient_x": SIGNED, "gradient_y": SIGNED}


def nature_of(results: Sequence[StageResult], index: int) -> str:
    """The nature of stage `index`'s result, as the scale that `render` draws it on; −1 is the source."""
    nature = PICTURE
    for result in results[: index + 1]:
        if result.stage.is_on:
            nature = nature_after(result.stage, nature)
    return nature


@singledispatch
def nature_after(stage: Stage, before: str) -> str:
    """What a stage makes of numbers of the nature `before`; most keep it."""
    return before


@nature_after.register
def _(stage: Activation, before: str) -> str:
    return _activated(stage.function, before)


@nature_after.register
def _(stage: Canny, before: str) -> str:
    return before if stage.step == "smoothed" else _CANNY.get(stage.step, POSITIVE)


@nature_after.register
def _(stage: Transposed, before: str) -> str:
    weights = stage.kernel.weights()
    return SIGNED if before == SIGNED or float(weights.min()) < 0 else POSITIVE


@nature_after.register
def _(stage: Convolution, before: str) -> str:
    if stage.channels == "volume":
        weights = np.concatenate([each.weights().ravel() for bank in stage.bank() for each in bank.kernels])
        biases = [bank.bias for bank in stage.bank()]
        is_negative = float(weights.min()) < 0 or min(biases) < 0
        return _activated(stage.activation, SIGNED if is_negative or before == SIGNED else POSITIVE)
    weights = stage.kernel.weights()
    keeps_brightness = abs(float(weights.sum(dtype=np.float64)) - 1) < 1e-3 and stage.bias == 0
    if before == PICTURE and keeps_brightness:
        return _activated(stage.activation, PICTURE)
    is_negative = float(weights.min()) < 0 or stage.bias < 0
    return _activated(stage.activation, SIGNED if is_negative or before == SIGNED else POSITIVE)


def rounding_of(result: StageResult) -> float:
    """The size below which the values of a kernel's result are nothing but rounding: a share of Σ |w| · the peak."""
    stage = result.stage
    if not isinstance(stage, Convolution) or not stage.is_on or result.input is None or not result.input.size:
        return 0.0
    kernels = [each for bank in stage.bank() for each in bank.kernels] if stage.channels == "volume" else [stage.kernel]
    weight = max(float(np.abs(kernel.weights()).sum(dtype=np.float64)) for kernel in kernels)
    kind = result.input.dtype
    peak = float(np.iinfo(kind).max) if kind.kind in "ui" else float(cv2.norm(result.input.reshape(-1), cv2.NORM_INF))
    return ROUNDING * weight * peak if np.isfinite(peak) else 0.0


def _activated(function: str, before: str) -> str:
    if function in ("none", "leaky"):
        return before
    if function == "tanh":
        return SIGNED if before == SIGNED else POSITIVE
    if function == "sigmoid":
        return POSITIVE
    return POSITIVE if before == SIGNED else before
