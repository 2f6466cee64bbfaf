"""The layers of the network that is trained: which learn, which are frozen, which are new, where it is cut."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.icons import icon
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.train.frozen import Layers, LayerState
from gui.train.session import TrainSession
from gui.train.tables import make_rows
from gui.widgets.dock_title import DockTitle
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import kind, label

ICONS = {LayerState.FROZEN: "frozen", LayerState.NEW: "add", LayerState.LEARNS: "train", LayerState.CUT: "close"}


class TrainLayersDock(QDockWidget):
    """Select a layer, then freeze up to it, cut after it, or unfreeze from it on later."""

    def __init__(self, session: TrainSession, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(tr("Layers"), parent)
        self.setObjectName("train_layers")
        self._session, self._appearance = session, appearance
        self.table = QTableWidget(0, 5)
        self.table.setHorizontalHeaderLabels(
            [tr("Layer"), tr("Kind"), tr("Output"), tr("Parameters"), tr("In training")]
        )
        make_rows(self.table, name=tr("Layers of the network that is trained"))
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in range(5):
            stretches = column in (0, 1)
            mode = QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, mode)
        self.freeze = self._button("frozen", tr("Freeze up to here"), tr("It and all before it learn nothing."))
        self.cut = self._button("close", tr("Cut after here"), tr("What follows goes, and a new head takes its place."))
        self.later = self._button(
            "clock",
            tr("Unfreeze from here later"),
            tr("From this layer on, frozen layers learn again after some epochs."),
        )
        self.reset = self._button("reset", tr("Everything learns"), tr("Nothing is frozen or cut."))
        self.hint = label(face="caption", wraps=True)
        buttons = QVBoxLayout()
        buttons.setSpacing(6)
        for button in (self.freeze, self.cut, self.later, self.reset):
            buttons.addWidget(button)
        buttons.addWidget(self.hint)
        buttons.addStretch(1)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(16)
        row.addWidget(self.table, 1)
        row.addLayout(buttons)
        self._empty = EmptyState("network", tr("No network yet"), tr("Its layers stand here once it is known."))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(page)
        self.setWidget(self._pages)
        self.setTitleBarWidget(DockTitle(self))
        self.freeze.clicked.connect(lambda: self._change(frozen_up_to=self._path()))
        self.cut.clicked.connect(lambda: self._change(cut_at=self._path()))
        self.later.clicked.connect(self._on_later)
        self.reset.clicked.connect(lambda: self._change(frozen_up_to="", cut_at="", unfreeze_after=0, unfreeze_from=""))
        self.table.currentCellChanged.connect(lambda *_cells: self._show_buttons())
        session.layers_changed.connect(self._on_layers_changed)
        session.training_changed.connect(lambda _training: self._show_buttons())
        appearance.changed.connect(lambda: self._on_layers_changed(session.layers))
        self._on_layers_changed(session.layers)

    def _button(self, icon_name: str, text: str, hint: str) -> QPushButton:
        button = QPushButton(icon(icon_name), text)
        button.setToolTip(hint)
        kind(button, "flat")
        return button

    def _on_layers_changed(self, layers: Layers) -> None:
        self._pages.setCurrentIndex(1 if layers.lines else 0)
        path = self._path()
        words = {
            LayerState.FROZEN: tr("frozen"), LayerState.NEW: tr("new"), LayerState.LEARNS: tr("learns"),
            LayerState.CUT: tr("cut off"), LayerState.NOTHING: "–",
        }  # fmt: skip
        self.table.blockSignals(True)
        self.table.setRowCount(len(layers.lines))
        for at, line in enumerate(layers.lines):
            parameters = f"{line.parameters:,}" if line.parameters else "–"
            cells = (line.path, line.kind, line.output, parameters, words[line.state])
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                if column in (2, 3):
                    item.setFont(self._appearance.font("number"))
                if line.state in (LayerState.CUT, LayerState.FROZEN):
                    item.setForeground(self._appearance.colour("dim"))
                if column == 4 and line.state in ICONS:
                    item.setIcon(icon(ICONS[line.state], tint="dim"))
                self.table.setItem(at, column, item)
            if line.path == path:
                self.table.setCurrentCell(at, 0)
        self.table.blockSignals(False)
        self._show_buttons()

    def _path(self) -> str:
        item = self.table.item(self.table.currentRow(), 0)
        return item.text() if item is not None else ""

    def _show_buttons(self) -> None:
        layers, tuning = self._session.layers, self._session.job.tuning
        is_known = self._path() in layers.paths and not self._session.is_training
        for button in (self.freeze, self.cut, self.later):
            button.setEnabled(is_known)
        self.later.setEnabled(is_known and bool(tuning.frozen_up_to))
        self.reset.setEnabled(not self._session.is_training and bool(tuning.frozen_up_to or tuning.cut_at))
        if self._session.is_training:
            self.hint.setText(tr("The network cannot be changed while it learns."))
        else:
            self.hint.setText("" if is_known else tr("Select a layer of the network."))

    def _on_later(self) -> None:
        after = self._session.job.tuning.unfreeze_after or max(1, self._session.job.settings.epochs // 2)
        self._change(unfreeze_from=self._path(), unfreeze_after=after)

    def _change(self, **changes: Any) -> None:
        self._session.change(tuning=replace(self._session.job.tuning, **changes))
