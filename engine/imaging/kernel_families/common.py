"""What the kernel families share: declarations of their settings, and making a kernel sum to exactly zero."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from engine.imaging.cards import LARGEST_SIZE
from engine.imaging.types import Weights
from engine.opencv import cv2
from engine.parameters import Choice, Flag, Option, Real, Whole
from engine.text import mark

Array = NDArray[np.float64]

VERTICAL = Option(
    "vertical", mark("Vertical edges"), mark("Positive where it gets brighter to the right, as at the edge │.")
)
HORIZONTAL = Option("horizontal", mark("Horizontal edges"), mark("Positive where it gets brighter downward."))
RISING = Option(
    "rising", mark("Rising diagonal edges ╱"), mark("Positive where it gets brighter towards the lower right corner.")
)
FALLING = Option(
    "falling", mark("Falling diagonal edges ╲"), mark("Positive where it gets brighter towards the upper right corner.")
)


def odd_size(default: int = 3, minimum: int = 1) -> Whole:
    """The side of a kernel that needs a centre."""
    return Whole(
        title=mark("Size"), help=mark("Side of the kernel; odd, so that it has a centre."), unit="px",
        default=default, minimum=minimum, maximum=LARGEST_SIZE, step=2,
    )  # fmt: skip


def any_size(default: int = 3) -> Whole:
    """The side of a kernel that may be even too."""
    return Whole(
        title=mark("Size"), help=mark("Side of the kernel; with an even one, “same” pads one side more."), unit="px",
        default=default, minimum=1, maximum=LARGEST_SIZE,
    )  # fmt: skip


def sigma(default: float = 0.0) -> Real:
    """The spread of a bell curve; 0 takes it from the size."""
    return Real(
        title=mark("Sigma"), help=mark("Spread of the bell curve; 0 takes it from the size."), unit="px",
        default=default, minimum=0.0, maximum=15.0,
    )  # fmt: skip


def angle(help_text: str) -> Real:
    """An angle as seen on the screen: 0° points right, 90° down."""
    return Real(
        title=mark("Angle"), help=help_text, unit="°",
        default=0.0, minimum=-360.0, maximum=360.0, step=1.0, decimals=1,
    )  # fmt: skip


def amount(help_text: str, *, maximum: float = 5.0) -> Real:
    """How strongly a filter works."""
    return Real(title=mark("Amount"), help=help_text, default=1.0, minimum=0.0, maximum=maximum)


def direction(*options: Option) -> Choice:
    """Which edges are found."""
    return Choice(title=mark("Finds"), help=mark("Which edges stand out."), default=options[0].value, options=options)


NEIGHBOURS = Choice(
    title=mark("Neighbours"),
    help=mark("Whether the corners count as neighbours."),
    default="4",
    options=(
        Option("4", mark("4 neighbours"), mark("Above, below, left and right.")),
        Option("8", mark("8 neighbours"), mark("The corners too, so diagonals count as well.")),
    ),
)
PER_PIXEL = Flag(
    title=mark("Per pixel"),
    help=mark("Divide so that a ramp that brightens by 1 from pixel to pixel gives 1; keeps large kernels comparable."),
    default=False,
)


def offsets(size: int) -> tuple[Array, Array]:
    """The places of a kernel's cells, x to the right and y downward, counted from its middle."""
    place = np.arange(size) - (size - 1) / 2
    x, y = np.meshgrid(place, place)
    return x, y


def bell(size: int, spread: float) -> Array:
    """A one-dimensional Gaussian that sums to 1; a spread of 0 takes OpenCV's own rule for the size.

    Below 0.1 it is a single 1 anyway, and squares of tiny numbers would become 0.
    """
    weights: Array = cv2.getGaussianKernel(size, max(spread, 0.1) if spread > 0 else -1.0, cv2.CV_64F).ravel()
    return weights


def binomial(size: int) -> Array:
    """One row of Pascal's triangle: [1], [1, 1], [1, 2, 1], …"""
    return np.array([math.comb(size - 1, place) for place in range(size)], np.float64)


def compass(degrees: float) -> tuple[float, float]:
    """Cosine and sine of an angle in degrees, exact at the quarters: 90° must give a kernel without a trace of 0°."""
    quarter = degrees % 360
    if quarter % 90 == 0:
        return ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[int(quarter // 90) % 4]
    return math.cos(math.radians(degrees)), math.sin(math.radians(degrees))


def per_pixel_slope(weights: Array) -> Array:
    """Divide a gradient kernel by what it answers to a ramp of slope 1 in the direction in which it answers most."""
    x, y = offsets(len(weights))
    return weights / math.hypot(float(np.sum(weights * x)), float(np.sum(weights * y)))


def zero_sum(weights: Array) -> Weights:
    """Round to float32 so that the weights sum to exactly 0 and a flat area gives exactly 0.

    Rounding each weight by itself leaves a rest. All weights are therefore rounded to one grid, as fine as the largest
    weight allows, and the rest, which lies on that grid too, is taken from the largest weight. Whole numbers below
    2²⁴ and the symmetry of a kernel without a rest stay as they are.
    """
    peak = float(np.max(np.abs(weights)))
    if peak == 0:
        return weights.astype(np.float32)
    grid = 2.0 ** (math.floor(math.log2(peak)) - 23)
    steps = np.rint(weights / grid)
    rest = steps.sum()
    if rest:
        # The centre where it is the largest, so that a round kernel stays round.
        middle = np.ravel_multi_index((steps.shape[0] // 2, steps.shape[1] // 2), steps.shape)
        sizes = np.abs(steps).ravel()
        steps.flat[middle if sizes[middle] == sizes.max() else int(np.argmax(sizes))] -= rest
    rounded: Weights = (steps * grid).astype(np.float32)
    return rounded
