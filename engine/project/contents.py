"""Which files a session refers to, so that a project can take them along."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from engine.network.training.curves import JOB
from engine.plain import plain_data
from engine.project.layout import LARGEST_TEXT

PATH_KEYS = frozenset(("path", "folder", "origin"))
"""The names under which sessions, jobs and sources keep a path."""
_OWN = ("recordings", "projects")


def files_of(data: Any, *, without: Sequence[Path] = ()) -> tuple[Path, ...]:
    """The files and folders that plain data refers to and that are there; no folder is in another, or in `without`.

    >>> files_of({"source": {"path": "/nowhere/at all.png"}})
    ()
    """
    found = {Path(text) for text in _paths(data) if text}
    there = sorted((each for each in found if each.is_absolute() and each.exists()), key=lambda each: len(each.parts))
    kept: list[Path] = []
    for each in there:
        if not any(each.is_relative_to(other) for other in (*without, *kept)):
            kept.append(each)
    return tuple(kept)


def taken_along(session: Any, runs: Sequence[Path], *, home: Path) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """What a project takes along of the files of its session and its runs, and what only its runs refer to.

    Of the files of a run only those below `home` are taken, where the program itself put them. A run may have come with
    a project of somebody else, who has no say in which files of this computer go into the next one.
    """
    own: list[Path] = []
    others: list[Path] = []
    for each in files_of([_job_of(run) for run in runs], without=runs):
        is_own = any(each.is_relative_to(home / name) and each != home / name for name in _OWN)
        (own if is_own else others).append(each)
    taken = files_of([session, [{"path": str(each)} for each in own]], without=runs)
    return taken, tuple(each for each in others if not any(each.is_relative_to(other) for other in taken))


def size_of(paths: tuple[Path, ...], *, most: int) -> int:
    """Bytes of files and folders together; stops counting above `most`."""
    total = 0
    for path in paths:
        for each in path.rglob("*") if path.is_dir() else (path,):
            with suppress(FileNotFoundError):  # what a training is writing comes and goes
                if each.is_file() and not each.is_symlink():
                    total += each.stat().st_size
                    if total > most:
                        return total
    return total


def _job_of(run: Path) -> Any:
    try:
        return plain_data((run / JOB).read_bytes()) if (run / JOB).stat().st_size <= LARGEST_TEXT else None
    except (OSError, ValueError):
        return None


def _paths(data: Any) -> Iterator[str]:
    if isinstance(data, Mapping):
        for key, value in data.items():
            if key in PATH_KEYS and isinstance(value, str):
                yield value
            else:
                yield from _paths(value)
    elif isinstance(data, (list, tuple)):
        for value in data:
            yield from _paths(value)
