"""Which way to the same numbers is fastest for this picture and this kernel, and why, in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import log2
from typing import Any

import numpy as np

from engine.imaging import costs
from engine.imaging.checks import Array, IntOrPair, Padding, as_kernel
from engine.imaging.costs import ADD, CALL, DEAL, PASS, Area
from engine.imaging.factors import MOST_TAPS_IN_A_BLOCK, Factors, Weights, blocks_of, factors_of, stuffed
from engine.imaging.geometry import Geometry, geometry_of
from engine.imaging.scratch import MOST_KEPT
from engine.opencv import cv2
from engine.text import mark

HEAVIEST = 1e15  # weights beyond which a shortcut could run over
MOST_CHANNELS = 128  # of a picture that OpenCV filters in one call


@dataclass(frozen=True)
class Route:
    """How a result is computed: `name`, and the `arrangement` of the picture that stride and dilation ask for.

    `reason` and `arrangement_reason` are marked text, to be filled with `values`. `multiplications_per_value` counts
    what each value of the result costs, and `passes` how often the picture is walked over.
    """

    name: str
    reason: str
    passes: int
    multiplications_per_value: float
    arrangement: str = "whole"
    arrangement_reason: str = ""
    values: Mapping[str, object] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        text = f"{self.reason} {self.arrangement_reason}".strip()
        return text.format(**self.values)


@dataclass(frozen=True)
class Candidate:
    """A route and what it would cost."""

    cost: float
    route: Route


def route_for(
    shape: tuple[int, ...],
    dtype: Any,
    kernel: Array,
    *,
    mode: str = "correlation",
    padding: Padding = "valid",
    border: str = "zero",
    value: float = 0.0,
    stride: IntOrPair = 1,
    dilation: IntOrPair = 1,
    finite: bool = True,
) -> Route:
    """The route that `convolve` takes for a picture of this shape and type; `finite` says whether it has no ∞ or NaN.

    >>> str(route_for((1080, 1920), "float32", np.outer(np.arange(1, 16), np.arange(3, 18))))
    'This 15 × 15 kernel is a column times a row, so 30 multiplications do the work of 225.'
    """
    weights = as_kernel(kernel)
    geometry = geometry_of(
        shape, (weights.shape[0], weights.shape[1]), padding=padding, stride=stride, dilation=dilation
    )
    channels = shape[2] if len(shape) == 3 else 1
    return choose(geometry, channels, np.dtype(dtype), weights, finite=finite)


def choose(geometry: Geometry, channels: int, dtype: np.dtype[Any], weights: Weights, *, finite: bool = True) -> Route:
    """The cheapest of all routes with the threads that OpenCV has now; the same question is thought over once."""
    return _choice(geometry, channels, dtype, weights.tobytes(), finite, cv2.getNumThreads())


@lru_cache(maxsize=256)
def _choice(
    geometry: Geometry, channels: int, dtype: np.dtype[Any], content: bytes, finite: bool, threads: int
) -> Route:
    weights = np.frombuffer(content).reshape(geometry.kernel)
    finite = finite and factors_of(weights).total < HEAVIEST
    return min(candidates(geometry, channels, dtype, weights, finite=finite), key=lambda each: each.cost).route


def candidates(
    geometry: Geometry, channels: int, dtype: np.dtype[Any], weights: Weights, *, finite: bool = True
) -> Iterator[Candidate]:
    """Every route that gives this result, with its cost."""
    steps, gaps = geometry.stride, geometry.dilation
    spread = stuffed(weights, gaps)
    rows, columns = geometry.dense
    in_bands = geometry.size[0] * geometry.size[1] * channels > MOST_KEPT
    whole = Area(rows, columns, channels, dtype, finite, costs.memory_weight(), in_bands)
    is_strided, is_dilated = steps != (1, 1), gaps != (1, 1)
    arranged: dict[str, Any] = {}
    if is_strided:
        arranged = {
            "arrangement_reason": mark(
                "Of all positions only those that a stride of {step_down} × {step_across} keeps are shown: here it is "
                "faster to compute them all."
            ),
            "values": {"step_down": steps[0], "step_across": steps[1]},
        }
    elif is_dilated:
        arranged = {"arrangement_reason": mark("The gaps of the dilation count as weights of zero.")}
    drop = 6.0 / steps[0] * whole.values if is_strided else 0.0
    share = steps[0] * steps[1]
    for cost, route in _ways(whole, factors_of(spread)):
        if is_dilated and route.name == "sparse":
            cost *= costs.GAPS
        yield Candidate(cost + drop, _arranged(route, share, **arranged))
    if is_strided:
        yield from _dealt_by_stride(geometry, whole, spread)
    if is_dilated and not is_strided and channels * gaps[1] <= MOST_CHANNELS:
        yield from _dealt_by_dilation(geometry, whole, weights)


def _ways(area: Area, factors: Factors) -> Iterator[tuple[float, Route]]:
    """The routes of a result that is computed at every position, with their costs in units times values."""
    height, width = factors.shape
    facts: dict[str, object] = {"height": height, "width": width, "taps": factors.taps, "cells": height * width}
    blocks = blocks_of(factors.weights)
    if not area.finite:
        reason = mark("The picture holds infinite or missing values, which a shortcut would spread: none is taken.")
    elif factors.taps * 2 <= height * width:
        reason = mark("Only {taps} of the {cells} weights are not zero, and the others are skipped.")
    else:
        reason = mark("No shortcut is faster than the {taps} multiplications of this {height} × {width} kernel.")
    name = "sparse" if len(blocks) > 1 and factors.taps * 2 <= height * width else "direct"
    yield (
        costs.direct(area, blocks) * area.values + CALL * len(blocks),
        Route(name, reason, len(blocks), factors.taps, values=facts),
    )
    if not area.finite or factors.taps == 0:
        return
    if factors.equal_weight is not None and _sums_stay_exact(area.dtype, height * width):
        reason = mark(
            "All {cells} weights are equal, so a running sum does their work: as the window moves, one value enters it "
            "and one leaves."
        )
        yield costs.box(area, factors) * area.values + CALL, Route("box", reason, 1, 1, values=facts)
    if factors.products and height > 1 and width > 1:
        yield from _separable(area, factors, facts)
    cost, effort = costs.waves(area, factors.shape)
    reason = mark(
        "This {height} × {width} kernel is large and has no simpler form, so the picture is taken apart into waves: "
        "there, sliding the kernel becomes one multiplication for each wave."
    )
    if factors.products:
        facts = {**facts, "multiplications": factors.line_taps}
        reason = mark(
            "Even the {multiplications} multiplications that this {height} × {width} kernel comes to as columns times "
            "rows take longer than taking the picture apart into waves: there, sliding the kernel becomes one "
            "multiplication for each wave."
        )
    # Half the values, as complex numbers, there and back, and one complex product each.
    work = round((2 * log2(effort.values / (2 * effort.pairs)) + 2) * effort.values / area.values, 1)
    yield cost * area.values + CALL * (20 + 4 * effort.pairs), Route("fourier", reason, 2, work, values=facts)


def _separable(area: Area, factors: Factors, facts: dict[str, object]) -> Iterator[tuple[float, Route]]:
    work = factors.line_taps
    facts = {**facts, "rank": factors.rank, "multiplications": work}
    if factors.rank == 1:
        reason = mark(
            "This {height} × {width} kernel is a column times a row, so {multiplications} multiplications do the work "
            "of {cells}."
        )
    else:
        reason = mark(
            "This {height} × {width} kernel is a sum of {rank} kernels that are each a column times a row, so "
            "{multiplications} multiplications do the work of {cells}."
        )
    if area.dtype in (np.uint8, np.float32):
        cost, passes = costs.streamed(area, factors), factors.rank
        yield cost * area.values + CALL * passes, Route("streamed", reason, passes, work, values=facts)
    if max(factors.shape) > MOST_TAPS_IN_A_BLOCK:  # zeros count: OpenCV would take a transform for each line
        return
    cost, passes = costs.separable(area, factors), 2 * factors.rank
    yield cost * area.values + CALL * passes, Route("separable", reason, passes, work, values=facts)


def _sums_stay_exact(dtype: np.dtype[Any], cells: int) -> bool:
    """Whether OpenCV's 32-bit sums of whole numbers hold the largest sum."""
    return dtype.kind == "f" or dtype.itemsize > 2 or cells * 2 ** (8 * dtype.itemsize) < 2**31


def _dealt_by_stride(geometry: Geometry, whole: Area, spread: Weights) -> Iterator[Candidate]:
    """Routes that compute only the positions a stride keeps, on every n-th row and column of the picture."""
    down, across = geometry.stride
    kept = geometry.rows * geometry.columns * whole.channels
    factors = factors_of(spread)
    parts = [
        blocks_of(spread[top::down, left::across])
        for top in range(min(down, spread.shape[0]))
        for left in range(min(across, spread.shape[1]))
        if spread[top::down, left::across].any()
    ]
    blocks = [block for part in parts for block in part]
    dealt = sum(bool(spread[:, left::across].any()) for left in range(across)) if across > 1 else 0
    memory = whole.memory
    cost = kept * sum((PASS + ADD) * memory + block.taps for block in blocks)
    cost += whole.values * (whole.conversion + DEAL * memory * dealt / across)
    values: dict[str, object] = {
        "height": spread.shape[0],
        "width": spread.shape[1],
        "taps": factors.taps,
        "step_down": down,
        "step_across": across,
        "parts": len(parts),
    }
    reason = mark("Each value of the result takes the {taps} multiplications of the kernel.")
    arranged = mark(
        "A stride of {step_down} × {step_across} keeps only some positions, so the picture is dealt into {parts} small "
        "ones and nothing is computed to be thrown away."
    )
    route = Route("direct", reason, len(blocks), factors.taps, "stride", arranged, values)
    yield Candidate(cost + CALL * (2 * len(blocks) + dealt), route)
    if factors.rank != 1 or min(spread.shape) < 2 or not whole.finite:
        return
    ((column, row),) = factors.products
    column_taps, row_taps = int(np.count_nonzero(column)), int(np.count_nonzero(row))
    tall = sum(bool(column[top::down].any()) for top in range(down))
    wide = sum(bool(row[:, left::across].any()) for left in range(across))
    strips = geometry.rows * geometry.columns * across * whole.channels
    cost = whole.values * whole.conversion + kept * (wide * (PASS + ADD) * memory + row_taps)
    cost += strips * ((tall * (PASS + ADD) + (DEAL * wide / across if across > 1 else 0)) * memory + column_taps)
    reason = mark(
        "This {height} × {width} kernel is a column times a row; the column runs first, so that the row has fewer "
        "positions left."
    )
    values = {**values, "parts": tall * wide}
    route = Route("separable", reason, tall + wide, column_taps * across + row_taps, "stride", arranged, values)
    yield Candidate(cost + 2 * CALL * (tall + 2 * wide), route)


def _dealt_by_dilation(geometry: Geometry, whole: Area, weights: Weights) -> Iterator[Candidate]:
    """Routes that deal the picture into one for each gap of the dilation and filter those without gaps."""
    down, across = geometry.dilation
    dealt = Area(
        max(whole.rows // down, 1),
        max(whole.columns // across, 1),
        whole.channels * across,
        whole.dtype,
        whole.finite,
        whole.memory,
    )
    arranged = mark(
        "Dilation reads one row in {gap_down} and one column in {gap_across}, so the picture is dealt into {parts} "
        "small ones that are filtered without gaps."
    )
    values = {"gap_down": down, "gap_across": across, "parts": down * across}
    regroup = costs.REGROUP_BYTES if whole.dtype == np.uint8 else costs.REGROUP
    for cost, route in _ways(dealt, factors_of(weights)):
        if route.name == "fourier":  # gaps cost it little, and its tiles are of a better size in the whole picture
            continue
        if route.name in ("direct", "sparse"):
            cost *= costs.GAPS
        total = cost * down + regroup * whole.memory * whole.values + 4 * CALL * down
        yield Candidate(total, _arranged(route, 1, "dilation", arrangement_reason=arranged, values=values))


def _arranged(
    route: Route,
    share: float,
    arrangement: str = "whole",
    *,
    arrangement_reason: str = "",
    values: Mapping[str, object] | None = None,
) -> Route:
    return Route(
        route.name, route.reason, route.passes, route.multiplications_per_value * share, arrangement,
        arrangement_reason, {**route.values, **(values or {})},
    )  # fmt: skip
