"""Recording pictures for a data set of one's own: added whole or not at all, deleted, brought back, really deleted.

    store = RecordingStore(folder)
    store.add_class("thumbs up")
    identity = store.add("thumbs up", picture)
    store.delete([identity]); store.undo()
    store.delete_all()

What was deleted lies in a hidden folder until the store is closed or opened again, so that it can come back. Each
process has one of its own: two windows may have the same data set open.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np

from engine.files import save_refused, write_atomically
from engine.network.data.edits import MOST_CLASSES, checked_class_name
from engine.network.data.pictures import eight_bit
from engine.network.data.recorded import RecordedClass, RecordedSet, pictures_in, read_classes, write_classes
from engine.network.data.specs import DataError
from engine.opencv import cv2
from engine.sources.pictures.decode import decode_picture
from engine.text import mark

_BIN = ".deleted"
# More than networks look at; what is larger is shrunk, so that thousands of pictures take megabytes.
_LONGEST_SHORT_SIDE = 384
# Smaller pictures, drawn ones above all, are kept to the last bit.
_EXACT_UP_TO = 128
_ENDINGS = ("png", "jpg")
_HALF_WRITTEN_SECONDS = 60.0
_JPEG = [cv2.IMWRITE_JPEG_QUALITY, 95]


class RecordingStore:
    """The pictures in one folder. For one thread at a time; every method may take as long as the disk does.

    `lives` says whether the process of a number, other than this one, still needs what it deleted.
    """

    def __init__(self, folder: Path, *, lives: Callable[[int], bool] = lambda _number: False) -> None:
        self.folder, self._lives = folder, lives
        self._bin = folder / _BIN / str(os.getpid())
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._classes, _ = read_classes(folder)
        except OSError as error:
            raise save_refused(error, folder / "classes.json") from error
        self._history: list[list[Callable[[], None]]] = []
        self._sweep()
        self._next = 1 + max(
            (int(name.partition(".")[0]) for each in self._classes for name in pictures_in(folder / each.folder)),
            default=0,
        )

    @property
    def class_names(self) -> tuple[str, ...]:
        """The classes in their order, those without pictures too."""
        return tuple(each.name for each in self._classes)

    @property
    def steps(self) -> int:
        """How many steps can be taken back."""
        return len(self._history)

    def dataset(self) -> RecordedSet:
        """The pictures as they are now."""
        return RecordedSet(self.folder)

    def add_class(self, name: str) -> None:
        """Begin a class without pictures."""
        name = self._free(name)
        if len(self._classes) >= MOST_CLASSES:
            raise DataError(mark("There are {count} classes already, and no more fit."), count=len(self._classes))
        used = {each.folder for each in self._classes} | set(os.listdir(self.folder))
        folder = next(each for each in (f"c{number:04}" for number in range(1, 10**6)) if each not in used)
        self._change_classes([*self._classes, RecordedClass(name, folder)])

    def rename_class(self, name: str, new: str) -> None:
        """Give a class another name; its pictures stay what they are."""
        old, new = self._class(name), self._free(new, except_for=name)
        self._change_classes([RecordedClass(new, each.folder) if each is old else each for each in self._classes])

    def delete_class(self, name: str) -> None:
        """Delete a class with its pictures."""
        gone = self._class(name)
        self._begin_step()
        self._throw_away([f"{gone.folder}/{each}" for each in pictures_in(self.folder / gone.folder)])
        self._change_classes([each for each in self._classes if each is not gone], is_continued=True)

    def add(self, name: str, picture: np.ndarray, *, is_continued: bool = False) -> str:
        """Keep a picture, gray or RGB, in a class, and return its identity.

        With `is_continued` undoing takes it back together with the one before, as for a burst.

        Raises:
            UserError: if there is no such class, or the picture cannot be saved; then nothing has changed.
        """
        chosen = self._class(name)
        pixels = _fitting(eight_bit(picture, name=mark("The picture")))
        is_exact = min(pixels.shape[:2]) <= _EXACT_UP_TO
        ending, options = ("png", []) if is_exact else ("jpg", _JPEG)
        values = pixels[..., 0] if pixels.shape[2] == 1 else cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR)
        is_done, data = cv2.imencode(f".{ending}", values, options)
        if not is_done:
            raise DataError(mark("The picture could not be packed. Record it once more."))
        try:
            (self.folder / chosen.folder).mkdir(exist_ok=True)
            path = self._reserved(chosen.folder, ending)
        except OSError as error:
            raise save_refused(error, self.folder / chosen.folder) from error
        place = f"{chosen.folder}/{path.name}"
        try:
            write_atomically(path, data.tobytes(), verify=lambda read: _check(read, path.name))
        except BaseException:
            _drop_if_empty(path)
            raise
        self._next += 1
        if not is_continued or not self._history:
            self._begin_step()
        self._history[-1].append(lambda: self._move([place], into_bin=True))
        return place.rpartition(".")[0]

    def delete(self, identities: Iterable[str]) -> None:
        """Delete pictures. Those that are not there any more are passed over."""
        wanted = set(identities)
        there = [
            f"{each.folder}/{name}"
            for each in self._classes
            for name in pictures_in(self.folder / each.folder)
            if f"{each.folder}/{name.rpartition('.')[0]}" in wanted
        ]
        if there:
            self._begin_step()
            self._throw_away(there)

    def move(self, identities: Iterable[str], name: str) -> dict[str, str]:
        """Put pictures into another class; they get new identities there, which are returned for the old ones."""
        target = self._class(name)
        wanted = set(identities)
        moved: dict[str, str] = {}
        self._begin_step()
        for each in list(self._classes):
            for file_name in pictures_in(self.folder / each.folder):
                identity = f"{each.folder}/{file_name.rpartition('.')[0]}"
                if each is target or identity not in wanted:
                    continue
                source = self.folder / each.folder / file_name
                goal = self.folder / target.folder / f"{self._next:06}.{file_name.rpartition('.')[2]}"
                self._rename(source, goal)
                moved[identity] = f"{target.folder}/{self._next:06}"
                self._next += 1
                self._history[-1].append(lambda source=source, goal=goal: self._rename(goal, source))  # type: ignore[misc]
        return moved

    def undo(self) -> None:
        """Take the last step back: adding, deleting, moving, or a change of classes."""
        if self._history:
            for step in reversed(self._history.pop()):
                step()

    def delete_all(self) -> None:
        """Delete every picture for good, also those that were deleted before. The classes stay, empty.

        Raises:
            UserError: if some could not be deleted.
        """
        self._history.clear()
        # Also those of classes that another window made, or that a killed one left.
        others = {each for each in self.folder.glob("c[0-9][0-9][0-9][0-9]*") if each.is_dir()}
        folders = sorted(others | {self.folder / each.folder for each in self._classes})
        self._sweep()
        for folder in (*folders, self.folder / _BIN):
            shutil.rmtree(folder, ignore_errors=True)
        left = [str(path) for folder in (*folders, self.folder / _BIN) for path in folder.rglob("*") if path.is_file()]
        if left:
            raise DataError(
                mark("Pictures that could not be deleted: {count}. Are they open in another program? Close it and "
                     "delete again."),
                count=len(left), details="\n".join(left[:20]),
            )  # fmt: skip

    def close(self) -> None:
        """Let go for good what was deleted."""
        self._history.clear()
        self._sweep()

    def _reserved(self, folder: str, ending: str) -> Path:
        """A new file, still empty, with the next free number: another window may record into the same class."""
        while True:
            number = f"{self._next:06}"
            path = self.folder / folder / f"{number}.{ending}"
            is_taken = any((path.parent / f"{number}.{other}").exists() for other in _ENDINGS)
            if not is_taken:
                with contextlib.suppress(FileExistsError):
                    path.touch(exist_ok=False)
                    return path
            self._next += 1

    def _begin_step(self) -> None:
        self._history.append([])

    def _class(self, name: str) -> RecordedClass:
        for each in self._classes:
            if each.name == name:
                return each
        raise DataError(mark("There is no class “{name}” any more. Choose another one."), name=name)

    def _free(self, name: str, *, except_for: str = "") -> str:
        name = checked_class_name(name)
        if name != except_for and name in self.class_names:
            raise DataError(mark("There is a class “{name}” already. Give it another name."), name=name)
        return name

    def _change_classes(self, classes: list[RecordedClass], *, is_continued: bool = False) -> None:
        before = self._classes
        write_classes(self.folder, classes)
        self._classes = classes
        if not is_continued:
            self._begin_step()
        self._history[-1].append(lambda: self._restore_classes(before))

    def _restore_classes(self, classes: list[RecordedClass]) -> None:
        write_classes(self.folder, classes)
        self._classes = classes

    def _throw_away(self, places: list[str]) -> None:
        self._move(places, into_bin=True)
        self._history[-1].append(lambda: self._move(places, into_bin=False))

    def _move(self, places: Iterable[str], *, into_bin: bool) -> None:
        for place in places:
            there, away = self.folder / place, self._bin / place
            self._rename(*((there, away) if into_bin else (away, there)))

    def _rename(self, source: Path, goal: Path) -> None:
        try:
            goal.parent.mkdir(parents=True, exist_ok=True)
            if goal.exists() and source.exists() and goal.parent.parent == self.folder:
                # Another window has recorded under this number since.
                goal = self._reserved(goal.parent.name, goal.suffix[1:])
            with contextlib.suppress(FileNotFoundError):  # somebody else was faster; then there is nothing to move
                os.replace(source, goal)
        except OSError as error:
            raise save_refused(error, goal) from error

    def _sweep(self) -> None:
        """Remove what was deleted, and what a killed program left half written."""
        for each in (self.folder / _BIN).glob("*"):
            if each == self._bin or not (each.name.isdecimal() and self._lives(int(each.name))):
                shutil.rmtree(each, ignore_errors=True)
        with contextlib.suppress(OSError):  # somebody else's are left in there, or there is none
            (self.folder / _BIN).rmdir()
        for folder in (self.folder, *(self.folder / each.folder for each in self._classes)):
            for left in folder.glob(".saving-*.tmp"):
                with contextlib.suppress(OSError):
                    # Another window may be saving just now.
                    if abs(time.time() - left.stat().st_mtime) > _HALF_WRITTEN_SECONDS:
                        left.unlink()
            for name in pictures_in(folder):
                _drop_if_empty(folder / name, older_than=_HALF_WRITTEN_SECONDS)


def _drop_if_empty(path: Path, *, older_than: float = 0.0) -> None:
    with contextlib.suppress(OSError):
        facts = path.stat()
        if not facts.st_size and abs(time.time() - facts.st_mtime) >= older_than:
            path.unlink()


def _fitting(pixels: np.ndarray) -> np.ndarray:
    height, width = pixels.shape[:2]
    share = _LONGEST_SHORT_SIDE / min(height, width)
    if share >= 1:
        return pixels
    size = (max(1, round(width * share)), max(1, round(height * share)))
    made = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA))
    return made.reshape(size[1], size[0], -1)


def _check(data: bytes, name: str) -> None:
    decode_picture(data, name=name)
