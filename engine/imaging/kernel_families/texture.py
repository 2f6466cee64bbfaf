"""Kernels for relief and for stripes."""

from __future__ import annotations

import numpy as np

from engine.imaging.cards import KernelCard
from engine.imaging.kernel_families.common import angle, compass, odd_size, offsets, zero_sum
from engine.imaging.types import Weights
from engine.parameters import Choice, Option, Real
from engine.text import mark

# The eight cells around the centre, clockwise from the upper left, lit from there.
_RING = ((0, 0), (0, 1), (0, 2), (1, 2), (2, 2), (2, 1), (2, 0), (1, 0))
_LIT = (-2, -1, 0, 1, 2, 1, 0, -1)
_LIGHTS = ("upper_left", "top", "upper_right", "right", "lower_right", "bottom", "lower_left", "left")


def emboss(*, light: str) -> Weights:
    """1 in the centre and a slope around it; turning the light turns the ring of eight numbers."""
    weights = np.zeros((3, 3), np.float32)
    weights[1, 1] = 1
    for place, value in enumerate(_LIT):
        weights[_RING[(place + _LIGHTS.index(light)) % 8]] = value
    return weights


def gabor(*, size: int, wavelength: float, angle: float, sigma: float, phase: float, aspect: float) -> Weights:
    """exp(−(u² + (aspect · v)²) / 2 sigma²) · cos(2π u / wavelength + phase), with u along the angle and v across it.

    A multiple of the bell is taken away so that flat areas give 0, and the whole is scaled so that stripes of exactly
    this wavelength and angle give about their own contrast.
    """
    x, y = offsets(size)
    across, down = compass(angle)
    along, beside = across * x + down * y, across * y - down * x
    bell = np.exp(-(along**2 + (aspect * beside) ** 2) / (2 * sigma**2))
    wave = bell * np.cos(2 * np.pi * along / wavelength + np.radians(phase))
    return zero_sum(2 * (wave - wave.sum() / bell.sum() * bell) / bell.sum())


_LIGHT = Choice(
    title=mark("Light from"),
    help=mark("Where the light seems to come from."),
    default="upper_left",
    options=(
        Option("upper_left", mark("Upper left")),
        Option("top", mark("Above")),
        Option("upper_right", mark("Upper right")),
        Option("right", mark("Right")),
        Option("lower_right", mark("Lower right")),
        Option("bottom", mark("Below")),
        Option("lower_left", mark("Lower left")),
        Option("left", mark("Left")),
    ),
)

CARDS = {
    "emboss": KernelCard(
        name=mark("Emboss"),
        family="texture",
        parameters={"light": _LIGHT},
        build=emboss,
        what_it_does=mark("Adds the slope to the picture, so that brightness looks like height in slanting light."),
        strengths=mark("Makes small relief visible. It sums to 1, so flat areas keep their brightness."),
        weaknesses=mark("Shows only slopes that face the light or turn away from it."),
        when_to_use=mark("To feel what direction in a kernel means, or for an effect."),
    ),
    "gabor": KernelCard(
        name=mark("Gabor"),
        family="texture",
        parameters={
            "size": odd_size(15, minimum=3),
            "wavelength": Real(
                title=mark("Wavelength"), help=mark("Distance from stripe to stripe."), unit="px",
                default=6.0, minimum=2.0, maximum=31.0, step=0.5,
            ),
            "angle": angle(mark("Direction across the stripes: 0° finds upright stripes, 90° level ones.")),
            "sigma": Real(
                title=mark("Sigma"), help=mark("Spread of the bell curve over the stripes."), unit="px",
                default=3.0, minimum=0.5, maximum=15.0,
            ),
            "phase": Real(
                title=mark("Phase"), help=mark("0° finds a bright stripe in the middle, 90° an edge."), unit="°",
                default=0.0, minimum=-360.0, maximum=360.0, step=5.0, decimals=1,
            ),
            "aspect": Real(
                title=mark("Aspect"), help=mark("Below 1 the kernel is longer along the stripes than across."),
                default=0.5, minimum=0.1, maximum=3.0,
            ),
        },
        build=gabor,
        what_it_does=mark("Stripes under a bell curve: answers where stripes of this width and direction are."),
        strengths=mark("Picks out texture by direction and width. First layers of trained networks look like it."),
        weaknesses=mark("One kernel sees one direction and one width only, so a whole bank is needed."),
        when_to_use=mark("For cloth, fingerprints, hair and hatching, and to compare with learned kernels."),
    ),
}  # fmt: skip
