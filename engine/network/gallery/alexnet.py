"""AlexNet (Krizhevsky et al., 2012): the network that won ImageNet by a wide margin and made the world look.

The groups of conv2, conv4 and conv5 stood on two graphics cards. The paper says 224×224, but its own numbers need
227×227. Local response normalisation is left out: it has no parameters, and later work found that it does nothing.
"""

from __future__ import annotations

from typing import Any

import keras
from keras import layers


def build(
    *,
    input_shape: tuple[int, int, int] = (227, 227, 3),
    classes: int = 1000,
    width: float = 1.0,
    dense_units: int = 4096,
) -> Any:
    """`width` scales the number of filters in each layer."""

    def filters(count: int) -> int:
        return int(count * width)

    return keras.Sequential(
        [
            keras.Input(input_shape, name="input"),
            layers.Conv2D(filters(96), 11, strides=4, activation="relu", name="conv1"),
            layers.MaxPooling2D(3, strides=2, name="pool1"),
            layers.Conv2D(filters(256), 5, padding="same", groups=2, activation="relu", name="conv2"),
            layers.MaxPooling2D(3, strides=2, name="pool2"),
            layers.Conv2D(filters(384), 3, padding="same", activation="relu", name="conv3"),
            layers.Conv2D(filters(384), 3, padding="same", groups=2, activation="relu", name="conv4"),
            layers.Conv2D(filters(256), 3, padding="same", groups=2, activation="relu", name="conv5"),
            layers.MaxPooling2D(3, strides=2, name="pool5"),
            layers.Flatten(name="flatten"),
            layers.Dense(dense_units, activation="relu", name="fc6"),
            layers.Dropout(0.5, name="dropout6"),
            layers.Dense(dense_units, activation="relu", name="fc7"),
            layers.Dropout(0.5, name="dropout7"),
            layers.Dense(classes, activation="softmax", name="fc8"),
        ],
        name="alexnet",
    )
