"""Curves over steps or epochs, such as loss and accuracy, read out under the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.text import tr
from gui.theme.appearance import Appearance
from gui.theme.tokens import ROLES, mixed
from gui.widgets.curve_lines import dashed, joined
from gui.widgets.numbers import format_number

MOST_POINTS = 1200
"""More points than this are thinned before they are drawn: the screen has no room for them, painting has no time."""
MOST_DOTS = 60
FAINT = 0.35


@dataclass(frozen=True, eq=False)
class Curve:
    """One curve: where its points lie, what it is called, and how it is drawn.

    `role` is a role of the theme or a colour as `#rrggbb`. A `faint` curve lies behind, one `dashed` tells itself apart
    without colour. `has_points` marks each value: for curves of few points.
    """

    name: str
    x: np.ndarray
    y: np.ndarray
    role: str = "accent"
    is_faint: bool = False
    is_dashed: bool = False
    has_points: bool = False


@dataclass(frozen=True)
class Mark:
    """A vertical line with a word on it, such as the epoch at which layers were unfrozen."""

    x: float
    text: str
    role: str = "dim"


@dataclass(frozen=True, eq=False)
class Plot:
    """What one plot shows. `low` and `high` hold an axis in place; None takes what the curves need.

    `x_title` stands before the number below the axis, `x_unit` behind it.
    """

    title: str = ""
    x_title: str = ""
    x_unit: str = ""
    curves: Sequence[Curve] = ()
    marks: Sequence[Mark] = ()
    low: float | None = None
    high: float | None = None
    is_share: bool = False
    empty: str = ""
    has_diagonal: bool = False


class CurvePlot(QWidget):
    """Draws a `Plot`: curves, a quiet grid, a legend that names the values under the mouse.

    Signals:
        hovered(object): the x under the mouse, or None when it left.
        chosen(float): the user clicked at this x.
    """

    hovered = Signal(object)
    chosen = Signal(float)

    def __init__(self, appearance: Appearance, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._plot = Plot()
        self._at: float | None = None
        self._span = (0.0, 1.0, 0.0, 1.0)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        appearance.changed.connect(self.update)

    @property
    def plot(self) -> Plot:
        """What is shown."""
        return self._plot

    @property
    def cut_off(self) -> str:
        """Words for what lies above the axis, so that nobody takes its end for that of the values; else empty."""
        high = self._plot.high
        highest = max((float(each.y[np.isfinite(each.y)].max(initial=0)) for each in self._plot.curves), default=0.0)
        return "" if high is None or highest <= high else tr("▲ goes on up to {value}", value=self._value(highest))

    def show_plot(self, plot: Plot) -> None:
        """Show other curves, or longer ones."""
        self._plot = plot
        self._span = _span(plot)
        self.setAccessibleName(plot.title)
        said = [f"{name} {value}" for name, value, _ in self.readout(None)]
        self.setAccessibleDescription(", ".join([*said, self.cut_off] if self.cut_off else said))
        self.update()

    def set_at(self, x: float | None) -> None:
        """Read the curves at another place, as if the mouse were there."""
        if x != self._at:
            self._at = x
            self.update()

    def readout(self, x: float | None) -> list[tuple[str, str, str]]:
        """Name, value in words and role of every curve at `x`; at its end where x is None."""
        found = []
        for curve in self._plot.curves:
            if curve.name and len(curve.x):
                at = len(curve.x) - 1 if x is None else int(np.abs(curve.x - x).argmin())
                found.append((curve.name, self._value(float(curve.y[at])), curve.role))
        return found

    def sizeHint(self) -> QSize:
        return QSize(320, 180)

    def minimumSizeHint(self) -> QSize:
        return QSize(140, 90)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area()
        painter.setFont(self._appearance.font("caption"))
        painter.setPen(self._appearance.colour("dim"))
        head = QRectF(area.left(), 0, area.width(), self._appearance.font_height("caption") + 2)
        if not any(len(curve.x) for curve in self._plot.curves):
            painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._plot.title)
            # Without axes there is all the room below the title.
            self._draw_empty(painter, QRectF(self.rect()).adjusted(6, head.bottom(), -6, -2))
            return
        self._draw_legend(painter, head)
        self._draw_grid(painter, area)
        painter.save()
        painter.setClipRect(area.adjusted(-3, -3, 3, 3))
        if self._plot.has_diagonal:
            painter.setPen(QPen(self._appearance.colour("dim"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(area.bottomLeft(), area.topRight())
        for curve in sorted(self._plot.curves, key=lambda each: not each.is_faint):
            self._draw_curve(painter, curve, area)
        painter.restore()
        self._draw_marks(painter, area)
        self._draw_cut_off(painter, area)
        if self._at is not None:
            x = self._x(self._at, area)
            painter.setPen(QPen(self._appearance.colour("text", opacity=0.6), 1))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = self._under(event.position().x())
        self.set_at(x)
        self.hovered.emit(x)

    def leaveEvent(self, event: QEvent) -> None:
        self.set_at(None)
        self.hovered.emit(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = self._under(event.position().x())
        if x is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(x)

    def _under(self, at: float) -> float | None:
        area = self._area()
        points = [curve.x for curve in self._plot.curves if len(curve.x)]
        if not points or not area.left() - 6 <= at <= area.right() + 6:
            return None
        left, right = self._span[:2]
        x = left + (right - left) * (at - area.left()) / max(1.0, area.width())
        every = np.concatenate(points)
        return float(every[np.abs(every - x).argmin()])

    def _area(self) -> QRectF:
        caption, number = self._appearance.font_height("caption"), self._appearance.font_height("number_caption")
        texts = [self._value(value) for value in _ticks(*self._span[2:])] or ["0"]
        gutter = max(self._appearance.text_width(text, "number_caption") for text in texts) + 8
        return QRectF(self.rect()).adjusted(gutter, caption + 8, -10, -number - 6)

    def _x(self, value: float, area: QRectF) -> float:
        left, right = self._span[:2]
        return area.left() + area.width() * (value - left) / (right - left)

    def _value(self, value: float) -> str:
        if self._plot.is_share:
            return f"{100 * value:.1f}%".replace(".0%", "%")
        return format_number(value, 6)

    def _colour(self, curve: Curve) -> QColor:
        known = curve.role in (*ROLES, "text", "dim")
        colour = self._appearance.colour(curve.role) if known else QColor(curve.role)
        if not curve.is_faint:
            return colour
        # Mixed, not transparent: where two lines of the curve lie over each other it would be darker.
        return QColor(mixed(colour.name(), self.palette().window().color().name(), FAINT))

    def _draw_empty(self, painter: QPainter, room: QRectF) -> None:
        """Say what is going to be here, in as many lines as there is room for."""
        wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        words = self._plot.empty.split(" ")
        text = self._plot.empty
        while len(words) > 1 and painter.boundingRect(room, wrapped, text).height() > room.height():
            words.pop()
            text = " ".join(words) + " …"
        painter.drawText(room, wrapped, text)
        self.setToolTip(self._plot.empty if text != self._plot.empty else "")

    def _draw_legend(self, painter: QPainter, head: QRectF) -> None:
        painter.setFont(self._appearance.font("caption"))
        painter.setPen(self._appearance.colour("dim"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(head, left, self._plot.title)
        x = head.left() + painter.fontMetrics().horizontalAdvance(self._plot.title) + 14
        for name, value, role in self.readout(self._at):
            known = role in (*ROLES, "text", "dim")
            for text, face, colour in (
                (name, "caption", self._appearance.colour(role) if known else QColor(role)),
                (value, "number_caption", self._appearance.colour("text")),
            ):
                painter.setFont(self._appearance.font(face))
                painter.setPen(colour)
                width = painter.fontMetrics().horizontalAdvance(text)
                if x + width > head.right():
                    return
                painter.drawText(QRectF(x, head.top(), width + 1, head.height()), left, text)
                x += width + (5 if face == "caption" else 14)

    def _draw_grid(self, painter: QPainter, area: QRectF) -> None:
        painter.setFont(self._appearance.font("number_caption"))
        low, high = self._span[2:]
        height = self._appearance.font_height("number_caption")
        for value in _ticks(low, high, most=max(1, min(4, int(area.height() / (1.3 * height))))):
            y = area.bottom() - area.height() * (value - low) / (high - low)
            painter.setPen(QPen(QColor(self._appearance.theme.line), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(self._appearance.colour("dim"))
            cell = QRectF(0, y - height / 2, area.left() - 6, height)
            painter.drawText(cell, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._value(value))
        below = QRectF(area.left(), area.bottom() + 3, area.width(), height + 2)
        painter.setPen(self._appearance.colour("dim"))
        left, right = self._span[:2]
        at = self._at if self._at is not None else right
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, format_number(left, 6))
        painter.drawText(
            below,
            Qt.AlignmentFlag.AlignRight,
            f"{self._plot.x_title} {format_number(at, 6)} {self._plot.x_unit}".strip(),
        )

    def _draw_curve(self, painter: QPainter, curve: Curve, area: QRectF) -> None:
        if not len(curve.x):
            return
        known = np.isfinite(curve.y)
        # A faint curve shows how far its points scatter, which means of them would not.
        most = MOST_POINTS if curve.is_faint else max(MOST_POINTS // 8, round(area.width()))
        x, y = thinned(curve.x[known], curve.y[known], most=most)
        if not len(x):
            return
        left, right, low, high = self._span
        across = area.left() + area.width() * (x - left) / (right - left)
        up = area.bottom() - area.height() * (y - low) / (high - low)
        colour, width = self._colour(curve), self._appearance.line_width
        pen = QPen(colour, width * (0.7 if curve.is_faint else 1.2))
        if curve.is_dashed:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            lines = dashed(across, up, length=4 * width, gap=2.4 * width)
        else:
            pen.setCapStyle(Qt.PenCapStyle.SquareCap)  # closes the corners between two lines
            lines = joined(across, up)
        painter.setPen(pen)
        painter.drawLines(lines)
        if (curve.has_points and len(x) <= MOST_DOTS) or len(x) == 1:
            painter.setBrush(colour)
            for point in zip(across.tolist(), up.tolist(), strict=True):
                painter.drawEllipse(QPointF(*point), width * 1.6, width * 1.6)

    def _draw_marks(self, painter: QPainter, area: QRectF) -> None:
        painter.setFont(self._appearance.font("caption"))
        left, right = self._span[:2]
        for mark in self._plot.marks:
            if not left <= mark.x <= right:
                continue
            x = self._x(mark.x, area)
            painter.setPen(QPen(self._appearance.colour(mark.role), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            width = painter.fontMetrics().horizontalAdvance(mark.text)
            fits_right = x + 4 + width <= area.right()
            painter.drawText(QPointF(x + 4 if fits_right else x - 4 - width, area.top() + 12), mark.text)

    def _draw_cut_off(self, painter: QPainter, area: QRectF) -> None:
        painter.setFont(self._appearance.font("caption"))
        painter.setPen(self._appearance.colour("dim"))
        below_marks = area.adjusted(4, self._appearance.font_height("caption"), -4, 0)
        painter.drawText(below_marks, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, self.cut_off)


def _span(plot: Plot) -> tuple[float, float, float, float]:
    """Left, right, low and high of the axes; never empty."""
    x = [curve.x[np.isfinite(curve.y)] for curve in plot.curves]
    y = [curve.y[np.isfinite(curve.y)] for curve in plot.curves]
    every_x = np.concatenate(x) if x else np.empty(0)
    every_y = np.concatenate(y) if y else np.empty(0)
    left, right = (float(every_x.min()), float(every_x.max())) if every_x.size else (0.0, 1.0)
    low, high = (float(every_y.min()), float(every_y.max())) if every_y.size else (0.0, 1.0)
    low, high = plot.low if plot.low is not None else low, plot.high if plot.high is not None else high
    if right <= left:
        right = left + 1.0
    if high <= low:
        high = low + (abs(low) or 1.0)
    return left, right, low, high


def _ticks(low: float, high: float, *, most: int = 4) -> list[float]:
    """Round values between two, at most so many steps apart; three to five where there is room.

    >>> _ticks(0.0, 1.0), _ticks(0.0, 74.0, most=1)
    ([0.0, 0.25, 0.5, 0.75, 1.0], [0.0])
    """
    span = high - low
    if not isfinite(span) or span <= 0:
        return []
    size = 10.0 ** np.floor(np.log10(span))
    step = next(size * part for part in (0.1, 0.2, 0.25, 0.5, 1.0, 2.0, 2.5, 5.0, 10.0) if span / (size * part) <= most)
    first = np.ceil(low / step - 1e-9)
    count = int(np.floor(high / step + 1e-9) - first) + 1
    return [float((first + index) * step) for index in range(count)]


def thinned(x: np.ndarray, y: np.ndarray, *, most: int = MOST_POINTS) -> tuple[np.ndarray, np.ndarray]:
    """The mean of so many neighbouring points that few enough are left."""
    if len(x) <= most:
        return x, y
    group = -(-len(x) // most)
    whole = len(x) // group * group
    means = [part[:whole].reshape(-1, group).mean(axis=1) for part in (x, y)]
    return np.append(means[0], x[-1]), np.append(means[1], y[-1])
