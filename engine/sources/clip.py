"""Recording of what is seen as a video file."""

from __future__ import annotations

import os
import queue
import secrets
import shutil
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.errors import UserError
from engine.files import SaveError, save_refused
from engine.opencv import cv2
from engine.sources.saving import eight_bits
from engine.text import mark

CODECS = {".mp4": ("avc1", "mp4v"), ".avi": ("MJPG",)}
"""Which encodings are tried for which ending, the best first: not every OpenCV can write H.264."""

_MOST_WAITING = 8
_LONGEST_PAUSE = 10.0
_SMALLEST_SIDE = 16
_LEAST_FREE = 50_000_000


@dataclass(frozen=True)
class ClipReport:
    """What became of a recording: how many frames are in it, how many had to be left out, and why it ended early."""

    frames: int
    dropped: int
    sentence: UserError | None = None


class ClipWriter:
    """Records frames to an .mp4 or .avi file on a thread of its own.

        clip = ClipWriter(path)
        clip.start()                # raises SaveError if nothing can be written there
        clip.append(image)          # from any thread; never waits
        report = clip.close()       # raises SaveError if it did not work; only now is there a file called `path`

    A frame that comes while eight others wait for the encoder is dropped and counted. The file has a fixed rate; frames
    are repeated or merged so that it plays as fast as it was recorded. All frames get the size of the first. A nearly
    full disk ends the recording early; what was recorded until then is kept.
    """

    def __init__(self, path: Path, *, frames_per_second: float = 30.0) -> None:
        self.path = path
        self._rate = frames_per_second
        self._temporary = path.parent / f".recording-{secrets.token_hex(6)}{path.suffix.lower()}"
        self._waiting: queue.Queue[tuple[np.ndarray, float] | None] = queue.Queue(_MOST_WAITING)
        self._thread: threading.Thread | None = None
        self._error: UserError | None = None
        self._ended: UserError | None = None
        self._frames = self._dropped = 0

    @property
    def dropped(self) -> int:
        """How many frames could not be recorded in time."""
        return self._dropped

    @property
    def sentence(self) -> UserError | None:
        """Why recording has ended by itself, such as a full disk; None while all is well."""
        return self._error or self._ended

    def start(self) -> None:
        """Begin recording.

        Raises:
            SaveError: if the ending is unknown or the folder cannot be written to.
        """
        if self.path.suffix.lower() not in CODECS:
            raise SaveError(
                mark("A clip cannot be saved as “{name}”. Its name must end in .mp4 or .avi."), name=self.path.name
            )
        try:
            self._temporary.touch(exist_ok=False)
        except OSError as error:
            raise save_refused(error, self.path) from error
        self._thread = threading.Thread(target=self._work, name="ClipWriter", daemon=True)
        self._thread.start()

    def append(self, image: np.ndarray, *, at: float | None = None) -> None:
        """Give the next frame, (H, W) or (H, W, 3) RGB, seen at the second `at` of `time.monotonic()`."""
        try:
            self._waiting.put_nowait((image, time.monotonic() if at is None else at))
        except queue.Full:
            self._dropped += 1

    def close(self) -> ClipReport:
        """End the recording and give the file its name; a second time only reports again.

        Raises:
            SaveError: if it could not be recorded; a file that was there before is unchanged.
        """
        if self._thread is not None:
            self._waiting.put(None)
            self._thread.join()
            self._thread = None
            try:
                if self._error is None:
                    self._finish()
            finally:
                self._temporary.unlink(missing_ok=True)
        if self._error is not None:
            raise self._error
        return ClipReport(self._frames, self._dropped, self._ended)

    def _finish(self) -> None:
        if not self._frames:
            self._error = SaveError(mark("Nothing was recorded, so there is no clip. Record for a moment longer."))
            return
        if not _can_be_read(self._temporary):
            text = mark("“{name}” could not be read back after recording. Record it once more.")
            self._error = SaveError(text, name=self.path.name)
            return
        try:
            with self._temporary.open("rb+") as file:
                os.fsync(file.fileno())
            os.replace(self._temporary, self.path)
        except OSError as error:
            self._error = save_refused(error, self.path)

    def _work(self) -> None:
        writer: cv2.VideoWriter | None = None
        first_at, written, size = 0.0, 0, (0, 0)
        while (item := self._waiting.get()) is not None:
            if self.sentence is not None:
                continue
            image, at = item
            picture = _even(_colour(image))
            if writer is None:
                size = (picture.shape[1], picture.shape[0])
                writer = self._open(size)
                first_at = at
                if writer is None:
                    continue
            if (picture.shape[1], picture.shape[0]) != size:
                picture = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA))
            # Where the rate of the file puts this frame: it may stand for several, or come too early to count.
            due = min(round((at - first_at) * self._rate) + 1, written + round(_LONGEST_PAUSE * self._rate))
            for _ in range(written, due):
                writer.write(picture)
            written = max(written, due)
            self._frames += 1
            self._check_room()
        if writer is not None:
            writer.release()

    def _open(self, size: tuple[int, int]) -> cv2.VideoWriter | None:
        for codec in CODECS[self.path.suffix.lower()]:
            writer = cv2.VideoWriter(str(self._temporary), cv2.VideoWriter.fourcc(*codec), self._rate, size)
            if writer.isOpened():
                return writer
        text = mark("Clips cannot be saved as {ending} on this computer. Choose another ending: .avi or .mp4.")
        self._error = SaveError(text, ending=self.path.suffix.lower())
        return None

    def _check_room(self) -> None:
        """Stop before the disk is full: OpenCV does not tell when a frame could not be written."""
        try:
            is_short = shutil.disk_usage(self._temporary.parent).free < _LEAST_FREE
        except OSError as error:
            self._error = save_refused(error, self.path)
            return
        if is_short:
            text = mark("The disk is nearly full, so the recording “{name}” was ended early and kept. Free some space.")
            self._ended = SaveError(text, name=self.path.name)


def _colour(image: np.ndarray) -> np.ndarray:
    values = eight_bits(image)
    return np.asarray(cv2.cvtColor(values, cv2.COLOR_GRAY2BGR if values.ndim == 2 else cv2.COLOR_RGB2BGR))


def _even(image: np.ndarray) -> np.ndarray:
    """At least 16 pixels a side and an even number of them, as the encoders want: the edge is repeated."""
    height, width = (max(_SMALLEST_SIDE, side + side % 2) for side in image.shape[:2])
    down, right = height - image.shape[0], width - image.shape[1]
    if not down and not right:
        return image
    return np.asarray(cv2.copyMakeBorder(image, 0, down, 0, right, cv2.BORDER_REPLICATE))


def _can_be_read(path: Path) -> bool:
    capture = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG)
    try:
        return bool(capture.isOpened() and capture.read()[0])
    finally:
        capture.release()
