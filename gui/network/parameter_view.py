"""The parameter table as a view, with its totals in a row that stays in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui.models.parameters import ROW, ParametersModel
from gui.network.parameter_cells import PADDING, ParameterCells
from gui.text import tr

WIDEST = {"layer": 132, "setting": 240}
HEADER_PADDING = 16


class ParameterTable(QTableView):
    """Ctrl+C copies; Return, a double click or its arrow folds a nested model; a third click on a heading ends sorting.

    Signals:
        fold_wanted(int): fold or unfold the model in this row.
        copy_wanted(): copy the table.
        measured(): the columns have other widths.
    """

    measured = Signal()
    fold_wanted = Signal(int)
    copy_wanted = Signal()

    def __init__(self, model: ParametersModel, cells: ParameterCells) -> None:
        super().__init__()
        self._parameters, self._cells = model, cells
        self.setModel(model)
        self.setItemDelegate(cells)
        self.setAccessibleName(tr("Parameter table"))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setSortingEnabled(True)
        model.modelReset.connect(self._hide_totals)
        self._hide_totals()

    def measure(self) -> None:
        """Give the columns the widths of what they hold."""
        self.verticalHeader().setMinimumSectionSize(self._cells.row_height())
        self.verticalHeader().setDefaultSectionSize(self._cells.row_height())
        metrics = self.horizontalHeader().fontMetrics()
        header = self.horizontalHeader()
        header.blockSignals(True)  # the totals below are told once, not for every column
        for at, column in enumerate(self._parameters.columns):
            # Qt would ask every cell, which stalls the window for a tenth of a second with a deep network.
            held = self._cells.column_width(self._parameters, at)
            held = max(held, metrics.horizontalAdvance(column.title) + HEADER_PADDING)
            self.setColumnWidth(at, min(held, WIDEST.get(column.key, held)))
        header.blockSignals(False)
        self.measured.emit()

    def event(self, event: QEvent) -> bool:
        is_asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_asked and event.matches(QKeySequence.StandardKey.Copy):  # type: ignore[attr-defined]
            event.accept()  # here it means the table, not the window's picture
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.fold_wanted.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        row = self._parameters.row(index.row()) if index.isValid() and not index.column() else None
        within = place.x() - self.visualRect(index).left()
        if row is not None and row.is_model and within < self._cells.indent(index) + PADDING:
            self.fold_wanted.emit(index.row())
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.fold_wanted.emit(self.indexAt(event.position().toPoint()).row())

    def _hide_totals(self) -> None:
        # They stand below the table; hidden rows come back with every reset.
        last = self._parameters.rowCount() - 1
        if last >= 0:
            self.setRowHidden(last, True)


class TotalsRow(QWidget):
    """The model's last row, its cells under the columns of the table."""

    def __init__(self, table: ParameterTable, model: ParametersModel, cells: ParameterCells) -> None:
        super().__init__()
        self._table, self._parameters, self._cells = table, model, cells
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        header = table.horizontalHeader()
        header.sectionResized.connect(self._on_moved)
        header.sectionMoved.connect(self._on_moved)
        table.horizontalScrollBar().valueChanged.connect(self._on_moved)
        model.modelReset.connect(self._on_moved)
        table.measured.connect(self._on_moved)

    def sizeHint(self) -> QSize:
        return QSize(200, self._cells.row_height() + 2)

    def words(self) -> str:
        """The totals as text."""
        last = self._parameters.rowCount() - 1
        if last < 0:
            return ""
        texts = [str(self._parameters.index(last, at).data()) for at in range(self._parameters.columnCount())]
        named = zip(self._parameters.columns, texts, strict=True)
        return " · ".join(f"{column.title} {text}" for column, text in named if text)

    def paintEvent(self, event: QPaintEvent) -> None:
        last = self._parameters.rowCount() - 1
        if last < 0:
            return
        painter = QPainter(self)
        header = self._table.horizontalHeader()
        for at in range(self._parameters.columnCount()):
            option = QStyleOptionViewItem()
            option.initFrom(self)
            option.rect = QRect(header.sectionViewportPosition(at), 0, header.sectionSize(at), self.height())
            index = self._parameters.index(last, at)
            assert index.data(ROW) is None
            self._cells.paint(painter, option, index)

    def _on_moved(self) -> None:
        self.setAccessibleName(self.words())
        last = self._parameters.index(self._parameters.rowCount() - 1, 0)
        self.setToolTip(str(last.data(Qt.ItemDataRole.ToolTipRole) or ""))
        self.update()
