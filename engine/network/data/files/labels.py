"""From arrays that came in a file to a data set: labels numbered from nought, parts put together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.network.data.dataset import TRAIN, ArrayData, Pixels
from engine.network.data.files.limits import damaged
from engine.network.data.folder import MOST_CLASSES
from engine.network.data.specs import DataError
from engine.sources.names import shown_name
from engine.text import mark, one_line

Part = tuple[int, Pixels, NDArray[Any]]


def checked_numbers(labels: NDArray[Any], path: Path) -> NDArray[Any]:
    """Labels as a row of whole numbers or texts: a column becomes a row, one-hot rows become numbers."""
    if labels.ndim == 2 and labels.shape[1] == 1:
        labels = labels[:, 0]
    if labels.ndim == 2 and labels.dtype.kind in "biuf" and labels.shape[1] <= MOST_CLASSES:
        if not ((labels == 0) | (labels == 1)).all() or not (labels.sum(axis=1) == 1).all():
            raise DataError(
                mark("Some pictures in “{name}” belong to several classes or to none. Each needs exactly one."),
                name=shown_name(path),
            )
        labels = labels.argmax(axis=1)
    if labels.ndim != 1:
        raise damaged(path, f"labels of shape {labels.shape}")
    if labels.dtype.kind == "f":
        if not np.isfinite(labels).all() or not (labels == np.rint(labels)).all() or not (np.abs(labels) < 1e9).all():
            raise DataError(
                mark("The labels in “{name}” are no whole numbers, so they name no classes."), name=shown_name(path)
            )
        labels = labels.astype(np.int64)
    return labels


def joined_parts(name: str, found: Sequence[Part], *, known_names: Sequence[str] = ()) -> ArrayData:
    """One data set out of the pictures (N, H, W) or (N, H, W, C) and labels of one part or several.

    `known_names` are the names of the classes 0, 1, 2 … where the file tells them.
    """
    shapes = {pictures.shape[1:] for _, pictures, _ in found}
    if len(shapes) != 1 or not _is_picture(next(iter(shapes))):
        raise DataError(
            mark("The pictures in “{name}” have the shapes {shapes}, but must all be of one height and "
                 "width, with 1 or 3 channels."),
            name=name, shapes=", ".join(str(shape) for shape in sorted(shapes)),
        )  # fmt: skip
    labels = np.concatenate([each for _, _, each in found])
    values, numbers = np.unique(labels, return_inverse=True)
    if len(values) > MOST_CLASSES:
        raise DataError(
            mark("“{name}” has {count:,} different labels, but at most {most:,} classes can be told apart here. "
                 "Is it the right file?"),
            name=name, count=len(values), most=MOST_CLASSES,
        )  # fmt: skip
    is_numbered = labels.dtype.kind in "biu"
    if known_names and is_numbered and len(values) and int(values[0]) >= 0 and int(values[-1]) < len(known_names):
        class_names = [_shown(each) for each in known_names]
        numbers = labels.astype(np.int64)
    else:
        class_names = [_shown(str(int(value)) if is_numbered else _text(value)) for value in values]
    pictures = found[0][1] if len(found) == 1 else np.concatenate([each for _, each, _ in found])
    parts = np.repeat(np.array([part for part, _, _ in found], np.int8), [len(each) for _, each, _ in found])
    has_parts = any(part != TRAIN for part, _, _ in found)
    return ArrayData(name, pictures, numbers.reshape(-1), _distinct(class_names), parts=parts if has_parts else None)


def _is_picture(shape: tuple[int, ...]) -> bool:
    return 0 not in shape and (len(shape) == 2 or (len(shape) == 3 and shape[2] in (1, 3)))


def _distinct(names: Sequence[str]) -> list[str]:
    """Names that were alike get a number: labels stand for classes, whatever they are called."""
    found: dict[str, None] = {}
    for name in names:
        shown, number = name, 2
        while shown in found:
            shown, number = f"{name} ({number})", number + 1
        found[shown] = None
    return list(found)


def _text(value: Any) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _shown(name: str) -> str:
    return one_line(name)[:80] or "?"
