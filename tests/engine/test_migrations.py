from __future__ import annotations

import pytest

from engine.migrations import migrated, newest

STEPS = {
    1: lambda old: {"colours": [old["colour"]]},
    2: lambda old: {**old, "count": len(old["colours"])},
}


@pytest.mark.parametrize(
    "document",
    [{"version": 1, "colour": "red"}, {"version": 2, "colours": ["red"]},
     {"version": 3, "colours": ["red"], "count": 1}],
)  # fmt: skip
def test_every_version_comes_to_the_newest(document):
    before = dict(document)
    assert migrated(document, STEPS) == {"version": 3, "colours": ["red"], "count": 1}
    assert document == before


def test_steps_lead_from_each_version_to_the_next():
    assert newest(STEPS) == 3
    assert newest({}) == 1
    assert migrated({"version": 1, "x": 2}, {}) == {"version": 1, "x": 2}
