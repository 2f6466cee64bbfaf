"""A folder of pictures, stepped through without loading them all."""

from __future__ import annotations

import os
import re
import threading
from dataclasses import dataclass

import numpy as np

from engine.errors import UserError
from engine.sources.names import shown_name
from engine.sources.picture import joined
from engine.sources.pictures.decode import decode_picture, decode_preview, read_bytes, unreadable
from engine.sources.pictures.header import PICTURE_EXTENSIONS, read_header
from engine.sources.source import OnFrame, OnStatus, Source, SourceStatus
from engine.sources.specs import FolderSpec
from engine.text import mark

_MOST_KEPT_BYTES = 32_000_000


@dataclass(frozen=True, eq=False)
class _Loaded:
    image: np.ndarray
    note: str
    warning: UserError | None


class FolderSource(Source):
    """The pictures of a folder in natural order, one at a time; the two neighbours are read ahead.

    What cannot be read is skipped in the direction of the step, with a sentence. A step only sets a goal: whoever steps
    faster than pictures decode sees the newest goal, not every picture on the way.
    """

    def __init__(self, spec: FolderSpec, *, on_frame: OnFrame, on_status: OnStatus) -> None:
        super().__init__(spec, title=shown_name(spec.path), on_frame=on_frame, on_status=on_status)
        self._path = spec.path
        try:
            os.scandir(self._path).close()
        except OSError as error:
            raise unreadable(self._path, error) from None
        self._names: tuple[str, ...] = ()
        self._goal, self._direction, self._shown = spec.position, 1, -1
        self._is_asked = True
        self._changed = threading.Condition()
        self._near: dict[int, _Loaded] = {}
        self._start(self._work, "reading")

    @property
    def names(self) -> tuple[str, ...]:
        """The files in the order in which they are stepped through; empty until the folder has been listed."""
        return self._names

    def step(self, by: int) -> None:
        """Go `by` pictures on, or back if it is negative; the ends are where it stops."""
        with self._changed:
            self._direction = 1 if by > 0 else -1
            self._aim(self._goal + by)

    def go_to(self, position: int) -> None:
        """Go to the picture at that position, counted from 0."""
        with self._changed:
            self._direction = 1 if position >= self._goal else -1
            self._aim(position)

    def stop(self) -> None:
        super().stop()
        with self._changed:
            self._changed.notify_all()

    def _aim(self, position: int) -> None:
        self._goal = max(0, min(position, len(self._names) - 1) if self._names else position)
        self._is_asked = True
        self._changed.notify_all()

    def _work(self) -> None:
        if not self._list():
            return
        while not self._stopping.is_set():
            with self._changed:
                self._changed.wait_for(lambda: self._is_asked or self._stopping.is_set())
                self._is_asked = False
                goal, direction = self._goal, self._direction
            if not self._stopping.is_set() and goal != self._shown:
                self._go(goal, direction)
            self._read_ahead()

    def _list(self) -> bool:
        try:
            with os.scandir(self._path) as entries:
                names = [each.name for each in entries if _is_picture_name(each.name) and each.is_file()]
        except OSError as error:
            self._tell(SourceStatus("lost", unreadable(self._path, error)))
            return False
        if not names:
            text = mark(
                "There is no picture in the folder “{name}”. It may hold PNG, JPEG, WebP, TIFF, BMP and GIF files."
            )
            self._tell(SourceStatus("lost", UserError(text, name=self.title)))
            return False
        names.sort(key=natural_order)
        with self._changed:
            self._names = tuple(names)
            self._goal = min(self._goal, len(names) - 1)
        return True

    def _go(self, goal: int, direction: int) -> None:
        """Show the picture at `goal`, or the nearest readable one beyond it, or the nearest one before it."""
        count = len(self._names)
        ahead = range(goal, count) if direction > 0 else range(goal, -1, -1)
        behind = range(goal - 1, -1, -1) if direction > 0 else range(goal + 1, count)
        skipped: UserError | None = None
        for position in (*ahead, *behind):
            if position == self._shown:
                break
            if self._is_asked or self._stopping.is_set():
                return
            try:
                loaded = self._near.pop(position, None) or self._load(position, may_preview=True)
            except UserError as error:
                skipped = error
                if not self._path.is_dir():
                    self._tell_gone()
                    return
                continue
            if loaded is None:
                return
            self._shown = position
            self._publish(loaded.image, note=loaded.note, title=shown_name(self._path / self._names[position]))
            self._keep(position, loaded)
            skipped = skipped or loaded.warning
            break
        else:
            self._tell(SourceStatus("lost", skipped, length=count))
            return
        with self._changed:
            if not self._is_asked:
                self._goal = self._shown
        self._tell(SourceStatus("paused", skipped, position=self._shown, length=count))

    def _tell_gone(self) -> None:
        text = mark(
            "The folder “{name}” is not there any more. The last picture is kept; reconnect the drive and step again."
        )
        status = SourceStatus(
            "lost", UserError(text, name=self.title), position=max(0, self._shown), length=len(self._names)
        )
        with self._changed:
            if not self._is_asked and self._shown >= 0:
                self._goal = self._shown
        self._tell(status)

    def _load(self, position: int, *, may_preview: bool) -> _Loaded | None:
        """Read and decode one picture; None if it is too large to read ahead, or if somebody stepped on meanwhile."""
        path = self._path / self._names[position]
        data = read_bytes(path)
        header = read_header(data, name=shown_name(path))
        if not may_preview and header.pixels * header.channels > _MOST_KEPT_BYTES:
            return None
        if may_preview and (preview := decode_preview(data, header)):
            self._publish(preview[0], note=mark("preview, the whole picture follows"), title=shown_name(path))
            if self._is_asked or self._stopping.is_set():
                return None
        picture = decode_picture(data, name=shown_name(path), header=header)
        return _Loaded(picture.image, joined(picture.notes, path, header.format), picture.warning)

    def _read_ahead(self) -> None:
        wanted = (self._shown + self._direction, self._shown - self._direction)
        for position in set(self._near) - {*wanted, self._shown}:
            del self._near[position]
        for position in wanted:
            if self._is_asked or self._stopping.is_set():
                return
            if 0 <= position < len(self._names) and position not in self._near and self._shown >= 0:
                try:
                    loaded = self._load(position, may_preview=False)
                except UserError:
                    continue
                if loaded is not None:
                    self._keep(position, loaded)

    def _keep(self, position: int, loaded: _Loaded) -> None:
        if loaded.image.nbytes <= _MOST_KEPT_BYTES:
            self._near[position] = loaded


def natural_order(name: str) -> tuple[list[str | int], str]:
    """A key that sorts file names as people count.

    >>> sorted(["b10.png", "b9.png", "A1.png"], key=natural_order)
    ['A1.png', 'b9.png', 'b10.png']
    """
    # Texts and numbers alternate, so that equal places always hold the same kind.
    parts = re.split(r"([0-9]+)", name.casefold())
    return [int(part) if place % 2 else part for place, part in enumerate(parts)], name


def _is_picture_name(name: str) -> bool:
    return not name.startswith(".") and os.path.splitext(name)[1].lower() in PICTURE_EXTENSIONS
