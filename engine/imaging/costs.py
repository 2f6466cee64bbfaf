"""What each kind of pass costs, in units of one multiplication at every value inside a direct pass.

Measured at 480p to 4K on two cores (docs/benchmarks/convolution.md); only the ratios matter. Multiplications are shared
out among OpenCV's threads while reading and writing memory hardly is, so with threads memory weighs more beside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np

from engine.imaging.checks import Pair
from engine.imaging.factors import Block, Factors
from engine.imaging.fourier import Effort, effort_of
from engine.imaging.passes import takes_bytes
from engine.imaging.scratch import band_height
from engine.opencv import cv2

PASS = 3.5  # reading a source and writing a result
TWO_PASSES = 11.0  # a row and a column with what lies between them
ADD = 6.0  # adding what one dealt picture gives to another
SUM = 8.0  # adding one result as large as the picture to another
CONVERT = 4.0  # whole numbers to float32
DEAL = 10.0  # dealing every n-th column into a picture of its own
REGROUP = 16.0  # dealing for dilation, and putting together again
REGROUP_BYTES = 8.0
BANDS = 15.0  # making the rim beforehand and putting bands of rows together afterwards
WAVES = 56.0  # there and back through the tiles of `fourier`: a tenth more than where nothing else runs
CHANNEL_WAVES = 1.25  # how much dearer that is where each channel has to be picked out and put back
GAPS = 1.25  # how much dearer direct passes are among gaps: in a dealt picture, or with blocks of mostly zeros
SLOW_BYTES = 1.4  # a multiplication more for each tap where bytes are filtered as they are
CALL = 1.5e5  # any call at all, in units times values: about 5 µs
SHARED_MEMORY = 1.4  # the weight of memory beside multiplications that two threads share


@dataclass(frozen=True)
class Area:
    """The values to compute, how many and from what, the weight of memory, and whether bands of rows are needed."""

    rows: int
    columns: int
    channels: int
    dtype: np.dtype[Any]
    finite: bool
    memory: float
    in_bands: bool = False

    @property
    def values(self) -> int:
        """Numbers in the result."""
        return self.rows * self.columns * self.channels

    @property
    def conversion(self) -> float:
        """The cost of having float32 to start from."""
        return 0.0 if self.dtype == np.float32 else CONVERT * self.memory


def memory_weight() -> float:
    """How much dearer memory is beside multiplications, with the threads that OpenCV has now."""
    return SHARED_MEMORY if cv2.getNumThreads() > 1 else 1.0


def streamed(area: Area, factors: Factors) -> float:
    """OpenCV's own pair of passes: best on bytes, and where both lines mirror themselves."""
    taps = sum(factors.shape)
    if area.dtype == np.uint8:
        once = 2 * area.memory + (1.1 if factors.is_symmetric else 1.7) * taps
    else:
        once = 4 * area.memory + (1.45 if factors.is_symmetric else 2.2) * taps
    doubt = 1.0 if factors.rank == 1 else 1.1 if area.dtype == np.uint8 else 1.25  # as for `separable`
    return doubt * (factors.rank * once + SUM * area.memory * (factors.rank - 1))


def separable(area: Area, factors: Factors) -> float:
    """Two direct passes for each product of a column and a row."""
    memory = (TWO_PASSES * factors.rank + SUM * (factors.rank - 1)) * area.memory
    doubt = 1.15 if factors.rank > 1 else 1.0  # sums suffer most from a busy machine: take them where they clearly win
    total = area.conversion + doubt * (factors.line_taps + memory)
    if not area.in_bands:
        return total
    overlap = factors.shape[0] - 1
    return (total + BANDS * area.memory) * (1 + overlap / band_height(area.columns * area.channels, overlap))


def box(area: Area, factors: Factors) -> float:
    """A running sum; OpenCV has code of its own for 3 × 3 and 5 × 5."""
    has_own_code = factors.shape in ((3, 3), (5, 5))
    if area.dtype in (np.uint8, np.uint16):
        return (7.0 if has_own_code else 20.0) * area.memory
    return area.conversion + (16.0 if has_own_code else 45.0) * area.memory


def direct(area: Area, blocks: tuple[Block, ...]) -> float:
    """Every multiplication that is not by zero, in one pass for each block."""
    taps = sum(block.taps for block in blocks)
    before = SLOW_BYTES * taps if takes_bytes(area.dtype, blocks) else area.conversion
    return before + taps + (PASS * len(blocks) + SUM * (len(blocks) - 1)) * area.memory


def waves(area: Area, shape: Pair) -> tuple[float, Effort]:
    """Correlation through `fourier`: the cost for each value, and the effort in all."""
    effort = effort_of(area.rows, area.columns, shape, area.channels)
    extra = CHANNEL_WAVES if area.channels > 1 else 1.0
    return WAVES * sqrt(area.memory) * extra * effort.work / area.values, effort
