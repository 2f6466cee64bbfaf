"""The headers of PNG, WebP, BMP and GIF, which take a few lines each."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from engine.sources.pictures.facts import DamagedHeaderError, PictureHeader
from engine.sources.pictures.tags import orientation_of, read_tags

_PNG_CHANNELS = {0: 1, 2: 3, 3: 3, 4: 4, 6: 4}
_BMP_DEPTHS = (1, 2, 4, 8, 16, 24, 32)


def read_png(data: bytes) -> PictureHeader:
    """IHDR for the size, eXIf for the orientation, tRNS for transparency; the pixels are jumped over."""
    if data[12:16] != b"IHDR" or len(data) < 33:
        raise DamagedHeaderError("the PNG does not begin with IHDR")
    width, height, depth, colour = struct.unpack_from(">IIBB", data, 16)
    if colour not in _PNG_CHANNELS:
        raise DamagedHeaderError(f"the PNG has colour type {colour}")
    orientation, has_transparency, is_animated = 1, False, False
    for kind, body, length in _png_chunks(data):
        if kind == b"eXIf":
            orientation = orientation_of(read_tags(data[body : body + length]))
        has_transparency |= kind == b"tRNS"
        is_animated |= kind == b"acTL"
    channels = 4 if has_transparency else _PNG_CHANNELS[colour]
    return PictureHeader(
        format="PNG", width=width, height=height, channels=channels, depth=16 if depth == 16 else 8,
        orientation=orientation, extra_bytes=width * height * 12 if is_animated else 0,
    )  # fmt: skip


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    position = 8
    while position + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, position)
        kind = data[position + 4 : position + 8]
        # WORKAROUND(opencv-python 5.0): it makes room for whatever length a chunk claims, up to gigabytes.
        if position + 12 + length > len(data):
            raise DamagedHeaderError(f"the PNG ends inside its chunk {kind!r}")
        yield kind, position + 8, length
        if kind == b"IEND":
            return
        position += 12 + length


def read_webp(data: bytes) -> PictureHeader:
    """The size stands in one of three kinds of chunk, the orientation in a chunk at the end."""
    size: tuple[int, int] | None = None
    orientation, has_alpha, is_animated, position = 1, False, False, 12
    while position + 8 <= len(data):
        kind = data[position : position + 4]
        (length,) = struct.unpack_from("<I", data, position + 4)
        body = data[position + 8 : position + 8 + min(length, 16)]
        if kind == b"VP8X" and len(body) >= 10:
            has_alpha, is_animated = bool(body[0] & 0x10), bool(body[0] & 0x02)
            size = (1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little"))
        elif kind == b"VP8 " and len(body) >= 10 and size is None:
            width, height = struct.unpack_from("<HH", body, 6)
            size = (width & 0x3FFF, height & 0x3FFF)
        elif kind == b"VP8L" and len(body) >= 5 and size is None:
            bits = int.from_bytes(body[1:5], "little")
            size, has_alpha = (1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)), bool(bits >> 28 & 1)
        elif kind == b"EXIF":
            start = position + 8 + (6 if data[position + 8 : position + 14] == b"Exif\0\0" else 0)
            orientation = orientation_of(read_tags(data[start : position + 8 + length]))
        position += 8 + length + (length & 1)
    if size is None:
        raise DamagedHeaderError("the WebP has no picture chunk")
    return PictureHeader(
        format="WebP", width=size[0], height=size[1], channels=4 if has_alpha or is_animated else 3, depth=8,
        orientation=orientation, extra_bytes=size[0] * size[1] * (12 if is_animated else 4),
    )  # fmt: skip


def read_bmp(data: bytes) -> PictureHeader:
    """Both generations of header; a negative height only says that the rows run downwards."""
    if len(data) < 26:
        raise DamagedHeaderError("the BMP ends inside its header")
    (header_size,) = struct.unpack_from("<I", data, 14)
    if header_size == 12:
        width, height, _, bits = struct.unpack_from("<HHHH", data, 18)
    elif header_size >= 36 and len(data) >= 30:
        width, height, _, bits = struct.unpack_from("<iiHH", data, 18)
        width, height = max(width, 0), abs(height)
    else:
        raise DamagedHeaderError(f"the BMP says its header has {header_size} bytes")
    if bits not in _BMP_DEPTHS:
        raise DamagedHeaderError(f"the BMP says {bits} bits a pixel")
    channels = 4 if bits == 32 else 3
    return PictureHeader(format="BMP", width=width, height=height, channels=channels, depth=8)


def read_gif(data: bytes) -> PictureHeader:
    """The logical screen; OpenCV composes every frame on canvases of four bytes a pixel."""
    if len(data) < 13:
        raise DamagedHeaderError("the GIF ends inside its header")
    width, height = struct.unpack_from("<HH", data, 6)
    return PictureHeader(format="GIF", width=width, height=height, channels=4, depth=8, extra_bytes=width * height * 4)
