"""Canny's edges as the chain that they are: every step is kept, so that it can be shown and adjusted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.imaging.cards import Card
from engine.imaging.checks import to_float32
from engine.imaging.colour import peak_of, to_gray
from engine.imaging.kernel_families.common import odd_size, sigma
from engine.imaging.types import FloatImage, Image
from engine.opencv import cv2
from engine.parameters import Option, Real
from engine.text import mark

SIZE = odd_size(5)
SIGMA = sigma()
LOW = Real(
    title=mark("Low threshold"), help=mark("Weaker slopes are dropped, in Sobel's units for a picture of 0–255."),
    default=50.0, minimum=0.0, maximum=1500.0, step=5.0, decimals=1,
)  # fmt: skip
HIGH = Real(
    title=mark("High threshold"), help=mark("Stronger slopes are edges for certain; what lies between must touch one."),
    default=120.0, minimum=0.0, maximum=1500.0, step=5.0, decimals=1,
)  # fmt: skip

CARD = Card(
    name=mark("Canny"),
    family="edge",
    is_linear=False,
    parameters={"size": SIZE, "sigma": SIGMA, "low": LOW, "high": HIGH},
    what_it_does=mark(
        "Four steps in a row: Gaussian, gradient, thinning to ridges, two thresholds. It is not one kernel."
    ),
    strengths=mark("The best edges of all: thin, connected and little disturbed by noise."),
    weaknesses=mark("Costs most, and its thresholds want tuning for every kind of picture."),
    when_to_use=mark("When edges are to be lines: for measuring, for outlines, for finding shapes."),
)

# The arrays of a `CannyChain` in the order in which they arise, with a title and a line on each.
STEPS = (
    Option("smoothed", mark("Smoothed"), mark("A Gaussian takes the noise that would look like edges.")),
    Option("gradient_x", mark("Slope across"), mark("Sobel for vertical edges.")),
    Option("gradient_y", mark("Slope down"), mark("Sobel for horizontal edges.")),
    Option("magnitude", mark("Strength"), mark("√(across² + down²): how steep, in any direction.")),
    Option("direction", mark("Direction"), mark("Where it gets brighter: 0° right, 90° down.")),
    Option(
        "thin", mark("Thinned"), mark("Only the ridge stays: values that beat both neighbours along the direction.")
    ),
    Option("certainty", mark("Two thresholds"), mark("2 certain, 1 possible, 0 dropped.")),
    Option("edges", mark("Edges"), mark("The certain ones, and the possible ones that touch them, however far along.")),
)


@dataclass(frozen=True, eq=False)
class CannyChain:
    """Everything that arises on the way to the edges; all arrays have the shape (H, W)."""

    gray: FloatImage
    smoothed: FloatImage
    gradient_x: FloatImage
    gradient_y: FloatImage
    magnitude: FloatImage
    direction: FloatImage
    thin: FloatImage
    certainty: NDArray[np.uint8]
    edges: NDArray[np.uint8]


def canny_chain(
    image: Image,
    *,
    size: int = SIZE.default,
    sigma: float = SIGMA.default,
    low: float = LOW.default,
    high: float = HIGH.default,
    peak: float | None = None,
) -> CannyChain:
    """Canny's edges of a picture, taken as gray on the scale of 0–255, with every step.

    A Gaussian of side `size` (1: none; `sigma` 0 takes the spread from the size), Sobel 3 × 3, thinning, `low` and
    `high` threshold in either order. The edges are 255 on 0. On the same smoothed picture they are those of OpenCV's
    Canny with its exact (L2) strength. NaN and infinity count as 0.
    """
    low, high = sorted((LOW.check(low), HIGH.check(high)))
    size, spread = SIZE.check(size), SIGMA.check(sigma)
    gray = to_gray(image)
    full = peak_of(gray) if peak is None or gray.dtype.kind != "f" else peak
    values = to_float32(gray)
    if full != 255:
        values = values * np.float32(255 / full)
    if not cv2.checkRange(values)[0]:
        values = np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0)
    smoothed: FloatImage = cv2.GaussianBlur(values, (size, size), spread) if size > 1 else values
    across: FloatImage = cv2.Sobel(smoothed, cv2.CV_32F, 1, 0, borderType=cv2.BORDER_REPLICATE)
    down: FloatImage = cv2.Sobel(smoothed, cv2.CV_32F, 0, 1, borderType=cv2.BORDER_REPLICATE)
    magnitude: FloatImage = cv2.magnitude(across, down)
    thin = _ridges(magnitude, across, down)
    certainty = (thin > low).view(np.uint8) + (thin > high).view(np.uint8)
    return CannyChain(
        gray=values,
        smoothed=smoothed,
        gradient_x=across,
        gradient_y=down,
        magnitude=magnitude,
        direction=cv2.phase(across, down, angleInDegrees=True),
        thin=thin,
        certainty=certainty,
        edges=_connected(certainty),
    )


def _ridges(magnitude: FloatImage, across: FloatImage, down: FloatImage) -> FloatImage:
    """Keep a value that beats its two neighbours along its direction; outside the picture the strength is 0.

    The direction is rounded to level, upright or one of the diagonals. Of two equal neighbours level or upright the
    first is kept; on a diagonal neither is, as in OpenCV.
    """
    height, width = magnitude.shape
    rim = np.pad(magnitude, 1)

    def beside(row: int, column: int) -> FloatImage:
        return rim[1 + row : 1 + row + height, 1 + column : 1 + column + width]

    steep, level = np.abs(down), np.abs(across)
    is_level = steep < level * np.float32(np.tan(np.pi / 8))
    is_upright = steep > level * np.float32(np.tan(3 * np.pi / 8))
    is_falling = (across < 0) == (down < 0)
    beats_level = (magnitude > beside(0, -1)) & (magnitude >= beside(0, 1))
    beats_upright = (magnitude > beside(-1, 0)) & (magnitude >= beside(1, 0))
    beats_falling = (magnitude > beside(-1, -1)) & (magnitude > beside(1, 1))
    beats_rising = (magnitude > beside(-1, 1)) & (magnitude > beside(1, -1))
    diagonal = np.where(is_falling, beats_falling, beats_rising)
    kept = np.where(is_level, beats_level, np.where(is_upright, beats_upright, diagonal))
    return magnitude * kept


def _connected(certainty: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Patches of possible edges, corners touching, that hold at least one certain edge."""
    count, labels = cv2.connectedComponents((certainty > 0).view(np.uint8), connectivity=8)
    is_edge = np.zeros(count, np.uint8)
    is_edge[labels[certainty == 2]] = 255
    edges: NDArray[np.uint8] = is_edge[labels]
    return edges
