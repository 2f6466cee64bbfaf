"""Where the panels of a workspace stand: the first arrangement, what the user made of it, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from gui.settings import Settings
from gui.widgets.dock_title import DockTitle

VERSION = 1
"""Raise it when panels are added or renamed, so that states saved before are left aside."""

GEOMETRY = "window"
WIDTH, HEIGHT = 1366, 768
BARS = 150
"""Height of the menus, the bars and the tabs."""
LOW = 600
"""In a window lower than this, panels stand behind each other that stand below each other elsewhere."""
NEARLY = 0.9
"""A window that has this share of the usual size, beside a title bar say, gets panels of the usual size."""
SMALLEST, LARGEST = 0.6, 1.35
NARROWEST = 190, 260
"""What is wider than this at its usual size does not begin narrower in a small window: on the left, on the right."""


@dataclass(frozen=True)
class Sizes:
    """The first widths and heights, in pixels of a window of 1366 × 768: of the panel areas, and of a panel below."""

    left: int = 248
    right: int = 304
    bottom: int = 240
    below: int = 116


class Layouts:
    """Saves and restores the arrangement of one workspace's panels.

    `foreign` names the panels of the others: Qt shows every panel that a state does not speak of, or speaks of wrongly.
    `welcome` puts our own that an older state does not speak of to their places.
    """

    def __init__(
        self,
        window: QMainWindow,
        settings: Settings,
        arrange: Callable[[], None],
        foreign: Callable[[], Sequence[QDockWidget]] = lambda: (),
        welcome: Callable[[QByteArray], None] = lambda _state: None,
    ) -> None:
        self._window = window
        self._settings = settings
        self._arrange = arrange
        self._foreign, self._welcome = foreign, welcome
        self.turns = 0
        """How often another arrangement has been asked for, be it of another workspace or the first one."""

    def restore(self, workspace: str) -> QByteArray:
        """Arrange the panels as they were left, or in the first way. Returns the arrangement."""
        self.turns += 1
        saved = self._settings.layout(workspace)
        if saved is not None and self.put_back(saved):
            return saved
        self._arrange()
        return self.state()

    def save(self, workspace: str, state: QByteArray | None = None) -> None:
        """Keep the arrangement, or the given `state` of it."""
        self._settings.save_layout(workspace, self.state() if state is None else state)

    def reset(self, workspace: str) -> None:
        """Go back to the first arrangement and forget the saved one."""
        self.turns += 1
        self._settings.save_layout(workspace, None)
        self._arrange()

    def state(self) -> QByteArray:
        """The present arrangement."""
        return self._window.saveState(VERSION)

    def put_back(self, state: QByteArray) -> bool:
        """Go back to an arrangement that `state` returned; false if it is of another version."""
        foreign = set(self._foreign())
        with unnamed(foreign):
            is_known = self._window.restoreState(state, VERSION)
        for dock in foreign:
            put_away(self._window, dock)
        if is_known:
            self._welcome(state)
        for dock in docks_of(self._window):
            title = dock.titleBarWidget()
            if dock not in foreign and isinstance(title, DockTitle):
                title.refresh()
        return is_known

    def restore_geometry(self) -> bool:
        """Place the window where it was; false if that is not known."""
        saved = self._settings.layout(GEOMETRY)
        return saved is not None and self._window.restoreGeometry(saved)

    def save_geometry(self) -> None:
        """Keep size and place of the window."""
        self._settings.save_layout(GEOMETRY, self._window.saveGeometry())


def docks_of(window: QMainWindow) -> list[QDockWidget]:
    """Every panel of a window, also those that are put away. All its thousands of widgets need not be gone through."""
    return list(window.findChildren(QDockWidget, options=Qt.FindChildOption.FindDirectChildrenOnly))


def put_away(window: QMainWindow, dock: QDockWidget) -> None:
    """Take a panel out of the arrangement and out of sight; one that is there already costs nothing."""
    if not dock.isHidden() or window.dockWidgetArea(dock) != Qt.DockWidgetArea.NoDockWidgetArea:
        window.removeDockWidget(dock)


@contextmanager
def unnamed(docks: Iterable[QDockWidget]) -> Iterator[None]:
    """Meanwhile no arrangement speaks of these panels.

    WORKAROUND(Qt 6.11): an arrangement remembers panels that were put away before it was saved, and shows them when it
    comes back. With those of all workspaces in it for a moment the window grew, and the heights it had saved were lost.
    """
    names = [(dock, dock.objectName()) for dock in docks]
    for dock, name in names:
        dock.setObjectName(f"{name} (put away)")
    try:
        yield
    finally:
        for dock, name in names:
            dock.setObjectName(name)


def speaks_of(state: QByteArray, dock: QDockWidget) -> bool:
    """Whether an arrangement that Qt saved knows this panel, be it open or closed."""
    name = dock.objectName().encode("utf-16-be")
    return len(name).to_bytes(4, "big") + name in bytes(state.data())


def first_size(available: QSize) -> QSize:
    """The size of the very first window: 1366 × 768, or what there is room for beside its title bar.

    >>> first_size(QSize(960, 540))
    PySide6.QtCore.QSize(944, 484)
    """
    return QSize(WIDTH, HEIGHT).boundedTo(available - QSize(16, 56))


def growth(share: float) -> float:
    """How much larger or smaller than usual panels begin in a window that has this share of the usual size.

    >>> [growth(share) for share in (0.5, 0.75, 0.93, 1.2, 2.0)]
    [0.6, 0.75, 1.0, 1.2, 1.35]
    """
    return 1.0 if NEARLY <= share < 1 else max(SMALLEST, min(LARGEST, share))


def arrange(
    window: QMainWindow,
    *,
    left: Sequence[QDockWidget],
    right: Sequence[QDockWidget],
    bottom: Sequence[QDockWidget],
    hidden: Sequence[QDockWidget] = (),
    below: Sequence[tuple[QDockWidget, QDockWidget]] = (),
    sizes: Sizes | None = None,
) -> None:
    """The first arrangement: in each area the panels as tabs, the first one in front.

    In each pair of `below` the second stands below the first instead, both in full view, if the window is not low.
    """
    below = below if window.height() >= LOW else ()
    under = {second for _, second in below}
    areas = (
        (Qt.DockWidgetArea.LeftDockWidgetArea, left),
        (Qt.DockWidgetArea.RightDockWidgetArea, right),
        (Qt.DockWidgetArea.BottomDockWidgetArea, bottom),
    )
    # Panels that stand side by side for a moment would make the window wider for good, so they are tabbed out of sight.
    for _, docks in areas:
        for dock in docks:
            dock.setFloating(False)
            window.removeDockWidget(dock)
    for area, docks in areas:
        for dock in docks:
            window.addDockWidget(area, dock)
        # Before there are tabs: what is split off a panel among tabs becomes one more of them.
        for first, second in below:
            if first in docks:
                window.splitDockWidget(first, second, Qt.Orientation.Vertical)
        for first, second in pairwise(dock for dock in docks if dock not in under):
            window.tabifyDockWidget(first, second)
    for _, docks in areas:
        for dock in docks:
            dock.setVisible(dock not in hidden)
        if docks:
            docks[-1].raise_()  # so that bringing the first one to the front is a change that its title hears of
            docks[0].raise_()
    measure(window, left=left, right=right, bottom=bottom, below=below, sizes=sizes)


def measure(
    window: QMainWindow,
    *,
    left: Sequence[QDockWidget],
    right: Sequence[QDockWidget],
    bottom: Sequence[QDockWidget],
    below: Sequence[tuple[QDockWidget, QDockWidget]] = (),
    sizes: Sizes | None = None,
) -> None:
    """Give the areas their first sizes; a large screen gets somewhat larger panels, a small one smaller ones."""
    sizes = sizes or Sizes()
    below = below if window.height() >= LOW else ()
    width, height = growth(window.width() / WIDTH), growth(window.height() / HEIGHT)
    sides = [
        (docks[0], max(round(size * width), min(size, narrowest)))
        for docks, size, narrowest in zip((left, right), (sizes.left, sizes.right), NARROWEST, strict=True)
        if docks
    ]
    window.resizeDocks([dock for dock, _ in sides], [size for _, size in sides], Qt.Orientation.Horizontal)
    if bottom:
        window.resizeDocks([bottom[0]], [round(sizes.bottom * height)], Qt.Orientation.Vertical)
    for first, second in below:
        # Qt shares out what there is in the proportion of what is asked for.
        room = sizes.below + max(0, window.height() - HEIGHT) // 3
        rest = window.height() - round(sizes.bottom * height) - BARS - room
        window.resizeDocks([first, second], [max(room, rest), room], Qt.Orientation.Vertical)
