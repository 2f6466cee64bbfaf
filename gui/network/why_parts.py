"""What the pages of the Why panel are made of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui.widgets.labels import kind


def button(text: str, name: str = "") -> QPushButton:
    """A button, of a kind of the theme."""
    made = QPushButton(text)
    if name:
        kind(made, name)
    return made


def bar() -> QProgressBar:
    """A progress bar without words."""
    made = QProgressBar()
    made.setTextVisible(False)
    return made


def row(*widgets: QWidget) -> QWidget:
    """Widgets side by side, at the left."""
    made = QWidget()
    layout = QHBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return made


def column(*widgets: QWidget) -> QWidget:
    """Widgets below one another, at the top."""
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    for widget in widgets:
        if isinstance(widget, QLabel):
            # Wrapped words would else ask for the height that they would need in a narrow column.
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        if widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed:
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            layout.addWidget(widget)
    layout.addStretch(1)
    return made


def say(widget: QWidget, words: str) -> None:
    """Show words, or nothing where there are none."""
    widget.setVisible(bool(words))
    widget.setText(words)  # type: ignore[attr-defined]
