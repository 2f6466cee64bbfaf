"""Labels in the faces of the theme. A face is a dynamic property that the stylesheet reads, so it follows the theme."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QWidget


def dressed(widget: QWidget, face: str) -> QWidget:
    """Give a widget a face: caption, dim, title, section, number, number_caption, number_large or refused."""
    widget.setProperty("face", face)
    restyle(widget)
    return widget


def restyle(widget: QWidget) -> None:
    """Let the stylesheet look again at a widget whose dynamic properties have changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def label(text: str = "", *, face: str = "", wraps: bool = False, selectable: bool = False) -> QLabel:
    """A plain-text label in a face of the theme."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    if face:
        made.setProperty("face", face)
    if selectable:
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return made


def kind(button: QAbstractButton, name: str) -> QAbstractButton:
    """Give a button its kind: primary, flat, link or tiny."""
    button.setProperty("kind", name)
    restyle(button)
    return button


def separator() -> QFrame:
    """A line of one pixel across the panel."""
    line = QFrame()
    line.setProperty("frame", "line")
    return line
