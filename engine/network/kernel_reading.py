"""Takes single kernels out of the open network, and gives a built one other kernels. For the network worker only."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from engine.errors import UserError
from engine.network.activations import LiveNetwork
from engine.network.built import BuiltModel
from engine.network.built_weights import KERNEL, built_weights
from engine.network.exchange import AskKernel, FilterBank, TakenKernel, taken
from engine.network.layers.convolution import Convolution
from engine.network.layers.depthwise import Depthwise
from engine.network.layers.transposed import Transposed
from engine.network.reading.opening import read_model
from engine.network.weights import Arrays
from engine.text import mark


class NoFiltersError(UserError):
    """A layer without kernels of height and width."""


def read_kernel(network: LiveNetwork, request: AskKernel) -> TakenKernel:
    """The kernel that was asked for, out of the weights of the open network."""
    operation = network.plan.step(request.layer).operation
    kind = type(operation).__name__
    if kind not in (Convolution.KIND, Depthwise.KIND, Transposed.KIND):
        raise NoFiltersError(
            mark("“{name}” has no kernels to take. Choose a convolution, a depthwise or a transposed one."),
            name=request.layer,
        )
    weights = np.asarray(operation.kernel, np.float32)
    rows, columns, third, fourth = weights.shape
    filters, channels = {
        Convolution.KIND: (fourth, third), Transposed.KIND: (third, fourth), Depthwise.KIND: (third * fourth, 1)
    }[kind]  # fmt: skip
    bank = FilterBank(kind, (rows, columns), filters, channels)
    return TakenKernel(
        layer=request.layer, filter=request.filter, channel=request.channel,
        weights=taken(weights, bank, request.filter, request.channel),
    )  # fmt: skip


def origin_arrays(model: BuiltModel) -> Arrays:
    """The weights of the file that a built network comes from; none where there is no such file."""
    return read_model(Path(model.origin)).arrays if model.origin else {}


def has_new_kernels_only(before: object, after: object) -> bool:
    """Whether a network that is open can become another by changing some of its weights."""
    return (
        isinstance(before, BuiltModel)
        and isinstance(after, BuiltModel)
        and replace(before, kernels=()) == replace(after, kernels=())
    )


def give_kernels(network: LiveNetwork, before: BuiltModel, after: BuiltModel) -> None:
    """Write the weights of the layers whose kernels are others now."""
    layers = {each.layer for each in {*before.kernels} ^ {*after.kernels}}
    if [each for each in before.kernels if each in after.kernels] != [
        each for each in after.kernels if each in before.kernels
    ]:
        layers |= {each.layer for each in after.kernels}
    found = built_weights(after, origin_arrays(after) if layers else {}, only=layers)
    for layer in sorted(layers):
        if f"{layer}/{KERNEL}" in found:
            network.model.get_layer(layer).kernel.assign(found[f"{layer}/{KERNEL}"])
    network.forget()
