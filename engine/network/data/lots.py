"""Drawing lots: which pictures of each class go into which part."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b

import numpy as np

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
    units: dict[int, list[int]] = {}
    for index in np.flatnonzero(chosen == OPEN).tolist():
        units.setdefault(int(groups[index]), []).append(index)
    by_class: dict[int, list[tuple[bytes, list[int]]]] = {}
    for members in units.values():
        lot = min(_lot(seed, dataset.identity(index)) for index in members)
        by_class.setdefault(int(dataset.labels[members[0]]), []).append((lot, members))
    few: list[str] = []
    for label in sorted(by_class):
        drawn = [members for _, members in sorted(by_class[label])]
        # From both ends, so that turning one share leaves the other part alone.
        total = sum(len(members) for members in drawn)
        after_test = _take(drawn, total * shares[TEST], TEST, chosen, keep=2 if shares[VALIDATION] else 1)
        after_both = _take(after_test[::-1], total * shares[VALIDATION], VALIDATION, chosen, keep=1)
        for members in after_both:
            chosen[members] = TRAIN
        if len(drawn) < 1 + sum(share > 0 for share in shares.values()):
            few.append(dataset.class_names[label])
    return few


def _take(units: list[list[int]], wanted: float, part: int, chosen: PartNumbers, *, keep: int) -> list[list[int]]:
    """Give about `wanted` pictures, the first of `units`, to `part`, but leave `keep` units. Returns what is left."""
    if not wanted:
        return units
    wanted = max(1, round(wanted))
    taken = 0
    rest: list[list[int]] = []
    for place, members in enumerate(units):
        is_enough = taken and taken + len(members) / 2 > wanted
        if is_enough or len(units) - place + len(rest) <= keep:
            rest.append(members)
            continue
        chosen[members] = part
        taken += len(members)
    return rest


def _lot(seed: int, identity: str) -> bytes:
    return blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=8, salt=seed.to_bytes(16, "little")).digest()
