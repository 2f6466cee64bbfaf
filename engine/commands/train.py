"""`main.py train JOB.json [--resume] [--out DIR]`: the job that the window ran or saved, without a window."""

from __future__ import annotations

import importlib
import os
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from engine.errors import UserError
from engine.network.training.curves import CHECKPOINT, JOB
from engine.network.training.distribution.cluster import cluster_of
from engine.network.training.job import TrainingJob, read_job
from engine.text import mark

# By name: an import here would lead everything that knows the commands to TensorFlow.
_ALONE = "engine.network.training.alone"
_REPORT = "engine.network.training.report.alone"


class RunThereError(UserError):
    """The folder for a run already holds one."""


def train_job(
    *, job: Path, out: Path | None, is_resumed: bool, stream: TextIO, workers: str | None = None,
    index: int | None = None, report: Path | None = None,
) -> int:  # fmt: skip
    """Run a job, or a part of it as one of several workers; progress goes to `stream`.

    After a whole run, `report` gets a page about it.

    Returns the exit code: 0; 128 and the number of the signal that stopped it; or 75 where a worker was lost.
    """
    cluster = cluster_of(workers, index=index, environment=os.environ)
    read = read_job(job)
    folder = folder_for(job, read, out)
    has_checkpoint = (folder / CHECKPOINT).is_file()
    if has_checkpoint and not is_resumed:
        raise RunThereError(
            mark("“{folder}” already holds a run. Add --resume to go on with it, or --out with another folder."),
            folder=str(folder),
        )
    code: int = importlib.import_module(_ALONE).run_alone(
        replace(read, out=""), folder, is_resumed=is_resumed and has_checkpoint, stream=stream, cluster=cluster
    )
    if report is not None and code == 0 and (cluster is None or cluster.index == 0):
        importlib.import_module(_REPORT).report_run(folder, report)
    return code


def folder_for(path: Path, job: TrainingJob, out: Path | None) -> Path:
    """Where a run of the job in `path` goes: where it is told, where the job says, or beside the job's file."""
    if out is not None:
        return out
    if job.out:
        return path.resolve().parent / job.out
    # The job out of a run's own folder goes on there.
    return path.resolve().parent if path.name == JOB else path.resolve().with_name(f"{path.stem}-run")
