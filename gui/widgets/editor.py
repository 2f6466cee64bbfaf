"""What every editor of a declared parameter is."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget


class Editor(QWidget):
    """What the form asks of every editor.

    Signals:
        changed(object): the user gave it this value.
        problem_changed(str): what is wrong with what is typed, for an editor in which that can be; "" if nothing is.
    """

    changed = Signal(object)
    problem_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)

    def value(self) -> Any:
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value without a signal."""
        raise NotImplementedError

    def show_instead(self, texts: tuple[str, ...]) -> None:
        """Write these texts, one a number, where the value stands, which stays what it is; none writes the value."""

    def controls(self) -> list[QWidget]:
        """The widgets that take the focus, the main one first."""
        raise NotImplementedError
