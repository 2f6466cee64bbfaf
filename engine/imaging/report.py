"""The figures of a recipe on a picture: sizes, parameters, work, time, and the range of the values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.errors import UserError
from engine.imaging.routes import Route, route_for
from engine.imaging.running import StageResult
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.stage import Figures, Formula, Image, Shape, Stage


@dataclass(frozen=True)
class Range:
    """The extent of a picture's values; NaN and infinities are left out and counted."""

    minimum: float
    maximum: float
    mean: float
    spread: float
    zeros: float
    non_finite: int


@dataclass(frozen=True)
class Row:
    """One stage's line: what it is, its output, what it costs."""

    stage: Stage
    shape: Shape | None
    parameters: Formula | None
    multiply_adds: int
    milliseconds: float
    error: UserError | None


@dataclass(frozen=True)
class Report:
    """All rows, and the details of the selected stage."""

    rows: tuple[Row, ...]
    figures: Figures | None
    route: Route | None
    before: Range | None
    after: Range | None

    @property
    def parameters(self) -> int:
        """Parameters of all stages that are on."""
        return sum(row.parameters.result for row in self.rows if row.parameters is not None)

    @property
    def multiply_adds(self) -> int:
        """Multiply-adds of all stages that are on."""
        return sum(row.multiply_adds for row in self.rows)

    @property
    def milliseconds(self) -> float:
        """The time of the newest run, all stages together."""
        return sum(row.milliseconds for row in self.rows)


def report_of(results: Sequence[StageResult], selected: int) -> Report:
    """The report of a run; `selected` is a stage's index, or −1 for none."""
    rows = tuple(_row(result) for result in results)
    if not 0 <= selected < len(results):
        return Report(rows, None, None, None, None)
    result = results[selected]
    figures = _figures(result)
    return Report(
        rows,
        figures,
        _route(result),
        None if result.input is None else range_of(result.input),
        None if result.image is None else range_of(result.image),
    )


def range_of(image: Image) -> Range:
    """The extent of the values of a picture.

    >>> range_of(np.array([[0.0, 4.0]])).mean
    2.0
    """
    if image.dtype.kind != "f":
        values, bad = image, 0
    else:
        finite = np.isfinite(image)
        bad = int(image.size - np.count_nonzero(finite))
        values = image if not bad else image[finite]
    if not values.size:
        return Range(np.nan, np.nan, np.nan, np.nan, 0.0, bad)
    return Range(
        float(values.min()),
        float(values.max()),
        float(values.mean(dtype=np.float64)),
        float(values.std(dtype=np.float64)),
        1 - np.count_nonzero(values) / values.size,
        bad,
    )


def _row(result: StageResult) -> Row:
    figures = _figures(result)
    return Row(
        stage=result.stage,
        shape=None if result.image is None else result.image.shape,
        parameters=None if figures is None else figures.parameters,
        multiply_adds=0 if figures is None else figures.multiply_adds,
        milliseconds=1000 * result.seconds,
        error=result.error,
    )


def _figures(result: StageResult) -> Figures | None:
    if result.input is None or not result.stage.is_on or result.error is not None:
        return None
    return result.stage.figures(result.input.shape)


def _route(result: StageResult) -> Route | None:
    """The way that a single kernel's sums were computed, and why."""
    stage = result.stage
    if not isinstance(stage, Convolution) or stage.channels == "volume" or result.input is None or not stage.is_on:
        return None
    if result.error is not None:
        return None
    shape = result.input.shape if stage.channels == "each" else result.input.shape[:2]
    return route_for(
        shape,
        result.input.dtype,
        stage.kernel.weights(),
        mode=stage.operation,
        padding=stage.padding_size if stage.padding == "custom" else stage.padding,
        border=stage.border,
        value=stage.border_value,
        stride=stage.stride,
        dilation=stage.dilation,
        finite=result.image is None or bool(np.isfinite(result.image).all()),
    )
