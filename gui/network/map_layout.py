"""Where each map stands in the space there is, and which value lies under a point."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF

GAPS = ((4, 32), (2, 12), (1, 4))
"""Pixels between maps, and the side that maps need to be worth so much room."""

WIDEST_BAR = 48


@dataclass(frozen=True)
class MapLayout:
    """`count` tiles in rows of `columns`, each `width` × `height`, `gap` apart, the first at (`left`, `top`)."""

    count: int
    columns: int
    width: float
    height: float
    gap: float
    left: float
    top: float

    @classmethod
    def of(cls, count: int, *, map_height: int, map_width: int, width: int, height: int, margin: int) -> MapLayout:
        """The columns with which `count` maps come out largest in a space of `width` × `height`."""
        space_width, space_height = max(1, width - 2 * margin), max(1, height - 2 * margin)
        best = (1, 1.0)
        gap = 0
        for gap, side in (*GAPS, (0, 0)):
            best = _largest(count, map_height, map_width, space_width + gap, space_height + gap, gap)
            if best[1] * min(map_height, map_width) >= side:
                break
        columns, scale = best
        tile_width, tile_height = map_width * scale, map_height * scale
        if min(tile_width, tile_height) >= GAPS[1][1]:  # whole pixels, so that all maps are drawn alike
            tile_width, tile_height = float(int(tile_width)), float(int(tile_height))
        used = columns * (tile_width + gap) - gap
        return cls(
            count, columns, tile_width, tile_height, gap, margin + max(0.0, (space_width - used) // 2), margin
        )  # fmt: skip

    @classmethod
    def bars(cls, count: int, *, width: int, height: int, margin: int) -> MapLayout:
        """One row of tiles as high as the space, for single values."""
        pitch = min(float(WIDEST_BAR), max(1, width - 2 * margin) / max(1, count))
        gap = min(4.0, pitch * 0.25)
        return cls(count, count, pitch - gap, max(1, height - 2 * margin), gap, margin, margin)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return -(-self.count // self.columns)

    def rect(self, index: int) -> QRectF:
        """Where a tile stands."""
        row, column = divmod(index, self.columns)
        return QRectF(
            self.left + column * (self.width + self.gap), self.top + row * (self.height + self.gap),
            self.width, self.height,
        )  # fmt: skip

    def whole(self) -> QRectF:
        """The rectangle around all tiles."""
        return self.rect(0).united(self.rect(min(self.count, self.columns) - 1)).united(self.rect(self.count - 1))

    def at(self, x: float, y: float) -> tuple[int, float, float] | None:
        """The tile under a point, and how far down and across it the point is, 0 … 1; None between tiles."""
        column, across = divmod(x - self.left, self.width + self.gap)
        row, down = divmod(y - self.top, self.height + self.gap)
        index = int(row) * self.columns + int(column)
        if not 0 <= column < self.columns or row < 0 or index >= self.count:
            return None
        if across >= self.width or down >= self.height:
            return None
        return index, down / self.height, across / self.width


def _largest(count: int, map_height: int, map_width: int, width: float, height: float, gap: int) -> tuple[int, float]:
    """The number of columns that gives the largest scale, and that scale."""
    columns = np.arange(1, count + 1)
    rows = -(-count // columns)
    scales = np.minimum((width / columns - gap) / map_width, (height / rows - gap) / map_height)
    best = int(np.argmax(scales))
    return int(columns[best]), max(1e-3, float(scales[best]))
