"""Questions to the network worker and who gets the answer; knows when there is somebody to ask."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from engine.child.lifecycle import State
from engine.child.messages import Answer, Failed, Lost, Message, Progress, Ready, Request, Stopped
from engine.errors import UserError
from engine.network.requests import NeedsLargerRing
from gui.children import QtChild
from gui.network.rings import Rings

Reply = Callable[[Answer], None]


class Conversation(QObject):
    """Hands each answer to the one who asked, as long as the worker that was asked lives.

    The rings are made and told of with every `Ready`; a ring that turns out too small is made larger, and the question
    asked again.

    Signals:
        began(): a worker is there and knows the rings: a new one, that remembers nothing.
        ended(): the worker is gone; no answer comes any more.
        progressed(int, object): a `Progress` of a job.
        told(int, object): another `Message` about a job that is no answer, or its `Stopped`.
        asked_again(int, int): a job was asked once more, with a larger ring, under the second number.
        refused(object): a `UserError` that ended a job whose asker did not want to hear of it.
    """

    began = Signal()
    ended = Signal()
    progressed = Signal(int, object)
    told = Signal(int, object)
    asked_again = Signal(int, int)
    refused = Signal(object)

    def __init__(self, child: QtChild, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._child = child
        self.rings = Rings()
        self._waiting: dict[int, tuple[Reply, Callable[[UserError], None]]] = {}
        self._again: dict[int, Request] = {}
        self._is_open = False
        child.message_arrived.connect(self._on_message_arrived)
        child.state_changed.connect(self._on_state_changed)

    def start(self) -> None:
        """Begin where a worker is there already."""
        if not self._is_open and self._child.state in (State.READY, State.BUSY):
            self._begin()

    @property
    def is_open(self) -> bool:
        """Whether there is a worker to ask."""
        return self._is_open

    def ask(
        self,
        request: Request,
        reply: Reply,
        failed: Callable[[UserError], None] | None = None,
        *,
        again: Request | None = None,
        supersedes: int | None = None,
    ) -> int:
        """Ask; `reply` gets the answer, `failed` a refusal. `again` is asked if a ring was too small, or the same."""
        if supersedes is not None:
            self._waiting.pop(supersedes, None)
            self._again.pop(supersedes, None)
        job = self._child.send(request, supersedes=supersedes)
        self._waiting[job] = (reply, failed or self.refused.emit)
        self._again[job] = again or request
        return job

    def tell(self, request: Request) -> int:
        """Ask for something whose answer says nothing."""
        return self.ask(request, lambda _answer: None)

    def give_up(self, job: int) -> None:
        """Have a job ended; nothing is heard of it any more."""
        self._waiting.pop(job, None)
        self._again.pop(job, None)
        self._child.supersede(job)

    def stop(self, job: int) -> None:
        """Ask for an early end of a job; what becomes of it is still heard."""
        self._child.stop_job(job)

    def restart(self) -> None:
        """End the worker with whatever it is at, and start another."""
        self._child.restart()

    def reconnect(self) -> None:
        """Tell the worker where the rings lie now."""
        self.tell(self.rings.connect())

    def close(self) -> None:
        """Give the rings back; nothing is heard any more."""
        self._is_open = False
        self._waiting.clear()
        self._child.message_arrived.disconnect(self._on_message_arrived)
        self._child.state_changed.disconnect(self._on_state_changed)
        self.rings.close()

    def _begin(self) -> None:
        try:
            connect = self.rings.connect()
        except UserError as error:
            self.refused.emit(error)
            return
        self._is_open = True
        self.tell(connect)
        self.began.emit()

    def _end(self) -> None:
        self._waiting.clear()
        self._again.clear()
        if self._is_open:
            self._is_open = False
            self.ended.emit()

    def _on_state_changed(self, state: str) -> None:
        if state in (State.DEAD, State.STARTING):
            self._end()

    def _on_message_arrived(self, message: Message) -> None:
        if isinstance(message, Ready):
            self._end()
            self._begin()
        elif isinstance(message, Progress):
            self.progressed.emit(message.job, message)
        elif isinstance(message, Answer) and message.job in self._waiting:
            reply, failed = self._waiting.pop(message.job)
            again = self._again.pop(message.job)
            if isinstance(message, NeedsLargerRing):
                self._enlarge(message, again, reply, failed)
            elif isinstance(message, Failed):
                if not isinstance(message, Lost):  # of a death the person has been told already
                    failed(message.error)
            elif isinstance(message, Stopped):
                self.told.emit(message.job, message)
            else:
                reply(message)
        elif not isinstance(message, Answer):
            self.told.emit(message.job, message)

    def _enlarge(
        self, needs: NeedsLargerRing, again: Request, reply: Reply, failed: Callable[[UserError], None]
    ) -> None:
        try:
            self.rings.grow(needs.ring, needs.slot_bytes)
            self.reconnect()
        except UserError as error:
            failed(error)
            return
        self.asked_again.emit(needs.job, self.ask(again, reply, failed))
