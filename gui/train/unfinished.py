"""Trainings that the end of the window broke off: noted while they run, found again at the next start.

A note is a small file beside the runs, one for each window; while it is there, and its window is not, its training was
not finished by anybody.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from engine.errors import UserError
from engine.files import write_atomically
from engine.network.training.curves import CHECKPOINT, Run, RunState, read_run

_PREFIX = "training-"
_LARGEST = 100_000


def note_training(home: Path, run: Path) -> None:
    """Note that this window trains, in the folder `run`."""
    write_atomically(_note_of(home), json.dumps({"folder": str(run)}).encode())


def forget_training(home: Path) -> None:
    """The training of this window has ended, and the person saw how."""
    with suppress(OSError):
        _note_of(home).unlink(missing_ok=True)


def unfinished_run(home: Path) -> Run | None:
    """The newest run that an earlier window left in the middle and that can be gone on with; its note is taken away."""
    found = None
    for note in sorted(home.glob(f"{_PREFIX}*.json"), key=lambda each: each.name):
        number = note.stem.removeprefix(_PREFIX)
        if number != str(os.getpid()) and window_lives(home, number):
            continue
        run = _run_of(note)
        with suppress(OSError):
            note.unlink(missing_ok=True)
        if run is not None and (found is None or run.name > found.name):
            found = run
    return found


def window_lives(home: Path, number: int | str) -> bool:
    """Whether a process is a window of this home: each holds a mark while it lives, see `gui.crash`."""
    return (home / f"running-{number}.lock").exists()


def _note_of(home: Path) -> Path:
    return home / f"{_PREFIX}{os.getpid()}.json"


def _run_of(note: Path) -> Run | None:
    try:
        data: Any = json.loads(note.read_bytes()) if note.stat().st_size <= _LARGEST else None
        folder = Path(data["folder"])
        run = read_run(folder)
        is_open = run.state is not RunState.DONE and (folder / CHECKPOINT).is_file()
    except (OSError, ValueError, KeyError, TypeError, RecursionError, UserError):
        return None
    return run if is_open else None
