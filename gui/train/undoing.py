"""Steps on the undo stack of the Train workspace."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand


class Step(QUndoCommand):
    """Something that is done and taken back by a call each."""

    def __init__(self, words: str, forth: Callable[[], None], back: Callable[[], None]) -> None:
        super().__init__(words)
        self._forth, self._back = forth, back

    def redo(self) -> None:
        self._forth()

    def undo(self) -> None:
        self._back()


class DoneStep(QUndoCommand):
    """Something that has been done already and can be taken back once: then it is gone from the stack."""

    def __init__(self, words: str, back: Callable[[], None]) -> None:
        super().__init__(words)
        self._back = back

    def redo(self) -> None:
        """The stack calls this when it takes the step in; there is nothing left to do."""

    def undo(self) -> None:
        self.setObsolete(True)
        self._back()
