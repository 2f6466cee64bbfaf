"""Lots by arrays against the same picture by picture: who was split once is split in the same way for ever."""

from __future__ import annotations

from hashlib import blake2b

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.network.data.dataset import TEST, TRAIN, VALIDATION, ArrayData
from engine.network.data.lots import OPEN, draw


def slowly(dataset, seed, shares, chosen, groups):
    """What `draw` gives, reckoned unit by unit."""
    units = {}
    for index in np.flatnonzero(chosen == OPEN).tolist():
        units.setdefault(int(groups[index]), []).append(index)
    by_class = {}
    for members in units.values():
        lot = min(lot_of(seed, dataset.identity(index)) for index in members)
        by_class.setdefault(int(dataset.labels[members[0]]), []).append((lot, members))
    few = []
    for label in sorted(by_class):
        drawn = [members for _, members in sorted(by_class[label])]
        total = sum(len(members) for members in drawn)
        left = take(drawn, total * shares[TEST], TEST, chosen, 2 if shares[VALIDATION] else 1)
        for members in take(left[::-1], total * shares[VALIDATION], VALIDATION, chosen, 1):
            chosen[members] = TRAIN
        if len(drawn) < 1 + sum(share > 0 for share in shares.values()):
            few.append(dataset.class_names[label])
    return few


def take(units, wanted, part, chosen, keep):
    if not wanted:
        return units
    wanted, taken, rest = max(1, round(wanted)), 0, []
    for place, members in enumerate(units):
        if (taken and taken + len(members) / 2 > wanted) or len(units) - place + len(rest) <= keep:
            rest.append(members)
        else:
            chosen[members] = part
            taken += len(members)
    return rest


def lot_of(seed, identity):
    return blake2b(identity.encode(), digest_size=8, salt=seed.to_bytes(16, "little")).digest()


shares = st.sampled_from([0.0, 0.05, 0.2, 0.45, 0.9])


@settings(max_examples=60, deadline=None)
@given(
    labels=st.lists(st.integers(0, 4), max_size=60), seed=st.integers(0, 2**31 - 1), validation=shares, test=shares,
    kinds=st.integers(1, 80), data=st.data(),
)  # fmt: skip
def test_arrays_give_what_single_pictures_give(labels, seed, validation, test, kinds, data):
    count = len(labels)
    pictures = ArrayData("", np.zeros((count, 1, 1), np.uint8), labels, "abcde")
    groups = np.array(data.draw(st.lists(st.integers(0, kinds), min_size=count, max_size=count)), np.int64)
    said = data.draw(st.lists(st.sampled_from([OPEN, OPEN, OPEN, TRAIN, TEST]), min_size=count, max_size=count))
    mine, other = (np.array(said, np.int8) for _ in range(2))
    wanted = {VALIDATION: validation, TEST: test}
    assert draw(pictures, seed, wanted, mine, groups) == slowly(pictures, seed, wanted, other, groups)
    assert mine.tolist() == other.tolist()
