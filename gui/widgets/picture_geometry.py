"""Where the pixels of a picture lie in a view: plain arithmetic, without a widget."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

LARGEST_PIXEL = 160.0  # logical pixels of the screen for one of the picture
SMALLEST_ZOOM = 0.25

Tile = tuple[int, int, int, int]
"""Row, column, height and width of one of several pictures in a picture."""


@dataclass(frozen=True, kw_only=True)
class Viewpoint:
    """What is looked at, in a way that views of different sizes can share.

    `zoom` 1 fits the picture into the view; the centre is a share of the picture's height and width.
    """

    zoom: float = 1.0
    row: float = 0.5
    column: float = 0.5


@dataclass(frozen=True, kw_only=True)
class Rim:
    """Rows and columns of padding drawn around a picture, or around each of the `tiles` that lie in it."""

    top: float = 0.0
    bottom: float = 0.0
    left: float = 0.0
    right: float = 0.0
    tiles: tuple[Tile, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is no padding at all."""
        return not (self.top or self.bottom or self.left or self.right)


@dataclass(frozen=True, kw_only=True)
class Placement:
    """`scale` logical pixels for each pixel of the picture, whose first corner is drawn at (`left`, `top`)."""

    scale: float
    left: float
    top: float
    rows: int
    columns: int

    def x(self, column: float) -> float:
        """Where a column begins."""
        return self.left + column * self.scale

    def y(self, row: float) -> float:
        """Where a row begins."""
        return self.top + row * self.scale

    def row(self, y: float) -> float:
        """The row, with its fraction, at a height of the view."""
        return (y - self.top) / self.scale

    def column(self, x: float) -> float:
        """The column, with its fraction, at a place of the view."""
        return (x - self.left) / self.scale

    def pixel(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column of the pixel under a point, or None beside the picture."""
        row, column = math.floor(self.row(y)), math.floor(self.column(x))
        return (row, column) if 0 <= row < self.rows and 0 <= column < self.columns else None

    def visible(self, width: float, height: float) -> tuple[int, int, int, int]:
        """First row, row past the last, first column, column past the last of what a view of this size shows."""
        return (
            min(self.rows, max(0, math.floor(self.row(0)))),
            max(0, min(self.rows, math.ceil(self.row(height)))),
            min(self.columns, max(0, math.floor(self.column(0)))),
            max(0, min(self.columns, math.ceil(self.column(width)))),
        )


def fit_scale(width: float, height: float, rows: int, columns: int, rim: Rim) -> float:
    """The scale at which picture and rim just fit."""
    return max(1e-6, min(width / (columns + rim.left + rim.right), height / (rows + rim.top + rim.bottom)))


def place(
    *,
    width: float,
    height: float,
    rows: int,
    columns: int,
    rim: Rim,
    viewpoint: Viewpoint,
    device_scale: float = 1.0,
    margin: float = 0.0,
) -> Placement:
    """Lay a picture of `rows` × `columns` and its rim out in a view of `width` × `height` logical pixels.

    At zoom 1 it stays `margin` away from the upper and the lower edge.

    >>> place(width=200, height=100, rows=10, columns=10, rim=Rim(), viewpoint=Viewpoint())
    Placement(scale=10.0, left=50.0, top=0.0, rows=10, columns=10)
    """
    scale = fit_scale(width, height - 2 * margin, rows, columns, rim) * viewpoint.zoom
    full_rows, full_columns = rows + rim.top + rim.bottom, columns + rim.left + rim.right
    left = width / 2 - (viewpoint.column * full_columns - rim.left) * scale
    top = height / 2 - (viewpoint.row * full_rows - rim.top) * scale
    # Whole pixels of the device keep the edges of the picture sharp.
    left, top = round(left * device_scale) / device_scale, round(top * device_scale) / device_scale
    return Placement(scale=scale, left=left, top=top, rows=rows, columns=columns)


def zoom_limits(fit: float, device_scale: float) -> tuple[float, float]:
    """The smallest and the largest zoom that make sense where `fit` is the scale of zoom 1."""
    return min(SMALLEST_ZOOM, 1 / device_scale / fit), max(1.0, LARGEST_PIXEL / fit)


def zoomed(viewpoint: Viewpoint, factor: float, *, limits: tuple[float, float], row: float, column: float) -> Viewpoint:
    """Zoom by `factor`, keeping the point (`row`, `column`; shares of picture and rim) where it is on screen."""
    zoom = min(max(viewpoint.zoom * factor, limits[0]), limits[1])
    if abs(math.log(zoom)) < 0.02:
        zoom = 1.0  # turning back comes to rest at the fit
    share = viewpoint.zoom / zoom
    return settled(
        Viewpoint(
            zoom=zoom, row=row + (viewpoint.row - row) * share, column=column + (viewpoint.column - column) * share
        )
    )


def moved(viewpoint: Viewpoint, *, rows: float, columns: float) -> Viewpoint:
    """Look further down by a share `rows` of the picture and further right by a share `columns`."""
    return settled(replace(viewpoint, row=viewpoint.row + rows, column=viewpoint.column + columns))


def settled(viewpoint: Viewpoint) -> Viewpoint:
    """Keep some of the picture in sight; a picture that fits stays in the middle."""
    if viewpoint.zoom <= 1.0:
        return replace(viewpoint, row=0.5, column=0.5)
    reach = 0.5 / viewpoint.zoom
    low, high = min(0.5, reach * 0.5), max(0.5, 1 - reach * 0.5)
    return replace(viewpoint, row=min(max(viewpoint.row, low), high), column=min(max(viewpoint.column, low), high))
