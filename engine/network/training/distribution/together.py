"""A job as one of several processes that run it together: only the chief writes. Imports Keras."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import tensorflow as tf

from engine.child.messages import Message
from engine.errors import UserError
from engine.files import write_atomically
from engine.network.data.dataset import DataSet
from engine.network.training.curves import CHECKPOINT, FinalFigures
from engine.network.training.distribution.jointly import Jointly
from engine.network.training.distribution.team import Team
from engine.network.training.job import TrainingJob
from engine.network.training.listening import Listener
from engine.network.training.materials import Materials
from engine.network.training.running import run
from engine.text import mark

_DIGEST = 8  # bytes of it that are compared
_GONE = (tf.errors.UnavailableError, tf.errors.AbortedError, tf.errors.CancelledError, tf.errors.DeadlineExceededError)


class TeamError(UserError):
    """Processes that were to work together cannot."""


class LostWorkerError(UserError):
    """A process of the team has gone."""


class _Agreeing:
    """Passes on what a run tells, and ends it only at the step at which all processes do."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self.jointly: Jointly | None = None

    def tell(self, message: Message) -> None:
        self._listener.tell(message)

    def is_stop_asked(self) -> bool:
        return self.jointly is not None and self.jointly.is_end_agreed

    def is_pause_asked(self) -> bool:
        return False

    def pause(self) -> bool:
        return False


def run_together(
    job: TrainingJob,
    folder: Path,
    team: Team,
    *,
    listener: Listener,
    resume: bool = False,
    dataset: DataSet | None = None,
    watch: Callable[[Materials, Listener, Path], Any] | None = None,
) -> FinalFigures:
    """`run` as a member of a team. Only the chief needs `folder`; with `resume` it gives its checkpoint to the others.

    Raises:
        TeamError: where the processes have been given different jobs.
    """
    heard = _Agreeing(listener)
    heard.jointly = Jointly(team, wants_end=listener.is_stop_asked)
    check_alike(team, job)
    with _folder_of(folder, team) as here:
        kept = b""
        if team.is_chief and resume and (folder / CHECKPOINT).is_file():
            kept = (folder / CHECKPOINT).read_bytes()
        kept = team.from_chief(kept)
        if kept and not team.is_chief:
            write_atomically(here / CHECKPOINT, kept)
        figures = run(
            job, here, listener=heard, resume=bool(kept), dataset=dataset,
            watch=watch if team.is_chief else None, making=heard.jointly,
        )  # fmt: skip
        # Nobody leaves while another still needs an answer: the one who leaves would count as lost.
        team.meet()
    return figures


@contextmanager
def lost_told() -> Iterator[None]:
    """Turn what TensorFlow says when a process of the team has gone into one sentence.

    The first to notice is told by its connection at once, or by heartbeats that fail to come.
    """
    try:
        yield
    except tf.errors.OpError as error:
        if not isinstance(error, _GONE) and "Collective ops" not in str(error):
            raise
        raise LostWorkerError(
            mark("A worker is gone, so all have ended. What was learnt up to the last checkpoint is kept: start all "
                 "workers again with --resume."),
            details=str(error)[:2000],
        ) from None  # fmt: skip


def check_alike(team: Team, job: TrainingJob) -> None:
    """Refuse to begin where not all processes have the same job; where its files lie may differ."""
    data = job.to_json()
    told = {name: data[name] for name in data if name not in ("name", "out", "data", "model")}
    digest = np.frombuffer(sha256(json.dumps(told, sort_keys=True).encode()).digest()[:_DIGEST], np.uint8)
    # A sum of squares that is the square of the sum, over equal numbers only.
    mine = digest.astype(np.float32)
    total, squares = team.total(mine), team.total(mine * mine)
    if not np.array_equal(total * total, team.workers * squares):
        raise TeamError(
            mark("The workers have been given different jobs. Copy the same job file to each of them and start again.")
        )


@contextmanager
def _folder_of(folder: Path, team: Team) -> Iterator[Path]:
    """The run's folder for the chief; for others one that goes when they end."""
    if team.is_chief:
        yield folder
        return
    made = Path(tempfile.mkdtemp(prefix="kernelscope-worker-"))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)
