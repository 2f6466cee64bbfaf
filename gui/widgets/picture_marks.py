"""Marks over a picture: windows, pixels, winners, each in the colour of its role."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.theme.appearance import Appearance
from gui.theme.tokens import ROLES
from gui.widgets.picture_geometry import Placement

SMALLEST_SIDE = 7.0  # logical pixels; a mark around a single pixel would not be seen otherwise


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A rectangle in the picture's own coordinates; it may lie in the rim.

    `role` is input, kernel, result, bias, accent or refused.
    """

    row: float
    column: float
    height: float
    width: float
    role: str
    label: str = ""
    is_filled: bool = False
    is_dashed: bool = False

    def __post_init__(self) -> None:
        if self.role not in ROLES:
            raise ValueError(f"The mark's role is {self.role!r}, but must be one of {', '.join(ROLES)}.")


def mark_rect(mark: Mark, placement: Placement) -> QRectF:
    """Where a mark is drawn: its rectangle, or a small square around it where that would be too small to see."""
    width, height = mark.width * placement.scale, mark.height * placement.scale
    centre = QPointF(placement.x(mark.column) + width / 2, placement.y(mark.row) + height / 2)
    width, height = max(width, SMALLEST_SIDE), max(height, SMALLEST_SIDE)
    return QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height)


def draw_marks(
    painter: QPainter, marks: tuple[Mark, ...], placement: Placement, appearance: Appearance, view: QRectF
) -> None:
    """Draw the marks that lie in `view`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(marks) < 400)
    pens: dict[tuple[str, bool], QPen] = {}
    width = appearance.line_width + (0.5 if len(marks) < 400 else -0.5)
    halo = QPen(QColor(0, 0, 0, 120), width + 2)
    for mark in marks:
        rect = mark_rect(mark, placement)
        if not rect.intersects(view):
            continue
        colour = appearance.colour(mark.role)
        key = (mark.role, mark.is_dashed)
        if key not in pens:
            pens[key] = QPen(colour, width, Qt.PenStyle.DashLine if mark.is_dashed else Qt.PenStyle.SolidLine)
            pens[key].setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if mark.is_filled:
            painter.fillRect(rect, appearance.colour(mark.role, opacity=0.35))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if len(marks) < 50 and not mark.is_dashed:  # a dark edge keeps the line visible on a picture of its own colour
            painter.setPen(halo)
            painter.drawRect(rect)
        painter.setPen(pens[key])
        painter.drawRect(rect)
        if mark.label:
            _draw_label(painter, mark.label, rect, colour, appearance, view)


def _draw_label(
    painter: QPainter, text: str, rect: QRectF, colour: QColor, appearance: Appearance, view: QRectF
) -> None:
    painter.setFont(appearance.font("number_caption"))
    metrics = painter.fontMetrics()
    box = QRectF(
        rect.left(), rect.top() - metrics.height() - 6, metrics.horizontalAdvance(text) + 8, metrics.height() + 2
    )
    if box.top() < view.top():
        box.moveTop(rect.bottom() + 4)
    box.moveLeft(min(max(view.left(), box.left()), max(view.left(), view.right() - box.width())))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(appearance.overlay_colour())
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
