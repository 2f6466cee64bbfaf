"""Cards of the gallery: what each network showed, what its paper says of its size, and how small it also comes.

No Keras here. The architectures themselves are recorded in `resources/networks`, so that the window can lay them out
without building anything; a test holds the records against what the gallery builds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from engine.errors import UserError
from engine.network.architecture import Architecture
from engine.text import mark

RECORDS = Path(__file__).resolve().parents[2] / "resources" / "networks"
SMALL = "-small"


class CatalogueError(UserError):
    """An id that the gallery does not know."""


@dataclass(frozen=True)
class Figure:
    """A number as a paper gives it, and where it stands there."""

    text: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Card:
    """One network of the gallery. `small` are the settings of its small version; None where it is small already."""

    id: str
    title: str
    year: int | None
    showed: str
    input_size: str
    parameters: Figure | None = None
    multiply_adds: Figure | None = None
    small: Mapping[str, Any] | None = None
    small_size: str = ""
    differs: str = ""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids under which it is opened."""
        return (self.id,) if self.small is None else (self.id, f"{self.id}{SMALL}")


NETWORKS: tuple[Card, ...] = (
    Card(
        id="cnn-example",
        title=mark("The network by hand"),
        year=None,
        showed=mark("Every number of it can be worked out on paper: 62,958 parameters."),
        input_size="32×32×3",
    ),
    Card(
        id="lenet-5",
        title="LeNet-5",
        year=1998,
        showed=mark("Learnt kernels read handwritten digits, from pixels to answer."),
        input_size="32×32×1",
        parameters=Figure("60,000", "LeCun et al. 1998, section II.B, before the fixed last layer"),
        multiply_adds=Figure("340,908 connections", "LeCun et al. 1998, section II.B"),
        differs=mark("Each map of C3 looks at all maps before it, pooling learns nothing, and the end is a softmax."),
    ),
    Card(
        id="alexnet",
        title="AlexNet",
        year=2012,
        showed=mark("With depth, data and graphics cards, learnt features beat designed ones on ImageNet."),
        input_size="227×227×3",
        parameters=Figure("60 million", "Krizhevsky et al. 2012, abstract"),
        small={"input_shape": (131, 131, 3), "classes": 10, "width": 0.25, "dense_units": 256},
        small_size="131×131×3",
        differs=mark("Without local response normalisation, which has no parameters."),
    ),
    Card(
        id="vgg-16",
        title="VGG-16",
        year=2014,
        showed=mark("Small kernels, many of them in a row, see as far as large ones and better."),
        input_size="224×224×3",
        parameters=Figure("138 million", "Simonyan and Zisserman 2014, table 2, D"),
        multiply_adds=Figure("15.3 billion", "He et al. 2015, section 4.1 gives 15.3 billion for VGG-16"),
        small={"input_shape": (64, 64, 3), "classes": 10, "width": 0.25, "dense_units": 256},
        small_size="64×64×3",
    ),
    Card(
        id="resnet-18",
        title="ResNet-18",
        year=2015,
        showed=mark("Adding what came in lets layers learn only the difference, so deep networks train."),
        input_size="224×224×3",
        multiply_adds=Figure("1.8 billion", "He et al. 2015, table 1"),
        small={"input_shape": (64, 64, 3), "classes": 10, "width": 16},
        small_size="64×64×3",
    ),
    Card(
        id="resnet-50",
        title="ResNet-50",
        year=2015,
        showed=mark("Bottlenecks of 1×1, 3×3 and 1×1 make fifty layers cost what thirty-four did."),
        input_size="224×224×3",
        multiply_adds=Figure("3.8 billion", "He et al. 2015, table 1"),
        small={"input_shape": (64, 64, 3), "classes": 10, "width": 16},
        small_size="64×64×3",
    ),
    Card(
        id="googlenet",
        title="GoogLeNet",
        year=2014,
        showed=mark("Looking at several scales at once, with 1×1 kernels to keep it cheap."),
        input_size="224×224×3",
        parameters=Figure("6.8 million", "Szegedy et al. 2014, table 1, sum of its column"),
        multiply_adds=Figure("1.5 billion", "Szegedy et al. 2014, section 1, as the budget; table 1 sums to 1.5"),
        small={"input_shape": (96, 96, 3), "classes": 10, "width": 0.25},
        small_size="96×96×3",
        differs=mark("Without the side classifiers of training and without local response normalisation."),
    ),
    Card(
        id="mobilenet-v1",
        title="MobileNet",
        year=2017,
        showed=mark("Splitting a convolution in depth and across channels makes it eight times cheaper."),
        input_size="224×224×3",
        parameters=Figure("4.2 million", "Howard et al. 2017, table 4"),
        multiply_adds=Figure("569 million", "Howard et al. 2017, table 4"),
        small={"input_shape": (96, 96, 3), "classes": 10, "width": 0.25},
        small_size="96×96×3",
    ),
    Card(
        id="mobilenet-v2",
        title="MobileNetV2",
        year=2018,
        showed=mark("Widen, look, narrow: shortcuts between narrow layers keep a network small."),
        input_size="224×224×3",
        parameters=Figure("3.4 million", "Sandler et al. 2018, table 4"),
        multiply_adds=Figure("300 million", "Sandler et al. 2018, table 4"),
        small={"input_shape": (96, 96, 3), "classes": 10, "width": 0.35},
        small_size="96×96×3",
    ),
    Card(
        id="u-net",
        title="U-Net",
        year=2015,
        showed=mark("Bridges from the way down to the way up answer for every pixel, learnt from few pictures."),
        input_size="572×572×1",
        small={"input_shape": (128, 128, 3), "classes": 2, "width": 8, "padding": "same"},
        small_size="128×128×3",
    ),
)

BLOCKS: tuple[Card, ...] = (
    Card(
        id="block-plain",
        title=mark("Two convolutions"),
        year=2015,
        showed=mark("Layers in a row have to learn all of the answer."),
        input_size="28×28×64",
    ),
    Card(
        id="block-residual",
        title=mark("Two convolutions and a shortcut"),
        year=2015,
        showed=mark("With the shortcut they learn the difference; it costs no parameter."),
        input_size="28×28×64",
    ),
    Card(
        id="block-inception-direct",
        title=mark("Inception without 1×1 before"),
        year=2014,
        showed=mark("Large kernels over all 192 channels."),
        input_size="28×28×192",
    ),
    Card(
        id="block-inception-bottleneck",
        title=mark("Inception with its 1×1 bottleneck"),
        year=2014,
        showed=mark("The channels are summed up first; the same maps for less than half of the work."),
        input_size="28×28×192",
    ),
    Card(
        id="block-standard",
        title=mark("Standard convolution"),
        year=2017,
        showed=mark("Every filter looks at every channel."),
        input_size="28×28×64",
    ),
    Card(
        id="block-separable",
        title=mark("Depthwise separable convolution"),
        year=2017,
        showed=mark("Each channel by itself, then a 1×1 mix: an eighth of the work."),
        input_size="28×28×64",
    ),
)

# Pairs that show a point when their tables stand side by side.
COMPARISONS: tuple[tuple[str, str], ...] = (
    ("block-plain", "block-residual"),
    ("block-inception-direct", "block-inception-bottleneck"),
    ("block-standard", "block-separable"),
)

CARDS: Mapping[str, Card] = {card.id: card for card in (*NETWORKS, *BLOCKS)}


def gallery_ids() -> tuple[str, ...]:
    """Every id that can be opened, small versions included."""
    return tuple(identity for card in CARDS.values() for identity in card.ids)


def card_of(identity: str) -> tuple[Card, bool]:
    """The card of an id, and whether the id asks for the small version."""
    for card in CARDS.values():
        if identity in card.ids:
            return card, identity != card.id
    raise CatalogueError(
        mark("“{id}” is no network of the gallery. There are: {known}."),
        id=identity[:80], known=", ".join(card.id for card in NETWORKS),
    )  # fmt: skip


def architecture_of(identity: str) -> Architecture:
    """The architecture of a gallery id, read from its record."""
    card_of(identity)
    return replace(Architecture.from_text((RECORDS / f"{identity}.json").read_bytes()), name=identity)
