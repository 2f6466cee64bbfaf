"""The part of a network that never changes while the rest is trained, cut off so that it is run only once. No Keras."""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.network.architecture import Architecture, Node, Tap
from engine.network.layers.augmentation import Augmentation
from engine.network.layers.dropout import Dropout, GaussianNoise
from engine.network.layers.input import Input
from engine.network.layers.layer import Layer
from engine.network.tracing import trace
from engine.network.training.freezing import unfrozen
from engine.network.training.tuning import Tuning
from engine.network.weights import Array, Arrays, weights_of

MOST_FEATURE_BYTES = 2_000_000_000
_CHANCE = (Augmentation, Dropout, GaussianNoise)


@dataclass(frozen=True)
class Phase:
    """Epochs from `first` on (counted from 0) in which the same layers learn, at the rate times `factor`."""

    first: int
    architecture: Architecture
    factor: float = 1.0


@dataclass(frozen=True)
class Halves:
    """A network in two: `extractor` never changes, `learner` takes what it gives. Layers keep their names."""

    extractor: Architecture
    learner: Architecture


def phases_of(architecture: Architecture, tuning: Tuning) -> tuple[Phase, ...]:
    """In which order layers learn: once, or frozen first and then with the last layers unfrozen."""
    first = Phase(0, architecture)
    if not tuning.unfreeze_after or not tuning.frozen_up_to:
        return (first,)
    return (first, Phase(tuning.unfreeze_after, unfrozen(architecture, tuning.unfreeze_from), tuning.lower_rate))


def halves_of(architecture: Architecture) -> Halves | None:
    """The network cut where learning begins; None where it begins at once, or where more than one value crosses.

    What chance has a part in, such as dropout, is not cut off: it differs from one epoch to the next.
    """
    learns = {path.partition("/")[0] for path in learning(architecture)}
    still: list[Node] = []
    names: set[str] = set()
    for node in architecture.nodes:
        is_fed_by_still = all(tap.node in names for tap in node.inputs) and (not node.shares or node.shares in names)
        if is_fed_by_still and node.name not in learns and not _has_chance(node.layer):
            still.append(node)
            names.add(node.name)
    rest = [node for node in architecture.nodes if node.name not in names]
    if not any(not isinstance(node.layer, Input) and _has_weights(node) for node in still):
        return None
    crossing = {tap for node in rest for tap in node.inputs if tap.node in names}
    shared = any(node.shares in names for node in rest)
    if len(crossing) != 1 or shared or any(tap.node in names for tap in architecture.outputs):
        return None
    (tap,) = crossing
    extractor = replace(
        architecture, nodes=tuple(still), outputs=(tap,),
        inputs=tuple(name for name in architecture.inputs if name in names),
    )  # fmt: skip
    entrance = _free_name("features", {node.name for node in architecture.nodes})
    shape = trace(extractor).checked().outputs[0]
    fed = tuple(
        replace(node, inputs=tuple(Tap(entrance) if each == tap else each for each in node.inputs)) for node in rest
    )
    learner = replace(
        architecture, nodes=(Node(entrance, Input(shape=shape)), *fed), inputs=(entrance,)
    )  # fmt: skip
    return Halves(extractor, learner)


def learning(architecture: Architecture) -> set[str]:
    """The paths of the layers whose weights training changes."""
    return {
        path for path, layer in ((name.rpartition("/")[0], weight) for name, weight in weights_of(architecture))
        if layer.is_trainable and _layer_at(architecture, path).trainable
    }  # fmt: skip


def arrays_for(architecture: Architecture, arrays: Arrays) -> dict[str, Array]:
    """Those of the arrays that belong to a part of the network."""
    return {name: arrays[name] for name, _ in weights_of(architecture)}


def _layer_at(architecture: Architecture, path: str) -> Layer:
    first, _, rest = path.partition("/")
    layer = architecture.by_name[first].layer
    return _layer_at(layer, rest) if isinstance(layer, Architecture) else layer


def _has_chance(layer: Layer | Architecture) -> bool:
    if isinstance(layer, Architecture):
        return any(_has_chance(node.layer) for node in layer.nodes)
    return isinstance(layer, _CHANCE)


def _has_weights(node: Node) -> bool:
    if isinstance(node.layer, Architecture):
        return any(_has_weights(inner) for inner in node.layer.nodes)
    return node.layer.KIND not in ("Flatten", "Reshape", "ZeroPadding2D", "Cropping2D", "Rescaling", "Resizing")


def _free_name(wanted: str, taken: set[str]) -> str:
    return wanted if wanted not in taken else _free_name(f"{wanted}_", taken)
