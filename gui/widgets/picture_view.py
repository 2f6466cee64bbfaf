"""A picture to look at closely: zoom, pan, point, with marks, padding and numbers drawn over it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QNativeGestureEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets import picture_geometry as geometry
from gui.widgets.picture_geometry import Placement, Rim, Tile, Viewpoint
from gui.widgets.picture_link import PictureLink
from gui.widgets.picture_marks import SMALLEST_SIDE, Mark
from gui.widgets.picture_overlays import draw_overlays, readout_rect
from gui.widgets.picture_painting import CHARACTERS, ShownPicture, ValueSource
from gui.widgets.picture_rim import RimBand
from gui.widgets.picture_scene import Scene, draw_cursor, draw_scene, margin_of

__all__ = ["Mark", "PictureView"]

_ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class PictureView(QWidget):
    """Shows uint8 pixels as large as it can.

    The wheel or a pinch zooms around the cursor. While the whole picture is in sight a click or drag points; once it is
    enlarged a click points and a drag pans (as the middle button always does). Arrow keys move the pointed pixel
    (with Shift by ten), + and − zoom, 0 fits, 1 shows actual size.

    Signals:
        hovered(int, int): the mouse is over this row and column of the data.
        hover_left(): the mouse left the picture.
        pointed(int, int): the user chose this row and column.
        view_changed(): zoom or pan is different now.
    """

    hovered = Signal(int, int)
    hover_left = Signal()
    pointed = Signal(int, int)
    view_changed = Signal()

    def __init__(self, appearance: Appearance, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._scene = Scene()
        self._pointed: tuple[int, int] | None = None
        self._hover: tuple[int, int] | None = None
        self._cursor_pixel: tuple[int, int] | None = None
        self._drawn_cursor = QRect()
        self._drag: QPointF | None = None
        self._is_panning = False
        self._has_moved = False
        self._shows_focus = False
        self._link = PictureLink()
        self._join(self._link)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(tr("Picture"))
        self.grabGesture(Qt.GestureType.PinchGesture)
        appearance.changed.connect(self._on_appearance_changed)

    # What is shown

    def set_picture(self, pixels: np.ndarray | None, *, natural_size: tuple[int, int] | None = None) -> None:
        """Show uint8 pixels, (H, W, 3) RGB, without a copy; zoom and pan stay.

        `natural_size` gives rows and columns of the data where the pixels were reduced for display. None clears.
        """
        self._scene.picture = None if pixels is None or 0 in pixels.shape else ShownPicture.of(pixels, natural_size)
        self.update()

    def picture_size(self) -> tuple[int, int] | None:
        """Rows and columns of the data that is shown."""
        return None if self._scene.picture is None else (self._scene.picture.rows, self._scene.picture.columns)

    def set_badge(self, title: str, role: str = "input") -> None:
        """Name the picture, top left, with a dot in its role's colour."""
        self._scene.overlays.title, self._scene.overlays.role = title, role
        self.setAccessibleName(title or tr("Picture"))
        self.update()

    def set_readout(self, text: str) -> None:
        """Show figures at the bottom right; their box keeps the width of the widest so far."""
        if text == self._scene.overlays.readout:
            return
        before = self._readout_area()
        self._scene.overlays.set_readout(text)
        # The scale steps aside when the readout comes or goes.
        self.update(before.united(self._readout_area()) if text and before.isValid() else self.rect())

    def set_scale(self, low: float, high: float, colours: np.ndarray | None) -> None:
        """Show which values the colours stand for: a table (N, 3) uint8 from `low` to `high`, or None for no scale."""
        self._scene.overlays.set_scale(low, high, colours)
        self.update()

    def set_marks(self, marks: tuple[Mark, ...]) -> None:
        """Draw these marks over the picture."""
        if marks != self._scene.marks:
            self._scene.marks = marks
            self.update()

    def set_rim(self, top: float = 0, bottom: float = 0, left: float = 0, right: float = 0, *tiles: Tile) -> None:
        """Draw so many rows and columns of padding around the picture, or around each of the tiles that lie in it."""
        self._scene.rim = Rim(top=top, bottom=bottom, left=left, right=right, tiles=tiles)
        self.update()

    def set_rim_bands(self, bands: tuple[RimBand, ...]) -> None:
        """Show in the rim what really stands there."""
        if bands != self._scene.rim_bands:
            self._scene.rim_bands = bands
            self.update()

    def set_values(self, values: np.ndarray | ValueSource | None, *, characters: int = CHARACTERS) -> None:
        """Write numbers into pixels that are large enough.

        Give an array, (H, W) or (H, W, C), or a function of (first row, end row, first column, end column) that
        returns that part of one, and is asked for the visible part only. Numbers of few `characters` need less room.
        """
        self._scene.characters = characters
        if isinstance(values, np.ndarray):
            array = values
            self._scene.values = lambda top, bottom, left, right: array[top:bottom, left:right]
        else:
            self._scene.values = values
        self.update()

    def set_dimmed(self, rect: tuple[float, float, float, float] | None) -> None:
        """Dim all but a rectangle: row, column, height, width. None dims nothing."""
        if rect != self._scene.dimmed:
            self._scene.dimmed = rect
            self.update()

    def set_message(self, text: str, sub: str = "") -> None:
        """Say something in place of the picture; "" brings the picture back."""
        self._scene.overlays.message, self._scene.overlays.sub_message = text, sub
        self.setAccessibleDescription(" ".join(part for part in (text, sub) if part))
        self.update()

    def set_cursor_pixel(self, pixel: tuple[int, int] | None) -> None:
        """Frame the row and column across from where the mouse is in another view; None frames nothing."""
        if pixel == self._cursor_pixel:
            return
        self._cursor_pixel = pixel
        rect = self._cursor_rect()
        area = QRect() if rect is None else rect.toAlignedRect().adjusted(-3, -3, 3, 3)
        self.update(area.united(self._drawn_cursor))

    def set_pointed(self, pixel: tuple[int, int] | None) -> None:
        """The pixel from which the arrow keys go on, without a signal."""
        self._pointed = pixel

    # Zoom and pan

    def link(self, other: PictureView) -> None:
        """Share zoom and pan with another view, whatever the sizes of the two pictures."""
        other._leave()
        other._join(self._link)
        other.update()

    def fit(self) -> None:
        """Show the whole picture."""
        self._link.look_at(Viewpoint())

    def actual_size(self) -> None:
        """One pixel of the data on one pixel of the screen."""
        fit = self._fit_scale()
        if fit is not None:
            self._zoom_to(1 / self.devicePixelRatioF() / fit)

    def zoom_by(self, factor: float, around: QPointF | None = None) -> None:
        """Zoom in (above 1) or out around a point of the view, or around its middle."""
        fit = self._fit_scale()
        placement = self.placement()
        if fit is None or placement is None:
            return
        around = around if around is not None else QRectF(self.rect()).center()
        row, column = self._share(placement, around)
        limits = geometry.zoom_limits(fit, self.devicePixelRatioF())
        self._link.look_at(geometry.zoomed(self._link.viewpoint, factor, limits=limits, row=row, column=column))

    def viewpoint(self) -> Viewpoint:
        """What is looked at."""
        return self._link.viewpoint

    def placement(self) -> Placement | None:
        """Where the pixels are drawn now, or None without a picture."""
        if self._scene.picture is None or not self.width() or not self.height():
            return None
        return geometry.place(
            width=self.width(), height=self.height(),
            rows=self._scene.picture.rows, columns=self._scene.picture.columns, rim=self._scene.rim,
            viewpoint=self._link.viewpoint, device_scale=self.devicePixelRatioF(), margin=self._margin(),
        )  # fmt: skip

    def sizeHint(self) -> QSize:
        return QSize(480, 360)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, 72)

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        view = QRectF(self.rect())
        painter.fillRect(event.rect(), QColor(self._appearance.theme.canvas))
        placement = self.placement()
        if placement is not None and not self._scene.overlays.message:
            draw_scene(painter, self._scene, placement, view, self._appearance, self.devicePixelRatioF())
            cursor = self._cursor_rect()
            if cursor is not None:
                draw_cursor(painter, cursor)
                self._drawn_cursor = cursor.toAlignedRect().adjusted(-3, -3, 3, 3)
        draw_overlays(painter, self._scene.overlays, self._appearance, view)
        if self._shows_focus and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._appearance.colour("accent"), 2))
            painter.drawRect(view.adjusted(1, 1, -1, -1))

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.pixelDelta().y()
        if turned:
            self.zoom_by(1.0016**turned, event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(1 + event.value(), event.position())
            return True
        if event.type() == QEvent.Type.Gesture:
            pinch = event.gesture(Qt.GestureType.PinchGesture)  # type: ignore[attr-defined]
            if pinch is not None:
                self.zoom_by(pinch.scaleFactor(), QPointF(self.mapFromGlobal(pinch.centerPoint().toPoint())))
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        buttons = (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton)
        if event.button() not in buttons or self.placement() is None:
            super().mousePressEvent(event)
            return
        self._drag = event.position()
        self._has_moved = False
        self._is_panning = event.button() == Qt.MouseButton.MiddleButton or self._link.viewpoint.zoom > 1.0
        if not self._is_panning:
            self._point(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        placement = self.placement()
        if placement is None:
            return
        if self._drag is not None:
            way = event.position() - self._drag
            if self._is_panning and (self._has_moved or way.manhattanLength() > 4):
                self._has_moved = True
                self._drag = event.position()
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self._pan(placement, way)
            elif not self._is_panning:
                self._point(event.position())
        self._set_hover(placement.pixel(event.position().x(), event.position().y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag is None:
            super().mouseReleaseEvent(event)
            return
        if self._is_panning and not self._has_moved and event.button() == Qt.MouseButton.LeftButton:
            self._point(event.position())
        self._drag = None
        self.setCursor(Qt.CursorShape.CrossCursor)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS and self._scene.picture is not None:
            step = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self._move_pointed(_ARROWS[key][0] * step, _ARROWS[key][1] * step)
        elif action := self._key_actions().get(key):
            action()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
        self._shows_focus = event.reason() in reasons  # type: ignore[attr-defined]
        self.update()

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.update()

    def _key_actions(self) -> dict[Qt.Key, Callable[[], None]]:
        return {
            Qt.Key.Key_Plus: lambda: self.zoom_by(1.25),
            Qt.Key.Key_Equal: lambda: self.zoom_by(1.25),
            Qt.Key.Key_Minus: lambda: self.zoom_by(0.8),
            Qt.Key.Key_0: self.fit,
            Qt.Key.Key_1: self.actual_size,
        }

    def _fit_scale(self) -> float | None:
        picture, height = self._scene.picture, self.height() - 2 * self._margin()
        if picture is None or not self.width() or not self.height():
            return None
        return geometry.fit_scale(self.width(), height, picture.rows, picture.columns, self._scene.rim)

    def _margin(self) -> float:
        return margin_of(self._scene, self._appearance, QRectF(self.rect()))

    def _zoom_to(self, zoom: float) -> None:
        self.zoom_by(zoom / self._link.viewpoint.zoom)

    def _share(self, placement: Placement, point: QPointF) -> tuple[float, float]:
        rim = self._scene.rim
        row = (placement.row(point.y()) + rim.top) / (placement.rows + rim.top + rim.bottom)
        column = (placement.column(point.x()) + rim.left) / (placement.columns + rim.left + rim.right)
        return row, column

    def _pan(self, placement: Placement, way: QPointF) -> None:
        rows = (placement.rows + self._scene.rim.top + self._scene.rim.bottom) * placement.scale
        columns = (placement.columns + self._scene.rim.left + self._scene.rim.right) * placement.scale
        self._link.look_at(geometry.moved(self._link.viewpoint, rows=-way.y() / rows, columns=-way.x() / columns))

    def _point(self, position: QPointF) -> None:
        placement = self.placement()
        pixel = placement.pixel(position.x(), position.y()) if placement is not None else None
        if pixel is not None and not self._scene.overlays.message:
            self._pointed = pixel
            self.pointed.emit(*pixel)

    def _move_pointed(self, rows: int, columns: int) -> None:
        assert self._scene.picture is not None
        height, width = self._scene.picture.rows, self._scene.picture.columns
        row, column = self._pointed if self._pointed is not None else (height // 2 - rows, width // 2 - columns)
        self._pointed = (min(max(row + rows, 0), height - 1), min(max(column + columns, 0), width - 1))
        self.pointed.emit(*self._pointed)

    def _set_hover(self, pixel: tuple[int, int] | None) -> None:
        if pixel == self._hover:
            return
        self._hover = pixel
        if pixel is None:
            self.hover_left.emit()
        else:
            self.hovered.emit(*pixel)

    def _cursor_rect(self) -> QRectF | None:
        placement = self.placement()
        if placement is None or self._cursor_pixel is None:
            return None
        row, column = self._cursor_pixel
        side = max(placement.scale, SMALLEST_SIDE)
        middle = QPointF(placement.x(column + 0.5), placement.y(row + 0.5))
        return QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)

    def _readout_area(self) -> QRect:
        if not self._scene.overlays.readout:
            return QRect()
        return (
            readout_rect(self._scene.overlays, self._appearance, QRectF(self.rect()))
            .toAlignedRect()
            .adjusted(-1, -1, 1, 1)
        )

    def _join(self, link: PictureLink) -> None:
        self._link = link
        link.viewpoint_changed.connect(self._on_viewpoint_changed)

    def _leave(self) -> None:
        self._link.viewpoint_changed.disconnect(self._on_viewpoint_changed)

    def _on_viewpoint_changed(self) -> None:
        self.update()
        self.view_changed.emit()

    def _on_appearance_changed(self) -> None:
        self.update()
