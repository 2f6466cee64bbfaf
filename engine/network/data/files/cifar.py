"""The binary files of CIFAR-10 and CIFAR-100: records of one or two labels and 3 × 32 × 32 values."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from engine.network.data.dataset import TEST, TRAIN, ArrayData
from engine.network.data.files.labels import Part, joined_parts
from engine.network.data.files.limits import MOST_BYTES, check_claim, damaged
from engine.network.data.specs import DataError
from engine.sources.names import shown_name
from engine.sources.pictures.decode import unreadable
from engine.text import mark

_SIDE = 32
_VALUES = 3 * _SIDE * _SIDE
_CIFAR_10 = ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")
_LONGEST_LIST = 10_000
ENDING = ".bin"


def cifar_files(folder: Path) -> list[Path]:
    """The files of a folder that have the names of CIFAR's."""
    names = ("data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5", "test_batch")
    found = [folder / f"{name}{ENDING}" for name in (*names, "train", "test")]
    return [path for path in found if path.is_file()]


def read_cifar_files(paths: list[Path], *, name: str) -> ArrayData:
    """The pictures of all the files, with those of `test…` as the test part.

    Raises:
        UserError: where a file is something else, or damaged.
    """
    is_hundred = paths[0].stem in ("train", "test")
    parts: list[Part] = []
    total = 0
    for path in paths:
        total += _size(path)
        if total > MOST_BYTES:
            check_claim(path, (total,))
        pictures, labels = _read(path, labels_each=2 if is_hundred else 1)
        if labels.max(initial=0) >= (100 if is_hundred else 10):
            raise damaged(path, f"a label is {labels.max()}")
        parts.append((TEST if "test" in path.stem else TRAIN, pictures, labels))
    return joined_parts(name, parts, known_names=_class_names(paths[0].parent, is_hundred=is_hundred))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise unreadable(path, error) from None


def _read(path: Path, *, labels_each: int) -> tuple[np.ndarray, np.ndarray]:
    record = labels_each + _VALUES
    size = _size(path)
    if not size or size % record:
        raise DataError(
            mark("“{name}” is {size:,} bytes long, but CIFAR's pictures take {record:,} bytes each, and it is no whole "
                 "number of them. Copy or download it again."),
            name=shown_name(path), size=size, record=record,
        )  # fmt: skip
    try:
        data = np.fromfile(path, np.uint8, size)
    except OSError as error:
        raise unreadable(path, error) from None
    if len(data) != size:
        raise damaged(path)
    records = data.reshape(-1, record)
    planes = records[:, labels_each:].reshape(-1, 3, _SIDE, _SIDE)
    return np.ascontiguousarray(planes.transpose(0, 2, 3, 1)), records[:, labels_each - 1].astype(np.int64)


def _class_names(folder: Path, *, is_hundred: bool) -> tuple[str, ...]:
    try:
        with (folder / ("fine_label_names.txt" if is_hundred else "batches.meta.txt")).open("rb") as file:
            lines = file.read(_LONGEST_LIST).decode("utf-8", "replace").split("\n")
    except OSError:
        lines = []
    names = tuple(line.strip() for line in lines if line.strip())
    count = 100 if is_hundred else 10
    if len(names) == count and len(set(names)) == count:
        return names
    return () if is_hundred else _CIFAR_10
