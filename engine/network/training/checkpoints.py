"""Where a run stands, in one file that is whole or not there at all. No Keras here.

The file is a mark, a SHA-256 of all that follows, and a zip of plain arrays without pickles. It is put into its place
whole (`engine.files`), so that whoever is killed while writing leaves the file before it.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import UserError
from engine.files import write_atomically
from engine.text import mark
from engine.zips import DAMAGED

_MARK = b"kernelscope checkpoint 1\n"
_PLACE = "place"
_DIGEST = 32
_LARGEST = 4 * 2**30


class CheckpointError(UserError):
    """A checkpoint that cannot be used."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """How far a run has come: `epoch` epochs are over, and `step` steps of the next one.

    `best` is the measure of the best epoch so far (smaller is better), `stale` how many epochs have passed since.
    `rate_factor` falls each time that weights had to be rolled back. `sums` are loss and right answers, weighted by
    pictures, over the steps of the unfinished epoch, and how many pictures that were. `batch_size` and `rate` are those
    of the settings at the time; 0 where an earlier version did not write them down.
    """

    epoch: int = 0
    step: int = 0
    best_epoch: int = 0
    best: float = float("inf")
    stale: int = 0
    rate_factor: float = 1.0
    rollbacks: int = 0
    seconds: float = 0.0
    images: int = 0
    sums: tuple[float, float, float] = (0.0, 0.0, 0.0)
    class_names: tuple[str, ...] = ()
    train_count: int = 0
    batch_size: int = 0
    rate: float = 0.0


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """A place with all numbers that are needed to go on from there, by name."""

    place: Place
    arrays: Mapping[str, NDArray[Any]] = field(default_factory=dict)


def save_checkpoint(path: Path, checkpoint: Checkpoint) -> None:
    """Write a checkpoint; the one before stays until the new one is proved. Raises `SaveError`."""
    buffer = io.BytesIO()
    place = np.frombuffer(json.dumps(asdict(checkpoint.place)).encode(), np.uint8)
    named = {_PLACE: place, **{f"a/{name}": array for name, array in checkpoint.arrays.items()}}
    np.savez(buffer, allow_pickle=False, **named)
    payload = buffer.getbuffer()
    write_atomically(path, b"".join((_MARK, sha256(payload).digest(), payload)))


def load_checkpoint(path: Path) -> Checkpoint:
    """The checkpoint in a file; refuses a damaged one in a sentence."""
    try:
        if path.stat().st_size > _LARGEST:
            raise _damaged(path)
        data = path.read_bytes()
    except FileNotFoundError:
        raise CheckpointError(
            mark("There is no checkpoint in “{folder}” to go on from. Start the training anew."),
            folder=path.parent.name,
        ) from None
    except OSError as error:
        raise CheckpointError(
            mark("The checkpoint in “{folder}” cannot be read: {reason}."),
            folder=path.parent.name, reason=error.strerror or str(error),
        ) from None  # fmt: skip
    head = len(_MARK) + _DIGEST
    payload = memoryview(data)[head:]
    if not data.startswith(_MARK) or sha256(payload).digest() != data[len(_MARK) : head]:
        raise _damaged(path)
    try:
        with np.load(io.BytesIO(payload), allow_pickle=False) as archive:
            place = _place(json.loads(bytes(archive[_PLACE])))
            arrays = {name[2:]: archive[name] for name in archive.files if name.startswith("a/")}
    except (OSError, TypeError, MemoryError, *DAMAGED) as error:
        raise _damaged(path, str(error)) from None
    return Checkpoint(place, arrays)


def _place(data: dict[str, Any]) -> Place:
    known = {each.name for each in fields(Place)}
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in data.items() if name in known
    }
    return Place(**values)


def _damaged(path: Path, details: str = "") -> CheckpointError:
    return CheckpointError(
        mark("The checkpoint in “{folder}” is damaged, so the training cannot go on from it. Start it anew."),
        folder=path.parent.name, details=details,
    )  # fmt: skip
