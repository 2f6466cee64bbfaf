"""The built-in moving pictures, which play the camera where there is none."""

from __future__ import annotations

import math
import time

import numpy as np

from engine.errors import UserError
from engine.opencv import cv2
from engine.sources.samples import MOVING, sample_image, sample_names, sample_title
from engine.sources.source import OnFrame, OnStatus, Source, SourceStatus
from engine.sources.specs import MovingSampleSpec
from engine.text import mark

WIDTH, HEIGHT = 1280, 720
_MARGIN = 1.35


class MovingScene:
    """A scene that can be drawn for any second; drawing one picture takes 1 to 2 ms.

    >>> MovingScene("shapes").draw(0.5).shape
    (720, 1280, 3)
    """

    def __init__(self, name: str) -> None:
        if name not in sample_names(MOVING):
            raise UserError(
                mark("There is no moving sample called “{name}”. Choose one from the list of samples."), name=name[:80]
            )
        self._ground = _photograph() if name == "pan" else _plain()

    def draw(self, second: float) -> np.ndarray:
        """The scene as it is at that second, as a new (720, 1280, 3) uint8 picture."""
        image = self._pan(second)
        self._draw_disc(image, second)
        self._draw_bar(image, second)
        return image

    def _pan(self, second: float) -> np.ndarray:
        room_down, room_right = self._ground.shape[0] - HEIGHT, self._ground.shape[1] - WIDTH
        zoom = 0.5 + 0.5 * math.sin(second * 0.5)
        height, width = HEIGHT + round(room_down * zoom * 0.6), WIDTH + round(room_right * zoom * 0.6)
        top = round((self._ground.shape[0] - height) * (0.5 + 0.5 * math.sin(second * 0.43)))
        left = round((self._ground.shape[1] - width) * (0.5 + 0.5 * math.cos(second * 0.31)))
        part = self._ground[top : top + height, left : left + width]
        return np.asarray(cv2.resize(part, (WIDTH, HEIGHT), interpolation=cv2.INTER_LINEAR))

    def _draw_disc(self, image: np.ndarray, second: float) -> None:
        centre = (
            round(WIDTH * (0.5 + 0.38 * math.sin(second * 1.1))),
            round(HEIGHT * (0.5 + 0.33 * math.sin(second * 1.7 + 1))),
        )
        cv2.circle(image, centre, 70, (230, 159, 0), thickness=-1, lineType=cv2.LINE_AA)
        cv2.circle(image, centre, 34, (20, 23, 28), thickness=-1, lineType=cv2.LINE_AA)

    def _draw_bar(self, image: np.ndarray, second: float) -> None:
        turn = second * 0.9
        along, across = np.array([math.cos(turn), math.sin(turn)]), np.array([-math.sin(turn), math.cos(turn)])
        corners = np.array([along * a * 150 + across * b * 16 for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))])
        corners += (WIDTH * 0.78, HEIGHT * 0.3)
        cv2.fillConvexPoly(image, np.rint(corners).astype(np.int32), (0, 114, 178), lineType=cv2.LINE_AA)


class MovingSampleSource(Source):
    """A moving sample, as live as a camera. Its rate can be chosen, which makes it the camera of the benchmarks too."""

    is_live = True

    def __init__(self, spec: MovingSampleSpec, *, on_frame: OnFrame, on_status: OnStatus) -> None:
        super().__init__(spec, title=sample_title(spec.name), on_frame=on_frame, on_status=on_status)
        self._rate = spec.frames_per_second
        self._scene = MovingScene(spec.name)
        self._start(self._play, "drawing")

    def _play(self) -> None:
        self._tell(SourceStatus("playing", frames_per_second=self._rate))
        start = time.monotonic()
        count = 0
        while not self._stopping.is_set():
            self._publish(self._scene.draw(count / self._rate))
            # Where drawing cannot keep up, frames are left out: the scene stays on time and nothing piles up.
            count = max(count + 1, math.floor((time.monotonic() - start) * self._rate))
            self._stopping.wait(start + count / self._rate - time.monotonic())


def _photograph() -> np.ndarray:
    names = sample_names("photographs")
    image = sample_image("rocket" if "rocket" in names else "chessboard")
    image = image if image.ndim == 3 else cv2.cvtColor(image, cv2.COLOR_GRAY2RGB)
    scale = max(WIDTH * _MARGIN / image.shape[1], HEIGHT * _MARGIN / image.shape[0])
    size = (math.ceil(image.shape[1] * scale), math.ceil(image.shape[0] * scale))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_CUBIC))


def _plain() -> np.ndarray:
    height, width = round(HEIGHT * _MARGIN), round(WIDTH * _MARGIN)
    vertical, horizontal = np.indices((height, width), dtype=np.float32)
    shade = 90 + 50 * np.sin(horizontal / 90) * np.cos(vertical / 70)
    return np.repeat(shade.astype(np.uint8)[:, :, None], 3, axis=2)
