"""GoogLeNet, or Inception v1 (Szegedy et al., 2014): four ways to look at the same maps, side by side.

The two side classifiers, which served training only, and local response normalisation, which has no parameters, are
left out.
"""

from __future__ import annotations

from typing import Any

import keras
from keras import layers

# Filters of each module: 1×1; 1×1 before the 3×3, 3×3; 1×1 before the 5×5, 5×5; 1×1 after the pooling. None pools.
MODULES: dict[str, tuple[int, int, int, int, int, int] | None] = {
    "3a": (64, 96, 128, 16, 32, 32),
    "3b": (128, 128, 192, 32, 96, 64),
    "pool3": None,
    "4a": (192, 96, 208, 16, 48, 64),
    "4b": (160, 112, 224, 24, 64, 64),
    "4c": (128, 128, 256, 24, 64, 64),
    "4d": (112, 144, 288, 32, 64, 64),
    "4e": (256, 160, 320, 32, 128, 128),
    "pool4": None,
    "5a": (256, 160, 320, 32, 128, 128),
    "5b": (384, 192, 384, 48, 128, 128),
}


def build(*, input_shape: tuple[int, int, int] = (224, 224, 3), classes: int = 1000, width: float = 1.0) -> Any:
    """Nine Inception modules; `width` scales the number of filters in each layer."""

    def convolution(x: Any, filters: float, size: int, *, strides: int = 1, name: str) -> Any:
        return layers.Conv2D(int(filters * width), size, strides=strides, padding="same", activation="relu", name=name)(
            x
        )

    def pool(x: Any, name: str) -> Any:
        return layers.MaxPooling2D(3, strides=2, padding="same", name=name)(x)

    picture = keras.Input(input_shape, name="input")
    x = convolution(picture, 64, 7, strides=2, name="conv1")
    x = pool(x, "pool1")
    x = convolution(x, 64, 1, name="conv2_reduce")
    x = convolution(x, 192, 3, name="conv2")
    x = pool(x, "pool2")
    for name, filters in MODULES.items():
        if filters is None:
            x = pool(x, name)
            continue
        one, before_three, three, before_five, five, after_pool = filters
        module = f"inception_{name}"
        branches = [
            convolution(x, one, 1, name=f"{module}_1x1"),
            convolution(
                convolution(x, before_three, 1, name=f"{module}_3x3_reduce"), three, 3, name=f"{module}_3x3"
            ),
            convolution(convolution(x, before_five, 1, name=f"{module}_5x5_reduce"), five, 5, name=f"{module}_5x5"),
            convolution(
                layers.MaxPooling2D(3, strides=1, padding="same", name=f"{module}_pool")(x),
                after_pool, 1, name=f"{module}_pool_1x1",
            ),
        ]  # fmt: skip
        x = layers.Concatenate(name=module)(branches)
    x = layers.GlobalAveragePooling2D(name="mean")(x)
    x = layers.Dropout(0.4, name="dropout")(x)
    scores = layers.Dense(classes, activation="softmax", name="predictions")(x)
    return keras.Model(picture, scores, name="googlenet")
