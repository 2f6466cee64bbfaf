"""What the source shows now, small, so that one sees what is being recorded."""

from __future__ import annotations

import time
from typing import Protocol

import numpy as np
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.opencv import cv2
from engine.sources import frame as sources
from gui.network.colouring import as_rgb
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.thumbnail import to_qimage

SECONDS = 1 / 15
WIDEST = 360
LOWEST, HIGHEST = 40, 180


class Frames(Protocol):
    """Where frames come from."""

    @property
    def frame(self) -> sources.Frame | None:
        """The newest frame."""


class LivePreview(QWidget):
    """Fifteen pictures a second at most; a frame in vermillion while it records."""

    def __init__(self, frames: Frames, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frames, self._appearance = frames, appearance
        self._pixels: np.ndarray | None = None
        self._image = QImage()
        self._shown: sources.Frame | None = None
        self._shown_at = 0.0
        self._is_recording = False
        self._most = HIGHEST
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("What the source shows now"))

    def set_room(self, height: int) -> None:
        """Take no more height than this, if that is possible at all."""
        most = min(HIGHEST, max(LOWEST, height))
        if most != self._most:
            self._most = most
            self.updateGeometry()

    def set_recording(self, is_recording: bool) -> None:
        """Show that pictures are being taken."""
        self._is_recording = is_recording
        self.update()

    def refresh(self) -> None:
        """There may be a newer frame."""
        frame, now = self._frames.frame, time.monotonic()
        if frame is None or frame is self._shown or now - self._shown_at < SECONDS or not self.isVisible():
            return
        self._shown, self._shown_at = frame, now
        pixels = as_rgb(frame.image)
        share = WIDEST / pixels.shape[1]
        if share < 1:
            size = (WIDEST, max(1, round(pixels.shape[0] * share)))
            pixels = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA))
        self._pixels = pixels
        self._image = to_qimage(pixels)
        self.updateGeometry()
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()  # of a picture that stands still no newer frame will come

    def sizeHint(self) -> QSize:
        return QSize(180, self._height(max(120, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self._height(max(100, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(area, 6, 6)
        painter.setClipPath(shape)
        painter.fillRect(area, QColor(self._appearance.theme.canvas))
        if not self._image.isNull():
            factor = min(area.width() / self._image.width(), area.height() / self._image.height())
            target = QRectF(0, 0, self._image.width() * factor, self._image.height() * factor)
            target.moveCenter(area.center())
            painter.drawImage(target, self._image)
        if self._is_recording:
            painter.setPen(QPen(self._appearance.colour("refused"), 5))
            painter.drawRoundedRect(area, 6, 6)

    def _height(self, width: int) -> int:
        share = self._image.height() / self._image.width() if not self._image.isNull() else 9 / 16
        return min(self._most, max(LOWEST, round(width * share)))
