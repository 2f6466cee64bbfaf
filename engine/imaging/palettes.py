"""The colours in which numbers are drawn. One table of 256 colours for each scale and theme.

Blue and orange are told apart by colour-blind people too (Okabe–Ito). On the signed scale 0 is always entry 128, the
neutral middle; values that are no number are drawn in vermillion, which is on no scale.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.opencv import cv2
from engine.parameters import Choice, Option
from engine.text import mark

SCALES = Choice(
    title=mark("Colours"),
    help=mark("How numbers become colours."),
    default="auto",
    options=(
        Option("auto", mark("Automatic"), mark("A photograph stays gray; signed results are drawn blue and orange.")),
        Option("photo", mark("Photograph"), mark("Black for 0, white for full brightness.")),
        Option("signed", mark("Signed"), mark("Blue below 0, orange above, 0 in the neutral middle.")),
        Option("positive", mark("Positive"), mark("From neutral at 0 to orange.")),
        Option("heat", mark("Heat"), mark("From dark blue for the lowest to yellow for the highest value.")),
    ),
)
NEUTRAL_INDEX = 128
VERMILLION = (0xD5, 0x5E, 0x00)

# Neutral, below zero and above zero of either theme.
_DARK = ((0x14, 0x17, 0x1C), (0x56, 0xB4, 0xE9), (0xE6, 0x9F, 0x00))
_LIGHT = ((0xF4, 0xF5, 0xF7), (0x00, 0x72, 0xB2), (0xB3, 0x6B, 0x00))

Colours = NDArray[np.uint8]


@lru_cache(maxsize=16)
def palette(scheme: str, *, is_dark: bool = True) -> Colours:
    """The 256 colours (256, 3) of a scheme from its low to its high end, read-only."""
    neutral, below, above = (np.array(colour, np.float64) for colour in (_DARK if is_dark else _LIGHT))
    steps = np.linspace(0, 1, 256)[:, None]
    if scheme == "signed":
        signed = np.clip((np.arange(256) - NEUTRAL_INDEX) / 127, -1, 1)[:, None]
        colours = neutral + np.abs(signed) * np.where(signed < 0, below - neutral, above - neutral)
    elif scheme == "positive":
        colours = neutral + steps * (above - neutral)
    elif scheme == "heat":
        colours = cv2.applyColorMap(np.arange(256, dtype=np.uint8)[:, None], cv2.COLORMAP_CIVIDIS)[:, 0, ::-1]
    else:
        colours = steps * np.array([255.0, 255.0, 255.0])
    table: Colours = np.rint(colours).astype(np.uint8)
    table.setflags(write=False)
    return table


def gap_colour(*, is_dark: bool = True) -> tuple[int, int, int]:
    """What is drawn between the maps of a mosaic: unlike the neutral colour, or a map of zeros would melt into it."""
    return (0x2E, 0x35, 0x40) if is_dark else (0xDD, 0xE1, 0xE7)
