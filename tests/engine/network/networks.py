"""Small networks that several tests look at."""

from __future__ import annotations

from engine.network.architecture import Architecture, Node, Tap, chain
from engine.network.layers import merging, pooling, reshaping
from engine.network.layers.convolution import Convolution
from engine.network.layers.dense import Dense
from engine.network.layers.input import Input
from engine.network.layers.normalisation import BatchNormalization

BY_HAND = chain(
    "by-hand",
    {
        "input": Input(shape=(32, 32, 3)),
        "conv1": Convolution(filters=8, kernel_size=5, activation="relu"),
        "pool1": pooling.MaxPooling(),
        "conv2": Convolution(filters=16, kernel_size=5, activation="relu"),
        "pool2": pooling.MaxPooling(),
        "flatten": reshaping.Flatten(),
        "dense3": Dense(units=120, activation="relu"),
        "dense4": Dense(units=84, activation="relu"),
        "softmax": Dense(units=10, activation="softmax"),
    },
)

BACKBONE = chain(
    "backbone",
    {
        "picture": Input(shape=(16, 16, 3)),
        "conv": Convolution(filters=4, trainable=False),
        "norm": BatchNormalization(trainable=False),
    },
)

# Two pictures through one backbone, and one convolution used twice.
SIAMESE = Architecture(
    name="siamese",
    nodes=(
        Node("left", Input(shape=(16, 16, 3))),
        Node("right", Input(shape=(16, 16, 3))),
        Node("first", BACKBONE, (Tap("left"),)),
        Node("second", BACKBONE, (Tap("right"),), shares="first"),
        Node("deeper", Convolution(filters=4, padding="same"), (Tap("first"),)),
        Node("deeper again", Convolution(filters=4, padding="same"), (Tap("second"),), shares="deeper"),
        Node("difference", merging.Subtract(), (Tap("deeper"), Tap("deeper again"))),
        Node("mean", pooling.GlobalAveragePooling(), (Tap("difference"),)),
        Node("same", Dense(units=1, activation="sigmoid"), (Tap("mean"),)),
    ),
    outputs=(Tap("same"), Tap("difference")),
)

# A model with two outputs inside, and two outputs of its own; the node is called otherwise than the model.
TWO_ENDED = Architecture(
    name="two-ended",
    nodes=(
        Node("picture", Input(shape=(16, 16, 3))),
        Node("body", Architecture(BACKBONE.name, BACKBONE.nodes, (Tap("conv"), Tap("norm"))), (Tap("picture"),)),
        Node("difference", merging.Subtract(), (Tap("body", 1), Tap("body", 0))),
        Node("mean", pooling.GlobalMaxPooling(), (Tap("difference"),)),
        Node("classes", Dense(units=3, activation="softmax"), (Tap("mean"),)),
    ),
    outputs=(Tap("classes"), Tap("body", 1)),
)
