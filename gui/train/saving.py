"""Saving what a training gave, by the training worker: the network in every form, and the training as a script."""

from __future__ import annotations

import secrets
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.child.messages import Message, Progress
from engine.errors import UserError
from engine.files import temporary_beside
from engine.network.saving.formats import format_for
from engine.network.training.curves import BEST
from engine.network.training.messages import SaveTrained, Script, TrainedSaved, WriteScript
from engine.text import mark
from gui.background import Background
from gui.text import tr, translated
from gui.train.session import TrainSession
from gui.train.talk import Talk


class TrainSaving(QObject):
    """One file at a time; what was there before stays whole whatever happens.

    Signals:
        progressed(str): a line that says how far it is.
        saved(str): a sentence that says what was saved.
        cancelled(str): the same for what was not, because nobody wanted it any more.
        failed(object): a `UserError` with which it ended.
    """

    progressed = Signal(str)
    saved = Signal(str)
    cancelled = Signal(str)
    failed = Signal(object)

    def __init__(self, session: TrainSession, talk: Talk, files: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._talk, self._files = session, talk, files
        self._job: int | None = None
        self._path, self._part = Path(), Path()
        talk.ended.connect(self._on_worker_ended)

    @property
    def is_saving(self) -> bool:
        """Whether a file is being written."""
        return self._job is not None

    def save_network(self, path: Path) -> None:
        """Write the network of the last training to `path`, in the form that its ending asks for."""
        training = self._session.training
        try:
            refusal = format_for(path).refusal()
        except UserError as error:
            refusal = error
        if refusal is None and (training is None or not (training.folder / BEST).is_file()):
            refusal = UserError(mark("Nothing has been trained yet. Press Train first."))
        refusal = refusal or self._busy()
        if refusal is not None or training is None:
            self.failed.emit(refusal)
            return
        token = secrets.token_hex(8)
        self._path, self._part = path, temporary_beside(path, token)
        self._job = self._talk.ask(
            SaveTrained(folder=str(training.folder), path=str(path), token=token), self._on_answer,
            told=self._on_told, failed=self._on_refused,
        )  # fmt: skip
        self.progressed.emit(tr("Saving “{name}”.", name=path.name))

    def save_script(self, path: Path) -> None:
        """Write the job as a script to `path`, and beside it what the script needs."""
        refusal = self._busy()
        if refusal is not None:
            self.failed.emit(refusal)
            return
        self._path = self._part = path
        self._job = self._talk.ask(
            WriteScript(training=self._session.job, path=str(path)), self._on_answer, failed=self._on_refused
        )
        self.progressed.emit(tr("Saving “{name}”.", name=path.name))

    def cancel(self) -> None:
        """Give it up; the worker stops at the end of the part that it is at."""
        if self._job is not None:
            self._talk.stop(self._job)

    def _busy(self) -> UserError | None:
        if self._job is not None:
            return UserError(mark("“{name}” is still being saved. Wait for it, or cancel it."), name=self._path.name)
        if self._session.is_training:
            return UserError(mark("The training goes on; the worker saves when it is over. Wait, or press Stop."))
        if not self._talk.is_open:
            return UserError(mark("The training worker is not ready yet. Save again in a moment."))
        return None

    def _on_told(self, message: Message) -> None:
        if isinstance(message, Progress):
            words = tr(
                "Saving “{name}”, step {step} of {steps}: {what}.", name=self._path.name,
                step=round(message.done) + 1, steps=round(message.total), what=translated(message.note),
            )  # fmt: skip
            self.progressed.emit(words)

    def _on_answer(self, answer: Message) -> None:
        self._job = None
        name = self._path.name
        if isinstance(answer, TrainedSaved):
            self.saved.emit(tr("The trained network is saved as “{name}”; the file was read back.", name=name))
        elif isinstance(answer, Script) and answer.has_beside:
            beside = self._path.with_suffix(".npz").name
            self.saved.emit(
                tr("Saved as “{name}”, with “{beside}” beside it, which it needs.", name=name, beside=beside)
            )
        elif isinstance(answer, Script):
            self.saved.emit(tr("Saved as “{name}”.", name=name))
        else:
            self.cancelled.emit(tr("“{name}” was not saved; what was there before is whole.", name=name))

    def _on_refused(self, error: UserError) -> None:
        self._job = None
        self.failed.emit(error)

    def _on_worker_ended(self) -> None:
        if self._job is None:
            return
        self._job, part = None, self._part
        if part != self._path:
            # The worker had no time to clear it away.
            self._files.run(lambda: part.unlink(missing_ok=True), failed=lambda _error: None)
        self.failed.emit(
            UserError(
                mark("“{name}” was not saved, because the training worker stopped over it; what was there before is "
                     "whole. Save it again."),
                name=self._path.name,
            )
        )  # fmt: skip
