"""Messages said in place: one sentence, details that fold out, at most two things to do. Nothing pops up."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.icons import icon
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.labels import kind, label, restyle

LEVELS = {"info": ("info", "accent"), "warning": ("warning", "kernel"), "error": ("error", "refused")}


@dataclass(frozen=True, kw_only=True)
class Message:
    """One sentence to a person. `key` names what it is about: a new message with the same key takes its place.

    `seconds` above 0 lets it go away by itself. Each action is the words of a button and what the button does.
    """

    text: str
    level: str = "info"
    details: str = ""
    actions: tuple[tuple[str, Callable[[], None]], ...] = ()
    key: str = ""
    seconds: float = 0.0

    def __post_init__(self) -> None:
        if self.level not in LEVELS:
            raise ValueError(f"The level is {self.level!r}, but must be one of {', '.join(LEVELS)}.")


LEAST_TIME = 3000
"""Milliseconds for which a warning stays, even where its reason is gone before."""


class MessageBar(QFrame):
    """Shows one message at a time, the newest, and keeps the others waiting.

    Signals:
        shown(object): this message is on screen now.
        dismissed(object): this message is gone.
    """

    shown = Signal(object)
    dismissed = Signal(object)

    def __init__(self, appearance: Appearance, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._waiting: deque[Message] = deque()
        self._current: Message | None = None
        self.setProperty("frame", "bar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._picture = QLabel()
        self._text = label(wraps=True, selectable=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._count = label(face="caption")
        self._more = QToolButton()
        self._more.setText(tr("Details"))
        self._more.setCheckable(True)
        self._more.toggled.connect(self._on_details_toggled)
        self._buttons = [QPushButton(), QPushButton()]
        self._close = QToolButton()
        self._close.setIcon(icon("close"))
        self._close.setToolTip(tr("Dismiss this message (Esc)"))
        self._close.setAccessibleName(tr("Dismiss"))
        self._close.clicked.connect(self.dismiss)
        for button in (self._more, self._close):
            kind(button, "flat")
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.setProperty("face", "number_caption")
        self._details.setAccessibleName(tr("Details of the message"))
        self._details.hide()
        self._shown = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        for widget in (self._count, self._more, *self._buttons, self._close):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 6)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self._details)
        self._buttons[0].clicked.connect(lambda: self._on_action(0))
        self._buttons[1].clicked.connect(lambda: self._on_action(1))
        appearance.changed.connect(self._on_appearance_changed)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show a message: it answers what was done last. What stood there comes back when the message is gone.

        News that go by themselves come back only if there was no time to read them; the same message is kept once.
        """
        before = self._current
        if before is not None:
            is_read = self._shown.elapsed() >= LEAST_TIME
            is_over = is_read if before.seconds > 0 else self._timer.isActive()  # the timer of what was taken back
            if not is_over:
                self._waiting.appendleft(before)
        self._waiting = deque(
            each for each in self._waiting if each != message and not (message.key and each.key == message.key)
        )
        self._present(message)

    def withdraw(self, key: str) -> None:
        """Take back the messages with this key, since what they said is over."""
        self._waiting = deque(each for each in self._waiting if each.key != key)
        if self._current is not None and self._current.key == key:
            left = LEAST_TIME - self._shown.elapsed()
            if self._current.level == "info" or left <= 0:
                self.dismiss()
            else:
                self._timer.start(left)  # what was mended at once has still happened, and wants to be read
        self._tell_waiting()

    def dismiss(self) -> None:
        """Go on to the next message, or hide."""
        gone, self._current = self._current, None
        self._timer.stop()
        if gone is not None:
            self.dismissed.emit(gone)
        if self._current is None:  # whoever was told may have brought a new one
            self._next()

    def current(self) -> Message | None:
        """The message on screen."""
        return self._current

    def waiting(self) -> tuple[Message, ...]:
        """The messages that come after it."""
        return tuple(self._waiting)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _next(self) -> None:
        if self._waiting:
            self._present(self._waiting.popleft())
        else:
            self.hide()

    def _present(self, message: Message) -> None:
        self._current = message
        self.setProperty("level", message.level)
        restyle(self)
        self._text.setText(message.text)
        self.setAccessibleName(message.text)
        self._draw_icon()
        self._more.setVisible(bool(message.details))
        self._more.setChecked(False)
        self._details.setPlainText(message.details)
        for at, button in enumerate(self._buttons):
            button.setVisible(at < len(message.actions))
            if at < len(message.actions):
                button.setText(message.actions[at][0])
        self._shown.start()
        self._timer.stop()
        if message.seconds > 0:
            self._timer.start(round(message.seconds * 1000))
        self._tell_waiting()
        self.show()
        self.shown.emit(message)

    def _tell_waiting(self) -> None:
        self._count.setVisible(bool(self._waiting))
        self._count.setText(tr("{count} more", count=len(self._waiting)) if self._waiting else "")

    def _draw_icon(self) -> None:
        if self._current is not None:
            name, role = LEVELS[self._current.level]
            side = self._appearance.icon_size + 2
            self._picture.setPixmap(icon(name, colour=self._appearance.theme.role(role)).pixmap(side, side))

    def _on_details_toggled(self, is_open: bool) -> None:
        lines = min(10, self._details.blockCount() + 1)
        self._details.setFixedHeight(self._details.fontMetrics().lineSpacing() * lines + 14)
        self._details.setVisible(is_open)

    def _on_action(self, at: int) -> None:
        if self._current is None:
            return
        act = self._current.actions[at][1]
        self.dismiss()
        act()

    def _on_appearance_changed(self) -> None:
        self._draw_icon()
