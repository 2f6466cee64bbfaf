"""The devices that learn together, of this process and of others. Imports TensorFlow."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.network.training.distribution.cluster import Cluster
from engine.network.training.distribution.shares import Shared, Source

_BLOCK = 4 * 2**20


class Team:
    """A `tf.distribute` strategy with what a run has to know of it.

    `index` is this process's number of `workers`; its devices are `first` … `first + own − 1` of `devices`.
    """

    def __init__(self, strategy: Any, *, index: int = 0, workers: int = 1) -> None:
        self.strategy = strategy
        self.index, self.workers = index, workers
        self.devices: int = strategy.num_replicas_in_sync
        self.own = self.devices // workers
        self.first = index * self.own
        # Made now, by all processes: collectives find each other by the order in which they are made.
        self._sum = self._made_sum() if workers > 1 else None

    @property
    def is_chief(self) -> bool:
        """Whether this process writes down what all do."""
        return self.index == 0

    def scope(self) -> AbstractContextManager[Any]:
        """Within this, variables are made on every device."""
        scope: AbstractContextManager[Any] = self.strategy.scope()
        return scope

    def shared(self, source: Source) -> Shared:
        """A source of which this process reads its share only."""
        return Shared(source, first=self.first, own=self.own, devices=self.devices)

    def total(self, values: NDArray[np.float32]) -> NDArray[np.float32]:
        """The sum of the processes' values, of the same shape in all; a process waits here for the others."""
        if self._sum is None:
            return values
        found: NDArray[np.float32] = self._sum(tf.constant(values.ravel(), tf.float32)).numpy()
        return found.reshape(values.shape)

    def from_chief(self, data: bytes) -> bytes:
        """What the chief has, for all; what others pass is ignored."""
        if self._sum is None:
            return data
        length = int.from_bytes(self._bytes(len(data).to_bytes(8, "big")), "big")
        return b"".join(
            self._bytes(data[start : start + _BLOCK] if self.is_chief else bytes(min(_BLOCK, length - start)))
            for start in range(0, length, _BLOCK)
        )

    def meet(self) -> None:
        """Wait until all processes are here."""
        self.total(np.zeros(1, np.float32))

    def _bytes(self, data: bytes) -> bytes:
        # As decimal numbers, the one kind that every way between computers and graphics cards can add up.
        mine = np.frombuffer(data, np.uint8).astype(np.float32) * self.is_chief
        return self.total(mine).astype(np.uint8).tobytes()

    def _made_sum(self) -> Any:
        def one(values: Any) -> Any:
            context = tf.distribute.get_replica_context()
            is_first = tf.equal(context.replica_id_in_sync_group, self.first)
            mine = values * tf.cast(is_first, tf.float32)
            return context.all_reduce(tf.distribute.ReduceOp.SUM, mine)

        def total(values: Any) -> Any:
            return self.strategy.experimental_local_results(self.strategy.run(one, args=(values,)))[0]

        signature = [tf.TensorSpec((None,), tf.float32)]
        return tf.function(total, input_signature=signature, autograph=False).get_concrete_function()


def team_of(cluster: Cluster | None) -> Team | None:
    """The team that a job has: the processes of a cluster, or all graphics cards of this computer; None for one device.

    Has to be called before TensorFlow computes anything. With a cluster it waits until all processes are there.
    """
    if cluster is not None and len(cluster.workers) > 1:
        resolver = tf.distribute.cluster_resolver.SimpleClusterResolver(
            tf.train.ClusterSpec({"worker": list(cluster.workers)}), task_type="worker", task_id=cluster.index
        )
        strategy = tf.distribute.MultiWorkerMirroredStrategy(cluster_resolver=resolver)
        return Team(strategy, index=cluster.index, workers=len(cluster.workers))
    if len(tf.config.list_physical_devices("GPU")) > 1:
        return Team(tf.distribute.MirroredStrategy())
    return None
