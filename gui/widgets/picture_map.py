"""Small pictures laid out in a plane, such as an embedding: near means alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.theme.appearance import Appearance
from gui.widgets.thumbnail import to_pixmap

SIDE = 26
SIDES = ((60, 26), (200, 20), (500, 15))
SMALLEST = 11
DOT = 3.0
RESTING = 0.8
MOST_NAMES = 30
LONGEST_NAME = 110


class PictureMap(QWidget):
    """Each point is a picture where its thumbnail is known, else a dot; a ring in vermillion marks wrong answers.

    The more there are the smaller they are, and the one under the mouse stands out large.

    Signals:
        wanted(object): thumbnails of these numbers would be seen.
        chosen(int): the user clicked at the point of this number.
    """

    wanted = Signal(object)
    chosen = Signal(int)

    def __init__(self, appearance: Appearance, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._numbers: Sequence[int] = ()
        self._places = np.zeros((0, 2))
        self._words: Sequence[str] = ()
        self._is_wrong = np.zeros(0, bool)
        self._names: dict[str, np.ndarray] = {}
        self._pixmaps: dict[int, QPixmap] = {}
        self._large: dict[int, QPixmap] = {}
        self._hovered: int | None = None
        self._empty = ""
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        appearance.changed.connect(self.update)

    def show_points(
        self, numbers: Sequence[int], points: np.ndarray, words: Sequence[str], is_wrong: np.ndarray, *, empty: str = ""
    ) -> None:
        """Show points (n, 2) with what to say of each and whether its answer is wrong."""
        self._numbers, self._words, self._is_wrong, self._empty = numbers, words, is_wrong, empty
        self._pixmaps.clear()
        self._large.clear()
        self._hovered = None
        self._names = {}
        if len(points):
            low, high = points.min(axis=0), points.max(axis=0)
            self._places = (points - low) / np.where(high > low, high - low, 1.0)
        else:
            self._places = np.zeros((0, 2))
        if len(numbers):
            self.wanted.emit(list(numbers))
        self.setAccessibleDescription(empty if not len(numbers) else "")
        self.update()

    def show_names(self, names: Sequence[str], labels: np.ndarray) -> None:
        """Write the name of each class of points where most of them lie; too many would cover the pictures."""
        found = np.unique(labels) if len(labels) == len(self._places) else np.zeros(0, int)
        is_few = len(found) <= MOST_NAMES
        self._names = {
            names[each]: np.median(self._places[labels == each], axis=0) for each in found.tolist() if is_few
        }
        self.update()

    def put(self, thumbnails: Iterable[tuple[int, np.ndarray]]) -> None:
        """Take thumbnails, uint8."""
        scale, side = self.devicePixelRatioF(), self._side()
        for number, pixels in thumbnails:
            self._pixmaps[number] = to_pixmap(pixels, QSize(side, side), scale=scale, radius=2.0)
            self._large[number] = to_pixmap(pixels, QSize(2 * SIDE, 2 * SIDE), scale=scale, radius=4.0)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not len(self._numbers):
            painter.setPen(self._appearance.colour("dim"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._empty)
            return
        side = self._side()
        # Mistakes are what one looks for, so that nothing may cover them.
        for at in sorted(range(len(self._numbers)), key=lambda each: bool(self._is_wrong[each])):
            painter.setOpacity(1.0 if self._is_wrong[at] else RESTING)
            self._paint_point(painter, at, self._pixmaps, side)
        painter.setOpacity(1.0)
        self._paint_names(painter)
        if self._hovered is not None:
            self._paint_point(painter, self._hovered, self._large, 2 * SIDE)

    def _paint_point(self, painter: QPainter, at: int, pixmaps: dict[int, QPixmap], side: int) -> None:
        centre, pixmap = self._point(at), pixmaps.get(self._numbers[at])
        square = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        if pixmap is not None:
            painter.drawPixmap(square.topLeft(), pixmap)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._appearance.colour("dim"))
            painter.drawEllipse(centre, DOT, DOT)
        if self._is_wrong[at]:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._appearance.colour("refused"), self._appearance.line_width * 1.3))
            painter.drawRoundedRect(square, 3, 3)

    def _paint_names(self, painter: QPainter) -> None:
        painter.setFont(self._appearance.font("caption"))
        metrics = painter.fontMetrics()
        for name, place in self._names.items():
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, LONGEST_NAME)
            box = QRectF(0, 0, metrics.horizontalAdvance(text) + 10, metrics.height() + 2)
            box.moveCenter(self._at_share(place))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._appearance.overlay_colour())
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(self._appearance.colour("text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position().toPoint())
        if at is not None:
            self.chosen.emit(self._numbers[at])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            at = self._at(event.pos())
            QToolTip.showText(event.globalPos(), "" if at is None else self._words[at], self)
            return True
        return super().event(event)  # type: ignore[arg-type]

    def _hover(self, at: int | None) -> None:
        if at != self._hovered:
            self._hovered = at
            self.update()

    def _side(self) -> int:
        return next((side for most, side in SIDES if len(self._numbers) <= most), SMALLEST)

    def _point(self, at: int) -> QPointF:
        return self._at_share(self._places[at])

    def _at_share(self, place: np.ndarray) -> QPointF:
        area = QRectF(self.rect()).adjusted(SIDE, SIDE / 2 + 2, -SIDE, -SIDE / 2 - 2)
        x, y = place
        return QPointF(area.left() + area.width() * x, area.bottom() - area.height() * y)

    def _at(self, point: QPoint) -> int | None:
        reach = self._side() / 2
        for at in range(len(self._numbers) - 1, -1, -1):
            centre = self._point(at)
            if max(abs(centre.x() - point.x()), abs(centre.y() - point.y())) <= reach:
                return at
        return None
