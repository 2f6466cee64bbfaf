"""Opens a project file as far as that can be done, and says what is lost."""

from __future__ import annotations

import hashlib
import json
import shutil
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from engine.errors import UserError
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
    is_safe,
    resolved_paths,
)
from engine.project.migrations import SESSION_FORMAT, migrated_session
from engine.project.run_jobs import change_job
from engine.text import mark
from engine.zips import DAMAGED, is_readable

Told = Callable[[int, int], None]
_CHUNK = 2**20
_HEADER = struct.Struct("<4s5H3L2H")
_MOST_TOLD = 20
_LARGEST_SALVAGED = 2**30  # entries of a damaged archive are held in memory while they are checked


def open_project(path: Path, folder: Path, *, told: Told | None = None) -> Opened:
    """Unpack a project into `folder`, which is made, and give its session with paths that hold here.

    An earlier version is brought up to date. A damaged file is opened as far as it can be read; `lost` says what is
    missing.

    Raises:
        ProjectError: for what is no project, one of a newer version, or one without anything that can be read.
    """
    lost: list[UserError] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        found = _unpacked(path, folder, lost, told)
    except OSError as error:
        raise ProjectError(
            mark("“{name}” cannot be opened: {reason}."), name=path.name, reason=error.strerror or str(error)
        ) from None
    manifest = _manifest(folder / MANIFEST)
    if manifest is None and SESSION not in found:
        shutil.rmtree(folder, ignore_errors=True)
        raise ProjectError(
            mark("“{name}” is no project of Kernelscope, or nothing of it can be read. Choose another file."),
            name=path.name,
        )
    if manifest is None:
        lost.append(ProjectError(mark("The list of contents is lost, so nobody can say whether files are missing.")))
    elif isinstance(manifest.get("version"), int) and manifest["version"] > VERSION:
        shutil.rmtree(folder, ignore_errors=True)
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
            change_job(run, lambda data: resolved_paths(data, folder))
        except UserError as error:
            lost.append(error)
    return Opened(_session(folder / SESSION, folder, lost), folder, runs, tuple(lost))


def _unpacked(path: Path, folder: Path, lost: list[UserError], told: Told | None) -> dict[str, str]:
    """Write every readable entry into `folder`; the checksum of each by name."""
    found: dict[str, str] = {}
    is_whole = True
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [each for each in archive.infolist() if not each.is_dir()]
            if len(entries) > MOST_ENTRIES or sum(each.file_size for each in entries) > LARGEST_PROJECT:
                raise ProjectError(
                    mark("“{name}” says it holds more than a project may. Do not open it."), name=path.name
                )
            for number, entry in enumerate(entries):
                if told is not None and number % 32 == 0:
                    told(number, len(entries))
                if not is_safe(entry.filename):
                    lost.append(ProjectError(mark("A file with an unsafe name was left out.")))
                    continue
                try:
                    if not is_readable(entry):
                        raise zipfile.BadZipFile
                    with archive.open(entry) as source:
                        found[entry.filename] = _written(source, folder / entry.filename, entry.file_size)
                except DAMAGED:
                    (folder / entry.filename).unlink(missing_ok=True)
                    is_whole = False
    except DAMAGED:
        is_whole = False
    # The table of contents stands at the end: where it is cut off or wrong, the entries themselves may be whole.
    return found if is_whole else found | _salvaged(path, folder, found)


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


def _salvaged(path: Path, folder: Path, known: Mapping[str, str]) -> dict[str, str]:
    """The whole entries that the table of contents did not lead to, found by their own headers."""
    found: dict[str, str] = {}
    for name, data in _local_entries(path):
        if not is_safe(name) or name in known or len(found) >= MOST_ENTRIES:
            continue
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        found[name] = hashlib.sha256(data).hexdigest()
    return found


def _local_entries(path: Path) -> Iterator[tuple[str, bytes]]:
    with path.open("rb") as file:
        while True:
            head = file.read(_HEADER.size)
            if len(head) < _HEADER.size or head[:4] != b"PK\x03\x04":
                return
            _, _, flags, method, _, _, check, packed, size, name_length, extra_length = _HEADER.unpack(head)
            name, extra = file.read(name_length).decode("utf-8", "replace"), file.read(extra_length)
            if packed == 0xFFFFFFFF or size == 0xFFFFFFFF:
                size, packed = _long_sizes(extra) or (0, 0)
            if flags & 0x8 or flags & 0x1 or max(packed, size) > _LARGEST_SALVAGED:
                return
            data = file.read(packed)
            if len(data) < packed:
                return
            try:
                whole = zlib.decompressobj(-15).decompress(data, size + 1) if method == zipfile.ZIP_DEFLATED else data
            except zlib.error:
                continue
            if len(whole) == size and zlib.crc32(whole) == check:
                yield name, whole


def _long_sizes(extra: bytes) -> tuple[int, int] | None:
    while len(extra) >= 4:
        kind, length = struct.unpack("<HH", extra[:4])
        if kind == 1 and length >= 16:
            size, packed = struct.unpack("<QQ", extra[4:20])
            return size, packed
        extra = extra[4 + length :]
    return None


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
    resolved: Mapping[str, Any] = resolved_paths(data, folder)
    if resolved.get("format") != SESSION_FORMAT:
        return resolved
    try:
        return migrated_session(resolved)
    except UserError as error:
        lost.append(error)
        return {}


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes()) if path.stat().st_size <= LARGEST_TEXT else None
    except (OSError, ValueError, RecursionError):
        return None


def _lost(name: str) -> ProjectError:
    return ProjectError(mark("“{name}” is lost: it could not be read from the project."), name=name[:200])
