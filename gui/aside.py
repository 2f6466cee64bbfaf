"""What stands beside the picture is computed beside it: off Qt's thread, newest question first, not too often."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from gui.background import Background

Question = Callable[[], Any]


class Aside(QObject):
    """Answers one question at a time; a newer one replaces those that still wait.

    Signals:
        answered(object): the answer to the question that was taken up last.
        failed(object): the exception that it ended with.
    """

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, background: Background, *, pause: int = 80, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._waiting: Question | None = None
        self._is_busy = False
        self._is_wanted = True
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause)
        self._pause.timeout.connect(self._take_up)

    def ask(self, question: Question) -> None:
        """Compute `question` soon; questions that still wait are forgotten."""
        self._waiting = question
        self._take_up()

    def forget(self) -> None:
        """Do not take up what waits, and keep the answer that is being worked out to yourself."""
        self._waiting = None
        self._is_wanted = False

    def _take_up(self) -> None:
        if self._waiting is None or self._is_busy or self._pause.isActive():
            return
        question, self._waiting = self._waiting, None
        self._is_busy = self._is_wanted = True
        self._pause.start()
        self._background.run(question, self._on_answered, self._on_failed)

    def _on_answered(self, answer: Any) -> None:
        self._is_busy = False
        if self._is_wanted:
            self.answered.emit(answer)
        self._take_up()

    def _on_failed(self, error: BaseException) -> None:
        self._is_busy = False
        if self._is_wanted:
            self.failed.emit(error)
        self._take_up()
