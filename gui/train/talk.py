"""Questions to the training worker, and who hears what it says about each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from engine.child.lifecycle import State
from engine.child.messages import Answer, Failed, Lost, Message, Ready, Request, Tell
from engine.errors import UserError
from gui.children import QtChild

Heard = Callable[[Message], None]


@dataclass(frozen=True)
class _Asker:
    reply: Heard
    told: Heard
    failed: Callable[[UserError], None]


class Talk(QObject):
    """Hands each message to the one who asked, as long as the worker that was asked lives.

    Signals:
        began(): a worker is there and can be asked.
        ended(): the worker is gone; who asked something hears nothing more.
        refused(object): a `UserError` that ended a job whose asker did not want to hear of it.
    """

    began = Signal()
    ended = Signal()
    refused = Signal(object)

    def __init__(self, child: QtChild, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._child = child
        self._askers: dict[int, _Asker] = {}
        self._is_open = child.state in (State.READY, State.BUSY)
        child.message_arrived.connect(self._on_message_arrived)
        child.state_changed.connect(self._on_state_changed)

    @property
    def is_open(self) -> bool:
        """Whether there is a worker to ask."""
        return self._is_open

    def start(self) -> None:
        """Start the worker if it has not been started."""
        if self._child.state is State.DEAD:
            self._child.start()

    def ask(
        self,
        request: Request,
        reply: Heard,
        *,
        told: Heard | None = None,
        failed: Callable[[UserError], None] | None = None,
        supersedes: int | None = None,
    ) -> int:
        """Ask; `reply` gets the answer (`Stopped` too), `told` what comes before it, `failed` a refusal."""
        if supersedes is not None:
            self._askers.pop(supersedes, None)
        job = self._child.send(request, supersedes=supersedes)
        self._askers[job] = _Asker(reply, told or (lambda _message: None), failed or self.refused.emit)
        return job

    def tell(self, job: int, word: Tell) -> None:
        """Say something to a job that runs."""
        self._child.tell(job, word)

    def stop(self, job: int) -> None:
        """Ask a job to end; it answers."""
        self._child.stop_job(job)

    def give_up(self, job: int) -> None:
        """Have a job ended; nothing is heard of it any more."""
        self._askers.pop(job, None)
        self._child.supersede(job)

    def close(self) -> None:
        """Nothing is heard any more."""
        self._is_open = False
        self._askers.clear()
        self._child.message_arrived.disconnect(self._on_message_arrived)
        self._child.state_changed.disconnect(self._on_state_changed)

    def _on_state_changed(self, state: str) -> None:
        if state in (State.DEAD, State.STARTING):
            self._end()

    def _end(self) -> None:
        self._askers.clear()
        if self._is_open:
            self._is_open = False
            self.ended.emit()

    def _on_message_arrived(self, message: Message) -> None:
        if isinstance(message, Ready):
            self._end()
            self._is_open = True
            self.began.emit()
        elif message.job in self._askers:
            asker = self._askers[message.job]
            if not isinstance(message, Answer):
                asker.told(message)
                return
            del self._askers[message.job]
            if not isinstance(message, Failed):
                asker.reply(message)
            elif not isinstance(message, Lost):  # of a death the person has been told already
                asker.failed(message.error)
