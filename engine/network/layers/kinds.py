"""The kinds of layer that there are: the allow-list of every file that is read. A new kind is added here only."""

from __future__ import annotations

from typing import Any

from engine.network.layers import augmentation, dropout, merging, pooling, reshaping, resizing, rims
from engine.network.layers.activation import ELU, Activation, LeakyReLU, PReLU, ReLU, Softmax
from engine.network.layers.convolution import Convolution
from engine.network.layers.dense import Dense
from engine.network.layers.depthwise import Depthwise, Separable
from engine.network.layers.input import Input
from engine.network.layers.layer import Layer, LayerError
from engine.network.layers.normalisation import BatchNormalization, LayerNormalization, Normalization
from engine.network.layers.rescaling import Rescaling
from engine.network.layers.transposed import Transposed
from engine.text import mark

_KINDS: tuple[type[Layer], ...] = (
    Input,
    Convolution, Depthwise, Separable, Transposed,
    pooling.MaxPooling, pooling.AveragePooling, pooling.GlobalMaxPooling, pooling.GlobalAveragePooling,
    Dense,
    reshaping.Flatten, reshaping.Reshape, reshaping.Permute, reshaping.Identity,
    BatchNormalization, LayerNormalization, Normalization, Rescaling,
    dropout.Dropout, dropout.SpatialDropout, dropout.GaussianDropout, dropout.GaussianNoise,
    Activation, ReLU, LeakyReLU, PReLU, ELU, Softmax,
    rims.ZeroPadding, rims.Cropping,
    resizing.UpSampling, resizing.Resizing, resizing.CenterCrop,
    merging.Add, merging.Subtract, merging.Multiply, merging.Average, merging.Maximum, merging.Minimum,
    merging.Concatenate,
    augmentation.RandomFlip, augmentation.RandomRotation, augmentation.RandomContrast, augmentation.RandomBrightness,
    augmentation.RandomTranslation, augmentation.RandomZoom,
)  # fmt: skip
LAYER_KINDS: dict[str, type[Layer]] = {kind.KIND: kind for kind in _KINDS}


def layer_from_json(data: Any) -> Layer:
    """The layer that plain data describes, checked."""
    if not isinstance(data, dict) or not isinstance(data.get("kind"), str):
        raise LayerError(mark("It does not say what kind of layer it is."))
    kind = LAYER_KINDS.get(data["kind"])
    if kind is None:
        raise LayerError(
            mark("“{kind}” is no layer that is known here. Is the file from a newer version?"), kind=data["kind"][:80]
        )
    return kind.from_json(data)
