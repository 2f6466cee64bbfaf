"""Pictures that are computed: each isolates one thing that a kernel answers to."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

_SIDE = 256
_DARK, _BRIGHT = 40, 215


def step_edge() -> np.ndarray:
    """Dark on the left, bright on the right: what a derivative is for."""
    image = np.full((_SIDE, _SIDE), _DARK, np.uint8)
    image[:, _SIDE // 2 :] = _BRIGHT
    return image


def bars(angle: float = 30.0, *, period: float = 24.0) -> np.ndarray:
    """Bars whose edges run at `angle` degrees, counted from vertical and anticlockwise, with soft borders of a pixel.

    >>> bool((bars(0) == bars(0)[0]).all())
    True
    """
    vertical, horizontal = _grid()
    turn = math.radians(angle)
    distance = horizontal * math.cos(turn) - vertical * math.sin(turn)
    wave = np.sin(2 * np.pi * distance / period) * period / np.pi
    return _between(np.clip(wave / 2 + 0.5, 0, 1))


def chessboard(*, squares: int = 8) -> np.ndarray:
    """Eight by eight squares: edges of both directions, and corners."""
    vertical, horizontal = np.indices((_SIDE, _SIDE)) // (_SIDE // squares)
    return _between((vertical + horizontal) % 2)


def gradient() -> np.ndarray:
    """From black to white by one step a column: an edge that is everywhere and weak."""
    return np.tile(np.arange(256, dtype=np.uint8), (_SIDE, 1))


def impulse() -> np.ndarray:
    """One white pixel: what comes out of a convolution is the kernel itself."""
    image = np.zeros((33, 33), np.uint8)
    image[16, 16] = 255
    return image


def noise(*, seed: int = 1) -> np.ndarray:
    """Gaussian noise around middle gray, the same on every machine."""
    values = np.random.default_rng(seed).normal(128, 40, (_SIDE, _SIDE))
    return np.clip(np.rint(values), 0, 255).astype(np.uint8)


def zone_plate() -> np.ndarray:
    """Rings that grow finer outwards, to the finest that pixels hold: shows which frequencies a kernel lets through."""
    vertical, horizontal = _grid()
    return _between(0.5 + 0.5 * np.cos(np.pi * (vertical**2 + horizontal**2) / _SIDE))


def five_by_five() -> np.ndarray:
    """Twenty-five small numbers with an edge in them, for arithmetic by hand."""
    return np.array(
        [[1, 2, 0, 7, 8], [0, 1, 2, 9, 7], [2, 0, 1, 8, 9], [1, 1, 0, 7, 8], [0, 2, 1, 9, 7]],
        np.uint8,
    )


def small_volume() -> np.ndarray:
    """Five by five by three numbers from 0 to 2: a volume whose sums can be checked by hand."""
    red = [[0, 1, 2, 0, 1], [2, 1, 0, 1, 0], [1, 0, 2, 2, 1], [0, 2, 1, 0, 2], [1, 1, 0, 2, 0]]
    green = [[1, 0, 0, 2, 1], [0, 2, 1, 0, 0], [2, 1, 0, 1, 2], [1, 0, 2, 2, 0], [0, 1, 1, 0, 2]]
    blue = [[2, 0, 1, 1, 0], [1, 1, 0, 2, 2], [0, 2, 2, 0, 1], [2, 0, 1, 1, 0], [1, 0, 0, 2, 1]]
    return np.stack([np.array(each, np.uint8) for each in (red, green, blue)], axis=2)


PATTERNS: dict[str, Callable[[], np.ndarray]] = {
    "step edge": step_edge,
    "bars": bars,
    "chessboard": chessboard,
    "gradient": gradient,
    "impulse": impulse,
    "noise": noise,
    "zone plate": zone_plate,
    "5×5 numbers": five_by_five,
    "5×5×3 numbers": small_volume,
}


def _grid() -> tuple[np.ndarray, np.ndarray]:
    middle = (_SIDE - 1) / 2
    vertical, horizontal = np.indices((_SIDE, _SIDE), dtype=np.float64)
    return vertical - middle, horizontal - middle


def _between(share: np.ndarray) -> np.ndarray:
    values: np.ndarray = np.rint(_DARK + (_BRIGHT - _DARK) * share)
    return values.astype(np.uint8)
