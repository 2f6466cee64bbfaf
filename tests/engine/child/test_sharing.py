from __future__ import annotations

import pytest

from engine.child.sharing import Sharing


@pytest.mark.parametrize(("took", "rests"), [(0.0, 0.0), (0.125, 0.5), (0.5, 2.0), (10.0, 3.0)])
def test_the_long_job_has_its_time_after_short_requests(took: float, rests: float) -> None:
    sharing = Sharing()
    assert sharing.may_begin(100.0)
    sharing.ended(100.0, 100.0 + took)
    assert sharing.may_begin(100.0 + took + rests)
    if rests:
        assert not sharing.may_begin(100.0 + took + rests - 0.0625)
