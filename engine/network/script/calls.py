"""One layer as the call that makes it in Keras: no more than what its default does not say."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from engine.network.layers.layer import Layer

_SIZED = ("filters", "kernel_size")
LEADING: Mapping[str, tuple[str, ...]] = {
    "Conv2D": _SIZED,
    "Conv2DTranspose": _SIZED,
    "SeparableConv2D": _SIZED,
    "DepthwiseConv2D": ("kernel_size",),
    "Dense": ("units",),
    "MaxPooling2D": ("pool_size",),
    "AveragePooling2D": ("pool_size",),
    "Reshape": ("target_shape",),
    "Permute": ("dims",),
    "Rescaling": ("scale",),
    "Dropout": ("rate",),
    "SpatialDropout2D": ("rate",),
    "GaussianDropout": ("rate",),
    "GaussianNoise": ("stddev",),
    "Activation": ("activation",),
    "ZeroPadding2D": ("padding",),
    "Cropping2D": ("cropping",),
    "UpSampling2D": ("size",),
    "Resizing": ("height", "width"),
    "CenterCrop": ("height", "width"),
    "RandomRotation": ("factor",),
    "RandomContrast": ("factor",),
    "RandomBrightness": ("factor",),
    "RandomTranslation": ("height_factor", "width_factor"),
    "RandomZoom": ("height_factor",),
}
"""Settings that stand first, without their name. All others may be left out where they are as in our declarations,
which have Keras's own defaults; a test holds both against Keras."""

_PAIRS = ("kernel_size", "strides", "dilation_rate", "pool_size", "size", "padding", "cropping")


def layer_call(layer: Layer, *, name: str) -> str:
    """The expression that makes a layer.

    >>> from engine.network.layers.convolution import Convolution
    >>> layer_call(Convolution(filters=8, kernel_size=5, activation="relu"), name="conv1")
    'layers.Conv2D(8, 5, activation="relu", name="conv1")'
    """
    leading = LEADING.get(layer.KIND, ())
    settings, declared = layer.keras_settings(), layer.declarations()
    arguments = [_text(each, settings[each]) for each in leading]
    for each, value in settings.items():
        is_usual = each in declared and getattr(layer, each) == declared[each].default
        if layer.KIND in ("MaxPooling2D", "AveragePooling2D") and each == "strides":
            is_usual = value == settings["pool_size"]
        if each not in leading and not is_usual:
            arguments.append(f"{each}={_text(each, value)}")
    if not layer.trainable:
        arguments.append("trainable=False")
    return f"layers.{layer.KIND}({', '.join((*arguments, f'name={quoted(name)}'))})"


def quoted(text: str) -> str:
    """A text as it stands in Python, in double quotes.

    >>> print(quoted('conv "1"'))
    "conv \\"1\\""
    """
    return json.dumps(text, ensure_ascii=False)  # for text that can be printed both write the same


def _text(name: str, value: Any) -> str:
    if isinstance(value, str):
        return quoted(value)
    if name in _PAIRS and isinstance(value, tuple) and len(value) == 2 and value[0] == value[1]:
        return _text(name, value[0])
    return repr(value)
