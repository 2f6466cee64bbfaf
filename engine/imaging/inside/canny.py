"""Inside Canny: every step of the chain beside the others."""

from __future__ import annotations

import numpy as np

from engine.imaging.canny import STEPS, CannyChain
from engine.imaging.explanation import Remark
from engine.imaging.inside.exhibit import Exhibit, Inside
from engine.imaging.running import StageResult
from engine.imaging.stages.canny import Canny
from engine.imaging.stages.stage import Image
from engine.text import mark


def inside_canny(stage: Canny, result: StageResult) -> Inside:
    """All steps; choosing one makes it the stage's result."""
    assert result.input is not None
    chain = stage.chain(result.input)
    return Inside(
        tuple(
            Exhibit(
                Remark(step.title), _shown(chain, step.value), None,
                role="accent" if step.value == stage.step else "result", setting=("step", step.value),
            )
            for step in STEPS
        ),
        Remark(mark("Canny is a chain, not one kernel. Click a step to make it the result.")),
    )  # fmt: skip


def _shown(chain: CannyChain, step: str) -> Image:
    """The step's picture; the three verdicts of the thresholds as black, gray and white."""
    image: Image = getattr(chain, step)
    return image * np.uint8(127) if step == "certainty" else image
