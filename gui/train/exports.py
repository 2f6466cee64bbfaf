"""What leaves the Train workspace: the trained network, the training as a script, a report; and a learnt kernel."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QToolButton

from engine.imaging.types import Image
from engine.network.saving.formats import FORMATS, Format
from engine.network.training.curves import BEST, Run
from gui.asking import Asking
from gui.docks.train_code import TrainCodeDock
from gui.docks.train_kernel import KernelLessonDock
from gui.docks.train_model import ModelDock
from gui.icons import icon
from gui.notify import Offer
from gui.parts import Parts
from gui.text import sentence, tr, translated
from gui.train.driver import TrainDriver
from gui.train.reporting import PAGE, PDF
from gui.train.run_reports import TOPIC, RunReports
from gui.train.saving import TrainSaving
from gui.train.session import TrainSession
from gui.widgets.dock_title import DockTitle


class TrainExports(QObject):
    """Makes the panels and the menu, and joins them to the worker.

    Signals:
        kernel_taken(object): a learnt kernel, a named `KernelChoice`, is wanted in the library.
    """

    kernel_taken = Signal(object)

    def __init__(
        self, parts: Parts, session: TrainSession, driver: TrainDriver, model: ModelDock, asking: Asking,
        window: QMainWindow, parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._parts, self._session, self._asking = parts, session, asking
        self.saving = TrainSaving(session, driver.talk, parts.background, self)
        self.reports = RunReports(session, driver.talk, parts.background, parts.notifier, self)
        self.code = TrainCodeDock(session, driver.talk, parts.appearance, window)
        self.kernel = KernelLessonDock(self._picture, parts.appearance, parts.figures, window)
        self.button = self._made_button(model)
        self.code.save_wanted.connect(self.saving.save_script)
        self.kernel.kernel_taken.connect(self.kernel_taken)
        parts.live.passed.connect(self.kernel.refresh)
        self._join()

    @property
    def docks(self) -> tuple[QDockWidget, ...]:
        """The panels, for the bottom."""
        return self.code, self.kernel

    def close(self) -> None:
        """Hear no more of the live picture."""
        self._parts.live.passed.disconnect(self.kernel.refresh)

    def _picture(self) -> Image | None:
        frame = self._parts.live.frame
        return None if frame is None else frame.image

    def _made_button(self, model: ModelDock) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon("save"))
        button.setText(tr("Save"))
        button.setAccessibleName(tr("Save what was trained"))
        button.setToolTip(tr("Save the trained network, the training as a script, or a report"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.setToolTipsVisible(True)
        self.network_actions = []
        for form in FORMATS:
            action = menu.addAction(tr("Save as {form}…", form=form.title))
            action.triggered.connect(lambda _checked=False, form=form: self._on_network(form))
            self.network_actions.append((form, action))
        menu.addSeparator()
        self.script_action = menu.addAction(icon("code"), tr("Save as a Python script…"))
        self.script_action.setToolTip(tr("Runs by itself and trains to the same curve"))
        self.script_action.triggered.connect(lambda: self._on_script())
        self.page_action = menu.addAction(tr("Report as a web page…"))
        self.page_action.triggered.connect(lambda: self._on_report(PAGE))
        self.paper_action = menu.addAction(tr("Report as PDF…"))
        self.paper_action.triggered.connect(lambda: self._on_report(PDF))
        menu.aboutToShow.connect(self._refresh)
        button.setMenu(menu)
        title = model.titleBarWidget()
        assert isinstance(title, DockTitle)
        title.add(button)
        return button

    def _refresh(self) -> None:
        training = self._session.training
        is_trained = training is not None and not training.is_running and (training.folder / BEST).is_file()
        nothing = tr("Nothing has been trained yet. Press Train first.")
        for form, action in self.network_actions:
            refusal = form.refusal()
            action.setEnabled(is_trained and refusal is None)
            reason = sentence(refusal) if refusal is not None else nothing
            action.setToolTip(translated(form.help) if action.isEnabled() else reason)
        for action in (self.page_action, self.paper_action):
            action.setEnabled(is_trained)
            about = tr("Settings, pictures, curves, figures, mistakes and the table of layers, in one file")
            action.setToolTip(about if is_trained else nothing)
        data = self._session.data
        self.script_action.setEnabled(data is not None and len(data.dataset) > 0 and not self._session.is_training)

    def _join(self) -> None:
        saving, notifier = self.saving, self._parts.notifier
        cancel = Offer(tr("Cancel"), saving.cancel)
        saving.progressed.connect(lambda words: notifier.tell(words, topic=TOPIC, offers=(cancel,)))
        saving.saved.connect(lambda words: notifier.tell(words, topic=TOPIC))
        saving.cancelled.connect(lambda words: notifier.tell(words, topic=TOPIC))
        saving.failed.connect(lambda error: notifier.error(error, topic=TOPIC))

    def _on_network(self, form: Format) -> None:
        kinds = f"{form.title} (*{form.suffix})"
        path = self._asking.save_file(tr("Save the trained network"), self._name() + form.suffix, kinds)
        if path is not None:
            self.saving.save_network(path)

    def _on_script(self) -> None:
        path = self._asking.save_file(tr("Save code"), f"{self._name()}.py", tr("Python (*.py)"))
        if path is not None:
            self.saving.save_script(path)

    def _on_report(self, suffix: str) -> None:
        training = self._session.training
        if training is not None:
            self._save_report(training.folder, self._name(), suffix)

    def report_run(self, run: Run, suffix: str) -> None:
        """Ask where the report of a run is to go, and write it; `suffix` is that of a web page or of a PDF."""
        self._save_report(run.folder, run.name, suffix)

    def _save_report(self, folder: Path, name: str, suffix: str) -> None:
        kind = "PDF" if suffix == PDF else tr("Web page")
        path = self._asking.save_file(tr("Save report"), name + suffix, f"{kind} (*{suffix})")
        if path is not None:
            self.reports.write(folder, path)

    def _name(self) -> str:
        training = self._session.training
        name = self._session.job.name or (training.folder.name if training is not None else "training")
        return "".join(sign if sign.isalnum() or sign in "-_ " else "_" for sign in name).strip() or "training"
