"""The filters of a layer as pictures and numbers: what the window asks, what the worker answers. No Keras here.

    AskWeights(layer="conv2", part="one", input=3, filter=17)   → Weights

The numbers lie in the ring `pictures` under the job's number: first the tiles of the overview, then the whole of one
filter. A large layer's overview is a page of its filters, the one on which `filter` stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

import numpy as np
from numpy.typing import NDArray

from engine.child.messages import Answer, Request
from engine.parameters import Choice, Option
from engine.text import mark

PARTS = Choice(
    title=mark("Shown"),
    help=mark("A filter has a kernel for each map that it looks at. Which of them are drawn?"),
    default="one",
    options=(
        Option("one", mark("One input map"), mark("The kernels for one of the maps before, one for each filter.")),
        Option("mean", mark("Mean of all"), mark("For each filter the mean of its kernels.")),
        Option("each", mark("Each by itself"), mark("All kernels of a filter side by side, filter after filter.")),
        Option("colour", mark("In colour"), mark("The kernels for red, green and blue as one picture; gray is 0.")),
    ),
)
BLUE_FIRST = "caffe"
"""The one of `VALUES` with which a network takes blue, green and red instead of red, green and blue."""
MOST_TILES = 2048
"""Kernels of an overview; the filters behind them are on other pages."""
MOST_VALUES = 2**20
"""Numbers of an overview."""


@dataclass(frozen=True, kw_only=True)
class AskWeights(Request):
    """The filters behind the maps of a layer: its own, or those of the layer whose maps it only changes.

    `part` is one of `PARTS`, `input` the map before that is meant by "one", `filter` the one that is wanted whole.
    """

    layer: str
    part: str = PARTS.default
    input: int = 0
    filter: int = 0


@dataclass(frozen=True, kw_only=True, eq=False)
class Norm:
    """What a batch normalisation makes of each map: gamma · (value − mean) / √(variance + epsilon) + beta."""

    layer: str
    gamma: NDArray[np.float32]
    beta: NDArray[np.float32]
    mean: NDArray[np.float32]
    variance: NDArray[np.float32]
    epsilon: float

    def factor(self, channel: int) -> float:
        """By how much a map is multiplied."""
        return float(self.gamma[channel]) / float(np.sqrt(float(self.variance[channel]) + self.epsilon))

    def shift(self, channel: int) -> float:
        """What is added after that."""
        return float(self.beta[channel]) - float(self.mean[channel]) * self.factor(channel)


@dataclass(frozen=True, kw_only=True, eq=False)
class Weights(Answer):
    """The filters of `source`, whose maps `layer` shows as they are or changed.

    `shape` is (rows, columns, input maps, filters); where a filter is no picture but a row of numbers, as in a dense
    layer or a 1×1 convolution, it has one row and one input map. `tiles` is the shape of the overview: kernels, rows,
    columns and, in colour, 3. Its first kernel belongs to filter `first`, `tiles_each` of them to each filter. `before`
    is the layer that gives the input maps, empty for the picture. `is_shared_out` says that each filter has one input
    map of its own, `is_blue_first` that of the picture's colours the first input map is blue.
    """

    layer: str
    source: str
    kind: str
    shape: tuple[int, int, int, int]
    part: str
    input: int
    filter: int
    first: int
    tiles: tuple[int, ...]
    tiles_each: int
    before: str
    parts: tuple[str, ...]
    is_row: bool
    is_shared_out: bool = False
    is_blue_first: bool = False
    bias: NDArray[np.float32] | None = None
    norm: Norm | None = None

    @property
    def count(self) -> int:
        """How many filters there are."""
        return self.shape[3]

    @property
    def shown(self) -> range:
        """The filters of the overview."""
        return range(self.first, self.first + self.tiles[0] // self.tiles_each)

    def overview(self, packed: NDArray[np.float32]) -> NDArray[np.float32]:
        """The tiles out of the packed numbers."""
        return packed[: prod(self.tiles)].reshape(self.tiles)

    def whole(self, packed: NDArray[np.float32]) -> NDArray[np.float32]:
        """The filter that was asked for whole, (rows, columns, input maps)."""
        return packed[prod(self.tiles) :].reshape(self.shape[:3])


def page_of(wanted: int, count: int, *, tiles_each: int, values_each: int) -> range:
    """The filters on the page of an overview on which `wanted` stands.

    >>> page_of(700, 1024, tiles_each=1, values_each=2048)
    range(512, 1024)
    """
    most = max(1, min(MOST_TILES // max(1, tiles_each), MOST_VALUES // max(1, values_each)))
    first = wanted // most * most
    return range(first, min(count, first + most))
