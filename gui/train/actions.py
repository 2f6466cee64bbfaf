"""What the menus do in the Train workspace: undo and redo, and jobs as files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from shiboken6 import isValid

from engine.files import write_atomically
from engine.network.training.job import TrainingJob, read_job
from gui.actions import Actions, show_steps
from gui.asking import Asking
from gui.background import Background
from gui.notify import Notifier
from gui.text import tr
from gui.train.editing import Editing
from gui.train.session import TrainSession

TOPIC = "training job"


class TrainActions(QObject):
    """Joins the window's actions to the session. `show_job` sets a job and opens its data."""

    def __init__(
        self,
        session: TrainSession,
        editing: Editing,
        background: Background,
        actions: Actions,
        asking: Asking,
        notifier: Notifier,
        *,
        show_job: Callable[[TrainingJob], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._editing, self._background = session, editing, background
        self._asking, self._notifier, self._show_job = asking, notifier, show_job
        self._undo, self._redo = actions["undo_train"], actions["redo_train"]
        for name, slot in (
            ("undo_train", editing.undo), ("redo_train", editing.redo), ("save_job", self.save_job),
            ("open_job", self._on_open),
        ):  # fmt: skip
            actions[name].triggered.connect(lambda _checked=False, slot=slot: slot())
        session.undo_stack.indexChanged.connect(self._refresh)
        session.data_changed.connect(lambda _data: self._refresh())
        self._refresh()

    def save_job(self) -> None:
        """Write the job to a file, to be run by the command line or on another machine."""
        path = self._asking.save_file(tr("Save training job"), "training.json", tr("Training jobs") + " (*.json)")
        if path is None:
            return
        content = self._session.job.to_text().encode()
        told = tr("The job is saved as “{name}”. “{command}” runs it without a window.", name=path.name,
                  command=f"main.py train {path.name}")  # fmt: skip
        self._background.run(
            lambda: write_atomically(path, content), lambda _: self._notifier.tell(told, topic=TOPIC), self._on_failed
        )  # fmt: skip

    def open_job(self, path: Path) -> None:
        """Show the job in a file."""

        def done(job: TrainingJob) -> None:
            self._notifier.withdraw(TOPIC)
            self._show_job(job)

        self._background.run(lambda: read_job(path), done, self._on_failed)

    def _on_open(self) -> None:
        path = self._asking.open_file(tr("Open training job"), tr("Training jobs") + " (*.json)")
        if path is not None:
            self.open_job(path)

    def _on_failed(self, error: BaseException) -> None:
        self._notifier.error(error, topic=TOPIC)

    @Slot()
    def _refresh(self) -> None:
        stack = self._session.undo_stack
        if not isValid(stack):  # at the very end it clears itself, and says so
            return
        show_steps(stack, self._undo, self._redo, usual=(tr("Undo in the data"), tr("Redo in the data")))
