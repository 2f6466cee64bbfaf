"""Saving the open network: asks the worker, tells how far it is, and leaves nothing half behind."""

from __future__ import annotations

import contextlib
import secrets
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.child.messages import Answer, Message, Progress, Stopped
from engine.errors import UserError
from engine.files import temporary_beside
from engine.network.requests import Saved, SaveModel
from engine.network.saving.formats import format_for
from engine.text import mark
from gui.background import Background
from gui.network.conversation import Conversation
from gui.network.session import NetworkSession
from gui.text import tr, translated


class Saving(QObject):
    """One file at a time. What was there before stays whole whatever happens, and whoever asked is told how it ended.

    `is_ending`: it was cancelled, but the worker is still at it.

    Signals:
        progressed(str): a line that says how far it is.
        saved(str): the network is in this file.
        cancelled(str): it is not, because the user did not want it any more.
        failed(object): a `UserError` with which it ended.
    """

    progressed = Signal(str)
    saved = Signal(str)
    cancelled = Signal(str)
    failed = Signal(object)

    def __init__(
        self, session: NetworkSession, talk: Conversation, files: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._talk, self._files = session, talk, files
        self._job: int | None = None
        self.is_ending = False
        self._path = Path()
        self._part = Path()
        talk.progressed.connect(self._on_progressed)
        talk.told.connect(self._on_told)
        talk.ended.connect(self._on_worker_ended)

    @property
    def is_saving(self) -> bool:
        """Whether a file is being written."""
        return self._job is not None

    def save(self, path: Path) -> None:
        """Write the open network to `path`, in the form that its ending asks for."""
        refusal = self._refusal(path)
        if refusal is not None:
            self.failed.emit(refusal)
            return
        network = self._session.network
        names = network.class_names if network is not None else ()
        token = secrets.token_hex(8)
        self._path, self._part, self.is_ending = path, temporary_beside(path, token), False
        self._job = self._talk.ask(
            SaveModel(path=str(path), class_names=names, token=token), self._on_saved, self._on_refused
        )
        self.progressed.emit(tr("Saving “{name}”.", name=path.name))

    def cancel(self) -> None:
        """Give it up; the worker stops at the end of the part that it is at."""
        if self._job is not None:
            self.is_ending = True
            self._talk.stop(self._job)
            self.progressed.emit(tr("Saving “{name}” ends as soon as this step is over.", name=self._path.name))

    def stop_at_once(self) -> None:
        """Do not wait for the end of the step, which can take a minute: start the worker again."""
        if self._job is not None:
            self.is_ending = True
            self._talk.restart()

    def close(self) -> None:
        """Hear no more."""
        self._job = None

    def _refusal(self, path: Path) -> UserError | None:
        try:
            form = format_for(path)
        except UserError as error:
            return error
        if self._session.network is None:
            return UserError(mark("No network is open. Open one from the gallery or from a file."))
        if self._job is not None:
            return UserError(mark("“{name}” is still being saved. Wait for it, or cancel it."), name=self._path.name)
        if not self._talk.is_open:
            return UserError(mark("The network worker is not ready yet. Save again in a moment."))
        return form.refusal()

    def _on_progressed(self, job: int, told: Progress) -> None:
        if job == self._job:
            words = tr("Saving “{name}”, step {step} of {steps}: {what}.", name=self._path.name,
                       step=round(told.done) + 1, steps=round(told.total), what=translated(told.note))  # fmt: skip
            self.progressed.emit(words)

    def _on_saved(self, answer: Answer) -> None:
        self._job = None
        if isinstance(answer, Saved):
            self.saved.emit(answer.path)

    def _on_refused(self, error: UserError) -> None:
        self._job = None
        self.failed.emit(error)

    def _on_told(self, job: int, message: Message) -> None:
        if job == self._job and isinstance(message, Stopped):
            self._job = None
            self.cancelled.emit(str(self._path))

    def _on_worker_ended(self) -> None:
        if self._job is None:
            return
        self._job, part = None, self._part
        # The worker had no time to clear it away.
        self._files.run(lambda: _removed(part))
        if self.is_ending:
            self.cancelled.emit(str(self._path))
            return
        self.failed.emit(
            UserError(
                mark("“{name}” was not saved, because the network worker stopped over it; what was there before is "
                     "whole. Save it again."),
                name=self._path.name,
            )
        )  # fmt: skip


def _removed(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
