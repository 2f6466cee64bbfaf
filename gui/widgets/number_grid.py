"""A small array of numbers as outlined cells, the way the microscope shows a window, a kernel and their products."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.number_grid_painting import CellStyle, draw_cells
from gui.widgets.numbers import full_number

GAP = 4.0
SQUARE_FROM = 9  # cells of larger grids are square, so that the grid has the shape of the window
_LEAST_CELL = ((5, 24.0), (9, 14.0), (15, 8.0))  # largest side of the grid, least height of a cell
_ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class NumberGrid(QWidget):
    """Shows a 2-D array in cells of a role's colour with a caption below; shrinks from 1×1 to 31×31 and beyond.

    Signals:
        hovered(int, int): the mouse or the arrow keys came to this row and column.
        hover_left(): the mouse left the cells.
        clicked(int, int): a cell was clicked, or Enter pressed on it.
    """

    hovered = Signal(int, int)
    hover_left = Signal()
    clicked = Signal(int, int)

    def __init__(
        self, appearance: Appearance, *, role: str = "input", caption: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._role = role
        self._caption = caption
        self._values = np.zeros((0, 0), np.float32)
        self._mask: np.ndarray | None = None
        self._highlight: tuple[int, int] | None = None
        self._has_tints = False
        self._largest_cell = 1.0
        self._tooltip: Callable[[int, int], str] | None = None
        self._hover: tuple[int, int] | None = None
        self._cursor = (0, 0)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(caption)
        appearance.changed.connect(self._on_appearance_changed)

    def set_values(
        self, values: np.ndarray, *, mask: np.ndarray | None = None, highlight: tuple[int, int] | None = None,
        tints: bool = False,
    ) -> None:  # fmt: skip
        """Show a 2-D array.

        Args:
            values: (rows, columns) numbers.
            mask: true where a cell lies in the padding; such cells are hatched.
            highlight: a cell that is filled and drawn strongly.
            tints: colour cells by sign, blue below zero and orange above.
        """
        values = np.atleast_2d(np.asarray(values))
        is_resized = values.shape != self._values.shape
        self._values = values
        self._mask = None if mask is None else np.asarray(mask, bool)
        self._highlight = highlight
        self._has_tints = tints
        self._cursor = (
            min(self._cursor[0], max(0, values.shape[0] - 1)),
            min(self._cursor[1], max(0, values.shape[1] - 1)),
        )
        if is_resized:
            self.updateGeometry()
        self.update()

    def values(self) -> np.ndarray:
        """The array that is shown."""
        return self._values

    def padding_mask(self) -> np.ndarray:
        """Which cells lie in the padding."""
        return np.zeros(self._values.shape, bool) if self._mask is None else self._mask

    def set_caption(self, caption: str) -> None:
        """The words below the cells."""
        self._caption = caption
        self.setAccessibleName(caption)
        self.updateGeometry()
        self.update()

    def set_largest_cell(self, factor: float) -> None:
        """Let cells grow to `factor` times their usual size where there is room."""
        self._largest_cell = factor
        self.updateGeometry()

    def set_tooltip_source(self, source: Callable[[int, int], str] | None) -> None:
        """Ask this for the tooltip of a cell, instead of showing the number with all its digits."""
        self._tooltip = source

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Where a cell is drawn."""
        width, height, gap = self._cell()
        rows, columns = self._values.shape
        left = (self.width() - columns * (width + gap) + gap) / 2
        top = max(0.0, (self.height() - self._caption_height() - rows * (height + gap) + gap) / 2)
        return QRectF(left + column * (width + gap), top + row * (height + gap), width, height)

    def cell_at(self, position: QPointF) -> tuple[int, int] | None:
        """The cell under a point, or None."""
        rows, columns = self._values.shape
        if not rows or not columns:
            return None
        width, height, gap = self._cell()
        first = self.cell_rect(0, 0)
        row = int((position.y() - first.y() + gap / 2) // (height + gap))
        column = int((position.x() - first.x() + gap / 2) // (width + gap))
        return (row, column) if 0 <= row < rows and 0 <= column < columns else None

    def sizeHint(self) -> QSize:
        width, height = self._usual_cell()
        side = max(self._values.shape)
        if side > SQUARE_FROM:
            width = height = max(9.0, height * SQUARE_FROM / side)
        return self._size_for(width, height, GAP if side <= SQUARE_FROM else 1.0)

    def minimumSizeHint(self) -> QSize:
        side = max(self._values.shape)
        height = next((least for largest, least in _LEAST_CELL if side <= largest), 3.2)
        width = min(height * 1.42 if side <= SQUARE_FROM else height, self._usual_cell()[0])
        return self._size_for(width, height, 1.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = CellStyle(
            appearance=self._appearance, role=self._role, has_tints=self._has_tints, highlight=self._highlight,
            hover=self._hover, cursor=self._cursor if self.hasFocus() else None, is_enabled=self.isEnabled(),
        )  # fmt: skip
        draw_cells(painter, self._values, self._mask, self.cell_rect, style)
        if self._caption and self._values.size:
            below = self.cell_rect(self._values.shape[0] - 1, 0).bottom() + GAP
            painter.setFont(self._appearance.font("caption"))
            painter.setPen(self._appearance.colour(self._role))
            space = QRectF(0, below, self.width(), self._caption_height())
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            metrics = painter.fontMetrics()
            text = metrics.elidedText(self._caption, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(space, flags, text)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self.cell_at(QPointF(event.pos()))
            if cell is not None:
                QToolTip.showText(event.globalPos(), self._describe(*cell), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hover(self.cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or cell is None:
            super().mousePressEvent(event)
            return
        self._move_cursor(*cell)
        self.clicked.emit(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self._values.size:
            super().keyPressEvent(event)
        elif key in _ARROWS:
            step = _ARROWS[key]
            rows, columns = self._values.shape
            row = min(max(self._cursor[0] + step[0], 0), rows - 1)
            column = min(max(self._cursor[1] + step[1], 0), columns - 1)
            self._move_cursor(row, column)
            self.hovered.emit(row, column)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clicked.emit(*self._cursor)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.update()

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.update()

    def _move_cursor(self, row: int, column: int) -> None:
        self._cursor = (row, column)
        self.setAccessibleDescription(self._describe(row, column))
        self.update()

    def _describe(self, row: int, column: int) -> str:
        if self._tooltip is not None:
            return self._tooltip(row, column)
        value = full_number(self._values[row, column])
        if self._mask is not None and self._mask[row, column]:
            return tr("row {row}, column {column}: {value}, from the padding", row=row, column=column, value=value)
        return tr("row {row}, column {column}: {value}", row=row, column=column, value=value)

    def _set_hover(self, cell: tuple[int, int] | None) -> None:
        if cell == self._hover:
            return
        self._hover = cell
        self.update()
        if cell is None:
            self.hover_left.emit()
        else:
            self.hovered.emit(*cell)

    def _usual_cell(self) -> tuple[float, float]:
        height = max(26.0, self._appearance.control_height + 2.0)
        return height * 1.42, height

    def _cell(self) -> tuple[float, float, float]:
        """Width, height and gap of a cell in the space there is."""
        rows, columns = self._values.shape
        room_x, room_y = self.width() - 2.0, self.height() - self._caption_height() - 2.0
        usual_width, usual_height = self._usual_cell()
        pitch = min(room_x / max(1, columns), room_y / max(1, rows))
        gap = GAP if pitch >= 24 else 2.0 if pitch >= 14 else 1.0
        width = min(usual_width * self._largest_cell, room_x / max(1, columns) - gap)
        height = min(usual_height * self._largest_cell, room_y / max(1, rows) - gap)
        width = min(width, height * (1.6 if max(rows, columns) <= SQUARE_FROM else 1.0))
        height = min(height, width)
        return max(2.0, width), max(2.0, height), gap

    def _size_for(self, width: float, height: float, gap: float) -> QSize:
        rows, columns = (max(1, side) for side in self._values.shape)
        # The caption of a grid of one cell is wider than the grid.
        caption = self._appearance.text_width(self._caption, "caption") + 2 if self._caption else 0
        return QSize(
            round(max(columns * (width + gap) + 2, caption)),
            round(rows * (height + gap) + 2 + self._caption_height()),
        )

    def _caption_height(self) -> float:
        return self._appearance.font_height("caption") + 2 * GAP if self._caption else 0.0

    def _on_appearance_changed(self) -> None:
        self.updateGeometry()
        self.update()
