"""TensorFlow.js layers models: `model.json` and weight shards, in a folder or zip. What Teachable Machine exports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import prod
from pathlib import Path, PurePosixPath
from typing import IO, Any

import numpy as np

from engine.network.describing.model import Description
from engine.network.describing.values import entries, mapping
from engine.network.reading.archive import Archive, is_outside
from engine.network.reading.keras_file import parsed
from engine.network.reading.labels import Labels, labels_in
from engine.network.reading.limits import Limits, ReadError
from engine.network.reading.slots import by_name, filled, slots_of
from engine.network.tracing import Trace
from engine.network.weights import Array
from engine.text import mark

MODEL, METADATA = "model.json", "metadata.json"
_TYPES = {"float32": "<f4", "float16": "<f2", "int32": "<i4", "uint8": "u1", "uint16": "<u2", "bool": "u1"}


@dataclass(frozen=True)
class Parts:
    """The files of one model, wherever they lie: their names, that of `model.json`, and a way to open each.

    `open` takes a name and the most bytes that the file may have.
    """

    model: str
    names: tuple[str, ...]
    open: Callable[[str, int], IO[bytes]]

    def text(self, name: str, limits: Limits) -> bytes:
        with self.open(name, limits.text_bytes) as file:
            return file.read()


def in_archive(archive: Archive) -> Parts:
    """The files beside the `model.json` that lies highest in a zip file."""
    models = [PurePosixPath(name) for name in archive.names if PurePosixPath(name).name == MODEL]
    if not models:
        raise ReadError(
            mark("The zip file holds no “model.json”, so it is no TensorFlow.js model. "
                 "In Teachable Machine choose “Export model”, “TensorFlow.js”, “Download”.")
        )  # fmt: skip
    folder = min(models, key=lambda path: len(path.parts)).parent
    inside = {str(PurePosixPath(name).relative_to(folder)): name for name in archive.names
              if PurePosixPath(name).is_relative_to(folder)}  # fmt: skip
    return Parts(MODEL, tuple(inside), lambda name, limit: archive.spooled(inside.get(name, name), limit))


def in_folder(folder: Path, model: str) -> Parts:
    """The files of a folder."""

    def opened(name: str, limit: int) -> IO[bytes]:
        path = folder / name
        if is_outside(name) or not path.resolve().is_relative_to(folder.resolve()):
            raise ReadError(
                mark("The model points to “{name}” outside of its folder, which is not opened."), name=name[:80]
            )
        if not path.is_file():
            raise ReadError(mark("The model needs the file “{name}” beside it, which is missing."), name=name[:80])
        if path.stat().st_size > limit:
            raise ReadError(mark("“{name}” is larger than a model needs."), name=name[:80])
        return path.open("rb")

    return Parts(model, tuple(each.name for each in folder.iterdir()), opened)


def read_document(parts: Parts, limits: Limits) -> dict[str, Any]:
    """`model.json`, not checked further."""
    document = parsed(parts.text(parts.model, limits))
    is_graph = isinstance(document, dict) and document.get("format") == "graph-model"
    if not isinstance(document, dict) or not ("modelTopology" in document or is_graph):
        raise ReadError(
            mark("“{name}” describes no network. Choose the “model.json” of a TensorFlow.js layers model, or "
                 "layers that were saved here."),
            name=parts.model,
        )  # fmt: skip
    if is_graph or "node" in str(list(document.get("modelTopology", {}))[:8]):
        raise ReadError(
            mark("“model.json” is a TensorFlow.js graph model, which has no layers any more. "
                 "Export it as a layers model.")
        )  # fmt: skip
    return document


def config_of(document: dict[str, Any]) -> Any:
    """The configuration in a `model.json`."""
    topology = mapping(document.get("modelTopology"), what="modelTopology")
    return topology.get("model_config", topology)


def labels(parts: Parts, limits: Limits) -> Labels:
    """What Teachable Machine calls the classes; none where the file does not tell."""
    if METADATA not in parts.names:
        return Labels()
    found = labels_in(parsed(parts.text(METADATA, limits)))
    # Class names beside a model are Teachable Machine's, and its networks take −1 … 1.
    return replace(found, values="signed") if found.class_names else found


def read_arrays(
    parts: Parts, document: dict[str, Any], description: Description, traced: Trace, limits: Limits
) -> dict[str, Array]:
    """The weights of a model whose configuration was described."""
    slots = list(slots_of(description, traced))
    listed: dict[str, Any] = {}
    for group in entries(document.get("weightsManifest", []), what="weightsManifest"):
        for each in entries(mapping(group, what="weightsManifest").get("weights"), what="weights"):
            listed[str(mapping(each, what="weights").get("name"))] = each
    places = by_name(slots, listed)
    if places is None:
        raise ReadError(
            mark("The names of the weights do not tell to which layers they belong. Export the model again.")
        )
    needed = {place: slot for slot in slots for place in (places[slot.name],)}
    found: dict[str, Array] = {}
    for name, array in _arrays(parts, document, set(needed), limits):
        found[needed[name].name] = filled(needed[name], array)
    return found


def _arrays(parts: Parts, document: dict[str, Any], wanted: set[str], limits: Limits) -> Iterator[tuple[str, Array]]:
    for group in document.get("weightsManifest", []):
        with _Shards(parts, entries(group.get("paths"), what="paths"), limits) as shards:
            for each in group["weights"]:
                name, shape = str(each.get("name")), _shape(each.get("shape"))
                packing = mapping(each.get("quantization", {}), what="quantization")
                kind = _TYPES.get(str(packing.get("dtype", each.get("dtype"))))
                if kind is None:
                    raise ReadError(mark("The weights “{name}” are kept in a form that is not read."), name=name[:80])
                count = prod(shape)
                if count > limits.budget.parameters:
                    raise ReadError(mark("The weights “{name}” are larger than any layer here."), name=name[:80])
                raw = shards.take(count * np.dtype(kind).itemsize, name)
                if name in wanted:
                    yield name, _unpacked(np.frombuffer(raw, kind).reshape(shape), each, packing)


def _unpacked(values: Array, about: Any, packing: Any) -> Array:
    """Numbers that were squeezed into fewer bits, spread out again."""
    if "scale" in packing:
        scale, low = packing["scale"], packing.get("min", 0)
        if not all(isinstance(each, (int, float)) and np.isfinite(each) for each in (scale, low)):
            raise ReadError(
                mark("The weights “{name}” are damaged. Export the model again."), name=str(about.get("name"))
            )
        spread: Array = (values.astype(np.float64) * scale + low).astype(np.float32)
        return spread
    whole: Array = values.astype(np.int32 if about.get("dtype") == "int32" else np.float32)
    return whole


def _shape(found: Any) -> tuple[int, ...]:
    listed = entries(found, what="shape", most=8)
    if not all(isinstance(side, int) and not isinstance(side, bool) and 0 <= side < 2**31 for side in listed):
        raise ReadError(mark("The model's description is damaged: “{what}” cannot be read."), what="shape")
    return tuple(listed)


class _Shards:
    """Several files read as if they were one."""

    def __init__(self, parts: Parts, names: list[Any], limits: Limits) -> None:
        if not all(isinstance(name, str) for name in names) or len(names) > limits.members:
            raise ReadError(mark("The model's description is damaged: “{what}” cannot be read."), what="paths")
        for name in names:
            if is_outside(name):
                raise ReadError(
                    mark("The model points to “{name}” outside of its folder, which is not opened."), name=name[:80]
                )
        self._parts, self._names, self._limits = parts, list(names), limits
        self._file: IO[bytes] | None = None

    def __enter__(self) -> _Shards:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def take(self, count: int, name: str) -> bytes:
        """The next `count` bytes."""
        pieces: list[bytes] = []
        while count:
            if self._file is None:
                if not self._names:
                    raise ReadError(
                        mark("The files end before the weights “{name}” do. Download the model again."), name=name[:80]
                    )
                self._file = self._parts.open(self._names.pop(0), self._limits.unpacked_bytes)
            piece = self._file.read(count)
            if not piece:
                self._file.close()
                self._file = None
                continue
            pieces.append(piece)
            count -= len(piece)
        return b"".join(pieces)
