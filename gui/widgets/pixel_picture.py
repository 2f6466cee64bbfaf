"""A small picture drawn with sharp pixels, as large as whole steps of its size fit, with a line of words below."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme.appearance import Appearance
from gui.widgets.thumbnail import to_qimage


class PixelPicture(QWidget):
    """Shows pixels (uint8, gray or RGB) and a caption; without pixels, the words of an empty state."""

    def __init__(self, appearance: Appearance, *, least: int = 80, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance, self._least = appearance, least
        self._pixels: np.ndarray | None = None
        self._image = QImage()
        self._caption = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        appearance.changed.connect(self.update)

    def show_pixels(self, pixels: np.ndarray | None, caption: str = "") -> None:
        """Show these pixels, or only the caption."""
        self._pixels = None if pixels is None else np.ascontiguousarray(pixels)
        self._image = QImage() if self._pixels is None else to_qimage(self._pixels)
        self._caption = caption
        self.setAccessibleName(caption)
        self.update()

    @property
    def caption(self) -> str:
        """The words below the picture."""
        return self._caption

    @property
    def pixels(self) -> np.ndarray | None:
        """What is shown."""
        return self._pixels

    def sizeHint(self) -> QSize:
        return QSize(2 * self._least, 2 * self._least)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least, self._least)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._appearance.font("caption"))
        painter.setPen(self._appearance.colour("dim"))
        height = self._appearance.font_height("caption") + 4
        room = self.rect().adjusted(0, 0, 0, -height)
        below = QRect(0, self.height() - height, self.width(), height)
        if self._image.isNull():
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._caption)
            return
        factor = min(room.width() / self._image.width(), room.height() / self._image.height())
        if factor >= 1:
            factor = float(int(factor))
        size = QSize(max(1, int(self._image.width() * factor)), max(1, int(self._image.height() * factor)))
        target = QRect(0, 0, size.width(), size.height())
        target.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, factor < 1)
        painter.drawImage(target, self._image)
        text = painter.fontMetrics().elidedText(self._caption, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, text)
