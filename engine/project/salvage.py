"""Entries of an archive found by their own headers, where its table of contents is cut off or wrong."""

from __future__ import annotations

import errno
import hashlib
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from engine.zips import METHODS

_MARK = b"PK\x03\x04"
_HEADER = struct.Struct("<4s5H3L2H")
_LONG = struct.Struct("<QQ")
_CHUNK = 2**20
_STOPS = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM))


@dataclass(frozen=True)
class _Entry:
    name: str
    size: int
    packed: int
    check: int
    is_packed: bool


def stops(error: OSError) -> bool:
    """Whether an error says that nothing can be written at all, not only this file under its name."""
    return error.errno in _STOPS


def salvaged(
    path: Path, folder: Path, known: Mapping[str, str], *, is_wanted: Callable[[str], bool], room: int, most: int
) -> dict[str, str]:
    """Write the whole entries that are not `known` into `folder`, at most `room` bytes; the checksums of all by name.

    They are written bit by bit, and taken away again if they are not whole: memory would not hold a large one.
    """
    found: dict[str, str] = dict(known)
    at = 0
    with path.open("rb") as file:
        while (at := _next_header(file, at)) >= 0:
            file.seek(at)
            entry = _header(file)
            begins = file.tell()
            at += len(_MARK)
            if entry is None or entry.name in found or not is_wanted(entry.name):
                continue
            if entry.size > room or len(found) >= most:
                continue
            digest = _written(file, entry, folder / entry.name)
            if digest is not None:
                found[entry.name] = digest
                room -= entry.size
                at = begins + entry.packed
    return found


def _next_header(file: IO[bytes], at: int) -> int:
    """Where the next header begins; -1 where there is none."""
    file.seek(at)
    kept = b""
    while data := file.read(_CHUNK):
        place = (kept + data).find(_MARK)
        if place >= 0:
            return at - len(kept) + place
        at += len(data)
        kept = (kept + data)[-len(_MARK) + 1 :]
    return -1


def _header(file: IO[bytes]) -> _Entry | None:
    """What a header says; None where it is cut off, locked, or of a length that nobody knew when it was begun."""
    head = file.read(_HEADER.size)
    if len(head) < _HEADER.size:
        return None
    _, _, flags, method, _, _, check, packed, size, name_length, extra_length = _HEADER.unpack(head)
    name, extra = file.read(name_length).decode("utf-8", "replace"), file.read(extra_length)
    if packed == 0xFFFFFFFF or size == 0xFFFFFFFF:
        size, packed = _long_sizes(extra) or (0, 0)
    if flags & 0x8 or flags & 0x1 or method not in METHODS:
        return None
    return _Entry(name, size, packed, check, method == zipfile.ZIP_DEFLATED)


def _long_sizes(extra: bytes) -> tuple[int, int] | None:
    while len(extra) >= 4:
        kind, length = struct.unpack("<HH", extra[:4])
        if kind == 1 and len(extra) >= 4 + _LONG.size:
            size, packed = _LONG.unpack_from(extra, 4)
            return size, packed
        extra = extra[4 + length :]
    return None


def _written(file: IO[bytes], entry: _Entry, target: Path) -> str | None:
    """Write an entry to its place; None, and nothing there, where it is not whole or has no place."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as goal:
            digest = _copied(file, entry, goal)
    except OSError as error:
        if stops(error):
            raise
        return None
    if digest is None:
        target.unlink(missing_ok=True)
    return digest


def _copied(file: IO[bytes], entry: _Entry, goal: IO[bytes]) -> str | None:
    digest, check, size, left = hashlib.sha256(), 0, 0, entry.packed
    inflate = zlib.decompressobj(-15) if entry.is_packed else None
    while left and (data := file.read(min(_CHUNK, left))):
        left -= len(data)
        while data:
            try:
                piece = data if inflate is None else inflate.decompress(data, _CHUNK)
            except zlib.error:
                return None
            data = b"" if inflate is None else inflate.unconsumed_tail
            size += len(piece)
            if size > entry.size:
                return None
            digest.update(piece)
            check = zlib.crc32(piece, check)
            goal.write(piece)
    return digest.hexdigest() if not left and size == entry.size and check == entry.check else None
