"""How often each true class was taken for each class: a matrix to point at."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.text import tr
from gui.theme.appearance import Appearance
from gui.theme.tokens import ink_on, mixed
from gui.widgets.focus_ring import FocusRing

LARGEST_CELL = 44
LEAST_FOR_NUMBERS = 15
LEAST_FOR_NAMES = 10


class ConfusionMatrix(QWidget):
    """Rows are true classes, columns what was said; right answers in green, mistakes in vermillion.

    Signals:
        cell_chosen(int, int): the user points at a true and a said class.
    """

    cell_chosen = Signal(int, int)

    def __init__(self, appearance: Appearance, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._matrix = np.zeros((0, 0), np.int64)
        self._names: tuple[str, ...] = ()
        self._cell: tuple[int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        FocusRing(self, appearance)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Confusion matrix"))
        appearance.changed.connect(self.update)

    @property
    def cell(self) -> tuple[int, int] | None:
        """The chosen cell: true class and said class."""
        return self._cell

    def show_matrix(self, matrix: np.ndarray, names: Sequence[str]) -> None:
        """Show a matrix (classes, classes); the chosen cell stays if it is there."""
        self._matrix, self._names = matrix, tuple(names)
        if self._cell is not None and max(self._cell) >= len(matrix):
            self._cell = None
        self.update()

    def choose(self, cell: tuple[int, int] | None) -> None:
        """Choose a cell without a signal."""
        self._cell = cell
        self.update()

    def words(self, true: int, said: int) -> str:
        """What a cell says, in a sentence."""
        count, total = int(self._matrix[true, said]), int(self._matrix[true].sum())
        if true == said:
            return tr("{count} of {total} pictures of “{true}” were recognised.", count=count, total=total,
                      true=self._names[true])  # fmt: skip
        return tr("{count} of {total} pictures of “{true}” were taken for “{said}”.", count=count, total=total,
                  true=self._names[true], said=self._names[said])  # fmt: skip

    def sizeHint(self) -> QSize:
        return QSize(260, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        count = len(self._matrix)
        if not count:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._appearance.theme
        left, top, side = self._geometry()
        totals = np.maximum(self._matrix.sum(axis=1), 1)
        painter.setFont(self._appearance.font("number_caption"))
        for true in range(count):
            for said in range(count):
                share = float(self._matrix[true, said] / totals[true])
                colour = theme.result if true == said else theme.refused
                strength = 0.0 if not share else 0.12 + 0.78 * share
                ground = mixed(colour, theme.raised, strength)
                cell = QRectF(left + said * side, top + true * side, side, side).adjusted(0.5, 0.5, -0.5, -0.5)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(ground))
                painter.drawRoundedRect(cell, min(3.0, side / 6), min(3.0, side / 6))
                if side >= LEAST_FOR_NUMBERS and self._matrix[true, said]:
                    painter.setPen(QColor(ink_on(ground, theme.text, theme.panel)))
                    painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(int(self._matrix[true, said])))
        self._draw_names(painter, left, top, side)
        self._draw_titles(painter, left, top, side)
        if self._cell is not None:
            true, said = self._cell
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._appearance.colour("accent"), 2.0))
            painter.drawRoundedRect(QRectF(left + said * side, top + true * side, side, side), 3, 3)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._at(event.position().toPoint())
        if cell is not None:
            self._choose(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
        }  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if step is None or not len(self._matrix):
            super().keyPressEvent(event)
            return
        true, said = self._cell or (0, 0)
        last = len(self._matrix) - 1
        self._choose((min(max(true + step[0], 0), last), min(max(said + step[1], 0), last)))

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            cell = self._at(event.pos())
            QToolTip.showText(event.globalPos(), "" if cell is None else self.words(*cell), self)
            return True
        return super().event(event)  # type: ignore[arg-type]

    def _choose(self, cell: tuple[int, int]) -> None:
        self._cell = cell
        self.setAccessibleDescription(self.words(*cell))
        self.update()
        self.cell_chosen.emit(*cell)

    def _draw_names(self, painter: QPainter, left: float, top: float, side: float) -> None:
        painter.setFont(self._appearance.font("caption"))
        painter.setPen(self._appearance.colour("dim"))
        height = self._appearance.font_height("caption")
        if side < LEAST_FOR_NAMES:
            return
        for number, name in enumerate(self._names):
            row = QRectF(height + 2, top + number * side, left - height - 8, side)
            text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(row.width()))
            painter.drawText(row, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
            column = QRectF(left + number * side, top - height - 2, side, height)
            text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(side))
            painter.drawText(column, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_titles(self, painter: QPainter, left: float, top: float, side: float) -> None:
        """Which way the true classes go, and which way what was said: without that a matrix is a riddle."""
        height, extent = self._appearance.font_height("caption"), side * len(self._names)
        centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        painter.setFont(self._appearance.font("caption"))
        painter.setPen(self._appearance.colour("text"))
        painter.drawText(QRectF(left, 0, extent, height), centred, tr("taken for"))
        painter.save()
        painter.translate(0, top + extent)
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, extent, height), centred, tr("true class"))
        painter.restore()

    def _geometry(self) -> tuple[float, float, float]:
        count = len(self._matrix)
        widest = max((self._appearance.text_width(name, "caption") for name in self._names), default=0)
        height = self._appearance.font_height("caption")
        top = float(2 * height + 4)
        has_names = (self.height() - top - 4) / count >= LEAST_FOR_NAMES
        left = float(height + 2 + (min(widest + 10, self.width() // 3) if has_names else 0))
        side = min((self.width() - left - 4) / count, (self.height() - top - 4) / count, LARGEST_CELL)
        return left, top, max(2.0, side)

    def _at(self, point: QPoint) -> tuple[int, int] | None:
        if not len(self._matrix):
            return None
        left, top, side = self._geometry()
        true, said = int((point.y() - top) // side), int((point.x() - left) // side)
        count = len(self._matrix)
        return (true, said) if 0 <= true < count and 0 <= said < count else None
