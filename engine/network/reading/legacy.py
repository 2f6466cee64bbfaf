"""`.h5` files of Keras 1 and 2, which Keras 3 still writes on demand: one HDF5 file with everything in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.network.describing.model import Description
from engine.network.reading.hdf5 import Hdf5
from engine.network.reading.keras_file import parsed
from engine.network.reading.limits import Limits, ReadError
from engine.network.reading.slots import Slot, by_name, in_keras_order, slots_of
from engine.network.tracing import Trace
from engine.network.weights import Array
from engine.text import mark

_WEIGHTS = "model_weights"


def read_config(path: Path, limits: Limits) -> Any:
    """The configuration of the model in a file, not checked yet."""
    with Hdf5(path, limits) as file:
        text = file.attribute_text("", "model_config")
    if text is None:
        raise ReadError(
            mark("“{name}” holds weights but no description of the layers. Save the whole model."),
            name=path.name,
        )  # fmt: skip
    return parsed(text)


def read_arrays(path: Path, description: Description, traced: Trace, limits: Limits) -> dict[str, Array]:
    """The weights of a model whose configuration was described."""
    groups: dict[str, list[Slot]] = {}
    for slot in slots_of(description, traced):
        groups.setdefault(slot.origin[0], []).append(slot)
    found: dict[str, Array] = {}
    with Hdf5(path, limits) as file:
        for name, slots in groups.items():
            names = file.attribute_names(f"{_WEIGHTS}/{name}", "weight_names")
            if names is None or len(names) != len(slots):
                raise ReadError(
                    mark("The layer “{name}” needs {expected} arrays of weights, but the file holds {count}."),
                    name=name[:80], expected=len(slots), count=len(names or ()),
                )  # fmt: skip
            # The names tell most; where they do not, the order does, and the shapes are checked in either case.
            places = by_name(slots, names) or dict(
                zip((slot.name for slot in in_keras_order(slots)), names, strict=True)
            )
            for slot in slots:
                found[slot.name] = file.array(f"{_WEIGHTS}/{name}/{places[slot.name]}", slot.weight.shape)
    return found
