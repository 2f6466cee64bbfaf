"""From frames to pictures for the network, and from its maps to colours for the screen. Runs beside Qt's thread."""

from __future__ import annotations

import numpy as np

from engine.imaging.checks import as_picture
from engine.imaging.colour import scale_to, split_alpha
from engine.imaging.palettes import gap_colour, palette
from engine.network.maps import LayerMaps
from engine.network.requests import Maps
from engine.opencv import cv2
from engine.sources.frame import DISPLAY_PIXELS, reduced


def is_fit_for_network(image: np.ndarray) -> bool:
    """Whether a frame can be handed over as it is: uint8 colours, no larger than a screen."""
    is_rgb = image.ndim == 3 and image.shape[2] == 3
    return is_rgb and image.dtype == np.uint8 and image.shape[0] * image.shape[1] <= DISPLAY_PIXELS


def as_rgb(image: np.ndarray) -> np.ndarray:
    """A frame's picture as uint8 (H, W, 3), no larger than a screen."""
    if is_fit_for_network(image):
        return image
    picture, _ = reduced(as_picture(image))
    if picture.dtype != np.uint8:
        picture = scale_to(picture, np.uint8)
    if picture.ndim == 3 and picture.shape[2] in (2, 4):
        picture, _ = split_alpha(picture)
    if picture.ndim == 2 or picture.shape[2] == 1:
        picture = np.repeat(picture.reshape(*picture.shape[:2], 1), 3, axis=2)
    return np.ascontiguousarray(picture)


def coloured(answer: Maps, packed: np.ndarray, *, is_dark: bool) -> dict[str, np.ndarray]:
    """The mosaic of each layer as RGB pixels (H, W, 3), out of the packed entries of their palettes."""
    return {maps.path: coloured_mosaic(maps, packed, is_dark=is_dark) for maps in answer.layers}


def coloured_mosaic(maps: LayerMaps, packed: np.ndarray, *, is_dark: bool) -> np.ndarray:
    """One layer's mosaic in the colours of its scheme, with the gaps between maps in theirs."""
    entries = maps.mosaic(packed)
    table = np.ascontiguousarray(palette(maps.scheme, is_dark=is_dark).reshape(256, 1, 3))
    pixels = np.asarray(cv2.applyColorMap(entries, table))
    layout, between = maps.layout, np.array(gap_colour(is_dark=is_dark), np.uint8)
    if layout.gap:
        for row in range(layout.height, pixels.shape[0], layout.height + layout.gap):
            pixels[row : row + layout.gap] = between
        for column in range(layout.width, pixels.shape[1], layout.width + layout.gap):
            pixels[:, column : column + layout.gap] = between
    if layout.count < layout.rows * layout.columns:
        row, column = layout.corner(layout.count)
        pixels[row:, column:] = between
    return pixels
