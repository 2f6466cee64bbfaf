"""A checked architecture as a Keras model. For the network worker and commands only: imports Keras."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np

from engine.network.architecture import Architecture, Node
from engine.network.budget import Budget, within_budget
from engine.network.layers.augmentation import Augmentation
from engine.network.layers.input import Input
from engine.network.layers.kinds import LAYER_KINDS
from engine.network.layers.layer import Layer
from engine.network.weights import Arrays, checked_weights, random_weights

_KERNELS = {
    "Conv2D": {"kernel_initializer": "kernel"},
    "Conv2DTranspose": {"kernel_initializer": "kernel"},
    "Dense": {"kernel_initializer": "kernel"},
    "DepthwiseConv2D": {"depthwise_initializer": "kernel"},
    "SeparableConv2D": {"depthwise_initializer": "depthwise_kernel", "pointwise_initializer": "pointwise_kernel"},
}
"""By kind of layer, the setting that says how the large weights begin, and what these weights are called."""


def build(
    architecture: Architecture, *, arrays: Arrays | None = None, seed: int = 0, budget: Budget | None = None
) -> Any:
    """The Keras model of a network, with these weights or with random ones from `seed`.

    Every layer is made here from settings that were checked, by its own class of `keras.layers`; nothing of a file is
    handed to Keras to interpret. The network has to fit together and into the budget.
    """
    within_budget(architecture, budget)
    values = random_weights(architecture, seed) if arrays is None else checked_weights(architecture, arrays)
    model, layers = _model(architecture, architecture.name, values, "")
    _fill(architecture, layers, values, "")
    return model


def _model(architecture: Architecture, name: str, values: Arrays, path: str) -> tuple[Any, dict[str, Any]]:
    """The model, and its layers by the name of their first node; of nested models the same pair."""
    made: dict[str, Any] = {}
    tensors: dict[str, Any] = {}
    for node in architecture.nodes:
        if isinstance(node.layer, Input):
            tensors[node.name] = [keras.Input(node.layer.shape, name=node.name)]
            continue
        if not node.shares:
            # A model is called as its node is, so that the ways to its layers are those of the table.
            here = f"{path}{node.name}/"
            made[node.name] = (
                _model(node.layer, node.name, values, here)
                if isinstance(node.layer, Architecture)
                else _layer(node, node.layer, values, here)
            )
        layer = made[node.shares or node.name]
        coming = [tensors[tap.node][tap.output] for tap in node.inputs]
        # `fit` still turns it on; without this, a plain call of the model would vary the picture.
        settings = {"training": False} if isinstance(node.layer, Augmentation) else {}
        called = layer[0] if isinstance(layer, tuple) else layer
        found = called(coming[0] if len(coming) == 1 else coming, **settings)
        tensors[node.name] = list(found) if isinstance(found, (list, tuple)) else [found]
    inputs = [tensors[name][0] for name in architecture.inputs]
    outputs = [tensors[tap.node][tap.output] for tap in architecture.outputs]
    model = keras.Model(
        inputs[0] if len(inputs) == 1 else inputs, outputs[0] if len(outputs) == 1 else outputs, name=name
    )
    return model, made


class _Given(keras.initializers.Initializer):  # type: ignore[misc]
    """Begins with weights that are there: making others first, to write over them, would take longer than the rest.

    A tensor is taken as it is, without a copy.
    """

    def __init__(self, value: Any) -> None:
        self._value = value

    def __call__(self, shape: Any, dtype: Any = None) -> Any:
        return keras.ops.convert_to_tensor(self._value, dtype=dtype)


def _layer(node: Node, layer: Layer, values: Arrays, path: str) -> Any:
    assert layer.KIND in LAYER_KINDS
    settings = layer.keras_settings()
    settings |= {name: _Given(values[f"{path}{weight}"]) for name, weight in _KERNELS.get(layer.KIND, {}).items()}
    made = getattr(keras.layers, layer.KIND)(**settings, name=node.name)
    made.trainable = layer.trainable
    return made


def _fill(architecture: Architecture, layers: dict[str, Any], values: Arrays, path: str) -> None:
    for node in architecture.nodes:
        if node.name not in layers:
            continue
        if isinstance(node.layer, Architecture):
            _fill(node.layer, layers[node.name][1], values, f"{path}{node.name}/")
            continue
        here, layer = f"{path}{node.name}/", layers[node.name]
        given = _KERNELS.get(node.layer.KIND, {})
        for variable in layer.weights:
            if variable.name not in given.values():
                variable.assign(values[f"{here}{variable.name}"])
        for setting in given:
            setattr(layer, setting, keras.initializers.Zeros())  # as it is saved: the weights are no part of it


def arrays_of(model: Any, architecture: Architecture) -> dict[str, np.ndarray[Any, Any]]:
    """The weights of a Keras model by the names of its architecture, which `describe` gave."""
    found: dict[str, np.ndarray[Any, Any]] = {}
    _gather(model, architecture, "", found)
    return found


def _gather(model: Any, architecture: Architecture, path: str, found: dict[str, np.ndarray[Any, Any]]) -> None:
    by_name = {_clean(layer.name): layer for layer in model.layers}
    for node in architecture.nodes:
        if node.shares or isinstance(node.layer, Input):
            continue
        if isinstance(node.layer, Architecture):
            _gather(by_name[node.name], node.layer, f"{path}{node.name}/", found)
            continue
        for variable in by_name[node.name].weights:
            found[f"{path}{node.name}/{variable.name}"] = np.asarray(variable)


def _clean(name: str) -> str:
    return name.replace("/", "_").replace(":", "_")
