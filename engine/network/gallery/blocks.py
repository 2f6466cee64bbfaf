"""Blocks to compare: the same maps made in two ways."""

from __future__ import annotations

from typing import Any

import keras
from keras import layers

_SHAPE = (28, 28, 64)


def build_plain(*, input_shape: tuple[int, int, int] = _SHAPE) -> Any:
    """Two convolutions one after the other."""
    return _two_convolutions("block-plain", input_shape, has_shortcut=False)


def build_residual(*, input_shape: tuple[int, int, int] = _SHAPE) -> Any:
    """The same two convolutions, and what came in is added."""
    return _two_convolutions("block-residual", input_shape, has_shortcut=True)


def build_inception_direct(*, input_shape: tuple[int, int, int] = (28, 28, 192)) -> Any:
    """Inception 3a without 1×1 kernels before the large ones: each looks at all channels itself."""
    return _inception("block-inception-direct", input_shape, has_bottleneck=False)


def build_inception_bottleneck(*, input_shape: tuple[int, int, int] = (28, 28, 192)) -> Any:
    """Inception 3a as published: 1×1 kernels first sum the channels up into fewer."""
    return _inception("block-inception-bottleneck", input_shape, has_bottleneck=True)


def build_standard(*, input_shape: tuple[int, int, int] = _SHAPE, filters: int = 128) -> Any:
    """One 3×3 convolution over all channels."""
    picture = keras.Input(input_shape, name="maps")
    maps = layers.Conv2D(filters, 3, padding="same", use_bias=False, name="conv")(picture)
    return keras.Model(picture, maps, name="block-standard")


def build_separable(*, input_shape: tuple[int, int, int] = _SHAPE, filters: int = 128) -> Any:
    """The same shape by a 3×3 kernel on each channel, then a 1×1 convolution that mixes them."""
    picture = keras.Input(input_shape, name="maps")
    x = layers.DepthwiseConv2D(3, padding="same", use_bias=False, name="depthwise")(picture)
    maps = layers.Conv2D(filters, 1, use_bias=False, name="pointwise")(x)
    return keras.Model(picture, maps, name="block-separable")


def _two_convolutions(name: str, input_shape: tuple[int, int, int], *, has_shortcut: bool) -> Any:
    channels = input_shape[-1]
    picture = keras.Input(input_shape, name="maps")
    x = layers.Conv2D(channels, 3, padding="same", activation="relu", name="conv1")(picture)
    x = layers.Conv2D(channels, 3, padding="same", name="conv2")(x)
    if has_shortcut:
        x = layers.Add(name="add")([picture, x])
    return keras.Model(picture, layers.ReLU(name="relu")(x), name=name)


def _inception(name: str, input_shape: tuple[int, int, int], *, has_bottleneck: bool) -> Any:
    picture = keras.Input(input_shape, name="maps")

    def convolution(x: Any, filters: int, size: int, title: str) -> Any:
        return layers.Conv2D(filters, size, padding="same", activation="relu", name=title)(x)

    before_three = convolution(picture, 96, 1, "3x3_reduce") if has_bottleneck else picture
    before_five = convolution(picture, 16, 1, "5x5_reduce") if has_bottleneck else picture
    pooled = layers.MaxPooling2D(3, strides=1, padding="same", name="pool")(picture)
    branches = [
        convolution(picture, 64, 1, "1x1"),
        convolution(before_three, 128, 3, "3x3"),
        convolution(before_five, 32, 5, "5x5"),
        convolution(pooled, 32, 1, "pool_1x1"),
    ]
    return keras.Model(picture, layers.Concatenate(name="stacked")(branches), name=name)
