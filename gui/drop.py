"""What was dropped on the window or pasted into it: a source, a recipe, a network, a lesson, a picture in memory."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent, QImage

from engine.errors import UserError
from engine.network.recognising import is_network, is_training_job
from engine.project.layout import SUFFIX as PROJECT_SUFFIX
from engine.sources.addresses import SCHEMES
from engine.sources.opening import spec_for_address, spec_for_path
from engine.sources.specs import FolderSpec, PictureSpec, SourceSpec, VideoSpec
from engine.text import mark

if TYPE_CHECKING:
    from engine.network.data.specs import DataSpec

RECIPE_SUFFIX = ".json"
DATA_SUFFIXES = (".npz", ".bin")
MOST_PASTED = 20


@dataclass(frozen=True)
class Dropped:
    """Exactly one of the first three is set; `further` files came along and are not opened."""

    path: Path | None = None
    address: str = ""
    image: QImage | None = None
    further: int = 0


@dataclass(frozen=True)
class RecipeFile:
    """A recipe to open."""

    path: Path


@dataclass(frozen=True)
class NetworkFile:
    """A network to open, in a file or folder."""

    path: Path


@dataclass(frozen=True)
class JobFile:
    """A training job to show."""

    path: Path


@dataclass(frozen=True)
class ProjectFile:
    """A project to open."""

    path: Path


@dataclass(frozen=True)
class DataFound:
    """Pictures to learn from."""

    spec: DataSpec


Found = SourceSpec | RecipeFile | NetworkFile | JobFile | ProjectFile | DataFound


def is_welcome(mime: QMimeData) -> bool:
    """Whether something in it could be opened; asked while it hovers over the window."""
    return mime.hasUrls() or mime.hasImage() or mime.hasText()


def accept_copy(event: QDropEvent) -> bool:
    """Accept what hovers or is dropped, but only to look at: whoever gives it away must not take it for moved.

    A file manager that offers to move, and is told that it was moved, deletes the file.
    """
    for action in (Qt.DropAction.CopyAction, Qt.DropAction.LinkAction):
        if event.possibleActions() & action:
            event.setDropAction(action)
            event.accept()
            return True
    event.ignore()
    return False


def dropped(mime: QMimeData) -> Dropped:
    """The one thing to open; raises `UserError` where there is none."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if paths:
        return Dropped(path=paths[0], further=len(paths) - 1)
    if mime.hasImage():
        image = mime.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return Dropped(image=image)
    text = mime.text().strip().strip('"')
    if text and "\n" not in text:
        if text.partition("://")[0].lower() in SCHEMES:
            return Dropped(address=text)
        if _exists(text):
            return Dropped(path=Path(text).expanduser())
    raise UserError(
        mark(
            "There is no picture in this. Use a picture, its file or path, a folder, a video, a network or a camera "
            "address."
        )
    )


def opened_as(what: Dropped, *, is_to_learn: bool = False) -> Found:
    """What a path or an address is to be opened as; reads from disk, so call it outside Qt's thread.

    With `is_to_learn` a folder of class folders and files that hold a data set are pictures to learn from.
    """
    if what.path is not None and what.path.suffix.lower() == PROJECT_SUFFIX:
        return ProjectFile(what.path)
    if what.path is not None and is_training_job(what.path):
        return JobFile(what.path)
    if is_to_learn and what.path is not None and (spec := _data_in(what.path)) is not None:
        return DataFound(spec)
    if what.path is not None and is_network(what.path):
        return NetworkFile(what.path)
    if what.path is not None and what.path.suffix.lower() == RECIPE_SUFFIX:
        return RecipeFile(what.path)
    return spec_for_path(what.path) if what.path is not None else spec_for_address(what.address)


def kept_image(image: QImage, folder: Path) -> PictureSpec:
    """Write a picture that is only in memory to a file, so that it can be opened like any other and restored later."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"pasted-{time.time_ns()}.png"
    if not image.save(str(path)):
        raise UserError(mark("The pasted picture could not be kept in “{folder}”. Is the disk full?"), folder=folder)
    for old in sorted(folder.glob("pasted-*.png"))[:-MOST_PASTED]:
        old.unlink(missing_ok=True)
    return PictureSpec(path)


def recent_entry(spec: object) -> str:
    """What to list a source under in the recent files; empty for those that are not listed."""
    return str(spec.path) if isinstance(spec, PictureSpec | FolderSpec | VideoSpec) else ""


def _data_in(path: Path) -> DataSpec | None:
    """The data set in a folder or file, going by what is in it; None for anything else."""
    # Not at the top: a window that never learns does without all that reads data sets.
    from engine.network.data.files.idx import is_idx, start_of
    from engine.network.data.files.opening import spec_of
    from engine.network.data.specs import FileData

    try:
        if path.is_dir():
            spec = spec_of(path)
            has_classes = any(each.is_dir() for each in path.iterdir())
            return spec if isinstance(spec, FileData) or (has_classes and not is_network(path)) else None
        is_data = path.is_file() and (path.suffix.lower() in DATA_SUFFIXES or is_idx(start_of(path)))
        return FileData(path=path) if is_data else None
    except OSError:
        return None


def _exists(text: str) -> bool:
    try:
        return Path(text).expanduser().exists()
    except (OSError, ValueError, RuntimeError):
        return False
