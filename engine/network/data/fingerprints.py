"""What a picture looks like in few bytes, to find those that look alike among very many.

Sixty-four bits say whether the cells of a tiny gray copy are brighter than their neighbours (a "difference hash"),
which survives another size, packing and light. Pictures that agree in nearly all are then compared by a small copy.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.network.data.dataset import Indices, Pixels
from engine.opencv import cv2

# Frames of a burst differ in 0 to 4 bits, strangers in about 32.
MOST_DIFFERENT = 3
_ROWS, _COLUMNS = 8, 9
# A picture that is nearly even has bits made of noise, by which it would be like many others or like none.
_LEAST_SPREAD = 4.0
_BANDS = MOST_DIFFERENT + 1
_BAND_BITS = 64 // _BANDS
_LARGEST_BUCKET = 200
_NEIGHBOURS = 12
EVEN = 0
SIDE = 16
# Mean difference of two small copies, brought to one mean and a spread of 48: up to 1 for the same picture packed anew,
# 3 to 5 where it moved by a hundredth of its side, 50 for strangers.
_MOST_APART = 4.5
_SPREAD = 48.0


def fingerprint(picture: Pixels) -> int:
    """The bits of a picture, gray or RGB; `EVEN` where there is nothing in it.

    >>> fingerprint(np.full((20, 20, 3), 99, np.uint8))
    0
    """
    gray = picture[..., 0] if picture.shape[2] == 1 else cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    way = cv2.INTER_AREA if min(gray.shape) >= _COLUMNS else cv2.INTER_LINEAR
    small = np.asarray(cv2.resize(np.asarray(gray), (_COLUMNS, _ROWS), interpolation=way)).astype(np.int16)
    if float(small.std()) < _LEAST_SPREAD:
        return EVEN
    bits = np.packbits(small[:, 1:] > small[:, :-1])
    return int.from_bytes(bits.tobytes(), "big")


def small_copy(picture: Pixels) -> Pixels:
    """A gray copy of `SIDE` × `SIDE` whose light and contrast are those of all others."""
    gray = picture[..., 0] if picture.shape[2] == 1 else cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    way = cv2.INTER_AREA if min(gray.shape) >= SIDE else cv2.INTER_LINEAR
    values = np.asarray(cv2.resize(np.asarray(gray), (SIDE, SIDE), interpolation=way)).astype(np.float32)
    values = (values - values.mean()) * (_SPREAD / max(float(values.std()), 1.0)) + 128
    copy: Pixels = np.clip(np.rint(values), 0, 255).astype(np.uint8)
    return copy


def alike_groups(
    prints: NDArray[np.uint64], copies: NDArray[np.uint8], is_read: NDArray[np.bool_], exact: Indices
) -> Indices:
    """For each picture a number that those that look alike have in common, and those with one number in `exact`.

    Two prints with at most `MOST_DIFFERENT` bits apart agree in one of that many bands and one more, so only those
    that share a band are compared.
    """
    parents = np.arange(len(prints))
    first: dict[int, int] = {}
    for index, group in enumerate(exact.tolist()):
        _join(parents, first.setdefault(group, index), index)
    usable = np.flatnonzero(is_read & (prints != EVEN))
    for band in range(_BANDS):
        keys = (prints[usable] >> np.uint64(band * _BAND_BITS)) & np.uint64(2**_BAND_BITS - 1)
        order = np.argsort(keys, kind="stable")
        _, starts = np.unique(keys[order], return_index=True)
        for bucket in np.split(usable[order], starts[1:]):
            if len(bucket) > 1:
                _join_alike(parents, prints, copies, bucket)
    return np.array([_root(parents, index) for index in range(len(prints))], np.int64)


def _join_alike(parents: Indices, prints: NDArray[np.uint64], copies: NDArray[np.uint8], bucket: Indices) -> None:
    # Very large buckets are sorted and compared with near neighbours only: time must not grow with their square.
    is_large = len(bucket) > _LARGEST_BUCKET
    members = bucket[np.argsort(prints[bucket], kind="stable")] if is_large else bucket
    reach = _NEIGHBOURS if is_large else len(bucket)
    values = prints[members]
    for place in range(len(members) - 1):
        others = values[place + 1 : place + 1 + reach]
        near = members[place + 1 + np.flatnonzero(np.bitwise_count(others ^ values[place]) <= MOST_DIFFERENT)]
        apart = np.abs(copies[near].astype(np.int16) - copies[members[place]]).mean(axis=(1, 2))
        for other in near[apart <= _MOST_APART].tolist():
            _join(parents, int(members[place]), other)


def _root(parents: Indices, index: int) -> int:
    while parents[index] != index:
        parents[index] = parents[parents[index]]
        index = int(parents[index])
    return index


def _join(parents: Indices, one: int, other: int) -> None:
    first, second = sorted((_root(parents, one), _root(parents, other)))
    parents[second] = first
