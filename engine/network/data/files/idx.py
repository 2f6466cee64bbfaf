"""IDX, the format of MNIST and its kin: one file of pictures and one of labels for each part, often as .gz."""

from __future__ import annotations

import gzip
import io
import re
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from engine.network.data.dataset import TEST, TRAIN, VALIDATION, ArrayData
from engine.network.data.files.labels import checked_numbers, joined_parts
from engine.network.data.files.limits import CHUNK, check_claim, damaged, too_short, uneven
from engine.network.data.specs import DataError
from engine.sources.names import shown_name
from engine.sources.pictures.decode import unreadable
from engine.text import mark

_GZIP = b"\x1f\x8b"
_KINDS = {0x08: ">u1", 0x09: ">i1", 0x0B: ">i2", 0x0C: ">i4"}
_ERRORS = (EOFError, gzip.BadGzipFile, zlib.error, struct.error)
_FASHION = ("T-shirt", "Trousers", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot")
_LONGEST_HEADER = 4 + 4 * 8
_BEGINNING = 4096


@dataclass(frozen=True)
class _Header:
    kind: str
    shape: tuple[int, ...]

    @property
    def length(self) -> int:
        return 4 + 4 * len(self.shape)


def is_idx(start: bytes) -> bool:
    """Whether a file that begins like this is IDX, judged after unpacking where it is packed.

    >>> is_idx(bytes([0, 0, 8, 3, 0, 0, 0, 1]))
    True
    """
    return len(start) >= 4 and start[:2] == b"\0\0" and start[2] in _KINDS and 1 <= start[3] <= 4


def start_of(path: Path) -> bytes:
    """The first bytes of a file, unpacked; fewer or none where they cannot be read."""
    try:
        with path.open("rb") as file:
            raw = file.read(_BEGINNING)
        # Not by `gzip`, which wants more of the file than is needed here and perhaps more than there is.
        return zlib.decompressobj(wbits=31).decompress(raw, _LONGEST_HEADER) if raw.startswith(_GZIP) else raw
    except (OSError, zlib.error):
        return b""


def read_idx_files(paths: list[Path], *, name: str) -> ArrayData:
    """A data set out of pictures and labels, each pair with its part in its names (`train`, `t10k`, `test` …).

    Raises:
        UserError: where a pair is incomplete, or a file holds something else than it says.
    """
    pairs = pairs_of(paths)
    found = []
    for part, pictures_path, labels_path in pairs:
        labels = checked_numbers(read_idx(labels_path), labels_path)
        pictures = read_idx(pictures_path).astype(np.uint8, copy=False)
        if len(pictures) != len(labels):
            raise uneven(pictures_path, len(pictures), len(labels))
        found.append((part, pictures, labels))
    is_fashion = any("fashion" in str(path).casefold() for path in paths)
    return joined_parts(name, found, known_names=_FASHION if is_fashion else ())


def read_idx(path: Path) -> NDArray[np.integer]:
    """The array in one IDX file; nothing is reserved for more than the file really holds."""
    try:
        with _unpacked(path) as file:
            header = _header(file.read(_LONGEST_HEADER), path)
            if len(header.shape) > 1 and header.kind != ">u1":
                raise DataError(
                    mark("“{name}” holds pictures that are not of eight bits, which cannot be read here. Export it "
                         "with values from 0 to 255."),
                    name=shown_name(path),
                )  # fmt: skip
            item = np.dtype(header.kind).itemsize
            needed = check_claim(path, header.shape, item)
            file.seek(header.length)
            data = bytearray()
            while len(data) < needed and (chunk := file.read(min(CHUNK, needed - len(data)))):
                data += chunk
            has_more = bool(file.read(1))
    except OSError as error:
        if isinstance(error, gzip.BadGzipFile):
            raise damaged(path, error) from None
        raise unreadable(path, error) from None
    except _ERRORS as error:
        raise damaged(path, error) from None
    if len(data) < needed:
        raise too_short(path, header.shape[0], len(data) * header.shape[0] // needed)
    if has_more:
        raise damaged(path, "there is more in it than its header says")
    return np.frombuffer(data, header.kind).reshape(header.shape)


def key_of(path: Path) -> str:
    """What the names of pictures and labels that belong together have in common.

    >>> key_of(Path("t10k-images-idx3-ubyte.gz")) == key_of(Path("t10k-labels.idx1-ubyte"))
    True
    """
    return re.sub(r"(images?|labels?|idx\d|ubyte|\.gz$|[-._ ])", "", path.name.casefold())


def pairs_of(paths: list[Path]) -> list[tuple[int, Path, Path]]:
    """The part of each pair of files, its pictures and its labels, in the order of the parts."""
    groups: dict[str, dict[bool, Path]] = {}
    # Unpacked files last, so that they win over packed ones of the same name.
    for path in sorted(paths, key=lambda path: path.suffix != ".gz"):
        is_labels = len(_header(start_of(path), path).shape) == 1
        groups.setdefault(key_of(path), {})[is_labels] = path
    whole = {key: group for key, group in groups.items() if len(group) == 2}
    for key, group in groups.items():
        if key not in whole and (not whole or False in group):
            raise _lonely(next(iter(group.values())), is_labels=True in group)
    by_part: dict[int, tuple[int, Path, Path]] = {}
    for key, group in whole.items():
        part = _part_in(key)
        if part in by_part:
            raise DataError(
                mark("There are several data sets side by side, such as “{one}” and “{other}”. Choose one file of "
                     "the one you want."),
                one=shown_name(by_part[part][1]), other=shown_name(group[False]),
            )  # fmt: skip
        by_part[part] = (part, group[False], group[True])
    return [by_part[part] for part in sorted(by_part)]


def _part_in(key: str) -> int:
    if "t10k" in key or "test" in key:
        return TEST
    return VALIDATION if "val" in key else TRAIN


def _lonely(path: Path, *, is_labels: bool) -> DataError:
    if is_labels:
        text = mark("There are no pictures for the labels in “{name}”. Put the file with the pictures beside it.")
    else:
        text = mark("There are no labels for the pictures in “{name}”. Put the file with the labels beside it.")
    return DataError(text, name=shown_name(path))


def _header(start: bytes, path: Path) -> _Header:
    if not is_idx(start):
        raise damaged(path)
    count = start[3]
    if len(start) < 4 + 4 * count:
        raise damaged(path)
    return _Header(_KINDS[start[2]], struct.unpack_from(f">{count}I", start, 4))


def _unpacked(path: Path) -> IO[bytes]:
    file = path.open("rb")
    try:
        is_packed = file.read(2) == _GZIP
        file.seek(0)
        if not is_packed:
            return file
    except BaseException:
        file.close()
        raise
    file.close()
    return io.BufferedReader(gzip.open(path))
