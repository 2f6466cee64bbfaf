"""Which network a job starts from, as plain data. No Keras here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.errors import UserError
from engine.network.built import BuiltModel
from engine.network.requests import BackboneModel, FileModel, GalleryModel, ModelSpec
from engine.text import mark


class ModelError(UserError):
    """The network of a job is not known or not there."""


def model_to_json(spec: ModelSpec) -> dict[str, Any]:
    """The choice of a network as values that `json.dumps` takes.

    >>> model_to_json(GalleryModel("lenet-5"))
    {'model': 'gallery', 'identifier': 'lenet-5', 'seed': 0}
    """
    if isinstance(spec, GalleryModel):
        return {"model": "gallery", "identifier": spec.identifier, "seed": spec.seed}
    if isinstance(spec, FileModel):
        return {"model": "file", "path": spec.path}
    if isinstance(spec, BackboneModel):
        return {"model": "backbone"}
    if isinstance(spec, BuiltModel):
        return {"model": "built", **spec.to_json()}
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
        case {"model": "backbone", **rest} if not rest:
            return BackboneModel()
        case {"model": "built", **rest}:
            built = BuiltModel.from_json(rest)
            return replace(built, origin=str(base / built.origin)) if built.origin and base is not None else built
    raise _damaged()


def _damaged() -> ModelError:
    return ModelError(mark("The job does not say which network it trains. Choose the network again."))
