"""The Network workspace: its panels, its driver, and what its menus do. Made when it is first brought to the front."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QToolButton

from engine.errors import UserError
from engine.files import write_atomically
from engine.network.built import BuiltModel
from engine.network.catalogue import gallery_ids
from engine.network.requests import BackboneModel, FileModel, GalleryModel, ModelSpec, Patch
from engine.network.saving.formats import FORMATS, Format
from engine.sources.saving import PICTURE_SUFFIXES, save_picture
from engine.sources.specs import FolderSpec, PictureSpec
from gui.actions import Actions
from gui.asking import Asking
from gui.children import QtChild
from gui.docks.network_answer import AnswerDock
from gui.docks.network_code import NetworkCodeDock, file_stem
from gui.docks.network_comparison import ComparisonDock
from gui.docks.network_filters import FiltersDock
from gui.docks.network_origin import OriginDock
from gui.docks.network_parameters import ParametersDock
from gui.docks.network_statistics import StatisticsDock
from gui.docks.network_why import WhyDock
from gui.layouts import Sizes
from gui.models_menu import ModelsMenu, model_words
from gui.models_on_disk import ModelsOnDisk
from gui.network.driver import NetworkDriver
from gui.network.maps_view import MapsView
from gui.network.painting_action import NetworkPainting
from gui.network.questions import as_npy
from gui.network.session import MapSpot, NetworkSession
from gui.network_building import NetworkBuilding
from gui.notify import Offer
from gui.parts import Parts
from gui.session import Timing
from gui.text import tr
from gui.workspaces import NETWORK, Workspace

FIRST = GalleryModel("cnn-example")
TOPIC = "network"
SAVED = "saved"


class NetworkWorkspace(QObject):
    """Everything of the workspace that is no panel.

    It is made in pieces, since all of it at once would hold up the window: `make_piece` beforehand, while nothing else
    is to be done, and `finish` when it is wanted.

    Signals:
        changed(): network or layer are others than before; for who keeps them.
    """

    changed = Signal()

    def __init__(
        self,
        parts: Parts,
        child: QtChild,
        actions: Actions,
        asking: Asking,
        button: QToolButton,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._parts, self._asking, self._button, self._actions = parts, asking, button, actions
        appearance = parts.appearance
        self.session = NetworkSession(self)
        self.driver = NetworkDriver(
            child, self.session, parts.live, files=parts.background, figures=parts.figures,
            is_dark=lambda: appearance.theme.is_dark, parent=self,
        )  # fmt: skip
        self._is_closed = False
        self._making = self._pieces(window)

    def make_piece(self) -> bool:
        """Make the next piece; false when all of it is made."""
        return next(self._making, None) is not None

    def finish(self) -> None:
        """Make what is still missing."""
        while self.make_piece():
            pass

    def _pieces(self, window: QMainWindow) -> Iterator[int]:
        parts, asking, button, actions = self._parts, self._asking, self._button, self._actions
        appearance = parts.appearance
        self.painting = NetworkPainting(parts.session, self.session, self.driver.painting, actions["paint"], self)
        # Until it is shown the window owns it.
        self.maps = MapsView(self.session, appearance, window, painting=self.driver.painting, paint=actions["paint"])
        yield 1
        self.building = NetworkBuilding(parts, self.session, self.driver, asking, actions, window, self)
        self.building.mark_on(self.maps.grid)
        self.layers, self.layer = self.building.layers, self.building.layer
        yield 2
        self.parameters = ParametersDock(self.session, appearance, window)
        self.answer = AnswerDock(self.session, appearance, window)
        yield 3
        self.origin = OriginDock(self.session, appearance, window)
        yield 4
        inspection, figures = self.driver.inspection, parts.figures
        self.filters = FiltersDock(self.session, inspection.filters, figures, appearance, window)
        self.statistics = StatisticsDock(self.session, inspection.statistics, appearance, window)
        yield 5
        self.comparison = ComparisonDock(
            self.session, inspection.tables, figures, appearance,
            lambda wish, of_files: ModelsMenu(wish, of_files, window), window,
        )  # fmt: skip
        self.code = NetworkCodeDock(self.session, appearance, parts.figures, window)
        self.code.save_wanted.connect(
            lambda text, path: self._save(lambda: write_atomically(path, text.encode()), path)
        )
        yield 6
        self.why = WhyDock(self.session, self.driver.why, parts.background, appearance, window)
        yield 7
        self.menu = ModelsMenu(self.session.wish_for, actions["open_model"], window)
        self.on_disk = ModelsOnDisk(
            self.menu, parts.settings, parts.background, wish=self.session.wish_for, save=self._on_save_model,
            can_save=lambda: self.session.network is not None,
        )  # fmt: skip
        button.setMenu(self.menu)
        self.workspace = Workspace(
            key=NETWORK,
            central=self.maps,
            left=(self.layers,),
            right=(self.parameters, self.layer, self.answer),
            bottom=(self.origin, self.filters, self.statistics, self.why, self.comparison, self.code),
            below=((self.parameters, self.answer),),
            kept=(self.origin, self.filters, self.statistics, self.why),
            sizes=Sizes(left=214, right=470, bottom=240),
            on_shown=self._on_shown,
            on_left=self._on_left,
            clear_spot=self._clear_spot,
        )
        parts.live.passed.connect(self.driver.frame_arrived)
        appearance.changed.connect(self.driver.redraw)
        self.session.refused.connect(self._on_refused)
        self.session.network_changed.connect(self._on_network_changed)
        self.session.layer_changed.connect(lambda _path: self.changed.emit())
        self.building.offer_in(self.menu)
        self.building.changed.connect(self.changed)
        self.driver.opening_changed.connect(lambda _is_opening: self._show_name())
        self.driver.saved.connect(lambda path: self._tell_saved(Path(path)))
        self.driver.failed.connect(lambda error: parts.notifier.error(error, topic=SAVED))
        self._join_saving()
        self.maps.picture_wanted.connect(self._on_picture_wanted)
        self.maps.raw_wanted.connect(self._save_numbers)
        self.filters.numbers_wanted.connect(self._on_numbers_wanted)
        self.comparison.file_wanted.connect(self._on_compare_with_file)
        self.parameters.text_wanted.connect(self._on_text_wanted)
        for wants in (self.maps, self.layers):
            wants.network_wanted.connect(button.showMenu)
        actions["open_model"].triggered.connect(lambda: self._on_open_model())
        actions["save_model"].triggered.connect(lambda: self._on_save_model())
        actions["save_model"].setEnabled(False)
        actions["save_numbers"].triggered.connect(lambda: self._save_numbers(self.session.layer))
        self._offer_folder(parts.session.source)
        parts.session.source_changed.connect(self._offer_folder)
        self.why.map_page.folder_wanted.connect(self._on_folder_wanted)
        self.why.map_page.patch_chosen.connect(self._on_patch_chosen)
        self._show_name()

    def timing(self) -> Timing:
        """Milliseconds of the newest maps."""
        return self.driver.timing

    def state(self) -> dict[str, Any]:
        """The network and the layer, for the session file."""
        network = self.session.network
        spec = self.session.wish if network is None else network.spec
        if spec is None:
            return {}
        if isinstance(spec, BuiltModel):
            shown: dict[str, Any] = {"built": True}
        else:
            shown = {"backbone": True} if isinstance(spec, BackboneModel) else asdict(spec)
        return {**shown, "layer": self.session.layer, "building": self.building.state()}

    def restore(self, state: dict[str, Any]) -> None:
        """Open what `state` returned, as far as it makes sense; what does not is left out."""
        built, layer = self.building.restore(state.get("building")), state.get("layer")
        spec = built if state.get("built") is True else _spec_of(state)
        if spec is None:
            return
        if isinstance(layer, str):
            self.session.select_layer(layer)
        self.session.wish_for(spec)

    def close(self) -> None:
        """End what it runs; may be called twice."""
        if not self._is_closed:
            self._is_closed = True
            self.finish()  # what was begun beforehand, or there would be parts that know nothing of the end
            self._parts.live.passed.disconnect(self.driver.frame_arrived)
            self._parts.appearance.changed.disconnect(self.driver.redraw)
            self.building.close()
            self.driver.close()

    def _on_shown(self) -> None:
        self._parts.live.set_resting(True)
        self.driver.set_active(True)
        if self.session.wish is None:
            self.session.wish_for(FIRST)

    def _on_left(self) -> None:
        self.driver.set_active(False)
        self._parts.live.set_resting(False)

    def _clear_spot(self) -> bool:
        had_spot = self.session.spot is not None
        self.session.set_spot(None)
        return had_spot

    def _show_name(self) -> None:
        network = self.session.network
        is_opening = self.driver.is_opening
        name = model_words(self.session.wish if is_opening or network is None else network.spec)
        self._button.setText(tr("Opening {name}…", name=name) if is_opening else name)
        self._button.setAccessibleDescription(name)

    def open_file(self, path: Path) -> None:
        """Open a network's file or folder."""
        self.session.wish_for(FileModel(str(path)))

    def _on_network_changed(self) -> None:
        network = self.session.network
        self._actions["save_model"].setEnabled(network is not None)
        if network is not None and isinstance(network.spec, FileModel):
            self._parts.settings.add_recent_network(network.spec.path)
        self._parts.notifier.withdraw(TOPIC)
        self._show_name()
        self.changed.emit()

    def _on_refused(self, error: UserError) -> None:
        self._parts.notifier.error(error, topic=TOPIC)

    def _on_open_model(self) -> None:
        path = self._asked_for_model(tr("Open network"))
        if path is not None:
            self.open_file(path)

    def _on_compare_with_file(self) -> None:
        path = self._asked_for_model(tr("Compare with"))
        if path is not None:
            self.comparison.compare_with(FileModel(str(path)))

    def _asked_for_model(self, title: str) -> Path | None:
        return self._asking.open_file(title, tr("Networks") + " (*.keras *.h5 *.hdf5 *.json *.zip)")

    def _on_numbers_wanted(self, values: np.ndarray, name: str) -> None:
        path = self._asking.save_file(tr("Save numbers"), name, tr("Exact numbers for NumPy") + " (*.npy)")
        if path is not None:
            self._save(lambda: write_atomically(path, as_npy(values)), path)

    def _join_saving(self) -> None:
        saving, notifier = self.driver.saving, self._parts.notifier
        cancel, stop = Offer(tr("Cancel"), saving.cancel), Offer(tr("Stop at once"), saving.stop_at_once)
        saving.progressed.connect(
            lambda words: notifier.tell(words, topic=SAVED, offers=(stop if saving.is_ending else cancel,))
        )
        saving.cancelled.connect(
            lambda path: notifier.tell(
                tr("Not saved: it was cancelled. “{name}” is as it was before.", name=Path(path).name), topic=SAVED
            )
        )
        saving.saved.connect(self._on_network_saved)
        saving.failed.connect(lambda error: notifier.error(error, topic=SAVED))

    def _on_save_model(self, form: Format | None = None) -> None:
        forms = [each for each in FORMATS if each.refusal() is None] if form is None else [form]
        name = file_stem(self.session.network) + forms[0].suffix
        kinds = ";;".join(f"{each.title} (*{each.suffix})" for each in forms)
        path = self._asking.save_file(tr("Save network"), name, kinds)
        if path is not None:
            self.driver.saving.save(path)

    def _on_network_saved(self, path: str) -> None:
        if Path(path).suffix.lower() == FORMATS[0].suffix:
            self._parts.settings.add_recent_network(path)
        self._tell_saved(Path(path))

    def _save_numbers(self, layer: str) -> None:
        if self.session.maps is None or not layer:
            return
        name = layer.replace("/", " ") + ".npy"
        path = self._asking.save_file(tr("Save the layer's numbers"), name, tr("Exact numbers for NumPy") + " (*.npy)")
        if path is not None:
            self.driver.save_raw(layer, path)

    def _on_picture_wanted(self, picture: np.ndarray, name: str) -> None:
        kinds = tr("Pictures") + " (" + " ".join(f"*{suffix}" for suffix in PICTURE_SUFFIXES) + ")"
        path = self._asking.save_file(tr("Save picture"), name, kinds)
        if path is not None:
            self._save(lambda: save_picture(path, picture), path)

    def _offer_folder(self, spec: object) -> None:
        self.why.map_page.set_open_folder(spec.path if isinstance(spec, FolderSpec) else None)

    def _on_folder_wanted(self) -> None:
        folder = self._asking.open_folder(tr("Search the pictures of a folder"))
        if folder is not None:
            self.why.map_page.search(folder)

    def _on_patch_chosen(self, patch: Patch, spot: MapSpot) -> None:
        self._parts.session.set_source(PictureSpec(Path(patch.path)))
        self.session.select_layer(spot.layer)
        self.session.set_spot(spot)

    def _on_text_wanted(self, text: str, name: str) -> None:
        path = self._asking.save_file(tr("Save table"), name, f"{Path(name).suffix[1:].upper()} (*{Path(name).suffix})")
        if path is not None:
            self._save(lambda: write_atomically(path, text.encode()), path)

    def _save(self, work: Callable[[], object], path: Path) -> None:
        self._parts.background.run(work, lambda _: self._tell_saved(path))

    def _tell_saved(self, path: Path) -> None:
        self._parts.notifier.tell(tr("Saved as “{name}”.", name=path.name), topic=SAVED)


def _spec_of(state: dict[str, Any]) -> ModelSpec | None:
    """The network that a session file names, if it can be one."""
    identifier, seed, path = state.get("identifier"), state.get("seed"), state.get("path")
    if isinstance(path, str):
        return FileModel(path)
    if state.get("backbone") is True:
        return BackboneModel()
    return GalleryModel(identifier, seed if isinstance(seed, int) else 0) if identifier in gallery_ids() else None
