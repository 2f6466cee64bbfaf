"""How much a file may ask for, and the sentences for those that ask for more or hold less."""

from __future__ import annotations

from math import prod
from pathlib import Path

from engine.network.data.specs import MOST_PICTURES, DataError
from engine.sources.names import shown_name
from engine.text import mark

MOST_BYTES = 800_000_000
CHUNK = 4 * 1024 * 1024


def check_claim(path: Path, shape: tuple[int, ...], item_bytes: int = 1) -> int:
    """How many bytes an array of `shape` takes, before any of them is read; refuses what does not fit."""
    if not shape or any(side < 0 for side in shape):
        raise damaged(path)
    needed = prod(shape) * item_bytes
    if shape[0] > MOST_PICTURES or needed > MOST_BYTES:
        raise DataError(
            mark("“{name}” says it holds {count:,} pictures or labels in {size:,} MB, but at most {most:,} in "
                 "{most_size:,} MB can be opened. Is it the right file?"),
            name=shown_name(path), count=shape[0], size=needed // 1_000_000, most=MOST_PICTURES,
            most_size=MOST_BYTES // 1_000_000,
        )  # fmt: skip
    return needed


def too_short(path: Path, claimed: int, found: int) -> DataError:
    """The sentence for a header that promises more than the file holds. Both are counts of pictures or labels."""
    return DataError(
        mark("“{name}” says it holds {claimed:,} pictures or labels, but there are only {found:,} in it. "
             "Copy or download it again."),
        name=shown_name(path), claimed=claimed, found=found,
    )  # fmt: skip


def damaged(path: Path, details: object = "") -> DataError:
    """The sentence for a file that begins like a data set and goes on otherwise."""
    return DataError(
        mark("“{name}” is damaged or cut off. Copy or download it again."), name=shown_name(path), details=str(details)
    )


def uneven(path: Path, pictures: int, labels: int) -> DataError:
    """The sentence for pictures and labels that do not match."""
    return DataError(
        mark("“{name}” holds {pictures:,} pictures, but there are {labels:,} labels for them. Get both files from one "
             "place."),
        name=shown_name(path), pictures=pictures, labels=labels,
    )  # fmt: skip
