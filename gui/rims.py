"""The padded rim around the left picture: how wide it is, and which pixels stand in it."""

from __future__ import annotations

import numpy as np

from engine.imaging.display import Picture, render
from engine.imaging.padding import beyond
from engine.imaging.stages.stage import Stage
from gui.marking import drawn_rim_of, numbers_of
from gui.session import Output
from gui.widgets.picture_rim import RimBand


def bands_of(output: Output, *, is_dark: bool) -> tuple[RimBand, ...]:
    """The four sides of the rim of the selected stage, each with its pixels and its numbers.

    None where there is no rim, or nothing in it: a pooling window at the edge looks at fewer pixels. Maps that lie side
    by side have a rim each, which would lie over their neighbours, so none is drawn.
    """
    picture, image = output.left, output.left_image
    rim = drawn_rim_of(output)
    if not any(rim) or picture is None or image is None:
        return ()
    stage = output.results[output.selected].stage
    if stage.rim() is None:
        return ()
    top, bottom, left, right = rim
    height, width = image.shape[:2]
    rows = (np.arange(-top, 0), np.arange(height, height + bottom), np.arange(height))
    columns = (np.arange(-left, 0), np.arange(width, width + right), np.arange(-left, width + right))
    sides = ((rows[0], columns[2]), (rows[1], columns[2]), (rows[2], columns[0]), (rows[2], columns[1]))
    numbers = numbers_of(picture, image)
    return tuple(
        _band(stage, picture, image if numbers is None else numbers, *side, is_dark=is_dark)
        for side in sides
        if len(side[0]) and len(side[1])
    )


def _band(
    stage: Stage, picture: Picture, image: np.ndarray, rows: np.ndarray, columns: np.ndarray, *, is_dark: bool
) -> RimBand:
    border, value = stage.rim() or ("zero", 0.0)
    values = beyond(image, rows, columns, border, value)
    if border in ("zero", "constant"):
        colour = _colour_of(value if border == "constant" else 0.0, picture, is_dark=is_dark)
        pixels = np.empty((len(rows), len(columns), 3), np.uint8)
        pixels[:] = colour
    else:
        pixels = beyond(picture.pixels, rows, columns, border)
    return RimBand.of(pixels, values, row=int(rows[0]), column=int(columns[0]))


def _colour_of(value: float, picture: Picture, *, is_dark: bool) -> np.ndarray:
    """The colour that a number has on the picture's scale."""
    scheme = "photo" if picture.scheme == "signed_colour" else picture.scheme
    cell = np.full((1, 1), value, np.float32)
    colour: np.ndarray = render(cell, scheme, is_dark=is_dark, limits=(picture.low, picture.high)).pixels[0, 0]
    return colour
