"""Palette entries as the worker sends them, in the colours of the theme."""

from __future__ import annotations

import numpy as np

from engine.imaging.palettes import palette
from engine.opencv import cv2


def coloured_entries(entries: np.ndarray, scheme: str, *, is_dark: bool) -> np.ndarray:
    """RGB pixels (H, W, 3) for entries (H, W) of a palette; three channels are colours already."""
    if entries.ndim == 3 and entries.shape[2] == 3:
        return entries
    table = np.ascontiguousarray(palette(scheme, is_dark=is_dark).reshape(256, 1, 3))
    flat = np.ascontiguousarray(entries.reshape(entries.shape[:2]))
    return np.asarray(cv2.applyColorMap(flat, table))
