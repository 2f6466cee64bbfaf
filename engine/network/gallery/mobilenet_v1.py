"""MobileNet (Howard et al., 2017): each 3×3 convolution split into a depthwise one and a 1×1 that mixes channels."""

from __future__ import annotations

from typing import Any

import keras
from keras import layers

# Filters and stride of the thirteen pairs.
PAIRS = (
    (64, 1), (128, 2), (128, 1), (256, 2), (256, 1), (512, 2),
    (512, 1), (512, 1), (512, 1), (512, 1), (512, 1), (1024, 2), (1024, 1),
)  # fmt: skip


def build(*, input_shape: tuple[int, int, int] = (224, 224, 3), classes: int = 1000, width: float = 1.0) -> Any:
    """`width` is the paper's width multiplier."""
    picture = keras.Input(input_shape, name="input")
    x = _ready(
        layers.Conv2D(int(32 * width), 3, strides=2, padding="same", use_bias=False, name="conv1")(picture), "conv1"
    )
    for number, (filters, strides) in enumerate(PAIRS, start=1):
        depthwise, pointwise = f"depthwise{number}", f"pointwise{number}"
        x = layers.DepthwiseConv2D(3, strides=strides, padding="same", use_bias=False, name=depthwise)(x)
        x = _ready(x, depthwise)
        x = layers.Conv2D(int(filters * width), 1, use_bias=False, name=pointwise)(x)
        x = _ready(x, pointwise)
    x = layers.GlobalAveragePooling2D(name="mean")(x)
    x = layers.Dropout(0.001, name="dropout")(x)
    scores = layers.Dense(classes, activation="softmax", name="predictions")(x)
    return keras.Model(picture, scores, name="mobilenet-v1")


def _ready(x: Any, name: str) -> Any:
    return layers.ReLU(name=f"{name}_relu")(layers.BatchNormalization(name=f"{name}_norm")(x))
