"""Building a network in the Network workspace: its panels, its steps to undo, its files, and kernels to and fro."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMainWindow
from shiboken6 import isValid

from engine.errors import UserError
from engine.files import write_atomically
from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.own_kernels import OwnKernels
from engine.network.architecture import Architecture
from engine.network.built import BuiltModel, saved_network
from engine.network.exchange import TakenKernel
from engine.network.reading.opening import read_architecture
from gui.actions import Actions, show_steps
from gui.asking import Asking
from gui.docks.network_layer import LayerDock
from gui.docks.network_layers import LayersDock
from gui.models_menu import ModelsMenu
from gui.network.builder import Builder
from gui.network.driver import NetworkDriver
from gui.network.map_grid import MapGrid
from gui.network.session import NetworkSession
from gui.parts import Parts
from gui.text import tr

TOPIC = "building"
SUFFIX = ".json"


class NetworkBuilding(QObject):
    """Makes the builder and the two panels that show it, and joins them to the window.

    Signals:
        changed(): what is built is another; for who keeps it.
        kernel_taken(object): a filter's kernel, a `KernelChoice` with a name, is wanted in the Kernels workspace.
    """

    changed = Signal()
    kernel_taken = Signal(object)

    def __init__(
        self, parts: Parts, session: NetworkSession, driver: NetworkDriver, asking: Asking, actions: Actions,
        window: QMainWindow, parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._parts, self._session, self._driver, self._asking, self._actions = parts, session, driver, asking, actions
        self.builder = Builder(session, self)
        self.layers = LayersDock(session, parts.appearance, window, builder=self.builder)
        self.layer = LayerDock(session, self.builder, parts.appearance, OwnKernels(parts.folder), window)
        self.layers.rename_wanted.connect(self._on_rename_wanted)
        self.layers.kernels_wanted.connect(self.layer.show_kernels)
        self.layers.layers_opened.connect(self._on_open)
        self.layers.layers_saved.connect(self._on_save)
        self.layer.take_wanted.connect(self._on_take_wanted)
        self.builder.refused.connect(lambda error: parts.notifier.error(error, topic=TOPIC))
        self.builder.changed.connect(self._on_changed)
        self._was_open = False
        stack = self.builder.undo_stack
        actions["undo_network"].triggered.connect(lambda: stack.undo())
        actions["redo_network"].triggered.connect(lambda: stack.redo())
        stack.indexChanged.connect(self._refresh_actions)
        self._refresh_actions()

    def offer_in(self, menu: ModelsMenu) -> None:
        """Let the menu of networks lead here too."""
        first = menu.actions()[0] if menu.actions() else None
        build = self.layers.edit_button.menu()
        assert build is not None
        if first is not None:
            menu.insertMenu(first, build)
            menu.insertSeparator(first)

    def mark_on(self, grid: MapGrid) -> None:
        """Mark the maps of filters that have another kernel than their own."""

        def mark() -> None:
            placed = self.builder.placed_in(self._session.layer)
            grid.set_kernels(frozenset(each.filter for each in placed))

        self.builder.changed.connect(mark)
        self._session.layer_changed.connect(lambda _path: mark())

    def state(self) -> dict[str, Any] | None:
        """What was built, for the session file."""
        model = self.builder.model
        return None if model is None else model.to_json()

    def restore(self, data: Any) -> BuiltModel | None:
        """What was built, as far as it can be read; it is at hand again, not open."""
        model = saved_network(data) if data is not None else None
        if model is not None:
            self.builder.remember(model)
        return model

    def close(self) -> None:
        """End what it runs."""
        self.builder.close()

    def _on_changed(self) -> None:
        self._parts.notifier.withdraw(TOPIC)
        if self.builder.is_open and not self._was_open:
            self.layer.show()
            self.layer.raise_()
        self._was_open = self.builder.is_open
        self.changed.emit()

    @Slot()
    def _refresh_actions(self) -> None:
        stack = self.builder.undo_stack
        if not isValid(stack):  # at the very end it clears itself, and says so
            return
        undo, redo = self._actions["undo_network"], self._actions["redo_network"]
        show_steps(stack, undo, redo, usual=(tr("Undo in the network"), tr("Redo in the network")))

    def _on_rename_wanted(self, name: str) -> None:
        self.builder.select(name)
        self.layer.edit_name()

    def _on_open(self) -> None:
        path = self._asking.open_file(tr("Open layers"), tr("Networks") + " (*.json *.keras *.h5 *.hdf5 *.zip)")
        if path is not None:
            self._parts.background.run(lambda: read_architecture(path), lambda found: self._use(found, path))

    def _use(self, architecture: Architecture, path: Path) -> None:
        self.builder.begin(BuiltModel(architecture), tr("Open layers “{name}”", name=path.stem))

    def _on_save(self) -> None:
        model = self.builder.model
        if model is None:
            return
        name = model.architecture.name + SUFFIX
        path = self._asking.save_file(tr("Save layers"), name, tr("Layers of a network") + f" (*{SUFFIX})")
        if path is None:
            return
        content = model.architecture.to_text().encode()
        self._run_saving(lambda: write_atomically(path, content), path)

    def _run_saving(self, work: Callable[[], object], path: Path) -> None:
        told = tr("The layers are saved as “{name}”. “{command}” reads them too.", name=path.name,
                  command=f"main.py table {path.name}")  # fmt: skip
        self._parts.background.run(work, lambda _: self._parts.notifier.tell(told, topic=TOPIC))

    def _on_take_wanted(self, layer: str, filter_index: int, channel: int) -> None:
        self._driver.take_kernel(layer, filter_index, channel, self._on_taken)

    def _on_taken(self, found: TakenKernel) -> None:
        name = tr("Filter {filter} of {layer}, channel {channel}",
                  filter=found.filter, layer=found.layer, channel=found.channel)  # fmt: skip
        try:
            kernel = KernelChoice.own(found.weights, name)
        except UserError as error:
            self._parts.notifier.error(error, topic=TOPIC)
            return
        self.kernel_taken.emit(kernel)
