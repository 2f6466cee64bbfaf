"""The parameter table as a view, with its totals in a row that stays in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
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
KEPT = ("layer", "output", "params", "macs")
"""Columns that are to be in sight without scrolling, as long as there is room for their numbers."""
NARROWEST_NAME = 84
HEADER_PADDING = 16


class ParameterTable(QTableView):
    """Ctrl+C copies; Return, a double click or its arrow folds a nested model; a third click on a heading ends sorting.

    Where the panel is narrow, formulas and names give way so that the most telling numbers are in sight; a column that
    somebody has drawn to another width stays as it is.

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
        self._held: dict[str, int] = {}
        self._is_fitting = False
        self._is_free = True
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
        header.sectionResized.connect(self._on_section_resized)
        model.modelReset.connect(self._hide_totals)
        self._hide_totals()

    def measure(self) -> None:
        """Give the columns the widths of what they hold."""
        self.verticalHeader().setMinimumSectionSize(self._cells.row_height())
        self.verticalHeader().setDefaultSectionSize(self._cells.row_height())
        metrics = self.horizontalHeader().fontMetrics()
        self._held = {}
        for at, column in enumerate(self._parameters.columns):
            # Qt would ask every cell, which stalls the window for a tenth of a second with a deep network.
            held = self._cells.column_width(self._parameters, at)
            held = max(held, metrics.horizontalAdvance(column.title) + HEADER_PADDING)
            self._held[column.key] = min(held, WIDEST.get(column.key, held))
        self._is_free = True
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_free and event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """Give the columns their widths; of those to be kept in sight the formulas give way first, then the names."""
        widths = dict(self._held)
        if not widths:
            return
        too_wide = sum(widths[key] for key in KEPT) - self.viewport().width()
        bare = self._cells.number_width(self._parameters)
        for key, least in (("params", bare), ("layer", NARROWEST_NAME)):
            given = min(max(0, too_wide), max(0, widths[key] - least))
            widths[key] -= given
            too_wide -= given
        self._is_fitting = True
        header = self.horizontalHeader()
        header.blockSignals(True)  # the totals below are told once, not for every column
        for at, column in enumerate(self._parameters.columns):
            self.setColumnWidth(at, widths[column.key])
        header.blockSignals(False)
        self._is_fitting = False
        self.updateGeometries()
        self.viewport().update()
        self.measured.emit()

    def _on_section_resized(self) -> None:
        if not self._is_fitting:
            self._is_free = False

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
