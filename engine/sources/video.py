"""A video file: played at its own pace, paused, searched, looped."""

from __future__ import annotations

import math
import threading
import time

import numpy as np

from engine.errors import UserError
from engine.opencv import cv2
from engine.sources.names import shown_name
from engine.sources.pictures.decode import unreadable
from engine.sources.pictures.header import MOST_PIXELS
from engine.sources.source import OnFrame, OnStatus, Source, SourceStatus, State
from engine.sources.specs import VideoSpec
from engine.text import mark

_USUAL_RATE = 25.0
_RATES = (0.5, 240.0)
_MOST_LATE = 0.25
_TELL_EVERY = 0.1


class VideoSource(Source):
    """A video file on a thread of its own.

    Nothing that the file says about its length or rate is believed without need: the end is where no frame comes any
    more, and the length is corrected there.
    """

    def __init__(self, spec: VideoSpec, *, on_frame: OnFrame, on_status: OnStatus) -> None:
        super().__init__(spec, title=shown_name(spec.path), on_frame=on_frame, on_status=on_status)
        self._path = spec.path.absolute()
        try:
            with self._path.open("rb") as file:
                is_empty = not file.read(1)
        except OSError as error:
            raise unreadable(self._path, error) from None
        if is_empty:
            raise UserError(mark("“{name}” is empty (0 bytes). Copy or download it again."), name=self.title)
        self._changed = threading.Condition()
        self._is_playing, self._is_looping = spec.is_playing, spec.is_looping
        self._wanted: float | None = spec.position
        self._rate, self._length, self._position = _USUAL_RATE, 0.0, -1.0
        self._told_at = 0.0
        self._has_frames = False
        self._is_at_end = False
        self._start(self._work, "playing")

    @property
    def is_live(self) -> bool:
        """While it plays; what is paused, or has come to its end, is a picture like any other."""
        return self._status.state == "playing"

    def play(self) -> None:
        """Go on; from the start, if it stands at the end."""
        with self._changed:
            if self._is_at_end:
                self._wanted = 0.0
            self._is_playing = True
            self._changed.notify_all()

    def pause(self) -> None:
        """Hold the frame that is shown."""
        with self._changed:
            self._is_playing = False
            self._changed.notify_all()

    def seek(self, seconds: float) -> None:
        """Go to that second, playing or paused; of many calls in a row the last one counts."""
        with self._changed:
            self._wanted = max(0.0, min(seconds, self._length) if self._length else seconds)
            self._changed.notify_all()

    @property
    def is_looping(self) -> bool:
        """Whether it starts again at its end."""
        return self._is_looping

    def set_looping(self, is_looping: bool) -> None:
        """Whether it starts again at its end."""
        with self._changed:
            self._is_looping = is_looping

    def stop(self) -> None:
        super().stop()
        with self._changed:
            self._changed.notify_all()

    def _work(self) -> None:
        capture = None
        try:
            capture = self._open()
            self._play(capture)
        except UserError as error:
            self._tell_state("lost", error)
        finally:
            if capture is not None:
                capture.release()

    def _open(self) -> cv2.VideoCapture:
        # FFmpeg by name: OpenCV would otherwise take a per cent sign in the name for a sequence of pictures.
        capture = cv2.VideoCapture(str(self._path), cv2.CAP_FFMPEG)
        if not capture.isOpened():
            raise self._refusal()
        width, height = capture.get(cv2.CAP_PROP_FRAME_WIDTH), capture.get(cv2.CAP_PROP_FRAME_HEIGHT)
        if not 0 <= width * height <= MOST_PIXELS / 2:
            capture.release()
            raise UserError(
                mark("“{name}” is a video of {width} × {height} pixels, which is too large. Convert it first."),
                name=self.title, width=round(width), height=round(height),
            )  # fmt: skip
        rate, count = capture.get(cv2.CAP_PROP_FPS), capture.get(cv2.CAP_PROP_FRAME_COUNT)
        self._rate = rate if math.isfinite(rate) and _RATES[0] <= rate <= _RATES[1] else _USUAL_RATE
        is_length_told = math.isfinite(count) and 0 < count < 1e8
        if not self._has_frames:
            self._length = count / self._rate if is_length_told else 0.0
        return capture

    def _play(self, capture: cv2.VideoCapture) -> None:
        due = time.monotonic()
        while not self._stopping.is_set():
            with self._changed:
                wanted, self._wanted = self._wanted, None
                if wanted is None and not self._is_playing:
                    self._tell_state("ended" if self._is_at_end else "paused")
                    self._changed.wait_for(self._is_something_asked)
                    due = time.monotonic()
                    continue
            image = self._frame_at(capture, wanted) if wanted is not None else self._next_frame(capture)
            if image is None:
                continue
            self._publish(image)
            self._tell_state("playing" if self._is_playing else "paused")
            due = max(due + 1 / self._rate, time.monotonic() - _MOST_LATE)
            with self._changed:
                self._changed.wait_for(self._is_interrupted, timeout=max(0.0, due - time.monotonic()))

    def _next_frame(self, capture: cv2.VideoCapture) -> np.ndarray | None:
        image = self._read(capture)
        if image is not None:
            return image
        if not self._has_frames:
            raise self._refusal()
        # The end, wherever the file said that it would be.
        self._length = self._position + 1 / self._rate
        if self._is_looping:
            return self._from_start(capture)
        with self._changed:
            self._is_at_end = True
            self._is_playing = self._wanted is not None
        return None

    def _frame_at(self, capture: cv2.VideoCapture, seconds: float) -> np.ndarray | None:
        self._is_at_end = False
        if seconds <= 0 and not self._has_frames:
            return self._next_frame(capture)
        image = self._jump(capture, seconds)
        if image is not None:
            return image
        if seconds > 0:
            return self._last_frame(capture, seconds)
        return self._from_start(capture)

    def _last_frame(self, capture: cv2.VideoCapture, seconds: float) -> np.ndarray | None:
        """The last frame there is, for a place beyond the true end; found by halving, then by reading on."""
        low, high = 0.0, seconds
        while high - low > 0.5:
            middle = (low + high) / 2
            if self._jump(capture, middle) is None:
                high = middle
            else:
                low = middle
            if self._stopping.is_set():
                return None
        image = self._from_start(capture) if low == 0 else None
        following = self._jump(capture, low)
        while following is not None and not self._stopping.is_set():
            image = following
            following = self._read(capture)
        self._length = self._position + 1 / self._rate
        return image

    def _from_start(self, capture: cv2.VideoCapture) -> np.ndarray:
        """The first frame. A stream without an index cannot be rewound, so it is opened again."""
        image = self._jump(capture, 0)
        if image is None:
            capture.open(str(self._path), cv2.CAP_FFMPEG)
            image = self._read(capture)
        if image is None:
            raise self._refusal()
        return image

    def _jump(self, capture: cv2.VideoCapture, seconds: float) -> np.ndarray | None:
        capture.set(cv2.CAP_PROP_POS_MSEC, seconds * 1000)
        self._position = seconds - 1 / self._rate
        return self._read(capture)

    def _read(self, capture: cv2.VideoCapture) -> np.ndarray | None:
        try:
            is_read, image = capture.read()
        except cv2.error:
            return None
        if not is_read or image is None or image.size == 0:
            return None
        place = capture.get(cv2.CAP_PROP_POS_MSEC) / 1000
        # Raw streams carry no times and always say 0: then frames are counted.
        self._position = place if math.isfinite(place) and place > 0 else max(0.0, self._position + 1 / self._rate)
        self._length = max(self._length, self._position)
        self._has_frames = True
        return rgb(image)

    def _refusal(self) -> UserError:
        return UserError(
            mark("“{name}” is no video that can be played here, or it is damaged. Try to convert it to MP4 (H.264)."),
            name=self.title,
        )  # fmt: skip

    def _is_something_asked(self) -> bool:
        return self._is_playing or self._wanted is not None or self._stopping.is_set()

    def _is_interrupted(self) -> bool:
        return not self._is_playing or self._wanted is not None or self._stopping.is_set()

    def _tell_state(self, state: State, sentence: UserError | None = None) -> None:
        """Tell a change of state at once, and how far it is a few times a second."""
        status = SourceStatus(state, sentence, self._rate, max(0.0, self._position), self._length)
        is_due = time.monotonic() - self._told_at > _TELL_EVERY
        if is_due or (state, sentence) != (self._status.state, self._status.sentence) or state != "playing":
            self._told_at = time.monotonic()
            self._tell(status)
        else:
            self._status = status


def rgb(image: np.ndarray) -> np.ndarray:
    """What OpenCV captured, as (H, W) gray or (H, W, 3) RGB."""
    if image.ndim == 2:
        return image
    if image.shape[2] == 1:
        return image[:, :, 0]
    return np.asarray(cv2.cvtColor(image, cv2.COLOR_BGRA2RGB if image.shape[2] == 4 else cv2.COLOR_BGR2RGB))
