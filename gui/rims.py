"""The padded rim around the left picture: how wide it is, and which pixels stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from engine.imaging.display import Picture, render
from engine.imaging.mosaic import Rim
from engine.imaging.padding import beyond
from gui.marking import drawn_rim_of, numbers_of, tiles_of
from gui.session import Output
from gui.widgets.picture_rim import RimBand


def bands_of(output: Output, *, is_dark: bool) -> tuple[RimBand, ...]:
    """The four sides of the rim of the selected stage, each with its pixels and its numbers; of maps those of each.

    None where there is no rim, or nothing in it: a pooling window at the edge looks at fewer pixels.
    """
    picture, image = output.left, output.left_image
    rim = drawn_rim_of(output)
    if not any(rim) or picture is None or image is None:
        return ()
    border = output.results[output.selected].stage.rim()
    if border is None:
        return ()
    filling = _Filling(*border, _colour_of(border[1] if border[0] == "constant" else 0.0, picture, is_dark=is_dark))
    tiles = tiles_of(output)
    if not tiles:
        numbers = numbers_of(picture, image)
        return tuple(_bands(_Padded(picture.pixels, image if numbers is None else numbers), filling, rim))
    bands: list[RimBand] = []
    for index, (row, column, height, width) in enumerate(tiles):
        pixels = picture.pixels[row : row + height, column : column + width]
        bands += _bands(_Padded(pixels, image[..., index], row, column), filling, rim)
    return tuple(bands)


@dataclass(frozen=True, eq=False)
class _Filling:
    """The kind of border, its value, and the colour that the value has."""

    border: str
    value: float
    colour: np.ndarray


@dataclass(frozen=True, eq=False)
class _Padded:
    """What is padded: pixels, the numbers behind them, and where its first corner lies in the left picture."""

    pixels: np.ndarray
    values: np.ndarray
    row: int = 0
    column: int = 0


def _bands(padded: _Padded, filling: _Filling, rim: Rim) -> Iterator[RimBand]:
    top, bottom, left, right = rim
    height, width = padded.values.shape[:2]
    rows = (np.arange(-top, 0), np.arange(height, height + bottom), np.arange(height))
    columns = (np.arange(-left, 0), np.arange(width, width + right), np.arange(-left, width + right))
    sides = ((rows[0], columns[2]), (rows[1], columns[2]), (rows[2], columns[0]), (rows[2], columns[1]))
    for side_rows, side_columns in sides:
        if len(side_rows) and len(side_columns):
            yield _band(padded, filling, side_rows, side_columns)


def _band(padded: _Padded, filling: _Filling, rows: np.ndarray, columns: np.ndarray) -> RimBand:
    values = beyond(padded.values, rows, columns, filling.border, filling.value)
    if filling.border in ("zero", "constant"):
        pixels = np.empty((len(rows), len(columns), 3), np.uint8)
        pixels[:] = filling.colour
    else:
        pixels = beyond(padded.pixels, rows, columns, filling.border)
    return RimBand.of(pixels, values, row=padded.row + int(rows[0]), column=padded.column + int(columns[0]))


def _colour_of(value: float, picture: Picture, *, is_dark: bool) -> np.ndarray:
    """The colour that a number has on the picture's scale."""
    scheme = "photo" if picture.scheme == "signed_colour" else picture.scheme
    cell = np.full((1, 1), value, np.float32)
    colour: np.ndarray = render(cell, scheme, is_dark=is_dark, limits=(picture.low, picture.high)).pixels[0, 0]
    return colour
