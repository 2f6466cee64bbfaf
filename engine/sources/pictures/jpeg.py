"""The header of a JPEG file."""

from __future__ import annotations

import struct

from engine.sources.pictures.facts import DamagedHeaderError, PictureHeader
from engine.sources.pictures.tags import orientation_of, read_tags

_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_PROGRESSIVE = frozenset((0xC2, 0xC6, 0xCA, 0xCE))
_BARE = frozenset((0x01, *range(0xD0, 0xD9)))


def read_jpeg(data: bytes) -> PictureHeader:
    """Walk the segments to the frame header, picking up the Exif orientation on the way."""
    orientation, position = 1, 2
    while position + 4 <= len(data):
        if data[position] != 0xFF:
            raise DamagedHeaderError(f"no JPEG marker at byte {position}")
        marker = data[position + 1]
        if marker == 0xFF:
            position += 1
            continue
        if marker in _BARE:
            position += 2
            continue
        if marker in (0xD9, 0xDA):
            break
        (length,) = struct.unpack_from(">H", data, position + 2)
        body = position + 4
        if marker == 0xE1 and data[body : body + 6] == b"Exif\0\0":
            orientation = orientation_of(read_tags(data[body + 6 : body - 2 + length]))
        if marker in _FRAMES:
            if body + 6 > len(data):
                break
            depth, height, width, components = struct.unpack_from(">BHHB", data, body)
            # A progressive picture is collected as coefficients, two bytes each, before it is drawn.
            extra = 2 * width * height * components if marker in _PROGRESSIVE else 0
            channels = 1 if components == 1 else 3
            return PictureHeader(
                format="JPEG", width=width, height=height, channels=channels, depth=8 if depth <= 8 else 16,
                orientation=orientation, extra_bytes=extra,
            )  # fmt: skip
        position += 2 + length
    raise DamagedHeaderError("the JPEG has no frame header")
