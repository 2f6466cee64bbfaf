"""Pieces of pictures in files, small enough to be shown side by side. Runs beside Qt's thread."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np

from engine.network.requests import Patch
from engine.opencv import cv2
from engine.sources.names import shown_name
from engine.sources.pictures.decode import decode_picture, decode_preview, read_bytes
from engine.sources.pictures.header import read_header
from gui.network.colouring import as_rgb

SIDE = 128


def patch_picture(patch: Patch, *, side: int = SIDE) -> np.ndarray:
    """The piece as uint8 (H, W, 3), neither side longer than `side`. Raises `UserError` if the file is gone."""
    path = Path(patch.path)
    data = read_bytes(path)
    header = read_header(data, name=shown_name(path))
    image, factor = decode_preview(data, header) or (
        decode_picture(data, name=shown_name(path), header=header).image, 1
    )  # fmt: skip
    top, left, height, width = (each / factor for each in patch.box)
    rows, columns = (_span(*each) for each in ((top, height, image.shape[0]), (left, width, image.shape[1])))
    piece = as_rgb(image[rows, columns])
    shrink = min(1.0, side / max(piece.shape[:2]))
    if shrink < 1:
        size = tuple(max(1, round(shrink * piece.shape[axis])) for axis in (1, 0))
        piece = cv2.resize(piece, size, interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(piece)


def _span(first: float, length: float, whole: int) -> slice:
    """The part of an axis that is there, one pixel at least: a field may reach beside the picture."""
    start = min(max(0, math.floor(first)), whole - 1)
    return slice(start, max(start + 1, min(whole, math.ceil(first + length))))
