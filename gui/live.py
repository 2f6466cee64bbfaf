"""The live pipeline: newest frame → recipe → pictures, on threads of its own, so that the window never waits."""

from __future__ import annotations

import threading
import time
from collections import deque
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal, Slot

from engine.imaging.recipe import Recipe
from engine.memory import give_back
from engine.sources.frame import Frame
from engine.sources.source import Source
from gui.full_size import FullSize
from gui.making import Base, Made, Wish, make_output, prepared
from gui.notify import Notifier
from gui.session import Session, Spot, Timing

THUMBNAIL_SECONDS = 0.25
GIVE_BACK_SECONDS = 5.0


class Live(QObject):
    """Keeps `session.output` up to date with the newest frame and everything the user sets.

    Newest wins everywhere: there is one place for the wish, one for the frame, one for the result, and what is in it
    gives way to what is newer. A result that the window has not taken yet holds the next one back, so that nothing is
    computed only to be thrown away. A picture larger than the screen is worked on at display resolution first; once it
    is zoomed in, or a value is under the microscope, its full resolution follows in the background and takes its place.

    Signals:
        shown(object): a `Made` (the output and how much it was reduced) has become the session's output.
        first_output(): the very first one is there.
        passed(): while the pipeline rests, there is another `frame`.
    """

    shown = Signal(object)
    first_output = Signal()
    passed = Signal()
    _arrived = Signal()

    def __init__(
        self, session: Session, notifier: Notifier, *, is_dark: bool = True, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._notifier = notifier
        self._lock = threading.Condition()
        self._source: Source | None = None
        self._wish = Wish(session.recipe, session.selection, session.look, is_dark, session.spot)
        self._is_frozen = False
        self._is_resting = False
        self._frame_: Frame | None = None
        self._is_zoomed_in = False
        self._wants_full = False
        self._is_dirty = False
        self._is_running = False
        self._ready: Made | None = None
        self._full: Made | None = None
        self._now: Made | None = None
        self._failure = ""
        self._drawn: deque[float] = deque(maxlen=240)
        self._draw_ms = 0.0
        self._full_size = FullSize(self._on_full_made, notifier)
        self._thread = threading.Thread(target=self._work, name="live pipeline", daemon=True)
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        for changed in (session.recipe_changed, session.selection_changed, session.look_changed):
            changed.connect(self._on_wish_changed)
        session.hover_changed.connect(self._on_hover_changed)
        session.spot_changed.connect(self._on_spot_changed)
        session.freeze_changed.connect(self._on_freeze_changed)

    # From Qt's thread.

    def start(self) -> None:
        """Begin to work."""
        self._is_running = True
        self._thread.start()

    def close(self) -> None:
        """End both threads; the session's output stays as it is."""
        with self._lock:
            self._is_running = False
            self._lock.notify_all()
        if self._thread.is_alive():
            self._thread.join()
        self._full_size.close()

    def make_now(self) -> None:
        """Make the present frame's output in this very call: the picture of the first paint."""
        with self._lock:
            wish, frame = self._wish, self._source.newest() if self._source else None
        if frame is not None:
            self._frame_ = frame
            self._show(make_output(prepared(frame), wish, with_thumbnails=True))

    @property
    def made(self) -> Made | None:
        """What is shown now."""
        return self._now

    @property
    def frame(self) -> Frame | None:
        """The frame that was taken up last; it stays while the picture is frozen."""
        return self._frame_

    @property
    def is_live(self) -> bool:
        """Whether frames follow one another by themselves."""
        source = self._source
        return source is not None and source.is_live and not self._is_frozen

    def set_resting(self, is_resting: bool) -> None:
        """Let frames only pass, because another workspace is in front; the recipe is caught up with afterwards."""
        with self._lock:
            self._is_resting = is_resting
            self._touch()

    def set_source(self, source: Source | None) -> None:
        """Take frames from another source from now on."""
        with self._lock:
            self._source = source
            self._touch()

    def set_dark(self, is_dark: bool) -> None:
        """Draw signed pictures with the neutral middle of the dark or of the light theme."""
        with self._lock:
            self._wish = replace(self._wish, is_dark=is_dark)
            self._touch()

    def set_zoomed_in(self, is_zoomed_in: bool) -> None:
        """Tell whether somebody looks so closely that a large picture is wanted with every pixel."""
        self._is_zoomed_in = is_zoomed_in
        self._weigh_full()

    def note_drawn(self, milliseconds: float) -> None:
        """Tell how long the picture took to draw; counts as one frame on the screen."""
        self._draw_ms = milliseconds
        self._drawn.append(time.monotonic())

    @property
    def timing(self) -> Timing:
        """The newest frame's milliseconds and the frames drawn in the last second."""
        since = time.monotonic() - 1.0
        rate = sum(1 for moment in self._drawn if moment > since)
        base = self._now.output.timing if self._now else Timing()
        return replace(base, draw=self._draw_ms, frames_per_second=float(rate))

    # From any thread.

    def wake(self) -> None:
        """There is a newer frame, or frames have begun or ceased to follow one another."""
        with self._lock:
            self._lock.notify_all()

    # The pipeline's own thread.

    def _work(self) -> None:
        now: Made | None = self._now
        small: Base | None = None
        recipe: Recipe | None = None
        thumbnails_at, given_back_at = 0.0, time.monotonic()
        while True:
            taken = self._next(now)
            if taken is None:
                return
            frame, wish, full = taken
            try:
                if full is not None:
                    now = full
                else:
                    if small is None or small.whole is not frame or recipe is not self._moving(wish):
                        recipe = self._moving(wish)
                        small = prepared(frame, moving=recipe)
                    base = _base(small, now, wish)
                    is_due = time.monotonic() - thumbnails_at > THUMBNAIL_SECONDS or not self.is_live
                    is_new = now is None or now.base.whole is not frame
                    age = time.monotonic() - frame.captured_at if is_new else 0.0
                    now = make_output(base, wish, previous=now, with_thumbnails=is_due, capture=age)
                    thumbnails_at = time.monotonic() if is_due else thumbnails_at
                self._failure = ""
            except Exception as error:
                self._tell_failure(error)
                continue
            with self._lock:
                self._ready = now
            self._arrived.emit()
            self._ask_for_full(now, wish)
            if time.monotonic() - given_back_at > GIVE_BACK_SECONDS:
                give_back()
                given_back_at = time.monotonic()

    def _moving(self, wish: Wish) -> Recipe | None:
        return wish.recipe if self.is_live else None

    def _next(self, now: Made | None) -> tuple[Frame, Wish, Made | None] | None:
        """Wait for something to do; None at the end."""
        with self._lock:
            while self._is_running:
                frame = self._taken()
                if self._is_resting:
                    self._passed_by(frame)
                elif frame is not None and self._ready is None:
                    self._frame_ = frame
                    full, self._full = self._full, None
                    if full is not None and full.base.whole is frame and full.wish == self._wish:
                        self._is_dirty = False
                        return frame, self._wish, full
                    if self._is_dirty or now is None or frame is not now.base.whole or self._has_come_to_rest(now):
                        self._is_dirty = False
                        return frame, self._wish, None
                self._lock.wait()
            return None

    def _has_come_to_rest(self, now: Made) -> bool:
        """Whether a picture that was made in passing has stopped, and may have all its numbers."""
        return now.base.is_moving and not self.is_live

    def _taken(self) -> Frame | None:
        if self._is_frozen and self._frame_ is not None:
            return self._frame_
        newest = self._source.newest() if self._source is not None else None
        # A camera that does not answer has nothing yet: the recipe goes on with the picture that is still shown.
        return newest if newest is not None or self._source is None else self._frame_

    def _passed_by(self, frame: Frame | None) -> None:
        if frame is not None and frame is not self._frame_:
            self._frame_ = frame
            self.passed.emit()

    def _ask_for_full(self, made: Made, wish: Wish) -> None:
        if self._wants_full and made.base.factor > 1 and not self.is_live:
            self._full_size.ask(made.base, wish)

    def _on_full_made(self, made: Made) -> None:
        with self._lock:
            self._full = made
            self._lock.notify_all()

    def _tell_failure(self, error: Exception) -> None:
        # The same failure comes with every frame: telling it once is enough.
        if repr(error) != self._failure:
            self._failure = repr(error)
            self._notifier.error(error, topic="pipeline")

    # Back in Qt's thread.

    @Slot()
    def _on_arrived(self) -> None:
        with self._lock:
            made, self._ready = self._ready, None
            self._lock.notify_all()
        if made is not None:
            self._show(made)

    def _show(self, made: Made) -> None:
        before, self._now = self._now, made
        spot = self._session.spot
        if before is not None and spot is not None and before.base.whole is made.base.whole:
            self._session.set_spot(_carried(spot, before, made))
        self._session.set_output(replace(made.output, timing=self.timing))
        self.shown.emit(made)
        if before is None:
            self.first_output.emit()

    def _touch(self) -> None:
        self._is_dirty = True
        self._lock.notify_all()

    def _on_wish_changed(self) -> None:
        with self._lock:
            session = self._session
            spot = session.spot or session.hover
            self._wish = Wish(session.recipe, session.selection, session.look, self._wish.is_dark, spot)
            self._touch()

    def _on_freeze_changed(self, is_frozen: bool) -> None:
        with self._lock:
            self._is_frozen = is_frozen
            self._touch()

    def _on_hover_changed(self) -> None:
        if self._session.spot is None:
            self._on_wish_changed()

    def _on_spot_changed(self) -> None:
        self._on_wish_changed()
        self._weigh_full()

    def _weigh_full(self) -> None:
        wants_full = self._is_zoomed_in or self._session.spot is not None
        with self._lock:
            if wants_full != self._wants_full:
                self._wants_full = wants_full
                self._touch()


def _base(small: Base, now: Made | None, wish: Wish) -> Base:
    """Stay at full resolution while its results are there; what must be run anew runs on the reduced one first."""
    is_full = now is not None and now.base.whole is small.whole and now.base.factor < small.factor
    return now.base if is_full and now is not None and now.wish.recipe == wish.recipe else small


def _carried(spot: Spot, before: Made, after: Made) -> Spot:
    """The same place in the result when the picture's resolution has changed under it."""
    if before.base.factor == after.base.factor or before.output.right_image is None or after.output.right_image is None:
        return spot
    (height, width), (new_height, new_width) = before.output.right_image.shape[:2], after.output.right_image.shape[:2]
    row, column = int((spot.row + 0.5) * new_height / height), int((spot.column + 0.5) * new_width / width)
    return Spot(min(row, new_height - 1), min(column, new_width - 1), spot.channel)
