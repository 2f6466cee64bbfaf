"""Ready-made blocks of layers, which fit behind any stack of maps. No Keras here.

Each is sized by the channels that come in, so that it hangs together as it is; every layer can be changed afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from engine.network.architecture import Node, Tap
from engine.network.editing import fresh_name
from engine.network.layers.activation import ReLU
from engine.network.layers.convolution import Convolution
from engine.network.layers.depthwise import Depthwise
from engine.network.layers.layer import Layer, Shape
from engine.network.layers.merging import Add, Concatenate
from engine.network.layers.normalisation import BatchNormalization
from engine.network.layers.pooling import MaxPooling
from engine.text import mark

FEWEST = 8
"""Filters of a block where fewer channels come in, or where it is not known how many."""

Title = Callable[[str], str]


@dataclass(frozen=True)
class BlockOffer:
    """A block that can be added: `stem` begins its layers' names, `make` gives its nodes, the last one its end."""

    identity: str
    stem: str
    title: str
    help: str
    make: Callable[[Title, Tap, int], tuple[Node, ...]]


def block_nodes(offer: BlockOffer, after: str, shape: Shape, taken: Collection[str]) -> tuple[Node, ...]:
    """The nodes of a block behind the layer `after`, whose output has this shape, () where it is not known.

    >>> [str(node.name) for node in block_nodes(BLOCKS[0], "input", (32, 32, 3), {"input"})]
    ['plain1_conv', 'plain1_norm', 'plain1_relu']
    """
    heads = {name.split("_")[0] for name in taken}
    head = fresh_name(offer.stem, heads)
    channels = shape[2] if len(shape) == 3 else FEWEST
    return offer.make(lambda name: f"{head}_{name}", Tap(after), channels)


def _plain(title: Title, start: Tap, channels: int) -> tuple[Node, ...]:
    return _chain(
        title,
        start,
        conv=Convolution(filters=max(FEWEST, channels), padding="same", use_bias=False),
        norm=BatchNormalization(),
        relu=ReLU(),
    )


def _residual(title: Title, start: Tap, channels: int) -> tuple[Node, ...]:
    def convolution() -> Convolution:
        return Convolution(filters=channels, padding="same", use_bias=False)

    way = _chain(
        title, start, conv1=convolution(), norm1=BatchNormalization(), relu1=ReLU(), conv2=convolution(),
        norm2=BatchNormalization(),
    )  # fmt: skip
    add = Node(title("add"), Add(), (start, Tap(way[-1].name)))
    return (*way, add, Node(title("relu"), ReLU(), (Tap(add.name),)))


def _residual_down(title: Title, start: Tap, channels: int) -> tuple[Node, ...]:
    filters = max(FEWEST, 2 * channels)
    way = _chain(
        title,
        start,
        conv1=Convolution(filters=filters, strides=(2, 2), padding="same", use_bias=False),
        norm1=BatchNormalization(),
        relu1=ReLU(),
        conv2=Convolution(filters=filters, padding="same", use_bias=False),
        norm2=BatchNormalization(),
    )
    shortcut = _chain(
        title,
        start,
        shortcut=Convolution(filters=filters, kernel_size=(1, 1), strides=(2, 2), padding="same", use_bias=False),
        shortcut_norm=BatchNormalization(),
    )
    add = Node(title("add"), Add(), (Tap(shortcut[-1].name), Tap(way[-1].name)))
    return (*way, *shortcut, add, Node(title("relu"), ReLU(), (Tap(add.name),)))


def _inception(title: Title, start: Tap, channels: int) -> tuple[Node, ...]:
    quarter = max(1, channels // 4)
    eighth = max(1, channels // 8)

    def convolution(filters: int, side: int) -> Convolution:
        return Convolution(filters=filters, kernel_size=(side, side), padding="same", activation="relu")

    branches = (
        _chain(title, start, **{"1x1": convolution(quarter, 1)}),
        _chain(title, start, **{"3x3_reduce": convolution(quarter, 1), "3x3": convolution(2 * quarter, 3)}),
        _chain(title, start, **{"5x5_reduce": convolution(eighth, 1), "5x5": convolution(eighth, 5)}),
        _chain(
            title, start,
            pool=MaxPooling(pool_size=(3, 3), strides=(1, 1), padding="same"), pool_1x1=convolution(eighth, 1),
        ),
    )  # fmt: skip
    ends = tuple(Tap(branch[-1].name) for branch in branches)
    return (*(node for branch in branches for node in branch), Node(title("stacked"), Concatenate(), ends))


def _separable(title: Title, start: Tap, channels: int) -> tuple[Node, ...]:
    return _chain(
        title,
        start,
        depthwise=Depthwise(padding="same", use_bias=False),
        norm1=BatchNormalization(),
        relu1=ReLU(),
        pointwise=Convolution(filters=max(FEWEST, channels), kernel_size=(1, 1), use_bias=False),
        norm2=BatchNormalization(),
        relu2=ReLU(),
    )


def _chain(title: Title, start: Tap, **layers: Layer) -> tuple[Node, ...]:
    nodes: list[Node] = []
    for name, layer in layers.items():
        nodes.append(Node(title(name), layer, (Tap(nodes[-1].name) if nodes else start,)))
    return tuple(nodes)


BLOCKS: tuple[BlockOffer, ...] = (
    BlockOffer(
        "plain", "plain", mark("Plain block"),
        mark("A 3×3 convolution, batch normalisation and ReLU, one after the other."), _plain,
    ),
    BlockOffer(
        "residual", "residual", mark("Residual block"),
        mark("Two convolutions, and what came in is added to what they make of it."), _residual,
    ),
    BlockOffer(
        "residual-down", "residual", mark("Residual block, half the size"),
        mark("The same with stride 2 and twice the channels; a 1×1 convolution brings the shortcut to that size."),
        _residual_down,
    ),
    BlockOffer(
        "inception", "inception", mark("Inception block"),
        mark("1×1, 3×3 and 5×5 kernels and a pooling look at the same maps; their maps are stacked."), _inception,
    ),
    BlockOffer(
        "separable", "separable", mark("Depthwise-separable block"),
        mark("A 3×3 kernel on each channel by itself, then a 1×1 convolution that mixes them."), _separable,
    ),
)  # fmt: skip
