"""What a trained network answers for many pictures. For the training worker only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.network.architecture import Architecture
from engine.network.live.scaling import scaled
from engine.network.training.answer import AnswerKind, answer_kind
from engine.network.training.learner import graph_of, losses, shares
from engine.network.training.loading import Loader, in_order

_BATCH_BYTES = 32 * 2**20


@dataclass(frozen=True, eq=False)
class Answers:
    """Shares (n, classes) for the pictures that could be read, with their places in the data set and true classes."""

    indices: NDArray[np.int64]
    labels: NDArray[np.int32]
    probabilities: NDArray[np.float32]

    @property
    def accuracy(self) -> float | None:
        """The share of right answers; None without any picture."""
        return float((self.probabilities.argmax(1) == self.labels).mean()) if len(self.labels) else None

    def loss(self, kind: AnswerKind, *, loss: str, smoothing: float) -> float | None:
        """The mean of the loss that was trained with, so that it stands beside training's; None without any picture."""
        if not len(self.labels):
            return None
        answers = self.probabilities[:, 1:] if kind is AnswerKind.ONE else self.probabilities
        each = losses(
            self.labels, answers, kind=AnswerKind.SHARES if kind is AnswerKind.NUMBERS else kind,
            classes=self.probabilities.shape[1], loss=loss, smoothing=smoothing,
        )  # fmt: skip
        return float(tf.reduce_mean(each))


class Judge:
    """A network that answers. `model` was built from `architecture`; `values` is one of `VALUES`."""

    def __init__(self, model: Any, architecture: Architecture, *, values: str) -> None:
        kind = answer_kind(architecture)

        def answer(pictures: Any) -> Any:
            return shares(model(scaled(tf.cast(pictures, tf.float32), values), training=False), kind)

        shape = model.inputs[0].shape[1:]
        signature = [tf.TensorSpec((None, *shape), tf.float32)]
        self._answer = graph_of(answer, signature)
        self.batch_size = max(1, min(256, _BATCH_BYTES // (4 * int(np.prod(shape)))))

    def answer(self, pictures: NDArray[Any]) -> NDArray[np.float32]:
        """Shares (n, classes) for pictures (n, H, W, C) of 0–255."""
        found: NDArray[np.float32] = self._answer(tf.constant(pictures, tf.float32)).numpy()
        return found

    def answers(self, loader: Loader, *, told: Callable[[int, int], None] | None = None) -> Answers:
        """Answers for all pictures; `told` hears how many are done and may raise to end it."""
        found: list[NDArray[np.float32]] = []
        valid: list[NDArray[np.float32]] = []
        done = 0
        for chunk in loader.chunks(in_order(len(loader), self.batch_size), steps=lambda: 1):
            if told is not None:
                told(done, len(loader))
            here = chunk.places[0]
            found.append(self.answer(tf.gather(chunk.pictures, here).numpy()))
            valid.append(tf.gather(chunk.valid, here).numpy())
            done += len(here)
        if not found:
            return Answers(np.zeros(0, np.int64), np.zeros(0, np.int32), np.zeros((0, 0), np.float32))
        readable = np.concatenate(valid) > 0
        return Answers(loader.indices[readable], loader.labels[readable], np.concatenate(found)[readable])
