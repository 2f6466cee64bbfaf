"""Feeds the newest frame to the network and its maps to the session: one at a time, never a queue."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Protocol

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.child.messages import Answer
from engine.errors import UserError
from engine.network.requests import Frame, Maps
from engine.sources import frame as sources
from gui.background import Background
from gui.network.colouring import as_rgb, coloured, is_fit_for_network
from gui.network.conversation import Conversation
from gui.network.session import MapsShown, NetworkSession
from gui.session import Timing


class Frames(Protocol):
    """Where frames come from: the live pipeline, or a test's."""

    @property
    def frame(self) -> sources.Frame | None:
        """The newest frame, or the one that is held."""

    @property
    def is_live(self) -> bool:
        """Whether frames follow one another by themselves."""


@dataclass(frozen=True, eq=False)
class _Sent:
    """A picture that the network works on: when it was captured and taken up, on `time.monotonic`."""

    frame: sources.Frame
    pixels: np.ndarray
    number: int
    is_dark: bool
    captured_at: float
    taken_at: float

    def again(self) -> _Sent:
        """The same picture taken up once more: how long it lay in between says nothing of the way to the screen."""
        now = time.monotonic()
        return replace(self, captured_at=now, taken_at=now)


@dataclass(frozen=True, eq=False)
class _Answered:
    sent: _Sent
    answer: Maps
    packed: np.ndarray = field(default_factory=lambda: np.empty(0, np.uint8))


class Feed(QObject):
    """Asks for maps whenever there is a newer frame, or the same is to be looked at in another way.

    While the worker works on one frame, and while the maps of one wait for their colours, no other is sent: the newest
    is taken up when they are done, and those between are never looked at.

    Signals:
        shown(object): a `MapsShown` has become the session's.
        refused(object): a `UserError`; told once, however many frames end in the same way.
    """

    shown = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        session: NetworkSession,
        talk: Conversation,
        frames: Frames,
        work: Background,
        *,
        is_dark: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._talk, self._frames, self._work = session, talk, frames, work
        self._is_dark = is_dark
        self._is_on = False
        self._is_stale = True  # the same frame is to be asked for again
        self._is_first = True  # no maps have been put in their order yet
        self._generation = 0
        self._is_asking = False
        self._is_colouring = False
        self._number = 0
        self._sent: _Sent | None = None
        self._waiting: _Answered | None = None
        self._last: _Answered | None = None
        self._moments: deque[float] = deque(maxlen=240)
        self._timing = Timing()
        self._failure = ""

    @property
    def timing(self) -> Timing:
        """Milliseconds of the newest maps' way to the screen, and how many made it in the last second."""
        since = time.monotonic() - 1.0
        return replace(self._timing, frames_per_second=float(sum(1 for moment in self._moments if moment > since)))

    def set_on(self, is_on: bool) -> None:
        """Ask for maps from now on, or not."""
        self._is_on = is_on
        self.go_on()

    def begin_anew(self) -> None:
        """Other layers, another network, another worker: what is under way belongs to the past."""
        self._generation += 1
        self._is_asking = False
        self._waiting = self._last = None
        self.look_again(keeps_order=False)

    def look_again(self, *, keeps_order: bool = True) -> None:
        """Ask for the maps of the same frame once more, with settings that the worker has been told."""
        self._is_stale = True
        self._is_first = self._is_first or not keeps_order
        self.go_on()

    def forget_frame(self) -> None:
        """The worker does not know the last frame: write it anew."""
        self._sent = None

    def recolour(self) -> None:
        """Draw the maps that are there in the colours of the present theme."""
        if self._last is not None and self._waiting is None:
            self._waiting = replace(self._last, sent=self._last.sent.again())
            self._colour()

    def go_on(self) -> None:
        """Send the newest frame, if there is a reason to and nothing stands in the way."""
        is_free = self._is_on and self._talk.is_open and not self._is_asking and self._waiting is None
        frame = self._frames.frame if is_free else None
        if frame is None:
            return
        if self._sent is not None and self._sent.frame is frame:
            if self._is_stale:
                self._sent = self._sent.again()
                self._ask(self._sent, is_again=True)
            return
        self._is_asking = True
        generation = self._generation
        if is_fit_for_network(frame.image):
            self._send(frame, frame.image, generation)
        else:
            self._work.run(
                lambda: as_rgb(frame.image),
                lambda pixels: self._send(frame, pixels, generation),
                lambda error: self._on_failed(error, generation),
            )

    def _send(self, frame: sources.Frame, pixels: np.ndarray, generation: int) -> None:
        if generation != self._generation:
            return
        if not self._talk.is_open:
            self._is_asking = False
            return
        now = time.monotonic()
        self._number += 1
        captured_at = frame.captured_at if self._frames.is_live else now
        sent = _Sent(frame, pixels, self._number, self._is_dark(), captured_at, now)
        rings = self._talk.rings
        try:
            if not rings.has_room(pixels):
                rings.grow("frames", pixels.nbytes)
                self._talk.reconnect()
            rings.put_frame(pixels, number=sent.number, captured_at=time.perf_counter() - (now - captured_at))
        except UserError as error:
            self._on_failed(error, generation)
            return
        self._is_first = self._is_first or not self._frames.is_live
        self._sent = sent
        self._ask(sent, is_again=False)

    def _ask(self, sent: _Sent, *, is_again: bool) -> None:
        self._is_asking, self._is_stale = True, False
        keeps_order, self._is_first = not self._is_first, False
        generation = self._generation
        self._talk.ask(
            Frame(is_again=is_again, keeps_order=keeps_order),
            lambda answer: self._on_answered(answer, sent, generation),
            lambda error: self._on_failed(error, generation),
            again=Frame(is_again=True, keeps_order=keeps_order),
        )

    def _on_answered(self, answer: Answer, sent: _Sent, generation: int) -> None:
        if generation != self._generation:
            return
        self._is_asking, self._failure = False, ""
        if isinstance(answer, Maps):
            stored = self._talk.rings.take("maps")
            if stored is not None and stored.number == answer.number == sent.number:
                self._waiting = _Answered(sent, answer, stored.picture)
        self._colour()
        self.go_on()

    def _colour(self) -> None:
        if self._waiting is None or self._is_colouring:
            return
        taken, self._waiting = self._waiting, None
        self._is_colouring = True
        is_dark, generation, begun = self._is_dark(), self._generation, time.perf_counter()

        def done(mosaics: dict[str, np.ndarray]) -> None:
            self._is_colouring = False
            if generation == self._generation:
                self._show(taken, mosaics, begun)
            self._colour()
            self.go_on()

        def failed(error: BaseException) -> None:
            self._is_colouring = False
            self._on_failed(error, generation)

        self._work.run(lambda: coloured(taken.answer, taken.packed, is_dark=is_dark), done, failed)

    def _show(self, taken: _Answered, mosaics: dict[str, np.ndarray], begun: float) -> None:
        sent, timings = taken.sent, taken.answer.timings
        self._last = taken
        self._moments.append(time.monotonic())
        shown = MapsShown(
            answer=taken.answer, mosaics=mosaics, frame=sent.pixels,
            frames_per_second=self.timing.frames_per_second, seconds=time.monotonic() - sent.captured_at,
        )  # fmt: skip
        self._session.put_maps(shown)
        here = time.perf_counter() - begun
        self._timing = Timing(
            capture=1000 * (sent.taken_at - sent.captured_at + timings.fit),
            compute=1000 * timings.forward,
            draw=1000 * (timings.draw + timings.hand_over + here),
        )
        self.shown.emit(shown)

    def _on_failed(self, error: BaseException, generation: int) -> None:
        if generation != self._generation:
            return
        self._is_asking = False
        # The same failure comes with every frame: telling it once is enough.
        if str(error) != self._failure:
            self._failure = str(error)
            self.refused.emit(error)
