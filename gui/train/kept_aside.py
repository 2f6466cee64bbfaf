"""How the data is split, and how many pictures of each class that puts into each part."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QVBoxLayout, QWidget

from engine.errors import UserError
from engine.network.data.dataset import PARTS, TRAIN, VALIDATION
from engine.network.data.splitting import GIVEN, HAND, Split
from engine.parameters import parameters_of
from gui.icons import icon
from gui.text import sentence, tr
from gui.theme.appearance import Appearance
from gui.train.editing import Editing
from gui.train.part_words import ICONS, part_words
from gui.train.session import TrainSession
from gui.train.splitting import SplitData, Splitting
from gui.widgets.parameter_form import ParameterForm

Index = QModelIndex | QPersistentModelIndex
MOST_ROWS = 10


class PartCounts(QAbstractTableModel):
    """A row for each class: its name, and its pictures in training, validation and test."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._found: SplitData | None = None

    def set_found(self, found: SplitData | None) -> None:
        """Show another split."""
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if self._found is None or (parent is not None and parent.isValid()) else len(self._found.counts)

    def columnCount(self, parent: Index | None = None) -> int:
        return 1 + len(PARTS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        # The signs of the parts leave more room for the names of the classes than their names would.
        if role == Qt.ItemDataRole.DecorationRole and section:
            return icon(ICONS[section - 1])
        if role == Qt.ItemDataRole.DisplayRole and not section:
            return tr("Class")
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return part_words(PARTS[section - 1]) if section else tr("Class")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._found is None:
            return None
        row, column = index.row(), index.column()
        lack = self._found.lacks.get(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{self._found.counts[row, column - 1]:,}" if column else self._found.data.dataset.class_names[row]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(column)
        if role == Qt.ItemDataRole.FontRole and column:
            return self._appearance.font("number_caption")
        if role == Qt.ItemDataRole.ForegroundRole and lack is not None and self._is_lack(row, column):
            return self._appearance.colour("refused")
        if role == Qt.ItemDataRole.ToolTipRole:
            return sentence(lack) if lack is not None else self.data(index) if not column else None
        return None

    def _is_lack(self, row: int, column: int) -> bool:
        is_counted = column in (1 + TRAIN, 1 + VALIDATION)
        return is_counted and self._found is not None and not self._found.counts[row, column - 1]

    def _side(self, column: int) -> Qt.AlignmentFlag:
        return (Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter


class KeptAside(QWidget):
    """The settings of the split above what comes of them.

    Signals:
        summary_changed(str): a few words that say how the data is split.
    """

    summary_changed = Signal(str)

    def __init__(
        self,
        session: TrainSession,
        editing: Editing,
        splitting: Splitting,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._editing, self._splitting = session, editing, splitting
        self.form = ParameterForm()
        self.form.changed.connect(self._on_changed)
        self.counts = PartCounts(appearance, self)
        self.table = QTableView()
        self.table.setModel(self.counts)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setAccessibleName(tr("Pictures of each class in each part"))
        self.table.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        header = self.table.horizontalHeader()
        header.setMinimumSectionSize(24)
        header.setResizeContentsPrecision(0)  # of a thousand classes only those in sight are measured
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.form)
        column.addWidget(self.table)
        splitting.changed.connect(self._show_found)
        appearance.changed.connect(self._show_found)
        self.table.hide()

    def show_split(self) -> None:
        """Show the split of the job. Until this is first called nothing is in here, which makes it quick to make."""
        split = self._session.job.split
        declared = parameters_of(Split)
        self.form.set_parameters(declared, {name: getattr(split, name) for name in declared})
        self.form.set_enabled("others", split.kind == HAND, tr("Nothing is put by hand."))
        for name in ("validation", "test", "seed"):
            self.form.set_enabled(name, split.rule != "train", tr("Nothing is drawn by lot."))
        self.summary_changed.emit(self.summary())

    def summary(self) -> str:
        """A few words that say how the data is split."""
        split, found = self._session.job.split, self._splitting.found
        if split.kind == HAND:
            return tr("{count} by hand", count=found.put) if found is not None else tr("by hand")
        data = self._session.data
        if split.rule == GIVEN and data is not None and data.dataset.parts is not None:
            return tr("as the files say")
        return f"{split.validation + split.test:.0%}"

    def _show_found(self) -> None:
        found = self._splitting.found
        self.counts.set_found(found)
        self.summary_changed.emit(self.summary())
        self.table.setVisible(found is not None)
        rows = min(self.counts.rowCount(), MOST_ROWS)
        height = self.table.horizontalHeader().sizeHint().height() + 2 * self.table.frameWidth()
        self.table.setFixedHeight(height + rows * self.table.verticalHeader().defaultSectionSize())

    def _on_changed(self, name: str, value: Any) -> None:
        split = self._session.job.split
        try:
            if name == "kind":
                self._editing.split_by(value)
            elif name == "others":
                self._session.split(replace(split, others=value), tr("splitting in another way"))
            else:
                self._session.change(split=replace(split, **{name: value}))
        except UserError as error:
            self._session.refuse(error)
            self.show_split()
