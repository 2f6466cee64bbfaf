"""The flat buttons that panels and pictures share."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton

from gui.icons import icon
from gui.widgets.labels import kind


def icon_button(name: str, hint: str) -> QToolButton:
    """A button that is only an icon; its hint is its name, too."""
    button = QToolButton()
    button.setIcon(icon(name))
    button.setToolTip(hint)
    button.setAccessibleName(hint)
    kind(button, "flat")
    return button


def menu_button(text: str, hint: str, *, icon_name: str = "") -> QToolButton:
    """A button that opens its menu when it is clicked."""
    button = QToolButton()
    button.setText(text)
    if icon_name:
        button.setIcon(icon(icon_name))
    button.setToolTip(hint)
    button.setAccessibleName(text)
    # Opened by the click itself: a button that opens its menu by itself draws an arrow, for which there is no room.
    button.clicked.connect(button.showMenu)
    kind(button, "flat")
    return button
