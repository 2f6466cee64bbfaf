"""Fitting a picture to the size a network expects, visibly: the window shows the same pixels that the network gets.

No Keras here: the window uses it to draw what the network sees and to mark, on the user's own picture, where that lies.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.imaging.checks import as_picture
from engine.imaging.colour import scale_to, split_alpha, to_gray
from engine.imaging.types import Image
from engine.opencv import cv2
from engine.parameters import Choice, Option
from engine.text import mark

FIT = Choice(
    title=mark("Fit"),
    help=mark("How your picture is brought to the size that the network expects."),
    default="crop",
    options=(
        Option(
            "crop", mark("Crop"), mark("The largest piece from the middle that has the right shape; no distortion.")
        ),
        Option("resize", mark("Stretch"), mark("The whole picture, stretched to the right shape.")),
        Option("pad", mark("Pad"), mark("The whole picture without distortion, with black bars beside it.")),
    ),
)
VALUES = Choice(
    title=mark("Values"),
    help=mark("Which numbers the network was trained on; the wrong ones give wrong answers."),
    default="unit",
    options=(
        Option("unit", mark("0 … 1"), mark("Every value divided by 255.")),
        Option("signed", mark("−1 … 1"), mark("Every value divided by 127.5, minus 1.")),
        Option("caffe", mark("Blue first, mean taken off"), mark("As VGG and the first ResNets were trained.")),
        Option("torch", mark("Mean and spread of ImageNet"), mark("0 … 1, then each channel by its mean and spread.")),
        Option("raw", mark("0 … 255"), mark("The values as they are, for networks that scale by themselves.")),
    ),
)


@dataclass(frozen=True, kw_only=True)
class Placement:
    """Where the network's picture lies on the user's: edge `r` of its rows lies at `top + r · row_step`, and so on.

    >>> Placement(top=0.0, left=280.0, row_step=2.0, column_step=2.0).box(1, 2, 3, 4)
    (2.0, 284.0, 6.0, 8.0)
    """

    top: float
    left: float
    row_step: float
    column_step: float

    def box(self, row: int, column: int, height: int, width: int) -> tuple[float, float, float, float]:
        """A rectangle of the network's picture on the user's: row, column, height, width; may lie outside it."""
        return (
            self.top + row * self.row_step,
            self.left + column * self.column_step,
            height * self.row_step,
            width * self.column_step,
        )

    def point(self, row: float, column: float) -> tuple[float, float]:
        """A point of the user's picture (in pixels from its corner) on the network's."""
        return (row - self.top) / self.row_step, (column - self.left) / self.column_step


@dataclass(frozen=True, eq=False)
class Fitted:
    """What the network gets: `pixels` (H, W, channels) uint8, and where they come from."""

    pixels: NDArray[np.uint8]
    placement: Placement


def fit(image: Image, *, size: tuple[int, int], channels: int = 3, method: str = FIT.default) -> Fitted:
    """Bring a gray or colour picture to `size` (height, width). Output shape: (height, width, channels).

    One channel is gray, three are red, green and blue. A network that takes more, as a block out of the middle of
    another does, gets the colours again and again.

    >>> fit(np.zeros((90, 160, 3), np.uint8), size=(32, 32)).placement
    Placement(top=0.0, left=35.0, row_step=2.8125, column_step=2.8125)
    """
    method = FIT.check(method)
    picture = _in_channels(image, is_gray=channels == 1)
    height, width = picture.shape[:2]
    if method == "resize":
        pixels = _resized(picture, size)
        placement = Placement(top=0.0, left=0.0, row_step=height / size[0], column_step=width / size[1])
    elif method == "crop":
        step = min(height / size[0], width / size[1])
        rows, columns = max(1, round(size[0] * step)), max(1, round(size[1] * step))
        top, left = (height - rows) // 2, (width - columns) // 2
        pixels = _resized(picture[top : top + rows, left : left + columns], size)
        placement = Placement(
            top=float(top), left=float(left), row_step=rows / size[0], column_step=columns / size[1]
        )  # fmt: skip
    else:
        step = max(height / size[0], width / size[1])
        rows, columns = max(1, min(size[0], round(height / step))), max(1, min(size[1], round(width / step)))
        top, left = (size[0] - rows) // 2, (size[1] - columns) // 2
        pixels = np.zeros((*size, picture.shape[2]), np.uint8)
        pixels[top : top + rows, left : left + columns] = _resized(picture, (rows, columns))
        row_step, column_step = height / rows, width / columns
        placement = Placement(
            top=-top * row_step, left=-left * column_step, row_step=row_step, column_step=column_step
        )  # fmt: skip
    if pixels.shape[2] != channels:
        pixels = np.ascontiguousarray(pixels[..., np.arange(channels) % 3])
    return Fitted(pixels, placement)


def _in_channels(image: Image, *, is_gray: bool) -> Image:
    picture = as_picture(image)
    if picture.dtype != np.uint8:
        picture = scale_to(picture, np.uint8)
    if picture.ndim == 3 and picture.shape[2] in (2, 4):
        picture, _ = split_alpha(picture)
    if is_gray:
        return to_gray(picture)[..., None]
    if picture.ndim == 2 or picture.shape[2] == 1:
        picture = np.repeat(picture.reshape(*picture.shape[:2], 1), 3, axis=2)
    return picture


def _resized(picture: Image, size: tuple[int, int]) -> Image:
    if picture.shape[:2] == size:
        return picture
    shrinks = picture.shape[0] >= size[0] and picture.shape[1] >= size[1]
    way = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    made: Image = cv2.resize(picture, (size[1], size[0]), interpolation=way)
    return made.reshape(*size, -1)
