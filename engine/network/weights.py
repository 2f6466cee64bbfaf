"""Random weights from a seed, the same on every computer and for every Keras. No Keras here.

Arrays are named by the path of their node and the name of the weight: `conv1/kernel`, `backbone/norm/gamma`.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from math import prod, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import UserError
from engine.network.architecture import Architecture
from engine.network.layers.layer import Shape, Weight, shape_text
from engine.network.tracing import trace
from engine.text import mark

Array = NDArray[Any]
Arrays = Mapping[str, Array]


class WeightsError(UserError):
    """Weights that do not belong to the network."""


def weights_of(architecture: Architecture) -> Iterator[tuple[str, Weight]]:
    """All weights of a network by name, those that are shared once."""
    for each in trace(architecture).checked().walk():
        layer = each.node.layer
        if not isinstance(layer, Architecture) and not each.is_shared:
            for weight in layer.weights(each.inputs):
                yield f"{each.path}/{weight.name}", weight


def random_weights(architecture: Architecture, seed: int) -> dict[str, Array]:
    """Weights as a network has them before training: kernels random, biases 0.

    Each array has a random stream of its own, so that adding a layer leaves the others' weights as they were.
    """
    return {name: initial(weight, name, seed) for name, weight in weights_of(architecture)}


def checked_weights(architecture: Architecture, arrays: Arrays) -> dict[str, Array]:
    """The arrays that belong to a network, one for each weight and of its shape; otherwise a refusal by name."""
    found: dict[str, Array] = {}
    for name, weight in weights_of(architecture):
        array = arrays.get(name)
        if array is None:
            raise WeightsError(mark("The weights “{name}” are missing."), name=name)
        found[name] = fitted(name, array, weight.shape)
    left = sorted(set(arrays) - set(found))
    if left:
        raise WeightsError(mark("There are weights “{name}”, but no layer for them."), name=left[0][:200])
    return found


def fitted(name: str, array: Array, shape: Shape) -> Array:
    """`array`, if it has the shape of the weights that it is for."""
    if tuple(array.shape) != shape:
        raise WeightsError(
            mark("The weights “{name}” are {found}, but the layer needs {expected}."),
            name=name, found=shape_text(array.shape), expected=shape_text(shape),
        )  # fmt: skip
    return array


def initial(weight: Weight, name: str, seed: int) -> Array:
    """What a weight is before training; `name` chooses its random stream."""
    if weight.name in ("gamma", "moving_variance", "variance"):
        return np.ones(weight.shape, np.float32)
    if len(weight.shape) < 2 or weight.name == "alpha":
        return np.zeros(weight.shape, np.float32)
    generator = np.random.Generator(np.random.PCG64([seed & 0xFFFFFFFF, zlib.crc32(name.encode())]))
    # As many values flow in as out, so that neither they nor their gradients fade (Glorot and Bengio, 2010).
    field = prod(weight.shape[:-2])
    limit = np.float32(sqrt(6 / (field * (weight.shape[-2] + weight.shape[-1]))))
    return (generator.random(weight.shape, np.float32) * 2 - 1) * limit
