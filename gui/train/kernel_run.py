"""A kernel while it learns: the lesson, how far it has come, and what is worked out of it beside Qt's thread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from engine.imaging.convolution import convolve
from engine.imaging.display import render
from engine.imaging.kernels import library
from engine.imaging.types import Image
from engine.network.training.kernel_learning import KernelLesson, KernelSettings, KernelStep, gray_picture
from engine.parameters import Parameter

LARGEST_SHOWN = 320
_SLOWLY = 12
_MOST_AT_ONCE = 50  # the loop is Python's, which Qt's thread has to wait for


@dataclass(frozen=True)
class Target:
    """The kernel that is to be found: an entry of the library with its settings."""

    name: str = "oriented"
    settings: tuple[tuple[str, object], ...] = (("angle", 45.0),)

    @property
    def declared(self) -> dict[str, Parameter]:
        """The settings that it has."""
        return dict(library()[self.name].parameters)

    def complete(self) -> dict[str, object]:
        """All its settings, defaults filled in; those of another kernel that it does not have are left out."""
        declared = self.declared
        return library()[self.name].settings({name: value for name, value in self.settings if name in declared})

    def weights(self) -> np.ndarray:
        """Its numbers."""
        return library()[self.name].weights(**self.complete())


@dataclass(eq=False)
class KernelRun:
    """One lesson: its steps so far as (step, loss) and the newest step. Goes on where it was left."""

    lesson: KernelLesson
    now: KernelStep
    _rest: Iterator[KernelStep]
    losses: list[tuple[int, float]] = field(default_factory=list)
    is_over: bool = False

    @classmethod
    def begun(cls, picture: Image, target: Target, settings: KernelSettings) -> KernelRun:
        """The lesson before its first step; refuses a picture that teaches nothing."""
        lesson = KernelLesson(picture, target.weights(), settings)
        rest = lesson.steps()
        first = next(rest)
        return cls(lesson, first, rest, [(0, first.loss)])

    def go_on(self, count: int) -> KernelRun:
        """Some steps further, or to the end."""
        for _ in range(count):
            step = next(self._rest, None)
            if step is None:
                self.is_over = True
                break
            self.now = step
            self.losses.append((step.step, step.loss))
        self.is_over = self.is_over or self.now.has_converged or self.now.has_diverged
        return self

    @property
    def pace(self) -> int:
        """How many steps to take at once: single ones at first, where most happens, and more and more later on."""
        return min(_MOST_AT_ONCE, max(1, self.now.step // _SLOWLY))


@dataclass(frozen=True, eq=False)
class Responses:
    """What the two kernels make of the picture, drawn on one scale."""

    wanted: np.ndarray
    found: np.ndarray


def responses(picture: Image, target: np.ndarray, weights: np.ndarray, *, is_dark: bool) -> Responses:
    """Both maps of a picture of any size, as pixels."""
    values = gray_picture(picture, largest=LARGEST_SHOWN)
    wanted, found = convolve(values, target), convolve(values, np.nan_to_num(weights, posinf=0, neginf=0))
    # Of a float picture the automatic limits leave out the brightest few values, as everywhere in the program.
    first = render(wanted, "signed", is_dark=is_dark)
    limits = (first.low, first.high)
    return Responses(first.pixels, render(found, "signed", is_dark=is_dark, limits=limits).pixels)
