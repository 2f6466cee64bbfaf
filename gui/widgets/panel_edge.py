"""The line around a panel that floats, for which no window manager draws a frame."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPalette, QRegion
from PySide6.QtWidgets import QDockWidget, QWidget

WIDTH = 1


class PanelEdge(QWidget):
    """Lies over the border of a dock while that floats; otherwise two panels of one colour flow into one."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self._dock = dock
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # the panel is resized there
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Mid)
        dock.installEventFilter(self)
        dock.topLevelChanged.connect(self._on_floated)
        self._on_floated(dock.isFloating())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisibleTo(self._dock):
            self._lie_around()
        return False

    def _on_floated(self, is_floating: bool) -> None:
        self.setVisible(is_floating)
        if is_floating:
            self._lie_around()

    def _lie_around(self) -> None:
        area = self._dock.rect()
        self.setGeometry(area)
        self.setMask(QRegion(area) - QRegion(area.adjusted(WIDTH, WIDTH, -WIDTH, -WIDTH)))
        self.raise_()
