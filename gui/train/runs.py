"""Where runs lie, and what the newest of them came to. Read aside: a log can be long."""

from __future__ import annotations

import time
from pathlib import Path

from engine.errors import UserError
from engine.network.training.curves import JOB, Run, read_run
from engine.text import one_line

FOLDER = "runs"
MOST_LISTED = 40
_FORBIDDEN = frozenset('<>:"/\\|?*')


def new_run_folder(home: Path, name: str) -> Path:
    """A folder for a run that starts now; it is not made yet.

    >>> new_run_folder(Path("home"), "my/pets").name.endswith("my pets")
    True
    """
    clean = one_line("".join(" " if each in _FORBIDDEN else each for each in name))[:60].strip(" .")
    stem = " ".join(part for part in (time.strftime("%Y-%m-%d %H.%M.%S"), clean) if part)
    folder, number = home / FOLDER / stem, 2
    while folder.exists():
        folder, number = home / FOLDER / f"{stem} ({number})", number + 1
    return folder


def run_folders(home: Path) -> list[Path]:
    """The folders of the newest runs, newest first."""
    try:
        found = [each for each in (home / FOLDER).iterdir() if (each / JOB).is_file()]
    except OSError:
        return []
    return sorted(found, key=lambda each: each.name, reverse=True)[:MOST_LISTED]


def newest_runs(home: Path) -> tuple[Run, ...]:
    """The newest runs that can be read, newest first."""
    runs = []
    for folder in run_folders(home):
        try:
            runs.append(read_run(folder))
        except UserError:
            continue
    return tuple(runs)
