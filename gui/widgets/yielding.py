"""A panel that never makes the window larger than the screen: where it is too small for its content it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDockWidget, QFrame, QScrollArea, QStackedWidget, QWidget

LINES = 4
WIDTH = 280
"""What is asked for at least: so many lines of text, and so many pixels."""


class Yielding(QScrollArea):
    """Shows its content as if it stood there by itself, and scrolls it where it would have to be cut off.

    Of pages only the one in front has to fit. Other than in a `ScrollPanel`, texts that wrap may be squeezed as long as
    the content itself lets them.
    """

    def __init__(self, content: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        if isinstance(content, QStackedWidget):
            content.currentChanged.connect(lambda _at: self._fit())

    def minimumSizeHint(self) -> QSize:
        content = self.widget()
        least = content.minimumSizeHint() if content is not None else QSize()
        return least.boundedTo(QSize(WIDTH, LINES * self.fontMetrics().height()))

    def sizeHint(self) -> QSize:
        content = self.widget()
        return content.sizeHint() if content is not None else super().sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        content = self.widget()
        if content is None:
            return
        room, least = self.maximumViewportSize(), _least(content)
        is_low, is_narrow = least.height() > room.height(), least.width() > room.width()
        if is_low or is_narrow:  # the bar of the one direction takes from the room of the other
            beside, below = self.verticalScrollBar().sizeHint().width(), self.horizontalScrollBar().sizeHint().height()
            is_narrow = is_narrow or least.width() > room.width() - beside
            is_low = is_low or (is_narrow and least.height() > room.height() - below)
            room -= QSize(beside * is_low, below * is_narrow)
        content.resize(room.expandedTo(least))


def let_scroll(dock: QDockWidget) -> None:
    """Let a panel be lower and narrower than what it shows."""
    content = dock.widget()
    if content is not None and not isinstance(content, Yielding):
        dock.setWidget(Yielding(content))


def _least(content: QWidget) -> QSize:
    page = (content.currentWidget() if isinstance(content, QStackedWidget) else None) or content
    return page.minimumSizeHint().expandedTo(page.minimumSize()).expandedTo(content.minimumSize())
