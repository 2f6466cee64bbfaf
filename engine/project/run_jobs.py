"""The jobs of the runs in a project: what they refer to is found where the project is."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from engine.files import write_atomically
from engine.network.training.curves import JOB
from engine.plain import plain_data
from engine.project.layout import LARGEST_TEXT, RUNS


def is_run_job(name: str) -> bool:
    """Whether an entry of a project is the job of a run.

    >>> is_run_job("runs/2026 pets/job.json"), is_run_job("files/1/job.json")
    (True, False)
    """
    first, _, rest = name.partition("/")
    return first == RUNS and rest.count("/") == 1 and rest.endswith(f"/{JOB}")


def changed_job(path: Path, change: Callable[[Any], Any]) -> bytes | None:
    """The text of a job with its plain data changed; None for one that cannot be read, or stays as it is."""
    try:
        if path.stat().st_size > LARGEST_TEXT:
            return None
        data = plain_data(path.read_bytes())
        made = change(data)
    except (OSError, ValueError):
        return None
    return None if made == data else (json.dumps(made, indent=2, ensure_ascii=False) + "\n").encode()


def change_job(run: Path, change: Callable[[Any], Any]) -> None:
    """Change the job of a run in its folder, if there is anything to change."""
    text = changed_job(run / JOB, change)
    if text is not None:
        write_atomically(run / JOB, text)
