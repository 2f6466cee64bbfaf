"""Many maps side by side in one picture."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from engine.imaging.types import Image

# Maps are laid out so that the whole comes near the shape of a screen.
_SCREEN_ASPECT = 1.6
_ROOM = 16_000_000  # pixels

Rim = tuple[int, int, int, int]
NO_RIM: Rim = (0, 0, 0, 0)


@dataclass(frozen=True)
class MosaicLayout:
    """Where each of `count` maps of `height` × `width` lies, row by row, `gap` pixels apart.

    `rim` is how many rows above and below, columns left and right of each map are kept free for what it is padded with;
    those between two maps are part of the gap.

    >>> MosaicLayout(count=5, height=4, width=4, columns=3).shape
    (9, 14)
    """

    count: int
    height: int
    width: int
    columns: int
    gap: int = 1
    rim: Rim = NO_RIM

    @classmethod
    def of(
        cls, shape: tuple[int, ...], *, columns: int | None = None, gap: int | None = None, rim: Rim = NO_RIM
    ) -> MosaicLayout:
        """The layout for maps of shape (H, W, C); without `columns` it comes near the shape of a screen.

        A rim that would need far more room than the maps themselves is left out.
        """
        height, width, count = shape
        wanted = columns or round(math.sqrt(count * _SCREEN_ASPECT * height / width))
        thin = max(1, min(height, width) // 32)
        bare = cls(count, height, width, max(1, min(count, wanted)), thin if gap is None else gap)
        if not any(rim):
            return bare
        roomy = replace(bare, gap=bare.gap + max(rim[0] + rim[1], rim[2] + rim[3]), rim=rim)
        return roomy if math.prod(roomy.shape) <= max(_ROOM, 2 * math.prod(bare.shape)) else bare

    @property
    def rows(self) -> int:
        """How many rows of maps there are."""
        return math.ceil(self.count / self.columns)

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width of the whole."""
        return (
            self.rows * (self.height + self.gap) - self.gap,
            self.columns * (self.width + self.gap) - self.gap,
        )

    def corner(self, index: int) -> tuple[int, int]:
        """Row and column of a map's upper left pixel."""
        row, column = divmod(index, self.columns)
        return row * (self.height + self.gap), column * (self.width + self.gap)

    def at(self, row: int, column: int) -> tuple[int, int, int] | None:
        """The map under a pixel of the whole, and the row and column within it; None in a gap or outside."""
        if row < 0 or column < 0:
            return None
        (map_row, inner_row) = divmod(row, self.height + self.gap)
        (map_column, inner_column) = divmod(column, self.width + self.gap)
        index = map_row * self.columns + map_column
        if inner_row >= self.height or inner_column >= self.width or map_column >= self.columns or index >= self.count:
            return None
        return index, inner_row, inner_column

    def places(self) -> Iterator[tuple[slice, slice]]:
        """The rows and columns of each map in turn."""
        for index in range(self.count):
            row, column = self.corner(index)
            yield slice(row, row + self.height), slice(column, column + self.width)


def mosaic(maps: Image, columns: int | None = None, *, gap: int | None = None, fill: float = 0) -> Image:
    """The maps (H, W, C) as one picture of the layout's shape, `fill` between them.

    >>> mosaic(np.ones((1, 2, 2)), columns=2, gap=1).tolist()
    [[1.0, 1.0, 0.0, 1.0, 1.0]]
    """
    layout = MosaicLayout.of(maps.shape, columns=columns, gap=gap)
    whole = np.full(layout.shape, fill, maps.dtype)
    for index, place in enumerate(layout.places()):
        whole[place] = maps[..., index]
    return whole
