"""ResNet-18 and ResNet-50 (He et al., 2015): what a block learns is added to what came into it.

As in the paper: projections only where the shape changes (option B), no bias before a batch normalisation, and in
ResNet-50 the first 1×1 kernel of a block makes the step of 2.
"""

from __future__ import annotations

from typing import Any

import keras
from keras import layers


def build_18(*, input_shape: tuple[int, int, int] = (224, 224, 3), classes: int = 1000, width: int = 64) -> Any:
    """Eight blocks of two 3×3 convolutions; `width` is the number of filters at the start."""
    return _resnet("resnet-18", _plain_block, (2, 2, 2, 2), input_shape, classes, width)


def build_50(*, input_shape: tuple[int, int, int] = (224, 224, 3), classes: int = 1000, width: int = 64) -> Any:
    """Sixteen bottleneck blocks of 1×1, 3×3 and 1×1; `width` is the number of filters at the start."""
    return _resnet("resnet-50", _bottleneck, (3, 4, 6, 3), input_shape, classes, width)


def _resnet(
    name: str, block: Any, repeats: tuple[int, ...], input_shape: tuple[int, int, int], classes: int, width: int
) -> Any:
    picture = keras.Input(input_shape, name="input")
    # Padded by hand, since "same" would pad one side more than the other at a stride of 2.
    x = layers.ZeroPadding2D(3, name="conv1_pad")(picture)
    x = _normalised(x, width, 7, strides=2, padding="valid", name="conv1")
    x = layers.ReLU(name="conv1_relu")(x)
    x = layers.ZeroPadding2D(1, name="pool1_pad")(x)
    x = layers.MaxPooling2D(3, strides=2, name="pool1")(x)
    for stage, count in enumerate(repeats):
        for number in range(count):
            strides = 2 if stage > 0 and number == 0 else 1
            x = block(x, width * 2**stage, strides=strides, name=f"conv{stage + 2}_block{number + 1}")
    x = layers.GlobalAveragePooling2D(name="mean")(x)
    scores = layers.Dense(classes, activation="softmax", name="predictions")(x)
    return keras.Model(picture, scores, name=name)


def _normalised(x: Any, filters: int, size: int, *, strides: int = 1, padding: str = "same", name: str) -> Any:
    x = layers.Conv2D(filters, size, strides=strides, padding=padding, use_bias=False, name=name)(x)
    return layers.BatchNormalization(momentum=0.9, epsilon=1e-5, name=f"{name}_norm")(x)


def _plain_block(x: Any, filters: int, *, strides: int, name: str) -> Any:
    shortcut = x if strides == 1 and x.shape[-1] == filters else _shortcut(x, filters, strides, name)
    if strides > 1:
        x = layers.ZeroPadding2D(1, name=f"{name}_pad")(x)
    x = _normalised(x, filters, 3, strides=strides, padding="valid" if strides > 1 else "same", name=f"{name}_conv1")
    x = layers.ReLU(name=f"{name}_relu1")(x)
    x = _normalised(x, filters, 3, name=f"{name}_conv2")
    return layers.ReLU(name=f"{name}_relu2")(layers.Add(name=f"{name}_add")([shortcut, x]))


def _bottleneck(x: Any, filters: int, *, strides: int, name: str) -> Any:
    shortcut = x if strides == 1 and x.shape[-1] == 4 * filters else _shortcut(x, 4 * filters, strides, name)
    x = _normalised(x, filters, 1, strides=strides, name=f"{name}_conv1")
    x = layers.ReLU(name=f"{name}_relu1")(x)
    x = _normalised(x, filters, 3, name=f"{name}_conv2")
    x = layers.ReLU(name=f"{name}_relu2")(x)
    x = _normalised(x, 4 * filters, 1, name=f"{name}_conv3")
    return layers.ReLU(name=f"{name}_relu3")(layers.Add(name=f"{name}_add")([shortcut, x]))


def _shortcut(x: Any, filters: int, strides: int, name: str) -> Any:
    return _normalised(x, filters, 1, strides=strides, name=f"{name}_shortcut")
