from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.network.training import messages as say
from engine.network.training.tuning import Head, Tuning
from engine.network.training.watched import read_watched, watched_epochs
from tests.engine.network.training import tiny
from tests.engine.network.training.trying import losses, run, weights

pytestmark = pytest.mark.usefixtures("keras_loaded", "saves_quickly")


# Frozen layers


def frozen_job(**changes: Any) -> Any:
    return tiny.job(
        model=tiny.backbone(), tuning=Tuning(frozen_up_to="mean", head=Head(hidden_units=4), **changes),
    )  # fmt: skip


def test_frozen_layers_run_once_and_the_rest_learns_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hearing = tiny.Hearing()
    run(frozen_job(), tmp_path / "cached", listener=hearing)
    assert hearing.of(say.Began)[0].is_cached
    from engine.network.training import running

    monkeypatch.setattr(running, "halves_of", lambda _: None)
    run(frozen_job(), tmp_path / "plain")
    assert np.allclose(losses(tmp_path / "cached"), losses(tmp_path / "plain"), rtol=1e-4)
    cached, plain = weights(tmp_path / "cached"), weights(tmp_path / "plain")
    assert all(np.allclose(plain[name], cached[name], atol=1e-5) for name in plain if "/optimiser" not in name)


def test_frozen_layers_stay_and_learn_once_they_are_unfrozen(tmp_path: Path) -> None:
    hearing = tiny.Hearing()
    run(frozen_job(), tmp_path / "frozen")
    run(frozen_job(unfreeze_after=2, unfreeze_from="conv2"), tmp_path / "unfrozen", listener=hearing)
    assert any("Frozen layers learn too" in str(each.note.remark) for each in hearing.of(say.Noted))
    from engine.network.training.starting import prepared

    start = prepared(frozen_job(), 3).tuned.arrays
    still, moved = weights(tmp_path / "frozen"), weights(tmp_path / "unfrozen")
    assert np.array_equal(still["w/conv2/kernel"], start["conv2/kernel"])
    assert not np.array_equal(moved["w/conv2/kernel"], start["conv2/kernel"])
    assert np.array_equal(moved["w/conv1/kernel"], start["conv1/kernel"])


@pytest.mark.parametrize("at_step", [3, 12])
def test_a_run_in_phases_is_resumed_in_the_right_one(tmp_path: Path, at_step: int) -> None:
    made = frozen_job(unfreeze_after=2)
    run(made, tmp_path / "whole")

    def is_far_enough(hearing: tiny.Hearing) -> bool:
        return sum(len(message.steps) for message in hearing.of(say.Stepped)) >= at_step

    run(made, tmp_path / "parts", listener=tiny.Hearing(stop_after=is_far_enough))
    run(made, tmp_path / "parts", resume=True)
    assert np.allclose(losses(tmp_path / "whole"), losses(tmp_path / "parts"), rtol=1e-5)


# Looking inside


def test_the_inside_is_watched_from_before_the_first_step_to_the_last(tmp_path: Path) -> None:
    from engine.network.training.watching import watcher

    hearing = tiny.Hearing()
    run(tiny.job(), tmp_path, listener=hearing, watch=watcher())
    told = hearing.of(say.Watched)
    # Making the function of the first look takes longer than this whole training; that misses no epoch.
    assert [each.epoch for each in told[:2]] == [0, 1]
    assert told[-1].epoch == 3
    assert watched_epochs(tmp_path) == tuple(each.epoch for each in told)
    found = read_watched(tmp_path, 3)
    assert [layer.path for layer in found.layers] == ["conv1", "pool1"]
    conv = found.layers[0]
    assert conv.filters is not None
    assert conv.gradients is not None
    assert conv.maps is not None
    assert conv.filters.dtype == conv.maps.dtype == np.uint8
    assert conv.map_high > 0
    health = {each.path: each for each in found.health}
    assert set(health) == {"conv1", "dense", "classes"}
    assert all(each.gradient is not None and each.gradient > 0 for each in health.values())
    assert health["classes"].dead is None
    assert health["dense"].dead is not None
    assert sum(found.answer) == pytest.approx(1.0, abs=1e-5)


def test_gradients_are_watched_of_the_layers_that_learn_at_the_time(tmp_path: Path) -> None:
    from engine.network.training.watching import watcher

    run(frozen_job(unfreeze_after=2), tmp_path, watch=watcher())
    first, last = (read_watched(tmp_path, epoch) for epoch in (0, 3))
    assert [{each.path: each.gradient is None for each in found.health}["conv1"] for found in (first, last)] == [
        True,
        False,
    ]
