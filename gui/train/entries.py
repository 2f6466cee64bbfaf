"""Palette entries as the worker sends them, in the colours of the theme."""

from __future__ import annotations

import numpy as np

from engine.imaging.palettes import gap_colour, palette
from engine.opencv import cv2


def coloured_entries(entries: np.ndarray, scheme: str, *, is_dark: bool) -> np.ndarray:
    """RGB pixels (H, W, 3) for entries (H, W) of a palette; three channels are colours already. 0 lies between maps."""
    gap = gap_colour(is_dark=is_dark)
    if entries.ndim == 3 and entries.shape[2] == 3:
        colours = entries.copy()
        colours[(entries == 0).all(axis=2)] = gap
        return colours
    table = np.ascontiguousarray(palette(scheme, is_dark=is_dark).reshape(256, 1, 3)).copy()
    table[0] = gap
    flat = np.ascontiguousarray(entries.reshape(entries.shape[:2]))
    return np.asarray(cv2.applyColorMap(flat, table))
