"""How close a picture comes to the clean one: PSNR and SSIM, fast enough to be shown live."""

from __future__ import annotations

import math

import numpy as np

from engine.errors import UserError
from engine.imaging.checks import as_picture, to_float32
from engine.imaging.colour import peak_of
from engine.imaging.types import FloatImage, Image
from engine.opencv import cv2
from engine.text import mark

# The window of Wang, Bovik, Sheikh and Simoncelli (2004): a Gaussian of spread 1.5, 11 pixels wide.
WINDOW = 11
_SIGMA = 1.5
_AT_ONCE = 2**18


def psnr(clean: Image, other: Image, *, peak: float | None = None) -> float:
    """Peak signal-to-noise ratio in decibels: 10 · log₁₀(peak² / mean squared difference).

    Infinite for identical pictures. `peak` is full brightness, by default that of the clean picture's kind. NaN where
    a picture has values that are no numbers.

    >>> round(psnr(np.zeros((2, 2), np.uint8), np.full((2, 2), 16, np.uint8)), 2)
    24.05
    """
    first, second, full = _pair(clean, other, peak)
    if first.dtype == second.dtype == np.uint8:
        total = float(cv2.norm(_plane(first), _plane(second), cv2.NORM_L2SQR))
    else:
        difference = np.subtract(first, second, dtype=np.float64).ravel()
        total = float(np.dot(difference, difference))
    if total == 0:
        return math.inf
    return 10 * math.log10(full * full * first.size / total) if math.isfinite(total) else math.nan


def ssim(clean: Image, other: Image, *, peak: float | None = None) -> float | None:
    """Structural similarity, from −1 to 1 (identical): brightness, contrast and structure compared in small windows.

    The mean over all windows that lie entirely inside, over all channels. None where the pictures are smaller than the
    11 × 11 window, as no window lies inside then.
    """
    first, second, full = _pair(clean, other, peak)
    if min(first.shape[:2]) < WINDOW:
        return None
    # Strips that fit into the processor's cache are faster, and a large picture does not fill the memory.
    inner = int(first.shape[0]) - WINDOW + 1
    rows = max(32, _AT_ONCE // max(1, first[0].size))
    total = 0.0
    for top in range(0, inner, rows):
        part = slice(top, min(top + rows, inner) + WINDOW - 1)
        total += float(np.sum(_similarity(first[part], second[part], full), dtype=np.float64))
    channels = int(first[0].size // first.shape[1])
    windows: int = inner * (first.shape[1] - WINDOW + 1) * channels
    return total / windows


def _similarity(first: Image, second: Image, full: float) -> Image:
    """The index of every window that lies inside."""
    # Shares of full brightness keep the squares small, where float32 is precise.
    a, b = to_float32(first) / np.float32(full), to_float32(second) / np.float32(full)
    mean_a, mean_b = _window_mean(a), _window_mean(b)
    product = mean_a * mean_b
    squares = mean_a * mean_a + mean_b * mean_b
    spread = _window_mean(a * a + b * b) - squares
    together = _window_mean(a * b) - product
    brightness, contrast = np.float32(0.01**2), np.float32(0.03**2)
    similarity: Image = (2 * product + brightness) * (2 * together + contrast)
    similarity /= (squares + brightness) * (spread + contrast)
    return similarity


def _window_mean(values: FloatImage) -> FloatImage:
    rim = WINDOW // 2
    smooth: FloatImage = cv2.GaussianBlur(values, (WINDOW, WINDOW), _SIGMA, borderType=cv2.BORDER_REFLECT)
    return smooth[rim:-rim, rim:-rim]


def _pair(clean: Image, other: Image, peak: float | None) -> tuple[Image, Image, float]:
    first, second = as_picture(clean), as_picture(other)
    if first.shape != second.shape:
        raise UserError(
            mark("The pictures have the shapes {first} and {second}, but must be alike to be compared."),
            first=first.shape, second=second.shape,
        )  # fmt: skip
    full = float(peak) if peak is not None else peak_of(first)
    if not (math.isfinite(full) and full > 0):
        raise UserError(mark("Full brightness is {peak}, but must be a positive number."), peak=full)
    return first, second, full


def _plane(picture: Image) -> Image:
    return picture.reshape(picture.shape[0], -1)
