"""The stages of a recipe and their costs as a table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from engine.imaging.report import Report, Row
from gui.models.wording import stage_title
from gui.text import tr
from gui.theme.appearance import Appearance

Index = QModelIndex | QPersistentModelIndex


class ReportModel(QAbstractTableModel):
    """One row a stage and a last one with the totals."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._report: Report | None = None
        self._selected = -1

    def set_report(self, report: Report, selected: int) -> None:
        """Show another report; the table is only laid out anew when it has other rows."""
        is_other = self._report is None or len(report.rows) != len(self._report.rows)
        if is_other:
            self.beginResetModel()
        self._report, self._selected = report, selected
        if is_other:
            self.endResetModel()
        else:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if self._report is None or parent.isValid() else len(self._report.rows) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(_headers())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _headers()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._report is None or not index.isValid():
            return None
        is_total = index.row() == len(self._report.rows)
        if role == Qt.ItemDataRole.DisplayRole:
            cells = _totals(self._report) if is_total else _cells(self._report.rows[index.row()])
            return cells[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Qt.ItemDataRole.FontRole:
            font = self._appearance.font("number" if index.column() else "text")
            font.setWeight(QFont.Weight.Bold if is_total or index.row() == self._selected else QFont.Weight.Normal)
            return font
        if role == Qt.ItemDataRole.ForegroundRole and not is_total and not self._report.rows[index.row()].stage.is_on:
            return self._appearance.colour("dim")
        return None


def _headers() -> tuple[str, ...]:
    return (tr("stage"), tr("output"), tr("parameters"), tr("mult-adds"), tr("ms"))


def _alignment(column: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft)


def _cells(row: Row) -> tuple[str, ...]:
    title = stage_title(row.stage)
    if not row.stage.is_on:
        return (title, tr("off"), "–", "–", "–")
    if row.shape is None:
        return (title, "–", "–", "–", "–")
    return (
        title,
        " × ".join(str(side) for side in row.shape),
        "–" if row.parameters is None else f"{row.parameters.result:,}",
        f"{row.multiply_adds:,}" if row.multiply_adds else "–",
        f"{row.milliseconds:.2f}",
    )


def _totals(report: Report) -> tuple[str, ...]:
    return (
        tr("total"),
        "",
        f"{report.parameters:,}",
        f"{report.multiply_adds:,}",
        f"{report.milliseconds:.2f}",
    )
