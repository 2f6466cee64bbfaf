"""Chance that does not depend on how many devices a batch is dealt to. Imports Keras.

A layer that draws random numbers draws them for the pictures of a batch in their order. Each device therefore lets such
a layer draw for the whole batch, with its own pictures in their places, and keeps what belongs to those.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import keras
import tensorflow as tf


class BatchPlace(threading.local):
    """Where the pictures of the device that is being traced lie in the whole batch; nowhere outside of training.

    A strategy traces each device in a thread of its own, so each thread has its own place.
    """

    start: Any = None
    size: Any = None

    @contextmanager
    def at(self, start: Any, size: Any) -> Iterator[None]:
        """Within this, batches are pieces from `start` on of one with `size` pictures."""
        self.start, self.size = start, size
        try:
            yield
        finally:
            self.start = self.size = None

    def widened(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function of pictures, called with a whole batch in which only the own pictures are not empty."""

        def wide(pictures: Any, *given: Any, **settings: Any) -> Any:
            if self.start is None:
                return function(pictures, *given, **settings)
            count = tf.shape(pictures)[0]
            rest = [[0, 0]] * (len(pictures.shape) - 1)
            whole = tf.pad(pictures, [[self.start, self.size - self.start - count], *rest])
            whole.set_shape([None, *pictures.shape[1:]])
            found = function(whole, *given, **settings)[self.start : self.start + count]
            found.set_shape([pictures.shape[0], *found.shape[1:]])
            return found

        return wide


def match_one_device(model: Any, place: BatchPlace) -> None:
    """Let a model compute on a piece of a batch what it would on the whole: statistics over all, chance by place."""
    for layer in model._flatten_layers(include_self=False):
        if isinstance(layer, keras.layers.BatchNormalization):
            layer.synchronized = True
        elif isinstance(getattr(layer, "seed_generator", None), keras.random.SeedGenerator):
            # Keras looks `call` up on the layer each time, and asks its signature no more once it was built.
            layer.call = place.widened(layer.call)
