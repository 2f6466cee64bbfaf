"""Plots as SVG, drawn for white paper; whole in themselves, so that a report can carry them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, isfinite, log10

import numpy as np
from numpy.typing import NDArray

TEXT, DIM, LINE = "#1b2330", "#5c6675", "#dde1e7"
BLUE, ORANGE, GREEN, VERMILLION = "#0072b2", "#b36b00", "#00805f", "#b3450b"
WIDTH, HEIGHT = 420, 250
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 14, 34, 30
_MOST_POINTS = 400


@dataclass(frozen=True, eq=False)
class Line:
    """One curve of a plot."""

    name: str
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    colour: str
    is_dashed: bool = False
    has_points: bool = False


def plot(title: str, lines: Sequence[Line], *, x_title: str, is_share: bool = False, whole: bool = False) -> str:
    """An SVG of curves over epochs, or with `whole` over shares from 0 to 1; with `is_share` the values are percent."""
    points = [(x, y) for line in lines for x, y in zip(line.x, line.y, strict=True) if isfinite(x) and isfinite(y)]
    left, right = (0.0, 1.0) if whole or not points else _span([x for x, _ in points])
    low, high = (0.0, 1.0) if whole or is_share or not points else _span([y for _, y in points], from_zero=True)
    width, height = WIDTH - _LEFT - _RIGHT, HEIGHT - _TOP - _BOTTOM

    def place(x: float, y: float) -> tuple[float, float]:
        return _LEFT + width * (x - left) / (right - left), _TOP + height * (high - y) / (high - low)

    parts = [_text(_LEFT, 14, title, anchor="start", colour=TEXT, weight="600")]
    at = float(_LEFT)
    for line in lines:
        if line.name:
            dash = ' stroke-dasharray="4 3"' if line.is_dashed else ""
            parts.append(f'<path d="M{at:.0f} 24h16" stroke="{line.colour}" stroke-width="2.4"{dash}/>')
            parts.append(_text(at + 20, 28, line.name, anchor="start", colour=TEXT))
            at += 34 + 6.2 * len(line.name)
    for value in _ticks(low, high):
        _, y = place(left, value)
        parts.append(f'<path d="M{_LEFT} {y:.1f}H{WIDTH - _RIGHT}" stroke="{LINE}"/>')
        parts.append(_text(_LEFT - 6, y + 4, f"{value:.0%}" if is_share else f"{value:g}", anchor="end"))
    for value in _ticks(left, right):
        if not whole and value != round(value):
            continue  # there is no half an epoch
        x, _ = place(value, low)
        parts.append(_text(x, HEIGHT - 14, f"{value:.0%}" if whole else f"{value:g}", anchor="middle"))
    parts.append(_text(WIDTH - _RIGHT, HEIGHT - 2, x_title, anchor="end"))
    for line in lines:
        parts += _drawn(line, place)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="sans-serif" font-size="11" role="img" aria-label="{escape(title)}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>{"".join(parts)}</svg>'
    )


def _drawn(line: Line, place: object) -> list[str]:
    assert callable(place)
    step = max(1, ceil(len(line.x) / _MOST_POINTS))
    shown = [
        place(float(x), float(y))
        for x, y in zip(line.x[::step], line.y[::step], strict=True)
        if isfinite(x) and isfinite(y)
    ]
    if not shown:
        return []
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in shown)
    dash = ' stroke-dasharray="5 4"' if line.is_dashed else ""
    parts = [f'<path d="{path}" fill="none" stroke="{line.colour}" stroke-width="2"{dash}/>']
    if line.has_points or len(shown) == 1:
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{line.colour}"/>' for x, y in shown]
    return parts


def _text(x: float, y: float, text: str, *, anchor: str, colour: str = DIM, weight: str = "normal") -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text {place} fill="{colour}" font-weight="{weight}">{escape(text)}</text>'


def _span(values: Sequence[float], *, from_zero: bool = False) -> tuple[float, float]:
    low, high = (min(0.0, *values) if from_zero else min(values)), max(values)
    return (low, high) if high > low else (low, low + 1.0)


def _ticks(low: float, high: float) -> list[float]:
    """Up to six round values between two.

    >>> _ticks(0.0, 1.0)
    [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]
    """
    size = 10.0 ** floor(log10(high - low))
    step = next(size * part for part in (0.1, 0.2, 0.5, 1.0, 2.0) if (high - low) / (size * part) <= 5.001)
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    return [round(number * step, 10) for number in range(first, last + 1)]
