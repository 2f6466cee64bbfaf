"""Names for the arrays that travel through the engine."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

# A picture or a result: (H, W) or (H, W, C), channels last, RGB; uint8, uint16 or float.
Image: TypeAlias = NDArray[Any]
# A picture or a result in float32.
FloatImage: TypeAlias = NDArray[np.float32]
# A kernel: (height, width), float32.
Weights: TypeAlias = NDArray[np.float32]
