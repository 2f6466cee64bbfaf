"""Occlusion: cover one place after another and see how far the score falls. For the network worker only."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.network.activations import LiveNetwork, Needed
from engine.network.why.scoring import WhyError, class_scores
from engine.text import mark

_MOST_AT_ONCE = 8
_SECONDS_A_STEP = 0.2
"""Between two steps live maps are let in and a stop is noticed, so a large network takes fewer pictures at once."""
_COVER = 127
_MOST_PLACES = 4096


class OccludedHeat:
    """The work in slices: iterate over it (done, total), then take `heat` (H, W), the mean fall at each pixel."""

    def __init__(
        self,
        network: LiveNetwork,
        pixels: NDArray[np.uint8],
        *,
        class_index: int,
        patch: int | None = None,
        step: int | None = None,
    ) -> None:
        height, width = pixels.shape[:2]
        self._side = patch or max(1, max(height, width) // 8)
        stride = step or max(1, self._side // 2)
        rows, columns = _starts(height, self._side, stride), _starts(width, self._side, stride)
        self._places = [(row, column) for row in rows for column in columns]
        if len(self._places) > _MOST_PLACES:
            raise WhyError(
                mark("{count} places are too many to cover one by one; at most {most} are. Use a larger step."),
                count=len(self._places), most=_MOST_PLACES,
            )  # fmt: skip
        self._network, self._pixels, self._class = network, pixels, class_index
        self._sum = np.zeros((height, width))
        self._times = np.zeros((height, width))
        self._batch = _picked_batch(network, pixels)

    @property
    def needed(self) -> Needed:
        """The function that it takes."""
        return ("batch", self._batch), lambda: batched_answer(self._network, self._batch)

    @property
    def heat(self) -> NDArray[np.float32]:
        """By how much the score falls when a pixel is covered, on the mean over the squares that covered it."""
        return (self._sum / np.maximum(self._times, 1)).astype(np.float32)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        size = self._batch
        function = self._network.remembered(*self.needed)
        before = self._scores(function, [None])[0]
        for start in range(0, len(self._places), size):
            part = self._places[start : start + size]
            for (row, column), after in zip(part, self._scores(function, part), strict=True):
                place = np.s_[row : row + self._side, column : column + self._side]
                self._sum[place] += before - after
                self._times[place] += 1
            yield min(start + size, len(self._places)), len(self._places)

    def _scores(self, function: Any, places: list[Any]) -> list[float]:
        batch = np.repeat(self._pixels[None], self._batch, axis=0)
        for picture, place in zip(batch, places, strict=False):
            if place is not None:
                picture[place[0] : place[0] + self._side, place[1] : place[1] + self._side] = _COVER
        answers = function(tf.constant(batch)).numpy()
        return [float(class_scores(answers[index][None])[self._class]) for index in range(len(places))]


def batched_answer(network: LiveNetwork, size: int) -> Any:
    """A function from `size` pictures (size, H, W, channels) uint8 to the network's answers."""

    def compute(batch: Any) -> Any:
        return network.plan.run([network.scaled(batch)])[network.plan.outputs[0]]

    signature = [tf.TensorSpec((size, *network.pixels_shape), tf.uint8)]
    return tf.function(compute, input_signature=signature, autograph=False).get_concrete_function()


def _picked_batch(network: LiveNetwork, pixels: NDArray[np.uint8]) -> int:
    """How many pictures go through the network in one step; a power of two, so that few functions are traced."""
    begun = time.perf_counter()
    network.every_activation(pixels)
    seconds = time.perf_counter() - begun
    size = _MOST_AT_ONCE
    while size > 1 and size * seconds > _SECONDS_A_STEP:
        size //= 2
    return size


def _starts(length: int, side: int, step: int) -> list[int]:
    """Where squares begin so that every pixel is covered."""
    last = max(0, length - side)
    return [*range(0, last, step), last]
