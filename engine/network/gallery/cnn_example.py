"""The network of the lessons, small enough to reckon by hand: two convolutions, two poolings, three dense layers."""

from __future__ import annotations

from typing import Any

import keras
from keras import layers


def build(*, input_shape: tuple[int, int, int] = (32, 32, 3), classes: int = 10) -> Any:
    """All padding is valid; 62,958 parameters at the usual size."""
    return keras.Sequential(
        [
            keras.Input(input_shape, name="input"),
            layers.Conv2D(8, 5, activation="relu", name="conv1"),
            layers.MaxPooling2D(2, name="pool1"),
            layers.Conv2D(16, 5, activation="relu", name="conv2"),
            layers.MaxPooling2D(2, name="pool2"),
            layers.Flatten(name="flatten"),
            layers.Dense(120, activation="relu", name="dense3"),
            layers.Dense(84, activation="relu", name="dense4"),
            layers.Dense(classes, activation="softmax", name="softmax"),
        ],
        name="cnn-example",
    )
