"""The tag directories of TIFF, which Exif inside JPEG, PNG and WebP uses too."""

from __future__ import annotations

import struct

ORIENTATION = 274
_MOST_VALUES = 16
_SIZES = {1: ("B", 1), 3: ("H", 2), 4: ("I", 4), 8: ("h", 2), 9: ("i", 4), 16: ("Q", 8)}


def read_tags(data: bytes | memoryview, start: int = 0) -> dict[int, tuple[int, ...]]:
    """The whole-number tags of the first directory of the TIFF that begins at `start`; empty where it is damaged.

    Of a long list only the first sixteen values are read: enough for everything that decides how a picture is decoded.
    """
    try:
        return _read(data, start)
    except struct.error:
        return {}


def orientation_of(tags: dict[int, tuple[int, ...]]) -> int:
    """How the picture is to be turned, 1 to 8 as Exif counts; 1, as it is, where nothing valid is said."""
    value = tags.get(ORIENTATION, (1,))[0]
    return value if 1 <= value <= 8 else 1


def _read(data: bytes | memoryview, start: int) -> dict[int, tuple[int, ...]]:
    order = {b"II": "<", b"MM": ">"}.get(bytes(data[start : start + 2]), "")
    if not order:
        return {}
    (magic,) = struct.unpack_from(order + "H", data, start + 2)
    is_big = magic == 43
    if is_big:
        (directory,) = struct.unpack_from(order + "Q", data, start + 8)
    else:
        (directory,) = struct.unpack_from(order + "I", data, start + 4)
    directory += start
    if directory >= len(data):
        return {}
    (entries,) = struct.unpack_from(order + ("Q" if is_big else "H"), data, directory)
    first, step = (directory + 8, 20) if is_big else (directory + 2, 12)
    tags: dict[int, tuple[int, ...]] = {}
    for entry in range(first, first + step * min(entries, 500), step):
        if entry + step > len(data):
            break
        tag, kind, count = struct.unpack_from(order + ("HHQ" if is_big else "HHI"), data, entry)
        if kind not in _SIZES or not count:
            continue
        letter, size = _SIZES[kind]
        place = entry + (12 if is_big else 8)
        if count * size > (8 if is_big else 4):
            (offset,) = struct.unpack_from(order + ("Q" if is_big else "I"), data, place)
            place = start + offset
        read = min(count, _MOST_VALUES)
        if place + read * size <= len(data):
            tags[tag] = struct.unpack_from(f"{order}{read}{letter}", data, place)
    return tags
