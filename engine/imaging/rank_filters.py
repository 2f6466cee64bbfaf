"""The non-linear neighbours of the smoothing kernels: median and bilateral. They have no kernel."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from engine.imaging.cards import LARGEST_SIZE, Card
from engine.imaging.checks import as_picture, to_float32
from engine.imaging.colour import peak_of
from engine.imaging.types import Image
from engine.opencv import cv2
from engine.parameters import Real, Whole
from engine.text import mark

MEDIAN_SIZE = Whole(
    title=mark("Size"), help=mark("Side of the window; odd, so that it has a centre."), unit="px",
    default=3, minimum=1, maximum=LARGEST_SIZE, step=2,
)  # fmt: skip
DIAMETER = Whole(
    title=mark("Diameter"), help=mark("Width of the round window; odd, so that it has a centre."), unit="px",
    default=9, minimum=1, maximum=LARGEST_SIZE, step=2,
)  # fmt: skip
SIGMA_COLOUR = Real(
    title=mark("Sigma of colour"), help=mark("How different a neighbour may be and still count, in levels of 0–255."),
    default=50.0, minimum=1.0, maximum=255.0, step=1.0, decimals=1,
)  # fmt: skip
SIGMA_SPACE = Real(
    title=mark("Sigma of space"), help=mark("How far away a neighbour may be and still count."), unit="px",
    default=5.0, minimum=0.5, maximum=31.0, step=0.5, decimals=1,
)  # fmt: skip

CARDS = {
    "median": Card(
        name=mark("Median"),
        family="rank",
        is_linear=False,
        parameters={"size": MEDIAN_SIZE},
        what_it_does=mark(
            "Sorts the values of the window and takes the middle one. It is not linear and has no kernel."
        ),
        strengths=mark(
            "Removes salt-and-pepper noise entirely where a mean only smears it. Straight edges stay sharp."
        ),
        weaknesses=mark("Rounds corners and swallows thin lines; large windows look painted."),
        when_to_use=mark("Whenever single pixels are wildly wrong."),
    ),
    "bilateral": Card(
        name=mark("Bilateral"),
        family="rank",
        is_linear=False,
        parameters={"diameter": DIAMETER, "sigma_colour": SIGMA_COLOUR, "sigma_space": SIGMA_SPACE},
        what_it_does=mark("A Gaussian in which only neighbours of similar colour count. It has no kernel of its own."),
        strengths=mark("Smooths areas and leaves edges sharp."),
        weaknesses=mark("Slow, and it takes salt-and-pepper pixels for detail worth keeping."),
        when_to_use=mark("For fine noise in photographs whose edges matter, or for a cartoon look."),
    ),
}


def median(image: Image, *, size: int = MEDIAN_SIZE.default) -> Image:
    """The middle value of every window, each channel by itself; the border repeats the edge pixel.

    Output shape and kind of number: as the input (float64 becomes float32). NaN counts as larger than every number.

    >>> median(np.array([[1, 1, 1], [1, 99, 1], [1, 1, 1]], np.uint8), size=3)[1, 1].item()
    1
    """
    size = MEDIAN_SIZE.check(size)
    picture = _prepared(image)
    if picture.dtype.kind == "f" and np.isnan(picture).any():
        picture = np.where(np.isnan(picture), np.float32(np.inf), picture)
    if size == 1:
        return picture.copy()
    if picture.dtype == np.uint8 or size <= 5:
        return _by_channels(picture, lambda part: cv2.medianBlur(part, size), at_once=(1, 3, 4))
    return _by_channels(picture, lambda part: _median_of_many_levels(part, size), at_once=(1,))


def bilateral(
    image: Image,
    *,
    diameter: int = DIAMETER.default,
    sigma_colour: float = SIGMA_COLOUR.default,
    sigma_space: float = SIGMA_SPACE.default,
    peak: float | None = None,
) -> Image:
    """Each value becomes a mean of its round window, weighted by nearness in space and in colour.

    `sigma_colour` is given in levels of 0–255 and stretched to the picture's range (`peak` for floats). RGB is compared
    as a colour, other channels each by themselves; the border mirrors. Output shape and kind of number: as the input
    (float64 becomes float32). NaN counts as 0 and infinity as the largest finite value.
    """
    diameter = DIAMETER.check(diameter)
    picture = _prepared(image)
    if diameter == 1:
        return picture.copy()
    full = peak_of(picture) if peak is None or picture.dtype.kind != "f" else peak
    colour, space = SIGMA_COLOUR.check(sigma_colour) * full / 255, SIGMA_SPACE.check(sigma_space)
    values = picture if picture.dtype == np.uint8 else to_float32(picture)
    if values.dtype.kind == "f" and not cv2.checkRange(values)[0]:
        # OpenCV builds a table over the range of the values, which must therefore be finite.
        low, high = finite_range(values)
        values = np.nan_to_num(values, nan=0.0, posinf=high, neginf=low)
    result = _by_channels(values, lambda part: cv2.bilateralFilter(part, diameter, colour, space), at_once=(1, 3))
    return result if result.dtype == picture.dtype else np.rint(result).astype(picture.dtype)


def finite_range(values: Image) -> tuple[float, float]:
    """The least and the largest of the values that are finite; what the bilateral filter takes for infinity.

    >>> finite_range(np.array([np.nan, 3, np.inf, -2]))
    (-2.0, 3.0)
    """
    finite = values[np.isfinite(values)]
    return (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)


def _prepared(image: Image) -> Image:
    picture = as_picture(image)
    return picture if picture.dtype in (np.uint8, np.uint16) else to_float32(picture)


def _by_channels(picture: Image, work: Callable[[Image], Image], *, at_once: tuple[int, ...]) -> Image:
    if picture.ndim == 2 or picture.shape[2] in at_once:
        return work(picture).reshape(picture.shape)
    channels = [work(np.ascontiguousarray(picture[..., index])) for index in range(picture.shape[2])]
    return np.stack(channels, axis=-1)


def _median_of_many_levels(picture: Image, size: int) -> Image:
    """Windows beyond 5 × 5, which OpenCV sorts for 8 bits only.

    The median only asks which value is larger, so a picture of at most 256 different values is ranked into 8 bits and
    back. What is left costs time: at 480 × 640 about 0.2 s for 7 × 7 and 3 s for 31 × 31.
    """
    levels, ranks = np.unique(picture, return_inverse=True)
    if len(levels) <= 256:
        ranked = ranks.reshape(picture.shape).astype(np.uint8)
        ordered: Image = levels[cv2.medianBlur(ranked, size)]
        return ordered
    from scipy.ndimage import median_filter

    result: Image = median_filter(picture, size, mode="nearest")
    return result
