"""Carries the weights of the open network over to the one that takes its place. For the network worker only.

An edit changes a layer or two of a network that may have a hundred million weights; making or reading all of them
anew takes seconds. A layer whose weights would come out the same takes them from the network that is open, without a
copy: both hold the same numbers until one of them is given others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from engine.network.built import BuiltModel
from engine.network.built_weights import weight_keys
from engine.network.reading.opening import ReadModel


@dataclass(frozen=True, eq=False)
class OpenBefore:
    """The Keras model that is open, what it is as a built network, and what its file says beside the weights."""

    model: Any
    spec: BuiltModel
    origin: ReadModel | None = None


def carried(before: OpenBefore, after: BuiltModel) -> dict[str, Any]:
    """The weights of `after`, by name, that `before` has already; tensors, which serve as arrays do."""
    held = {key: path for path, key in weight_keys(before.spec).items()}
    found: dict[str, Any] = {}
    for path, key in weight_keys(after).items():
        if key in held:
            for variable in before.model.get_layer(held[key]).weights:
                found[f"{path}/{variable.name}"] = variable.value.read_value()
    return found
