"""Opening a model's file: one reader for all formats, for the network worker and for commands. No Keras here.

Nothing of a file is run, imported or unpickled. The configuration is checked against the layers that are known and
against the budget before any weights are read; weights are plain arrays of shapes that were reckoned beforehand.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import UserError
from engine.network.architecture import Architecture
from engine.network.budget import within_budget
from engine.network.describing.model import Description, describe_config
from engine.network.describing.values import mapping
from engine.network.reading import keras_file, legacy, tensorflow_js
from engine.network.reading.architecture_file import is_architecture, read_layers
from engine.network.reading.archive import Archive
from engine.network.reading.limits import Limits, ReadError
from engine.network.tracing import Trace
from engine.network.weights import Arrays, random_weights
from engine.text import mark

SUFFIXES = (".keras", ".h5", ".hdf5", ".zip", ".json")


@dataclass(frozen=True, eq=False)
class ReadModel:
    """A network out of a file: its architecture, all its weights by name, and class names where the file has them.

    `values` says which numbers it expects (one of `VALUES`), and is empty where the file does not. `is_untrained` says
    that the file has no weights, so that random ones stand here.
    """

    architecture: Architecture
    arrays: Arrays
    class_names: tuple[str, ...] = ()
    values: str = ""
    is_untrained: bool = False


def read_model(path: Path, *, sides: tuple[int, int] | None = None, limits: Limits | None = None) -> ReadModel:
    """The network in a `.keras`, `.h5` or TensorFlow.js file or folder; refuses what is not known for certain.

    `sides` are height and width for a model that takes pictures of any size (see `SizeNeededError`).
    """
    return _guarded(path, sides, limits or Limits(), has_weights=True)


def read_architecture(
    path: Path, *, sides: tuple[int, int] | None = None, limits: Limits | None = None
) -> Architecture:
    """The architecture alone, without reading the weights."""
    return _guarded(path, sides, limits or Limits(), has_weights=False).architecture


def _guarded(path: Path, sides: tuple[int, int] | None, limits: Limits, *, has_weights: bool) -> ReadModel:
    try:
        return _read(path, sides, limits, has_weights)
    except UserError:
        raise
    except OSError as error:
        raise ReadError(
            mark("“{name}” cannot be read: {reason}."), details=repr(error), name=path.name,
            reason=error.strerror or str(error),
        ) from None  # fmt: skip
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RuntimeError) as error:
        # RecursionError is a RuntimeError. Whatever a damaged file breaks, it is the file that is at fault.
        raise ReadError(
            mark("“{name}” is damaged, so it cannot be opened. Export the model again."), details=repr(error)[:2000],
            name=path.name,
        ) from None  # fmt: skip


def _read(path: Path, sides: tuple[int, int] | None, limits: Limits, has_weights: bool) -> ReadModel:
    kind = _kind(path, limits)
    with ExitStack() as opened:
        if kind == "keras":
            config = keras_file.read_config(path, limits)
            description, traced = _described(config, sides, limits)
            arrays = keras_file.read_arrays(path, config, description, traced, limits) if has_weights else {}
            labels = keras_file.read_labels(path, limits)
            return ReadModel(description.architecture, arrays, labels.class_names, labels.values)
        if kind == "h5":
            description, traced = _described(legacy.read_config(path, limits), sides, limits)
            arrays = legacy.read_arrays(path, description, traced, limits) if has_weights else {}
            return ReadModel(description.architecture, arrays)
        if kind == "layers":
            architecture = read_layers(path, limits)
            within_budget(architecture, limits.budget)
            return ReadModel(architecture, random_weights(architecture, 0) if has_weights else {}, is_untrained=True)
        if kind == "zip":
            parts = tensorflow_js.in_archive(opened.enter_context(Archive(path, limits)))
        else:
            is_folder = path.is_dir()
            folder, name = (path, tensorflow_js.MODEL) if is_folder else (path.parent, path.name)
            parts = tensorflow_js.in_folder(folder, name)
        document = tensorflow_js.read_document(parts, limits)
        description, traced = _described(tensorflow_js.config_of(document), sides, limits)
        arrays = tensorflow_js.read_arrays(parts, document, description, traced, limits) if has_weights else {}
        labels = tensorflow_js.labels(parts, limits)
        return ReadModel(description.architecture, arrays, labels.class_names, labels.values)


def _described(config: Any, sides: tuple[int, int] | None, limits: Limits) -> tuple[Description, Trace]:
    # What the outside adds for models that were already built does not come from files.
    entry = {name: value for name, value in mapping(config, what="model").items() if name != "input_shape"}
    description = describe_config(entry, sides=sides)
    return description, within_budget(description.architecture, limits.budget)


def _kind(path: Path, limits: Limits) -> str:
    """What a file is, by its first bytes rather than by what it is called."""
    if path.is_dir():
        if not (path / tensorflow_js.MODEL).is_file():
            raise ReadError(
                mark("The folder “{name}” holds no “model.json”. Choose a TensorFlow.js model, or a .keras file."),
                name=path.resolve().name or path,
            )  # fmt: skip
        return "folder"
    if path.stat().st_size > limits.file_bytes:
        raise ReadError(
            mark("“{name}” has more than {limit:,} bytes, which is more than any network here needs."),
            name=path.name, limit=limits.file_bytes,
        )  # fmt: skip
    with path.open("rb") as file:
        head = file.read(8)
    if head[:4] == b"PK\x03\x04":
        with Archive(path, limits) as archive:
            return "keras" if "config.json" in archive.names else "zip"
    if head == b"\x89HDF\r\n\x1a\n":
        return "h5"
    if head.lstrip()[:1] == b"{" and path.suffix.lower() == ".json":
        return "layers" if is_architecture(path) else "folder"
    if head[:2] in (b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05"):
        raise ReadError(
            mark("“{name}” is a pickle, which can run any program when it is opened, so it is not. "
                 "Save the model as .keras."),
            name=path.name,
        )  # fmt: skip
    raise ReadError(
        mark("“{name}” is no model that can be opened. Choose a .keras or .h5 file, or a TensorFlow.js model."),
        name=path.name,
    )  # fmt: skip
