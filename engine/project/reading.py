"""Opens a project file as far as that can be done, and says what is lost."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from engine.errors import UserError
from engine.plain import plain_data
from engine.project.layout import (
    FORMAT,
    LARGEST_PROJECT,
    LARGEST_TEXT,
    MANIFEST,
    MOST_ENTRIES,
    RUNS,
    SESSION,
    VERSION,
    Opened,
    ProjectError,
    is_ours,
    is_safe,
    resolved_paths,
)
from engine.project.migrations import SESSION_FORMAT, migrated_session
from engine.project.run_jobs import change_job
from engine.project.salvage import salvaged, stops
from engine.text import mark
from engine.zips import DAMAGED, is_readable

Told = Callable[[int, int], None]
_CHUNK = 2**20
_MOST_TOLD = 20
_MOST_UNPACKED = 1032  # so many bytes one packed byte can become at most
_MOST_SHRUNK = 200
_ALWAYS_ALLOWED = 2**30
_KEPT_FREE = 64 * 2**20


def open_project(path: Path, folder: Path, *, told: Told | None = None) -> Opened:
    """Unpack a project into `folder`, which is made, and give its session with paths that hold here.

    An earlier version is brought up to date. A damaged file is opened as far as it can be read; `lost` says what is
    missing.

    Raises:
        ProjectError: for what is no project, one of a newer version, or one without anything that can be read.
    """
    is_new = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _opened(path, folder, told)
    except BaseException as error:
        if is_new:
            shutil.rmtree(folder, ignore_errors=True)
        if not isinstance(error, OSError):
            raise
        raise ProjectError(
            mark("“{name}” cannot be opened: {reason}."), name=path.name, reason=error.strerror or str(error)
        ) from None


def _opened(path: Path, folder: Path, told: Told | None) -> Opened:
    lost: list[UserError] = []
    found = _unpacked(path, folder, lost, told)
    manifest = _manifest(folder / MANIFEST)
    if manifest is None and not any(map(is_ours, found)):
        raise ProjectError(
            mark("“{name}” is no project of Kernelscope, or nothing of it can be read. Choose another file."),
            name=path.name,
        )
    if manifest is None:
        lost.append(ProjectError(mark("The list of contents is lost, so nobody can say whether files are missing.")))
    elif isinstance(manifest.get("version"), int) and manifest["version"] > VERSION:
        raise ProjectError(
            mark("The project was saved by a newer Kernelscope (file version {found}, this program reads {known}). "
                 "Update the program to open it."),
            found=manifest["version"], known=VERSION,
        )  # fmt: skip
    else:
        lost.extend(_compared(manifest, found, folder))
    runs_folder = folder / RUNS
    runs = tuple(sorted(each for each in runs_folder.iterdir() if each.is_dir())) if runs_folder.is_dir() else ()
    for run in runs:
        try:
            change_job(run, lambda data: resolved_paths(data, folder, lost))
        except UserError as error:
            lost.append(error)
    session = _session(folder / SESSION, folder, lost)
    return Opened(session, folder, runs, tuple({str(each): each for each in lost}.values()))


def _unpacked(path: Path, folder: Path, lost: list[UserError], told: Told | None) -> dict[str, str]:
    """Write every readable entry into `folder`; the checksum of each by name."""
    found: dict[str, str] = {}
    is_whole = True
    length = path.stat().st_size
    try:
        with zipfile.ZipFile(path) as archive:
            listed = [each for each in archive.infolist() if not each.is_dir()]
            entries = [each for each in listed if _can_be(each, length)]
            is_whole = len(entries) == len(listed)
            _check_room(path, folder, count=len(entries), needed=sum(each.file_size for each in entries))
            for number, entry in enumerate(entries):
                if told is not None and number % 32 == 0:
                    told(number, len(entries))
                if not is_safe(entry.filename):
                    lost.append(ProjectError(mark("A file with an unsafe name was left out.")))
                    continue
                try:
                    with archive.open(entry) as source:
                        found[entry.filename] = _written(source, folder / entry.filename, entry.file_size)
                except DAMAGED:
                    (folder / entry.filename).unlink(missing_ok=True)
                    is_whole = False
                except OSError as error:
                    if stops(error):
                        raise
                    lost.append(_lost(entry.filename))
    except DAMAGED:
        is_whole = False
    except OSError as error:
        if stops(error):
            raise
        is_whole = False
    if is_whole:
        return found
    # What was packed into an archive can itself be one, as networks are: only our own names count.
    room = min(_most_of(length), shutil.disk_usage(folder).free - _KEPT_FREE)
    return salvaged(path, folder, found, is_wanted=is_ours, room=room, most=MOST_ENTRIES)


def _can_be(entry: zipfile.ZipInfo, length: int) -> bool:
    """Whether an entry can be read, and can be as large as it says in an archive of this length."""
    most = entry.compress_size * _MOST_UNPACKED if entry.compress_type == zipfile.ZIP_DEFLATED else entry.compress_size
    return is_readable(entry) and entry.compress_size <= length and entry.file_size <= most


def _check_room(path: Path, folder: Path, *, count: int, needed: int) -> None:
    if count > MOST_ENTRIES or needed > _most_of(path.stat().st_size):
        raise ProjectError(mark("“{name}” says it holds more than a project may. Do not open it."), name=path.name)
    free = shutil.disk_usage(folder).free - _KEPT_FREE
    if needed > free:
        raise ProjectError(
            mark("“{name}” needs {needed} MB on the disk, but only {free} MB are free. Free some space and open it "
                 "again."),
            name=path.name, needed=f"{needed / 1e6:,.0f}", free=f"{max(0, free) / 1e6:,.0f}",
        )  # fmt: skip


def _most_of(length: int) -> int:
    """How much a project of this length may hold: what people keep shrinks to a third, zeros to a thousandth."""
    return min(LARGEST_PROJECT, max(_ALWAYS_ALLOWED, length * _MOST_SHRUNK))


def _written(source: IO[bytes], target: Path, size: int) -> str:
    target.parent.mkdir(parents=True, exist_ok=True)
    digest, left = hashlib.sha256(), size
    with target.open("wb") as file:
        while chunk := source.read(min(_CHUNK, left + 1)):
            left -= len(chunk)
            if left < 0:
                raise zipfile.BadZipFile
            digest.update(chunk)
            file.write(chunk)
    return digest.hexdigest()


def _manifest(path: Path) -> Mapping[str, Any] | None:
    data = _json(path)
    return data if isinstance(data, dict) and data.get("format") == FORMAT else None


def _compared(manifest: Mapping[str, Any], found: Mapping[str, str], folder: Path) -> Iterator[UserError]:
    entries = manifest.get("entries")
    if not isinstance(entries, dict):
        yield ProjectError(mark("The list of contents is lost, so nobody can say whether files are missing."))
        return
    told = 0
    for name, facts in entries.items():
        if name in found and isinstance(facts, dict) and facts.get("sha256") == found[name]:
            continue
        if name in found:
            (folder / name).unlink(missing_ok=True)
        told += 1
        if told <= _MOST_TOLD:
            yield _lost(str(name))
    if told > _MOST_TOLD:
        yield ProjectError(mark("{count} more files of the project are lost."), count=told - _MOST_TOLD)


def _session(path: Path, folder: Path, lost: list[UserError]) -> Mapping[str, Any]:
    data = _json(path)
    if not isinstance(data, dict):
        lost.append(ProjectError(mark("What was set in the window is lost; files and runs are there.")))
        return {}
    resolved: Mapping[str, Any] = resolved_paths(data, folder, lost)
    if resolved.get("format") != SESSION_FORMAT:
        return resolved
    try:
        return migrated_session(resolved)
    except UserError as error:
        lost.append(error)
        return {}


def _json(path: Path) -> Any:
    try:
        return plain_data(path.read_bytes()) if path.stat().st_size <= LARGEST_TEXT else None
    except (OSError, ValueError):
        return None


def _lost(name: str) -> ProjectError:
    return ProjectError(mark("“{name}” is lost: it could not be read from the project."), name=name[:200])
