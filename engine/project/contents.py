"""Which files a session refers to, so that a project can take them along."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

PATH_KEYS = frozenset(("path", "folder", "origin"))
"""The names under which sessions, jobs and sources keep a path."""


def files_of(session: Mapping[str, Any]) -> tuple[Path, ...]:
    """The files and folders that a session refers to and that are there, outer folders before what lies in them.

    >>> files_of({"source": {"path": "/nowhere/at all.png"}})
    ()
    """
    found = {Path(text) for text in _paths(session) if text}
    there = sorted((each for each in found if each.is_absolute() and each.exists()), key=lambda each: len(each.parts))
    kept: list[Path] = []
    for each in there:
        if not any(each.is_relative_to(other) for other in kept):
            kept.append(each)
    return tuple(kept)


def size_of(paths: tuple[Path, ...], *, most: int) -> int:
    """Bytes of files and folders together; stops counting above `most`."""
    total = 0
    for path in paths:
        for each in path.rglob("*") if path.is_dir() else (path,):
            if each.is_file() and not each.is_symlink():
                total += each.stat().st_size
                if total > most:
                    return total
    return total


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
