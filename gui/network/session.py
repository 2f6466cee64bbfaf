"""What the user has set in the Network workspace, and what the network answers to the newest picture."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.errors import UserError
from engine.imaging.explanation import Explanation
from engine.network.architecture import Architecture
from engine.network.built import BuiltModel
from engine.network.explained import Part
from engine.network.fitting import FIT
from engine.network.maps import LayerMaps, MapView
from engine.network.requests import GalleryModel, Maps, ModelSpec, Opened
from engine.network.table import Table


@dataclass(frozen=True)
class MapSpot:
    """One value of one map of a layer."""

    layer: str
    channel: int
    row: int = 0
    column: int = 0


@dataclass(frozen=True, eq=False)
class OpenNetwork:
    """The network that is open: what the worker says of it, its architecture and its parameter table."""

    spec: ModelSpec
    opened: Opened
    architecture: Architecture | None
    table: Table | None

    @property
    def class_names(self) -> tuple[str, ...]:
        """A name for every class, as far as they are known."""
        return self.opened.class_names

    @property
    def is_untrained(self) -> bool:
        """Whether its weights are random, so that its answers mean nothing yet."""
        return isinstance(self.spec, GalleryModel) or self.opened.is_untrained


@dataclass(frozen=True, eq=False)
class MapsShown:
    """The maps of the newest picture: what the worker said, and the mosaic of each layer as RGB pixels for the screen.

    `frame` is the picture that the network saw, as the source gave it; `seconds` since it was captured.
    """

    answer: Maps
    mosaics: dict[str, np.ndarray]
    frame: np.ndarray
    frames_per_second: float = 0.0
    seconds: float = 0.0

    def layer(self, path: str) -> LayerMaps | None:
        """The maps of one layer, if it is on screen."""
        return next((each for each in self.answer.layers if each.path == path), None)


@dataclass(frozen=True, eq=False)
class Drilled:
    """Where one value comes from: its arithmetic, and the part of the picture that it sees.

    `explanation` ends in the value. `parts` lead there, from the layer that gathered a window through those that
    changed its value by itself (batch normalisation, activation) to the layer of the spot. `reported` is the network's
    own number.
    """

    spot: MapSpot
    explanation: Explanation | None
    box: tuple[float, float, float, float] | None
    reported: float
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Progress:
    """How far something long has come, 0 … 1, or unknown; empty text: nothing is under way."""

    text: str = ""
    share: float | None = None


@dataclass(frozen=True)
class Looking:
    """How maps are shown and how the picture is fitted to the network."""

    view: MapView = field(default_factory=MapView)
    fit: str = FIT.default
    threshold: float = 0.0  # below this share the answer is “none of these”


class NetworkSession(QObject):
    """The Network workspace's part of the session; the same rules as `gui.session.Session`.

    Signals:
        wished(object): another network is wished for, a `ModelSpec`.
        network_changed(object): the `OpenNetwork`, or None.
        network_kept(): the one wished for could not be opened; what was open stays.
        layer_changed(str): the path of the selected layer.
        looking_changed(object): the `Looking`.
        marked_changed(object): the channels (a tuple) that are pointed out beside the spot's.
        order_wanted(): sorted maps, which keep their places while pictures change, are to be sorted anew.
        spot_changed(object): the `MapSpot` whose value is explained, or None.
        maps_changed(object): the newest `MapsShown`, or None.
        drilled_changed(object): the newest `Drilled`, or None.
        progress_changed(object): the `Progress` of opening a network or of a long question.
        refused(object): a `UserError` to be told in place; what was there stays.
    """

    wished = Signal(object)
    network_changed = Signal(object)
    network_kept = Signal()
    layer_changed = Signal(str)
    looking_changed = Signal(object)
    marked_changed = Signal(object)
    order_wanted = Signal()
    spot_changed = Signal(object)
    maps_changed = Signal(object)
    drilled_changed = Signal(object)
    progress_changed = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wish: ModelSpec | None = None
        self._network: OpenNetwork | None = None
        self._layer = ""
        self._looking = Looking()
        self._spot: MapSpot | None = None
        self._marked: tuple[int, ...] = ()
        self._maps: MapsShown | None = None
        self._drilled: Drilled | None = None
        self._progress = Progress()

    @property
    def wish(self) -> ModelSpec | None:
        """The network that was asked for last."""
        return self._wish

    def wish_for(self, spec: ModelSpec) -> None:
        """Ask for another network; the open one stays until the other has been opened."""
        self._wish = spec
        self.wished.emit(spec)

    @property
    def network(self) -> OpenNetwork | None:
        """The network that is open."""
        return self._network

    def put_network(self, network: OpenNetwork | None) -> None:
        """Another network is open now; called by the driver only."""
        before, self._network = self._network, network
        if not _has_same_layers(before, network):
            self.set_spot(None)
            self.put_maps(None)
        self.network_changed.emit(network)
        paths = [fact.path for fact in network.opened.layers] if network else []
        if self._layer not in paths:
            self.select_layer(_first_with_maps(network))

    def keep_network(self) -> None:
        """The network wished for could not be opened, so the open one is meant again; called by the driver only."""
        if self._network is not None:
            self._wish = self._network.spec
        self.network_kept.emit()

    @property
    def layer(self) -> str:
        """The path of the selected layer, or ""."""
        return self._layer

    def select_layer(self, path: str) -> None:
        """Select a layer everywhere."""
        if path != self._layer:
            self._layer = path
            self.set_spot(None)
            self.layer_changed.emit(path)

    @property
    def looking(self) -> Looking:
        """How maps are shown."""
        return self._looking

    def look(self, looking: Looking) -> None:
        """Show maps in another way."""
        if looking != self._looking:
            self._looking = looking
            self.looking_changed.emit(looking)

    @property
    def spot(self) -> MapSpot | None:
        """The value whose origin is shown."""
        return self._spot

    def place(self) -> tuple[int, int]:
        """Row and column at which another map of the layer is looked at: those of the spot, or the middle."""
        if self._spot is not None:
            return self._spot.row, self._spot.column
        facts = self._network.opened.layers if self._network is not None else ()
        shape = next((fact.shape for fact in facts if fact.path == self._layer), ())
        return (shape[0] // 2, shape[1] // 2) if len(shape) == 3 else (0, 0)

    def set_spot(self, spot: MapSpot | None) -> None:
        """Ask where a value comes from."""
        if spot != self._spot:
            self._spot = spot
            if spot is None or spot.channel not in self._marked:
                self.point_out(())
            if spot is None:
                self.put_drilled(None)
            self.spot_changed.emit(spot)

    @property
    def marked(self) -> tuple[int, ...]:
        """Channels of the selected layer that are pointed out."""
        return self._marked

    def point_out(self, channels: tuple[int, ...]) -> None:
        """Point out these maps; another spot ends that."""
        if channels != self._marked:
            self._marked = channels
            self.marked_changed.emit(channels)

    def sort_again(self) -> None:
        """Sort the maps anew by what they are on the present picture."""
        self.order_wanted.emit()

    @property
    def maps(self) -> MapsShown | None:
        """The newest maps."""
        return self._maps

    def put_maps(self, maps: MapsShown | None) -> None:
        """Newer maps are there; called by the driver only."""
        if maps is not self._maps:
            self._maps = maps
            self.maps_changed.emit(maps)

    @property
    def drilled(self) -> Drilled | None:
        """Where the value at the spot comes from."""
        return self._drilled

    def put_drilled(self, drilled: Drilled | None) -> None:
        """The answer to where a value comes from; called by the driver only."""
        if drilled is not self._drilled:
            self._drilled = drilled
            self.drilled_changed.emit(drilled)

    @property
    def progress(self) -> Progress:
        """What is under way."""
        return self._progress

    def put_progress(self, progress: Progress) -> None:
        """Something long has come further; called by the driver only."""
        if progress != self._progress:
            self._progress = progress
            self.progress_changed.emit(progress)

    def refuse(self, error: UserError) -> None:
        """Tell a refusal in place; called by the driver only."""
        self.put_progress(Progress())
        self.refused.emit(error)


def _has_same_layers(one: OpenNetwork | None, other: OpenNetwork | None) -> bool:
    """Whether only weights are different, so that what is on screen stays in its place until the newer maps come."""
    if one is None or other is None or not (isinstance(one.spec, BuiltModel) and isinstance(other.spec, BuiltModel)):
        return False
    return one.architecture == other.architecture


def _first_with_maps(network: OpenNetwork | None) -> str:
    """The first layer behind the input whose output is a stack of maps."""
    layers = network.opened.layers if network else ()
    return next((fact.path for fact in layers if len(fact.shape) == 3 and fact.kind != "input"), "")
