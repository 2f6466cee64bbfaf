"""A raised, rounded panel with a few lines of text, such as "When to use"."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget


class Card(QFrame):
    """Shows a bold lead and text running on after it; other widgets can be put below with `add`."""

    def __init__(
        self, title: str = "", text: str = "", *, face: str = "caption", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("frame", "card")
        self._label = QLabel()
        self._label.setProperty("face", face)
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 8, 12, 8)
        self._layout.setSpacing(8)
        self._layout.addWidget(self._label)
        self.set_text(title, text)

    def set_text(self, title: str, text: str) -> None:
        """Show a bold `title` and plain `text` after it; line breaks are kept."""
        parts = [f"<b>{html.escape(title)}</b>"] if title else []
        if text:
            parts.append(html.escape(text).replace("\n", "<br>"))
        self._label.setText("&nbsp; ".join(parts))
        self._label.setVisible(bool(parts))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def text(self) -> str:
        """What it says, without markup."""
        return " ".join(part for part in (self.accessibleName(), self.accessibleDescription()) if part)

    def add(self, widget: QWidget) -> None:
        """Put a widget below the text."""
        self._layout.addWidget(widget)
