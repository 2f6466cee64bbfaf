"""Holds the open source: opens what the session asks for outside Qt's thread, keeps the old one where that fails."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt, Signal

from engine.errors import UserError
from engine.sources.opening import open_source
from engine.sources.source import Source, SourceStatus
from engine.sources.specs import FolderSpec, SourceSpec, VideoSpec
from engine.sources.video import VideoSource
from gui.background import Background
from gui.notify import Notifier
from gui.session import Session

TOPIC = "source"


@dataclass(frozen=True)
class _Opened:
    source: Source
    attempt: int


class SourceKeeper(QObject):
    """Follows `session.source`. A source that cannot be opened is told, and the session goes back to the one before.

    Signals:
        swapped(object): another `Source` is open now.
        status_changed(object): a `SourceStatus` of the open source.
        opening_changed(bool): whether a source is being opened.
    """

    swapped = Signal(object)
    status_changed = Signal(object)
    opening_changed = Signal(bool)
    _told = Signal(int, object)

    def __init__(
        self,
        session: Session,
        background: Background,
        notifier: Notifier,
        *,
        on_frame: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._notifier = notifier
        self._on_frame = on_frame
        self._source: Source | None = None
        self._fallback: SourceSpec | None = None
        self._refusal: UserError | None = None
        self._attempt = 0
        self._current = 0
        self._untaken: list[Source] = []  # opened outside Qt's thread, and not yet taken up here
        self._is_closed = False
        self._lock = threading.Lock()
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        session.source_changed.connect(self._on_source_changed)

    @property
    def source(self) -> Source | None:
        """The open source."""
        return self._source

    def present_spec(self) -> object | None:
        """The session's source at the place where it stands now in a folder or a video."""
        spec = self._session.source
        if self._source is None or self._source.spec != spec:
            return spec
        status = self._source.status
        if isinstance(spec, FolderSpec):
            return replace(spec, position=round(status.position))
        if isinstance(spec, VideoSpec) and isinstance(self._source, VideoSource):
            spec = replace(spec, is_looping=self._source.is_looping)
            if status.state != "playing":  # else a file would be written every other second
                spec = replace(spec, position=status.position)
        return spec

    def open_now(self, spec: SourceSpec) -> None:
        """Open in this very call, for the picture of the first paint; raises `UserError`."""
        self._attempt += 1
        self._accept(_Opened(self._opened(spec, self._attempt), self._attempt))
        self._session.set_source(spec)

    def close(self) -> None:
        """Close the source and wait for its threads."""
        self._attempt += 1
        with self._lock:
            self._is_closed = True
            left = [*self._untaken]
        if self._source is not None:
            left.append(self._source)
            self._source = None
        for source in left:
            source.close()

    def _opened(self, spec: SourceSpec, attempt: int) -> Source:
        return open_source(spec, on_frame=self._on_frame, on_status=lambda status: self._told.emit(attempt, status))

    def _on_source_changed(self, spec: object) -> None:
        if self._source is not None and spec == self._source.spec:
            return
        self._attempt += 1
        attempt = self._attempt
        self.opening_changed.emit(True)
        self._background.run(
            lambda: self._opened_aside(spec, attempt),  # type: ignore[arg-type]
            self._accept,
            lambda error: self._on_refused(error, attempt),
        )

    def _opened_aside(self, spec: SourceSpec, attempt: int) -> _Opened:
        source = self._opened(spec, attempt)
        with self._lock:
            self._untaken.append(source)
            is_late = self._is_closed
        if is_late:
            source.close()
        return _Opened(source, attempt)

    def _accept(self, opened: _Opened) -> None:
        with self._lock:
            self._untaken = [each for each in self._untaken if each is not opened.source]
        if opened.attempt != self._attempt:
            self._close_later(opened.source)  # something else has been asked for meanwhile
            return
        before, self._source, self._current = self._source, opened.source, opened.attempt
        if before is not None and before.newest() is not None:
            self._fallback = before.spec  # else it never showed anything: what came before it is still on the screen
        refusal, self._refusal = self._refusal, None
        if refusal is None:
            self._notifier.withdraw(TOPIC)
        else:
            self._notifier.error(refusal, topic=TOPIC)
        self.opening_changed.emit(False)
        self.swapped.emit(opened.source)
        self.status_changed.emit(opened.source.status)
        self._session.set_frozen(False)
        if before is not None:
            self._close_later(before)
        self._on_frame()
        self._go_back_from(opened.source.status)  # it may have been lost before it was here to be told of

    def _on_refused(self, error: BaseException, attempt: int) -> None:
        if attempt != self._attempt:
            return
        self.opening_changed.emit(False)
        self._notifier.error(error, topic=TOPIC)
        if self._source is not None:
            self._session.set_source(self._source.spec)

    def _close_later(self, source: Source) -> None:
        source.stop()
        self._background.run(source.close)

    def _on_told(self, attempt: int, status: SourceStatus) -> None:
        if attempt != self._current:
            return
        self.status_changed.emit(status)
        self._go_back_from(status)

    def _go_back_from(self, status: SourceStatus) -> None:
        source, fallback = self._source, self._fallback
        if status.state == "lost" and source is not None and source.newest() is None and fallback is not None:
            # It turned out to be no good before its first picture: what was there before comes back.
            self._refusal = status.sentence
            self._session.set_source(fallback)
