"""A declared choice as one flat button that says what is chosen and opens the others."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from engine.parameters import Choice
from gui.text import tr, translated
from gui.widgets.labels import kind


class ChoiceButton(QToolButton):
    """Shows `Order: Mean`; a menu offers the options, each with its line of help.

    Signals:
        changed(str): the user chose this value.
    """

    changed = Signal(str)

    def __init__(self, declaration: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._declaration = declaration
        self._value: str = declaration.default
        self._is_short = False
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        kind(self, "flat")
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        group = QActionGroup(menu)
        self._actions: dict[str, QAction] = {}
        for option in declaration.options:
            action = menu.addAction(translated(option.title))
            action.setCheckable(True)
            action.setToolTip(translated(option.help))
            action.triggered.connect(lambda _checked=False, value=option.value: self._on_chosen(value))
            group.addAction(action)
            self._actions[option.value] = action
        self.setMenu(menu)
        self.set_value(declaration.default)

    def value(self) -> str:
        """What is chosen."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show a value without a signal."""
        self._value = value
        self._actions[value].setChecked(True)
        option = self._declaration.option(value)
        title, words = translated(self._declaration.title), translated(option.title)
        whole = tr("{title}: {value}", title=title, value=words)
        self.setText(words if self._is_short else whole)
        self.setAccessibleName(whole)
        self.setToolTip(f"{translated(self._declaration.help)}\n{words}: {translated(option.help)}")

    def set_short(self, is_short: bool) -> None:
        """Say only what is chosen, where there is no room for what the choice is about."""
        if is_short != self._is_short:
            self._is_short = is_short
            self.set_value(self._value)

    def action(self, value: str) -> QAction:
        """The menu's entry for a value."""
        return self._actions[value]

    def _on_chosen(self, value: str) -> None:
        if value != self._value:
            self.set_value(value)
            self.changed.emit(value)
