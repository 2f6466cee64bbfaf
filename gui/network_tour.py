"""The tour's part in the Network workspace: a network opened, one of its values taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from engine.child.lifecycle import State
from engine.network.requests import GalleryModel
from gui.network.map_facts import drawn_dark
from gui.network.session import MapSpot
from gui.worker_status import WorkerStatus
from gui.workspaces import NETWORK

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDockWidget

    from gui.window import MainWindow

START_MS = 180_000
ROW, COLUMN, CHANNEL = 4, 14, 4
BESIDE = GalleryModel("lenet-5")


class WaitFor(Protocol):
    """Lets the window live until something has come true."""

    def __call__(self, is_true: Callable[[], bool], patience_ms: int = 0, /) -> bool: ...


def opened(window: MainWindow, wait_for: WaitFor) -> bool:
    """Start the worker and open the first network; false if that does not work here."""
    child = window.parts.network
    if child is None:
        return False
    if child.state is State.DEAD:
        WorkerStatus(child, window.status.dot, window.parts.notifier, window)
        child.start()
    window.workspaces.show(NETWORK)

    def is_decided() -> bool:
        return child.has_given_up or (window.network is not None and window.network.session.maps is not None)

    return wait_for(is_decided, START_MS) and not child.has_given_up


def set_up(window: MainWindow) -> None:
    """The workspace as it is first, with a value of its first maps chosen."""
    window.workspaces.show(NETWORK)
    window._reset_layout()
    if window.network is not None:
        session = window.network.session
        session.set_spot(MapSpot(session.layer, CHANNEL, ROW, COLUMN))


def raise_dock(window: MainWindow, dock: QDockWidget) -> None:
    """The same with one panel in front of those that share its place."""
    set_up(window)
    dock.show()
    dock.raise_()
    if window.network is not None and dock is window.network.comparison:
        window.network.comparison.compare_with(BESIDE)


def ask_why(window: MainWindow) -> None:
    """The reasons for the answer in front, asked for."""
    if window.network is not None:
        raise_dock(window, window.network.why)
        window.network.why.ask_button.click()


def is_why_answered(window: MainWindow) -> bool:
    """Whether the maps are drawn, the reasons are there, and then a picture that excites a map; asks for that."""
    if window.network is None or not is_drawn(window):
        return False
    dock, why = window.network.why, window.network.driver.why
    if why.question is None and why.imagined is None:
        dock.map_page.form_button.click()
    return why.question is None and why.reason is not None


def is_drawn(window: MainWindow) -> bool:
    """Whether the maps are there in the colours of the present theme, and the chosen value's arithmetic."""
    session = window.network.session if window.network is not None else None
    shown = session.maps if session is not None else None
    if session is None or shown is None or session.drilled is None:
        return False
    maps, pixels = shown.layer(session.layer), shown.mosaics.get(session.layer)
    if maps is None or pixels is None or drawn_dark(maps, pixels) != window.parts.appearance.theme.is_dark:
        return False
    panels = window.network
    return panels is None or all(each.is_drawn for each in (panels.filters, panels.statistics, panels.comparison))
