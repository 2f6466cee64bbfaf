"""What panels beside the maps ask the network worker, one question at a time, the newest first."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from engine.child.messages import Answer, Message, Request, Stopped
from engine.errors import UserError
from gui.network.conversation import Conversation

LIVE_PAUSE_MS = 400
"""Figures are read, not watched: they follow a live picture this often, so that most of the worker is left to it."""


class Inquiry(QObject):
    """Keeps one question with the worker; a newer one waits for its answer, and takes the place of others that wait.

    Signals:
        answered(object, object): an `Answer`, and the numbers that lie in the ring `pictures` for it, or None.
        refused(object): the `UserError` with which the worker refused to answer.
    """

    answered = Signal(object, object)
    refused = Signal(object)

    def __init__(self, talk: Conversation, *, pause: int = 0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._talk = talk
        self._waiting: Request | None = None
        self._job: int | None = None
        self._generation = 0
        self._pause = QTimer(self, singleShot=True, interval=pause)
        self._pause.timeout.connect(self._take_up)
        talk.ended.connect(self._on_worker_ended)
        talk.asked_again.connect(self._on_asked_again)
        talk.told.connect(self._on_told)

    def ask(self, request: Request) -> None:
        """Ask as soon as the answer before is there, and the pause after it over."""
        self._waiting = request
        self._take_up()

    def forget(self) -> None:
        """Do not ask what waits, and keep the answer that is under way to yourself."""
        self._waiting = None
        self._generation += 1

    def close(self) -> None:
        """Ask no more."""
        self.forget()
        self._pause.stop()

    def _take_up(self) -> None:
        if self._waiting is None or self._job is not None or self._pause.isActive() or not self._talk.is_open:
            return
        request, self._waiting = self._waiting, None
        generation = self._generation
        self._job = self._talk.ask(
            request,
            lambda answer: self._on_answered(answer, generation),
            lambda error: self._on_refused(error, generation),
        )

    def _on_answered(self, answer: Answer, generation: int) -> None:
        self._go_on()
        if generation == self._generation:
            stored = self._talk.rings.take("pictures")
            is_its_own = stored is not None and stored.number == answer.job
            numbers: np.ndarray | None = stored.picture if stored is not None and is_its_own else None
            self.answered.emit(answer, numbers)
        self._take_up()

    def _on_refused(self, error: UserError, generation: int) -> None:
        self._go_on()
        if generation == self._generation:
            self.refused.emit(error)
        self._take_up()

    def _go_on(self) -> None:
        self._job = None
        if self._pause.interval():
            self._pause.start()

    def _on_worker_ended(self) -> None:
        self._job = None

    def _on_asked_again(self, before: int, job: int) -> None:
        if before == self._job:
            self._job = job

    def _on_told(self, job: int, message: Message) -> None:
        if job == self._job and isinstance(message, Stopped):
            self._go_on()
            self._take_up()


class Inspection(QObject):
    """The questions of each panel: filters, how values are spread, the table of another network."""

    def __init__(self, talk: Conversation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.filters = Inquiry(talk, parent=self)
        self.statistics = Inquiry(talk, pause=LIVE_PAUSE_MS, parent=self)
        self.tables = Inquiry(talk, parent=self)

    def close(self) -> None:
        """Ask no more."""
        for each in (self.filters, self.statistics, self.tables):
            each.close()
