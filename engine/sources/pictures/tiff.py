"""The header of a TIFF file."""

from __future__ import annotations

from engine.sources.pictures.facts import DamagedHeaderError, PictureHeader
from engine.sources.pictures.tags import read_tags

_WIDTH, _HEIGHT, _BITS, _SAMPLES, _ROWS_PER_STRIP = 256, 257, 258, 277, 278
_PHOTOMETRIC, _TILE_WIDTH, _TILE_HEIGHT, _EXTRA_SAMPLES = 262, 322, 323, 338
_PALETTE, _SEPARATED = 3, 5


def read_tiff(data: bytes) -> PictureHeader:
    """Read the first directory: later pages are not looked at.

    The orientation stays 1, because OpenCV turns a TIFF itself whatever its depth and whatever it is asked.
    """
    tags = read_tags(data)
    if _WIDTH not in tags or _HEIGHT not in tags:
        raise DamagedHeaderError("the TIFF has no directory, or one without a width and height")
    width, height = tags[_WIDTH][0], tags[_HEIGHT][0]
    samples = tags.get(_SAMPLES, (1,))[0]
    bits = max(tags.get(_BITS, (1,)))
    photometric = tags.get(_PHOTOMETRIC, (1,))[0]
    if not 1 <= samples <= 64 or not 1 <= bits <= 64:
        raise DamagedHeaderError(f"the TIFF says {samples} values a pixel of {bits} bits")
    colours = 4 if photometric == _SEPARATED else 3 if photometric != 1 and photometric != 0 else 1
    kinds = tags.get(_EXTRA_SAMPLES, ())
    depth = 8 if bits <= 8 else 16 if bits <= 16 else 32 if bits <= 32 else 64
    channels = 4 if photometric == _SEPARATED else 3 if photometric == _PALETTE else max(samples, min(colours, 3))
    block_width = tags.get(_TILE_WIDTH, (width,))[0]
    block_height = tags.get(_TILE_HEIGHT, tags.get(_ROWS_PER_STRIP, (height,)))[0]
    if _TILE_HEIGHT not in tags:
        block_height = min(block_height, height)
    return PictureHeader(
        format="TIFF", width=width, height=height, channels=channels, depth=depth,
        # At eight bits libtiff's own colour conversion multiplies the colours with their alpha.
        is_premultiplied=depth == 8 or kinds[:1] == (1,),
        # One strip or tile is held beside the picture, as values and as libtiff's own four bytes a pixel.
        extra_bytes=block_width * block_height * max(4, samples * depth // 8),
    )  # fmt: skip
