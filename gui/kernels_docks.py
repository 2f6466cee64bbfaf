"""The panels of the Kernels workspace and their first places."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu

from gui.docks.microscope import MicroscopeDock
from gui.docks.recipe import RecipeDock
from gui.layouts import arrange, measure
from gui.parts import Parts


class KernelsDocks:
    """Makes the panels. Left what the result is made of, right the settings, below where a value comes from."""

    def __init__(self, parts: Parts, window: QMainWindow) -> None:
        session, appearance = parts.session, parts.appearance
        self.recipe = RecipeDock(session, appearance, window, on_error=parts.notifier.error)
        self.microscope = MicroscopeDock(session, appearance, window)
        self.left: tuple[QDockWidget, ...] = (self.recipe,)
        self.right: tuple[QDockWidget, ...] = ()
        self.bottom: tuple[QDockWidget, ...] = (self.microscope,)

    @property
    def all(self) -> tuple[QDockWidget, ...]:
        """Every panel."""
        return (*self.left, *self.right, *self.bottom)

    def __iter__(self) -> Iterator[QDockWidget]:
        return iter(self.all)

    def arrange(self, window: QMainWindow) -> None:
        """Put every panel to its first place."""
        arrange(window, left=self.left, right=self.right, bottom=self.bottom)

    def measure(self, window: QMainWindow) -> None:
        """Give the areas their first sizes."""
        measure(window, left=self.left, right=self.right, bottom=self.bottom)

    def fill_menu(self, menu: QMenu) -> None:
        """Add the actions that open and close each panel."""
        for dock in self.all:
            menu.addAction(dock.toggleViewAction())
