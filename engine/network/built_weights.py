"""The weights of a network that was built: a file's, random ones, and kernels put into filters. No Keras here."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from dataclasses import replace

import numpy as np

from engine.network.architecture import Architecture
from engine.network.built import BuiltModel, PlacedKernel
from engine.network.drafting import fitting_kernels
from engine.network.exchange import bank_of, place
from engine.network.tracing import trace
from engine.network.weights import Array, Arrays, initial


def built_weights(
    model: BuiltModel, origin: Arrays | None = None, *, only: Collection[str] | None = None
) -> dict[str, Array]:
    """All weights by name, or those of the layers `only`; `origin` are the arrays of the file that it comes from.

    A layer whose weights have another shape than in the file, because it or what comes in was changed, gets new ones.
    """
    given: Mapping[str, Array] = origin or {}
    traced = trace(model.architecture).checked()
    found: dict[str, Array] = {}
    for each in traced.walk():
        layer = each.node.layer
        if isinstance(layer, Architecture) or each.is_shared or (only is not None and each.path not in only):
            continue
        root = model.root(each.path)
        held = layer.weights(each.inputs)
        is_kept = bool(root) and all(_fits(given.get(f"{root}/{weight.name}"), weight.shape) for weight in held)
        for weight in held:
            if is_kept:
                found[f"{each.path}/{weight.name}"] = given[f"{root}/{weight.name}"]
            else:
                found[f"{each.path}/{weight.name}"] = initial(
                    weight, f"{_stream(model, each.path)}/{weight.name}", model.seed
                )
    by_path = traced.by_path
    for placed in fitting_kernels(model, traced):
        bank = bank_of(by_path[placed.layer].node.layer, by_path[placed.layer].inputs)
        name = f"{placed.layer}/{bank.weight}" if bank is not None else ""
        if name in found and bank is not None:
            found[name] = np.array(found[name], np.float32)
            place(found[name], bank, placed)
    return found


def weight_keys(model: BuiltModel) -> dict[str, Hashable]:
    """For each layer with weights all that its weights follow from: equal keys, equal weights, in any two networks."""
    traced = trace(model.architecture).checked()
    kernels: dict[str, tuple[PlacedKernel, ...]] = {}
    for placed in fitting_kernels(model, traced):
        kernels[placed.layer] = (*kernels.get(placed.layer, ()), replace(placed, layer=""))
    found: dict[str, Hashable] = {}
    for each in traced.walk():
        layer = each.node.layer
        if isinstance(layer, Architecture) or each.is_shared:
            continue
        shapes = tuple((weight.name, weight.shape) for weight in layer.weights(each.inputs))
        # What is not in the file is drawn by the layer's own name.
        names = (model.root(each.path), _stream(model, each.path))
        if shapes:
            found[each.path] = (model.origin, model.seed, names, shapes, kernels.get(each.path, ()))
    return found


def _stream(model: BuiltModel, path: str) -> str:
    """The name that chooses the random stream of a layer's weights."""
    return path if model.origin else model.root(path) or path


def _fits(array: Array | None, shape: tuple[int, ...]) -> bool:
    return array is not None and tuple(array.shape) == shape
