"""One picture out of a source, and the two things everything downstream does with it."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import numpy as np

from engine.opencv import cv2

DISPLAY_PIXELS = 2_000_000
"""What is enough to look at: a picture larger than this is worked on at a reduced size first."""


@dataclass(frozen=True, eq=False)
class Frame:
    """One picture of a source: (H, W) or (H, W, 3) RGB, as uint8, uint16 or float32, and read-only.

    `number` grows by one with each new frame of its source, `captured_at` is on the clock of `time.monotonic()`,
    `title` is what to call it on screen, `note` tells what was done to it on the way ("alpha laid over white").
    """

    image: np.ndarray
    number: int = 1
    captured_at: float = field(default_factory=time.monotonic)
    title: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        self.image.flags.writeable = False


def reduced(image: np.ndarray, *, pixels: int = DISPLAY_PIXELS, least: int = 1) -> tuple[np.ndarray, int]:
    """The picture at the largest size 1/n, n being at least `least`, that has at most `pixels` pixels, and that n.

    Output shape: (⌈H / n⌉, ⌈W / n⌉[, C]); with n = 1 it is the picture itself.

    >>> reduced(np.zeros((3000, 2000, 3), np.uint8))[0].shape
    (1500, 1000, 3)
    """
    height, width = image.shape[:2]
    factor = least
    while -(-height // factor) * -(-width // factor) > pixels:
        factor += 1
    if factor == 1:
        return image, 1
    small = cv2.resize(image, (-(-width // factor), -(-height // factor)), interpolation=cv2.INTER_AREA)
    return small, factor
