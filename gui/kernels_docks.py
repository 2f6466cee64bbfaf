"""The panels of the Kernels workspace and their first places."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from engine.errors import UserError
from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.own_library import OwnKernels
from engine.imaging.stages.convolution import Convolution
from gui.docks.code import CodeDock
from gui.docks.histogram import HistogramDock
from gui.docks.inside import InsideDock
from gui.docks.microscope import MicroscopeDock
from gui.docks.numbers import NumbersDock
from gui.docks.recipe import RecipeDock
from gui.docks.stage import StageDock
from gui.docks.visits import VisitsDock
from gui.models.recipe_edits import add_stage
from gui.parts import Parts
from gui.session import SOURCE
from gui.widgets.dock_title import DockTitle
from gui.workspaces import KERNELS, Workspace

RECIPE_FILES = ("new_recipe", "open_recipe", "save_recipe")
"""The window's actions that stand in the recipe panel's menu too."""


class KernelsDocks:
    """Makes the panels. Left what the result is made of, right the settings, below where a value comes from."""

    def __init__(self, parts: Parts, window: QMainWindow) -> None:
        session, appearance = parts.session, parts.appearance
        self._session, self._notifier = session, parts.notifier
        of_files = [each for each in window.actions() if each.objectName() in RECIPE_FILES]
        own_kernels = OwnKernels(parts.folder)
        self.recipe = RecipeDock(
            session, appearance, window,
            on_error=parts.notifier.error, file_actions=of_files, own_kernels=own_kernels.kernels,
        )  # fmt: skip
        self.stage = StageDock(session, appearance, window, own_kernels=own_kernels, background=parts.figures)
        self.microscope = MicroscopeDock(session, appearance, window)
        self.inside = InsideDock(session, appearance, parts.figures, window)
        self.numbers = NumbersDock(session, appearance, parts.figures, window)
        self.histogram = HistogramDock(session, appearance, parts.figures, window)
        self.visits = VisitsDock(session, appearance, parts.figures, window)
        self.code = CodeDock(session, appearance, parts.figures, parts.notifier.error, window)
        self.left: tuple[QDockWidget, ...] = (self.recipe,)
        self.right: tuple[QDockWidget, ...] = (self.stage,)
        self.bottom: tuple[QDockWidget, ...] = (
            self.microscope, self.inside, self.numbers, self.histogram, self.visits, self.code,
        )  # fmt: skip

        for dock in self.all:
            if dock.titleBarWidget() is None:
                dock.setTitleBarWidget(DockTitle(dock))

    @property
    def all(self) -> tuple[QDockWidget, ...]:
        """Every panel."""
        return (*self.left, *self.right, *self.bottom)

    def keep_kernel(self, kernel: KernelChoice) -> None:
        """Keep a kernel in the user's library, under a name that is free, and show what it does to the source."""
        try:
            kernel = self.stage.kernel.shelf.keep(kernel)
        except UserError as error:
            self._notifier.error(error)
        self._session.select(SOURCE)
        add_stage(self._session, Convolution(kernel=kernel))

    def microscope_slots(self) -> dict[str, Callable[[], None]]:
        """What the actions that move the microscope do."""
        microscope = self.microscope
        return {
            "walk": microscope.toggle_play,
            "walk_on": lambda: microscope.step(1),
            "walk_back": lambda: microscope.step(-1),
        }

    def __iter__(self) -> Iterator[QDockWidget]:
        return iter(self.all)

    def workspace(self, central: QWidget, *, on_left: Callable[[], None], clear_spot: Callable[[], bool]) -> Workspace:
        """The workspace with these panels around `central`."""
        return Workspace(
            key=KERNELS,
            central=central,
            left=self.left,
            right=self.right,
            bottom=self.bottom,
            kept=(self.microscope,),
            on_left=on_left,
            clear_spot=clear_spot,
        )
