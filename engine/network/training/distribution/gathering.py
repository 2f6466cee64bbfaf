"""Bringing the workers of a cluster together, within a time. Imports TensorFlow."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from engine.network.training.distribution.cluster import Cluster
from engine.network.training.distribution.team import Team, team_of

WAIT_VARIABLE = "KERNELSCOPE_WAIT"
_USUAL_SECONDS = 600.0
_TRY_AGAIN = 75


def gathered(cluster: Cluster | None, *, tell: Callable[[str], None]) -> Team | None:
    """The team of a job (`team_of`); where workers do not come in time, the process ends with a sentence.

    They have ten minutes, or as many seconds as the variable `KERNELSCOPE_WAIT` says.
    """
    if cluster is None or len(cluster.workers) == 1:
        return team_of(cluster)
    seconds = wait_of(os.environ.get(WAIT_VARIABLE, ""))
    count = len(cluster.workers)
    tell(f"worker {cluster.index} of {count} waits for the others")

    def give_up() -> None:
        tell(
            f"Not all of the {count} workers were there within {seconds:g} seconds. Are all of them started, with the "
            "same list of addresses, and can they reach each other?"
        )
        # TensorFlow waits in a call that nothing else can end.
        sys.stderr.flush()
        os._exit(_TRY_AGAIN)

    timer = threading.Timer(seconds, give_up)
    timer.daemon = True
    timer.start()
    try:
        with _signals_end():
            return team_of(cluster)
    finally:
        timer.cancel()
        timer.join()


def wait_of(text: str) -> float:
    """Seconds to wait.

    >>> wait_of("30"), wait_of(""), wait_of("soon")
    (30.0, 600.0, 600.0)
    """
    try:
        return min(max(1.0, float(text)), 86_400.0) if text else _USUAL_SECONDS
    except ValueError:
        return _USUAL_SECONDS


@contextmanager
def _signals_end() -> Iterator[None]:
    """Let Ctrl+C end the process at once: a handler of ours would only run when TensorFlow has stopped waiting."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {kind: signal.signal(kind, signal.SIG_DFL) for kind in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for kind, handler in before.items():
            signal.signal(kind, handler)
