"""Marks over a picture: windows, pixels, winners, each in the colour of its role."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.theme.appearance import Appearance
from gui.theme.tokens import ROLES
from gui.widgets.picture_geometry import Placement

MANY = 60  # marks from which they are drawn plainly, so that thousands stay fluid
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
    """Draw the marks that lie in `view`, those of one look at a time."""
    alike: dict[tuple[str, bool, bool], list[QRectF]] = {}
    for mark in marks:
        rect = mark_rect(mark, placement)
        if rect.intersects(view):
            alike.setdefault((mark.role, mark.is_dashed, mark.is_filled), []).append(rect)
    are_many = len(marks) > MANY
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, not are_many)
    width = 1.0 if are_many else appearance.line_width + 0.5
    halo = QPen(QColor(0, 0, 0, 130) if appearance.theme.is_dark else QColor(255, 255, 255, 170), width + 2)
    for (role, is_dashed, is_filled), rects in alike.items():
        painter.setBrush(appearance.colour(role, opacity=0.35) if is_filled else Qt.BrushStyle.NoBrush)
        if not are_many and not is_dashed:  # an edge keeps the line visible on its own colour
            painter.setPen(halo)
            painter.drawRects(rects)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(appearance.colour(role), width, Qt.PenStyle.DashLine if is_dashed else Qt.PenStyle.SolidLine)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRects(rects)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark in marks:
        if mark.label and (rect := mark_rect(mark, placement)).intersects(view):
            _draw_label(painter, mark.label, rect, appearance.colour(mark.role), appearance, view)


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
