"""A sheet to draw on by hand: a digit, a sign, whatever is to be told apart."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui.icons import icon
from gui.text import tr
from gui.theme.appearance import Appearance

SIDE = 56
PEN = 5.0


class Sheet(QWidget):
    """White on black, as digits come in data sets.

    Signals:
        drawn(): there is something on it now.
    """

    drawn = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._image = QImage(SIDE, SIDE, QImage.Format.Format_Grayscale8)
        self._last: QPointF | None = None
        self.is_empty = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(tr("Sheet to draw on"))
        self.clear()

    def clear(self) -> None:
        """Take everything off."""
        self._image.fill(0)
        self.is_empty = True
        self.update()

    def pixels(self) -> np.ndarray:
        """What is drawn, uint8 (side, side)."""
        view = np.frombuffer(self._image.constBits(), np.uint8).reshape(SIDE, self._image.bytesPerLine())
        return view[:, :SIDE].copy()

    def sizeHint(self) -> QSize:
        return QSize(180, 180)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 150)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._appearance.theme.canvas))
        painter.drawImage(self._square(), self._image)
        if self.is_empty:
            painter.setPen(QColor("#9aa4b2"))
            painter.drawText(self._square(), Qt.AlignmentFlag.AlignCenter, tr("Draw here"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._last = self._place(event)
        self._line(self._last)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._last is not None:
            self._line(self._place(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._last = None
        event.accept()

    def _line(self, to: QPointF) -> None:
        painter = QPainter(self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor("white"), PEN, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(self._last or to, to)
        painter.end()
        self._last = to
        self.is_empty = False
        self.update()
        self.drawn.emit()

    def _square(self) -> QRect:
        side = min(self.width(), self.height())
        square = QRect(0, 0, side, side)
        square.moveCenter(self.rect().center())
        return square

    def _place(self, event: QMouseEvent) -> QPointF:
        square = self._square()
        at = event.position() - QPointF(square.topLeft())
        return at * (SIDE / max(1, square.width()))


class Drawing(QWidget):
    """The sheet with its buttons.

    Signals:
        finished(object): keep this picture, uint8 (side, side).
    """

    finished = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._class = ""
        self.sheet = Sheet(appearance)
        self.keep = QPushButton(icon("add"), tr("Keep it"))
        self.wipe = QPushButton(icon("reset"), tr("Wipe"))
        self.wipe.setToolTip(tr("Take the drawing off the sheet"))
        row = QHBoxLayout()
        row.addWidget(self.keep, 1)
        row.addWidget(self.wipe)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.sheet)
        column.addLayout(row)
        self.keep.clicked.connect(self._on_keep)
        self.wipe.clicked.connect(self._on_wipe)
        self.sheet.drawn.connect(lambda: self.set_class(self._class))
        self.set_class("")

    def set_class(self, name: str) -> None:
        """Say which class a kept drawing goes to; "" for none."""
        self._class = name
        self.keep.setEnabled(bool(name) and not self.sheet.is_empty)
        self.keep.setText(tr("Keep as {name}", name=name) if name else tr("Select a class first"))
        self.keep.setToolTip(
            tr("Put the drawing into this class")
            if name
            else tr("Click the card of the class that the drawing belongs to.")
        )

    def _on_keep(self) -> None:
        self.finished.emit(self.sheet.pixels())
        self._on_wipe()

    def _on_wipe(self) -> None:
        self.sheet.clear()
        self.set_class(self._class)
