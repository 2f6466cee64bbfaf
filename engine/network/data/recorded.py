"""Recorded pictures as they lie on the disk, and as a data set.

The folder belongs to the program: `classes.json` names the classes and the folder of each, a folder holds pictures that
are numbered in the order of recording.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.files import write_atomically
from engine.network.data.dataset import DataSet, Pixels, Problem, content_key
from engine.network.data.pictures import picture_of
from engine.network.data.specs import DataError
from engine.sources.names import shown_name
from engine.sources.pictures.decode import read_bytes, unreadable
from engine.text import mark, one_line

LIST = "classes.json"
_LARGEST_LIST = 4_000_000
_FOLDER = re.compile(r"c[0-9]{4,6}")
_PICTURE = re.compile(r"([0-9]{6,9})\.(png|jpg)")


@dataclass(frozen=True)
class RecordedClass:
    """A class and its folder below that of the data set."""

    name: str
    folder: str


class RecordedSet(DataSet):
    """The pictures that are there at the moment of opening. The identity of one is its folder and number."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.name = mark("Own pictures")
        try:
            os.scandir(folder).close()
            classes, problems = read_classes(folder)
            self._names = [f"{each.folder}/{name}" for each in classes for name in pictures_in(folder / each.folder)]
        except OSError as error:
            raise unreadable(folder, error) from None
        numbers = {each.folder: number for number, each in enumerate(classes)}
        self.class_names = tuple(each.name for each in classes)
        self.labels = np.array([numbers[name.partition("/")[0]] for name in self._names], np.int32)
        self.problems = tuple(problems)

    def identity(self, index: int) -> str:
        return self._names[index].rpartition(".")[0]

    def path(self, index: int) -> Path:
        """The file of a picture."""
        return self._folder / self._names[index]

    def picture(self, index: int, *, least: int = 0) -> Pixels:
        path = self.path(index)
        return picture_of(read_bytes(path), name=shown_name(path), least=least)

    def key(self, index: int) -> bytes:
        return content_key(read_bytes(self.path(index)))


def read_classes(folder: Path) -> tuple[list[RecordedClass], list[Problem]]:
    """The classes in their order; where the list is lost, one for each folder, and a word about it."""
    listed, problems = _listed(folder)
    known = {each.folder for each in listed}
    found = sorted(name for name in os.listdir(folder) if _FOLDER.fullmatch(name) and (folder / name).is_dir())
    # A class that lost its name keeps its pictures; one whose folder is not there yet is still empty.
    strays = [name for name in found if name not in known and pictures_in(folder / name)]
    taken = {each.name for each in listed}
    for name in strays:
        shown = name if name not in taken else f"{name} (2)"
        listed.append(RecordedClass(shown, name))
        reason = DataError(mark("The name of a class was lost; it is called “{name}” now. Rename it."), name=shown)
        problems.append(Problem(name, "left out", reason))
    return listed, problems


def write_classes(folder: Path, classes: list[RecordedClass]) -> None:
    """Write the list of classes in place of the one before.

    Raises:
        SaveError: if that does not work; the list is as it was.
    """
    data = [{"name": each.name, "folder": each.folder} for each in classes]
    write_atomically(folder / LIST, json.dumps({"version": 1, "classes": data}, indent=1).encode())


def pictures_in(folder: Path) -> list[str]:
    """The pictures of a class in the order in which they were recorded; none where there is no such folder."""
    try:
        names = os.listdir(folder)
    except FileNotFoundError:
        return []
    return sorted((name for name in names if _PICTURE.fullmatch(name)), key=lambda name: int(name.partition(".")[0]))


def _listed(folder: Path) -> tuple[list[RecordedClass], list[Problem]]:
    path = folder / LIST
    try:
        if path.stat().st_size > _LARGEST_LIST:
            raise ValueError("far too long")
        entries = list(_checked(json.loads(path.read_bytes())))
    except FileNotFoundError:
        return [], []
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        reason = DataError(
            mark("The list of classes is damaged, so their names are lost. The pictures are all there: rename the "
                 "classes."),
            details=repr(error),
        )  # fmt: skip
        return [], [Problem(LIST, "left out", reason)]
    return entries, []


def _checked(data: object) -> Iterator[RecordedClass]:
    if not isinstance(data, dict) or not isinstance(data["classes"], list):
        raise ValueError("no list of classes")
    names, folders = set(), set()
    for each in data["classes"]:
        name, folder = one_line(each["name"])[:80], each["folder"]
        if not name or name in names or not _FOLDER.fullmatch(folder) or folder in folders:
            raise ValueError(f"the class {name!r} in {folder!r}")
        names.add(name)
        folders.add(folder)
        yield RecordedClass(name, folder)
