"""A row of joined buttons of which one is chosen, such as the workspace switch."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget


class SegmentedControl(QFrame):
    """Chooses one of a few; arrow keys move the choice, a segment that is not to be had says why.

    Signals:
        current_changed(str): the user chose the segment with this key.
    """

    current_changed = Signal(str)

    def __init__(
        self, segments: Sequence[tuple[str, str]] = (), *, current: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("frame", "segments")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(1, 1, 1, 1)
        self._layout.setSpacing(0)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        self._hints: dict[str, str] = {}
        self.set_segments(segments, current=current)

    def set_segments(self, segments: Sequence[tuple[str, str]], *, current: str = "") -> None:
        """Show these segments, each a key and the words on it; the first is chosen unless `current` names another."""
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._layout.removeWidget(button)
            button.deleteLater()
        self._buttons.clear()
        for key, text in segments:
            button = QToolButton()
            button.setText(text)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            button.setAccessibleName(text)
            button.clicked.connect(lambda _checked=False, key=key: self._on_clicked(key))
            self._group.addButton(button)
            self._layout.addWidget(button)
            self._buttons[key] = button
        if self._buttons:
            self.set_current(current or next(iter(self._buttons)))

    def current(self) -> str:
        """The key of the chosen segment, or "" where there is none."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Choose a segment without a signal."""
        self._buttons[key].setChecked(True)
        for each, button in self._buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == key else Qt.FocusPolicy.ClickFocus)

    def set_tooltip(self, key: str, text: str) -> None:
        """What hovering over a segment explains."""
        self._hints[key] = text
        self._buttons[key].setToolTip(text)

    def set_enabled(self, key: str, is_enabled: bool, reason: str = "") -> None:
        """Switch a segment on or off; a segment that is off says the `reason` when hovered."""
        button = self._buttons[key]
        button.setEnabled(is_enabled)
        button.setToolTip(self._hints.get(key, "") if is_enabled else reason)
        button.setAccessibleDescription("" if is_enabled else reason)

    def button(self, key: str) -> QToolButton:
        """The button of one segment."""
        return self._buttons[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        usable = [key for key, button in self._buttons.items() if button.isEnabled()]
        if step is None or self.current() not in usable:
            super().keyPressEvent(event)
            return
        key = usable[(usable.index(self.current()) + step) % len(usable)]
        self._buttons[key].setFocus(Qt.FocusReason.TabFocusReason)
        self._choose(key)

    def _on_clicked(self, key: str) -> None:
        self._choose(key)

    def _choose(self, key: str) -> None:
        self.set_current(key)
        self.current_changed.emit(key)
