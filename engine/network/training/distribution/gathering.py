"""Bringing the workers of a cluster together, within a time. Imports TensorFlow."""

from __future__ import annotations

import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from engine.errors import UserError
from engine.network.training.distribution.cluster import Cluster, ClusterError
from engine.network.training.distribution.team import Team, team_of
from engine.text import mark

WAIT_VARIABLE = "KERNELSCOPE_WAIT"
_USUAL_SECONDS = 600.0
_PAUSE = 0.5


class MissingWorkerError(UserError):
    """Not all workers came."""


def gathered(cluster: Cluster | None, *, tell: Callable[[str], None]) -> Team | None:
    """The team of a job (`team_of`); refuses in a sentence where workers do not come in time.

    They have ten minutes, or as many seconds as the variable `KERNELSCOPE_WAIT` says.
    """
    if cluster is None or len(cluster.workers) == 1:
        return team_of(cluster)
    seconds = wait_of(os.environ.get(WAIT_VARIABLE, ""))
    count = len(cluster.workers)
    tell(f"worker {cluster.index} of {count} waits for the others")

    with _signals_end():
        meet(cluster, seconds=seconds)
        # TensorFlow waits in a call that lets no other Python run: only the system can end it.
        with _alarm(seconds):
            return team_of(cluster)


def meet(cluster: Cluster, *, seconds: float) -> None:
    """Return as soon as all workers can be reached; refuse in a sentence where they cannot within some seconds."""
    end = time.monotonic() + seconds
    missing = {address for number, address in enumerate(cluster.workers) if number != cluster.index}
    own = cluster.workers[cluster.index]
    try:
        # Whoever has met all others goes on to TensorFlow, which listens at the same address for those that still look.
        listener = socket.create_server(("", _port(own)))
    except OSError as error:
        raise ClusterError(
            mark("This worker cannot listen at {address}: {reason}. Choose another port for it, on all workers."),
            address=own, reason=os.strerror(error.errno) if error.errno else str(error),
        ) from None  # fmt: skip
    with listener:
        while missing:
            missing -= {address for address in missing if _answers(address)}
            if missing and time.monotonic() > end:
                raise MissingWorkerError(
                    mark("{missing} of {count} workers did not come within {seconds} seconds, the first {address}. Are "
                         "all started, with the same list of addresses, and can they reach each other?"),
                    missing=len(missing), count=len(cluster.workers), seconds=f"{seconds:g}", address=min(missing),
                )  # fmt: skip
            if missing:
                time.sleep(_PAUSE)


def _answers(address: str) -> bool:
    host = address.rpartition(":")[0].strip("[]")
    try:
        with socket.create_connection((host, _port(address)), timeout=_PAUSE):
            return True
    except OSError:
        return False


def _port(address: str) -> int:
    return int(address.rpartition(":")[2])


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


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
