"""What the later stages of a recipe make of one value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.imaging.explanation import Remark
from engine.imaging.running import StageResult
from engine.imaging.stages.activation import Activation, activation_remark
from engine.imaging.stages.pooling import Pooling
from engine.imaging.stages.stage import plane
from engine.text import mark


@dataclass(frozen=True)
class Step:
    """One later stage: its title, what it makes of the value, and the value after it (None where it ends)."""

    title: Remark
    remark: Remark
    value: float | None


def story_of(results: Sequence[StageResult], index: int, row: int, column: int, channel: int) -> tuple[Step, ...]:
    """Follow the value at (`row`, `column`, `channel`) of stage `index` as long as it stays one value.

    An activation changes it, a maximum lets it win or drops it; a kernel or a mean mixes it with its neighbours, and
    there its own story ends.
    """
    steps = []
    for result in results[index + 1 :]:
        if result.input is None or result.image is None:
            break
        stage = result.stage
        if not stage.is_on:
            continue
        if isinstance(stage, Activation):
            before = float(plane(result.input, channel)[row, column])
            after = float(plane(result.image, channel)[row, column])
            steps.append(Step(stage.title(), activation_remark(stage.function, before, after), after))
            continue
        if isinstance(stage, Pooling) and stage.method == "max":
            place = _winning_place(result, stage, row, column, channel)
            if place is not None:
                row, column = place
                value = float(plane(result.image, channel)[row, column])
                steps.append(Step(stage.title(), Remark(mark("It wins its window and is kept.")), value))
                continue
            steps.append(
                Step(stage.title(), Remark(mark("A larger value in its window wins; this one is dropped.")), None)
            )
            break
        steps.append(Step(stage.title(), Remark(mark("It is mixed with its neighbours.")), None))
        break
    return tuple(steps)


def _winning_place(result: StageResult, stage: Pooling, row: int, column: int, channel: int) -> tuple[int, int] | None:
    """Where in the pooled map the value comes out as its window's maximum, if anywhere."""
    assert result.input is not None
    assert result.image is not None
    height, width = result.image.shape[:2]
    for place_row in _places(result, stage, row, 0, height):
        for place_column in _places(result, stage, column, 1, width):
            explained = stage.explain(result.input, place_row, place_column, channel)
            window, winner = explained.channels[0].window, explained.winner
            if winner is not None and (window.rows[winner[0]], window.columns[winner[1]]) == (row, column):
                return place_row, place_column
    return None


def _places(result: StageResult, stage: Pooling, position: int, axis: int, count: int) -> list[int]:
    """The windows along one axis that look at `position`."""
    assert result.input is not None
    size, stride, _ = stage.window(result.input.shape)
    nearby = range(
        max(0, (position - size[axis]) // stride[axis]), min(count, position // stride[axis] + 2 + size[axis])
    )

    def span(place: int) -> tuple[int, int]:
        return stage.sees(result.input.shape, place, place)[axis]  # type: ignore[union-attr]

    return [place for place in nearby if span(place)[0] <= position <= span(place)[1]]
