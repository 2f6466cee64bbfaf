"""How far a stage's windows reach beyond its input: the rim of padding around it."""

from __future__ import annotations

from engine.imaging.mosaic import NO_RIM, Rim
from engine.imaging.running import StageResult


def rim_of(result: StageResult) -> Rim:
    """Rows above and below, columns left and right, by which a stage pads what goes in."""
    if result.input is None or result.image is None or not result.stage.is_on:
        return NO_RIM
    height, width = result.input.shape[:2]
    last_row, last_column = result.image.shape[0] - 1, result.image.shape[1] - 1
    (top, _), (left, _) = result.stage.sees(result.input.shape, 0, 0)
    (_, bottom), (_, right) = result.stage.sees(result.input.shape, last_row, last_column)
    return max(0, -top), max(0, bottom - height + 1), max(0, -left), max(0, right - width + 1)
