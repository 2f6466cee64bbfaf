"""The layers of the bundled backbone: a small residual network of our own for pictures of 64×64. No Keras here."""

from __future__ import annotations

from engine.network.architecture import Architecture, Node, Tap
from engine.network.layers.activation import ReLU
from engine.network.layers.convolution import Convolution
from engine.network.layers.dense import Dense
from engine.network.layers.input import Input
from engine.network.layers.layer import Layer
from engine.network.layers.merging import Add, Concatenate
from engine.network.layers.normalisation import BatchNormalization
from engine.network.layers.pooling import GlobalAveragePooling, GlobalMaxPooling

NAME = "backbone"
SIDE = 64
# What a new head learns from: mean and maximum of each of every stage's maps, brought to one scale so that it learns
# fast. The last stage knows shapes; what textures are made of is known best before it.
FEATURES = "features"
# Filters and residual blocks of each stage; every stage begins with a stride of 2, so 64 → 32 → 16 → 8 → 4.
STEM = 24
STAGES = ((48, 1), (96, 2), (160, 2))


def untrained(classes: int) -> Architecture:
    """The network as it is before it learns anything.

    >>> untrained(10).outputs
    (Tap(node='predictions', output=0),)
    """
    nodes: list[Node] = [Node("input", Input(shape=(SIDE, SIDE, 3)))]

    def add(name: str, layer: Layer, *sources: str) -> str:
        nodes.append(Node(name, layer, tuple(Tap(each) for each in sources)))
        return name

    def normalised(name: str, source: str, filters: int, *, size: int = 3, stride: int = 1) -> str:
        convolution = Convolution(
            filters=filters, kernel_size=(size, size), strides=(stride, stride), padding="same", use_bias=False
        )
        return add(f"{name}_norm", BatchNormalization(momentum=0.95), add(name, convolution, source))

    here = add("stem_relu", ReLU(), normalised("stem", "input", STEM, size=5, stride=2))
    found = []
    for stage, (filters, blocks) in enumerate(STAGES, start=1):
        for block in range(1, blocks + 1):
            title, stride = f"stage{stage}_block{block}", 2 if block == 1 else 1
            before = normalised(f"{title}_shortcut", here, filters, size=1, stride=stride) if block == 1 else here
            first = add(f"{title}_relu1", ReLU(), normalised(f"{title}_conv1", here, filters, stride=stride))
            second = normalised(f"{title}_conv2", first, filters)
            here = add(f"{title}_relu2", ReLU(), add(f"{title}_add", Add(), before, second))
        found.append(add(f"stage{stage}_mean", GlobalAveragePooling(), here))
        found.append(add(f"stage{stage}_most", GlobalMaxPooling(), here))
    together = add("found", Concatenate(), *found)
    features = add(FEATURES, BatchNormalization(momentum=0.95, center=False, scale=False), together)
    answer = add("predictions", Dense(units=classes, activation="softmax"), features)
    return Architecture(NAME, tuple(nodes), (Tap(answer),))
