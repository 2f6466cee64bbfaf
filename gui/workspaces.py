"""The workspaces: the same places, filled with other panels. One is in front; a workspace is made when first wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QByteArray, QCoreApplication, QEventLoop, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QStackedWidget, QWidget

from gui.layouts import Layouts, Sizes, arrange, docks_of, measure, put_away, speaks_of
from gui.settings import Settings
from gui.widgets.yielding import let_scroll

KERNELS, NETWORK, TRAIN = "kernels", "network", "train"
MESSAGE_LINES = 4
"""How many lines of text fit into the height of a message."""


@dataclass(frozen=True, eq=False)
class Workspace:
    """One workspace: its middle and its panels, first places included. `kept` stay in presenter mode."""

    key: str
    central: QWidget
    left: Sequence[QDockWidget]
    right: Sequence[QDockWidget]
    bottom: Sequence[QDockWidget]
    kept: Sequence[QDockWidget] = ()
    below: Sequence[tuple[QDockWidget, QDockWidget]] = ()  # the second stands below the first, not behind it
    sizes: Sizes = field(default_factory=Sizes)
    on_shown: Callable[[], None] = lambda: None
    on_left: Callable[[], None] = lambda: None
    clear_spot: Callable[[], bool] = lambda: False  # Escape: whether there was something to leave

    def __post_init__(self) -> None:
        # The highest of the panels below would otherwise say how high the window is at least, on a small screen too.
        for dock in self.bottom:
            let_scroll(dock)

    @property
    def docks(self) -> tuple[QDockWidget, ...]:
        """Every panel."""
        return (*self.left, *self.right, *self.bottom)

    def arrange(self, window: QMainWindow) -> None:
        """Put every panel to its first place."""
        arrange(window, left=self.left, right=self.right, bottom=self.bottom, below=self.below, sizes=self.sizes)

    def welcome(self, window: QMainWindow, state: QByteArray) -> None:
        """Put panels that are newer than a saved arrangement to their first places, behind those that are there."""
        for area, docks in (
            (Qt.DockWidgetArea.LeftDockWidgetArea, self.left),
            (Qt.DockWidgetArea.RightDockWidgetArea, self.right),
            (Qt.DockWidgetArea.BottomDockWidgetArea, self.bottom),
        ):
            for dock in docks:
                if not speaks_of(state, dock):
                    there = [each for each in docks if each is not dock and window.dockWidgetArea(each) == area]
                    shown = [each for each in there if not each.isHidden() and not each.isFloating()]
                    window.addDockWidget(area, dock)
                    if shown:
                        window.tabifyDockWidget(shown[-1], dock)
                    dock.show()
                    if shown:
                        shown[0].raise_()

    def measure(self, window: QMainWindow) -> None:
        """Give the areas their first sizes."""
        measure(window, left=self.left, right=self.right, bottom=self.bottom, below=self.below, sizes=self.sizes)

    def fill_menu(self, menu: QMenu) -> None:
        """Add the actions that open and close each panel."""
        for dock in self.docks:
            menu.addAction(dock.toggleViewAction())


class _Middle(QStackedWidget):
    """What the workspaces have in their middle. A message above takes its room from here, on a small screen too."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _at: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        least = shown.minimumSizeHint() if shown is not None else QSize()
        return QSize(least.width(), max(0, least.height() - MESSAGE_LINES * self.fontMetrics().height()))


class Workspaces(QObject):
    """Swaps the middle and the panels of the window; each workspace keeps an arrangement of its own.

    Signals:
        changed(str): the workspace with this key is in front now.
    """

    changed = Signal(str)

    def __init__(
        self,
        window: QMainWindow,
        settings: Settings,
        first: Workspace,
        makers: Mapping[str, Callable[[], Workspace]],
        *,
        around: Callable[[Callable[[QByteArray | None], QByteArray]], None],
        prepare: Callable[[str], bool] = lambda _key: False,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._makers, self._prepare = makers, prepare
        self._around = around
        self._made = {first.key: first}
        self._current = first
        self.stack = _Middle()
        self.stack.addWidget(first.central)
        self.layouts = Layouts(
            window,
            settings,
            lambda: self._current.arrange(window),
            self._foreign,
            lambda state: self._current.welcome(window, state),
        )

    @property
    def current(self) -> Workspace:
        """The one in front."""
        return self._current

    def is_made(self, key: str) -> bool:
        """Whether a workspace has been in front before."""
        return key in self._made

    def show(self, key: str) -> None:
        """Bring a workspace to the front."""
        if key == self._current.key:
            return
        while key not in self._made and self._prepare(key):
            # Whoever comes here before everything is made has half a second of it to do. The live picture goes on
            # meanwhile; clicks wait, so that nobody comes here twice.
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if key != self._current.key:
            self._around(lambda state: self._swap(key, state))

    def reset(self) -> None:
        """Put every panel of the workspace in front back to its first place."""
        self.layouts.reset(self._current.key)

    def _swap(self, key: str, state: QByteArray | None) -> QByteArray:
        before = self._current
        self._window.setUpdatesEnabled(False)
        try:
            self.layouts.save(before.key, state)
            if key not in self._made:
                self._made[key] = self._makers[key]()
                self.stack.addWidget(self._made[key].central)
            for dock in before.docks:
                put_away(self._window, dock)
            self._current = self._made[key]
            self.stack.setCurrentWidget(self._current.central)
            arrangement = self.layouts.restore(key)
        finally:
            self._window.setUpdatesEnabled(True)
        before.on_left()
        self._current.on_shown()
        self.changed.emit(key)
        return arrangement

    def _foreign(self) -> list[QDockWidget]:
        """The panels of the workspaces that are not in front, and of those that are being made beforehand."""
        mine = set(self._current.docks)
        return [dock for dock in docks_of(self._window) if dock not in mine]
