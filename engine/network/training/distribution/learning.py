"""One network that several devices train together, each on its piece of every batch. Imports Keras."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.network.architecture import Architecture
from engine.network.training.distribution.chance import BatchPlace, match_one_device
from engine.network.training.distribution.shares import SharedChunk
from engine.network.training.distribution.team import Team
from engine.network.training.learner import Learner, are_right, graph_of
from engine.network.training.settings import Settings
from engine.network.weights import Arrays

_SUM = tf.distribute.ReduceOp.SUM


class JointLearner(Learner):
    """A learner whose weights lie on every device of a team, and which takes its share of every batch.

    All devices do the same steps and hold the same weights after each: gradients are summed over the whole batch before
    anything changes. `wants_end` is asked before each step; as soon as one process wants it, all end at the same step.
    """

    def __init__(
        self,
        architecture: Architecture,
        arrays: Arrays,
        settings: Settings,
        *,
        team: Team,
        wants_end: Callable[[], bool],
        changes: Callable[[Any], Any] | None = None,
        **options: Any,
    ) -> None:
        self._team, self._wants_end = team, wants_end
        self._place = BatchPlace()
        self.is_end_agreed = False
        with team.scope():
            super().__init__(
                architecture, arrays, settings, **options,
                changes=None if changes is None else self._place.widened(changes),
            )  # fmt: skip

    def _made_optimiser(self) -> Any:
        made = super()._made_optimiser()
        # WORKAROUND(Keras 3.15): its optimisers sum gradients over all devices themselves, in a call of their own, and
        # nothing public tells them that these are sums already.
        made._all_reduce_sum_gradients = list
        return made

    def train(self, chunk: Any, rates: NDArray[np.float32]) -> NDArray[np.float32]:
        """Do the steps of a chunk; ends earlier after a step at which a process wanted that."""
        rows: list[NDArray[np.float32]] = []
        # A call for each step: a collective in a loop of the graph is known by the number of its round, which only
        # agrees where all processes put equally many steps into a call.
        for places, rate in zip(chunk.places, rates, strict=True):
            rows.append(self._train(*self._given(chunk, places), tf.constant(rate)).numpy())
            self.is_end_agreed = bool(rows[-1][3] > 0)
            if self.is_end_agreed or not np.isfinite(rows[-1][0]):
                break
        return np.stack(rows)[:, :3]

    def evaluate(self, chunk: Any) -> tuple[float, float, float]:
        """Sums over all devices' pieces of a chunk's batches."""
        sums = np.zeros(4)
        for places in chunk.places:
            sums += self._evaluate(*self._given(chunk, places)).numpy()
            if sums[3] > 0:
                self.is_end_agreed = True
                break
        return float(sums[0]), float(sums[1]), float(sums[2])

    def _given(self, chunk: SharedChunk, places: NDArray[np.int32]) -> list[Any]:
        wants_end = np.float32(self._wants_end())
        return [
            chunk.pictures, chunk.labels, chunk.valid, tf.constant(places),
            tf.constant(chunk.size, tf.int32), tf.constant(chunk.cuts), tf.constant(chunk.starts),
            tf.constant(chunk.counting), tf.constant(wants_end),
        ]  # fmt: skip

    def _made_model(self, arrays: Arrays) -> Any:
        model = super()._made_model(arrays)
        match_one_device(model, self._place)
        return model

    def _mine(
        self, pictures: Any, labels: Any, valid: Any, here: Any, cuts: Any, starts: Any, counting: Any
    ) -> tuple[Any, Any, Any, Any]:
        """This device's pictures, labels and weights, and where its piece begins in the whole batch."""
        own = self._context().replica_id_in_sync_group - self._team.first
        with tf.device("CPU:0"):  # the pictures of all devices lie there; only its own go to a graphics card
            here = here[cuts[own] : cuts[own + 1]]
            mine = tf.gather(pictures, here)
            return mine, tf.gather(labels, here), tf.gather(valid, here) * counting[own], starts[own]

    @staticmethod
    def _context() -> Any:
        return tf.distribute.get_replica_context()

    def _joint_step(
        self, pictures: Any, labels: Any, valid: Any, here: Any, size: Any, cuts: Any, starts: Any, counting: Any,
        wants_end: Any,
    ) -> Any:  # fmt: skip
        context = self._context()
        mine, labels, valid, start = self._mine(pictures, labels, valid, here, cuts, starts, counting)
        with self._place.at(start, size):
            given = tf.cast(mine, tf.float32)
            given = self.scaled(given if self._changes is None else self._changes(given))
            weights = valid * tf.gather(tf.constant(self._class_weights), labels)
            with tf.GradientTape() as tape:
                answers = self.model(given, training=True)
                loss = tf.reduce_sum(self.losses(labels, answers) * weights)
            gradients = tape.gradient(loss, self.trainable, unconnected_gradients=tf.UnconnectedGradients.ZERO)
        right = tf.reduce_sum(are_right(labels, answers, self.kind) * valid)
        told = tf.stack([loss, right, tf.reduce_sum(valid), wants_end])
        # One sum for all: devices meet once a step, however many weights there are.
        *gradients, told = context.all_reduce(_SUM, [*gradients, told])
        loss, right, count, wants_end = tf.unstack(told)
        gradients = [tf.math.divide_no_nan(each, count) for each in gradients]
        self.optimiser.apply_gradients(zip(gradients, self.trainable, strict=True))
        return tf.stack([tf.math.divide_no_nan(loss, count), right, count, wants_end])

    def _joint_look(
        self, pictures: Any, labels: Any, valid: Any, here: Any, cuts: Any, starts: Any, counting: Any, wants_end: Any
    ) -> Any:
        mine, labels, valid, _ = self._mine(pictures, labels, valid, here, cuts, starts, counting)
        answers = self.model(self.scaled(mine), training=False)
        loss = tf.reduce_sum(self.losses(labels, answers) * valid)
        right = tf.reduce_sum(are_right(labels, answers, self.kind) * valid)
        return self._context().all_reduce(_SUM, tf.stack([loss, right, tf.reduce_sum(valid), wants_end]))

    def _run(self, function: Callable[..., Any], *given: Any) -> Any:
        strategy = self._team.strategy
        return strategy.experimental_local_results(strategy.run(function, args=given))[0]

    def _made_train(self) -> Any:
        def train(
            pictures: Any, labels: Any, valid: Any, places: Any, size: Any, cuts: Any, starts: Any, counting: Any,
            wants_end: Any, rate: Any,
        ) -> Any:  # fmt: skip
            self.optimiser.learning_rate = rate
            return self._run(
                self._joint_step, pictures, labels, valid, places, size, cuts, starts, counting, wants_end
            )  # fmt: skip

        return graph_of(train, [*self._data(), _PLACES, *_PIECES, _RATE])

    def _made_evaluate(self) -> Any:
        def evaluate(
            pictures: Any, labels: Any, valid: Any, places: Any, size: Any, cuts: Any, starts: Any, counting: Any,
            wants_end: Any,
        ) -> Any:  # fmt: skip
            return self._run(self._joint_look, pictures, labels, valid, places, cuts, starts, counting, wants_end)

        return graph_of(evaluate, [*self._data(), _PLACES, *_PIECES])


_PLACES = tf.TensorSpec((None,), tf.int32)
_PIECES = [
    tf.TensorSpec((), tf.int32), tf.TensorSpec((None,), tf.int32), tf.TensorSpec((None,), tf.int32),
    tf.TensorSpec((None,), tf.float32), tf.TensorSpec((), tf.float32),
]  # fmt: skip
_RATE = tf.TensorSpec((), tf.float32)
