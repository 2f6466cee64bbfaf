"""A camera, plugged in or in the network: the window's side of the camera worker.

The device is held by the worker process. This side takes the newest frame out of the ring, watches from outside whether
frames still come and still change, and mends: it ends a worker that hangs, waits a growing while, and opens again.
"""

from __future__ import annotations

import os
import threading
import time

import numpy as np

from engine.child.lifecycle import Patience
from engine.child.messages import Answer, Death, Failed, Lost, Message
from engine.child.ring import FrameRing
from engine.child.supervisor import SupervisedChild
from engine.errors import UserError
from engine.opencv import cv2
from engine.sources.addresses import SCHEMES, without_password
from engine.sources.camera_messages import CAMERA, FILE, STREAM, Capture, Captured, NeedsLargerRing
from engine.sources.liveness import Liveness
from engine.sources.source import OnFrame, OnStatus, Source, SourceStatus
from engine.sources.specs import CameraSpec, StreamSpec
from engine.text import mark

_LOOK_EVERY = 0.2
_FIRST_DELAY, _LAST_DELAY = 0.5, 5.0
_OPENING_PATIENCE = {CAMERA: 15.0, FILE: 10.0, STREAM: 8.0}
_USUAL_BYTES = 1920 * 1080 * 3
# The worker is often ended inside a driver's call, where asking kindly is of no use; and it is always wanted back.
_PATIENCE = Patience(
    stop_grace=0.5, terminate_grace=0.3, first_delay=0.2, delay_growth=1.5, death_limit=1000, death_window=20.0
)


class CameraSource(Source):
    """A webcam (`CameraSpec`) or a network camera (`StreamSpec`).

    While frames come the status is "playing" with the measured rate; a camera that is absent, busy, frozen or gone is
    "waiting" with a sentence, and is opened again by itself for as long as this source lives.
    """

    is_live = True

    def __init__(self, spec: CameraSpec | StreamSpec, *, on_frame: OnFrame, on_status: OnStatus) -> None:
        device, kind, shown = _device(spec)
        super().__init__(spec, title=shown, on_frame=on_frame, on_status=on_status)
        self._device, self._kind = device, kind
        self._is_mirrored = isinstance(spec, CameraSpec) and spec.is_mirrored
        self._size = (spec.width, spec.height) if isinstance(spec, CameraSpec) else (1280, 720)
        self._lock = threading.RLock()
        self._wake = threading.Event()
        self._job: int | None = None
        self._opened_at, self._open_at, self._delay = 0.0, 0.0, _FIRST_DELAY
        self._liveness = Liveness(must_change=kind != STREAM)
        self._sequence = 0
        self._is_killed = False
        self._ring = FrameRing.create(slot_bytes=max(_USUAL_BYTES, self._size[0] * self._size[1] * 3))
        self._child = SupervisedChild(mark("camera worker"), "engine.sources.camera_worker:main", patience=_PATIENCE)
        self._child.listen(on_message=self._on_message, on_death=self._on_death)
        self._start(self._watch, "watching")

    @property
    def is_mirrored(self) -> bool:
        """Whether left and right are exchanged, as in a mirror."""
        return self._is_mirrored

    def set_mirrored(self, is_mirrored: bool) -> None:
        """Exchange left and right, or not, from the next frame on."""
        self._is_mirrored = is_mirrored

    @property
    def process_id(self) -> int | None:
        """The worker's process, None while there is none."""
        return self._child.process_id

    def stop(self) -> None:
        super().stop()
        self._wake.set()

    # The watching thread: it opens, watches and mends.

    def _watch(self) -> None:
        try:
            self._child.start()
            while not self._stopping.is_set():
                with self._lock:
                    self._look(time.monotonic())
                self._wake.wait(_LOOK_EVERY)
                self._wake.clear()
        except UserError as error:
            self._tell(SourceStatus("lost", error))
        finally:
            self._child.close()
            self._ring.close()

    def _look(self, now: float) -> None:
        if self._job is None:
            if now >= self._open_at:
                self._open(now)
        elif not self._liveness.has_frames:
            if now - self._opened_at > _OPENING_PATIENCE[self._kind]:
                self._mend(
                    mark("{device} does not answer. It is tried again by itself; check its plug or its network.")
                )
        elif self._liveness.is_silent(now):
            self._mend(
                mark("{device} gives no more pictures. Check its plug or its network; it is opened again by itself.")
            )
        elif self._liveness.is_frozen(now):
            self._mend(
                mark(
                    "{device} is frozen on one picture. It is opened again by itself; if that does not help, unplug it."
                )
            )
        elif self._liveness.is_rate_due(now):
            self._tell(SourceStatus("playing", frames_per_second=self._liveness.rate(now)))

    def _open(self, now: float) -> None:
        self._opened_at = now
        self._is_killed = False
        self._liveness.restart()
        width, height = self._size
        request = Capture(
            device=self._device, kind=self._kind, shown=self.title, width=width, height=height, ring=self._ring.address
        )
        self._job = self._child.send(request)

    def _mend(self, sentence: str) -> None:
        """Say what is wrong, end the worker, which may hang inside a driver, and open again after a while."""
        self._say(UserError(sentence, device=self.title))
        self._is_killed = True
        self._close_job()
        self._child.kill()

    def _close_job(self) -> None:
        if self._job is not None:
            self._child.supersede(self._job)
        self._job = None
        # A camera that worked is wanted back at once; one that keeps failing is left in peace for longer and longer.
        self._delay = _FIRST_DELAY if self._liveness.has_frames else min(_LAST_DELAY, self._delay * 2)
        self._open_at = time.monotonic() + self._delay

    def _say(self, sentence: UserError) -> None:
        earlier = self._status.sentence
        self._tell(SourceStatus("waiting", earlier if str(earlier) == str(sentence) else sentence))

    # The supervisor's thread.

    def _on_message(self, message: Message) -> None:
        with self._lock:
            if message.job != self._job or self._stopping.is_set():
                return
            if isinstance(message, Captured):
                self._take(time.monotonic())
                return
            if not isinstance(message, Answer):
                return
            self._job = None
            if isinstance(message, NeedsLargerRing):
                self._enlarge(message.slot_bytes)
                return
            if isinstance(message, Failed) and not isinstance(message, Lost):
                self._say(message.error)
            self._close_job()

    def _on_death(self, death: Death) -> None:
        with self._lock:
            if not self._is_killed and not self._stopping.is_set():
                self._say(death.error)

    def _enlarge(self, slot_bytes: int) -> None:
        self._ring.close()
        try:
            self._ring = FrameRing.create(slot_bytes=slot_bytes)
        except UserError as error:
            self._say(error)
            self._close_job()
            return
        self._sequence = 0
        self._wake.set()

    def _take(self, now: float) -> None:
        with self._ring.lease(after=self._sequence) as stored:
            if stored is None:
                return
            self._sequence = stored.sequence
            image = np.asarray(cv2.flip(stored.picture, 1)) if self._is_mirrored else stored.picture.copy()
            # The ring's clock and the frame's are not the same on every system.
            captured_at = now - (time.perf_counter() - stored.captured_at)
        is_first = not self._liveness.has_frames
        self._liveness.arrived(image, now)
        self._publish(image, captured_at=captured_at)
        if is_first:
            self._tell(SourceStatus("playing"))


def _device(spec: CameraSpec | StreamSpec) -> tuple[int | str, str, str]:
    """The device for OpenCV, its kind, and what to call it."""
    if isinstance(spec, StreamSpec):
        return spec.address, STREAM, without_password(spec.address)
    if not spec.device:
        return spec.index, CAMERA, spec.name or mark("camera {number}").format(number=spec.index)
    if spec.device.partition("://")[0].lower() in SCHEMES:
        return spec.device, STREAM, spec.name or without_password(spec.device)
    kind = CAMERA if spec.device.startswith("/dev/") else FILE
    return spec.device, kind, spec.name or os.path.basename(spec.device)
