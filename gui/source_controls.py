"""The bar under the pictures: what the present source can do: play and scrub, step, mirror, resolution."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QToolButton, QWidget

from engine.sources.camera import CameraSource
from engine.sources.folder import FolderSource
from engine.sources.source import Source, SourceStatus
from engine.sources.specs import CameraSpec
from engine.sources.video import VideoSource
from gui.actions import Actions
from gui.icons import icon
from gui.session import Session
from gui.text import tr
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.labels import kind, label
from gui.widgets.scrubber import Scrubber

RESOLUTIONS = ((640, 480), (1280, 720), (1920, 1080))
TICKS_A_SECOND = 25
FOLLOW_MS = 100


class SourceControls(QWidget):
    """Shows itself only for a source that can be controlled.

    Signals:
        step_wanted(int): the user wants so many pictures on.
    """

    step_wanted = Signal(int)

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._source: Source | None = None
        self.setAccessibleName(tr("Controls of the source"))
        self._title = ElidedLabel("", face="caption")
        self.scrubber = Scrubber(speeds=(1.0,))
        self.scrubber.play_toggled.connect(self._on_play_toggled)
        self.scrubber.stepped.connect(self._on_stepped)
        self.scrubber.moved.connect(self._on_moved)
        self.loop = QToolButton()
        self.loop.setCheckable(True)
        self.loop.setIcon(icon("loop"))
        self.loop.setAccessibleName(tr("Loop"))
        self.loop.setToolTip(tr("At its end the video starts again; otherwise its last frame stays"))
        self.loop.toggled.connect(self._on_loop_toggled)
        kind(self.loop, "flat")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.scrubber)
        self._pages.addWidget(self._camera_page(actions))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 10, 4)
        row.setSpacing(12)
        row.addWidget(self._title, 1)
        row.addWidget(self._pages, 4)
        row.addWidget(self.loop)
        self._timer = QTimer(self, interval=FOLLOW_MS)
        self._timer.timeout.connect(self._follow)
        self.hide()

    def _camera_page(self, actions: Actions) -> QWidget:
        page = QWidget()
        self.resolution = QComboBox()
        self.resolution.setAccessibleName(tr("Resolution"))
        self.resolution.setToolTip(tr("How many pixels the camera is asked for; it may give others"))
        for width, height in RESOLUTIONS:
            self.resolution.addItem(f"{width} × {height}", (width, height))
        self.resolution.currentIndexChanged.connect(self._on_resolution_chosen)
        mirror = QToolButton()
        mirror.setDefaultAction(actions["mirror"])
        mirror.setAccessibleName(actions["mirror"].text())
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(label(tr("Resolution"), face="dim"))
        row.addWidget(self.resolution)
        row.addWidget(mirror)
        return page

    def show_source(self, source: Source) -> None:
        """Offer what this source can do."""
        self._source = source
        is_webcam = isinstance(source, CameraSource) and isinstance(source.spec, CameraSpec)
        has_places = isinstance(source, VideoSource | FolderSource)
        self._timer.stop()
        self.setVisible(is_webcam or has_places)
        self._title.setText(source.title)
        self._pages.setCurrentIndex(1 if is_webcam else 0)
        self.loop.setVisible(isinstance(source, VideoSource))
        if is_webcam:
            with QSignalBlocker(self.resolution):
                size = (source.spec.width, source.spec.height)  # type: ignore[union-attr]
                if self.resolution.findData(size) < 0:
                    self.resolution.addItem(f"{size[0]} × {size[1]}", size)
                self.resolution.setCurrentIndex(self.resolution.findData(size))
        if isinstance(source, VideoSource):
            self.scrubber.set_label(_time_text)
            with QSignalBlocker(self.loop):
                self.loop.setChecked(source.is_looping)
            self._timer.start()
        elif isinstance(source, FolderSource):
            self.scrubber.set_label(lambda position, length: f"{position + 1:,} / {length:,}" if length else "–")
        self.show_status(source.status)

    def show_status(self, status: SourceStatus) -> None:
        """Follow the place in a video or a folder."""
        source = self._source
        if isinstance(source, FolderSource):
            self.scrubber.set_length(round(status.length))
            self.scrubber.set_position(round(status.position))
            name = source.names[round(status.position)] if 0 <= status.position < len(source.names) else source.title
            self._title.setText(name)
        elif isinstance(source, VideoSource):
            self.scrubber.set_playing(status.state == "playing")
            self._follow()

    def toggle_play(self) -> None:
        """Play a video, or pause it."""
        if isinstance(self._source, VideoSource):
            self._on_play_toggled(self._source.status.state != "playing")

    def _follow(self) -> None:
        if isinstance(self._source, VideoSource):
            status = self._source.status
            self.scrubber.set_length(max(1, round(status.length * TICKS_A_SECOND)))
            self.scrubber.set_position(round(status.position * TICKS_A_SECOND))

    def _on_play_toggled(self, is_playing: bool) -> None:
        source = self._source
        if isinstance(source, VideoSource):
            self._session.set_frozen(False)
            source.play() if is_playing else source.pause()

    def _on_stepped(self, by: int) -> None:
        if isinstance(self._source, VideoSource):
            rate = self._source.status.frames_per_second or TICKS_A_SECOND
            self._source.pause()
            self._source.seek(max(0.0, self._source.status.position + by / rate))
        else:
            self.step_wanted.emit(by)

    def _on_moved(self, position: int) -> None:
        if isinstance(self._source, VideoSource):
            self._source.seek(position / TICKS_A_SECOND)
        elif isinstance(self._source, FolderSource):
            self._source.go_to(position)

    def _on_loop_toggled(self, is_on: bool) -> None:
        if isinstance(self._source, VideoSource):
            self._source.set_looping(is_on)

    def _on_resolution_chosen(self) -> None:
        spec, size = self._session.source, self.resolution.currentData()
        if isinstance(spec, CameraSpec) and size is not None:
            self._session.set_source(replace(spec, width=size[0], height=size[1]))


def _time_text(position: int, length: int) -> str:
    return f"{_clock(position / TICKS_A_SECOND)} / {_clock(max(0, length - 1) / TICKS_A_SECOND)}"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(max(0.0, seconds), 60)
    return f"{int(minutes)}:{rest:04.1f}"
