"""What changed from one version of a training job's JSON to the next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.migrations import Step


def _hands_are_a_kind_of_split(job: dict[str, Any]) -> dict[str, Any]:
    """Version 2: splitting by hand is a kind of its own, with a rule for all other pictures.

    In version 1 `by_hand` counted under every kind, and that kind was the rule for the others. (The others were drawn
    from what hands had left, and are now drawn as if there were no hands: without `by_hand`, which no window wrote at
    that time, the parts are the same; with it a few of the others may change sides.)
    """
    split = job.get("split")
    if isinstance(split, dict) and split.get("by_hand"):
        return {**job, "split": {**split, "kind": "hand", "others": split.get("kind", "given")}}
    return job


JOB_STEPS: Mapping[int, Step] = {1: _hands_are_a_kind_of_split}
