"""The mini-batch that leaves the loader, to be looked at. For the training worker only."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.errors import UserError
from engine.network.live.scaling import scaled
from engine.network.training.loading import order
from engine.network.training.materials import Materials
from engine.network.training.messages import Batch, LoaderStep
from engine.network.training.transforming import changed
from engine.opencv import cv2
from engine.text import mark

_MOST_BYTES = 450_000
_LARGEST_SIDE = 160


def show_batch(materials: Materials, *, count: int, number: int) -> Batch:
    """Batch `number` of the first epoch, up to `count` of its pictures, exactly as training would get it."""
    settings = materials.job.settings
    loader = materials.loader_of(materials.parts.train)
    batches = order(len(loader), settings.batch_size, seed=settings.seed, epoch=0)
    places = batches[number % len(batches)]
    whole = len(places)
    places = places[: max(1, count)]
    before = loader.batch(places)
    if not loader.valid_at(places).any():
        raise next(iter(loader.missing.values()), UserError(mark("No picture of this batch can be read.")))
    after = np.asarray(
        changed(before.astype(np.float32), materials.job.transforms, seed=settings.seed), np.float32
    )  # fmt: skip
    final = np.asarray(scaled(tf.constant(after), materials.prepared.values))
    labels = loader.labels[places]
    return Batch(
        before=shrunk(before), after=shrunk(np.clip(np.rint(after), 0, 255).astype(np.uint8)),
        labels=tuple(labels.tolist()), indices=tuple(loader.indices[places].tolist()),
        class_names=materials.class_names, batch_size=whole, batches=len(batches),
        steps=_steps(before, after, final, labels, whole, len(loader)),
    )  # fmt: skip


def shrunk(pictures: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Pictures (n, H, W, C) made smaller by a whole factor until they can travel in a message."""
    height, width = pictures.shape[1:3]
    room = math.sqrt(pictures.size / _MOST_BYTES)
    factor = max(1, math.ceil(max(room, max(height, width) / _LARGEST_SIDE)))
    if factor == 1:
        return pictures
    size = (max(1, width // factor), max(1, height // factor))
    made = [cv2.resize(each, size, interpolation=cv2.INTER_AREA) for each in pictures]
    return np.stack(made).reshape(len(pictures), size[1], size[0], -1)


def _steps(
    before: NDArray[Any], after: NDArray[Any], final: NDArray[Any], labels: NDArray[np.int32], batch: int, count: int
) -> tuple[LoaderStep, ...]:
    shape = before.shape[1:]
    return (
        _step(mark("Arrays"), mark("Each picture, fitted to the network: rows, columns, channels."), shape, before),
        _step(mark("Tensors"), mark("The same numbers where TensorFlow computes, transformed: decimal numbers now."),
              shape, after),
        _step(mark("Pairs"), mark("Each picture with the number of its class."), (count,), labels),
        _step(mark("Batch"), mark("Shuffled, and scaled to the numbers that the network was made for."),
              (batch, *shape), final),
    )  # fmt: skip


def _step(title: str, text: str, shape: tuple[int | None, ...], values: NDArray[Any]) -> LoaderStep:
    return LoaderStep(title, text, shape, str(values.dtype), float(values.min()), float(values.max()))
