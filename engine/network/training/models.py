"""Which network a job starts from, as plain data, and that network as an architecture with weights. No Keras here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import UserError
from engine.network.architecture import Architecture
from engine.network.catalogue import architecture_of
from engine.network.fitting import VALUES
from engine.network.reading.opening import read_model
from engine.network.requests import FileModel, GalleryModel, ModelSpec
from engine.network.weights import Arrays
from engine.text import mark


class ModelError(UserError):
    """The network of a job is not known or not there."""


@dataclass(frozen=True, eq=False)
class Start:
    """What training starts from. Without `arrays` all weights are drawn from the job's seed."""

    architecture: Architecture
    arrays: Arrays | None
    values: str = VALUES.default


def model_to_json(spec: ModelSpec) -> dict[str, Any]:
    """The choice of a network as values that `json.dumps` takes.

    >>> model_to_json(GalleryModel("lenet-5"))
    {'model': 'gallery', 'identifier': 'lenet-5', 'seed': 0}
    """
    if isinstance(spec, GalleryModel):
        return {"model": "gallery", "identifier": spec.identifier, "seed": spec.seed}
    if isinstance(spec, FileModel):
        return {"model": "file", "path": spec.path}
    raise ModelError(mark("This network cannot be kept in a job. Save it as a file first."))


def model_from_json(data: Any, *, base: Path | None = None) -> ModelSpec:
    """The choice that `model_to_json` wrote; a relative path counts from `base`."""
    if not isinstance(data, Mapping):
        raise _damaged()
    match dict(data):
        case {"model": "gallery", "identifier": str(identifier), **rest}:
            seed = rest.pop("seed", 0)
            if rest or not isinstance(seed, int) or isinstance(seed, bool):
                raise _damaged()
            return GalleryModel(identifier, seed)
        case {"model": "file", "path": str(path), **rest} if path and not rest:
            return FileModel(str(path if base is None else base / path))
    raise _damaged()


def start_of(spec: ModelSpec, *, sides: tuple[int, int] | None = None) -> Start:
    """The network that is meant; `sides` where it takes pictures of any size."""
    if isinstance(spec, GalleryModel):
        return Start(architecture_of(spec.identifier), None)
    if isinstance(spec, FileModel):
        read = read_model(Path(spec.path), sides=sides)
        # As `engine.network.opening`: class names beside a model are Teachable Machine's, whose networks take −1 … 1.
        return Start(read.architecture, read.arrays, "signed" if read.class_names else VALUES.default)
    raise ModelError(mark("This network cannot be trained yet. Save it as a file first."))


def _damaged() -> ModelError:
    return ModelError(mark("The job does not say which network it trains. Choose the network again."))
