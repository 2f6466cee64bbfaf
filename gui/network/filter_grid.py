"""The filters of a layer as a grid of small pictures, or as rows of one picture where a filter is a row of numbers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.network.filter_pictures import FilterPictures
from gui.network.map_layout import MapLayout
from gui.network.map_painting import paint_frame, paint_hover
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.focus_ring import FocusRing
from gui.widgets.numbers import full_number
from gui.widgets.thumbnail import to_qimage

MARGIN, LARGEST_TILE, HIGHEST_ROW = 8, 96.0, 26.0
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class FilterGrid(QWidget):
    """Arrow keys go from filter to filter, Home and End to the first and last, over the ends of a page.

    Signals:
        chosen(int, int): the user chose this filter, and this of its input maps.
        hovered(str): words for what is under the mouse, or "".
    """

    chosen = Signal(int, int)
    hovered = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._pictures: FilterPictures | None = None
        self._selected = 0
        self._hover: int | None = None
        self._painted: QPixmap | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        FocusRing(self, appearance)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Filters"))
        appearance.changed.connect(self._repaint)

    def set_pictures(self, pictures: FilterPictures | None) -> None:
        """Show these filters."""
        self._pictures = pictures
        if pictures is not None:
            weights = pictures.weights
            self.setAccessibleDescription(
                tr("{count} filters of “{layer}”", count=f"{weights.count:,}", layer=weights.source)
            )
        self._repaint()

    def set_selected(self, wanted: int) -> None:
        """Frame a filter."""
        if wanted != self._selected:
            self._selected = wanted
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, 180)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 72)

    def layout_of_tiles(self) -> MapLayout | None:
        """Where the kernels stand."""
        pictures = self._pictures
        if pictures is None or not len(pictures.pixels) or self.width() <= 2 * MARGIN or self.height() <= 2 * MARGIN:
            return None
        count, rows, columns = pictures.pixels.shape[:3]
        width, height = self.width() - 2 * MARGIN, self.height() - 2 * MARGIN
        if pictures.weights.is_row:
            return MapLayout(count, 1, width, min(HIGHEST_ROW, height / count), 0.0, MARGIN, MARGIN)
        found = MapLayout.of(
            count, map_height=rows, map_width=columns, width=self.width(), height=self.height(), margin=MARGIN
        )
        scale = min(1.0, LARGEST_TILE / max(found.width, found.height))
        found = replace(found, width=found.width * scale, height=found.height * scale, left=MARGIN)
        each = pictures.weights.tiles_each
        if 1 < each <= found.columns:  # the kernels of a filter stay together
            found = replace(found, columns=found.columns // each * each)
            fits = (height + found.gap) / found.rows - found.gap
            if found.height > fits:
                found = replace(found, width=found.width * fits / found.height, height=fits)
        return found

    def tile_of(self, wanted: int) -> QRectF | None:
        """Where the (first) kernel of a filter is drawn; None where it is on another page."""
        layout, pictures = self.layout_of_tiles(), self._pictures
        if layout is None or pictures is None or wanted not in pictures.weights.shown:
            return None
        each = pictures.weights.tiles_each
        first = (wanted - pictures.weights.first) * each
        return layout.rect(first).united(layout.rect(min(first + each, layout.count) - 1)) \
            if each <= layout.columns else layout.rect(first)  # fmt: skip

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        layout = self.layout_of_tiles()
        if layout is None or self._pictures is None:
            return
        if self._painted is None:
            self._painted = self._drawn(layout, self._pictures)
        painter.drawPixmap(0, 0, self._painted)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._hover is not None and self._hover < layout.count:
            paint_hover(painter, layout.rect(self._hover), self._appearance)
        rect = self.tile_of(self._selected)
        if rect is not None:
            paint_frame(painter, rect, self._appearance, grows=bool(layout.gap))

    def _drawn(self, layout: MapLayout, pictures: FilterPictures) -> QPixmap:
        scale = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(QColor(self._appearance.theme.panel))
        painter = QPainter(pixmap)
        if pictures.weights.is_row:
            self._draw_rows(painter, layout, pictures)
        else:
            self._draw_tiles(painter, layout, pictures)
        painter.end()
        return pixmap

    def _draw_rows(self, painter: QPainter, layout: MapLayout, pictures: FilterPictures) -> None:
        image = to_qimage(pictures.pixels[:, 0])
        target = QRectF(layout.left, layout.top, layout.width, layout.height * layout.count)
        is_shrunk = image.width() > target.width() or image.height() > target.height()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_shrunk)
        painter.drawImage(target, image)
        if layout.height >= 8:
            painter.setPen(QColor(self._appearance.theme.panel))
            for row in range(1, layout.count):
                y = layout.top + row * layout.height
                painter.drawLine(QPointF(target.left(), y), QPointF(target.right(), y))

    def _draw_tiles(self, painter: QPainter, layout: MapLayout, pictures: FilterPictures) -> None:
        count, rows, columns = pictures.pixels.shape[:3]
        # One picture of all tiles, one below the other: Qt draws parts of one faster than many of their own.
        image = to_qimage(pictures.pixels.reshape(count * rows, columns, 3))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, layout.width < columns)
        for index in range(count):
            painter.drawImage(layout.rect(index), image, QRectF(0, index * rows, columns, rows))
        self._draw_outlines(painter, layout, pictures)
        self._draw_names(painter, layout, pictures)

    def _draw_outlines(self, painter: QPainter, layout: MapLayout, pictures: FilterPictures) -> None:
        # A kernel of zeros would else melt into the panel.
        if layout.gap >= 2:
            painter.setPen(QColor(self._appearance.theme.line))
            for index in range(layout.count):
                painter.drawRect(layout.rect(index))

    def _draw_names(self, painter: QPainter, layout: MapLayout, pictures: FilterPictures) -> None:
        weights = pictures.weights
        font = self._appearance.font("number_caption")
        metrics = QFontMetricsF(font)
        last = weights.shown.stop - 1
        if layout.width < metrics.horizontalAdvance(str(last)) + 6 or layout.height < metrics.height() + 8:
            return
        painter.setFont(font)
        is_light_on_dark = pictures.is_dark or weights.part == "colour"
        ink, edge = ("#ffffff", QColor(0, 0, 0, 190)) if is_light_on_dark else ("#1b2330", QColor(255, 255, 255, 210))
        for number in weights.shown:
            rect = layout.rect((number - weights.first) * weights.tiles_each)
            base = QPointF(rect.left() + 3, rect.bottom() - metrics.descent() - 1)
            painter.setPen(edge)
            for x, y in ((1, 1), (-1, 0), (0, -1)):
                painter.drawText(base + QPointF(x, y), str(number))
            painter.setPen(QColor(ink))
            painter.drawText(base, str(number))

    # What the person does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._found(event.position())
        if event.button() == Qt.MouseButton.LeftButton and found is not None and self._pictures is not None:
            self.chosen.emit(*self._named(found[0], found[2]))
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._found(event.position())
        self._set_hover(None if found is None else found[0])
        self.hovered.emit("" if found is None else self._words(*found))

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hover(None)
        self.hovered.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        layout, pictures, key = self.layout_of_tiles(), self._pictures, Qt.Key(event.key())
        if layout is None or pictures is None:
            super().keyPressEvent(event)
            return
        last = pictures.weights.count - 1
        across = max(1, layout.columns // pictures.weights.tiles_each)
        if key in _STEPS:
            wanted = self._selected + _STEPS[key]
        elif key in _ROWS:
            wanted = self._selected + _ROWS[key] * across
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            wanted = 0 if key == Qt.Key.Key_Home else last
        else:
            super().keyPressEvent(event)
            return
        if 0 <= wanted <= last and wanted != self._selected:
            self.chosen.emit(wanted, pictures.weights.input)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._painted = None

    def _found(self, point: QPointF) -> tuple[int, int, int] | None:
        """The tile under a point, and the row and column in it."""
        layout = self.layout_of_tiles()
        found = None if layout is None else layout.at(point.x(), point.y())
        if found is None or self._pictures is None:
            return None
        index, down, across = found
        _, rows, columns = self._pictures.pixels.shape[:3]
        return index, min(rows - 1, int(down * rows)), min(columns - 1, int(across * columns))

    def _named(self, tile: int, column: int) -> tuple[int, int]:
        """The filter and the input map of a tile."""
        assert self._pictures is not None
        weights = self._pictures.weights
        number, each = divmod(tile, weights.tiles_each)
        shown_input = column if weights.is_row else each if weights.part == "each" else weights.input
        return weights.first + number, shown_input

    def _words(self, tile: int, row: int, column: int) -> str:
        assert self._pictures is not None
        weights, value = self._pictures.weights, self._pictures.overview[tile, row, column]
        number, shown_input = self._named(tile, column)
        if weights.is_row:
            return tr("filter {number} · input map {input} · {value}",
                      number=number, input=shown_input, value=full_number(float(value)))  # fmt: skip
        if np.ndim(value):
            colours = " ".join(full_number(float(each)) for each in value)
            return tr("filter {number} · row {row}, column {column} · red, green, blue {value}",
                      number=number, row=row, column=column, value=colours)  # fmt: skip
        place = {"number": number, "row": row, "column": column, "value": full_number(float(value))}
        if weights.part == "each":
            return tr("filter {number}, input map {input} · row {row}, column {column} · {value}",
                      input=shown_input, **place)  # fmt: skip
        return tr("filter {number} · row {row}, column {column} · {value}", **place)

    def _set_hover(self, tile: int | None) -> None:
        if tile != self._hover:
            self._hover = tile
            self.update()

    def _repaint(self) -> None:
        self._painted = None
        self.update()
