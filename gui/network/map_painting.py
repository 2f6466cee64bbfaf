"""How maps are painted: tiles of a mosaic, coloured cells, or bars for single values."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen

from engine.imaging.palettes import NEUTRAL_INDEX, gap_colour, palette
from engine.network.maps import LayerMaps
from engine.opencv import cv2
from gui.icons import icon_pixmap
from gui.network.map_facts import is_single, never_fire, single_reach
from gui.network.map_layout import MapLayout
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.theme.tokens import mixed
from gui.widgets.thumbnail import to_qimage

HARD_EDGES_FROM = 2.0  # pixels of the screen for a pixel of a map; below, neighbours are blended
ROUNDED_FROM, MOST_ROUNDED = 40, 300
SEEN_GAP = 4


def paint_maps(
    painter: QPainter, layout: MapLayout, maps: LayerMaps, pixels: np.ndarray, places: range, appearance: Appearance,
    *, is_dark: bool, device_scale: float,
) -> None:  # fmt: skip
    """Draw the maps at `places` with their numbers, or single values as cells."""
    if is_single(maps):
        paint_cells(painter, layout, maps, is_dark=is_dark)
        return
    if layout.gap < SEEN_GAP:  # between small tiles a gap in a neutral colour would not be seen
        painter.fillRect(layout.whole(), QColor(*gap_colour(is_dark=is_dark)))
    paint_tiles(painter, layout, maps, pixels, places, device_scale=device_scale)
    paint_dead(painter, layout, maps, places, appearance)
    paint_corners(painter, layout, len(places), appearance.theme.panel)
    paint_labels(painter, layout, maps, places, appearance, is_dark=is_dark)


def paint_tiles(
    painter: QPainter, layout: MapLayout, maps: LayerMaps, pixels: np.ndarray, places: range, *, device_scale: float
) -> None:
    """Draw the maps at `places` of the mosaic one after another; a map that never fires is left to `paint_dead`."""
    image, shrink = _shrunk(pixels, layout, maps, device_scale)
    scale = layout.width * device_scale / (maps.layout.width / shrink)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < HARD_EDGES_FROM)
    # Blending at the edge of a tile would fetch colours from the gap beside it.
    inset = 0.5 if scale < HARD_EDGES_FROM and min(maps.layout.height, maps.layout.width) > 8 * shrink else 0.0
    width, height = maps.layout.width / shrink - 2 * inset, maps.layout.height / shrink - 2 * inset
    for number, place in enumerate(places):
        top, left = maps.layout.corner(place)
        painter.drawImage(
            layout.rect(number), image, QRectF(left / shrink + inset, top / shrink + inset, width, height)
        )


def paint_dead(
    painter: QPainter, layout: MapLayout, maps: LayerMaps, places: range, appearance: Appearance
) -> None:  # fmt: skip
    """Mark the maps that are 0 everywhere in gray."""
    silent = never_fire(maps)[maps.order]
    theme = appearance.theme
    colour = QColor(mixed(theme.dim, theme.panel, 0.4 if theme.is_dark else 0.5))
    for number, place in enumerate(places):
        if silent[place]:
            painter.fillRect(layout.rect(number), colour)


def paint_corners(painter: QPainter, layout: MapLayout, count: int, ground: str) -> None:
    """Round the corners of tiles that are large enough for it to be seen."""
    if layout.width < ROUNDED_FROM or count > MOST_ROUNDED:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(ground), 2.0))
    for index in range(count):
        painter.drawRoundedRect(layout.rect(index).adjusted(-0.8, -0.8, 0.8, 0.8), 4, 4)
    painter.restore()


def paint_labels(
    painter: QPainter, layout: MapLayout, maps: LayerMaps, places: range, appearance: Appearance, *, is_dark: bool
) -> None:
    """Number each map, where there is room for it."""
    font = appearance.font("number_caption")
    metrics = QFontMetricsF(font)
    widest = metrics.horizontalAdvance(str(maps.total - 1)) + 8
    if layout.width < widest or layout.height < metrics.height() + 10:
        return
    silent = never_fire(maps)[maps.order]
    dead = tr("dead")
    has_room = layout.width >= metrics.horizontalAdvance(f"{maps.total - 1} {dead}") + 10
    ink, edge = (
        (QColor("#ffffff"), QColor(0, 0, 0, 200)) if is_dark else (QColor("#1b2330"), QColor(255, 255, 255, 210))
    )
    on_gray, under_gray = QColor("#ffffff"), QColor(0, 0, 0, 150)
    painter.setFont(font)
    for number, place in enumerate(places):
        rect = layout.rect(number)
        is_silent = bool(silent[place])
        text = str(int(maps.order[place]))
        if is_silent:
            text = f"{text} {dead}" if has_room else text
        base = QPointF(rect.left() + 4, rect.bottom() - metrics.descent() - 2)
        painter.setPen(under_gray if is_silent else edge)
        for x, y in ((1, 1), (-1, 0), (0, -1)):
            painter.drawText(base + QPointF(x, y), text)
        painter.setPen(on_gray if is_silent else ink)
        painter.drawText(base, text)


def paint_cells(painter: QPainter, layout: MapLayout, maps: LayerMaps, *, is_dark: bool) -> None:
    """Draw many single values as coloured cells, row by row, on one scale: alone each would fill its own."""
    count = len(maps.order)
    values = maps.figure("mean")[maps.order]
    reach = single_reach(maps)
    is_signed = maps.scheme == "signed"
    entries = np.nan_to_num(values / reach) * (127 if is_signed else 255) + (NEUTRAL_INDEX if is_signed else 0) + 0.5
    cells = np.zeros((layout.rows * layout.columns, 4), np.uint8)
    cells[:count, :3] = palette(maps.scheme, is_dark=is_dark)[np.clip(entries, 0, 255).astype(np.uint8)]
    cells[:count, 3] = 255
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    pitch_x, pitch_y = layout.width + layout.gap, layout.height + layout.gap
    target = QRectF(layout.left, layout.top, layout.columns * pitch_x, layout.rows * pitch_y)
    painter.drawImage(target, to_qimage(cells.reshape(layout.rows, layout.columns, 4)))


def paint_bars(painter: QPainter, layout: MapLayout, maps: LayerMaps, appearance: Appearance) -> None:
    """Draw single values as bars up and down from 0."""
    values = maps.figure("mean")[maps.order]
    finite = np.where(np.isfinite(values), values, 0.0)
    low, high = min(0.0, float(finite.min())), max(0.0, float(finite.max()))
    span = (high - low) or 1.0
    zero = layout.top + layout.height * high / span
    theme = appearance.theme
    above, below, nothing = QColor(theme.kernel), QColor(theme.input), QColor(mixed(theme.dim, theme.panel, 0.5))
    for index, value in enumerate(finite):
        rect = layout.rect(index)
        size = layout.height * float(value) / span
        if size == 0:
            painter.fillRect(QRectF(rect.left(), zero - 1, rect.width(), 2), nothing)
        elif size > 0:
            painter.fillRect(QRectF(rect.left(), zero - size, rect.width(), size), above)
        else:
            painter.fillRect(QRectF(rect.left(), zero, rect.width(), -size), below)
    painter.setPen(QPen(QColor(theme.line), 1.0))
    painter.drawLine(QPointF(layout.left, zero), QPointF(layout.whole().right(), zero))


def paint_frame(painter: QPainter, rect: QRectF, appearance: Appearance, *, grows: bool) -> None:
    """Frame the chosen map."""
    width = appearance.line_width + (1.5 if rect.width() >= 20 else 0.0)
    painter.setPen(QPen(appearance.colour("accent"), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    grow = width / 2 if grows else 1.0
    painter.drawRoundedRect(rect.adjusted(-grow, -grow, grow, grow), 4, 4)


def paint_mark(painter: QPainter, rect: QRectF, appearance: Appearance) -> None:
    """Frame a map that is pointed out beside the chosen one."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(appearance.colour("accent"), appearance.line_width + 0.5, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 3, 3)


def paint_kernel_sign(painter: QPainter, rect: QRectF, appearance: Appearance) -> None:
    """The sign of a kernel in the corner of a map whose filter somebody put one into."""
    side = min(16.0, rect.width() / 3)
    if side < 6:
        return
    theme = appearance.theme
    ground = QRectF(rect.right() - side - 6, rect.top() + 3, side + 4, side + 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.panel))
    painter.drawRoundedRect(ground, 3, 3)
    scale = painter.device().devicePixelRatioF()
    pixmap = icon_pixmap("kernel", round(side), colour=theme.kernel, scale=scale)
    painter.drawPixmap(ground.topLeft() + QPointF(2, 2), pixmap)


def paint_hover(painter: QPainter, rect: QRectF, appearance: Appearance) -> None:
    """Frame the map under the mouse."""
    painter.setPen(QPen(appearance.colour("text", opacity=0.6), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 3, 3)


def paint_value_mark(painter: QPainter, rect: QRectF, maps: LayerMaps, row: int, column: int) -> None:
    """Frame one value of the map drawn in `rect`; black and white, so that it is seen on any map."""
    width, height = rect.width() / maps.layout.width, rect.height() / maps.layout.height
    pixel = QRectF(
        rect.left() + column // maps.factor * width, rect.top() + row // maps.factor * height, width, height
    )  # fmt: skip
    grow = max(0.0, (6 - pixel.width()) / 2)
    pixel.adjust(-grow, -grow, grow, grow)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, line in ((QColor(0, 0, 0, 170), 3.0), (QColor(255, 255, 255), 1.4)):
        painter.setPen(QPen(colour, line))
        painter.drawRect(pixel)


def _shrunk(pixels: np.ndarray, layout: MapLayout, maps: LayerMaps, device_scale: float) -> tuple[QImage, int]:
    """The mosaic, averaged by a whole factor where tiles are much smaller than maps, so that fine lines stay."""
    factor = int(maps.layout.width / max(1.0, layout.width * device_scale))
    if factor < 2:
        return to_qimage(pixels), 1
    height, width = (-(-side // factor) for side in pixels.shape[:2])
    padded = cv2.copyMakeBorder(
        pixels, 0, height * factor - pixels.shape[0], 0, width * factor - pixels.shape[1], cv2.BORDER_REPLICATE
    )  # fmt: skip
    small = cv2.resize(padded, (width, height), interpolation=cv2.INTER_AREA)
    return to_qimage(np.asarray(small, np.uint8)).copy(), factor
