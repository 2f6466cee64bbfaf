"""A panel's code, or the sentence that stands there as long as there is none."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.theme.appearance import Appearance
from gui.widgets.code_view import CodeView
from gui.widgets.empty_state import EmptyState


class CodePage(QStackedWidget):
    """`view` with the code, and instead of it `empty`; what can be done with code is only on while there is some."""

    def __init__(self, appearance: Appearance, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = CodeView(appearance, accessible_name)
        self.empty = EmptyState("code", "")
        self.addWidget(self.empty)
        self.addWidget(self.view)

    def show_code(self, text: str, *, first_line: str) -> None:
        """Show code from the first line with `first_line` in it: the panel is low, and imports come before."""
        self.view.show_code(text)
        self.view.go_to(first_line)
        self._turn_to(self.view)

    def say(self, title: str, text: str) -> None:
        """Say why there is no code, and what to do about it."""
        self.empty.set_state("code", title, text)
        self._turn_to(self.empty)

    def _turn_to(self, page: QWidget) -> None:
        for button in (self.view.copy_button, self.view.save_button):
            button.setEnabled(page is self.view)
        self.setCurrentWidget(page)
