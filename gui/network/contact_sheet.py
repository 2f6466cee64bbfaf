"""The maps of a layer as one picture to keep."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from engine.network.maps import LayerMaps
from gui.network import map_painting as paint
from gui.network.map_facts import drawn_dark, is_single
from gui.network.map_layout import MapLayout
from gui.theme.appearance import Appearance

MARGIN = 8
SMALLEST_TILE, SMALLEST_OF_MANY, MANY = 64, 28, 512
LARGEST_SIDE = 4096


def contact_sheet(maps: LayerMaps, pixels: np.ndarray, appearance: Appearance) -> np.ndarray:
    """All maps, numbered, at least as large as their own pixels where that stays below 4,096 pixels a side."""
    layout = maps.layout
    smallest = SMALLEST_TILE if len(maps.order) <= MANY else SMALLEST_OF_MANY
    scale = max(1, -(-smallest // min(layout.height, layout.width))) if not is_single(maps) else 12
    columns = layout.columns
    largest = max(columns * (layout.width * scale + 4), layout.rows * (layout.height * scale + 4))
    factor = scale * min(1.0, LARGEST_SIDE / largest)
    width, height = layout.width * factor, layout.height * factor
    tiles = MapLayout(len(maps.order), columns, width, height, 4 * factor / scale, MARGIN, MARGIN)
    size = tiles.whole().size().toSize() + QSize(2 * MARGIN, 2 * MARGIN)
    image = QImage(size, QImage.Format.Format_RGB888)
    image.fill(QColor(appearance.theme.panel))
    painter = QPainter(image)
    paint.paint_maps(
        painter, tiles, maps, pixels, range(len(maps.order)), appearance, is_dark=drawn_dark(maps, pixels),
        device_scale=1.0,
    )  # fmt: skip
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()


def one_map(maps: LayerMaps, pixels: np.ndarray, place: int) -> np.ndarray:
    """One map as it is drawn, a pixel for each of its values."""
    top, left = maps.layout.corner(place)
    return np.ascontiguousarray(pixels[top : top + maps.layout.height, left : left + maps.layout.width])
