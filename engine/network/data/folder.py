"""A folder of class folders: its names are kept, its pictures are read when they are asked for.

A hundred thousand files are ordinary, so nothing is made for each of them but its name, in one long run of bytes, and
no file is opened before its picture is wanted.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.network.data.dataset import (
    TEST,
    TRAIN,
    VALIDATION,
    DataSet,
    Indices,
    Pixels,
    Problem,
    Stop,
    StoppedError,
    Told,
    content_key,
    progress,
)
from engine.network.data.pictures import picture_of
from engine.network.data.same_files import same_files
from engine.network.data.specs import MOST_PICTURES, DataError, FolderData
from engine.sources.folder import natural_order
from engine.sources.names import shown_name
from engine.sources.pictures.decode import read_bytes, unreadable
from engine.sources.pictures.header import PICTURE_EXTENSIONS
from engine.text import mark

MOST_CLASSES = 1000
_DEEPEST = 4
_MOST_PROBLEMS = 100
# What phones and cameras write, and people take for a picture like any other.
_FOREIGN = frozenset(
    [".heic", ".heif", ".avif", ".jp2", ".jxl", ".svg", ".psd", ".dng", ".cr2", ".nef", ".arw", ".raw"]
)
_PARTS = {
    "train": TRAIN, "training": TRAIN,
    "val": VALIDATION, "valid": VALIDATION, "validation": VALIDATION, "dev": VALIDATION,
    "test": TEST, "testing": TEST,
}  # fmt: skip


@dataclass
class _Names:
    """Texts in one run of bytes; `ends` says where each ends."""

    run: bytearray = field(default_factory=bytearray)
    ends: list[int] = field(default_factory=list)

    def add(self, name: str) -> None:
        self.run += os.fsencode(name)
        self.ends.append(len(self.run))


class FolderSet(DataSet):
    """Pictures in class folders. The identity of a picture is its path below the folder, with `/` between."""

    def __init__(self, spec: FolderData, *, told: Told | None = None, stop: Stop | None = None) -> None:
        self._root = spec.path
        self._groups: Indices | None = None
        self.name = shown_name(spec.path)
        names = _Names()
        problems: list[Problem] = []
        parts = _part_folders(spec.path)
        class_numbers: dict[str, int] = {}
        # Where each run of files of one class and part begins, and which they are.
        runs: list[tuple[int, int, int]] = []
        for part, below in parts:
            for class_name in _class_folders(spec.path / below, problems, is_strict=len(parts) == 1):
                number = class_numbers.setdefault(class_name, len(class_numbers))
                runs.append((len(names.ends), number, part))
                for name in _pictures_in(spec.path, os.path.join(below, class_name), problems, told, stop):
                    if len(names.ends) == MOST_PICTURES:
                        raise DataError(
                            mark("“{name}” holds more than {most:,} pictures. Choose a folder with fewer."),
                            name=self.name, most=MOST_PICTURES,
                        )  # fmt: skip
                    names.add(name)
        self._check(class_numbers, len(names.ends))
        self._fill(names, class_numbers, runs, has_parts=len(parts) > 1)
        self._drop_empty_classes(problems)
        self.problems = tuple(problems[:_MOST_PROBLEMS])

    def identity(self, index: int) -> str:
        start = int(self._ends[index - 1]) if index else 0
        return os.fsdecode(self._run[start : int(self._ends[index])]).replace(os.sep, "/")

    def path(self, index: int) -> Path:
        """The file of a picture."""
        return self._root / self.identity(index)

    def picture(self, index: int, *, least: int = 0) -> Pixels:
        path = os.path.join(self._root, self.identity(index))
        return picture_of(read_bytes(path), name=shown_name(path), least=least)

    def key(self, index: int) -> bytes:
        return content_key(read_bytes(self.path(index)))

    def content_groups(self, *, told: Told | None = None, stop: Stop | None = None) -> Indices:
        """As everywhere; only files of the same length are read, and only once for all that ask.

        Of long ones no more than the beginning is read where that tells them apart.
        """
        if self._groups is None:
            self._groups = same_files(
                len(self), lambda index: os.path.join(self._root, self.identity(index)), told=told, stop=stop
            )
        return self._groups

    def _check(self, class_numbers: dict[str, int], count: int) -> None:
        if len(class_numbers) > MOST_CLASSES:
            raise DataError(
                mark("“{name}” holds {count} folders, but at most {most} classes can be told apart here. "
                     "Is it the right folder?"),
                name=self.name, count=len(class_numbers), most=MOST_CLASSES,
            )  # fmt: skip
        if not count:
            raise DataError(
                mark("There is no picture in the folders of “{name}”. It needs one folder for each class, with "
                     "pictures (PNG, JPEG, WebP, TIFF, BMP or GIF) in it."),
                name=self.name,
            )  # fmt: skip

    def _fill(
        self, names: _Names, class_numbers: dict[str, int], runs: Sequence[tuple[int, int, int]], *, has_parts: bool
    ) -> None:
        order = {name: place for place, name in enumerate(sorted(class_numbers, key=natural_order))}
        self.class_names = tuple(_shown(name) for name in order)
        new = np.array([order[name] for name in class_numbers], np.int32)
        starts = [start for start, _, _ in runs]
        lengths = np.diff([*starts, len(names.ends)])
        self.labels = np.repeat(new[[number for _, number, _ in runs]], lengths).astype(np.int32)
        if has_parts:
            self.parts = np.repeat(np.array([part for _, _, part in runs], np.int8), lengths)
        self._run = bytes(names.run)
        self._ends: NDArray[np.int64] = np.array(names.ends, np.int64)

    def _drop_empty_classes(self, problems: list[Problem]) -> None:
        is_used = np.bincount(self.labels, minlength=len(self.class_names)) > 0
        for number in np.flatnonzero(~is_used):
            name = self.class_names[number]
            reason = DataError(mark("There is no picture in the folder “{name}”, so it is no class."), name=name)
            problems.append(Problem(name, "left out", reason))
        self.labels = (np.cumsum(is_used) - 1)[self.labels].astype(np.int32)
        self.class_names = tuple(name for name, used in zip(self.class_names, is_used, strict=True) if used)


def _part_folders(root: Path) -> list[tuple[int, str]]:
    """The folders `train`, `validation` and `test`, if there are at least two of them; otherwise the folder itself."""
    found = [(_PARTS[name.casefold()], name) for name in _folders(root, []) if name.casefold() in _PARTS]
    if len(found) < 2 or TRAIN not in {part for part, _ in found}:
        return [(TRAIN, "")]
    return sorted(found)


def _class_folders(folder: Path, problems: list[Problem], *, is_strict: bool) -> list[str]:
    names = _folders(folder, problems)
    if not names and not is_strict:
        reason = DataError(
            mark("“{name}” holds no folders, so it is not known what its pictures show. It is left out."),
            name=shown_name(folder),
        )
        problems.append(Problem(shown_name(folder), "left out", reason))
    elif not names:
        raise DataError(
            mark("“{name}” holds no folders. A data set is a folder with one folder for each class, named for it, "
                 "and the pictures of that class in it."),
            name=shown_name(folder),
        )  # fmt: skip
    return names


def _folders(folder: Path, problems: list[Problem]) -> list[str]:
    names, loose = [], 0
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if not entry.name.startswith(".") and entry.is_dir():
                    names.append(entry.name)
                else:
                    loose += _ending(entry.name) in PICTURE_EXTENSIONS
    except OSError as error:
        raise unreadable(folder, error) from None
    if loose and names:
        reason = DataError(
            mark("Pictures beside the class folders belong to no class and are left out: {count}."),
            count=loose,
        )
        problems.append(Problem(shown_name(folder), "left out", reason))
    return sorted(names, key=natural_order)


def _pictures_in(
    root: Path, below: str, problems: list[Problem], told: Told | None, stop: Stop | None
) -> Iterator[str]:
    """The pictures of one class in natural order, those of its own folders after them; paths below `root`."""
    waiting = [(below, 0)]
    while waiting:
        folder, depth = waiting.pop()
        names, deeper, foreign, count = [], [], [], 0
        try:
            with os.scandir(root / folder) as entries:
                for entry in entries:
                    count += 1
                    progress(count, 0, told, stop)
                    name = entry.name
                    if name.startswith("."):
                        continue
                    ending = _ending(name)
                    if ending in PICTURE_EXTENSIONS:
                        names.append(name)
                    elif ending in _FOREIGN:
                        foreign.append(name)
                    # Links to folders are not followed: they can lead in a circle.
                    elif depth < _DEEPEST and entry.is_dir(follow_symlinks=False):
                        deeper.append(name)
        except StoppedError:
            raise
        except OSError as error:
            problems.append(Problem(folder.replace(os.sep, "/"), "left out", unreadable(root / folder, error)))
            continue
        if foreign:
            reason = DataError(
                mark("Files such as “{example}” are in a format that cannot be read here and are left out: {count}. "
                     "Export them as JPEG or PNG."),
                count=len(foreign), example=_shown(foreign[0]),
            )  # fmt: skip
            problems.append(Problem(folder.replace(os.sep, "/"), "left out", reason))
        for name in sorted(names, key=natural_order):
            yield os.path.join(folder, name)
        waiting += [(os.path.join(folder, name), depth + 1) for name in sorted(deeper, key=natural_order, reverse=True)]


def _ending(name: str) -> str:
    return os.path.splitext(name)[1].lower()


def _shown(name: str) -> str:
    return name.encode("utf-8", "replace").decode("utf-8")[:80]
