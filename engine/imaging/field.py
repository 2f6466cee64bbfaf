"""Which part of the source one value deep in a recipe sees: its receptive field."""

from __future__ import annotations

from collections.abc import Sequence

from engine.imaging.running import StageResult
from engine.imaging.stages.stage import Span

Box = tuple[int, int, int, int]


def field_of(results: Sequence[StageResult], index: int, row: int, column: int) -> Box | None:
    """First row, first column, height and width of what the value at (`row`, `column`) of stage `index` sees.

    The rectangle is in the source's pixels and may reach into the padded rim. The corners of a window bound what all
    of it sees, so the walk back through the stages follows two corners. None where a stage has no result.
    """
    rows: Span = (row, row)
    columns: Span = (column, column)
    for result in reversed(results[: index + 1]):
        if result.input is None or result.image is None:
            return None
        if result.stage.is_on:
            first = result.stage.sees(result.input.shape, rows[0], columns[0])
            last = result.stage.sees(result.input.shape, rows[1], columns[1])
            rows = (first[0][0], last[0][1])
            columns = (first[1][0], last[1][1])
    return rows[0], columns[0], rows[1] - rows[0] + 1, columns[1] - columns[0] + 1
