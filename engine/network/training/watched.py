"""What was watched of a network at the end of each epoch, as small files in the run's folder. No Keras here."""

from __future__ import annotations

import io
import json
import re
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import UserError
from engine.files import save_refused, write_atomically
from engine.network.training.curves import WATCHED
from engine.network.training.messages import LayerHealth, Watched, WatchedLayer
from engine.text import mark
from engine.zips import DAMAGED

_NAME = re.compile(r"epoch-(\d{1,6})\.npz")
_LARGEST = 64 * 2**20
_PICTURES = ("filters", "gradients", "maps")


class WatchedError(UserError):
    """What was watched in an epoch cannot be read."""


def write_watched(folder: Path, watched: Watched) -> None:
    """Keep what was watched in the run's folder."""
    pictures: dict[str, NDArray[Any]] = {}
    layers = []
    for number, layer in enumerate(watched.layers):
        layers.append({each.name: getattr(layer, each.name) for each in fields(layer) if each.name not in _PICTURES})
        for name in _PICTURES:
            if getattr(layer, name) is not None:
                pictures[f"{number}/{name}"] = getattr(layer, name)
    about = {
        "epoch": watched.epoch, "index": watched.index, "answer": list(watched.answer), "layers": layers,
        "health": [asdict(each) for each in watched.health],
    }  # fmt: skip
    pictures["about"] = np.frombuffer(json.dumps(about).encode(), np.uint8)
    buffer = io.BytesIO()
    np.savez_compressed(buffer, allow_pickle=False, **pictures)
    path = _path(folder, watched.epoch)
    try:
        path.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise save_refused(error, path) from error
    write_atomically(path, buffer.getvalue())


def watched_epochs(folder: Path) -> tuple[int, ...]:
    """The epochs of a run of which something was kept, ascending."""
    try:
        names = [entry.name for entry in (folder / WATCHED).iterdir()]
    except OSError:
        return ()
    return tuple(sorted(int(found[1]) for name in names if (found := _NAME.fullmatch(name))))


def read_watched(folder: Path, epoch: int) -> Watched:
    """What was watched at the end of an epoch; refuses a damaged file in a sentence."""
    path = _path(folder, epoch)
    try:
        if path.stat().st_size > _LARGEST:
            raise _damaged(epoch)
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as archive:
            about = json.loads(bytes(archive["about"]))
            layers = []
            for number, each in enumerate(about["layers"]):
                found = {name: archive[f"{number}/{name}"] for name in _PICTURES if f"{number}/{name}" in archive.files}
                layers.append(replace(WatchedLayer(**each), **found))
            health = tuple(LayerHealth(**each) for each in about["health"])
            return Watched(
                epoch=int(about["epoch"]), index=int(about["index"]), answer=tuple(about["answer"]),
                layers=tuple(layers), health=health,
            )  # fmt: skip
    except (OSError, TypeError, MemoryError, *DAMAGED) as error:
        raise _damaged(epoch, repr(error)) from None


def _path(folder: Path, epoch: int) -> Path:
    return folder / WATCHED / f"epoch-{epoch:04d}.npz"


def _damaged(epoch: int, details: str = "") -> WatchedError:
    return WatchedError(
        mark("What was watched after epoch {epoch} is not there any more or damaged."), epoch=epoch, details=details
    )
