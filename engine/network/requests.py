"""What the window asks of an open network, and what the network worker answers. Imports nothing heavy.

    Connect(frames=…, maps=…, pictures=…)           # the rings; again after the worker was restarted, or one grew
    OpenModel(model=GalleryModel("lenet-5"))        → Opened
    ShowLayers(layers=("conv1",), view=MapView())   → Answer
    Frame()                                         → Maps | NoFrame | NeedsLargerRing

A picture goes into the ring `frames`, then `Frame` is sent; no second one before the answer is there. The worker takes
the newest picture, so those that came while it was busy are dropped. Maps come back in the ring `maps`, packed one
after another under the frame's number; single results (`Raw`, `Heat`, `Forming`) in the ring `pictures`, numbered by
their job. Questions about a value or an answer (`DrillDown`, `ClassMap`, …) are about the picture of the last `Maps`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.child.messages import Answer, Message, Request
from engine.child.ring import RingAddress
from engine.network.architecture import Architecture
from engine.network.backbone.card import FILE
from engine.network.built import BuiltModel
from engine.network.fitting import FIT, Placement
from engine.network.maps import LayerMaps, MapView

RingName = Literal["maps", "pictures"]


@dataclass(frozen=True)
class GalleryModel:
    """A network of the gallery with random weights that follow from `seed`."""

    identifier: str
    seed: int = 0


@dataclass(frozen=True)
class FileModel:
    """A network in a file or folder."""

    path: str


@dataclass(frozen=True)
class BackboneModel:
    """The network that comes with the program, trained on drawn pictures: a start for one's own."""

    @property
    def path(self) -> str:
        """Its file, wherever the program is installed."""
        return str(FILE)


ModelSpec: TypeAlias = GalleryModel | FileModel | BackboneModel | BuiltModel


@dataclass(frozen=True, kw_only=True)
class Connect(Request):
    """Use these rings from now on. The window writes to `frames` and reads the other two."""

    frames: RingAddress
    maps: RingAddress
    pictures: RingAddress


@dataclass(frozen=True, kw_only=True)
class NeedsLargerRing(Answer):
    """What was asked for needs slots of `slot_bytes` in a ring: make a larger one, `Connect`, and ask again.

    A `Frame` has to be written to the ring `frames` again too, or asked for with `is_again` where that ring stays.
    """

    ring: RingName
    slot_bytes: int


@dataclass(frozen=True, kw_only=True)
class OpenModel(Request):
    """Open a network; the one before stays open until that has worked. Tells its progress.

    `values` (one of `VALUES`) and `side` (where the network leaves its input's size open) are needed only where the
    network's own description does not say; None takes that, or the usual.
    """

    model: ModelSpec
    values: str | None = None
    side: int | None = None


@dataclass(frozen=True)
class LayerFact:
    """A layer that can be shown: the way to it, its class, its output's shape, whether a value can be drilled into."""

    path: str
    kind: str
    shape: tuple[int, ...]
    is_explained: bool


@dataclass(frozen=True, kw_only=True)
class Opened(Answer):
    """The network is open and takes pictures of `pixels_shape` (height, width, channels).

    `architecture` comes with networks out of files; that of a gallery network is in `engine.network.catalogue`, that
    of a built one in its specification. `is_untrained` says that its weights are random.
    """

    name: str
    pixels_shape: tuple[int, int, int]
    values: str
    layers: tuple[LayerFact, ...]
    class_names: tuple[str, ...] = ()
    architecture: Architecture | None = None
    is_untrained: bool = False


@dataclass(frozen=True, kw_only=True)
class CloseModel(Request):
    """Let go of the network."""


@dataclass(frozen=True, kw_only=True)
class SaveModel(Request):
    """Write the open network to `path`, in the form that its ending asks for. Tells its progress.

    The new file is written beside the old one under a name that follows from `token`
    (`engine.files.temporary_beside`), so that the window can clear it away if the worker dies over it.
    """

    path: str
    class_names: tuple[str, ...] = ()
    token: str = ""


@dataclass(frozen=True, kw_only=True)
class Saved(Answer):
    """The network is in the file, which was read back and gave the same answers."""

    path: str


@dataclass(frozen=True, kw_only=True)
class ShowLayers(Request):
    """From the next frame on give the maps of these layers. `fit` is one of `FIT`."""

    layers: tuple[str, ...]
    view: MapView = field(default_factory=MapView)
    fit: str = FIT.default


@dataclass(frozen=True, kw_only=True)
class Frame(Request):
    """Work on the newest picture in the ring, also if it was worked on before with `is_again`.

    With `keeps_order` sorted maps stay in their places, so that a live mosaic does not flicker.
    """

    is_again: bool = False
    keeps_order: bool = False


@dataclass(frozen=True, kw_only=True)
class NoFrame(Answer):
    """There is no picture that was not worked on yet."""


@dataclass(frozen=True, kw_only=True)
class Timings:
    """Seconds: fitting the picture, the network's own part, drawing its maps, and putting them into the ring."""

    fit: float
    forward: float
    draw: float
    hand_over: float

    @property
    def total(self) -> float:
        return self.fit + self.forward + self.draw + self.hand_over


@dataclass(frozen=True, kw_only=True, eq=False)
class Maps(Answer):
    """The maps of picture `number` lie in the ring `maps` under that number, `size` bytes, as `layers` say.

    `scores` is the network's answer, `placement` where the network's picture lies on the user's. `is_settled` is false
    as long as a faster function for these layers is in the making.
    """

    number: int
    captured_at: float
    layers: tuple[LayerMaps, ...]
    size: int
    scores: NDArray[np.float32]
    placement: Placement
    timings: Timings
    is_settled: bool


@dataclass(frozen=True, kw_only=True)
class AskRaw(Request):
    """The numbers themselves of one layer, for the picture of the last `Maps`."""

    layer: str


@dataclass(frozen=True, kw_only=True)
class Raw(Answer):
    """The layer's output, float32 without the batch axis, lies in the ring `pictures`; ready for `numpy.save`."""

    number: int
    layer: str
    shape: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class DrillDown(Request):
    """Where the value at a place of a layer comes from → `engine.network.explained.Explained`."""

    layer: str
    row: int
    column: int
    channel: int


@dataclass(frozen=True, kw_only=True)
class ClassMap(Request):
    """Grad-CAM: where in the picture a layer sees what speaks for a class. None: the last layer of maps, the answer."""

    layer: str | None = None
    class_index: int | None = None


@dataclass(frozen=True, kw_only=True)
class Saliency(Request):
    """How much each pixel sways a class's score; `is_guided` lets only what speaks for it back through each ReLU."""

    class_index: int | None = None
    is_guided: bool = False


@dataclass(frozen=True, kw_only=True)
class Occlusion(Request):
    """How far a class's score falls when a gray square covers each place. Tells its progress.

    `patch` is the square's side and `step` the way between places, in pixels of the network's picture; None: an eighth
    of its side, and half a patch.
    """

    class_index: int | None = None
    patch: int | None = None
    step: int | None = None


@dataclass(frozen=True, kw_only=True)
class Heat(Answer):
    """A map over the network's picture, float32 in the ring `pictures`: (H, W), or (H, W, channels) if guided.

    `score` is the class's own number in the network's answer. From `ClassMap` values are 0–1, unless nothing speaks
    for the class; then all are 0. From `Occlusion` they are by how much the score fell.
    """

    number: int
    class_index: int
    score: float
    layer: str = ""


@dataclass(frozen=True, kw_only=True)
class Maximise(Request):
    """Let a picture form that excites one channel of a layer as much as can be. Sends `Forming` as it goes."""

    layer: str
    channel: int
    steps: int = 96
    seed: int = 0


@dataclass(frozen=True, kw_only=True)
class Forming(Message):
    """The picture after `step` of `steps` lies in the ring `pictures`: uint8 (H, W, channels). `value`: how excited."""

    number: int
    step: int
    steps: int
    value: float


@dataclass(frozen=True, kw_only=True)
class Formed(Answer):
    """The picture is finished; it is the last one that `Forming` told of."""

    number: int
    value: float


@dataclass(frozen=True, kw_only=True)
class BestPatches(Request):
    """The pieces of a folder's pictures that excite one channel most. Tells its progress, and what it has so far."""

    folder: str
    layer: str
    channel: int
    count: int = 12


@dataclass(frozen=True)
class Patch:
    """A piece of a picture: the file, the value it gives, and where: row, column, height, width in its pixels.

    `row` and `column` are the value's place in the map.
    """

    path: str
    value: float
    box: tuple[float, float, float, float]
    row: int = 0
    column: int = 0


@dataclass(frozen=True, kw_only=True)
class PatchesSoFar(Message):
    """The best pieces of the pictures that were looked at so far, best first."""

    patches: tuple[Patch, ...]


@dataclass(frozen=True, kw_only=True)
class Patches(Answer):
    """The best pieces, best first; `looked_at` pictures, and the names of files that could not be read."""

    patches: tuple[Patch, ...]
    looked_at: int
    unreadable: tuple[str, ...] = ()
