"""All maps of a layer at once, or one of them large; says what is under the mouse and what was chosen."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from engine.network.maps import LayerMaps
from gui.network import map_painting as paint
from gui.network.map_facts import (
    count_words,
    drawn_dark,
    figure_words,
    is_single,
    map_sides,
    place_words,
    silence_words,
    value_at,
)
from gui.network.map_layout import MapLayout
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.focus_ring import FocusRing

MARGIN = 8
NARROWEST_BAR = 3  # logical pixels; more values than fit as bars are drawn as coloured cells
_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class MapGrid(QWidget):
    """Paints the maps once when they are new; frames and cursor lie over that picture.

    Arrow keys go from map to map, with Shift from value to value; Home and End to the first and last map; Return or a
    double click shows one map large, Escape all of them again; S sorts them again.

    Signals:
        chosen(int, int, int): the user chose a value: channel, row, column.
        hovered(str): words for what is under the mouse, or "".
        looked_at(int): the place of the map under the mouse in the order, or −1.
        order_wanted(): S was pressed: sort the maps again.
    """

    chosen = Signal(int, int, int)
    hovered = Signal(str)
    looked_at = Signal(int)
    order_wanted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._maps: LayerMaps | None = None
        self._pixels: np.ndarray | None = None
        self._selected: tuple[int, int, int] | None = None
        self._marked: tuple[int, ...] = ()
        self._kernels: frozenset[int] = frozenset()
        self._is_enlarged = False
        self._is_dark = True
        self._hover = -1
        self._mouse: QPointF | None = None
        self._message = ""
        self._painted: QPixmap | None = None
        self.setMinimumSize(112, 96)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        FocusRing(self, appearance)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(tr("Feature maps"))
        appearance.changed.connect(self._repaint)

    def set_maps(self, maps: LayerMaps | None, pixels: np.ndarray | None) -> None:
        """Show these maps: the mosaic as RGB pixels, kept without a copy."""
        is_other = maps is None or self._maps is None or maps.path != self._maps.path
        self._maps, self._pixels = maps, None if pixels is None else np.ascontiguousarray(pixels)
        if is_other:
            self._is_enlarged = False
        if maps is not None and self._pixels is not None:
            self._is_dark = drawn_dark(maps, self._pixels)
            self.setAccessibleDescription(f"{maps.path}: {count_words(maps)}. {silence_words(maps)}".strip())
        self._tell_hover()
        self._repaint()

    def set_message(self, text: str) -> None:
        """What stands there while there are no maps."""
        self._message = text
        self.update()

    def set_selected(self, value: tuple[int, int, int] | None) -> None:
        """Frame the map of this value: channel, row, column."""
        if value != self._selected:
            self._selected = value
            if self._is_enlarged:
                self._is_enlarged = value is not None
                self._painted = None
            self.update()

    def set_marked(self, channels: tuple[int, ...]) -> None:
        """Frame these maps too, with dashes."""
        self._marked = channels
        self.update()

    def set_kernels(self, channels: frozenset[int]) -> None:
        """Mark the maps of filters into which somebody put a kernel."""
        if channels != self._kernels:
            self._kernels = channels
            self.update()

    def enlarge(self, is_enlarged: bool) -> None:
        """Show the selected map as large as it can be, or all maps."""
        is_enlarged = is_enlarged and self._place_of_selected() is not None and not self._is_single()
        if is_enlarged != self._is_enlarged:
            self._is_enlarged = is_enlarged
            self._repaint()

    def map_layout(self) -> MapLayout | None:
        """Where the maps stand."""
        maps = self._maps
        if maps is None or not self.width() or not self.height() or not len(maps.order):
            return None
        count = len(self._places())
        if self._has_bars():
            return MapLayout.bars(count, width=self.width(), height=self.height(), margin=MARGIN)
        return MapLayout.of(
            count, map_height=maps.layout.height, map_width=maps.layout.width,
            width=self.width(), height=self.height(), margin=MARGIN,
        )  # fmt: skip

    def rect_of(self, channel: int) -> QRectF | None:
        """Where a channel's map is drawn; None where it is not shown."""
        layout, places = self.map_layout(), self._places()
        place = self._place_of(channel)
        return None if layout is None or place is None or place not in places else layout.rect(place - places.start)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        layout = self.map_layout()
        if layout is None or self._pixels is None:
            painter.fillRect(event.rect(), QColor(self._appearance.theme.panel))
            painter.setPen(self._appearance.colour("dim"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._message)
            return
        if self._painted is None:
            self._painted = self._drawn(layout)
        painter.drawPixmap(0, 0, self._painted)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frames(painter, layout)

    def _drawn(self, layout: MapLayout) -> QPixmap:
        """All maps as one picture of the widget's size."""
        assert self._maps is not None
        assert self._pixels is not None
        maps, places, scale = self._maps, self._places(), self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(QColor(self._appearance.theme.panel))
        painter = QPainter(pixmap)
        if self._has_bars():
            paint.paint_bars(painter, layout, maps, self._appearance)
        else:
            paint.paint_maps(
                painter, layout, maps, self._pixels, places, self._appearance, is_dark=self._is_dark, device_scale=scale
            )  # fmt: skip
        painter.end()
        return pixmap

    def _paint_frames(self, painter: QPainter, layout: MapLayout) -> None:
        places = self._places()
        if self._hover in places and not self._is_enlarged:
            paint.paint_hover(painter, layout.rect(self._hover - places.start), self._appearance)
        for marked in (self._place_of(channel) for channel in self._marked):
            if marked is not None and marked in places and not self._is_enlarged:
                paint.paint_mark(painter, layout.rect(marked - places.start), self._appearance)
        for placed in (self._place_of(channel) for channel in self._kernels):
            if placed is not None and placed in places:
                paint.paint_kernel_sign(painter, layout.rect(placed - places.start), self._appearance)
        place = self._place_of_selected()
        if place is None or place not in places or self._selected is None or self._maps is None:
            return
        rect = layout.rect(place - places.start)
        if not self._is_enlarged:
            paint.paint_frame(painter, rect, self._appearance, grows=bool(layout.gap))
        if self._is_single() or rect.width() < 20:
            return
        paint.paint_value_mark(painter, rect, self._maps, *self._selected[1:])

    # What the person does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._value_under(event.position())
        if event.button() == Qt.MouseButton.LeftButton and found is not None:
            self.chosen.emit(*found[1])
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._value_under(event.position()) is not None:
            self.enlarge(not self._is_enlarged)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse = event.position()
        value = self._tell_hover()
        if event.buttons() & Qt.MouseButton.LeftButton and value is not None and value != self._selected:
            self.chosen.emit(*value)

    def leaveEvent(self, event: QEvent) -> None:
        self._mouse = None
        self._tell_hover()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape and self._is_enlarged:  # type: ignore[attr-defined]
            event.accept()  # here it brings all maps back, and does not leave presenter mode
            return True
        if event.type() == QEvent.Type.ToolTip and self._maps is not None and not self._is_single():
            if self._hover >= 0:
                words = figure_words(self._maps, int(self._maps.order[self._hover]))
                QToolTip.showText(event.globalPos(), words, self)  # type: ignore[attr-defined]
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, layout = Qt.Key(event.key()), self.map_layout()
        if self._maps is None or layout is None:
            super().keyPressEvent(event)
            return
        columns = 1 if self._is_enlarged else layout.columns
        last = len(self._maps.order) - 1
        if key in _ARROWS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._step_value(*_ARROWS[key])
        elif key in _ARROWS:
            place, (down, across) = self._place_of_selected(), _ARROWS[key]
            wanted = 0 if place is None else place + down * columns + across
            if 0 <= wanted <= last:
                self._choose(wanted)
        elif key == Qt.Key.Key_S and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.order_wanted.emit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(0 if key == Qt.Key.Key_Home else last)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enlarge(not self._is_enlarged)
        elif key == Qt.Key.Key_Escape and self._is_enlarged:
            self.enlarge(False)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._painted = None

    # Places

    def _choose(self, place: int) -> None:
        assert self._maps is not None
        _, row, column = self._selected or (0, 0, 0)
        self.chosen.emit(int(self._maps.order[place]), row, column)

    def _step_value(self, down: int, across: int) -> None:
        if self._selected is not None and self._maps is not None and not self._is_single():
            channel, row, column = self._selected
            height, width = map_sides(self._maps)
            self.chosen.emit(channel, min(max(0, row + down), height - 1), min(max(0, column + across), width - 1))

    def _value_under(self, point: QPointF) -> tuple[int, tuple[int, int, int], tuple[int, int]] | None:
        """The place of the map under a point, its channel with row and column, and those in the mosaic's pixels."""
        layout = self.map_layout()
        found = layout.at(point.x(), point.y()) if layout is not None else None
        if found is None or self._maps is None:
            return None
        number, down, across = found
        place = self._places()[number]
        inner = (int(down * self._maps.layout.height), int(across * self._maps.layout.width))
        height, width = map_sides(self._maps)
        row, column = (min(at * self._maps.factor, side - 1) for at, side in zip(inner, (height, width), strict=True))
        return place, (int(self._maps.order[place]), row, column), inner

    def _places(self) -> range:
        """The places of the order that are on screen: all of them, or the one that is enlarged."""
        if self._maps is None:
            return range(0)
        place = self._place_of_selected() if self._is_enlarged else None
        return range(len(self._maps.order)) if place is None else range(place, place + 1)

    def _place_of_selected(self) -> int | None:
        return None if self._selected is None else self._place_of(self._selected[0])

    def _place_of(self, channel: int) -> int | None:
        if self._maps is None:
            return None
        found = np.flatnonzero(self._maps.order == channel)
        return int(found[0]) if len(found) else None

    def _is_single(self) -> bool:
        return self._maps is not None and is_single(self._maps)

    def _has_bars(self) -> bool:
        return self._is_single() and len(self._places()) * NARROWEST_BAR <= self.width() - 2 * MARGIN

    def _tell_hover(self) -> tuple[int, int, int] | None:
        """Say what is under the mouse, with each picture anew; returns the channel, row and column of it."""
        found = self._value_under(self._mouse) if self._mouse is not None else None
        place, value, words = -1, None, ""
        if found is not None and self._maps is not None and self._pixels is not None:
            place, value, inner = found
            words = place_words(self._maps, *value, value_at(self._maps, self._pixels, place, *inner))
        if place != self._hover:
            self._hover = place
            self.looked_at.emit(place)
            self.update()
        self.hovered.emit(words)
        return value

    def _repaint(self) -> None:
        self._painted = None
        self.update()
