"""Kernels that find edges by their slope: they sum to 0, so that flat areas vanish.

All but the bar and Roberts share one sign: positive where it gets brighter to the right or downward.
"""

from __future__ import annotations

import numpy as np

from engine.imaging.cards import KernelCard
from engine.imaging.kernel_families.common import (
    FALLING,
    HORIZONTAL,
    PER_PIXEL,
    RISING,
    VERTICAL,
    Array,
    angle,
    binomial,
    compass,
    direction,
    odd_size,
    offsets,
    per_pixel_slope,
    zero_sum,
)
from engine.imaging.types import Weights
from engine.parameters import Option
from engine.text import mark


def bar(*, size: int, direction: str) -> Weights:
    """Left half 1, middle column 0, right half −1; for horizontal edges the same turned: top 1, bottom −1."""
    x, y = offsets(size)
    return -np.sign(x if direction == "vertical" else y).astype(np.float32)


def prewitt(*, size: int, direction: str, per_pixel: bool) -> Weights:
    """A ramp across the edge, the same in every row; along a diagonal it is cut off at the ramp's ends."""
    x, y = offsets(size)
    along = {"vertical": x, "horizontal": y, "rising": x + y, "falling": x - y}[direction]
    return _finish(np.clip(along, -(size // 2), size // 2), per_pixel)


def sobel(*, size: int, direction: str, per_pixel: bool) -> Weights:
    """The 3 × 3 kernel; larger ones are it, smoothed by a binomial (Pascal's triangle), as in OpenCV."""
    return _finish(_sobel(size, direction), per_pixel)


def oriented(*, size: int, angle: float, per_pixel: bool) -> Weights:
    """cos(angle) · Sobel for vertical edges + sin(angle) · Sobel for horizontal edges.

    The slope along any direction is that mixture of the slopes along x and y, so two kernels make all of them.
    """
    across, down = compass(angle)
    return _finish(across * _sobel(size, "vertical") + down * _sobel(size, "horizontal"), per_pixel)


def scharr(*, direction: str, per_pixel: bool) -> Weights:
    """3, 10, 3 along the edge; the diagonal kernels turn the ring of eight numbers by one place."""
    return _finish(_gradient(direction, corner=3, side=10), per_pixel)


def roberts(*, direction: str) -> Weights:
    """The two diagonal differences of a 2 × 2 window."""
    return np.array([[1, 0], [0, -1]] if direction == "rising" else [[0, 1], [-1, 0]], np.float32)


def _gradient(direction: str, *, corner: int, side: int) -> Array:
    upright = np.array([[-corner, 0, corner], [-side, 0, side], [-corner, 0, corner]], np.float64)
    diagonal = np.array([[-side, -corner, 0], [-corner, 0, corner], [0, corner, side]], np.float64)
    kernels = {"vertical": upright, "horizontal": upright.T, "rising": diagonal, "falling": diagonal[::-1]}
    return kernels[direction]


def _sobel(size: int, direction: str) -> Array:
    small = _gradient(direction, corner=1, side=2)
    smooth = np.outer(binomial(size - 2), binomial(size - 2))
    weights = np.zeros((size, size))
    for (row, column), weight in np.ndenumerate(small):
        weights[row : row + size - 2, column : column + size - 2] += weight * smooth
    return weights


def _finish(weights: Array, per_pixel: bool) -> Weights:
    return zero_sum(per_pixel_slope(weights) if per_pixel else weights)


CARDS = {
    "bar": KernelCard(
        name=mark("Bar 1 0 −1"),
        family="edge",
        parameters={
            "size": odd_size(minimum=3),
            "direction": direction(
                Option("vertical", mark("Vertical edges"), mark("Positive where it is bright left and dark right.")),
                Option(
                    "horizontal", mark("Horizontal edges"), mark("Positive where it is bright above and dark below.")
                ),
            ),
        },
        build=bar,
        what_it_does=mark("Adds one side of the window and takes away the other: bright left, dark right."),
        strengths=mark("Every product can be done in the head. It is the first kernel of most courses."),
        weaknesses=mark("All rows count alike, so edges come out a little blurred."),
        when_to_use=mark("To explain what a convolution does. For real work Sobel or Scharr are better."),
    ),
    "sobel": KernelCard(
        name=mark("Sobel"),
        family="edge",
        parameters={
            "size": odd_size(minimum=3),
            "direction": direction(VERTICAL, HORIZONTAL, RISING, FALLING),
            "per_pixel": PER_PIXEL,
        },
        build=sobel,
        what_it_does=mark("The difference across an edge, smoothed a little along it."),
        strengths=mark("Fast and good enough nearly everywhere, in real time too."),
        weaknesses=mark("Sensitive to noise, and its angles are off by a degree or two."),
        when_to_use=mark("As the general choice for edges. Smooth first when the picture is noisy."),
    ),
    "scharr": KernelCard(
        name=mark("Scharr"),
        family="edge",
        parameters={"direction": direction(VERTICAL, HORIZONTAL, RISING, FALLING), "per_pixel": PER_PIXEL},
        build=scharr,
        what_it_does=mark("Sobel with weights tuned so that the slope comes out alike in every direction."),
        strengths=mark("More accurate gradients and angles than Sobel at the same cost."),
        weaknesses=mark("One size only, and just as sensitive to noise."),
        when_to_use=mark("When the direction of an edge matters, not only its place."),
    ),
    "prewitt": KernelCard(
        name=mark("Prewitt"),
        family="edge",
        parameters={
            "size": odd_size(minimum=3),
            "direction": direction(VERTICAL, HORIZONTAL, RISING, FALLING),
            "per_pixel": PER_PIXEL,
        },
        build=prewitt,
        what_it_does=mark("The slope of a plane laid through the window; all rows count alike."),
        strengths=mark("The simplest gradient, easy to work out by hand."),
        weaknesses=mark("Blurs edges a little more than Sobel and is less even in direction."),
        when_to_use=mark("To compare with Sobel, or where simple numbers matter."),
    ),
    "roberts": KernelCard(
        name=mark("Roberts cross"),
        family="edge",
        parameters={
            "direction": direction(
                Option("rising", mark("Rising diagonal edges ╱"), mark("Positive where it is brighter upper left.")),
                Option("falling", mark("Falling diagonal edges ╲"), mark("Positive where it is brighter upper right.")),
            )
        },
        build=roberts,
        what_it_does=mark("The difference of two pixels that touch at a corner."),
        strengths=mark("The smallest edge kernel there is; very fast and very sharp."),
        weaknesses=mark(
            "Four pixels average no noise away, so it is the least accurate. Its centre lies between pixels."
        ),
        when_to_use=mark("For diagonals in clean pictures, and to see what an even size does to “same”."),
    ),
    "oriented": KernelCard(
        name=mark("Oriented edge"),
        family="edge",
        parameters={
            "size": odd_size(minimum=3),
            "angle": angle(mark("Where it gets brighter: 0° right (vertical edges), 90° down (horizontal edges).")),
            "per_pixel": PER_PIXEL,
        },
        build=oriented,
        what_it_does=mark("A Sobel turned to any angle, mixed from the vertical and the horizontal one."),
        strengths=mark("Two kernels are enough for every direction; at 0° and 90° it is Sobel itself."),
        weaknesses=mark("It answers to neighbouring angles as well, only more weakly."),
        when_to_use=mark("For edges at 45°, 70°, 73° …, and as the target when a kernel is to be learned."),
    ),
}
