"""How often each value occurs, for one channel or several."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui.text import tr
from gui.theme.appearance import Appearance
from gui.theme.tokens import ROLES
from gui.widgets.labels import kind
from gui.widgets.numbers import format_number
from gui.widgets.status_bits import FigureLabel


class HistogramPlot(QWidget):
    """Draws counts as filled steps with a line at zero, reads them out under the mouse, and can stretch small counts.

    Signals:
        hovered(float, float): the mouse is over the bin between these two values.
        hover_left(): the mouse left the plot.
    """

    hovered = Signal(float, float)
    hover_left = Signal()

    def __init__(self, appearance: Appearance, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log = QToolButton()
        self._log.setText(tr("Stretch small counts"))
        self._log.setCheckable(True)
        self._log.setToolTip(tr("A logarithmic scale, on which rare values can be seen beside frequent ones."))
        kind(self._log, "flat")
        self._readout = FigureLabel()
        self._readout.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._canvas = _Canvas(appearance)
        head = QHBoxLayout()
        head.addWidget(self._readout, 1)
        head.addWidget(self._log)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._canvas, 1)
        self._log.toggled.connect(self._canvas.set_log)
        self._canvas.bin_changed.connect(self._on_bin_changed)
        self.setAccessibleName(tr("Histogram"))

    def set_counts(
        self, counts: np.ndarray, edges: np.ndarray, *, roles: Sequence[str] = ("result",), names: Sequence[str] = ()
    ) -> None:
        """Show counts.

        Args:
            counts: (bins,) or (channels, bins).
            edges: (bins + 1,) the values between which each bin counts.
            roles: a role, or a colour as `#rrggbb`, for each channel.
            names: a name for each channel, for the readout.
        """
        self._canvas.set_counts(np.atleast_2d(counts), np.asarray(edges), tuple(roles), tuple(names))
        self._on_bin_changed()

    def clear(self) -> None:
        """Show nothing."""
        self.set_counts(np.zeros((1, 0)), np.zeros(1))

    def is_log(self) -> bool:
        """Whether small counts are stretched."""
        return self._log.isChecked()

    def set_log(self, is_log: bool) -> None:
        """Stretch small counts, or do not."""
        self._log.setChecked(is_log)

    def readout(self) -> str:
        """What the readout says."""
        return self._readout.text()

    def _on_bin_changed(self) -> None:
        at, counts, edges = self._canvas.bin, self._canvas.counts, self._canvas.edges
        if at is None or at >= counts.shape[1]:
            self._readout.setText("")
            if at is None:
                self.hover_left.emit()
            return
        names = self._canvas.names
        parts = [
            f"{names[channel]} {count:,.0f}" if channel < len(names) else f"{count:,.0f}"
            for channel, count in enumerate(counts[:, at].tolist())
        ]
        span = tr("{low} to {high}", low=format_number(edges[at], 7), high=format_number(edges[at + 1], 7))
        self._readout.setText(f"{span}: {' · '.join(parts)}")
        self.hovered.emit(float(edges[at]), float(edges[at + 1]))


class _Canvas(QWidget):
    bin_changed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.counts = np.zeros((1, 0))
        self.edges = np.zeros(1)
        self.names: tuple[str, ...] = ()
        self.bin: int | None = None
        self._roles: tuple[str, ...] = ()
        self._is_log = False
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        appearance.changed.connect(self.update)

    def set_counts(self, counts: np.ndarray, edges: np.ndarray, roles: tuple[str, ...], names: tuple[str, ...]) -> None:
        self.counts, self.edges, self._roles, self.names = counts, edges, roles, names
        self.update()

    def set_log(self, is_log: bool) -> None:
        self._is_log = is_log
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 120)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area()
        bins = self.counts.shape[1]
        if not bins:
            painter.setPen(self._appearance.colour("dim"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr("No picture to count yet"))
            return
        heights = np.log1p(self.counts) if self._is_log else self.counts
        highest = float(heights.max()) or 1.0
        for channel in range(len(heights)):
            self._draw_channel(painter, heights[channel] / highest, self._colour(channel), area)
        painter.setPen(QPen(QColor(self._appearance.theme.line), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        low, high = float(self.edges[0]), float(self.edges[-1])
        zero_x = None
        if low < 0 < high:
            zero_x = area.left() + area.width() * -low / (high - low)
            painter.setPen(QPen(self._appearance.colour("dim"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(zero_x, area.top()), QPointF(zero_x, area.bottom()))
        if self.bin is not None and self.bin < bins:
            x = area.left() + area.width() * (self.bin + 0.5) / bins
            painter.setPen(QPen(self._appearance.colour("text"), 1))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        self._draw_labels(painter, area, low, high, zero_x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        area, bins = self._area(), self.counts.shape[1]
        at = int((event.position().x() - area.left()) / max(1.0, area.width()) * bins) if bins else -1
        self._set_bin(at if 0 <= at < bins else None)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_bin(None)

    def _set_bin(self, at: int | None) -> None:
        if at != self.bin:
            self.bin = at
            self.update()
            self.bin_changed.emit()

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(1, 2, -1, -self._appearance.font_height("number_caption") - 6)

    def _colour(self, channel: int) -> QColor:
        name = self._roles[channel] if channel < len(self._roles) else "dim"
        return self._appearance.colour(name) if name in (*ROLES, "text", "dim") else QColor(name)

    def _draw_channel(self, painter: QPainter, heights: np.ndarray, colour: QColor, area: QRectF) -> None:
        path = QPainterPath(area.bottomLeft())
        step = area.width() / len(heights)
        for at, height in enumerate(heights.tolist()):
            y = area.bottom() - height * area.height()
            path.lineTo(area.left() + at * step, y)
            path.lineTo(area.left() + (at + 1) * step, y)
        path.lineTo(area.bottomRight())
        fill = QColor(colour)
        fill.setAlphaF(0.45 if len(self.counts) == 1 else 0.25)
        painter.fillPath(path, fill)
        painter.setPen(QPen(colour, self._appearance.line_width * 0.7))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _draw_labels(self, painter: QPainter, area: QRectF, low: float, high: float, zero_x: float | None) -> None:
        painter.setFont(self._appearance.font("number_caption"))
        painter.setPen(self._appearance.colour("dim"))
        below = QRectF(area.left(), area.bottom() + 3, area.width(), self.height() - area.bottom() - 3)
        top = Qt.AlignmentFlag.AlignTop
        left_text, right_text = format_number(low, 7), format_number(high, 7)
        painter.drawText(below, top | Qt.AlignmentFlag.AlignLeft, left_text)
        painter.drawText(below, top | Qt.AlignmentFlag.AlignRight, right_text)
        if zero_x is not None:
            metrics = painter.fontMetrics()
            is_clear = (
                zero_x - area.left() > metrics.horizontalAdvance(left_text) + 12
                and area.right() - zero_x > metrics.horizontalAdvance(right_text) + 12
            )
            if is_clear:
                painter.drawText(
                    QRectF(zero_x - 20, below.top(), 40, below.height()), top | Qt.AlignmentFlag.AlignHCenter, "0"
                )
