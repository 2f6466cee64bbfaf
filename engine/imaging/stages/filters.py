"""A filter of a true volume: a kernel for every channel, summed, plus a bias."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.stages.stage import StageError
from engine.text import mark

MOST_FILTERS = 32
MOST_CHANNELS = 32


@dataclass(frozen=True)
class Filter:
    """Kernels, one a channel, and a bias. A single kernel serves every channel."""

    kernels: tuple[KernelChoice, ...]
    bias: float = 0.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "kernels", tuple(self.kernels))
        _check_count(len(self.kernels))
        if isinstance(self.bias, bool) or not isinstance(self.bias, (int, float)) or not math.isfinite(self.bias):
            raise StageError(mark("A filter's bias is {value}, but must be a finite number."), value=self.bias)
        object.__setattr__(self, "bias", float(self.bias))
        if len({kernel.weights().shape for kernel in self.kernels}) > 1:
            raise StageError(mark("The kernels of one filter have different sizes. Give all of them the same size."))

    @property
    def size(self) -> tuple[int, int]:
        """Height and width of the kernels."""
        height, width = self.kernels[0].weights().shape
        return height, width

    def kernel(self, channel: int) -> KernelChoice:
        """The kernel that lies over a channel."""
        return self.kernels[0] if len(self.kernels) == 1 else self.kernels[channel]

    def to_json(self) -> dict[str, Any]:
        """Plain data that `from_json` turns back into an equal filter."""
        return {"kernels": [kernel.to_json() for kernel in self.kernels], "bias": self.bias}

    @classmethod
    def from_json(cls, data: Any) -> Self:
        """The filter that `data` describes, checked."""
        if not isinstance(data, dict) or not isinstance(data.get("kernels"), list):
            raise StageError(mark("One of its filters is damaged."))
        _check_count(len(data["kernels"]))
        return cls(tuple(KernelChoice.from_json(each) for each in data["kernels"]), data.get("bias", 0.0))


def _check_count(kernels: int) -> None:
    if not 1 <= kernels <= MOST_CHANNELS:
        raise StageError(
            mark("A filter has {count} kernels; it needs from 1 to {limit}, one for each channel."),
            count=kernels, limit=MOST_CHANNELS,
        )  # fmt: skip


def filter_bank(filters: Sequence[Filter], channels: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The filters as one (height, width, channels, filters) array, and their biases."""
    for number, each in enumerate(filters, start=1):
        if len(each.kernels) not in (1, channels):
            raise StageError(
                mark("Filter {number} has {kernels} kernels but its input {channels} channels. "
                     "Give it one kernel a channel, or a single one for all."),
                number=number, kernels=len(each.kernels), channels=channels,
            )  # fmt: skip
    columns = [np.stack([each.kernel(channel).weights() for channel in range(channels)], axis=-1) for each in filters]
    bank = np.ascontiguousarray(np.stack(columns, axis=-1), dtype=np.float32)
    return bank, np.array([each.bias for each in filters], dtype=np.float32)
