"""What a frozen part of a network gives for every picture, computed once. For the training worker only."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.network.architecture import Architecture
from engine.network.building import build
from engine.network.live.scaling import scaled
from engine.network.tracing import trace
from engine.network.training.learner import graph_of
from engine.network.training.loading import Batches, Chunk, Loader, alike, in_order
from engine.network.training.phases import MOST_FEATURE_BYTES
from engine.network.weights import Arrays

_BATCH = 64


class Features:
    """Features of a loader's pictures; takes its place. All of them lie in memory."""

    def __init__(self, loader: Loader, values: NDArray[np.float32], valid: NDArray[np.float32]) -> None:
        self.indices, self.labels, self.missing = loader.indices, loader.labels, loader.missing
        self._tensors = (tf.constant(values), tf.constant(loader.labels), tf.constant(valid))

    def __len__(self) -> int:
        return len(self.indices)

    def chunks(self, batches: Batches, *, steps: Callable[[], int]) -> Generator[Chunk, None, None]:
        """The batches in turn, `steps()` of the same size at a time."""
        start = 0
        while start < len(batches):
            places = alike(batches, start, steps())
            start += len(places)
            yield Chunk(*self._tensors, places)


class Extractor:
    """The frozen part of a network as a function of pictures of 0–255."""

    def __init__(self, architecture: Architecture, arrays: Arrays, *, values: str) -> None:
        model = build(architecture, arrays=arrays)
        self._shape = trace(architecture).checked().outputs[0]

        def extract(pictures: Any) -> Any:
            return model(scaled(tf.cast(pictures, tf.float32), values), training=False)

        signature = [tf.TensorSpec((None, *model.inputs[0].shape[1:]), tf.uint8)]
        self._extract = graph_of(extract, signature)

    def fits(self, count: int) -> bool:
        """Whether the features of so many pictures can be kept in memory."""
        return count * int(np.prod(self._shape)) * 4 <= MOST_FEATURE_BYTES

    def features(self, loader: Loader, *, told: Callable[[int, int], None]) -> Features:
        """The features of all pictures; `told` hears how many are done and may raise to end it."""
        return Features(loader, *self.computed(loader, told=told))

    def computed(
        self, loader: Loader, *, told: Callable[[int, int], None]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """The features as an array, and 1 for each picture that could be read, 0 for the others."""
        found = np.empty((len(loader), *self._shape), np.float32)
        valid = np.ones(len(loader), np.float32)
        done = 0
        for chunk in loader.chunks(in_order(len(loader), _BATCH), steps=lambda: 1):
            told(done, len(loader))
            here = tf.gather(chunk.pictures, chunk.places[0])
            count = len(chunk.places[0])
            found[done : done + count] = self._extract(here).numpy()
            valid[done : done + count] = tf.gather(chunk.valid, chunk.places[0]).numpy()
            done += count
        return found, valid
