"""What is known about the things in a picture beyond its class."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Annotation:
    """What is in a scene: for each thing its name, box and mask, from back to front.

    `boxes` (n, 4) are row, column, height, width of what is seen; `masks` (n, H, W) are true where it is seen.
    """

    names: tuple[str, ...]
    boxes: NDArray[np.int32]
    masks: NDArray[np.bool_]
