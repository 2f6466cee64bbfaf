"""The runs so far: what each came to, which of them are drawn beside the present one, and going on with one."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDockWidget,
    QHeaderView,
    QMenu,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from engine.network.training.curves import BEST, Run, RunState
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.train.reporting import PAGE, PDF
from gui.train.session import TrainSession
from gui.widgets.dock_title import DockTitle
from gui.widgets.empty_state import EmptyState

COLUMNS = ("", "Run", "State", "Epochs", "Training", "Kept aside", "Pictures/s", "Seconds")


class RunsDock(QDockWidget):
    """A table of runs, newest first; ticked ones are drawn behind the curves.

    Signals:
        compared(object): the ticked runs, a tuple of `Run`.
        resume_wanted(object): go on with this `Run`.
        look_wanted(object): show the curves and results of this `Run`.
        live_wanted(object): use this `Run`'s network on the live picture.
        report_wanted(object, str): save the report of this `Run` as a file with this ending.
    """

    compared = Signal(object)
    resume_wanted = Signal(object)
    look_wanted = Signal(object)
    live_wanted = Signal(object)
    report_wanted = Signal(object, str)

    def __init__(self, session: TrainSession, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(tr("Runs"), parent)
        self.setObjectName("train_runs")
        self._session, self._appearance = session, appearance
        self._runs: tuple[Run, ...] = ()
        self._ticked: set[str] = set()
        self.table = QTableWidget(0, len(COLUMNS))
        self.table.setHorizontalHeaderLabels(
            ["", tr("Run"), tr("State"), tr("Epochs"), tr("Training"), tr("Kept aside"), tr("Pictures/s"),
             tr("Seconds")]
        )  # fmt: skip
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setAccessibleName(tr("Runs"))
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in range(len(COLUMNS)):
            mode = QHeaderView.ResizeMode.Stretch if column == 1 else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, mode)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_menu_asked)
        self.table.itemChanged.connect(self._on_item_changed)
        self.table.cellDoubleClicked.connect(self._on_double_clicked)
        self._empty = EmptyState("clock", tr("No runs yet"), tr("Every training is kept and can be compared here."))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.table)
        self.setWidget(self._pages)
        self.setTitleBarWidget(DockTitle(self))
        session.runs_changed.connect(self._on_runs_changed)
        self._on_runs_changed(session.runs)

    def _on_runs_changed(self, runs: tuple[Run, ...]) -> None:
        self._runs = runs
        self._pages.setCurrentIndex(1 if runs else 0)
        self.table.blockSignals(True)
        self.table.setRowCount(len(runs))
        for row, run in enumerate(runs):
            tick = QTableWidgetItem()
            tick.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled)
            is_ticked = str(run.folder) in self._ticked
            tick.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
            tick.setToolTip(tr("Draw its validation curves behind the present ones"))
            self.table.setItem(row, 0, tick)
            for column, text in enumerate(_cells(run), 1):
                item = QTableWidgetItem(text)
                item.setToolTip(text + "\n" + tr("Double-click to look at it again.") if column == 1 else "")
                if column > 2:
                    item.setFont(self._appearance.font("number"))
                self.table.setItem(row, column, item)
        self.table.blockSignals(False)

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        if item.column() == 0 and item.row() < len(self._runs):
            folder = str(self._runs[item.row()].folder)
            (self._ticked.add if item.checkState() is Qt.CheckState.Checked else self._ticked.discard)(folder)
            self.compared.emit(tuple(run for run in self._runs if str(run.folder) in self._ticked))

    def _on_double_clicked(self, row: int, column: int) -> None:
        if column and row < len(self._runs):
            self.look_wanted.emit(self._runs[row])

    def _on_menu_asked(self, point: object) -> None:
        row = self.table.rowAt(point.y())  # type: ignore[attr-defined]
        if not 0 <= row < len(self._runs):
            return
        menu = self.menu_of(self._runs[row])
        menu.exec(self.table.viewport().mapToGlobal(point))  # type: ignore[call-overload]
        menu.deleteLater()

    def menu_of(self, run: Run) -> QMenu:
        """What can be done with a run."""
        menu = QMenu(self)
        look = QAction(tr("Look at it"), menu)
        look.setEnabled(bool(run.epochs) and not self._session.is_training)
        look.triggered.connect(lambda: self.look_wanted.emit(run))
        resume = QAction(tr("Go on with it"), menu)
        resume.setEnabled(run.state is not RunState.DONE and not self._session.is_training)
        resume.triggered.connect(lambda: self.resume_wanted.emit(run))
        live = QAction(tr("Use it live"), menu)
        live.setEnabled(bool(run.epochs) and (run.folder / BEST).is_file())
        live.triggered.connect(lambda: self.live_wanted.emit(run))
        reports = []
        for words, suffix in ((tr("Report as a web page…"), PAGE), (tr("Report as PDF…"), PDF)):
            reports.append(QAction(words, menu))
            reports[-1].setEnabled(bool(run.epochs))
            reports[-1].triggered.connect(lambda _checked=False, suffix=suffix: self.report_wanted.emit(run, suffix))
        folder = QAction(tr("Open its folder"), menu)
        folder.triggered.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(run.folder))))
        menu.addActions([look, resume, live, *reports, folder])
        return menu


def _cells(run: Run) -> list[str]:
    states = {RunState.DONE: tr("done"), RunState.STOPPED: tr("stopped"), RunState.BROKEN_OFF: tr("broken off")}
    best = run.best or (run.epochs[-1] if run.epochs else None)
    kept = best.validation_accuracy if best is not None else None
    if run.figures is not None and run.figures.test_accuracy is not None:
        kept = run.figures.test_accuracy
    seconds = sum(each.seconds for each in run.epochs)
    rate = run.epochs[-1].images_per_second if run.epochs else 0.0
    return [
        run.name, states[run.state], str(run.epochs[-1].epoch if run.epochs else 0),
        f"{best.accuracy:.1%}" if best is not None else "–", f"{kept:.1%}" if kept is not None else "–",
        f"{rate:,.0f}" if rate else "–", f"{seconds:,.0f}",
    ]  # fmt: skip
