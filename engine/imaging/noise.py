"""Noise with a seed: salt-and-pepper, Gaussian and speckle.

Strengths are given on the scale of 0–255, whatever the picture's range: on uint16 they are stretched to 0–65535, on
floats to 0–`peak`. Integer pictures keep their kind and are cut at both ends of its range. Float pictures give float32
and are not cut: a float may well lie below 0 or above the peak.

The random field behind a picture is drawn once for a seed and kept; a live picture varies it by `frame`, which cuts
the same field at another place. That costs a fraction of drawing anew and looks as lively.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from engine.imaging.checks import as_picture, to_float32
from engine.imaging.colour import peak_of
from engine.imaging.types import Image
from engine.opencv import cv2
from engine.parameters import Choice, Option, Real, Whole
from engine.text import mark

NOISES = Choice(
    title=mark("Noise"),
    help=mark("What disturbs the picture."),
    default="salt_and_pepper",
    options=(
        Option(
            "salt_and_pepper", mark("Salt and pepper"), mark("Single pixels turn white or black, like broken cells.")
        ),
        Option("gaussian", mark("Gaussian"), mark("Every pixel is a little off, like in dim light.")),
        Option(
            "speckle", mark("Speckle"), mark("Bright pixels are off more than dark ones, like in radar and ultrasound.")
        ),
    ),
)
AMOUNT = Real(
    title=mark("Amount"), help=mark("Share of the pixels that salt and pepper hit."),
    default=0.05, minimum=0.0, maximum=1.0, step=0.01, decimals=3,
)  # fmt: skip
SIGMA = Real(
    title=mark("Sigma"), help=mark("Spread of Gaussian noise, in gray levels of 0–255."),
    default=20.0, minimum=0.0, maximum=128.0, step=1.0, decimals=1,
)  # fmt: skip
SPECKLE = Real(
    title=mark("Strength"), help=mark("Spread of speckle, as a share of each pixel's own brightness."),
    default=0.2, minimum=0.0, maximum=1.0, step=0.01, decimals=3,
)  # fmt: skip
SEED = Whole(
    title=mark("Seed"), help=mark("The same seed gives the same noise, so that results can be compared."),
    default=1, minimum=0, maximum=2**31 - 1,
)  # fmt: skip

# Room to cut the field at another place for every frame.
_MARGIN = 64
# The largest field that is drawn, one full-HD frame; larger pictures are covered with pieces of it.
_TALLEST, _WIDEST = 1088, 1920


def add_noise(
    image: Image,
    kind: str,
    *,
    amount: float = AMOUNT.default,
    sigma: float = SIGMA.default,
    strength: float = SPECKLE.default,
    seed: int = SEED.default,
    frame: int = 0,
    peak: float | None = None,
) -> Image:
    """Noise of any kind; the settings of the other kinds are left unused. Output shape: as the input."""
    kind = NOISES.check(kind)
    if kind == "salt_and_pepper":
        return salt_and_pepper(image, amount=amount, seed=seed, frame=frame, peak=peak)
    if kind == "gaussian":
        return gaussian_noise(image, sigma=sigma, seed=seed, frame=frame, peak=peak)
    return speckle(image, strength=strength, seed=seed, frame=frame)


def salt_and_pepper(
    image: Image, *, amount: float = AMOUNT.default, seed: int = SEED.default, frame: int = 0, peak: float | None = None
) -> Image:
    """A share `amount` of the pixels, all channels of each together, turns white or black, half of them each.

    >>> picture = np.full((100, 100), 128, np.uint8)
    >>> bool(np.isin(salt_and_pepper(picture, amount=0.1), [0, 128, 255]).all())
    True
    """
    picture = _prepared(image)
    white = (peak_of(picture) if peak is None else peak) if picture.dtype.kind == "f" else np.iinfo(picture.dtype).max
    half = round(AMOUNT.check(amount) / 2 * 2**16)
    result = picture.copy()
    if half:
        for part, draws in _pieces(result.shape[:2], 0, seed, frame):
            # Two ends of the same draw, so that no pixel can be both.
            pepper, salt = (draws < half).view(np.uint8), (draws >= 2**16 - half).view(np.uint8)
            place = _flat(result)[part]
            cv2.copyTo(np.zeros_like(place), pepper, place)
            cv2.copyTo(np.full_like(place, white), salt, place)
    return result


def gaussian_noise(
    image: Image, *, sigma: float = SIGMA.default, seed: int = SEED.default, frame: int = 0, peak: float | None = None
) -> Image:
    """Adds a normally distributed number of spread `sigma` (in levels of 0–255) to every value."""
    picture = _prepared(image)
    full = peak_of(picture) if peak is None or picture.dtype.kind != "f" else peak
    spread = SIGMA.check(sigma) * full / 255
    result = np.empty_like(picture)
    for part, field in _pieces(picture.shape[:2], _channels(picture), seed, frame):
        cv2.addWeighted(_flat(picture)[part], 1.0, field, spread, 0.0, dst=_flat(result)[part], dtype=_depth(picture))
    return result


def speckle(image: Image, *, strength: float = SPECKLE.default, seed: int = SEED.default, frame: int = 0) -> Image:
    """Multiplies every value by 1 plus a normally distributed number of spread `strength`."""
    picture = _prepared(image)
    share = np.float32(SPECKLE.check(strength))
    result = np.empty_like(picture)
    for part, field in _pieces(picture.shape[:2], _channels(picture), seed, frame):
        factor = field * share + np.float32(1)
        cv2.multiply(_flat(picture)[part], factor, dst=_flat(result)[part], dtype=_depth(picture))
    return result


def _prepared(image: Image) -> Image:
    picture = as_picture(image)
    return picture if picture.dtype in (np.uint8, np.uint16) else to_float32(picture)


def _channels(picture: Image) -> int:
    return 1 if picture.ndim == 2 else int(picture.shape[2])


def _depth(picture: Image) -> int:
    return {"uint8": cv2.CV_8U, "uint16": cv2.CV_16U}.get(picture.dtype.name, cv2.CV_32F)


def _flat(picture: Image) -> Image:
    # OpenCV drops a last axis of 1, after which its output would not land in ours.
    return picture[..., 0] if picture.ndim == 3 and picture.shape[2] == 1 else picture


def _pieces(
    shape: tuple[int, ...], channels: int, seed: int, frame: int
) -> Iterator[tuple[tuple[slice, slice], Image]]:
    """Parts of a picture and the field for each: normal numbers a channel, or 16-bit draws a pixel for 0 channels."""
    height, width = shape
    field = _field(min(height, _TALLEST) + _MARGIN, min(width, _WIDEST) + _MARGIN, channels, SEED.check(seed))
    places = np.random.Generator(np.random.SFC64([seed, abs(frame), 1]))
    for row in range(0, height, _TALLEST):
        for column in range(0, width, _WIDEST):
            tall, wide = min(_TALLEST, height - row), min(_WIDEST, width - column)
            top, left = places.integers(0, _MARGIN, size=2)
            yield (
                (slice(row, row + tall), slice(column, column + wide)),
                field[top : top + tall, left : left + wide],
            )


@lru_cache(maxsize=2)
def _field(height: int, width: int, channels: int, seed: int) -> Image:
    draw = np.random.Generator(np.random.SFC64(seed))
    field: Image
    if channels == 0:
        field = draw.integers(0, 2**16, size=(height, width), dtype=np.uint16)
    else:
        size = (height, width) if channels == 1 else (height, width, channels)
        field = draw.standard_normal(size=size, dtype=np.float32)
    field.setflags(write=False)
    return field
