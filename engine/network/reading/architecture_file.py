"""A network saved as its layers alone: our own JSON, without weights."""

from __future__ import annotations

from pathlib import Path

from engine.network.architecture import FORMAT, Architecture
from engine.network.reading.limits import Limits, ReadError
from engine.text import mark

_HEAD = 4096


def is_architecture(path: Path) -> bool:
    """Whether a file says in its first lines that it is one."""
    with path.open("rb") as file:
        return f'"{FORMAT}"'.encode() in file.read(_HEAD)


def read_layers(path: Path, limits: Limits) -> Architecture:
    """The architecture in a file, checked."""
    size = path.stat().st_size
    if size > limits.text_bytes:
        raise ReadError(
            mark("“{name}” has {size:,} bytes, which is more than any list of layers needs."), name=path.name, size=size
        )
    return Architecture.from_text(path.read_bytes())
