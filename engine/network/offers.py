"""The layers that are offered when a network is built by hand, with the settings that they start with."""

from __future__ import annotations

from dataclasses import dataclass

from engine.network.layers.activation import Activation, LeakyReLU, ReLU, Softmax
from engine.network.layers.convolution import Convolution
from engine.network.layers.dense import Dense
from engine.network.layers.depthwise import Depthwise, Separable
from engine.network.layers.dropout import Dropout, SpatialDropout
from engine.network.layers.layer import Layer
from engine.network.layers.normalisation import BatchNormalization
from engine.network.layers.pooling import AveragePooling, GlobalAveragePooling, GlobalMaxPooling, MaxPooling
from engine.network.layers.reshaping import Flatten
from engine.network.layers.resizing import UpSampling
from engine.network.layers.rims import ZeroPadding
from engine.network.layers.transposed import Transposed
from engine.text import mark


@dataclass(frozen=True)
class LayerOffer:
    """A layer that can be added; `stem` begins its name."""

    stem: str
    layer: Layer
    help: str


@dataclass(frozen=True)
class OfferGroup:
    """Offers that stand together; with `is_folded` in a menu of their own, where there are many."""

    title: str
    offers: tuple[LayerOffer, ...]
    is_folded: bool = False


GROUPS: tuple[OfferGroup, ...] = (
    OfferGroup(
        mark("Kernels"),
        (
            LayerOffer("conv", Convolution(activation="relu"), mark("Filters over all channels; each gives one map.")),
            LayerOffer("depthwise", Depthwise(padding="same"), mark("A kernel for each channel by itself.")),
            LayerOffer(
                "separable", Separable(padding="same", activation="relu"),
                mark("A kernel for each channel, then a 1×1 convolution that mixes them, in one layer."),
            ),
            LayerOffer(
                "transposed", Transposed(kernel_size=(2, 2), strides=(2, 2)),
                mark("Every value stamps a learnt kernel onto larger maps."),
            ),
        ),
    ),
    OfferGroup(
        mark("Pooling and sizes"),
        (
            LayerOffer("pool", MaxPooling(), mark("Each window becomes its maximum.")),
            LayerOffer("pool", AveragePooling(), mark("Each window becomes its mean.")),
            LayerOffer("mean", GlobalAveragePooling(), mark("Each map becomes its mean: one value a channel.")),
            LayerOffer("max", GlobalMaxPooling(), mark("Each map becomes its maximum: one value a channel.")),
            LayerOffer("up", UpSampling(), mark("Each value becomes a block of values; nothing is learnt.")),
            LayerOffer("rim", ZeroPadding(), mark("A rim of zeros around the maps.")),
        ),
        is_folded=True,
    ),
    OfferGroup(
        mark("Activation, normalisation, dropout"),
        (
            LayerOffer("relu", ReLU(), mark("Negative values become 0.")),
            LayerOffer("leaky", LeakyReLU(), mark("Negative values become small.")),
            LayerOffer("activation", Activation(activation="tanh"), mark("Any of the named curves.")),
            LayerOffer("softmax", Softmax(), mark("Values become shares that sum to 1.")),
            LayerOffer("norm", BatchNormalization(), mark("Each channel is brought to mean 0 and variance 1.")),
            LayerOffer("dropout", Dropout(), mark("Drops values while training, so that none is relied on.")),
            LayerOffer("dropout", SpatialDropout(), mark("Drops whole maps while training.")),
        ),
        is_folded=True,
    ),
    OfferGroup(
        mark("Answer"),
        (
            LayerOffer("flatten", Flatten(), mark("All values of the maps in one row, for a dense layer.")),
            LayerOffer("dense", Dense(units=10), mark("Every output is a weighted sum of all values.")),
        ),
    ),
)  # fmt: skip
