"""The parameter table of the open network, every number with the formula that it comes from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSpinBox,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.network.table import Row, Table, as_dense
from engine.network.table_export import as_csv, as_html, as_markdown
from gui.icons import icon
from gui.models.parameters import ParametersModel
from gui.network.parameter_cells import ParameterCells
from gui.network.parameter_view import ParameterTable, TotalsRow
from gui.network.session import NetworkSession, OpenNetwork
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.dock_title import DockTitle
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import kind, label
from gui.widgets.parameter_editors import indented
from gui.widgets.rows import select_row
from gui.widgets.yielding import Yielding

MOST_PICTURES = 1024
TOOL_GAP = 4
Writer = Callable[..., str]


class ParametersDock(QDockWidget):
    """Selecting a row selects the layer everywhere, and the other way round.

    Signals:
        text_wanted(str, str): this text is to be saved, under a name like this.
    """

    text_wanted = Signal(str, str)

    def __init__(self, session: NetworkSession, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(tr("Parameters"), parent)
        self.setObjectName("network_parameters")
        self._session, self._appearance = session, appearance
        self.model = ParametersModel(self)
        self.cells = ParameterCells(appearance, self)
        self.view = ParameterTable(self.model, self.cells)
        self.totals = TotalsRow(self.view, self.model, self.cells)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Filter layers"))
        self.filter.setToolTip(tr("Layers in whose line each of these words stands: conv, 3×3, 28×28 …"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(tr("Filter the layers"))
        self.batch = QSpinBox()
        self.batch.setRange(1, MOST_PICTURES)
        self.batch.setPrefix(tr("batch of") + " ")
        self.batch.setToolTip(
            tr("Memory is reckoned for so many pictures at a time: 1 to {most}.", most=MOST_PICTURES)
        )  # fmt: skip
        self.batch.setAccessibleName(tr("Batch size"))
        indented(self.batch)
        self.memory = label(face="number_caption")
        self.note = ElidedLabel(face="caption")
        self.note.setContentsMargins(10, 4, 10, 6)
        self._empty = EmptyState(
            "numbers", tr("No table yet"), tr("Open a network; every layer stands here with what it costs.")
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._made_page())
        self.setWidget(Yielding(self._pages))
        self.setTitleBarWidget(DockTitle(self))
        self._is_following = False
        self._connect()
        self._on_network_changed(session.network)

    def _connect(self) -> None:
        session = self._session
        self.filter.textChanged.connect(self._on_filter_changed)
        self.batch.valueChanged.connect(self._on_batch_changed)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.fold_wanted.connect(self._on_fold_wanted)
        self.view.copy_wanted.connect(self.copy)
        session.network_changed.connect(self._on_network_changed)
        session.layer_changed.connect(lambda _path: self._show_selection())
        self._appearance.changed.connect(self._measure)

    def copy(self) -> None:
        """Put the whole table as it is sorted and filtered into the clipboard, tab-separated."""
        QGuiApplication.clipboard().setText(self.model.text())

    def export(self, ending: str) -> None:
        """Ask for the table to be saved: csv, md or html."""
        table = self.model.table
        writers: dict[str, Writer] = {"csv": as_csv, "md": as_markdown, "html": as_html}
        if table is not None:
            self.text_wanted.emit(writers[ending](table, batch=self.model.batch), f"{Path(table.name).stem}.{ending}")

    def _made_page(self) -> QWidget:
        # Here and not in the title, which takes no room where a tab says the name: a row more is a layer more in sight.
        self.copy_button = QToolButton()
        self.copy_button.setIcon(icon("copy"))
        self.copy_button.setToolTip(tr("Copy the table for a spreadsheet (Ctrl+C)"))
        self.copy_button.clicked.connect(self.copy)
        self.export_button = QToolButton()
        self.export_button.setIcon(icon("save"))
        self.export_button.setToolTip(tr("Save the table as CSV, Markdown or HTML."))
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.export_button)
        for ending, name in (("csv", "CSV"), ("md", "Markdown"), ("html", "HTML")):
            menu.addAction(name + "…").triggered.connect(lambda _checked=False, ending=ending: self.export(ending))
        self.export_button.setMenu(menu)
        tools = QHBoxLayout()
        tools.setContentsMargins(8, 4, 4, 4)
        tools.setSpacing(TOOL_GAP)
        tools.addWidget(self.filter, 1)
        tools.addSpacing(TOOL_GAP)
        tools.addWidget(self.memory)
        tools.addSpacing(TOOL_GAP)
        tools.addWidget(self.batch)
        self._buttons = (self.copy_button, self.export_button)
        for button in self._buttons:
            kind(button, "flat")
            button.setAccessibleName(button.toolTip())
            tools.addWidget(button)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tools)
        column.addWidget(self.view, 1)
        column.addWidget(self.totals)
        column.addWidget(self.note)
        return page

    # Showing

    def _on_network_changed(self, network: OpenNetwork | None) -> None:
        table = network.table if network is not None else None
        self._changing(lambda: self.model.set_table(table))
        if network is not None and table is None:
            self._empty.set_state("numbers", tr("No table for this network"),
                                  tr("The shapes of its layers are not known in advance."))  # fmt: skip
        self._pages.setCurrentIndex(0 if table is None else 1)
        for button in (self.copy_button, self.export_button):
            button.setEnabled(table is not None)
        self._measure()
        self._show_memory()

    def _on_filter_changed(self, words: str) -> None:
        self._changing(lambda: self.model.set_filter(words))

    def _on_batch_changed(self, batch: int) -> None:
        self._changing(lambda: self.model.set_batch(batch))
        self._show_memory()

    def _on_fold_wanted(self, row: int) -> None:
        self._changing(lambda: self.model.toggle_fold(row))

    def _changing(self, change: Callable[[], object]) -> None:
        """Change the rows, and keep the layer selected."""
        self._is_following = True
        change()
        self._is_following = False
        self._show_selection()

    def _show_selection(self) -> None:
        self._is_following = True
        select_row(self.view, self.model.row_of(self._session.layer))
        self._is_following = False
        self._show_note()

    def _on_current_changed(self, current: QModelIndex) -> None:
        row = self.model.row(current.row()) if current.isValid() else None
        network = self._session.network
        if self._is_following or row is None or network is None:
            return
        if any(fact.path == row.path for fact in network.opened.layers):
            self._session.select_layer(row.path)
        self._show_note(row)

    def _show_note(self, row: Row | None = None) -> None:
        table = self.model.table
        if row is None and table is not None:
            row = next((each for each in table.rows if each.path == self._session.layer), None)
        words = dense_words(row) if row is not None else ""
        if table is not None and self.model.rowCount() == 1:
            words = tr("No layer has all these words in its line: remove some of the filter.")
        self.note.setText(words)
        self.note.set_hint(dense_hint(row) if row is not None else "")
        self.note.setVisible(bool(words))

    def _show_memory(self) -> None:
        table: Table | None = self.model.table
        if table is not None:
            column = next(at for at, each in enumerate(self.model.columns) if each.key == "memory")
            total = self.model.index(self.model.rowCount() - 1, column).data()
            self.memory.setText(tr("memory {size}", size=total))
            self.memory.setToolTip(
                tr("All values of the batch kept at once, as training does, and the parameters, as 32-bit numbers.")
            )
        self._fit_tools()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tools()

    def _fit_tools(self) -> None:
        """In a narrow panel the memory goes, which is a column of the table too, before a button is out of sight."""
        needed = self.filter.minimumSizeHint().width() + 6 * TOOL_GAP
        needed += sum(each.sizeHint().width() + TOOL_GAP for each in (self.memory, self.batch, *self._buttons))
        self.memory.setVisible(self.model.table is not None and needed <= self.width())

    def _measure(self) -> None:
        self.view.measure()


def dense_words(row: Row) -> str:
    """What the same maps would cost as a dense layer; empty where the comparison says nothing."""
    dense = as_dense(row)
    if dense is None:
        return ""
    times = f"{dense.times:,.1f}" if dense.times < 100 else f"{round(dense.times):,}"
    return tr("As a dense layer: {params} parameters, {times} times as many.",
              params=f"{dense.params.result:,}", times=times)  # fmt: skip


def dense_hint(row: Row) -> str:
    """The same with its formula."""
    dense = as_dense(row)
    if dense is None:
        return ""
    return tr("If each value of these maps were connected to every value before, as in a dense layer:\n{formula}",
              formula=str(dense.params))  # fmt: skip
