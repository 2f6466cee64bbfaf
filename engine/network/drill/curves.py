"""The activation at the end of a layer's arithmetic, for one value. For the network worker only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from engine.imaging.explanation import Remark
from engine.text import mark

# Curves that the arithmetic view draws itself, by Keras's name of them.
_DRAWN = {"linear": "none", "relu": "relu", "sigmoid": "sigmoid", "tanh": "tanh"}


def name_of(activation: Any) -> str:
    """What Keras calls the activation: `relu`, or the class of a layer that serves as one."""
    return str(getattr(activation, "__name__", type(activation).__name__))


def drawn_name(activation: Any) -> str | None:
    """The name that `engine.imaging.activations` has for it, if it has one."""
    return _DRAWN.get(name_of(activation))


def curve(
    activation: Any, before: float, channel: int, all_before: Callable[[], NDArray[np.float64]]
) -> tuple[float, Remark]:
    """What the activation makes of `before`, and how. `all_before` gives the values of all channels at this place."""
    name = name_of(activation)
    if name == "softmax" or (name == "Softmax" and activation.axis in (-1, 3)):
        powers = np.exp(all_before() - np.max(all_before()))
        text = mark("softmax: e to the power of this, divided by the sum of that over all {count} values.")
        return float(powers[channel] / powers.sum()), Remark(text, {"count": len(powers)})
    values = keras.ops.convert_to_numpy(activation(keras.ops.convert_to_tensor([[before]], "float32")))
    text = mark("{name}({before}) = {after}")
    after = float(values[0, 0])
    return after, Remark(text, {"name": name, "before": f"{before:.5g}", "after": f"{after:.5g}"})
