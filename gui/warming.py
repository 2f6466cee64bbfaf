"""Loads and makes workspaces that are not in front yet, a little at a time, so that the first switch is quick."""

from __future__ import annotations

import importlib
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

# Leaves first: each step takes some milliseconds, all of them at once would hold up the window for a tenth of a second.
MODULES = (
    "engine.network.layers.input", "engine.network.layers.augmentation", "engine.network.layers.merging",
    "engine.network.layers.pooling", "engine.network.layers.resizing", "engine.network.layers.activation",
    "engine.network.layers.depthwise", "engine.network.layers.kinds", "engine.network.architecture",
    "engine.network.catalogue", "engine.network.maps", "engine.network.requests", "engine.network.budget",
    "engine.network.table", "gui.network.session", "gui.docks.network_answer", "gui.docks.network_layers",
    "gui.docks.network_origin", "gui.docks.network_parameters", "gui.network.driver", "gui.network.contact_sheet",
    "gui.network.maps_view", "gui.docks.network_filters", "gui.docks.network_statistics",
    "gui.docks.network_comparison", "gui.docks.network_why", "gui.docks.network_code",
    "gui.network_building", "gui.network_workspace",
    "engine.network.data.specs", "engine.network.data.edits", "engine.network.data.opening",
    "engine.network.training.settings", "engine.network.training.tuning", "engine.network.training.transforms",
    "engine.network.training.job", "engine.network.training.messages", "gui.train.session", "gui.train.driver",
    "gui.widgets.curve_plot", "gui.widgets.picture_grid", "gui.train.centre", "gui.train.recorder",
    "gui.docks.train_classes", "gui.docks.train_model", "gui.docks.train_results", "gui.docks.train_inside",
    "gui.docks.train_runs", "gui.train_workspace",
)  # fmt: skip
STEP_MS = 150


class Warming(QObject):
    """Imports one module after another while nothing else is to be done, then calls `make` until that returns false."""

    def __init__(self, parent: QObject, make: Callable[[], bool] = lambda: False) -> None:
        super().__init__(parent)
        self._make = make
        self._left = iter(MODULES)
        self._timer = QTimer(self, interval=STEP_MS)
        self._timer.timeout.connect(self._on_timeout)

    def start(self) -> None:
        """Begin."""
        self._timer.start()

    @property
    def is_under_way(self) -> bool:
        """Whether something is left to do."""
        return self._timer.isActive()

    def _on_timeout(self) -> None:
        name = next(self._left, None)
        if name is not None:
            importlib.import_module(name)
        elif not self._make():
            self._timer.stop()
