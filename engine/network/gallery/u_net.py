"""U-Net (Ronneberger et al., 2015): down to see what, up to say where, with bridges that carry the detail across."""

from __future__ import annotations

from typing import Any

import keras
from keras import layers


def build(
    *,
    input_shape: tuple[int, int, int] = (572, 572, 1),
    classes: int = 2,
    width: int = 64,
    levels: int = 4,
    padding: str = "valid",
) -> Any:
    """With "valid" padding, as published, the answer is smaller than the picture and the bridges are cropped.

    `width` is the number of filters at the top, `levels` how often the picture is halved.
    """

    def twice(x: Any, filters: int, name: str) -> Any:
        for number in (1, 2):
            x = layers.Conv2D(filters, 3, padding=padding, activation="relu", name=f"{name}_conv{number}")(x)
        return x

    picture = keras.Input(input_shape, name="input")
    x = picture
    bridges = []
    for level in range(levels):
        x = twice(x, width * 2**level, f"down{level + 1}")
        bridges.append(x)
        x = layers.MaxPooling2D(2, name=f"down{level + 1}_pool")(x)
    x = twice(x, width * 2**levels, "bottom")
    x = layers.Dropout(0.5, name="bottom_dropout")(x)
    for level in reversed(range(levels)):
        name = f"up{level + 1}"
        x = layers.Conv2DTranspose(width * 2**level, 2, strides=2, name=f"{name}_transposed")(x)
        x = layers.Concatenate(name=f"{name}_bridge")([_cropped(bridges[level], x, f"{name}_crop"), x])
        x = twice(x, width * 2**level, name)
    answer = layers.Conv2D(classes, 1, activation="softmax", name="classes")(x)
    return keras.Model(picture, answer, name="u-net")


def _cropped(bridge: Any, like: Any, name: str) -> Any:
    rims = []
    for axis in (1, 2):
        extra = bridge.shape[axis] - like.shape[axis]
        rims.append((extra // 2, extra - extra // 2))
    if not any(map(any, rims)):
        return bridge
    return layers.Cropping2D(tuple(rims), name=name)(bridge)
