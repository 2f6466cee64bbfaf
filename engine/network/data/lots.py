"""Drawing lots: which pictures of each class go into which part."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from engine.network.data.dataset import TEST, TRAIN, VALIDATION, DataSet, Indices, PartNumbers

OPEN = -1


def draw(
    dataset: DataSet,
    seed: int,
    shares: Mapping[int, float],
    chosen: PartNumbers,
    groups: Indices,
) -> list[str]:
    """Draw the parts of the pictures that are still `OPEN`, class by class, in whole groups, and fill them in.

    Returns the names of the classes that have too few groups for every part.
    """
    places = np.flatnonzero(chosen == OPEN)
    # Arrays, not lists: a hundred thousand small ones hold up every thread while they are sorted and cleared away.
    lots = np.fromiter((_lot(seed, dataset.identity(index)) for index in places.tolist()), np.uint64, len(places))
    _, first, unit_of, sizes = np.unique(groups[places], return_index=True, return_inverse=True, return_counts=True)
    unit_lots = np.full(len(sizes), np.iinfo(np.uint64).max, np.uint64)
    np.minimum.at(unit_lots, unit_of, lots)
    unit_labels = dataset.labels[places[first]]
    unit_parts = np.full(len(sizes), TRAIN, np.int8)
    order = np.lexsort((unit_lots, unit_labels))
    few: list[str] = []
    for units in np.split(order, np.flatnonzero(np.diff(unit_labels[order])) + 1) if len(order) else ():
        total = int(sizes[units].sum())
        # From both ends, so that turning one share leaves the other part alone.
        is_test = _taken(sizes[units], total * shares[TEST], keep=2 if shares[VALIDATION] else 1)
        unit_parts[units[is_test]] = TEST
        left = units[~is_test][::-1]
        unit_parts[left[_taken(sizes[left], total * shares[VALIDATION], keep=1)]] = VALIDATION
        if len(units) < 1 + sum(share > 0 for share in shares.values()):
            few.append(dataset.class_names[int(unit_labels[units[0]])])
    chosen[places] = unit_parts[unit_of]
    return few


def _taken(sizes: Indices, wanted: float, *, keep: int) -> NDArray[np.bool_]:
    """Which units, from the first, make about `wanted` pictures together; at least `keep` units are left."""
    is_taken = np.zeros(len(sizes), bool)
    if not wanted:
        return is_taken
    wanted = max(1, round(wanted))
    if sizes.max(initial=1) == 1:
        is_taken[: max(0, min(wanted, len(sizes) - keep))] = True
        return is_taken
    taken = left = 0
    for place, size in enumerate(sizes.tolist()):
        is_enough = taken and taken + size / 2 > wanted
        if is_enough or len(sizes) - place + left <= keep:
            left += 1
        else:
            is_taken[place] = True
            taken += size
    return is_taken


def _lot(seed: int, identity: str) -> int:
    salt = seed.to_bytes(16, "little")
    return int.from_bytes(blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=8, salt=salt).digest())
