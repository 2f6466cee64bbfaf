"""Recording pictures of the live source into classes, and everything else that changes the recorded pictures."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from functools import partial
from glob import escape
from pathlib import Path
from typing import Protocol

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from engine.errors import UserError
from engine.network.data.recorded import LIST
from engine.network.data.recording import RecordingStore
from engine.network.data.specs import RecordedData
from engine.sources import frame as sources
from engine.text import mark
from gui.background import Background
from gui.network.colouring import as_rgb
from gui.text import tr
from gui.train.session import TrainSession
from gui.train.unfinished import window_lives

PER_SECOND = 5
BURST = 20
MOST_STILL = 15
COUNTDOWN = 3
SHOW_AGAIN_MS = 400
FOLDER = "recordings"


class Frames(Protocol):
    """Where frames come from: the live pipeline, or a test's."""

    @property
    def frame(self) -> sources.Frame | None:
        """The newest frame, or the one that is held."""


class Recorder(QObject):
    """Takes so many pictures a second as long as it is told to; files are written on a thread of their own.

    Signals:
        state_changed(str, str): the class that is recorded into and what to say on its button; both "" when it rests.
        stepped(int): the recorded pictures were changed; so many more steps can be taken back, none at all with 0.
        all_deleted(): every recorded picture is gone from this computer's folders; not from project files.
        moved(object): pictures were moved to another class; a mapping from their old to their new identities.
    """

    state_changed = Signal(str, str)
    stepped = Signal(int)
    moved = Signal(object)
    all_deleted = Signal()

    def __init__(
        self,
        session: TrainSession,
        frames: Frames,
        background: Background,
        *,
        home: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._frames, self._background, self._home = session, frames, background, home
        self._store: RecordingStore | None = None
        self._class = ""
        self._left = 0  # of a burst; 0: as long as the button is held
        self._wait = 0
        self._taken = self._still = 0
        self._last: sources.Frame | None = None
        self._timer = QTimer(self, interval=1000 // PER_SECOND)
        self._timer.timeout.connect(self._on_timeout)
        self._countdown = QTimer(self, interval=1000)
        self._countdown.timeout.connect(self._on_countdown)
        self._show_again = QTimer(self, singleShot=True, interval=SHOW_AGAIN_MS)
        self._show_again.timeout.connect(self._reopen)

    @property
    def is_recording(self) -> bool:
        """Whether pictures are being taken, or about to be."""
        return bool(self._class)

    def recordings(self) -> list[Path]:
        """The folders of all data sets that were recorded here, newest first."""
        try:
            return sorted((each for each in (self._home / FOLDER).iterdir() if each.is_dir()), reverse=True)
        except OSError:
            return []

    def begin_anew(self) -> None:
        """Begin a data set with two classes without pictures."""
        folder = self._home / FOLDER / time.strftime("%Y-%m-%d %H.%M.%S")
        names = [tr("Class {number}", number=number) for number in (1, 2)]

        def work(store: RecordingStore) -> None:
            for name in names:
                store.add_class(name)

        self._run(work, folder=folder)

    def hold(self, name: str) -> None:
        """Take pictures into a class until `release`."""
        if not self.is_recording:
            self._begin(name, left=0)
            self._on_timeout()

    def release(self) -> None:
        """Take no more, unless a burst is under way."""
        if self.is_recording and not self._left:
            self.stop()

    def burst(self, name: str) -> None:
        """Count down, then take a fixed number of pictures by itself; asked again, end it."""
        if self.is_recording:
            self.stop()
            return
        self._begin(name, left=BURST, is_waiting=True)
        self._wait = COUNTDOWN
        self._countdown.start()
        self._tell()

    def stop(self) -> None:
        """Take no more."""
        self._timer.stop()
        self._countdown.stop()
        self._class, self._left, self._wait, self._last = "", 0, 0, None
        self.state_changed.emit("", "")

    def add(self, name: str, picture: np.ndarray) -> None:
        """Keep a single picture, one that was drawn say."""
        self._run(lambda store: store.add(name, picture))

    def add_class(self, name: str) -> None:
        self._run(lambda store: store.add_class(name))

    def rename_class(self, name: str, new: str) -> None:
        self._run(lambda store: store.rename_class(name, new))

    def delete_class(self, name: str) -> None:
        self._run(lambda store: store.delete_class(name))

    def delete(self, identities: Iterable[str]) -> None:
        chosen = tuple(identities)
        self._run(lambda store: store.delete(chosen))

    def move(self, identities: Iterable[str], name: str) -> None:
        chosen = tuple(identities)
        self._run(lambda store: self.moved.emit(store.move(chosen, name)))

    def undo(self) -> None:
        """Take the last change of the recorded pictures back."""
        self._run(lambda store: store.undo())

    def delete_all(self) -> None:
        """Delete every recorded picture for good, and the copies that opening a project made of them here."""
        home = self._home

        def work(store: RecordingStore) -> None:
            store.delete_all()
            for copy in copies_of(store.folder, home):
                self._store_in(copy).delete_all()
            self.all_deleted.emit()

        self._run(work, ends_history=True)

    def close(self) -> None:
        """Let go for good what was deleted; the background finishes what is under way."""
        self.stop()
        self._show_again.stop()
        self._background.run(self._close_store)

    def _store_in(self, folder: Path) -> RecordingStore:
        is_ours = folder.resolve().is_relative_to(self._home.resolve()) or (folder / LIST).is_file()
        if not is_ours and folder.exists():  # a session of somebody else may name any folder
            raise UserError(
                mark("“{name}” was not made by this program, so nothing is recorded or deleted there. Open it as a "
                     "folder, or record anew."),
                name=folder.name,
            )  # fmt: skip
        return RecordingStore(folder, lives=partial(window_lives, self._home))

    def _close_store(self) -> None:
        store, self._store = self._store, None
        if store is not None:
            store.close()

    def _begin(self, name: str, *, left: int, is_waiting: bool = False) -> None:
        self._class, self._left, self._taken, self._last = name, left, 0, None
        self._still = 0
        if not is_waiting:
            self._timer.start()

    def _on_countdown(self) -> None:
        self._wait -= 1
        if self._wait <= 0:
            self._countdown.stop()
            self._timer.start()
        self._tell()

    def _on_timeout(self) -> None:
        frame = self._frames.frame
        if frame is None:
            self.stop()
            self._session.refuse(UserError(mark("There is no picture to record yet. Choose a source at the top left.")))
            return
        # A picture that stands still is recorded once, however long the button is held.
        if frame is self._last:
            self._wait_for_another()
            return
        self._last, self._still = frame, 0
        name, is_continued = self._class, self._taken > 0
        self._taken += 1
        image = frame.image
        self._run(lambda store: store.add(name, as_rgb(image), is_continued=is_continued), is_soon=False)
        if self._left:
            self._left -= 1
            if not self._left:
                self.stop()
                return
        self._tell()

    def _wait_for_another(self) -> None:
        self._still += 1
        if self._left and self._still > MOST_STILL:  # nobody holds a button that could be let go
            self.stop()
            self._session.refuse(
                UserError(mark("The picture stands still, so it was recorded once. Choose a webcam or moving source."))
            )  # fmt: skip

    def _tell(self) -> None:
        if self._wait:
            words = tr("In {seconds} …", seconds=self._wait)
        elif self._left:
            words = tr("{taken} of {count}", taken=self._taken, count=BURST)
        else:
            words = tr("{taken} recorded", taken=self._taken)
        self.state_changed.emit(self._class, words)

    def _run(
        self,
        work: Callable[[RecordingStore], object],
        *,
        folder: Path | None = None,
        is_soon: bool = True,
        ends_history: bool = False,
    ) -> None:
        """Do something to the store of the open data set, or to one in `folder`, then show what there is now."""
        data = self._session.data
        if folder is None:
            if data is None or not isinstance(data.spec, RecordedData):
                return
            folder = data.spec.folder
        place = folder

        def on_disk() -> int:
            if self._store is None or self._store.folder != place:
                self._close_store()
                self._store = self._store_in(place)
            before = self._store.steps
            work(self._store)
            return self._store.steps - before

        def done(steps: int) -> None:
            if steps > 0 or ends_history:
                self.stepped.emit(max(0, steps))
            if data is None or not isinstance(data.spec, RecordedData) or data.spec.folder != place:
                self._session.wish_for(RecordedData(folder=place))
            elif is_soon:
                self._reopen()
            elif not self._show_again.isActive():
                self._show_again.start()

        self._background.run(on_disk, done, self._on_failed)

    def _reopen(self) -> None:
        data = self._session.data
        if data is not None and isinstance(data.spec, RecordedData):
            self._session.wish_for(data.spec)

    def _on_failed(self, error: BaseException) -> None:
        self.stop()
        if not isinstance(error, UserError):
            raise error
        self._session.refuse(error)


def copies_of(folder: Path, home: Path) -> list[Path]:
    """Where else under `home` this recorded data set lies: as it was recorded, and as projects brought it along.

    It keeps its name, which is the moment at which it was begun.
    """
    name = escape(folder.name)
    found = [*home.glob(f"{FOLDER}/{name}"), *home.glob(f"projects/*/files/*/{name}")]
    return [each for each in found if each.is_dir() and each != folder]
