"""NPZ: NumPy arrays in a zip file. Headers are read first, pickles never."""

from __future__ import annotations

import ast
import re
import zipfile
from dataclasses import dataclass
from math import isqrt
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from engine.network.data.dataset import TEST, TRAIN, VALIDATION, ArrayData, Pixels, Problem
from engine.network.data.files.labels import Part, checked_numbers, joined_parts
from engine.network.data.files.limits import CHUNK, MOST_BYTES, check_claim, damaged, too_short, uneven
from engine.network.data.specs import DataError
from engine.sources.names import shown_name
from engine.sources.pictures.decode import unreadable
from engine.text import mark
from engine.zips import DAMAGED, is_readable

_MOST_MEMBERS = 64
_LONGEST_HEADER = 10_000
_AT_ONCE = 1024  # pictures: copies of all of them would need several times the memory
_KIND = re.compile(r"[<>|=]?([biuf][1248]|[US][0-9]{1,4}|b1|\?)")
_PICTURES = frozenset(("x", "images", "image", "pictures", "data", "imgs", "img", "features"))
_LABELS = frozenset(("y", "labels", "label", "target", "targets", "classes"))
_PART_WORDS = {"train": TRAIN, "val": VALIDATION, "valid": VALIDATION, "validation": VALIDATION, "test": TEST}
_NAME_LISTS = frozenset(("class_names", "label_names", "target_names", "names", "categories"))


@dataclass(frozen=True)
class _Entry:
    """One array by its header: where it lies in the zip file, and what it will be."""

    name: str
    info: zipfile.ZipInfo
    offset: int
    kind: np.dtype[Any]
    shape: tuple[int, ...]
    is_fortran: bool


def read_npz(path: Path, *, name: str) -> ArrayData:
    """The data set in an NPZ file: `x_train`, `y_train`, … or `images` and `labels`, and what else people call them.

    Pictures with values that are no numbers are left out, and listed in `problems`.

    Raises:
        UserError: where it holds no pictures with labels, objects that would have to be unpickled, or too much.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = _entries(archive, path)
            parts, broken = _parts(archive, entries, path)
            names = next((_read(archive, each, path) for each in entries if each.name in _NAME_LISTS), None)
    except OSError as error:
        raise unreadable(path, error) from None
    except DAMAGED as error:
        raise damaged(path, repr(error)) from None
    known = [str(each) for each in names.tolist()] if names is not None and names.ndim == 1 else []
    data = joined_parts(name, parts, known_names=known)
    return data.without({number: _no_numbers(number, path) for number in broken}) if broken else data


def _entries(archive: zipfile.ZipFile, path: Path) -> list[_Entry]:
    listed = [each for each in archive.infolist() if each.filename.endswith(".npy")]
    if len(listed) > _MOST_MEMBERS:
        raise DataError(
            mark("“{name}” holds {count} arrays; a data set here has at most {most}."),
            name=shown_name(path), count=len(listed), most=_MOST_MEMBERS,
        )  # fmt: skip
    entries = []
    for info in listed:
        if not is_readable(info):
            raise DataError(
                mark("“{name}” is locked with a password or packed in a way that is not read. Save it anew."),
                name=shown_name(path),
            )
        with archive.open(info) as file:
            entries.append(_entry(file, info, path))
    needed = sum(check_claim(path, each.shape or (1,), each.kind.itemsize) for each in entries)
    if needed > MOST_BYTES:
        check_claim(path, (needed,))
    return entries


def _entry(file: IO[bytes], info: zipfile.ZipInfo, path: Path) -> _Entry:
    magic = file.read(8)
    if magic[:6] != b"\x93NUMPY" or magic[6] not in (1, 2):
        raise damaged(path, f"{info.filename} is no array")
    width = 2 if magic[6] == 1 else 4
    length = int.from_bytes(file.read(width), "little")
    if length > _LONGEST_HEADER:
        raise damaged(path, f"{info.filename} has a header of {length} bytes")
    try:
        header = ast.literal_eval(file.read(length).decode("latin-1"))
        descr, is_fortran, shape = header["descr"], header["fortran_order"], header["shape"]
    except (ValueError, SyntaxError, TypeError, KeyError, RecursionError, MemoryError) as error:
        raise damaged(path, repr(error)) from None
    if not isinstance(shape, tuple) or not all(type(side) is int and side >= 0 for side in shape) or len(shape) > 8:
        raise damaged(path, f"{info.filename} has the shape {shape!r:.100}")
    if not isinstance(descr, str) or not _KIND.fullmatch(descr):
        raise DataError(
            mark("“{name}” holds something else than numbers and texts (“{array}”), which is not opened, because it "
                 "could run a program. Save plain arrays."),
            name=shown_name(path), array=info.filename[:80],
        )  # fmt: skip
    name = info.filename.removesuffix(".npy").casefold()
    return _Entry(name, info, 8 + width + length, np.dtype(descr), shape, bool(is_fortran))


def array_names(path: Path) -> list[tuple[str, str]]:
    """The names of the arrays of pictures and of labels that `read_npz` takes, part by part."""
    with zipfile.ZipFile(path) as archive:
        chosen = _chosen(_entries(archive, path))
    names = [
        (roles["pictures"].info.filename, roles["labels"].info.filename)
        for _, roles in sorted(chosen.items()) if len(roles) == 2
    ]  # fmt: skip
    return [(pictures.removesuffix(".npy"), labels.removesuffix(".npy")) for pictures, labels in names]


def _chosen(entries: list[_Entry]) -> dict[int, dict[str, _Entry]]:
    """The arrays of each part by their role, `pictures` or `labels`."""
    chosen: dict[int, dict[str, _Entry]] = {}
    for entry in entries:
        words = re.split(r"[^a-z0-9]+", entry.name)
        part = next((_PART_WORDS[word] for word in words if word in _PART_WORDS), TRAIN)
        role = "pictures" if _PICTURES & set(words) else "labels" if _LABELS & set(words) else ""
        if entry.name in ("arr_0", "arr_1"):
            role = "pictures" if len(entry.shape) >= 3 else "labels"
        if role and role not in chosen.setdefault(part, {}):
            chosen[part][role] = entry
    return chosen


def _parts(archive: zipfile.ZipFile, entries: list[_Entry], path: Path) -> tuple[list[Part], list[int]]:
    """The parts, and the numbers of the pictures, counted through all of them, that hold values that are no numbers."""
    chosen = _chosen(entries)
    parts: list[Part] = []
    broken: list[int] = []
    before = 0
    for part, roles in sorted(chosen.items()):
        if len(roles) < 2:
            continue
        labels = checked_numbers(_read(archive, roles["labels"], path), path)
        values = _as_pictures(_read(archive, roles["pictures"], path), path)
        is_fine = _are_numbers(values)
        pictures = np.ascontiguousarray(_as_bytes(values, is_fine, path))
        broken += (before + np.flatnonzero(~is_fine)).tolist()
        before += len(pictures)
        if len(pictures) != len(labels):
            raise uneven(path, len(pictures), len(labels))
        if not len(pictures):
            raise DataError(mark("“{name}” holds no pictures: its arrays are empty."), name=shown_name(path))
        parts.append((part, pictures, labels))
    if not parts:
        raise DataError(
            mark("“{name}” holds no pictures with labels, but {arrays}. Call the arrays x_train and y_train, or images "
                 "and labels."),
            name=shown_name(path), arrays=", ".join(each.name[:30] for each in entries[:10]) or "–",
        )  # fmt: skip
    return parts, broken


def _no_numbers(number: int, path: Path) -> Problem:
    words = mark("Picture {number} in “{name}” holds values that are no numbers and is left out.")
    return Problem(str(number), "left out", DataError(words, number=number, name=shown_name(path)))


def _read(archive: zipfile.ZipFile, entry: _Entry, path: Path) -> NDArray[Any]:
    """The array itself. What the list of the zip file says is not believed: what counts is what comes out."""
    needed = check_claim(path, entry.shape or (1,), entry.kind.itemsize)
    data = bytearray()
    with archive.open(entry.info) as file:
        file.read(entry.offset)
        while len(data) < needed and (chunk := file.read(min(CHUNK, needed - len(data)))):
            data += chunk
    if len(data) < needed:
        count = entry.shape[0] if entry.shape else 1
        raise too_short(path, count, len(data) * count // needed)
    found: NDArray[Any] = np.frombuffer(data, entry.kind)
    return found.reshape(entry.shape, order="F" if entry.is_fortran else "C")


def _as_pictures(values: NDArray[Any], path: Path) -> NDArray[Any]:
    if values.dtype.kind not in "biuf":
        raise damaged(path, f"pictures of {values.dtype}")
    if values.ndim == 2 and isqrt(values.shape[1]) ** 2 == values.shape[1] >= 64:
        values = values.reshape(-1, isqrt(values.shape[1]), isqrt(values.shape[1]))
    if values.ndim == 4 and values.shape[1] in (1, 3) and values.shape[3] not in (1, 3, 4):
        values = values.transpose(0, 2, 3, 1)
    if values.ndim == 4 and values.shape[3] == 4:
        values = values[..., :3]
    if values.ndim not in (3, 4) or (values.ndim == 4 and values.shape[3] not in (1, 3)):
        raise DataError(
            mark("The pictures in “{name}” have the shape {shape}, but must be (count, height, width) or (count, "
                 "height, width, channels) with 1, 3 or 4 channels."),
            name=shown_name(path), shape=str(values.shape),
        )  # fmt: skip
    return values


def _are_numbers(values: NDArray[Any]) -> NDArray[np.bool_]:
    """Whether all values of a picture are numbers, for each."""
    found = np.ones(len(values), bool)
    if values.dtype.kind == "f":
        for start in range(0, len(values), _AT_ONCE):
            piece = values[start : start + _AT_ONCE]
            found[start : start + _AT_ONCE] = np.isfinite(piece).all(axis=tuple(range(1, piece.ndim)))
    return found


def _as_bytes(values: NDArray[Any], is_fine: NDArray[np.bool_], path: Path) -> Pixels:
    """Values as 0 to 255, whether they were 0 … 1, −1 … 1, 0 … 255 or 0 … 65535; noughts for what is not fine."""
    if values.dtype == np.uint8 or not values.size:
        return values.astype(np.uint8)
    if values.dtype.kind == "b":
        return values.astype(np.uint8) * np.uint8(255)
    if not is_fine.any():
        raise DataError(
            mark("“{name}” holds values that are no numbers, so nothing can be learnt from it. Save it without them."),
            name=shown_name(path),
        )
    low, high = _range(values, is_fine)
    if values.dtype.kind == "f" and low >= -1 and high <= 1:
        scale, offset = (127.5, 127.5) if low < 0 else (255.0, 0.0)
    elif low >= 0 and high <= 255:
        scale, offset = 1.0, 0.0
    elif values.dtype.kind != "f" and low >= 0 and high <= 65535:
        scale, offset = 255 / 65535, 0.0
    else:
        raise DataError(
            mark("The values in “{name}” go from {low} to {high}, but must lie in 0 … 1, −1 … 1 or 0 … 255."),
            name=shown_name(path), low=f"{low:g}", high=f"{high:g}",
        )  # fmt: skip
    made = np.empty(values.shape, np.uint8)
    for start in range(0, len(values), _AT_ONCE):
        piece = values[start : start + _AT_ONCE].astype(np.float32)
        piece[~is_fine[start : start + _AT_ONCE]] = 0
        made[start : start + _AT_ONCE] = np.clip(np.rint(piece * scale + offset), 0, 255)
    return made


def _range(values: NDArray[Any], is_fine: NDArray[np.bool_]) -> tuple[float, float]:
    if is_fine.all():
        return float(values.min()), float(values.max())
    pieces = [values[start : start + _AT_ONCE][is_fine[start : start + _AT_ONCE]]
              for start in range(0, len(values), _AT_ONCE)]  # fmt: skip
    known = [piece for piece in pieces if piece.size]
    return min(float(piece.min()) for piece in known), max(float(piece.max()) for piece in known)
