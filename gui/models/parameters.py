"""The parameter table of a network as rows that can be sorted, filtered and folded, with its totals at the end."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from engine.network.table import Row, Table
from gui.models.parameter_columns import Column, bytes_text, columns, searched_text, setting_text, short_text
from gui.text import tr, translated

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1
FORMULA = Qt.ItemDataRole.UserRole + 2
SHARE = Qt.ItemDataRole.UserRole + 3


class ParametersModel(QAbstractTableModel):
    """Shows a `Table`. The last row holds the totals, whatever the order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns()
        self._table: Table | None = None
        self._has_models = False
        self._rows: tuple[Row, ...] = ()
        self._folded: set[str] = set()
        self._filter = ""
        self._order: tuple[int, bool] | None = None
        self._batch = 1

    @property
    def table(self) -> Table | None:
        """What is shown."""
        return self._table

    @property
    def batch(self) -> int:
        """Pictures in a batch, for the memory."""
        return self._batch

    @property
    def folded(self) -> frozenset[str]:
        """The nested models whose layers are hidden."""
        return frozenset(self._folded)

    @property
    def has_models(self) -> bool:
        """Whether there are nested models."""
        return self._has_models

    @property
    def depth(self) -> int:
        """How deep the deepest layer is nested."""
        return max((row.depth for row in self._table.rows), default=0) if self._table is not None else 0

    def characters(self, column: int) -> int:
        """The length of the longest text in a column, folded and filtered rows included."""
        if self._table is None:
            return 0
        text, key = self.columns[column].text, self.columns[column].key
        total = "" if key == "params" else self._total(key)  # of the parameters' total the words give way first
        return max([len(total), *(len(text(row, self._batch)) for row in self._table.rows)])

    def set_table(self, table: Table | None) -> None:
        """Show another network."""
        self._table = table
        self._has_models = table is not None and any(row.is_model for row in table.rows)
        self._folded.clear()
        self._refresh()

    def set_batch(self, batch: int) -> None:
        """Reckon memory for so many pictures at a time."""
        self._batch = batch
        self._refresh()

    def set_filter(self, words: str) -> None:
        """Show only rows in whose name, kind, setting or output each of these words occurs."""
        self._filter = words.strip().lower()
        self._refresh()

    def toggle_fold(self, row: int) -> bool:
        """Hide or show the layers of the nested model in this row; False where it is none."""
        each = self.row(row)
        if each is None or not each.is_model:
            return False
        self._folded ^= {each.path}
        self._refresh()
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; −1 is the order of the network."""
        self._order = None if column < 0 else (column, order == Qt.SortOrder.DescendingOrder)
        self._refresh()

    def row(self, row: int) -> Row | None:
        """The layer in a row; None for the totals."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, path: str) -> int | None:
        """Where a layer stands; None while it is hidden."""
        return next((index for index, each in enumerate(self._rows) if each.path == path), None)

    def text(self, rows: list[int] | None = None) -> str:
        """The table, or some rows of it, with its headings, as tab-separated lines for a spreadsheet."""
        chosen = range(self.rowCount()) if rows is None else rows
        lines = [[column.title for column in self.columns]]
        lines += [[self.data(self.index(row, at)) for at in range(len(self.columns))] for row in chosen]
        return "\n".join("\t".join(str(cell) for cell in line) for line in lines) + "\n"

    # Qt's own

    def rowCount(self, parent: Index | None = None) -> int:
        if self._table is None or (parent is not None and parent.isValid()):
            return 0
        return len(self._rows) + 1

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.help
        return _side(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._table is None:
            return None
        column, row = self.columns[index.column()], self.row(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._total(column.key) if row is None else column.text(row, self._batch)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role == Qt.ItemDataRole.FontRole and row is None:
            bold = QFont()
            bold.setBold(True)
            return bold
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._hint(row, column.key)
        if role == ROW:
            return row
        if role == FORMULA and column.key == "params":
            return self._formula(row)
        if role == SHARE and column.key == "share":
            return 0.0 if row is None else row.share
        return None

    def _refresh(self) -> None:
        self.beginResetModel()
        rows = () if self._table is None else self._table.visible(sorted(self._folded))
        if self._filter:
            rows = tuple(row for row in rows if all(word in searched_text(row) for word in self._filter.split()))
        if self._order is not None:
            column, is_descending = self._order
            rank = self.columns[column].rank
            rows = tuple(sorted(rows, key=lambda row: rank(row, self._batch), reverse=is_descending))
        self._rows = rows
        self.endResetModel()

    def _total(self, key: str) -> str:
        assert self._table is not None
        totals = self._table.totals
        if key == "params":
            return f"{totals.params:,}"
        if key == "layer":
            return tr("total")
        texts = {
            "macs": short_text(totals.macs), "values": f"{totals.activations:,}", "trainable": f"{totals.trainable:,}",
            "memory": bytes_text(totals.memory(self._batch)),
        }  # fmt: skip
        return texts.get(key, "")

    def _formula(self, row: Row | None) -> tuple[str, str]:
        """What stands before the number of parameters in a fainter ink, and the number."""
        assert self._table is not None
        if row is None:
            totals = self._table.totals
            learnt = tr("{trainable} trainable of", trainable=f"{totals.trainable:,}") + " " if totals.fixed else ""
            return learnt, f"{totals.params:,}"
        if row.is_shared:
            return "", tr("shared")
        if row.formula is None or not row.params:
            return "", f"{row.params:,}" if row.params else "–"
        return f"{row.formula.left} = ", f"{row.params:,}"

    def _hint(self, row: Row | None, key: str) -> str:
        assert self._table is not None
        if row is None:
            totals = self._table.totals
            return tr("{params} parameters: {trainable} trainable, {fixed} not", params=f"{totals.params:,}",
                      trainable=f"{totals.trainable:,}", fixed=f"{totals.fixed:,}")  # fmt: skip
        if key == "params":
            if row.is_shared:
                return tr("These are the parameters of a layer above, used once more; they are not counted again.")
            words = str(row.formula) if row.formula is not None else f"{row.params:,}"
            fixed = row.params - row.trainable
            return words + (("\n" + tr("{count} of them are not trained.", count=f"{fixed:,}")) if fixed else "")
        if key == "macs":
            return f"{row.macs:,}"
        if key == "sees" and row.receptive_field is not None:
            return tr("{height} × {width} pixels", height=row.receptive_field.size[0],
                      width=row.receptive_field.size[1])  # fmt: skip
        if key == "memory":
            return tr("{count} bytes", count=f"{row.memory(self._batch):,}")
        return f"{row.path} · {translated(row.title)}" + (f"\n{setting_text(row)}" if setting_text(row) else "")


def _side(column: Column) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignVCenter | (
        Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    )
