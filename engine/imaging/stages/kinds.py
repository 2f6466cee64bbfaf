"""The kinds of stage that there are. A new kind is added here and nowhere else."""

from __future__ import annotations

from typing import Any

from engine.imaging.stages.activation import Activation
from engine.imaging.stages.bilateral import Bilateral
from engine.imaging.stages.canny import Canny
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.median import Median
from engine.imaging.stages.noise import Noise
from engine.imaging.stages.pooling import Pooling
from engine.imaging.stages.stage import Stage, StageError
from engine.imaging.stages.transposed import Transposed
from engine.imaging.stages.upsampling import Upsampling
from engine.text import mark

_KINDS = (Convolution, Activation, Pooling, Noise, Median, Bilateral, Canny, Transposed, Upsampling)
STAGE_KINDS: dict[str, type[Stage]] = {kind.KIND: kind for kind in _KINDS}


def stage_from_json(data: Any) -> Stage:
    """The stage that plain data describes, checked."""
    if not isinstance(data, dict) or not isinstance(data.get("kind"), str):
        raise StageError(mark("It does not say what kind of stage it is."))
    kind = STAGE_KINDS.get(data["kind"])
    if kind is None:
        raise StageError(
            mark("“{kind}” is no stage that is known here. Is the recipe from a newer version?"), kind=data["kind"]
        )
    return kind.from_json(data)
