"""Loads and makes workspaces that are not in front yet, a little at a time, so that the first switch is quick."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

from gui.workspaces import NETWORK, TRAIN, Workspace

# Leaves first: each step takes some milliseconds, all of them at once would hold up the window for a tenth of a second.
SHARED = (
    "engine.network.layers.input", "engine.network.layers.augmentation", "engine.network.layers.merging",
    "engine.network.layers.pooling", "engine.network.layers.resizing", "engine.network.layers.activation",
    "engine.network.layers.depthwise", "engine.network.layers.convolution", "engine.network.layers.kinds",
    "engine.network.architecture", "engine.network.catalogue", "engine.network.maps", "engine.network.backbone.card",
    "engine.network.built", "engine.network.requests", "engine.network.sight", "engine.network.budget",
    "engine.network.table",
)  # fmt: skip
FOR = {
    NETWORK: (
        "gui.network.session", "gui.docks.network_answer", "engine.network.editing", "engine.network.offers",
        "gui.models.building_edits", "gui.network.builder", "gui.docks.network_layers", "engine.network.filters",
        "gui.docks.network_origin", "engine.network.table_export", "gui.docks.network_parameters",
        "gui.network.conversation", "gui.network.feed", "gui.network.questions", "gui.network.why",
        "gui.network.driver", "gui.network.contact_sheet", "gui.network.maps_view", "gui.docks.network_filters",
        "gui.docks.network_statistics", "engine.network.side_by_side", "gui.models_menu",
        "gui.docks.network_comparison", "gui.docks.network_why", "gui.docks.network_code",
        "engine.network.describing.model", "h5py", "engine.network.reading.opening", "gui.docks.network_layer",
        "gui.network_building", "gui.network_workspace",
    ),
    TRAIN: (
        "engine.network.data.specs", "engine.network.data.edits", "engine.network.data.folder",
        "engine.network.data.files.opening", "engine.network.data.generated.generated_set",
        "engine.network.data.opening", "engine.network.training.settings", "engine.network.training.tuning",
        "engine.network.training.transform", "engine.network.training.transforms", "engine.network.training.job",
        "engine.network.training.messages", "gui.train.session", "engine.network.data.checking", "gui.train.past_runs",
        "gui.train.driver", "gui.widgets.curve_plot", "gui.widgets.picture_grid", "gui.train.curves_view",
        "gui.train.recorder", "gui.train.splitting", "gui.train.part_bar", "gui.train.centre",
        "gui.train.class_card", "gui.docks.train_classes",
        "gui.docks.train_model", "gui.train.map_page", "gui.docks.train_results", "gui.docks.train_inside",
        "gui.docks.train_runs", "gui.docks.train_layers", "gui.docks.train_kernel", "gui.docks.train_code",
        "importlib.metadata", "engine.network.training.report.page", "gui.train.reporting", "gui.train.exports",
        "gui.train_workspace",
    ),
}  # fmt: skip
MODULES = (*SHARED, *FOR[NETWORK], *FOR[TRAIN])
STEP_MS = 100


class Warming(QObject):
    """Imports one module after another while nothing else is to be done, then calls `make` until that returns false.

    `settle` is called after each step: what came then stays.
    """

    def __init__(
        self, parent: QObject, make: Callable[[], bool] = lambda: False, *, settle: Callable[[], None] = lambda: None
    ) -> None:
        super().__init__(parent)
        self._make, self._settle = make, settle
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
        self._settle()


def load_next(workspace: str) -> bool:
    """Load one module more of a workspace that is wanted now; false when all are there."""
    missing = next((name for name in (*SHARED, *FOR.get(workspace, ())) if name not in sys.modules), None)
    if missing is not None:
        importlib.import_module(missing)
    return missing is not None


def rehearsals(workspace: Workspace) -> Iterator[int]:
    """Lay out and draw each part of a workspace where nobody sees it.

    Styles, fonts, icons and sizes are found by that, which would take half of the time of the first switch.
    """
    for number, part in enumerate((*workspace.docks, workspace.central), 1):
        part.grab()
        yield number
