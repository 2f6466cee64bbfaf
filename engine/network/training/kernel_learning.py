"""The smallest training of all: one kernel, found by gradient descent from a picture and its edge map. No Keras here.

lesson = KernelLesson(picture, target=sobel.weights(angle=45), size=3)
for step in lesson.steps(): step.weights, step.loss, step.error
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import UserError
from engine.imaging.checks import as_picture
from engine.imaging.colour import to_gray
from engine.imaging.convolution import convolve
from engine.opencv import cv2
from engine.parameters import Choice, Option, Real, Whole, check_fields, parameter
from engine.text import mark

Kernel = NDArray[np.float64]
_LARGEST_SIDE = 192
_FULL_SCALE = 255.0
_FLAT = 1e-12


class KernelLessonError(UserError):
    """Nothing can be learnt from this picture."""


@dataclass(frozen=True, kw_only=True)
class KernelSettings:
    """How a kernel is learnt."""

    size: int = parameter(
        Whole(title=mark("Kernel"), help=mark("Height and width of the kernel that is learnt. Larger than the target, "
              "its rim becomes 0."), default=3, minimum=2, maximum=15, unit="px")
    )  # fmt: skip
    steps: int = parameter(
        Whole(title=mark("Steps"), help=mark("How often the weights go down the slope of the loss."),
              default=3000, minimum=1, maximum=20_000)
    )  # fmt: skip
    rate: float = parameter(
        Real(title=mark("Step length"), help=mark("As a share of the longest that is still safe on this picture: above "
             "2 the loss grows."), default=1.0, minimum=0.01, maximum=3.0, step=0.05)
    )  # fmt: skip
    momentum: float = parameter(
        Real(title=mark("Momentum"), help=mark("The share of its speed that each weight keeps."),
             default=0.95, minimum=0.0, maximum=0.99, step=0.05)
    )  # fmt: skip
    start: str = parameter(
        Choice(title=mark("Begins as"), help=mark("The weights before the first step."), default="noise",
               options=(Option("noise", mark("Noise"), mark("Random weights: it knows nothing.")),
                        Option("zeros", mark("Zeros"), mark("Nothing at all: every map is empty."))))
    )  # fmt: skip
    seed: int = parameter(
        Whole(title=mark("Seed"), help=mark("The random weights to begin with follow from it."),
              default=0, minimum=0, maximum=2**31 - 1)
    )  # fmt: skip
    enough: float = parameter(
        Real(title=mark("Close enough"), help=mark("It ends when no weight is further from the target than this share "
             "of the target's largest."), default=0.001, minimum=0.0, maximum=0.5, step=0.001, decimals=4)
    )  # fmt: skip

    def __post_init__(self) -> None:
        check_fields(self)


@dataclass(frozen=True, eq=False)
class KernelStep:
    """The kernel after `step` steps. `loss` is the mean squared distance of the two maps, in gray levels squared.

    `error` is the largest distance of a weight from the target's, as a share of the target's largest weight.
    """

    step: int
    weights: Kernel
    loss: float
    error: float
    has_converged: bool = False
    has_diverged: bool = False


class KernelLesson:
    """Learns, on one picture, the kernel that turns it into the map that `target` makes of it.

    The target may have any size up to that of the kernel; it is laid into its middle. Works on a gray copy of the
    picture, no larger than needed.
    """

    def __init__(self, picture: NDArray[Any], target: NDArray[Any], settings: KernelSettings | None = None) -> None:
        self.settings = settings or KernelSettings()
        self.target = embedded(np.asarray(target, np.float64), self.settings.size)
        self.picture = _prepared(picture, self.settings.size)
        self.wanted = convolve(self.picture, self.target).astype(np.float64)
        # The loss is a bowl: its curvature follows from how neighbouring pixels go together, once for all steps.
        windows = np.lib.stride_tricks.sliding_window_view(self.picture.astype(np.float64), self.target.shape)
        rows = windows.reshape(-1, self.target.size)
        self._together: Kernel = rows.T @ rows / len(rows)
        self._towards: Kernel = rows.T @ self.wanted.reshape(-1) / len(rows)
        self._constant = float((self.wanted**2).mean())
        values = np.linalg.eigvalsh(self._together)
        if values[-1] <= _FLAT or values[0] <= values[-1] * 1e-9:
            raise KernelLessonError(
                mark("Nothing can be learnt from this picture: it is too even, so many kernels give the same map. "
                     "Choose one with edges in all directions.")
            )  # fmt: skip
        self._longest = 1.0 / float(values[-1])

    def start(self) -> Kernel:
        """The weights to begin with."""
        if self.settings.start == "zeros":
            return np.zeros(self.target.shape)
        generator = np.random.Generator(np.random.PCG64(self.settings.seed))
        size = float(np.abs(self.target).max()) or 1.0
        begun: Kernel = generator.uniform(-0.5, 0.5, self.target.shape) * size
        return begun

    def steps(self) -> Iterator[KernelStep]:
        """The kernel before the first step, and after each; ends when it is close enough, or has run away."""
        settings = self.settings
        weights, speed = self.start().reshape(-1), np.zeros(self.target.size)
        yield self._step(0, weights)
        for number in range(1, settings.steps + 1):
            # The gradient of the mean squared distance; the same as by sliding the map over the picture.
            gradient = 2 * (self._together @ weights - self._towards)
            speed = settings.momentum * speed - 0.5 * settings.rate * self._longest * gradient
            weights = weights + speed
            step = self._step(number, weights)
            yield step
            if step.has_converged or step.has_diverged:
                return

    def gradient(self, weights: Kernel) -> Kernel:
        """The slope of the loss at these weights, in gray levels squared for each unit of weight."""
        flat = 2 * (self._together @ weights.reshape(-1) - self._towards)
        found: Kernel = flat.reshape(self.target.shape) * _FULL_SCALE**2
        return found

    def _step(self, number: int, weights: Kernel) -> KernelStep:
        loss = float(weights @ self._together @ weights - 2 * weights @ self._towards + self._constant)
        kernel = weights.reshape(self.target.shape).copy()
        largest = float(np.abs(self.target).max()) or 1.0
        error = float(np.abs(kernel - self.target).max()) / largest
        has_diverged = not np.isfinite(loss) or error > 1e6
        return KernelStep(
            number, kernel, max(0.0, loss) * _FULL_SCALE**2 if not has_diverged else float("inf"), error,
            has_converged=error <= self.settings.enough, has_diverged=has_diverged,
        )  # fmt: skip


def embedded(target: Kernel, size: int) -> Kernel:
    """The target in the middle of a square of zeros.

    >>> embedded(np.ones((1, 3)), 3).tolist()
    [[0.0, 0.0, 0.0], [1.0, 1.0, 1.0], [0.0, 0.0, 0.0]]
    """
    height, width = target.shape
    if max(height, width) > size:
        raise KernelLessonError(
            mark("The target is {height} × {width}, but the kernel that learns only {size} × {size}. Make it larger."),
            height=height, width=width, size=size,
        )  # fmt: skip
    made = np.zeros((size, size))
    top, left = (size - height) // 2, (size - width) // 2
    made[top : top + height, left : left + width] = target
    return made


def gray_picture(picture: NDArray[Any], *, largest: int = _LARGEST_SIDE, least: int = 1) -> NDArray[np.float32]:
    """A gray copy of 0 to 1 whose longer side is `largest` at most, and whose shorter one `least` at least."""
    gray = to_gray(as_picture(picture))
    values = gray.astype(np.float32)
    if gray.dtype.kind == "u":
        values /= np.iinfo(gray.dtype).max
    elif gray.size and float(np.abs(values).max()) > 1:
        values /= _FULL_SCALE
    factor = max(values.shape[:2]) / largest
    if factor > 1:
        sides = tuple(max(least, round(side / factor)) for side in values.shape[:2])
        values = cv2.resize(values, (sides[1], sides[0]), interpolation=cv2.INTER_AREA)
    return values


def _prepared(picture: NDArray[Any], size: int) -> NDArray[np.float32]:
    height, width = as_picture(picture).shape[:2]
    if min(height, width) < 2 * size:
        raise KernelLessonError(
            mark("The picture is {height} × {width}, which is too small to learn a {size} × {size} kernel from. Use "
                 "one of at least {least} × {least}."),
            height=height, width=width, size=size, least=2 * size,
        )  # fmt: skip
    values = gray_picture(picture, least=2 * size)
    # The mean takes part in every product; without it the bowl is far rounder, and the way down far shorter.
    made: NDArray[np.float32] = (values - values.mean()).astype(np.float32)
    return made
