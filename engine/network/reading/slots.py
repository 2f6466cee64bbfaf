"""Which arrays a described network needs, and finding them by the names that they have in files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from engine.network.architecture import Architecture
from engine.network.describing.model import Description
from engine.network.layers.layer import Weight
from engine.network.tracing import Trace
from engine.network.weights import Array, fitted

# What older versions called a layer's weights.
_OLD_NAMES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("DepthwiseConv2D", "kernel"): ("depthwise_kernel",),
    ("BatchNormalization", "moving_mean"): ("running_mean",),
    ("BatchNormalization", "moving_variance"): ("running_std", "running_variance"),
}


@dataclass(frozen=True)
class Slot:
    """One array that is needed: what it is called here, and its layer, with the models around it, in the file."""

    name: str
    origin: tuple[str, ...]
    kind: str
    weight: Weight
    is_trainable: bool

    @property
    def endings(self) -> tuple[str, ...]:
        """How its name in a file may end."""
        names = (self.weight.name, *_OLD_NAMES.get((self.kind, self.weight.name), ()))
        return tuple(f"{self.origin[-1]}/{name}" for name in names)


def slots_of(description: Description, traced: Trace) -> Iterator[Slot]:
    """All arrays that a network needs, those that are shared once."""
    for each in traced.walk():
        layer = each.node.layer
        if isinstance(layer, Architecture) or each.is_shared:
            continue
        for weight in layer.weights(each.inputs):
            yield Slot(
                f"{each.path}/{weight.name}",
                description.origins[each.path],
                layer.KIND,
                weight,
                layer.trainable and weight.is_trainable,
            )


def in_keras_order(slots: Iterable[Slot]) -> list[Slot]:
    """The order in which old files list the weights of a nested model: first those that are trained."""
    return sorted(slots, key=lambda slot: not slot.is_trainable)


def by_name(slots: Iterable[Slot], names: Iterable[str]) -> dict[str, str] | None:
    """For each slot the name of its array; None where the names do not tell for certain.

    A file's names carry the models around a layer, or leave them out, and may end in `:0`.
    """
    clean = {name.removesuffix(":0"): name for name in names}
    ends: dict[str, list[str]] = {}
    for name in clean:
        parts = name.split("/")
        for start in range(len(parts) - 1):
            ends.setdefault("/".join(parts[start:]), []).append(name)
    found: dict[str, str] = {}
    for slot in slots:
        candidates: list[str] = []
        for ending in slot.endings:
            whole = "/".join((*slot.origin[:-1], ending))
            candidates = next((ends[each] for each in (whole, ending) if len(ends.get(each, ())) == 1), [])
            if candidates:
                break
        if not candidates:
            return None
        found[slot.name] = clean[candidates[0]]
    return found if len(set(found.values())) == len(found) else None


def filled(slot: Slot, array: Array) -> Array:
    """`array`, if it fits the slot."""
    return fitted(slot.name, array, slot.weight.shape)
