"""Two networks' layers side by side as rows of a table, with their totals at the end."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from engine.network.layers.layer import shape_text
from engine.network.side_by_side import Comparison, ratio
from engine.network.table import Pairing, Row
from gui.models.parameter_columns import setting_text, short_text
from gui.text import tr, translated
from gui.theme.appearance import Appearance

Index = QModelIndex | QPersistentModelIndex
RATIO = 4
COLUMNS = 9
_SIDE = ("layer", "output", "params", "macs")


class ComparisonModel(QAbstractTableModel):
    """Columns 0–3 are the network that is open, 5–8 the other; between them how many times as many parameters."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._comparison: Comparison | None = None

    @property
    def comparison(self) -> Comparison | None:
        """What is shown."""
        return self._comparison

    def set_comparison(self, comparison: Comparison | None) -> None:
        """Show two other networks."""
        self.beginResetModel()
        self._comparison = comparison
        self.endResetModel()

    def pairing(self, row: int) -> Pairing | None:
        """The layers in a row; None for the totals."""
        rows = self._comparison.rows if self._comparison is not None else ()
        return rows[row] if 0 <= row < len(rows) else None

    def row_of(self, path: str) -> int | None:
        """Where a layer of the open network stands."""
        rows = self._comparison.rows if self._comparison is not None else ()
        return next((at for at, each in enumerate(rows) if each.left is not None and each.left.path == path), None)

    def characters(self, column: int) -> int:
        """The length of the longest text in a column."""
        return max((len(self._text(row, column)) for row in range(self.rowCount())), default=0)

    def text(self) -> str:
        """The table with its headings as tab-separated lines for a spreadsheet."""
        lines = [[self.heading(column) for column in range(COLUMNS)]]
        lines += [[self._text(row, column) for column in range(COLUMNS)] for row in range(self.rowCount())]
        return "\n".join("\t".join(line) for line in lines) + "\n"

    def heading(self, column: int) -> str:
        """What stands above a column."""
        if column == RATIO:
            return tr("× parameters")
        names = {
            "layer": tr("layer"), "output": tr("output"), "params": tr("parameters"), "macs": tr("mult-adds")
        }  # fmt: skip
        return names[_SIDE[column if column < RATIO else column - RATIO - 1]]

    # Qt's own

    def rowCount(self, parent: Index | None = None) -> int:
        if self._comparison is None or (parent is not None and parent.isValid()):
            return 0
        return len(self._comparison.rows) + 1

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heading(section)
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._comparison is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Qt.ItemDataRole.FontRole:
            font = QFont(self._appearance.font("number"))
            font.setBold(self.pairing(index.row()) is None)
            return font
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == RATIO:
            return QColor(self._appearance.theme.dim)
        return self._hint(index) if role == Qt.ItemDataRole.ToolTipRole else None

    def _text(self, at: int, column: int) -> str:
        assert self._comparison is not None
        pairing = self.pairing(at)
        if column == RATIO:
            if pairing is None:
                return times(self._comparison.left.totals.params, self._comparison.right.totals.params)
            left, right = pairing.left, pairing.right
            return times(left.params, right.params) if left is not None and right is not None else ""
        side, name = (0, _SIDE[column]) if column < RATIO else (1, _SIDE[column - RATIO - 1])
        if pairing is None:
            totals = (self._comparison.left, self._comparison.right)[side].totals
            texts = {"layer": tr("total"), "params": f"{totals.params:,}", "macs": short_text(totals.macs)}
            return texts.get(name, "")
        row = (pairing.left, pairing.right)[side]
        return "" if row is None else _cell(row, name)

    def _hint(self, index: Index) -> str | None:
        pairing = self.pairing(index.row())
        if pairing is None:
            return None
        row = pairing.left if index.column() < RATIO else pairing.right
        if row is None:
            return tr("This network has no layer of that kind here.")
        lines = [f"{row.path} · {translated(row.title)}", setting_text(row), str(row.formula or "")]
        return "\n".join(line for line in lines if line)


def times(left: int, right: int) -> str:
    """How many times `left` is `right`, in words that keep their width: `× 0.25`; empty where there is nothing."""
    found = ratio(left, right)
    if found is None:
        return ""
    if found >= 100:
        return f"× {found:,.0f}"
    return f"× {found:.2f}" if found >= 0.01 or not found else f"× {found:.4f}"


def _cell(row: Row, name: str) -> str:
    if name == "layer":
        return row.path
    if name == "output":
        return shape_text(row.output_shape)
    if name == "params":
        return tr("shared") if row.is_shared else f"{row.params:,}" if row.params else "–"
    return short_text(row.macs)


def _alignment(column: int) -> Qt.AlignmentFlag:
    is_name = column in (0, RATIO + 1)
    side = Qt.AlignmentFlag.AlignLeft if is_name else Qt.AlignmentFlag.AlignRight
    return Qt.AlignmentFlag.AlignVCenter | side
