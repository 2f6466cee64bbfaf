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

PICTURE, POSITIVE, SIGNED = "photo", "positive", "signed"
_CANNY = {"smoothed": PICTURE, "edges": PICTURE, "gradient_x": SIGNED, "gradient_y": SIGNED}


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
    return _CANNY.get(stage.step, POSITIVE)


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


def _activated(function: str, before: str) -> str:
    if function in ("none", "leaky"):
        return before
    if function == "tanh":
        return SIGNED if before == SIGNED else POSITIVE
    if function == "sigmoid":
        return POSITIVE
    return POSITIVE if before == SIGNED else before
