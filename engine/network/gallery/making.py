"""Making a network of the gallery by its id. For the network worker and for recording only: imports Keras."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.network.catalogue import card_of
from engine.network.gallery import (
    alexnet,
    blocks,
    cnn_example,
    googlenet,
    lenet_5,
    mobilenet_v1,
    mobilenet_v2,
    resnet,
    u_net,
    vgg_16,
)

BUILDERS: dict[str, Callable[..., Any]] = {
    "cnn-example": cnn_example.build,
    "lenet-5": lenet_5.build,
    "alexnet": alexnet.build,
    "vgg-16": vgg_16.build,
    "resnet-18": resnet.build_18,
    "resnet-50": resnet.build_50,
    "googlenet": googlenet.build,
    "mobilenet-v1": mobilenet_v1.build,
    "mobilenet-v2": mobilenet_v2.build,
    "u-net": u_net.build,
    "block-plain": blocks.build_plain,
    "block-residual": blocks.build_residual,
    "block-inception-direct": blocks.build_inception_direct,
    "block-inception-bottleneck": blocks.build_inception_bottleneck,
    "block-standard": blocks.build_standard,
    "block-separable": blocks.build_separable,
}


def make(identity: str) -> Any:
    """The Keras model of a gallery id, `vgg-16` or `vgg-16-small`, with random weights."""
    card, is_small = card_of(identity)
    return BUILDERS[card.id](**(card.small if is_small and card.small is not None else {}))
