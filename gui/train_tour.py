"""The tour's part in the Train workspace: handwritten digits learnt for a few epochs, and looked at from all sides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from gui.workspaces import TRAIN

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDockWidget

    from gui.window import MainWindow

START_MS = 180_000
TRAIN_MS = 300_000
EPOCHS = 6


class WaitFor(Protocol):
    """Lets the window live until something has come true."""

    def __call__(self, is_true: Callable[[], bool], patience_ms: int = 0, /) -> bool: ...


def trained(window: MainWindow, wait_for: WaitFor) -> bool:
    """Start the worker and train the first network on the first data; false if that does not work here."""
    child = window.parts.training
    if child is None:
        return False
    window.workspaces.show(TRAIN)
    train = window.train
    assert train is not None, "it is in front"
    session = train.session
    if not wait_for(lambda: child.has_given_up or session.batch is not None, START_MS) or session.batch is None:
        return False
    if session.evaluated is None:
        session.change(settings=replace(session.job.settings, epochs=EPOCHS))
        train.driver.train()
        wait_for(lambda: session.evaluated is not None and bool(session.runs), TRAIN_MS)
    return session.evaluated is not None


def set_up(window: MainWindow) -> None:
    """The workspace as it is first, after the training."""
    window.workspaces.show(TRAIN)
    window._reset_layout()
    train = window.train
    if train is not None:
        train.centre.show_page("training")
        page = train.results.mistakes
        if page.grid.numbers and not page.grid.selected:
            page.grid.select(page.grid.numbers[:1])


def show_pictures(window: MainWindow) -> None:
    """The pictures of the data set in the middle."""
    set_up(window)
    if window.train is not None:
        window.train.centre.show_page("pictures")


def raise_dock(window: MainWindow, dock: QDockWidget) -> None:
    """One panel in front of those that share its place."""
    set_up(window)
    dock.show()
    dock.raise_()


def is_drawn(window: MainWindow) -> bool:
    """Whether what was asked of the network for the panels in sight has come."""
    train = window.train
    if train is None or train.session.evaluated is None:
        return False
    shown = {dock.objectName() for dock in train.results.docks if not dock.visibleRegion().isEmpty()}
    results = train.results
    if "train_map" in shown and not results.map.facts.text():
        return False
    if "train_robustness" in shown and not all(plot.plot.curves for plot in results.robustness.plots.values()):
        return False
    return "train_mistakes" not in shown or not results.mistakes.grid.selected or results.mistakes.has_heats
