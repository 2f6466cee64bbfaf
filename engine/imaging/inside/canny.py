"""Inside Canny: every step of the chain beside the others."""

from __future__ import annotations

from engine.imaging.canny import STEPS
from engine.imaging.explanation import Remark
from engine.imaging.inside.exhibit import Exhibit, Inside
from engine.imaging.running import StageResult
from engine.imaging.stages.canny import Canny
from engine.text import mark


def inside_canny(stage: Canny, result: StageResult) -> Inside:
    """All steps; choosing one makes it the stage's result."""
    assert result.input is not None
    chain = stage.chain(result.input)
    return Inside(
        tuple(
            Exhibit(
                Remark(step.title), getattr(chain, step.value), None,
                role="accent" if step.value == stage.step else "result", setting=("step", step.value),
            )
            for step in STEPS
        ),
        Remark(mark("Canny is a chain, not one kernel. Click a step to make it the result.")),
    )  # fmt: skip
