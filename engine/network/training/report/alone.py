"""The report of a run out of its folder, without a window. For commands only: imports Keras."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from engine.files import write_atomically
from engine.network.training.curves import read_run
from engine.network.training.finished import finished
from engine.network.training.judging import Judge
from engine.network.training.report.facts import Judged, report_of
from engine.network.training.report.page import write_report

_PARTS: tuple[Literal["test", "validation", "train"], ...] = ("test", "validation", "train")


def report_run(folder: Path, path: Path) -> None:
    """Let the run's best network answer for the pictures kept aside, and write the page to `path`."""
    run = finished(folder)
    part = next(each for each in _PARTS if len(getattr(run.parts, each)))
    answers = Judge(run.model, run.architecture, values=run.values).answers(run.loader(part))
    judged = Judged(part, answers.indices, answers.labels, answers.probabilities)
    report = report_of(run.job, read_run(folder), run.dataset, run.architecture, judged)
    write_atomically(path, write_report(report).encode())
