"""VGG-16 (Simonyan and Zisserman, 2014): nothing but 3×3 kernels, sixteen layers deep."""

from __future__ import annotations

from typing import Any

import keras
from keras import layers

# How many convolutions each block has, and of how many filters.
BLOCKS = ((2, 64), (2, 128), (3, 256), (3, 512), (3, 512))


def build(
    *,
    input_shape: tuple[int, int, int] = (224, 224, 3),
    classes: int = 1000,
    width: float = 1.0,
    dense_units: int = 4096,
) -> Any:
    """Configuration D of the paper; `width` scales the number of filters in each layer."""
    model = keras.Sequential([keras.Input(input_shape, name="input")], name="vgg-16")
    for block, (convolutions, filters) in enumerate(BLOCKS, start=1):
        for number in range(1, convolutions + 1):
            name = f"block{block}_conv{number}"
            model.add(layers.Conv2D(int(filters * width), 3, padding="same", activation="relu", name=name))
        model.add(layers.MaxPooling2D(2, name=f"block{block}_pool"))
    model.add(layers.Flatten(name="flatten"))
    for name in ("fc1", "fc2"):
        model.add(layers.Dense(dense_units, activation="relu", name=name))
        model.add(layers.Dropout(0.5, name=f"{name}_dropout"))
    model.add(layers.Dense(classes, activation="softmax", name="predictions"))
    return model
