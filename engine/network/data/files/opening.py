"""Whole data sets in a file or two, told apart by what is in them."""

from __future__ import annotations

import os
from pathlib import Path

from engine.network.data.dataset import ArrayData
from engine.network.data.files.cifar import ENDING, cifar_files, read_cifar_files
from engine.network.data.files.idx import is_idx, key_of, pairs_of, read_idx_files, start_of
from engine.network.data.files.npz import read_npz
from engine.network.data.specs import DataError, DataSpec, FileData, FolderData
from engine.sources.names import shown_name
from engine.sources.pictures.decode import unreadable
from engine.text import mark

_MOST_LOOKED_AT = 200
_TOO_LARGE = 2_000_000_000


def open_file(path: Path) -> ArrayData:
    """The data set in a file, or in the files of a folder.

    Raises:
        UserError: if it is none, or damaged.
    """
    name = shown_name(path)
    try:
        names = sorted(os.listdir(path)) if path.is_dir() else []
        if not names and not path.is_file():
            os.stat(path)
    except OSError as error:
        raise unreadable(path, error) from None
    if path.is_dir():
        return _in_folder(path, [path / each for each in names], name)
    if path.is_file() and path.stat().st_size > _TOO_LARGE:
        raise DataError(
            mark("“{name}” is {size:,} MB, which is too large to be opened as one file. Split it into class folders."),
            name=name, size=path.stat().st_size // 1_000_000,
        )  # fmt: skip
    start = start_of(path) if path.is_file() else b""
    if start[:2] == b"PK":
        return read_npz(path, name=name)
    if is_idx(start):
        return read_idx_files(_idx_beside(path), name=name)
    if path.suffix.casefold() == ENDING:
        return read_cifar_files([path], name=name)
    raise DataError(
        mark("“{name}” is no data set that can be read here: IDX (MNIST), CIFAR binary (.bin) or NPZ. Pictures in "
             "class folders are opened as a folder."),
        name=name,
    )  # fmt: skip


def idx_pairs(path: Path) -> list[tuple[int, Path, Path]]:
    """The part of each pair of IDX files that `path` stands for, its pictures and its labels; none for other files."""
    found = _candidates(path) if path.is_dir() else _idx_beside(path)
    idx = [each for each in found if is_idx(start_of(each))]
    return pairs_of(idx) if idx else []


def spec_of(path: Path) -> DataSpec:
    """What a file or folder that somebody chose or dropped is most likely meant as."""
    if path.is_dir() and not cifar_files(path) and not any(is_idx(start_of(each)) for each in _candidates(path)):
        return FolderData(path=path)
    return FileData(path=path)


def _in_folder(folder: Path, paths: list[Path], name: str) -> ArrayData:
    if found := cifar_files(folder):
        return read_cifar_files(found, name=name)
    idx = [path for path in _candidates(folder) if is_idx(start_of(path))]
    if idx:
        return read_idx_files(idx, name=name)
    archives = [path for path in paths if path.suffix.casefold() == ".npz"]
    if len(archives) == 1:
        return read_npz(archives[0], name=name)
    raise DataError(
        mark("There is no data set in “{name}”: no IDX files (as MNIST has), no CIFAR binary, no single NPZ file."),
        name=name,
    )


def _candidates(folder: Path) -> list[Path]:
    """Files that could be IDX by their name, which keeps thousands of pictures from being looked into."""
    try:
        names = sorted(each for each in os.listdir(folder) if "idx" in each or "ubyte" in each)
    except OSError as error:
        raise unreadable(folder, error) from None
    return [folder / each for each in names[:_MOST_LOOKED_AT] if (folder / each).is_file()]


def _idx_beside(path: Path) -> list[Path]:
    """The file and its other half."""
    same = [each for each in _candidates(path.parent) if key_of(each) == key_of(path) and each != path]
    return [path, *(each for each in same if is_idx(start_of(each)))]
