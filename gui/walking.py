"""Walking over a result value by value."""

from __future__ import annotations

from dataclasses import replace

from gui.session import Spot


def following(spot: Spot, size: tuple[int, int], count: int = 1) -> Spot:
    """The spot `count` values further in reading order; after the last value comes the first.

    >>> following(Spot(0, 2), (2, 3))
    Spot(row=1, column=0, channel=0)
    """
    height, width = size
    place = (spot.row * width + spot.column + count) % (height * width)
    return replace(spot, row=place // width, column=place % width)


def neighbour(spot: Spot, size: tuple[int, int], rows: int, columns: int) -> Spot:
    """The spot so many rows down and columns to the right, kept inside the picture.

    >>> neighbour(Spot(0, 2), (2, 3), 1, 1)
    Spot(row=1, column=2, channel=0)
    """
    height, width = size
    return replace(
        spot,
        row=min(max(spot.row + rows, 0), height - 1),
        column=min(max(spot.column + columns, 0), width - 1),
    )
