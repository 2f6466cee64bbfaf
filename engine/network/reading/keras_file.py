"""`.keras` files: a zip of the configuration and the weights as HDF5, as Keras 3 (and 2.12 on) writes them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from engine.network.describing.model import Description, is_model
from engine.network.describing.values import Config
from engine.network.reading.archive import Archive
from engine.network.reading.hdf5 import Hdf5
from engine.network.reading.labels import MEMBER, Labels, labels_in
from engine.network.reading.limits import Limits, ReadError
from engine.network.reading.slots import slots_of
from engine.network.tracing import Trace
from engine.network.weights import Array
from engine.text import mark

_CONFIG, _WEIGHTS = "config.json", "model.weights.h5"
# Keras 3 and, with the same file format, Keras 2.12 to 2.15.
_CONTAINERS = ("layers", "_layer_checkpoint_dependencies")


def read_config(path: Path, limits: Limits) -> Any:
    """The configuration of the model in a file, not checked yet."""
    with Archive(path, limits) as archive:
        return parsed(archive.text(_CONFIG))


def read_arrays(
    path: Path, config: Config, description: Description, traced: Trace, limits: Limits
) -> dict[str, Array]:
    """The weights of a model whose configuration was described."""
    with Archive(path, limits) as archive, Hdf5(archive.spooled(_WEIGHTS), limits) as weights:
        container = next((name for name in _CONTAINERS if weights.has(name)), _CONTAINERS[0])
        places = dict(_places(config, "", (), container))
        found: dict[str, Array] = {}
        number: dict[tuple[str, ...], int] = {}
        for slot in slots_of(description, traced):
            index = number.get(slot.origin, 0)
            number[slot.origin] = index + 1
            found[slot.name] = weights.array(f"{places[slot.origin]}/vars/{index}", slot.weight.shape)
        return found


def read_labels(path: Path, limits: Limits) -> Labels:
    """The class names that this program put into the file."""
    with Archive(path, limits) as archive:
        return labels_in(parsed(archive.text(MEMBER))) if MEMBER in archive.names else Labels()


def parsed(text: bytes) -> Any:
    """JSON from a file, or a refusal."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReadError(
            mark("The model's description is damaged and cannot be read. Export it again."), details=str(error)[:500]
        ) from None


def _places(entry: Config, path: str, names: tuple[str, ...], container: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Where each layer's weights lie: groups are called after the layers' classes, and numbered."""
    counts: dict[str, int] = {}
    config = entry["config"]
    for each in config if isinstance(config, list) else config["layers"]:
        group = _snake(str(each["class_name"]))
        count = counts[group] = counts.get(group, -1) + 1
        here = f"{path}/{container}/{group}" + (f"_{count}" if count else "")
        inner = each.get("config")
        name = each.get("name") or (inner.get("name") if isinstance(inner, dict) else None)
        if is_model(each):
            yield from _places(each, here, (*names, str(name)), container)
        else:
            yield (*names, str(name)), here


def _snake(name: str) -> str:
    """A class's name as Keras writes it in files.

    >>> _snake("BatchNormalization"), _snake("Conv2D"), _snake("ReLU")
    ('batch_normalization', 'conv2d', 're_lu')
    """
    name = re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", re.sub(r"\W+", "", name))
    return re.sub(r"([a-z])([A-Z])", r"\1_\2", name).lower()
