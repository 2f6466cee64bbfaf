"""Inside pooling: the windows, overlapping or not, the winner of each, and maximum and mean side by side."""

from __future__ import annotations

import numpy as np

from engine.imaging.explanation import Remark
from engine.imaging.inside.exhibit import CLOSE_UP, MOST_CELLS, Exhibit, Inside, Outline, Place, around, limits_of
from engine.imaging.running import StageResult
from engine.imaging.stages.pooling import Pooling
from engine.imaging.stages.stage import plane
from engine.imaging.winners import share_dropped
from engine.text import mark


def inside_pooling(stage: Pooling, result: StageResult, place: Place) -> Inside:
    """A close-up of some windows around `place`."""
    assert result.input is not None
    assert result.image is not None
    source, shape = result.input, result.image.shape
    place = place.within(shape)
    size, stride, padding = stage.window(source.shape)
    fitting = [max(1, min(MOST_CELLS, (CLOSE_UP - size[axis]) // stride[axis] + 1)) for axis in (0, 1)]
    rows = around(place.row, fitting[0], shape[0])
    columns = around(place.column, fitting[1], shape[1])
    top, bottom = _span(stage, source.shape, rows, 0)
    left, right = _span(stage, source.shape, columns, 1)
    outlines = []
    maxima = np.empty((len(rows), len(columns)), dtype=np.float32)
    means = np.empty_like(maxima)
    largest, average = stage.changed(method="max"), stage.changed(method="mean")
    for i, row in enumerate(rows):
        for j, column in enumerate(columns):
            explained = largest.explain(source, row, column, place.channel)
            window = explained.channels[0].window
            maxima[i, j] = explained.value
            means[i, j] = average.explain(source, row, column, place.channel).value
            first_row, first_column, height, width = window.box
            is_here = (row, column) == (place.row, place.column)
            outlines.append(
                Outline(first_row - top, first_column - left, height, width, "accent" if is_here else "input")
            )
            assert explained.winner is not None
            winner_row, winner_column = window.rows[explained.winner[0]], window.columns[explained.winner[1]]
            outlines.append(Outline(winner_row - top, winner_column - left, 1, 1, "result"))
    here = Outline(place.row - rows.start, place.column - columns.start, 1, 1, "accent")
    close_up = plane(source, place.channel)[top:bottom, left:right]
    limits = limits_of(close_up)
    return Inside(
        (
            Exhibit(
                Remark(mark("Windows and winners")), close_up, Remark(mark("green: the largest of its window")),
                role="input", outlines=tuple(outlines), limits=limits,
            ),
            Exhibit(
                Remark(mark("Maximum")), maxima, Remark(mark("sharp features, contrast")), outlines=(here,),
                setting=("method", "max"), limits=limits,
            ),
            Exhibit(
                Remark(mark("Mean")), means, Remark(mark("smooth, steadier in noise")), outlines=(here,),
                setting=("method", "mean"), limits=limits,
            ),
        ),
        _text(stage, source.shape, size, stride, padding),
    )  # fmt: skip


def _span(stage: Pooling, shape: tuple[int, ...], places: range, axis: int) -> tuple[int, int]:
    first = stage.sees(shape, places[0], places[0])[axis][0]
    last = stage.sees(shape, places[-1], places[-1])[axis][1]
    return max(0, first), min(shape[axis], last + 1)


def _text(
    stage: Pooling, shape: tuple[int, ...], size: tuple[int, int], stride: tuple[int, int], padding: str
) -> Remark:
    values = {"dropped": share_dropped(shape, size, stride, padding), "height": size[0], "width": size[1]}
    if stage.is_global:
        return Remark(mark("One window over everything: each map becomes one number."), values)
    if stride[0] < size[0] or stride[1] < size[1]:
        return Remark(
            mark("The windows overlap, because the stride is smaller than the extent: some values win more than once. "
                 "{dropped:.0%} of the values are dropped."),
            values,
        )  # fmt: skip
    if stride[0] > size[0] or stride[1] > size[1]:
        return Remark(
            mark("The stride is larger than the extent: values between the windows are never looked at. "
                 "{dropped:.0%} of the values are dropped."),
            values,
        )  # fmt: skip
    return Remark(
        mark("Extent and stride are equal: nothing overlaps and nothing is missed. "
             "Of each {height}×{width} window one value is left; {dropped:.0%} are dropped."),
        values,
    )  # fmt: skip
