"""Looking inside any stage that has something to show."""

from __future__ import annotations

from engine.imaging.inside.canny import inside_canny
from engine.imaging.inside.convolution import inside_convolution
from engine.imaging.inside.exhibit import Inside, Place
from engine.imaging.inside.noise import inside_median, inside_noise
from engine.imaging.inside.pooling import inside_pooling
from engine.imaging.inside.transposed import inside_transposed
from engine.imaging.running import StageResult
from engine.imaging.stages.canny import Canny
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.median import Median
from engine.imaging.stages.noise import Noise
from engine.imaging.stages.pooling import Pooling
from engine.imaging.stages.stage import Image
from engine.imaging.stages.transposed import Transposed


def look_inside(result: StageResult, place: Place, *, step: int = -1, clean: Image | None = None) -> Inside | None:
    """What to show of this stage around `place`; None where there is nothing beyond its result.

    `clean` is the picture before the noise that this stage comes behind.
    """
    stage = result.stage
    if result.input is None or result.image is None or not stage.is_on:
        return None
    if isinstance(stage, Convolution):
        return inside_convolution(stage, result, place)
    if isinstance(stage, Pooling):
        return inside_pooling(stage, result, place)
    if isinstance(stage, Transposed):
        return inside_transposed(stage, result, place, step)
    if isinstance(stage, Canny):
        return inside_canny(stage, result)
    if isinstance(stage, Noise):
        return inside_noise(stage, result)
    if isinstance(stage, Median) and clean is not None and clean.shape == result.image.shape:
        return inside_median(stage, result, clean)
    return None
