"""What the tables of the workspace share."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget


def align_titles(table: QTableWidget) -> None:
    """Put each title over what stands below it: words begin at the left, numbers end at the right."""
    for column in range(table.columnCount()):
        title = table.horizontalHeaderItem(column)
        if title is not None:
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            title.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
