"""What the newest runs came to, and what to call them. Read aside: a log can be long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from engine.errors import UserError
from engine.network.training.curves import Run, read_run
from engine.network.training.job import TrainingJob
from engine.network.training.run_folders import run_folders
from engine.network.training.suggesting import has_learnt
from gui.models_menu import model_words
from gui.models_on_disk import BEGAN
from gui.train.tuning_panel import way_words


def run_words(job: TrainingJob, data: str) -> str:
    """What to call a run, so that it can be told from others beside it: what from, in which way, which network.

    >>> run_words(TrainingJob(), "Handwritten digits")
    'Handwritten digits, from scratch, The network by hand'
    """
    return job.name or ", ".join(
        (data, way_words(job.tuning, has_learnt=has_learnt(job.model)), model_words(job.model))
    )


def short_names(names: Sequence[str]) -> list[str]:
    """Names of runs without the day they began, and without the time where what is left tells them apart.

    >>> short_names(["2026-11-21 05.26.56 digits, frozen", "2026-11-21 05.30.01 digits, from scratch"])
    ['digits, frozen', 'digits, from scratch']
    >>> short_names(["2026-11-21 05.26.56 digits", "2026-11-21 05.30.01 digits"])
    ['digits, 05.26.56', 'digits, 05.30.01']
    """
    bare = [BEGAN.sub("", name, count=1) for name in names]
    often = Counter(bare)
    began = [BEGAN.match(name) for name in names]
    return [
        f"{short}, {at[1]}" if at is not None and often[short] > 1 else short
        for short, at in zip(bare, began, strict=True)
    ]


def newest_runs(home: Path) -> tuple[Run, ...]:
    """The newest runs that can be read, newest first."""
    runs = []
    for folder in run_folders(home):
        try:
            runs.append(read_run(folder))
        except UserError:
            continue
    return tuple(runs)
