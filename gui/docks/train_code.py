"""Show me the code: the script that trains the same network on the same pictures to the same curve."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDockWidget, QWidget

from engine.child.messages import Message
from engine.errors import UserError
from engine.network.training.job import TrainingJob
from engine.network.training.messages import Script, WriteScript
from gui.text import sentence, tr
from gui.theme.appearance import Appearance
from gui.train.session import TrainSession
from gui.train.talk import Talk
from gui.widgets.code_page import CodePage
from gui.widgets.dock_title import DockTitle

DELAY_MS = 300


class TrainCodeDock(QDockWidget):
    """The job as a script, to copy or save; written by the worker, and only while it can be seen.

    Signals:
        save_wanted(object): the script, and what it needs beside it, is to be written to this `Path`.
    """

    save_wanted = Signal(object)

    def __init__(
        self, session: TrainSession, talk: Talk, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Code"), parent)
        self.setObjectName("train_code")
        self._session, self._talk = session, talk
        self._shown: TrainingJob | None = None
        self._asked: int | None = None
        self._is_in_front = False
        self.page = CodePage(appearance, tr("Python code of the training"))
        self.view = self.page.view
        self.view.file_name = "training.py"
        self.view.save_wanted.connect(self.save_wanted)
        self.setWidget(self.page)
        title = DockTitle(self)
        title.add(self.view.bar(tr("Run by itself, it trains to the same curve.")))
        self.setTitleBarWidget(title)
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self._ask)
        for changed in (session.job_changed, session.data_changed, session.ready_changed, session.training_changed):
            changed.connect(lambda _now: self._refresh())
        talk.ended.connect(self._forget)
        self.visibilityChanged.connect(self._on_visibility_changed)
        self._refresh()

    def _on_visibility_changed(self, is_visible: bool) -> None:
        self._is_in_front = is_visible
        self._refresh()

    def _refresh(self) -> None:
        session = self._session
        if self._shown == session.job and session.data is not None:
            return
        if session.data is None or not len(session.data.dataset):
            self._say(tr("No code yet"), tr("Choose or record pictures; the script that learns from them stands here."))
        elif session.is_training:
            self._say(tr("Not while it trains"), tr("The worker is busy. The script comes when the training is over."))
        elif not self._talk.is_open:
            self._say(tr("One moment"), tr("The training worker is starting; it writes the script."))
        elif self._is_in_front:
            if self._shown is None:  # what stands there may be that it trains, which is over
                self._say(tr("One moment"), tr("The training worker writes the script as soon as it has time."))
            self._timer.start()

    def _ask(self) -> None:
        if not self._talk.is_open or self._session.is_training or not self._is_in_front:
            return
        job = self._session.job

        def done(answer: Message) -> None:
            self._asked = None
            if isinstance(answer, Script) and job == self._session.job:
                self._show(job, answer)

        self._asked = self._talk.ask(
            WriteScript(training=job), done, failed=self._on_refused, supersedes=self._asked
        )  # fmt: skip

    def _show(self, job: TrainingJob, script: Script) -> None:
        self._shown = job
        self.page.show_code(script.text, first_line="HERE")
        self.view.copy_button.setToolTip(
            tr("Put the code into the clipboard. It also needs the .npz file that saving puts beside it.")
            if script.has_beside else tr("Put the code into the clipboard.")
        )  # fmt: skip

    def _on_refused(self, error: UserError) -> None:
        self._asked = None
        self._say(tr("This training cannot be written as code"), sentence(error))

    def _forget(self) -> None:
        self._asked = None

    def _say(self, title: str, text: str) -> None:
        self._shown = None
        self.page.say(title, text)
