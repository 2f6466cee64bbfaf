"""The title of a dock panel: a small bold caption, with room for an action on the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QMainWindow, QSizePolicy, QToolButton, QWidget

from gui.icons import icon
from gui.text import tr
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.labels import kind
from gui.widgets.panel_edge import PanelEdge

ASIDE = 30
"""How far a panel that begins to float moves, so that it is seen to float. Pixels down and to the right or left."""


def aside(place: QRect, screen: QRect) -> QPoint:
    """Where a window that lay at `place` goes: aside, where there is room on the screen.

    >>> aside(QRect(0, 100, 250, 400), QRect(0, 0, 1366, 768))
    PySide6.QtCore.QPoint(30, 130)
    >>> aside(QRect(1062, 100, 304, 668), QRect(0, 0, 1366, 768))
    PySide6.QtCore.QPoint(1032, 70)
    """
    x = ASIDE if place.right() + ASIDE <= screen.right() else -ASIDE
    y = ASIDE if place.bottom() + ASIDE <= screen.bottom() else -ASIDE
    return place.topLeft() + QPoint(x, y)


class DockTitle(QWidget):
    """Set it with `dock.setTitleBarWidget(DockTitle(dock))`; widgets given to `add` stand on its right.

    Among tabbed docks the tab already says the name, so the title shows only what was added, or nothing at all.
    """

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self._dock = dock
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("frame", "dock_title")
        self._name = ElidedLabel(dock.windowTitle(), face="section")
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._float = self._button("float", tr("Float this panel, or put it back"))
        self._close = self._button("close", tr("Close this panel (the View menu brings it back)"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 2, 4, 2)
        self._row.setSpacing(4)
        self._row.addWidget(self._name, 1)
        self._row.addWidget(self._float)
        self._row.addWidget(self._close)
        self._added = 0
        self._edge = PanelEdge(dock)
        self._shown: tuple[bool, ...] = ()
        self._float.clicked.connect(self._on_float_asked)
        self._close.clicked.connect(dock.close)
        dock.windowTitleChanged.connect(self._name.setText)
        dock.featuresChanged.connect(self._on_dock_changed)
        dock.topLevelChanged.connect(self._on_dock_changed)
        dock.dockLocationChanged.connect(self._on_dock_changed)
        dock.visibilityChanged.connect(self._on_dock_changed)
        # Bringing back an arrangement docks the panels one by one and tells no one when tabs have come of it.
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._settled.timeout.connect(self._on_dock_changed)
        dock.dockLocationChanged.connect(lambda _area: self._settled.start())
        dock.visibilityChanged.connect(lambda _is_visible: self._settled.start())
        self._on_dock_changed()
        window = dock.parent()
        if isinstance(window, QWidget) and not window.isVisible():
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and not event.spontaneous() and watched is self._dock.parent():
            # Every title would otherwise be asked about everything that ever happens to the window.
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._put_above)
        return super().eventFilter(watched, event)

    def add(self, widget: QWidget) -> None:
        """Put a widget on the right of the name."""
        self._row.insertWidget(1 + self._added, widget)
        self._added += 1
        self._on_dock_changed()

    def refresh(self) -> None:
        """Look anew how the dock stands; Qt does not tell when others are tabbed with it while a layout comes back."""
        self._on_dock_changed()

    def is_tabbed(self) -> bool:
        """Whether a tab says the dock's name."""
        window = self._dock.parent()
        return (
            isinstance(window, QMainWindow)
            and not self._dock.isFloating()
            and bool(window.tabifiedDockWidgets(self._dock))
        )

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._float.isEnabled():
            self._on_float_asked()
        event.accept()

    def _on_float_asked(self) -> None:
        dock = self._dock
        if dock.isFloating():
            dock.setFloating(False)
            return
        before = dock.mapToGlobal(QPoint())
        dock.setFloating(True)
        if (dock.pos() - before).manhattanLength() < ASIDE:
            dock.move(aside(QRect(before, dock.size()), dock.screen().availableGeometry()))

    def _put_above(self) -> None:
        # WORKAROUND(PySide6 6.11): a panel that floats before its window is shown does not stay above it, so that an
        # arrangement that comes back at the start has it behind the window, out of sight.
        if self._dock.isFloating() and self._dock.isVisible():
            self._dock.hide()
            self._dock.show()

    def _button(self, name: str, hint: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name, tint="dim"))
        button.setToolTip(hint)
        button.setAccessibleName(hint)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        kind(button, "tiny")
        return button

    def _on_dock_changed(self) -> None:
        features = self._dock.features()
        is_alone = not self.is_tabbed()
        can_float = bool(features & QDockWidget.DockWidgetFeature.DockWidgetFloatable)
        can_close = bool(features & QDockWidget.DockWidgetFeature.DockWidgetClosable)
        shown = (is_alone, can_float and is_alone, can_close and is_alone, is_alone or self._added > 0)
        if shown == self._shown:  # a layout that comes back tells it a dozen times
            return
        self._shown = shown
        for widget, is_shown in zip((self._name, self._float, self._close), shown, strict=False):
            widget.setVisible(is_shown)
        self.setMaximumHeight(16777215 if shown[-1] else 0)


def tool_row(*tools: QWidget) -> QWidget:
    """Tools for a title, together on its right also where a tab says the name and they have all its room."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addStretch(1)
    for tool in tools:
        row.addWidget(tool)
    return made
