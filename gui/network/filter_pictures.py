"""Kernels as colours: blue below 0, orange above, 0 in the neutral middle; or red, green and blue around gray."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.imaging.palettes import NEUTRAL_INDEX, palette
from engine.network.filters import Weights

REACH = 127


@dataclass(frozen=True, eq=False)
class FilterPictures:
    """What the worker said of some filters, their numbers, and the overview's tiles as RGB (count, rows, columns, 3).

    `highs` holds for each tile the number that the strongest colour stands for.
    """

    weights: Weights
    overview: np.ndarray
    whole: np.ndarray
    pixels: np.ndarray
    highs: np.ndarray
    is_dark: bool


def filter_pictures(weights: Weights, packed: np.ndarray, *, is_shared: bool, is_dark: bool) -> FilterPictures:
    """Colour an answer of the worker. On a shared scale the same colour is the same number in all kernels."""
    overview = weights.overview(packed)
    safe = np.where(np.isfinite(overview), overview, 0)
    highs = np.abs(safe).reshape(len(safe), -1).max(axis=1)
    if is_shared or weights.is_row:
        highs = np.full_like(highs, highs.max(initial=0.0))
    factors = REACH / np.where(highs > 0, highs, 1).reshape(-1, *(1,) * (safe.ndim - 1))
    entries = np.clip(np.rint(safe * factors) + NEUTRAL_INDEX, 0, 255).astype(np.uint8)
    pixels = entries if weights.part == "colour" else palette("signed", is_dark=is_dark)[entries]
    return FilterPictures(weights, overview, weights.whole(packed), np.ascontiguousarray(pixels), highs, is_dark)
