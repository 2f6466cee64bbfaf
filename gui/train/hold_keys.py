"""The keys 1 to 9, held, record into the first nine classes, wherever the keyboard is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from engine.network.data.specs import RecordedData
from gui.train.recorder import Recorder
from gui.train.session import TrainSession

LETTING_GO_MS = 80
TYPED_INTO = (QLineEdit, QAbstractSpinBox, QPlainTextEdit, QComboBox)


class HoldKeys(QObject):
    """Listens while it is on, except where one types."""

    def __init__(self, session: TrainSession, recorder: Recorder, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._recorder, self._window = session, recorder, window
        self._handle: QWindow | None = None
        self._held = 0
        # Some systems repeat a held key as a release and a press in quick succession, without saying so.
        self._letting_go = QTimer(self, singleShot=True, interval=LETTING_GO_MS)
        self._letting_go.timeout.connect(self._on_let_go)

    def set_on(self, is_on: bool) -> None:
        """Listen, or not."""
        # Of the window's handle, through which keys come in: a filter of the whole application would be asked for each
        # event of each widget, tens of thousands of times for a large data set.
        handle = self._window.windowHandle() if is_on else None
        if handle is self._handle:
            return
        if self._handle is not None:
            self._handle.removeEventFilter(self)
            self._letting_go.stop()
            self._held = 0
        if handle is not None:
            handle.installEventFilter(self)
        self._handle = handle

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) or not isinstance(event, QKeyEvent):
            return False
        number = event.key() - Qt.Key.Key_0
        names = self._names()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not 1 <= number <= min(9, len(names)):
            return False
        if isinstance(self._window.focusWidget(), TYPED_INTO):
            return False
        if event.isAutoRepeat():
            return True
        if event.type() == QEvent.Type.KeyRelease:
            if self._held == number:
                self._letting_go.start()
        elif self._held == number:
            self._letting_go.stop()
        elif not self._held:
            self._held = number
            self._recorder.hold(names[number - 1])
        return True

    def _on_let_go(self) -> None:
        self._held = 0
        self._recorder.release()

    def _names(self) -> tuple[str, ...]:
        data = self._session.data
        is_recorded = data is not None and isinstance(data.spec, RecordedData)
        return data.dataset.class_names if is_recorded and data is not None else ()
