"""What is in a project file: one archive with the session, and the files that it needs beside it.

manifest.json        format, version, and for each entry its size and checksum
session.json         the session as `gui.autosave` writes it; paths into the project begin with `project:`
files/1/cats/a.png   what was taken along: the source, the network, the data set
runs/<name>/…        training runs with their curves, figures and weights
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from engine.errors import UserError
from engine.project.migrations import SESSION_VERSION
from engine.text import mark

SUFFIX = ".kernelscope"
FORMAT = "kernelscope-project"
VERSION = SESSION_VERSION
MANIFEST, SESSION, FILES, RUNS = "manifest.json", "session.json", "files", "runs"
PREFIX = "project:"
MOST_ENTRIES = 300_000
LARGEST_TEXT = 64 * 2**20
LARGEST_PROJECT = 64 * 2**30


class ProjectError(UserError):
    """A project file that cannot be written or read."""


@dataclass(frozen=True)
class Parcel:
    """What goes into a project: the session as plain data, paths in it to take along, and folders of runs."""

    session: Mapping[str, Any]
    taken: tuple[Path, ...] = ()
    runs: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Opened:
    """A project that was opened: its session with paths that hold here, its runs, and what is lost, in sentences."""

    session: Mapping[str, Any]
    folder: Path
    runs: tuple[Path, ...] = ()
    lost: tuple[UserError, ...] = field(default_factory=tuple)


def is_safe(name: str) -> bool:
    """Whether an entry of an archive stays inside the folder it is unpacked to, on every system.

    >>> is_safe("files/1/cat.png"), is_safe("../cat.png"), is_safe("/etc/passwd"), is_safe("c:/cat.png")
    (True, False, False, False)
    """
    path = PurePosixPath(name)
    if not path.parts or path.is_absolute() or "\\" in name or ":" in name or "\0" in name or len(name) > 1000:
        return False
    return all(part not in ("..", ".") and part == part.strip(" ") for part in path.parts)


def replaced_paths(data: Any, names: Mapping[str, str]) -> Any:
    """A copy of plain data in which every text that is one of `names`, or lies below one, is renamed."""
    if isinstance(data, Mapping):
        return {key: replaced_paths(value, names) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [replaced_paths(value, names) for value in data]
    if isinstance(data, str):
        for before, after in names.items():
            if data == before:
                return after
            if data.startswith((f"{before}/", f"{before}\\")):
                return after + "/" + data[len(before) + 1 :].replace("\\", "/")
    return data


def is_ours(name: str) -> bool:
    """Whether an entry is one that projects have.

    >>> is_ours("files/1/cat.png"), is_ours("session.json"), is_ours("files/../cat.png"), is_ours("cat.png")
    (True, True, False, False)
    """
    return is_safe(name) and (name in (SESSION, MANIFEST) or name.startswith((f"{FILES}/", f"{RUNS}/")))


def resolved_paths(data: Any, folder: Path, lost: list[UserError]) -> Any:
    """A copy of plain data in which every text that names an entry, `project:files/…`, is a path below `folder`.

    One that leads out of it becomes empty, and a sentence goes to `lost`; what only begins alike, a title say, stays.
    """
    if isinstance(data, Mapping):
        return {key: resolved_paths(value, folder, lost) for key, value in data.items()}
    if isinstance(data, list):
        return [resolved_paths(value, folder, lost) for value in data]
    if isinstance(data, str) and data.startswith(PREFIX):
        rest = data[len(PREFIX) :]
        if is_ours(rest):
            return str(folder / rest)
        if ".." not in PurePosixPath(rest).parts and not rest.startswith("/"):
            return data
        lost.append(ProjectError(mark("The project names a file outside itself, which is left out.")))
        return ""
    return data
