"""Writes a project file: whole or not at all, and read back before it takes the old one's place."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from engine.files import write_file_atomically
from engine.project.contents import size_of
from engine.project.layout import (
    FILES,
    FORMAT,
    LARGEST_PROJECT,
    MANIFEST,
    MOST_ENTRIES,
    PREFIX,
    RUNS,
    SESSION,
    VERSION,
    Parcel,
    ProjectError,
    replaced_paths,
)
from engine.project.run_jobs import changed_job, is_run_job
from engine.text import mark

Told = Callable[[int, int], None]
_CHUNK = 2**20
_PACKED = frozenset((".png", ".jpg", ".jpeg", ".webp", ".gif", ".zip", ".keras", ".h5", ".gz", ".npz", ".mp4"))


def save_project(path: Path, parcel: Parcel, *, told: Told | None = None) -> tuple[Path, ...]:
    """Write a project; `told` hears how many of how many files are in. Returns what was not there to take along.

    Raises:
        SaveError: if it cannot be written; the file that was there before is whole.
        ProjectError: if there is too much to take along.
    """
    missing = tuple(each for each in parcel.taken if not each.exists())
    entries = list(_entries(parcel))
    size = size_of(tuple(source for _, source in entries), most=LARGEST_PROJECT)
    if len(entries) > MOST_ENTRIES or size > LARGEST_PROJECT:
        raise ProjectError(
            mark("There are {count} files to take along, which is too much for one project file. Save it without its "
                 "data; it then refers to the folder where they are."),
            count=f"{len(entries):,}",
        )  # fmt: skip
    names = {
        str(taken): f"{PREFIX}{FILES}/{number}/{taken.name}"
        for number, taken in enumerate(parcel.taken, 1)
        if taken not in missing
    }
    names |= {str(run): f"{PREFIX}{RUNS}/{run.name}" for run in parcel.runs}
    session = json.dumps(replaced_paths(dict(parcel.session), names), ensure_ascii=False, indent=1).encode()

    def write(temporary: Path) -> None:
        facts: dict[str, dict[str, object]] = {}
        with zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            archive.writestr(SESSION, session)
            facts[SESSION] = {"size": len(session), "sha256": hashlib.sha256(session).hexdigest()}
            for number, (name, source) in enumerate(entries):
                with suppress(FileNotFoundError):  # of a training that goes on, say
                    facts[name] = _copied(archive, name, source, names)
                if told is not None and number % 32 == 0:
                    told(number, len(entries))
            manifest = {"format": FORMAT, "version": VERSION, "entries": facts}
            archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))

    write_file_atomically(path, write, verify=_verify)
    return missing


def _copied(archive: zipfile.ZipFile, name: str, source: Path, names: Mapping[str, str]) -> dict[str, object]:
    """Put a file into the archive; its size and checksum are those of what was read, should it change meanwhile."""
    job = changed_job(source, lambda data: replaced_paths(data, names)) if is_run_job(name) else None
    if job is not None:
        archive.writestr(name, job)
        return {"size": len(job), "sha256": hashlib.sha256(job).hexdigest()}
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_STORED if source.suffix.lower() in _PACKED else zipfile.ZIP_DEFLATED
    digest, size = hashlib.sha256(), 0
    with source.open("rb") as file, archive.open(info, "w", force_zip64=True) as target:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
            target.write(chunk)
    return {"size": size, "sha256": digest.hexdigest()}


def _entries(parcel: Parcel) -> Iterator[tuple[str, Path]]:
    for number, taken in enumerate(parcel.taken, 1):
        if taken.exists():
            yield from _files(f"{FILES}/{number}/{taken.name}", taken)
    for run in parcel.runs:
        yield from _files(f"{RUNS}/{run.name}", run)


def _files(name: str, path: Path) -> Iterator[tuple[str, Path]]:
    """The files of a folder, links left out: they could lead anywhere."""
    if path.is_file():
        yield name, path
    elif path.is_dir():
        for each in sorted(path.iterdir()):
            if not each.is_symlink() and not each.name.startswith(".saving-"):
                yield from _files(f"{name}/{each.name}", each)


def _verify(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        damaged = archive.testzip()
    if damaged is not None:
        raise ProjectError(
            mark("“{name}” did not arrive on the disk as it was written. Is the disk all right?"), name=damaged
        )
