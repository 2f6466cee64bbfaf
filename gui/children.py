"""A supervised child process for the window: its callbacks as Qt signals on the Qt thread."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from engine.child.lifecycle import State
from engine.child.messages import Death, Log, Message, Request, Tell
from engine.child.supervisor import SupervisedChild
from engine.errors import UserError
from gui.text import sentence

_SUPERSEDED_KEPT = 256


class QtChild(QObject):
    """Owns a `SupervisedChild` and speaks for it on the thread of this object. Close it before the program ends.

    Signals:
        state_changed(str): the new `State`: starting, ready, busy, stopping or dead.
        message_arrived(object): a `Message` of the child. None comes for a superseded job once `supersede` was called.
        died(str): the child ended unexpectedly; the translated sentence to show. `last_death` has the details.
        log_arrived(object): a `Log`: a log record of the child, or a line of its error output.
    """

    state_changed = Signal(str)
    message_arrived = Signal(object)
    died = Signal(str)
    log_arrived = Signal(object)

    # Queued to ourselves first: a plain function connected to a signal would otherwise run in the supervisor's thread.
    _heard = Signal(object)

    def __init__(self, child: SupervisedChild, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._child = child
        self._state = State.DEAD
        self._last_death: Death | None = None
        self._superseded: deque[int] = deque(maxlen=_SUPERSEDED_KEPT)
        self._is_closed = False
        self._heard.connect(self._on_heard, Qt.ConnectionType.QueuedConnection)
        self._forget: Callable[[], None] = child.listen(
            on_state=self._heard.emit, on_message=self._heard.emit, on_death=self._heard.emit, on_log=self._heard.emit
        )

    @property
    def name(self) -> str:
        """The child's marked name, such as "network worker"."""
        return self._child.name

    @property
    def state(self) -> State:
        """The state that was last told by `state_changed`."""
        return self._state

    @property
    def last_death(self) -> UserError | None:
        """The last unexpected end as an error: to be translated, with details that fold out."""
        return None if self._last_death is None else self._last_death.error

    @property
    def may_lack_memory(self) -> bool:
        """Whether memory is a likely reason of the last unexpected end."""
        return self._last_death is not None and self._last_death.may_lack_memory

    @property
    def has_given_up(self) -> bool:
        """Whether the child died too often and waits for `restart`."""
        return self._child.has_given_up

    @property
    def process_id(self) -> int | None:
        """The system's number for the present process; None without one."""
        return self._child.process_id

    def start(self) -> None:
        self._child.start()

    def restart(self) -> None:
        """Start again with a clean record, whatever the state."""
        self._child.restart()

    def stop(self) -> None:
        self._child.stop()

    def kill(self) -> None:
        """End a child that hangs; it is started again."""
        self._child.kill()

    def silence(self) -> float:
        """Seconds since the child's last word; 0 while there is no process."""
        return self._child.silence()

    def send(self, request: Request, *, supersedes: int | None = None) -> int:
        """Give `request` to the child; its answers carry the job number that is returned."""
        if supersedes is not None:
            self.supersede(supersedes)
        return self._child.send(request)

    def supersede(self, job: int) -> None:
        """Ask `job` to end and drop its answers, those included that wait in Qt's queue."""
        self._superseded.append(job)
        self._child.supersede(job)

    def stop_job(self, job: int) -> None:
        """Ask `job` to end; it answers `Stopped`."""
        self._child.stop_job(job)

    def tell(self, job: int, word: Tell) -> None:
        """Let a job know something while it waits or runs."""
        self._child.tell(job, word)

    def close(self) -> None:
        """End the process and wait for that. No signal follows."""
        self._is_closed = True
        self._forget()
        self._child.close()

    def _on_heard(self, word: object) -> None:
        if self._is_closed:
            return
        if isinstance(word, State):
            self._state = word
            self.state_changed.emit(word.value)
        elif isinstance(word, Death):
            self._last_death = word
            self.died.emit(sentence(word.error))
        elif isinstance(word, Log):
            self.log_arrived.emit(word)
        elif isinstance(word, Message) and word.job not in self._superseded:
            self.message_arrived.emit(word)
