"""Kernels that smooth: every one sums to 1, so that the brightness stays."""

from __future__ import annotations

import math

import numpy as np

from engine.imaging.cards import KernelCard
from engine.imaging.kernel_families.common import angle, any_size, bell, compass, sigma
from engine.imaging.types import Weights
from engine.text import mark


def box(*, size: int) -> Weights:
    """Every cell 1 / size²."""
    return np.full((size, size), 1 / size**2, np.float32)


def gaussian(*, size: int, sigma: float) -> Weights:
    """The outer product of a sampled bell curve with itself; sigma 0 takes OpenCV's rule for the size."""
    row = bell(size, sigma)
    return np.outer(row, row).astype(np.float32)


def motion(*, size: int, angle: float) -> Weights:
    """A straight streak through the middle, from border to border.

    Step by step along its longer side the streak is shared between the two cells it passes, by nearness. At 0° that is
    one row of 1 / size, at 45° the diagonal. An even size has no middle row, so its streak at 0° covers two.
    """
    across, down = compass(angle)
    weights = np.zeros((size, size))
    steps = np.arange(size)
    middle = (size - 1) / 2
    is_flat = abs(across) >= abs(down)
    slope = down / across if is_flat else across / down
    places = middle + (steps - middle) * slope
    for step, place in zip(steps, places, strict=True):
        low = math.floor(place + 1e-9)
        share = max(0.0, place - low)
        for cell, part in ((low, 1 - share), (low + 1, share)):
            if part > 1e-9:
                weights[(cell, step) if is_flat else (step, cell)] += part
    streak: Weights = (weights / weights.sum()).astype(np.float32)
    return streak


CARDS = {
    "box": KernelCard(
        name=mark("Box (mean)"),
        family="smooth",
        parameters={"size": any_size()},
        build=box,
        what_it_does=mark("Replaces every pixel by the mean of its window."),
        strengths=mark("The simplest and fastest smoothing; its cost hardly grows with the size."),
        weaknesses=mark(
            "Smears edges and leaves square traces. Salt-and-pepper noise is lowered and smeared, not removed."
        ),
        when_to_use=mark("For a quick local mean. Against salt-and-pepper noise take the median instead."),
    ),
    "gaussian": KernelCard(
        name=mark("Gaussian"),
        family="smooth",
        parameters={"size": any_size(5), "sigma": sigma()},
        build=gaussian,
        what_it_does=mark("A mean in which near pixels count more than far ones, after a bell curve."),
        strengths=mark("Smooth in every direction, without the square traces of the box."),
        weaknesses=mark("Edges become soft as well. It smears salt-and-pepper noise like every mean."),
        when_to_use=mark("Before looking for edges, and whenever noise is fine and even."),
    ),
    "motion": KernelCard(
        name=mark("Motion blur"),
        family="smooth",
        parameters={
            "size": any_size(9),
            "angle": angle(mark("Direction of the movement: 0° to the right, 90° downward.")),
        },
        build=motion,
        what_it_does=mark("The mean along a line, as if the camera had moved while the shutter was open."),
        strengths=mark("Smooths along one direction and keeps what runs along it."),
        weaknesses=mark("Everything across the line becomes a streak."),
        when_to_use=mark("To imitate or to understand shaken pictures, and to try networks on them."),
    ),
}
