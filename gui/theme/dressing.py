"""Puts a stylesheet on the application: at once on what is in sight, a little at a time on the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget
from shiboken6 import isValid

AT_ONCE = 100
"""Steps, two for each widget, in one turn of the event loop: a few milliseconds."""
PAUSE_MS = 10
"""Between two such turns, for what is in sight to be laid out and painted."""


class Dressing(QObject):
    """Dresses every widget anew when colours or sizes have changed.

    WORKAROUND(Qt 6.11): an application that is given another stylesheet works it out for all its widgets before it
    returns, some of them several times. Of the two thousand of all workspaces two hundred are in sight.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._waiting: dict[QWidget, Iterator[QWidget]] = {}

    @property
    def is_under_way(self) -> bool:
        """Whether widgets out of sight wait for their turn."""
        return bool(self._waiting)

    def dress(self, text: str, *, keeps_sizes: bool) -> None:
        """Put this stylesheet on. With other sizes also what is out of sight may say how much room there is left."""
        waited, self._waiting = self._waiting, {}
        for root in filter(isValid, waited):
            root.removeEventFilter(self)
        is_first = not self._application.styleSheet()
        if not is_first:
            # Qt goes through the widgets whose rules it has worked out. After this it knows of none.
            self._application.style().unpolish(self._application)
        self._application.setStyleSheet(text)
        if is_first:
            return
        windows = self._application.topLevelWidgets()
        is_seen = any(window.isVisible() for window in windows)
        left: list[QObject] = list(windows)
        now = []
        while left:
            widget = left.pop()
            if not isinstance(widget, QWidget):
                continue
            if is_seen and (_is_out_of_sight(widget) if keeps_sizes else _takes_no_room(widget)):
                widget.installEventFilter(self)
                self._waiting[widget] = _steps(widget)
            else:
                now.append(widget)
                left += widget.children()
        for _ in _dressed(now):
            pass
        self._go_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget) and (
            event.type() == QEvent.Type.Show or (event.type() == QEvent.Type.Move and not _is_out_of_sight(watched))
        ):
            self._finish(watched)
        return super().eventFilter(watched, event)

    def _finish(self, root: QWidget) -> None:
        for _ in self._waiting.pop(root, iter(())):
            pass
        root.removeEventFilter(self)

    def _go_on(self) -> None:
        if self._waiting:
            QTimer.singleShot(PAUSE_MS, self, self._on_turn)

    def _on_turn(self) -> None:
        left = AT_ONCE
        while self._waiting and left:
            root = next(iter(self._waiting))
            if next(self._waiting[root], None) is not None:
                left -= 1
            else:
                del self._waiting[root]
                if isValid(root):
                    root.removeEventFilter(self)
        self._go_on()


def _is_out_of_sight(widget: QWidget) -> bool:
    """Whether nobody can see it now. A panel behind another one is not hidden, but lies where there is no window."""
    if not widget.isVisible():
        return True
    window = widget.parentWidget()
    is_panel = isinstance(widget, QDockWidget) and not widget.isFloating()
    return is_panel and window is not None and not widget.geometry().intersects(window.rect())


def _takes_no_room(widget: QWidget) -> bool:
    """Whether the size of a widget out of sight matters to none in sight: that of a page behind another one does."""
    return widget.isHidden() and (widget.isWindow() or isinstance(widget, QDockWidget))


def _steps(root: QWidget) -> Iterator[QWidget]:
    if isValid(root):
        yield from _dressed([root, *root.findChildren(QWidget)])


def _dressed(widgets: Sequence[QWidget]) -> Iterator[QWidget]:
    """Dress widgets, each before what it holds, one a step. They are told when all are done, and may measure others."""
    for widget in widgets:
        if isValid(widget) and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            widget.style().polish(widget)
            yield widget
    for widget in widgets:
        if isValid(widget):
            QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
            yield widget
