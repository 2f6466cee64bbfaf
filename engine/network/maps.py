"""What is known and shown of a layer's maps: plain data that the window reads too, so no Keras here."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.imaging.mosaic import MosaicLayout
from engine.parameters import Choice, Option, check_fields, parameter
from engine.text import mark

FIGURES = ("mean", "max", "min", "variance", "sparsity")
SORT = Choice(
    title=mark("Order"),
    help=mark("Which maps come first."),
    default="channel",
    options=(
        Option("channel", mark("Channel"), mark("As the layer numbers them.")),
        Option("mean", mark("Mean"), mark("The map with the largest mean first.")),
        Option("max", mark("Maximum"), mark("The map with the largest value first.")),
        Option("variance", mark("Variance"), mark("The map that varies most first.")),
        Option("sparsity", mark("Sparsity"), mark("The map with the most zeros first.")),
    ),
)
ORDERS = SORT.values()
SCALE = Choice(
    title=mark("Scale"),
    help=mark("Whether the same colour means the same number in every map."),
    default="each",
    options=(
        Option("each", mark("Each map"), mark("Every map uses all colours; maps cannot be compared by brightness.")),
        Option("shared", mark("Shared"), mark("The same colour is the same number in all maps of the layer.")),
    ),
)
SCHEME = Choice(
    title=mark("Colours"),
    help=mark("How the numbers of a map become colours."),
    default="auto",
    options=(
        Option("auto", mark("Automatic"), mark("Signed where a map has values below 0, positive elsewhere.")),
        Option("signed", mark("Signed"), mark("Blue below 0, orange above, 0 in the neutral middle.")),
        Option("positive", mark("Positive"), mark("From neutral at 0 to orange; what is below 0 is drawn as 0.")),
    ),
)
SCHEMES = SCHEME.values()

MOST_MAPS = 2048
"""Maps of a layer that are drawn at a time; the rest is left out at the end of the order."""
MOST_VALUES = 32768
"""The same for layers whose maps are single values, such as a dense layer."""
MOST_PIXELS = 4_000_000
"""A mosaic with more pixels than this is drawn with its maps shrunk by a whole factor."""


@dataclass(frozen=True, kw_only=True, eq=False)
class LayerMaps:
    """The maps of one layer for one frame.

    `order` names the channels that are shown, in their places in the mosaic. The mosaic is uint8 (its `layout.shape`),
    entries of the palette "signed" or "positive" (`scheme`), and begins at `offset` of the packed pixels. Palette entry
    255 stands for the map's value in `highs`. Each pixel of it is the mean of `factor` × `factor` values of a map.
    `figures` has a row for each of `FIGURES` and a column for each of all the layer's channels.
    """

    path: str
    shape: tuple[int, ...]
    layout: MosaicLayout
    factor: int
    offset: int
    order: NDArray[np.int32]
    scheme: str
    highs: NDArray[np.float32]
    figures: NDArray[np.float32]

    @property
    def total(self) -> int:
        """How many maps the layer has, shown or not."""
        return int(self.figures.shape[1])

    def figure(self, name: str) -> NDArray[np.float32]:
        """One figure of every channel."""
        row: NDArray[np.float32] = self.figures[FIGURES.index(name)]
        return row

    def mosaic(self, packed: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """This layer's mosaic out of the packed pixels of all layers, without a copy."""
        height, width = self.layout.shape
        return packed[self.offset : self.offset + height * width].reshape(height, width)

    def at(self, row: int, column: int) -> tuple[int, int, int] | None:
        """Channel, row and column of the value under a pixel of the mosaic; None between maps."""
        place = self.layout.at(row, column)
        if place is None:
            return None
        index, inner_row, inner_column = place
        return int(self.order[index]), inner_row * self.factor, inner_column * self.factor


@dataclass(frozen=True, kw_only=True)
class MapView:
    """How maps are shown: their order, what the colours mean, and on which scale (one of `SCHEMES`)."""

    sort: str = parameter(SORT)
    scale: str = parameter(SCALE)
    scheme: str = parameter(SCHEME)

    def __post_init__(self) -> None:
        check_fields(self)
