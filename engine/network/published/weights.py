"""Reading a file that holds weights only, layer by layer in the order of the network. No Keras here."""

from __future__ import annotations

from pathlib import Path

from engine.network.architecture import Architecture
from engine.network.budget import within_budget
from engine.network.reading.hdf5 import Hdf5
from engine.network.reading.limits import Limits, ReadError
from engine.network.weights import Array
from engine.text import mark


def is_weights_only(path: Path, limits: Limits | None = None) -> bool:
    """Whether an `.h5` file holds weights without a description of the layers."""
    with Hdf5(path, limits or Limits()) as file:
        return file.attribute_text("", "model_config") is None and bool(file.attribute_names("", "layer_names"))


def read_weights(path: Path, architecture: Architecture, limits: Limits | None = None) -> dict[str, Array]:
    """The arrays for each layer of a network, by our names.

    Layers in such files are often numbered otherwise than in today's Keras, so that, as in Keras itself, their order
    counts; each array has to be of the shape that its layer needs.
    """
    limits = limits or Limits()
    needed = [
        (each.path, each.node.layer.weights(each.inputs))
        for each in within_budget(architecture, limits.budget).walk()
        if not isinstance(each.node.layer, Architecture) and each.node.layer.weights(each.inputs)
    ]
    found: dict[str, Array] = {}
    with Hdf5(path, limits) as file:
        listed = [(name, file.attribute_names(name, "weight_names")) for name in _layers(file)]
        groups = [(name, weights) for name, weights in listed if weights]
        if len(groups) != len(needed):
            raise ReadError(
                mark("“{name}” holds weights for {count} layers, but the network has {expected}. "
                     "Download the weights again with Keras."),
                name=path.name, count=len(groups), expected=len(needed),
            )  # fmt: skip
        for (place, weights), (group, names) in zip(needed, groups, strict=True):
            if len(names) != len(weights):
                raise ReadError(
                    mark("The layer “{name}” needs {expected} arrays of weights, but the file holds {count}."),
                    name=place[:80], expected=len(weights), count=len(names),
                )  # fmt: skip
            for weight, name in zip(weights, names, strict=True):
                found[f"{place}/{weight.name}"] = file.array(f"{group}/{name}", weight.shape)
    return found


def _layers(file: Hdf5) -> list[str]:
    return file.attribute_names("", "layer_names") or []
