"""How the cells of a number grid are painted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from gui.theme.appearance import Appearance
from gui.theme.tokens import mixed
from gui.widgets.numbers import format_number, shared_decimals

SMALLEST_NUMBER = 6.5  # point size below which a number is not shown, since nobody could read it


@dataclass(frozen=True, kw_only=True)
class CellStyle:
    """What the cells of one grid have in common."""

    appearance: Appearance
    role: str
    has_tints: bool
    highlight: tuple[int, int] | None
    hover: tuple[int, int] | None
    cursor: tuple[int, int] | None
    is_enabled: bool


def draw_cells(
    painter: QPainter,
    values: np.ndarray,
    mask: np.ndarray | None,
    rect_of: Callable[[int, int], QRectF],
    style: CellStyle,
) -> None:
    """Draw every cell of `values` where `rect_of` says."""
    if not values.size:
        return
    theme = style.appearance.theme
    first = rect_of(0, 0)
    texts = _texts(painter, values, first, style)
    outline = QColor(theme.role(style.role) if style.is_enabled else theme.dim)
    radius = min(5.0, first.height() / 6)
    strongest = float(np.nanmax(np.abs(values), initial=0.0, where=np.isfinite(values))) or 1.0
    thin = 1.0 if first.height() < 14 else style.appearance.line_width * 0.8
    is_tiny = first.height() < 14  # plain squares then: a thousand rounded ones take longer than a frame
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, not is_tiny)
    has_outline = not style.has_tints and first.height() >= 8
    for row in range(values.shape[0]):
        for column in range(values.shape[1]):
            rect = rect_of(row, column)
            number = float(values[row, column])
            is_padding = mask is not None and bool(mask[row, column])
            is_chosen = (row, column) == style.highlight
            fill, ink = _colours(number, strongest, style)
            if texts is None:
                fill = _shade(number, strongest, style)
            if is_chosen:
                fill = mixed(theme.role(style.role), theme.panel, 0.35)
            if is_tiny and not is_chosen and (row, column) not in (style.hover, style.cursor):
                painter.fillRect(rect, QColor(theme.line if is_padding else fill))
                continue
            if is_padding:
                ink = theme.dim
            painter.setBrush(QColor(fill))
            if is_chosen:
                painter.setPen(QPen(outline, thin + 1))
            elif has_outline:
                painter.setPen(QPen(QColor(theme.dim) if is_padding else outline, thin, _line(is_padding)))
            else:
                painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect, radius, radius)
            if is_padding:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QBrush(QColor(mixed(theme.dim, theme.panel, 0.35)), Qt.BrushStyle.BDiagPattern))
                painter.drawRoundedRect(rect, radius, radius)
            if (row, column) in (style.hover, style.cursor):
                painter.setBrush(Qt.BrushStyle.NoBrush)
                colour = theme.accent if (row, column) == style.cursor else theme.dim
                painter.setPen(QPen(QColor(colour), style.appearance.line_width + 0.5))
                painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), radius + 1, radius + 1)
            if texts is not None:
                painter.setPen(QColor(ink))
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, texts[row][column])


def _line(is_padding: bool) -> Qt.PenStyle:
    return Qt.PenStyle.DashLine if is_padding else Qt.PenStyle.SolidLine


def _colours(number: float, strongest: float, style: CellStyle) -> tuple[str, str]:
    theme = style.appearance.theme
    if not style.has_tints:
        return theme.raised, theme.text
    if not np.isfinite(number) or number == 0:
        return theme.zero, theme.dim
    share = 0.2 + 0.3 * round(32 * min(1.0, abs(number) / strongest)) / 32
    return mixed(theme.kernel if number > 0 else theme.input, theme.raised, share), theme.text


def _shade(number: float, strongest: float, style: CellStyle) -> str:
    """What stands for a number that is too small to be written: the stronger it is, the stronger its colour."""
    theme = style.appearance.theme
    if not np.isfinite(number):
        return theme.refused
    share = round(32 * min(1.0, abs(number) / strongest)) / 32
    if style.role == "input":
        return mixed(theme.text, theme.panel, share)
    return mixed(theme.kernel if number > 0 else theme.input, theme.panel, share)


def _texts(painter: QPainter, values: np.ndarray, cell: QRectF, style: CellStyle) -> list[list[str]] | None:
    """The text of each cell, with the painter's font made to fit; None where numbers would be too small to read."""
    font = style.appearance.font("number")
    usual = font.pointSizeF()
    metrics = QFontMetricsF(font)
    advance = metrics.horizontalAdvance("0")
    room = cell.width() - 5
    largest = min(usual * 1.3, usual * cell.height() * 0.6 / metrics.ascent())
    size, width = 0.0, 0
    for width in _widths(values):
        size = min(largest, usual * room / (advance * width))
        if size >= min(usual * 0.9, largest):
            break
    if size < SMALLEST_NUMBER:
        return None
    font.setPointSizeF(size)
    painter.setFont(font)
    decimals = min(2 if width <= 4 else 3, shared_decimals(values.ravel().tolist(), width))
    return [
        [format_number(number, width, decimals=_own(number, decimals)) for number in row] for row in values.tolist()
    ]


def _widths(values: np.ndarray) -> tuple[int, ...]:
    """The widths in characters worth trying for these numbers, the best first."""
    finite = values[np.isfinite(values)].tolist()
    if shared_decimals(finite, 6) == 0:
        longest = max((len(format_number(number, 7)) for number in finite), default=1)
        return (max(2, longest), 5, 4) if longest > 5 else (max(2, longest),)
    return (5, 4)


def _own(number: float, decimals: int) -> int | None:
    # An exact zero among fractions reads best as a plain 0.
    return 0 if number == 0 else decimals
