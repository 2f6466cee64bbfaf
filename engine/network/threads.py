"""How many threads TensorFlow takes. For the network worker only."""

from __future__ import annotations

import tensorflow as tf

from engine.network.devices import usable_cores

_MOST_WITHOUT_A_SPARE = 2
_MOST = 16


def share_cores() -> None:
    """Leave a core to the window where there are more than two. Before the first computation, once.

    On two cores the worker takes both: it runs at a lower priority than the window, so the window goes first anyway,
    and a network on one core takes nearly twice as long. Steps that do not depend on each other gain nothing from
    running side by side: each one uses all the threads there are.
    """
    cores = usable_cores()
    tf.config.threading.set_intra_op_parallelism_threads(
        cores if cores <= _MOST_WITHOUT_A_SPARE else min(cores - 1, _MOST)
    )
    tf.config.threading.set_inter_op_parallelism_threads(2)
