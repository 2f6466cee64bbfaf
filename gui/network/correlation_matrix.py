"""How the maps of a layer go together, each with each, as a square of coloured cells."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.imaging.palettes import NEUTRAL_INDEX, palette
from engine.network.statistics import Correlation
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.theme.tokens import mixed
from gui.widgets.focus_ring import FocusRing
from gui.widgets.thumbnail import to_qimage

MARGIN = 8
_ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class CorrelationMatrix(QWidget):
    """Orange: two maps answer alike; blue: one where the other does not. Arrow keys move, Return chooses.

    Signals:
        chosen(int, int): these two maps were chosen.
        hovered(str): words for the cell under the mouse or the keys, or "".
    """

    chosen = Signal(int, int)
    hovered = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._found: Correlation | None = None
        self._cell: tuple[int, int] | None = None
        self._selected: tuple[int, int] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        FocusRing(self, appearance)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(tr("Correlation of the maps"))
        appearance.changed.connect(self.update)

    def set_correlation(self, found: Correlation | None) -> None:
        """Show this."""
        is_other = found is None or self._found is None or not np.array_equal(found.channels, self._found.channels)
        self._found = found
        if is_other:
            self._cell = None
        self.update()
        if self._cell is not None:
            self.hovered.emit(self._words(*self._cell))

    def set_selected(self, pair: tuple[int, int] | None) -> None:
        """Frame the cell of these two maps."""
        if pair != self._selected:
            self._selected = pair
            self.update()

    def sizeHint(self) -> QSize:
        side = max(120, self.height())
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 96)

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Where a cell is drawn."""
        area = self._area()
        step = area.width() / max(1, self._count())
        return QRectF(area.left() + column * step, area.top() + row * step, step, step)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._found is None or not self._count():
            return
        painter = QPainter(self)
        theme, area = self._appearance.theme, self._area()
        matrix = self._found.matrix
        is_number = np.isfinite(matrix)
        entries = np.clip(np.rint(np.where(is_number, matrix, 0) * 127) + NEUTRAL_INDEX, 0, 255).astype(np.uint8)
        colours = palette("signed", is_dark=theme.is_dark)[entries]
        dead = QColor(mixed(theme.dim, theme.panel, 0.4 if theme.is_dark else 0.5))
        colours[~is_number] = (dead.red(), dead.green(), dead.blue())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, area.width() < self._count())
        painter.drawImage(area, to_qimage(np.ascontiguousarray(colours)))
        painter.setPen(QPen(QColor(theme.line), 1.0))
        painter.drawRect(area)
        for cell, colour in ((self._place_of_selected(), "accent"), (self._cell, "text")):
            if cell is not None:
                painter.setPen(QPen(self._appearance.colour(colour), self._appearance.line_width))
                painter.drawRect(self.cell_rect(*cell).adjusted(-1, -1, 1, 1))

    def resizeEvent(self, event: object) -> None:
        # As wide as it is high.
        self.updateGeometry()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._move_to(self._cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._move_to(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self._choose(cell)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, count = Qt.Key(event.key()), self._count()
        if key in _ARROWS and count:
            row, column = self._cell or (0, 0)
            down, across = _ARROWS[key] if self._cell is not None else (0, 0)
            self._move_to((min(max(row + down, 0), count - 1), min(max(column + across, 0), count - 1)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cell is not None:
            self._choose(self._cell)
        else:
            super().keyPressEvent(event)

    def _choose(self, cell: tuple[int, int]) -> None:
        assert self._found is not None
        self.chosen.emit(*(int(self._found.channels[at]) for at in cell))

    def _move_to(self, cell: tuple[int, int] | None) -> None:
        if cell != self._cell:
            self._cell = cell
            words = "" if cell is None else self._words(*cell)
            self.setAccessibleDescription(words)
            self.hovered.emit(words)
            self.update()

    def _words(self, row: int, column: int) -> str:
        assert self._found is not None
        first, second = (int(self._found.channels[at]) for at in (row, column))
        value = float(self._found.matrix[row, column])
        if not np.isfinite(value):
            return tr("maps {first} and {second}: one of them is the same everywhere", first=first, second=second)
        return tr("maps {first} and {second}: {value}", first=first, second=second,
                  value=f"{value:+.2f}".replace("-", "−"))  # fmt: skip

    def _cell_at(self, point: QPointF) -> tuple[int, int] | None:
        area, count = self._area(), self._count()
        if not count or not area.contains(point):
            return None
        step = area.width() / count
        row, column = int((point.y() - area.top()) / step), int((point.x() - area.left()) / step)
        return min(row, count - 1), min(column, count - 1)

    def _place_of_selected(self) -> tuple[int, int] | None:
        if self._selected is None or self._found is None:
            return None
        places = [np.flatnonzero(self._found.channels == each) for each in self._selected]
        return (int(places[0][0]), int(places[1][0])) if all(len(place) for place in places) else None

    def _count(self) -> int:
        return 0 if self._found is None else len(self._found.channels)

    def _area(self) -> QRectF:
        side = max(1, min(self.width(), self.height()) - 2 * MARGIN)
        return QRectF(MARGIN, MARGIN, side, side)
