"""MobileNetV2 (Sandler et al., 2018): blocks that widen, look depthwise, narrow again, and add what came in."""

from __future__ import annotations

from typing import Any

import keras
from keras import layers

# How much wider inside, filters, repeats, stride of the first: table 2 of the paper.
STAGES = ((1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1))


def build(*, input_shape: tuple[int, int, int] = (224, 224, 3), classes: int = 1000, width: float = 1.0) -> Any:
    """`width` is the paper's width multiplier; the last 1×1 convolution keeps its 1,280 filters below 1."""
    picture = keras.Input(input_shape, name="input")
    x = layers.Conv2D(_multiple_of_8(32 * width), 3, strides=2, padding="same", use_bias=False, name="conv1")(picture)
    x = _ready(x, "conv1")
    number = 0
    for widening, filters, repeats, first_stride in STAGES:
        for repeat in range(repeats):
            number += 1
            strides = first_stride if repeat == 0 else 1
            x = _block(x, _multiple_of_8(filters * width), widening, strides, f"block{number}")
    x = layers.Conv2D(_multiple_of_8(1280 * max(width, 1.0)), 1, use_bias=False, name="conv_last")(x)
    x = _ready(x, "conv_last")
    x = layers.GlobalAveragePooling2D(name="mean")(x)
    scores = layers.Dense(classes, activation="softmax", name="predictions")(x)
    return keras.Model(picture, scores, name="mobilenet-v2")


def _block(x: Any, filters: int, widening: int, strides: int, name: str) -> Any:
    came_in, channels = x, x.shape[-1]
    if widening > 1:
        x = layers.Conv2D(widening * channels, 1, use_bias=False, name=f"{name}_expand")(x)
        x = _ready(x, f"{name}_expand")
    x = layers.DepthwiseConv2D(3, strides=strides, padding="same", use_bias=False, name=f"{name}_depthwise")(x)
    x = _ready(x, f"{name}_depthwise")
    x = layers.Conv2D(filters, 1, use_bias=False, name=f"{name}_project")(x)
    # No activation here: in few channels a ReLU would lose too much.
    x = layers.BatchNormalization(momentum=0.999, name=f"{name}_project_norm")(x)
    if strides == 1 and channels == filters:
        return layers.Add(name=f"{name}_add")([came_in, x])
    return x


def _ready(x: Any, name: str) -> Any:
    return layers.ReLU(6.0, name=f"{name}_relu")(layers.BatchNormalization(momentum=0.999, name=f"{name}_norm")(x))


def _multiple_of_8(filters: float) -> int:
    """The nearest multiple of 8 that takes away no more than a tenth."""
    rounded = max(8, int(filters + 4) // 8 * 8)
    return rounded + 8 if rounded < 0.9 * filters else rounded
