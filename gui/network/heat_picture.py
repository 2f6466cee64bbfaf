"""A map of numbers over the picture that the network saw, in the colours of heat. Runs beside Qt's thread."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.errors import UserError
from engine.imaging.palettes import palette
from engine.network.fitting import fit
from engine.opencv import cv2
from engine.text import mark

SCHEME = "heat"
COVER = 0.6
"""How much of the heat's colour lies over the picture: both have to be seen."""


@dataclass(frozen=True, eq=False)
class HeatPicture:
    """RGB pixels (H, W, 3) to draw, and the values that the two ends of the colours stand for."""

    pixels: np.ndarray
    low: float
    high: float

    @property
    def is_empty(self) -> bool:
        """Whether all values are the same, so that there is nothing to see."""
        return self.high <= self.low


def heat_picture(
    values: np.ndarray, frame: np.ndarray, *, channels: int, method: str, high: float | None = None
) -> HeatPicture:
    """Lay `values` (H, W), or the strongest of (H, W, channels), over `frame` as the network was given it.

    The picture is drawn gray, so that every colour is heat. Colours reach from 0, or the lowest value below it, to
    `high`, or the highest value.
    """
    strength = np.abs(values).max(axis=-1) if values.ndim == 3 else values
    if not np.isfinite(strength).all():
        raise UserError(
            mark(
                "The network reckoned with numbers that are none here, so there is nothing to draw. Try another layer."
            )
        )
    gray = fit(frame, size=(strength.shape[0], strength.shape[1]), channels=channels, method=method).pixels
    if gray.shape[2] >= 3:
        gray = cv2.cvtColor(np.ascontiguousarray(gray[..., :3]), cv2.COLOR_RGB2GRAY)[..., None]
    low = min(0.0, float(strength.min()))
    top = max(0.0, float(strength.max()))
    if high is not None and top > low:
        top = high
    shares = (strength - low) / (top - low) if top > low else np.zeros_like(strength)
    colours = palette(SCHEME)[np.clip(np.rint(shares * 255), 0, 255).astype(np.uint8)]
    pixels = COVER * colours + (1 - COVER) * gray[..., :1].astype(np.float32)
    return HeatPicture(np.rint(pixels).astype(np.uint8), low, top)
