"""Many pictures at once: decoded by several threads, brought to one size, broken ones replaced and told."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.errors import UserError
from engine.network.data.dataset import DataSet, Indices, Pixels, Problem
from engine.network.fitting import FIT, fit
from engine.opencv import cv2

MOST_THREADS = 8
_TRIES = 5


@dataclass(frozen=True, eq=False)
class Reading:
    """Pictures (n, H, W, C) of one size. Where `is_good` is false there stands another of the same class, or gray."""

    pictures: Pixels
    is_good: NDArray[np.bool_]
    problems: tuple[Problem, ...] = ()


@contextmanager
def readers() -> Iterator[ThreadPoolExecutor]:
    """Threads to read with, for those who read again and again."""
    with ThreadPoolExecutor(min(MOST_THREADS, os.cpu_count() or 1), "read pictures") as pool:
        yield pool


def read(
    dataset: DataSet,
    indices: Sequence[int] | Indices,
    size: tuple[int, int],
    channels: int,
    method: str = FIT.default,
    *,
    pool: ThreadPoolExecutor | None = None,
) -> Reading:
    """Read and fit these pictures. Output shape: (len(indices), *size, channels).

    A picture that cannot be read gives way to one of the same class among the others, then to one from elsewhere in
    the data set, then to plain gray; it is told among the problems.
    """
    pictures = np.empty((len(indices), *size, channels), np.uint8)
    failed: dict[int, UserError] = {}

    def work(row: int) -> None:
        try:
            pictures[row] = _fitted(dataset, int(indices[row]), size, channels, method)
        except UserError as error:
            failed[row] = error

    if pool is None:
        for row in range(len(indices)):
            work(row)
    else:
        list(pool.map(work, range(len(indices))))
    is_good = np.ones(len(indices), bool)
    is_good[list(failed)] = False
    for row in sorted(failed):
        pictures[row] = _stand_in(dataset, np.asarray(indices), row, is_good, pictures, method)
    problems = tuple(Problem(dataset.identity(int(indices[row])), "unreadable", failed[row]) for row in sorted(failed))
    return Reading(pictures, is_good, problems)


def thumbnails(dataset: DataSet, indices: Sequence[int] | Indices, side: int) -> Reading:
    """The pictures whole, small, in bars of black: for grids. Output shape: (len(indices), side, side, 3)."""
    return read(dataset, indices, (side, side), 3, "pad")


def _fitted(dataset: DataSet, index: int, size: tuple[int, int], channels: int, method: str) -> Pixels:
    picture = dataset.picture(index, least=max(size))
    if picture.shape == (*size, channels):
        return picture
    if picture.shape[2] == 1 and channels == 1 and picture.shape[0] == picture.shape[1] and size[0] == size[1]:
        # The common case of small gray squares, without the roundabout way.
        way = cv2.INTER_AREA if picture.shape[0] >= size[0] else cv2.INTER_LINEAR
        made: Pixels = np.asarray(cv2.resize(picture, (size[1], size[0]), interpolation=way))
        return made[..., None]
    pixels: Pixels = fit(picture, size=size, channels=channels, method=method).pixels
    return pixels


def _stand_in(
    dataset: DataSet, indices: Indices, row: int, is_good: NDArray[np.bool_], pictures: Pixels, method: str
) -> Pixels:
    label = dataset.labels[indices[row]]
    alike = np.flatnonzero(is_good & (dataset.labels[indices] == label))
    if len(alike):
        found: Pixels = pictures[alike[row % len(alike)]]
        return found
    of_class = np.flatnonzero(dataset.labels == label)
    place = int(np.searchsorted(of_class, indices[row]))
    for step in range(1, min(_TRIES, len(of_class) - 1) + 1):
        try:
            index = int(of_class[(place + step) % len(of_class)])
            return _fitted(dataset, index, pictures.shape[1:3], pictures.shape[3], method)
        except UserError:
            continue
    return np.full(pictures.shape[1:], 128, np.uint8)
