"""Project files: everything of a lesson in one file, saved by itself once it has a name."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from engine.errors import UserError
from engine.files import write_atomically
from engine.network.training.curves import LOG
from engine.network.training.run_folders import FOLDER, run_folders
from engine.project.contents import size_of, taken_along
from engine.project.layout import SUFFIX, Opened, Parcel, replaced_paths
from engine.project.reading import open_project
from engine.project.run_jobs import change_job
from engine.project.writing import save_project
from gui.actions import Actions
from gui.asking import Asking
from gui.autosave import SavedSession, load_session
from gui.parts import Parts
from gui.text import sentence, tr

TOPIC = "project"
AUTOSAVE_MS = 30_000
MOST_BY_ITSELF = 200 * 2**20
"""A project larger than this is saved when asked for only: copying it every half minute would wear out the disk."""


class ProjectActions(QObject):
    """Opens and saves projects. `state` gives the text of the session."""

    def __init__(
        self,
        parts: Parts,
        actions: Actions,
        asking: Asking,
        *,
        state: Callable[[], str],
        bring_back: Callable[[SavedSession], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._parts, self._asking = parts, asking
        self._state, self._bring_back = state, bring_back
        self._takes_along = actions["project_pictures"]
        self._takes_along.setChecked(True)
        self.path: Path | None = None
        self._saved = ""
        self._has_news = False  # that the text of the session does not tell, such as a training that ended
        self._is_saving = False
        self._timer = QTimer(self, interval=AUTOSAVE_MS)
        self._timer.timeout.connect(self._on_timeout)
        actions["open_project"].triggered.connect(lambda: self._on_open())
        actions["save_project"].triggered.connect(lambda: self._on_save())
        actions["save_project_as"].triggered.connect(lambda: self._on_save_as())

    def open(self, path: Path) -> None:
        """Open a project: its session takes the place of what is set now, its runs join the others."""
        home = self._parts.folder
        folder = home / "projects" / f"{path.stem[:60]} {time.strftime('%Y-%m-%d %H.%M.%S')}"
        self._parts.notifier.tell(tr("Opening “{name}”…", name=path.name), topic=TOPIC)
        self._parts.background.run(
            lambda: opened_here(path, folder, home / FOLDER), lambda found: self._on_opened(path, *found)
        )

    def save(self, path: Path, *, by_itself: bool = False) -> None:
        """Write the project to `path`."""
        text = self._state()
        takes_along, home = self._takes_along.isChecked(), self._parts.folder
        self._is_saving, self._has_news = True, False

        def work() -> _Saved | None:
            # From the disk: what the Train workspace lists may not be there yet, and lacks a run that goes on.
            session, runs = json.loads(text), tuple(run_folders(home))
            taken, referred = taken_along(session, runs, home=home) if takes_along else ((), ())
            most = MOST_BY_ITSELF if by_itself else 2**62
            size = size_of((*taken, *runs), most=most)
            if by_itself and size > most:
                return None
            save_project(path, Parcel(session, taken, runs))
            return _Saved(size, referred)

        def done(saved: _Saved | None) -> None:
            self._is_saving = False
            self._saved = text
            self.path = path
            self._timer.start()
            if not by_itself:
                self._parts.settings.add_recent_project(str(path.absolute()))
            if saved is not None and not by_itself:
                self._parts.notifier.tell(_saved_words(path, saved), topic=TOPIC)

        def failed(error: BaseException) -> None:
            self._is_saving, self._has_news = False, True
            self._parts.notifier.error(error, topic=TOPIC)

        self._parts.background.run(work, done, failed)

    def note_change(self) -> None:
        """Something is different now; a project that saves itself will do so soon."""
        self._has_news = True

    def save_again(self) -> None:
        """Write the open project anew, since pictures that it took along were deleted for good."""
        if self.path is not None:
            self.save(self.path)

    def close(self) -> None:
        """Save what is not in the project yet; the background finishes it."""
        self._timer.stop()
        if self.path is not None and self._is_changed():
            self.save(self.path, by_itself=True)

    def _is_changed(self) -> bool:
        return self._has_news or self._state() != self._saved

    def _on_open(self) -> None:
        path = self._asking.open_file(tr("Open project"), tr("Projects") + f" (*{SUFFIX})")
        if path is not None:
            self.open(path)

    def _on_save(self) -> None:
        if self.path is None:
            self._on_save_as()
        else:
            self.save(self.path)

    def _on_save_as(self) -> None:
        name = (self.path.stem if self.path is not None else tr("lesson")) + SUFFIX
        path = self._asking.save_file(tr("Save project"), name, tr("Projects") + f" (*{SUFFIX})")
        if path is not None:
            self.save(path)

    def _on_opened(self, path: Path, opened: Opened, saved: SavedSession | None) -> None:
        self.path = path
        self._parts.settings.add_recent_project(str(path.absolute()))
        self._timer.start()
        if saved is not None:
            self._bring_back(saved)
        self._parts.notifier.withdraw(TOPIC)
        if opened.lost:
            words = " ".join(sentence(each) for each in opened.lost[:3])
            if len(opened.lost) > 3:
                words += " " + tr("And {count} more.", count=len(opened.lost) - 3)
            # Saving by itself would write over what a rescue program may still find in the damaged file.
            self.path = None
            self._timer.stop()
            self._parts.notifier.tell(words, level="warning", topic=TOPIC)
        else:
            self._saved = self._state()

    def _on_timeout(self) -> None:
        if self.path is not None and not self._is_saving and self._is_changed():
            self.save(self.path, by_itself=True)


@dataclass(frozen=True)
class _Saved:
    """How many bytes a project takes along, and what it only refers to, because nothing but earlier runs used it."""

    size: int
    referred: tuple[Path, ...]


def _saved_words(path: Path, saved: _Saved) -> str:
    words = tr("Saved as “{name}”, {size} MB taken along.", name=path.name, size=f"{saved.size / 1e6:,.1f}")
    if saved.referred:
        names = ", ".join(f"“{each.name}”" for each in saved.referred[:3]) + (" …" if len(saved.referred) > 3 else "")
        words += " " + tr("Not taken along, because only earlier trainings used it: {names}.", names=names)
    return words


def opened_here(path: Path, folder: Path, runs: Path) -> tuple[Opened, SavedSession | None]:
    """Unpack a project, put its runs beside the others, and read its session; runs off Qt's thread."""
    opened = open_project(path, folder)
    targets = {run: _place_of(run, runs) for run in opened.runs}
    moved = {str(run): str(target) for run, target in targets.items()}
    for run, target in targets.items():
        if not target.exists():
            runs.mkdir(parents=True, exist_ok=True)
            shutil.move(run, target)
            # A job may begin with the network of another run.
            change_job(target, lambda data: replaced_paths(data, moved))
    if not opened.session:
        return opened, None
    text = json.dumps(replaced_paths(opened.session, moved), ensure_ascii=False)
    session = folder / "session here.json"
    lost = list(opened.lost)
    saved = None
    try:
        write_atomically(session, text.encode())
        saved = load_session(session, lost)
    except UserError as error:
        lost.append(error)
    return replace(opened, lost=tuple(lost)), saved


def _place_of(run: Path, runs: Path) -> Path:
    """Where a run of a project goes, or is already: in a class two computers may begin runs in the same second."""
    place, number = runs / run.name, 2
    while place.exists() and not _is_same_run(run, place):
        place, number = runs / f"{run.name} ({number})", number + 1
    return place


def _is_same_run(one: Path, other: Path) -> bool:
    """Whether two folders hold the same run, one perhaps further on: then one log begins with the other."""
    try:
        logs = [(each / LOG).read_bytes() if (each / LOG).is_file() else b"" for each in (one, other)]
    except OSError:
        return False
    return logs[0].startswith(logs[1]) or logs[1].startswith(logs[0])
