"""What every source has in common: the newest frame, a status, and an end."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from engine.errors import UserError
from engine.sources.frame import Frame
from engine.sources.specs import SourceSpec

State = Literal["opening", "playing", "paused", "waiting", "ended", "lost"]


@dataclass(frozen=True)
class SourceStatus:
    """How a source is doing.

    A still picture is "paused" once it is there. "waiting" is a source that is mending itself, "lost" one that is not
    going to; in both, when a folder skips a file, and when a part of a picture is missing, `sentence` says what
    happened. `position` and `length` count seconds in a video and pictures in a folder (from 0); the length is 0 while
    it is unknown.
    """

    state: State
    sentence: UserError | None = None
    frames_per_second: float = 0.0
    position: float = 0.0
    length: float = 0.0


OnFrame = Callable[[], None]
OnStatus = Callable[[SourceStatus], None]


class Source:
    """Something that yields pictures, the newest of which can be asked for at any time.

    `on_frame` and `on_status` are called from any thread, also while the source is being made, and no more once `stop`
    has been called. `newest` never blocks. `stop` only asks; `close` also waits until every thread has gone.
    """

    def __init__(self, spec: SourceSpec, *, title: str, on_frame: OnFrame, on_status: OnStatus) -> None:
        self.spec = spec
        self.title = title
        self._on_frame = on_frame
        self._on_status = on_status
        self._newest: Frame | None = None
        self._status = SourceStatus("opening")
        self._stopping = threading.Event()
        self._threads: list[threading.Thread] = []

    @property
    def is_live(self) -> bool:
        """Whether frames follow one another by themselves now, so that the next one is about to come."""
        return False

    @property
    def status(self) -> SourceStatus:
        """The status last told."""
        return self._status

    def newest(self) -> Frame | None:
        """The newest frame, the same object until there is a newer one; None before the first."""
        return self._newest

    def stop(self) -> None:
        """Ask everything that runs to end, without waiting for it."""
        self._stopping.set()

    def close(self) -> None:
        """End it and wait until its threads have gone; a second time does nothing."""
        self.stop()
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join()
        self._threads.clear()

    def _start(self, work: Callable[[], None], name: str) -> None:
        thread = threading.Thread(target=work, name=f"{type(self).__name__} {name}", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _publish(self, image: np.ndarray, *, note: str = "", title: str = "", captured_at: float | None = None) -> None:
        number = self._newest.number + 1 if self._newest else 1
        moment = time.monotonic() if captured_at is None else captured_at
        self._newest = Frame(image=image, number=number, captured_at=moment, title=title or self.title, note=note)
        if not self._stopping.is_set():
            self._on_frame()

    def _tell(self, status: SourceStatus) -> None:
        if status != self._status:
            self._status = status
            if not self._stopping.is_set():
                self._on_status(status)
