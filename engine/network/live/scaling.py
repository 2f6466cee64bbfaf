"""The numbers a network was trained on, made of 0–255 inside the graph. For the network worker only."""

from __future__ import annotations

from typing import Any

import tensorflow as tf

from engine.network.fitting import VALUES

# Means and spreads of ImageNet, as the published networks were trained: red, green, blue; caffe on 0–255.
_CAFFE_MEANS = (123.68, 116.779, 103.939)
_TORCH_MEANS = (0.485, 0.456, 0.406)
_TORCH_SPREADS = (0.229, 0.224, 0.225)


def scaled(pixels: Any, values: str) -> Any:
    """A float32 tensor (…, channels) of 0–255 as the numbers that the network expects."""
    values = VALUES.check(values)
    if values == "unit":
        return pixels / 255.0
    if values == "signed":
        return pixels / 127.5 - 1.0
    if values == "raw":
        return pixels
    is_gray = pixels.shape[-1] == 1
    if values == "torch":
        means, spreads = (_of(_TORCH_MEANS, is_gray), _of(_TORCH_SPREADS, is_gray))
        return (pixels / 255.0 - means) / spreads
    centred = pixels - _of(_CAFFE_MEANS, is_gray)
    return centred if is_gray else tf.reverse(centred, axis=[-1])


def _of(numbers: tuple[float, ...], is_gray: bool) -> Any:
    return tf.constant([sum(numbers) / len(numbers)] if is_gray else numbers, tf.float32)
