"""Arrays as Qt pictures."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap

_FORMATS = {1: QImage.Format.Format_Grayscale8, 3: QImage.Format.Format_RGB888, 4: QImage.Format.Format_RGBA8888}


def to_qimage(pixels: np.ndarray) -> QImage:
    """Wrap uint8 pixels, (H, W), (H, W, 1), (H, W, 3) or (H, W, 4), without a copy where the rows are contiguous.

    The image looks into the array: keep the array while the image lives.
    """
    if pixels.dtype != np.uint8 or pixels.ndim not in (2, 3):
        raise ValueError(
            f"A picture of {pixels.dtype} and shape {pixels.shape} came, expected uint8 (H, W) or (H, W, C)."
        )
    channels = 1 if pixels.ndim == 2 else pixels.shape[2]
    if channels not in _FORMATS:
        raise ValueError(f"A picture with {channels} channels came, expected 1, 3 or 4.")
    if 0 in pixels.shape:
        return QImage()
    pixels = np.ascontiguousarray(pixels)
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, pixels.strides[0], _FORMATS[channels])


def to_pixmap(pixels: np.ndarray, size: QSize, *, scale: float = 1.0, radius: float = 4.0) -> QPixmap:
    """A thumbnail that fills `size` (logical pixels), cut to its shape around the middle, with rounded corners."""
    pixmap = QPixmap(size * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    image = to_qimage(pixels)
    if image.isNull():
        return pixmap
    factor = max(size.width() / image.width(), size.height() / image.height())
    is_enlarged = factor * scale > 1
    mode = Qt.TransformationMode.FastTransformation if is_enlarged else Qt.TransformationMode.SmoothTransformation
    target = QSize(max(1, round(image.width() * factor * scale)), max(1, round(image.height() * factor * scale)))
    # Only the part that is seen is scaled, or a picture of 1 × 10,000 would become a giant.
    shown_width = min(image.width(), size.width() / factor)
    shown_height = min(image.height(), size.height() / factor)
    left, top = round((image.width() - shown_width) / 2), round((image.height() - shown_height) / 2)
    part = image.copy(left, top, max(1, round(shown_width)), max(1, round(shown_height)))
    target = target.boundedTo(size * scale)
    scaled = part.scaled(target, Qt.AspectRatioMode.IgnoreAspectRatio, mode)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(QRectF(0, 0, size.width(), size.height()), radius, radius)
    painter.setClipPath(path)
    painter.drawImage(QRectF(0, 0, size.width(), size.height()), scaled)
    painter.end()
    return pixmap
