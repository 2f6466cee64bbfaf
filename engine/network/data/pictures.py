"""From the bytes of a file to what every data set gives: eight bits, three channels or one."""

from __future__ import annotations

import numpy as np

from engine.errors import UserError
from engine.imaging.colour import scale_to
from engine.network.data.dataset import Pixels
from engine.sources.pictures.decode import decode_picture, decode_reduced
from engine.sources.pictures.facts import PictureHeader
from engine.sources.pictures.header import read_header
from engine.text import mark


def picture_of(data: bytes, *, name: str, least: int = 0) -> Pixels:
    """The picture in `data`, (H, W, 3) RGB or (H, W, 1) gray.

    With `least`, a large JPEG is decoded at 1/2, 1/4 or 1/8 of its size if its shorter side does not fall below that.

    Raises:
        UserError: for anything that is not a picture of bearable size.
    """
    header = read_header(data, name=name)
    small = _reduced(data, header, least)
    image = decode_picture(data, name=name, header=header).image if small is None else small
    return eight_bit(image, name=name)


def eight_bit(image: np.ndarray, *, name: str) -> Pixels:
    """The picture as uint8 with its channel axis; sixteen bits keep their range, floats are scaled by their peak."""
    if image.dtype != np.uint8:
        if image.dtype.kind == "f" and not np.isfinite(image).all():
            raise UserError(
                mark("“{name}” holds values that are no numbers, so nothing can be learnt from it. Save it anew."),
                name=name,
            )
        image = scale_to(image, np.uint8)
    pixels: Pixels = image if image.ndim == 3 else image[..., None]
    return pixels


def _reduced(data: bytes, header: PictureHeader, least: int) -> np.ndarray | None:
    factor = next((each for each in (8, 4, 2) if least and min(header.width, header.height) >= each * least), 1)
    if header.format != "JPEG" or factor == 1:
        return None
    return decode_reduced(data, header, factor)
