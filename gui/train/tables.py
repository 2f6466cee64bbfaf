"""What the tables of the workspace share."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableWidget


def align_titles(table: QTableWidget) -> None:
    """Put each title over what stands below it: words begin at the left, numbers end at the right."""
    for column in range(table.columnCount()):
        title = table.horizontalHeaderItem(column)
        if title is not None:
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            title.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)


def make_rows(table: QTableWidget, *, name: str) -> None:
    """Let a table be looked at row by row, without a grid and without anything to type into."""
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setAccessibleName(name)
