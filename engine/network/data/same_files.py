"""Which files hold the same bytes, found with as little reading as possible."""

from __future__ import annotations

import os
import stat
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from hashlib import blake2b

import numpy as np

from engine.network.data.dataset import Indices, Stop, Told, content_key, progress

_START = 16 * 1024
_CHUNK = 4 * 1024 * 1024


def same_files(
    count: int, path_of: Callable[[int], str], *, told: Told | None = None, stop: Stop | None = None
) -> Indices:
    """For each file a number that files with equal content, and only they, have in common.

    Lengths come first, then the beginnings of files of equal length, then the whole of those that begin alike. A file
    that cannot be read is like no other.
    """
    groups = np.arange(count)
    done = 0

    def split(indices: Iterable[int], key: Callable[[str], Hashable]) -> list[list[int]]:
        nonlocal done
        found: dict[Hashable, list[int]] = defaultdict(list)
        for index in indices:
            progress(min(done, count), count, told, stop)
            done += 1
            try:
                found[key(path_of(index))].append(index)
            except OSError:
                continue
        return [each for each in found.values() if len(each) > 1]

    for same_length in split(range(count), _length):
        done -= len(same_length)
        length = os.stat(path_of(same_length[0])).st_size
        for same_start in split(same_length, _start_of):
            for same in [same_start] if length <= _START else split(same_start, _whole_of):
                groups[same] = same[0]
    if told is not None:
        told(count, count)
    return groups


def _length(path: str) -> int:
    facts = os.stat(path)
    # Reading from a pipe or a device could last for ever.
    if not stat.S_ISREG(facts.st_mode) or not facts.st_size:
        raise OSError(f"{path} holds nothing that could be compared")
    return facts.st_size


def _start_of(path: str) -> bytes:
    # Without Python's file objects, which take most of the time where files are small and many.
    number = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        return content_key(os.read(number, _START))
    finally:
        os.close(number)


def _whole_of(path: str) -> bytes:
    digest = blake2b(digest_size=16)
    with open(path, "rb", buffering=0) as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.digest()
