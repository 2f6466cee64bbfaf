"""A slider that goes to where it is clicked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider


class JumpSlider(QSlider):
    """A horizontal slider whose handle comes to the mouse, and is dragged on from there.

    Qt's own goes a page towards it instead, which finds no place in a video.
    """

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._handle().contains(event.position().toPoint()):
            super().mousePressEvent(event)
            return
        handle, groove = self._handle(), self._part(QStyle.SubControl.SC_SliderGroove)
        at = round(event.position().x()) - groove.left() - handle.width() // 2
        span = groove.width() - handle.width()
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setValue(QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), at, span, is_mirrored))
        place = QPointF(self._handle().center())  # where there are few values, not quite where the mouse is
        grip = QMouseEvent(
            event.type(), place, self.mapToGlobal(place), event.button(), event.buttons(), event.modifiers()
        )
        super().mousePressEvent(grip)
        event.accept()

    def _handle(self) -> QRect:
        return self._part(QStyle.SubControl.SC_SliderHandle)

    def _part(self, part: QStyle.SubControl) -> QRect:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return self.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, self)
