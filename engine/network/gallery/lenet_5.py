"""LeNet-5 (LeCun et al., 1998): handwritten digits.

Two things differ from the paper. There, each map of C3 looks at some of the six maps before it, which saves 900
parameters; here at all of them, as everyone has built it since. And there, pooling had a weight and a bias a map, and
the last layer measured distances to drawn digits; here pooling is a plain mean and the end is a softmax.
"""

from __future__ import annotations

from typing import Any

import keras
from keras import layers


def build(*, input_shape: tuple[int, int, int] = (32, 32, 1), classes: int = 10) -> Any:
    """The layers carry the paper's names."""
    return keras.Sequential(
        [
            keras.Input(input_shape, name="input"),
            layers.Conv2D(6, 5, activation="tanh", name="c1"),
            layers.AveragePooling2D(2, name="s2"),
            layers.Conv2D(16, 5, activation="tanh", name="c3"),
            layers.AveragePooling2D(2, name="s4"),
            layers.Conv2D(120, 5, activation="tanh", name="c5"),
            layers.Flatten(name="flatten"),
            layers.Dense(84, activation="tanh", name="f6"),
            layers.Dense(classes, activation="softmax", name="output"),
        ],
        name="lenet-5",
    )
