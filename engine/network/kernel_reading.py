"""Takes single kernels out of the open network, and gives a built one other kernels. For the network worker only."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from engine.errors import UserError
from engine.network.activations import LiveNetwork
from engine.network.architecture import Architecture
from engine.network.built import BuiltModel
from engine.network.built_weights import built_weights
from engine.network.catalogue import architecture_of
from engine.network.drafting import copy_of
from engine.network.exchange import WITH_FILTERS, AskKernel, FilterBank, TakenKernel, taken
from engine.network.layers.convolution import Convolution
from engine.network.layers.depthwise import Separable
from engine.network.layers.input import Input
from engine.network.layers.transposed import Transposed
from engine.network.published.making import read_network
from engine.network.reading.opening import ReadModel
from engine.network.requests import FileModel, GalleryModel
from engine.text import mark


class NoFiltersError(UserError):
    """A layer without kernels of height and width."""


def read_kernel(network: LiveNetwork, request: AskKernel) -> TakenKernel:
    """The kernel that was asked for, out of the weights of the open network."""
    operation = network.plan.step(request.layer).operation
    kind = type(operation).__name__
    if kind not in {each.KIND for each in WITH_FILTERS}:
        raise NoFiltersError(
            mark("“{name}” has no kernels to take. Choose a convolution, a depthwise or a transposed one."),
            name=request.layer,
        )
    weights = np.asarray(operation.depthwise_kernel if kind == Separable.KIND else operation.kernel, np.float32)
    rows, columns, third, fourth = weights.shape
    filters, channels = {Convolution.KIND: (fourth, third), Transposed.KIND: (third, fourth)}.get(
        kind, (third * fourth, 1)
    )
    bank = FilterBank(kind, (rows, columns), filters, channels)
    return TakenKernel(
        layer=request.layer, filter=request.filter, channel=request.channel,
        weights=taken(weights, bank, request.filter, request.channel),
    )  # fmt: skip


def read_origin(model: BuiltModel) -> ReadModel | None:
    """The file that a built network comes from; None where there is none.

    A model that takes pictures of any size is read for those that the built network takes.
    """
    if not model.origin:
        return None
    shapes = (node.layer.shape for node in model.architecture.nodes if isinstance(node.layer, Input))
    sides = next(((shape[0], shape[1]) for shape in shapes if len(shape) == 3), None)
    return read_network(Path(model.origin), sides=sides)


def as_built(open_spec: object, architecture: Architecture | None, *, like: object) -> BuiltModel | None:
    """What is open as a built network, if it can become `like` by changing some weights alone; else None.

    A copy that was only just begun has the layers and the weights of what it was copied from.
    """
    if not isinstance(like, BuiltModel):
        return None
    before = built_form(open_spec, architecture, name=like.architecture.name)
    return before if before is not None and replace(before, kernels=()) == replace(like, kernels=()) else None


def built_form(open_spec: object, architecture: Architecture | None, *, name: str) -> BuiltModel | None:
    """What is open as a built network of this name with the very same layers and weights; None where it has no such."""
    if isinstance(open_spec, BuiltModel):
        return open_spec
    if isinstance(open_spec, GalleryModel):
        return copy_of(architecture_of(open_spec.identifier), name=name, seed=open_spec.seed)
    if isinstance(open_spec, FileModel) and architecture is not None and architecture.depth == 1:
        return copy_of(architecture, name=name, origin=open_spec.path)
    return None


def give_kernels(network: LiveNetwork, before: BuiltModel, after: BuiltModel) -> None:
    """Write the weights of the layers whose kernels are others now."""
    layers = {each.layer for each in {*before.kernels} ^ {*after.kernels}}
    if [each for each in before.kernels if each in after.kernels] != [
        each for each in after.kernels if each in before.kernels
    ]:
        layers |= {each.layer for each in after.kernels}
    if not layers:
        return
    origin = read_origin(after)
    found = built_weights(after, origin.arrays if origin is not None else None, only=layers)
    for layer in sorted({name.rpartition("/")[0] for name in found}):
        for variable in network.model.get_layer(layer).weights:
            variable.assign(found[f"{layer}/{variable.name}"])
    network.forget()
