"""A grid of any number of small pictures: only those in sight are asked for, kept and painted."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from gui.icons import icon_pixmap
from gui.theme.appearance import Appearance
from gui.widgets.thumbnail import to_pixmap

GAP = 6
KEPT = 3000
"""Thumbnails that are kept at most: some screens full, so that scrolling back asks for nothing."""


@dataclass(frozen=True)
class Caption:
    """The line under a picture, in the colour of a role."""

    text: str
    role: str = "dim"


@dataclass(frozen=True)
class Mark:
    """A small sign in the corner of a picture, an icon by its name, and what hovering says about it."""

    icon: str = ""
    hint: str = ""
    is_strong: bool = False


class PictureGrid(QAbstractScrollArea):
    """Shows pictures by number; who owns them is asked for thumbnails with `wanted` and hands them in with `put`.

    Signals:
        wanted(object): thumbnails of these numbers are in sight and not there; those asked for before may be dropped.
        selection_changed(object): the frozenset of selected numbers.
        opened(int): double click or Enter on a picture.
        delete_asked(): the Delete key.
        menu_asked(object): the right button on a picture, which is selected then, or the menu key; a global `QPoint`.
    """

    wanted = Signal(object)
    selection_changed = Signal(object)
    opened = Signal(int)
    delete_asked = Signal()
    menu_asked = Signal(object)

    def __init__(self, appearance: Appearance, *, side: int = 72, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance, self._side = appearance, side
        self._numbers: Sequence[int] = ()
        self._caption: Callable[[int], Caption | None] = lambda _number: None
        self._mark: Callable[[int], Mark | None] = lambda _number: None
        self._has_captions = False
        self._pixmaps: OrderedDict[int, QPixmap] = OrderedDict()
        self._asked: frozenset[int] = frozenset()
        self._selected: frozenset[int] = frozenset()
        self._current = -1
        self._anchor = 0
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._ask())
        appearance.changed.connect(self._on_appearance_changed)

    @property
    def selected(self) -> frozenset[int]:
        """The numbers of the selected pictures."""
        return self._selected

    @property
    def numbers(self) -> Sequence[int]:
        """The numbers of the pictures in their order."""
        return self._numbers

    @property
    def current(self) -> int:
        """The place in `numbers` of the picture that was clicked or gone to last, or −1."""
        return self._current

    def go(self, at: int) -> None:
        """Select the picture at a place in `numbers` alone, and bring it into sight."""
        self._go(at, Qt.KeyboardModifier.NoModifier)

    def set_pictures(
        self,
        numbers: Sequence[int],
        *,
        caption: Callable[[int], Caption | None] | None = None,
        keeps: bool = False,
        keeps_place: bool = False,
    ) -> None:
        """Show these pictures. With `keeps` their thumbnails and the place scrolled to stay; else all are new.

        With `keeps_place` only the place stays: after a picture is gone, one is still where one was.
        """
        self._numbers = numbers
        self._has_captions = caption is not None
        self._caption = caption or (lambda _number: None)
        if not keeps:
            self._pixmaps.clear()
            if not keeps_place:
                self.verticalScrollBar().setValue(0)
                self._current = -1
        self._asked = frozenset()
        self._current = min(self._current, len(numbers) - 1)
        left = self._selected.intersection(numbers) if keeps and self._selected else frozenset[int]()
        self._select(left)
        self._measure()

    def set_marks(self, mark: Callable[[int], Mark | None]) -> None:
        """Ask this for the sign of each picture in sight."""
        self._mark = mark
        self.viewport().update()

    def put(self, thumbnails: Iterable[tuple[int, np.ndarray]]) -> None:
        """Take thumbnails that were asked for, uint8."""
        scale = self.devicePixelRatioF()
        for number, pixels in thumbnails:
            self._pixmaps[number] = to_pixmap(pixels, QSize(self._side, self._side), scale=scale)
            self._pixmaps.move_to_end(number)
        while len(self._pixmaps) > KEPT:
            self._pixmaps.popitem(last=False)
        self.viewport().update()

    def select(self, numbers: Iterable[int]) -> None:
        """Select these pictures."""
        self._select(frozenset(numbers))

    def select_all(self) -> None:
        """Select every picture."""
        self._select(frozenset(self._numbers))

    def in_sight(self) -> list[int]:
        """The numbers whose cells can be seen, from the top."""
        rows = self._cell().height() + GAP
        top = self.verticalScrollBar().value()
        first = max(0, top // rows) * self._columns()
        last = (-(-(top + self.viewport().height()) // rows)) * self._columns()
        return list(self._numbers[first:last])

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        columns, rows = self._columns(), self._cell().height() + GAP
        first = max(0, (self.verticalScrollBar().value() + event.rect().top()) // rows) * columns
        last = ((self.verticalScrollBar().value() + event.rect().bottom()) // rows + 1) * columns
        for at in range(first, min(last, len(self._numbers))):
            self._paint_cell(painter, at)

    def _paint_cell(self, painter: QPainter, at: int) -> None:
        number, cell = self._numbers[at], self._rect(at)
        square = QRect(cell.topLeft(), QSize(self._side, self._side))
        pixmap = self._pixmaps.get(number)
        if pixmap is not None:
            painter.drawPixmap(square.topLeft(), pixmap)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._appearance.theme.raised))
            painter.drawRoundedRect(QRectF(square), 4, 4)
        mark = self._mark(number)
        if mark is not None and mark.icon:
            self._paint_mark(painter, mark, square.topRight() + QPoint(-2, 3))
        if number in self._selected or (at == self._current and self.hasFocus()):
            is_selected = number in self._selected
            width = 2.5 if is_selected else 1.0
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._appearance.colour("accent"), width))
            painter.drawRoundedRect(QRectF(square).adjusted(-1, -1, 1, 1), 5, 5)
        caption = self._caption(number)
        if caption is not None:
            painter.setFont(self._appearance.font("caption"))
            painter.setPen(self._appearance.colour(caption.role))
            below = QRect(cell.left(), square.bottom() + 2, cell.width(), cell.height() - self._side - 2)
            text = painter.fontMetrics().elidedText(caption.text, Qt.TextElideMode.ElideRight, below.width())
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)

    def _paint_mark(self, painter: QPainter, mark: Mark, corner: QPoint) -> None:
        """The sign, with its top right at `corner`."""
        side = self._appearance.icon_size
        corner -= QPoint(side, 0)
        ground = self._appearance.colour("accent") if mark.is_strong else self._appearance.overlay_colour()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(corner.x(), corner.y(), side, side), 4, 4)
        theme = self._appearance.theme
        colour = theme.on_accent if mark.is_strong else theme.text
        scale = self.devicePixelRatioF()
        painter.drawPixmap(corner + QPoint(2, 2), icon_pixmap(mark.icon, side - 4, colour=colour, scale=scale))

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._at(event.pos())
            caption = self._caption(self._numbers[at]) if at is not None else None
            mark = self._mark(self._numbers[at]) if at is not None else None
            words = [caption.text if caption is not None else "", mark.hint if mark is not None else ""]
            QToolTip.showText(event.globalPos(), " · ".join(filter(None, words)), self.viewport())
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position().toPoint())
        if at is None:
            self._select(frozenset())
            return
        if event.button() != Qt.MouseButton.LeftButton and self._numbers[at] in self._selected:
            self._current = at
            self.viewport().update()
            return
        self._go(at, event.modifiers())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._selected:
            point = event.globalPos()
            if event.reason() is QContextMenuEvent.Reason.Keyboard and 0 <= self._current < len(self._numbers):
                point = self.viewport().mapToGlobal(self._rect(self._current).center())
            self.menu_asked.emit(point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position().toPoint())
        if at is not None:
            self._current = at
            self.opened.emit(self._numbers[at])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        columns, key = self._columns(), event.key()
        page = columns * max(1, self.viewport().height() // (self._cell().height() + GAP))
        steps = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns,
            Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -len(self._numbers), Qt.Key.Key_End: len(self._numbers),
        }  # fmt: skip
        if key in steps and self._numbers:
            start = max(self._current, 0) if self._current >= 0 or steps[Qt.Key(key)] < 0 else -steps[Qt.Key(key)]
            self._go(min(max(start + steps[Qt.Key(key)], 0), len(self._numbers) - 1), event.modifiers())
        elif key == Qt.Key.Key_A and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.select_all()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._current < len(self._numbers):
            self.opened.emit(self._numbers[self._current])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._selected:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)

    def _go(self, at: int, modifiers: Qt.KeyboardModifier) -> None:
        number = self._numbers[at]
        self._current = at
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            low, high = sorted((self._anchor, at))
            self._select(frozenset(self._numbers[low : high + 1]))
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self._anchor = at
            self._select(self._selected ^ {number})
        else:
            self._anchor = at
            self._select(frozenset((number,)))
        self._show(at)
        self.viewport().update()

    def _show(self, at: int) -> None:
        rows, bar = self._cell().height() + GAP, self.verticalScrollBar()
        top = at // self._columns() * rows
        if top < bar.value():
            bar.setValue(top)
        elif top + rows > bar.value() + self.viewport().height():
            bar.setValue(top + rows - self.viewport().height())

    def _select(self, numbers: frozenset[int]) -> None:
        if numbers != self._selected:
            self._selected = numbers
            self.selection_changed.emit(numbers)
        self.viewport().update()

    # Geometry

    def _cell(self) -> QSize:
        below = self._appearance.font_height("caption") + 2 if self._has_captions else 0
        return QSize(self._side, self._side + below)

    def _columns(self) -> int:
        return max(1, (self.viewport().width() - GAP) // (self._side + GAP))

    def _rect(self, at: int) -> QRect:
        row, column = divmod(at, self._columns())
        cell = self._cell()
        left = GAP + column * (cell.width() + GAP)
        return QRect(QPoint(left, GAP + row * (cell.height() + GAP) - self.verticalScrollBar().value()), cell)

    def _at(self, point: QPoint) -> int | None:
        cell = self._cell()
        column = (point.x() - GAP) // (cell.width() + GAP)
        row = (point.y() + self.verticalScrollBar().value() - GAP) // (cell.height() + GAP)
        at = row * self._columns() + column
        is_inside = 0 <= column < self._columns() and row >= 0 and at < len(self._numbers)
        return at if is_inside and self._rect(at).contains(point) else None

    def _measure(self) -> None:
        rows = -(-len(self._numbers) // self._columns())
        height = rows * (self._cell().height() + GAP) + GAP
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, height - self.viewport().height()))
        bar.setPageStep(max(1, self.viewport().height()))
        bar.setSingleStep(max(1, self._cell().height() // 2))
        self._ask()

    def _ask(self) -> None:
        missing = frozenset(number for number in self.in_sight() if number not in self._pixmaps)
        if missing and missing != self._asked:
            self._asked = missing
            self.wanted.emit(sorted(missing))
        self.viewport().update()

    def _on_appearance_changed(self) -> None:
        self._measure()
