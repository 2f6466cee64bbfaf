"""The report of any run out of its folder, as far as that holds what is needed. No Keras here.

What is not there any more, such as the pictures, is left out, and the report says why.
"""

from __future__ import annotations

from pathlib import Path

from engine.errors import UserError
from engine.network.architecture import Architecture
from engine.network.data.dataset import DataSet
from engine.network.data.edits import edited
from engine.network.data.opening import open_data
from engine.network.reading.opening import read_architecture
from engine.network.training.curves import BEST, JOB, read_run
from engine.network.training.job import TrainingJob, read_job
from engine.network.training.report.facts import Judged, Missing, Report, report_of
from engine.text import mark


def report_of_run(
    folder: Path,
    *,
    judged: Judged | None = None,
    unjudged: UserError | None = None,
    dataset: DataSet | None = None,
    architecture: Architecture | None = None,
) -> Report:
    """Gather the report of the run in `folder`.

    `judged` is what its network answers, `unjudged` why that is not known. `dataset` and `architecture` are those of
    the run where somebody has them already.

    Raises:
        UserError: where the folder holds no run, or its job cannot be read.
    """
    run, job = read_run(folder), read_job(folder / JOB)
    missing: dict[Missing, UserError] = {}
    if dataset is None:
        try:
            dataset = _opened(job)
        except UserError as error:
            missing["pictures"] = error
    if architecture is None:
        try:
            architecture = read_architecture(folder / BEST)
        except UserError as error:
            missing["network"] = error
    if judged is None and unjudged is not None:
        missing["results"] = unjudged
    elif judged is not None and dataset is None:
        missing["results"] = UserError(mark("The pictures that it was judged by cannot be opened."))
    return report_of(job, run, dataset, architecture, judged, missing=missing)


def _opened(job: TrainingJob) -> DataSet:
    return edited(open_data(job.data), job.edits)
