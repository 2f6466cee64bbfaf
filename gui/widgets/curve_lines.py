"""The lines that a curve is drawn of.

WORKAROUND(Qt 6.11): a polyline wider than a pixel that goes up and down, such as the accuracy of single steps, takes
the painter's stroker 100 ms and more, in which the window stands still. The same lines one by one take one.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from PySide6.QtCore import QLineF

_MOST_DASHES = 600


def joined(x: np.ndarray, y: np.ndarray) -> list[QLineF]:
    """A line from each point to the next.

    >>> len(joined(np.array([0.0, 1.0, 2.0]), np.array([5.0, 6.0, 5.0])))
    2
    """
    points = np.stack((x, y), axis=1).tolist()
    return [QLineF(*one, *other) for one, other in pairwise(points)]


def dashed(x: np.ndarray, y: np.ndarray, *, length: float, gap: float) -> list[QLineF]:
    """Dashes along the way through the points, so long and so far apart; longer ones where there would be too many.

    >>> [(line.x1(), line.x2()) for line in dashed(np.array([0.0, 9.0]), np.zeros(2), length=3, gap=2)]
    [(0.0, 3.0), (5.0, 8.0)]
    """
    way = np.concatenate(([0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))))
    stretch = max(1.0, way[-1] / (_MOST_DASHES * (length + gap)))
    starts = np.arange(0.0, way[-1], stretch * (length + gap))
    ends = np.minimum(starts + stretch * length, way[-1])
    lines = np.stack([np.interp(place, way, values) for place in (starts, ends) for values in (x, y)], axis=1)
    return [QLineF(*line) for line in lines.tolist()]
