"""Work that would hold up the window: files, listings. One thread does it in order and brings the answers back."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot


@dataclass(frozen=True)
class _Job:
    work: Callable[[], Any]
    done: Callable[[Any], None] | None
    failed: Callable[[BaseException], None] | None


class Background(QObject):
    """Runs functions one after another outside Qt's thread.

    `run(work, done, failed)`: `work` runs there; `done` gets its answer, or `failed` the exception, in Qt's thread.
    After `close` no answer comes any more; work that was handed in before is still finished (files get written).
    """

    _answered = Signal(object, object)

    def __init__(self, failed: Callable[[BaseException], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._failed = failed
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._is_open = True
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name="background", daemon=True)
        self._thread.start()

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Hand in work."""
        if self._is_open:
            self._jobs.put(_Job(work, done, failed))

    def close(self, timeout: float = 10.0) -> None:
        """Finish what was handed in, then end the thread."""
        if self._is_open:
            self._is_open = False
            self._jobs.put(None)
            self._thread.join(timeout)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                answer, reply = job.work(), job.done
            except BaseException as error:
                answer, reply = error, job.failed or self._failed
            if reply is not None and self._is_open:
                self._answered.emit(reply, answer)

    @Slot(object, object)
    def _on_answered(self, reply: Callable[[Any], None], answer: Any) -> None:
        if self._is_open:
            reply(answer)
