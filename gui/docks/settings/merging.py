"""Which edits in a row are one step to undo."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer

from engine.parameters import Choice, Flag, Parameter

PAUSE_MS = 800


class Merging:
    """Gives edits of the same thing, without a pause between them, the same key: a dragged slider is one step."""

    def __init__(self) -> None:
        self._since = QElapsedTimer()
        self._name = ""
        self._serial = 0

    def key(self, name: str) -> str:
        """The merge key of an edit of `name` that happens now; the empty name never merges."""
        if not name:
            self._name = ""
            return ""
        if name != self._name or not self._since.isValid() or self._since.elapsed() > PAUSE_MS:
            self._serial += 1
        self._name = name
        self._since.start()
        return f"{name} {self._serial}"


def merge_name(name: str, declaration: Parameter) -> str:
    """The name under which edits of a parameter merge; choosing and ticking are steps of their own."""
    return "" if isinstance(declaration, (Choice, Flag)) else name
