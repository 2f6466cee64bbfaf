"""Saving what is seen: a picture, or a clip."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from engine.errors import UserError
from engine.files import SaveError, write_atomically
from engine.opencv import cv2
from engine.sources.pictures.decode import decode_picture
from engine.text import mark

PICTURE_SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp")
_DEEP_SUFFIXES = (".png", ".tif", ".tiff")
_FLOAT_SUFFIXES = (".tif", ".tiff")
_QUALITY = [cv2.IMWRITE_JPEG_QUALITY, 95, cv2.IMWRITE_WEBP_QUALITY, 95]


def save_picture(path: Path, image: np.ndarray) -> None:
    """Write (H, W) gray or (H, W, 3) RGB to `path` in the format that its ending names.

    A TIFF keeps uint16 and float32 as they are, a PNG keeps uint16. Elsewhere sixteen bits become eight by their upper
    half, and floating point is rounded and cut to 0 … 255.

    Raises:
        SaveError: if it cannot be saved; what was there before is unchanged.
    """
    suffix = path.suffix.lower()
    if suffix not in PICTURE_SUFFIXES:
        raise SaveError(
            mark("A picture cannot be saved as “{name}”. Its name must end in one of: {endings}."),
            name=path.name or path, endings=", ".join(PICTURE_SUFFIXES),
        )  # fmt: skip
    values = _fitting(image, suffix)
    if values.ndim == 3:
        values = np.asarray(cv2.cvtColor(values, cv2.COLOR_RGB2BGR))
    try:
        is_done, data = cv2.imencode(suffix, values, _QUALITY if suffix in (".jpg", ".jpeg", ".webp") else [])
    except cv2.error:
        is_done = False
    if not is_done:
        raise SaveError(
            mark("A picture of {width} × {height} pixels cannot be saved as {ending}. Save it as .png or .tif."),
            width=image.shape[1], height=image.shape[0], ending=suffix,
        )  # fmt: skip
    write_atomically(path, data.tobytes(), verify=lambda read: _verify(read, path.name, image))


def eight_bits(image: np.ndarray) -> np.ndarray:
    """The picture as uint8: the upper half of sixteen bits; floating point rounded and cut to 0 … 255, NaN as 0.

    >>> eight_bits(np.array([[-3.0, 1.6, 300.0]], np.float32))
    array([[  0,   2, 255]], dtype=uint8)
    """
    if image.dtype == np.uint8:
        return image
    if image.dtype == np.uint16:
        return (image >> 8).astype(np.uint8)
    values: np.ndarray = np.clip(np.rint(np.nan_to_num(image, nan=0.0, posinf=255.0, neginf=0.0)), 0, 255)
    return values.astype(np.uint8)


def _fitting(image: np.ndarray, suffix: str) -> np.ndarray:
    if image.dtype == np.uint16 and suffix in _DEEP_SUFFIXES:
        return image
    if image.dtype.kind == "f" and suffix in _FLOAT_SUFFIXES:
        return image.astype(np.float32)
    return eight_bits(image)


def _verify(data: bytes, name: str, image: np.ndarray) -> None:
    try:
        found = decode_picture(data, name=name).image
    except UserError as error:
        raise SaveError(mark("“{name}” could not be read back after saving. Save it once more."), name=name) from error
    if found.shape[:2] != image.shape[:2]:
        raise SaveError(mark("“{name}” could not be read back after saving. Save it once more."), name=name)
