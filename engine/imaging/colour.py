"""Gray, alpha and number ranges of pictures."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import DTypeLike

from engine.errors import UserError
from engine.imaging.checks import as_picture, to_float32
from engine.imaging.types import Image
from engine.opencv import cv2
from engine.text import mark


def to_gray(image: Image) -> Image:
    """The gray picture of a gray or colour one; alpha is left out. Output shape: (H, W), integers keep their kind.

    >>> to_gray(np.array([[[255, 0, 0], [0, 255, 0]]], np.uint8)).tolist()
    [[76, 150]]
    """
    picture = _known(image)
    if picture.ndim == 2:
        return picture
    if picture.shape[2] < 3:
        return np.ascontiguousarray(picture[..., 0])
    gray: Image = cv2.cvtColor(picture, cv2.COLOR_RGBA2GRAY if picture.shape[2] == 4 else cv2.COLOR_RGB2GRAY)
    return gray


def split_alpha(image: Image) -> tuple[Image, Image | None]:
    """The picture without its alpha channel, and that channel where there is one (two or four channels)."""
    picture = _known(image)
    if picture.ndim == 2 or picture.shape[2] in (1, 3):
        return picture, None
    colour = picture[..., 0] if picture.shape[2] == 2 else picture[..., :3]
    return np.ascontiguousarray(colour), np.ascontiguousarray(picture[..., -1])


def peak_of(image: Image) -> float:
    """The value that means full brightness: 255, 65535, and for floats 1 if no value lies outside −1 … 1, else 255."""
    picture = np.asarray(image)
    if np.issubdtype(picture.dtype, np.integer):
        return float(np.iinfo(picture.dtype).max)
    return 1.0 if picture.size == 0 or (picture.min() >= -1 and picture.max() <= 1) else 255.0


def scale_to(image: Image, kind: DTypeLike, *, peak: float | None = None) -> Image:
    """The picture in another range: uint8 (0–255), uint16 (0–65535) or float32 (0–1); too large values are cut.

    >>> scale_to(np.array([[0, 255]], np.uint8), np.uint16).tolist()
    [[0, 65535]]
    """
    picture = _known(image)
    target: np.dtype[Any] = np.dtype(kind)
    full = peak_of(picture) if peak is None else peak
    if np.issubdtype(target, np.floating):
        share: Image = to_float32(picture) / np.float32(full)
        return share.astype(target, copy=False)
    return _to_kind(picture * (float(np.iinfo(target).max) / full), target)


def with_numbers(image: Image) -> Image:
    """A picture of true and false as one of 255 and 0; every other picture as it is."""
    picture: Image = np.asarray(image)
    return picture.astype(np.uint8) * np.uint8(255) if picture.dtype == bool else picture


def _known(image: Image) -> Image:
    picture = as_picture(with_numbers(image))
    if picture.ndim == 3 and picture.shape[2] > 4:
        raise UserError(
            mark("This is a stack of {count} maps, not a picture. A picture has 1 to 4 channels."),
            count=picture.shape[2],
        )
    return picture if picture.dtype in (np.uint8, np.uint16) else to_float32(picture)


def _to_kind(values: Image, kind: np.dtype[Any]) -> Image:
    if np.issubdtype(kind, np.floating):
        return values.astype(kind, copy=False)
    whole: Image = np.clip(np.rint(np.nan_to_num(values)), 0, np.iinfo(kind).max).astype(kind)
    return whole
