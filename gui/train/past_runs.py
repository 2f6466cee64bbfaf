"""A run of before, read from its folder as if it had just been trained. Read aside: logs can be long."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.errors import UserError
from engine.network.training.curves import JOB, read_run
from engine.network.training.job import read_job
from engine.network.training.messages import Watched
from engine.network.training.watched import read_watched, watched_epochs
from gui.train.session import Phase, Training


@dataclass(frozen=True, eq=False)
class PastRun:
    """The training as far as it came, and what was watched of it."""

    training: Training
    watched: tuple[Watched, ...] = ()


def read_past_run(folder: Path) -> PastRun:
    """The run in a folder; refuses one whose job cannot be read. What is damaged of the rest is left out."""
    run, job = read_run(folder), read_job(folder / JOB)
    steps = np.array([(each.step, each.loss, each.accuracy) for each in run.steps], float).reshape(-1, 3)
    training = Training(
        folder, job, phase=Phase.IDLE, steps=steps, epochs=run.epochs,
        notes=tuple((note.step, note.remark) for note in run.notes), figures=run.figures,
    )  # fmt: skip
    watched = []
    for epoch in watched_epochs(folder):
        try:
            watched.append(read_watched(folder, epoch))
        except UserError:
            continue
    return PastRun(training, tuple(watched))
