"""A picture view that can be painted on, with mouse or keyboard."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.theme.appearance import Appearance
from gui.widgets.picture_view import PictureView

Place = tuple[int, int]


class PaintView(PictureView):
    """Without a brush it is any picture view. With one the left button paints, and so does Enter, where the arrow keys
    have brought the brush; [ and ] change its size, Ctrl+Z takes the last stroke back.

    Signals:
        stroke_begun(): what follows belongs to one stroke.
        stroked(object, object): from this to that pixel (row, column).
        stroke_ended(): the stroke is over.
        undo_wanted(): take the last stroke back.
        size_wanted(int): make the brush so many steps larger, or smaller.
    """

    stroke_begun = Signal()
    stroked = Signal(object, object)
    stroke_ended = Signal()
    undo_wanted = Signal()
    size_wanted = Signal(int)

    def __init__(self, appearance: Appearance, *, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent=parent)
        self._width: int | None = None
        self._last: Place | None = None
        self._at: Place | None = None
        self.pointed.connect(self._on_pointed)
        self.hover_left.connect(lambda: self._show_brush(None))

    def set_brush(self, width: int | None) -> None:
        """Paint with a brush of so many pixels from now on; None: look only."""
        if width != self._width:
            self._width = width
            self._last = None
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        placement = self.placement()
        if self._width is None or self._at is None or placement is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(placement.x(self._at[1] + 0.5), placement.y(self._at[0] + 0.5))
        radius = max(2.5, self._width / 2 * placement.scale)
        for colour, away in ((QColor(0, 0, 0, 190), 0.75), (QColor(255, 255, 255, 235), -0.75)):
            painter.setPen(QPen(colour, 1.5))
            painter.drawEllipse(middle, radius + away, radius + away)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place(event.position())
        if self._width is None or event.button() != Qt.MouseButton.LeftButton or place is None:
            super().mousePressEvent(event)
            return
        self._last = place
        self.stroke_begun.emit()
        self.stroked.emit(place, place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place(event.position())
        if self._width is not None and place is not None:
            if self._last is not None and place != self._last:
                before, self._last = self._last, place
                self.stroked.emit(before, place)
            self._show_brush(place)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._last is None or event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        self._last = None
        self.stroke_ended.emit()

    def event(self, event: QEvent) -> bool:
        is_ours = event.type() == QEvent.Type.ShortcutOverride and self._width is not None
        if is_ours and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo):
            event.accept()  # or the window's own undo would take it
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._width is None:
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at is not None:
            self.stroke_begun.emit()
            self.stroked.emit(self._at, self._at)
            self.stroke_ended.emit()
        elif event.key() in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight):
            self.size_wanted.emit(1 if event.key() == Qt.Key.Key_BracketRight else -1)
        else:
            super().keyPressEvent(event)

    def _on_pointed(self, row: int, column: int) -> None:
        self._show_brush((row, column))

    def _show_brush(self, place: Place | None) -> None:
        if place != self._at:
            self._at = place
            if self._width is not None:
                self.update()

    def _place(self, position: QPointF) -> Place | None:
        """The pixel there, also beside the picture: a stroke may come in from outside."""
        placement = self.placement()
        if placement is None:
            return None
        return math.floor(placement.row(position.y())), math.floor(placement.column(position.x()))
