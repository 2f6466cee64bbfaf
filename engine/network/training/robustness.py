"""Pictures changed more and more, to see how long a network still knows them. No Keras here."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.opencv import cv2
from engine.text import mark

Kind = Literal["noise", "rotation", "shift"]
Pictures = NDArray[np.uint8]
UNITS = {"noise": mark("gray levels"), "rotation": "°", "shift": "px"}


def amounts(kind: Kind, side: int) -> tuple[float, ...]:
    """How much is tried, from nothing on; shifts go up to a third of the side.

    >>> amounts("shift", 32)
    (0.0, 1.0, 2.0, 4.0, 6.0, 8.0, 11.0)
    """
    if kind == "noise":
        return (0.0, 8.0, 16.0, 32.0, 48.0, 64.0, 96.0)
    if kind == "rotation":
        return (0.0, 5.0, 10.0, 15.0, 30.0, 45.0, 60.0, 90.0)
    shares = (0.0, 1 / 32, 1 / 16, 1 / 8, 3 / 16, 1 / 4, 1 / 3)
    return tuple(dict.fromkeys(float(round(share * side)) for share in shares))


def changed(pictures: Pictures, kind: Kind, amount: float, *, seed: int = 0) -> Pictures:
    """Pictures (n, H, W, C) with noise of that spread, turned, or shifted to a random side; the same for a seed."""
    if amount == 0:
        return pictures
    generator = np.random.Generator(np.random.PCG64(seed))
    if kind == "noise":
        noisy = pictures + generator.normal(0.0, amount, pictures.shape).astype(np.float32)
        return np.clip(np.rint(noisy), 0, 255).astype(np.uint8)
    height, width = pictures.shape[1:3]
    made = np.empty_like(pictures)
    for number, picture in enumerate(pictures):
        if kind == "rotation":
            side = 1 if generator.random() < 0.5 else -1
            matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), side * amount, 1.0)
        else:
            angle = generator.random() * 2 * np.pi
            matrix = np.array([[1, 0, amount * np.cos(angle)], [0, 1, amount * np.sin(angle)]])
        turned = cv2.warpAffine(
            picture, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )  # fmt: skip
        made[number] = turned.reshape(picture.shape)
    return made
