"""What all drawn pictures share: colours that stand out, grounds, soft edges, clutter and noise."""

from __future__ import annotations

import colorsys
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.network.data.dataset import Pixels
from engine.network.data.specs import GeneratedData
from engine.opencv import cv2
from engine.text import mark

Colour = NDArray[np.float32]
Coverage = NDArray[np.uint8]
Values = NDArray[np.float32]

# Where on the circle of hues each colour lies; 10 on either side still look like it.
COLOURS = (mark("red"), mark("orange"), mark("yellow"), mark("green"), mark("cyan"), mark("blue"), mark("purple"),
           mark("pink"))  # fmt: skip
_HUES = (0, 30, 57, 120, 182, 225, 272, 320)
_HUE_SPREAD = 9
_LUMA = np.array([0.299, 0.587, 0.114], np.float32)
_LEAST_CONTRAST = 60.0


@dataclass(frozen=True, eq=False)
class Colours:
    """Of one picture: its ground and what is drawn on it, RGB from 0 to 255."""

    ground: Colour
    ink: Colour


def colours(rng: np.random.Generator, way: str, hue: int | None) -> Colours:
    """Two colours that differ clearly in brightness. `hue` numbers the colour of the ink where that is the class."""
    if way == "gray":
        ground, ink = _gray(rng), _gray(rng)
        while abs(float(ink[0] - ground[0])) < _LEAST_CONTRAST:
            ink = _gray(rng)
        return Colours(ground, ink)
    ink = _any(rng) if hue is None else _named(rng, hue)
    ground = _gray(rng) if hue is not None else _any(rng)
    while abs(float((ink - ground) @ _LUMA)) < _LEAST_CONTRAST:
        ground = _gray(rng) if hue is not None else _any(rng)
    return Colours(ground, ink)


def another(rng: np.random.Generator, way: str, apart_from: Colour, hue: int | None) -> Colour:
    """One more ink for the same picture."""
    for _ in range(20):
        ink = _gray(rng) if way == "gray" else _any(rng) if hue is None else _named(rng, hue)
        if abs(float((ink - apart_from) @ _LUMA)) >= _LEAST_CONTRAST:
            return ink
    return np.full(3, 255.0 if float(apart_from @ _LUMA) < 128 else 0.0, np.float32)


def ground(rng: np.random.Generator, side: int, colour: Colour) -> Values:
    """A ground of one colour, lit a little from one side. Shape (side, side, 3)."""
    angle, strength = rng.uniform(0, 2 * np.pi), rng.uniform(0, 24)
    along = np.linspace(-0.5, 0.5, side, dtype=np.float32)
    light = np.float32(strength) * (np.float32(np.cos(angle)) * along + np.float32(np.sin(angle)) * along[:, None])
    lit: Values = colour + light[..., None]
    return lit


def covered(polygons: Sequence[tuple[NDArray[np.float64], bool]], side: int) -> Coverage:
    """How much of each pixel the polygons cover, 0 to 255.

    Each polygon is (n, 2) of x and y in pixels and fills, or takes away where its flag is false.
    """
    fine = 4 if side <= 128 else 2
    canvas = np.zeros((side * fine, side * fine), np.uint8)
    for points, is_filled in polygons:
        cv2.fillPoly(canvas, [np.rint(points * (fine * 16)).astype(np.int32)], 255 if is_filled else 0, shift=4)
    made: Coverage = np.asarray(cv2.resize(canvas, (side, side), interpolation=cv2.INTER_AREA))
    return made


def laid(picture: Values, coverage: Coverage, ink: Colour) -> Values:
    """`ink` laid over the picture where the coverage says."""
    share = coverage.astype(np.float32)[..., None] * np.float32(1 / 255)
    mixed: Values = picture + share * (ink - picture)
    return mixed


def strewn(rng: np.random.Generator, picture: Values, count: int, colour: Colour) -> Values:
    """The picture with `count` thin lines and dots in colours near that of the ground, so that they tell nothing."""
    side = len(picture)
    for _ in range(count):
        near = np.clip(colour + rng.normal(0, 45, 3), 0, 255).tolist()
        start, end = rng.uniform(0, side, 2), rng.uniform(0, side, 2)
        if rng.random() < 0.6:
            points = [tuple(int(each) for each in point * 16) for point in (start, end)]
            cv2.line(picture, points[0], points[1], near, max(1, side // 48), cv2.LINE_AA, 4)
        else:
            radius = int(side * rng.uniform(0.01, 0.04) * 16)
            centre = (int(start[0] * 16), int(start[1] * 16))
            cv2.circle(picture, centre, radius, near, -1, cv2.LINE_AA, 4)
    return picture


def finished(rng: np.random.Generator, picture: Values, spec: GeneratedData) -> Pixels:
    """With noise, rounded, and with one channel where there is no colour."""
    if spec.colour == "gray":
        picture = picture[..., :1]
    if spec.noise:
        picture = picture + np.float32(spec.noise) * rng.standard_normal(picture.shape, np.float32)
    pixels: Pixels = np.clip(np.rint(picture), 0, 255).astype(np.uint8)
    return pixels


def turn(rng: np.random.Generator, most: float) -> float:
    """An angle in radians, up to `most` degrees to either side."""
    return float(np.deg2rad(rng.uniform(-most, most)))


def radius(rng: np.random.Generator, spec: GeneratedData) -> float:
    """Half the extent of one thing that has the picture for itself."""
    return float(spec.side * 0.36 * rng.uniform(1 - 0.7 * spec.size, 1 + 0.25 * spec.size))


def _gray(rng: np.random.Generator) -> Colour:
    return np.full(3, rng.uniform(8, 248), np.float32)


def _any(rng: np.random.Generator) -> Colour:
    red, green, blue = colorsys.hsv_to_rgb(rng.random(), rng.uniform(0, 1), rng.uniform(0.15, 1))
    return np.array([red, green, blue], np.float32) * np.float32(255)


def _named(rng: np.random.Generator, hue: int) -> Colour:
    turned = (_HUES[hue] + rng.uniform(-_HUE_SPREAD, _HUE_SPREAD)) % 360 / 360
    red, green, blue = colorsys.hsv_to_rgb(turned, rng.uniform(0.75, 1), rng.uniform(0.7, 1))
    return np.array([red, green, blue], np.float32) * np.float32(255)
