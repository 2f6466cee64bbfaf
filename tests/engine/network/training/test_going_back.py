"""Trainings that really come to values that are no numbers, with settings and networks that a person can choose."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.errors import UserError
from engine.network.data.splitting import Split
from engine.network.reading.opening import read_model
from engine.network.training import messages as say
from engine.network.training.checkpoints import load_checkpoint
from engine.network.training.curves import BEST, CHECKPOINT, RunState, read_run
from tests.engine.network.training import tiny
from tests.engine.network.training.trying import run

pytestmark = pytest.mark.usefixtures("keras_loaded", "saves_quickly")

DIVERGING = {"optimiser": "adamw", "rate": 10.0, "weight_decay": 1.0}
"""Each step multiplies the weights by −9: within forty steps they leave what a float32 holds."""


def are_finite(folder: Path) -> bool:
    return all(np.isfinite(array).all() for array in load_checkpoint(folder / CHECKPOINT).arrays.values())


def test_a_training_that_diverges_ends_with_numbers(tmp_path: Path) -> None:
    # With few steps an epoch the weights are blown up at its end before any loss says so.
    hearing = tiny.Hearing()
    made = tiny.job(settings={**DIVERGING, "epochs": 14, "batch_size": 30}, split=Split(validation=0.0))
    assert run(made, tmp_path, listener=hearing).state == RunState.DONE
    assert hearing.of(say.Noted), "it never diverged"
    assert are_finite(tmp_path)


def test_a_stop_after_a_step_that_blew_up_the_weights_keeps_those_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.network.training.learner import Learner

    real, calls = Learner.train, 0

    def blown(self: Any, chunk: Any, rates: Any) -> np.ndarray:
        nonlocal calls
        calls += 1
        rows = real(self, chunk, rates)
        if calls == 2:  # in the middle of an epoch; its loss was taken before the step
            self.assign({name: np.full_like(array, np.inf) for name, array in self.arrays().items()})
        return rows

    monkeypatch.setattr(Learner, "train", blown)
    hearing = tiny.Hearing(stop_after=lambda _: calls == 2)
    made = tiny.job(settings={"batch_size": 2, "epochs": 4})
    assert run(made, tmp_path, listener=hearing).state == RunState.STOPPED
    assert are_finite(tmp_path)
    assert run(made, tmp_path, resume=True).state == RunState.DONE


def test_giving_up_leaves_the_best_network_and_a_run_that_was_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, really_saves: None
) -> None:
    from engine.network.training.learner import Learner

    real = Learner.train

    def hopeless(self: Any, chunk: Any, rates: Any) -> np.ndarray:
        rows = real(self, chunk, rates)
        if (tmp_path / CHECKPOINT).exists():
            rows[-1, 0] = np.nan
        return rows

    monkeypatch.setattr(Learner, "train", hopeless)
    with pytest.raises(UserError, match=r"The weights of epoch 1 are kept. Train anew at a rate of 0\.001\.") as caught:
        run(tiny.job(), tmp_path)
    assert caught.value.values["new_rate"] == 0.001
    assert read_run(tmp_path).state is RunState.STOPPED
    assert read_model(tmp_path / BEST).class_names == tiny.CLASSES


def test_another_rate_begins_with_a_clean_record_and_a_smaller_batch_with_a_whole_epoch(tmp_path: Path) -> None:
    made = tiny.job()
    far = tiny.Hearing(stop_after=lambda heard: sum(len(each.steps) for each in heard.of(say.Stepped)) >= 7)
    run(made, tmp_path, listener=far)
    kept = load_checkpoint(tmp_path / CHECKPOINT)
    from engine.network.training.checkpoints import save_checkpoint

    assert kept.place.step, "it stopped at the end of an epoch"
    blamed = replace(kept.place, rate_factor=0.01, rollbacks=2)
    save_checkpoint(tmp_path / CHECKPOINT, replace(kept, place=blamed))
    changed = replace(made, settings=replace(made.settings, batch_size=4, rate=0.02))
    hearing = tiny.Hearing()
    run(changed, tmp_path, listener=hearing, resume=True)
    assert hearing.of(say.Began)[0].first_step == kept.place.epoch * 9
    assert [each.figures.rate for each in hearing.of(say.EpochEnded)] == pytest.approx([0.02] * (3 - kept.place.epoch))


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_a_network_with_weights_that_are_no_numbers_is_refused_and_the_layer_named(value: float) -> None:
    from engine.network.training.going_back import check_weights

    whole = {"conv1/kernel": np.ones((3, 3, 1, 4), np.float32), "norm/count": np.ones(1, np.int64)}
    check_weights(whole)
    with pytest.raises(UserError, match="The layer “block/conv2” of the network has weights that are no numbers"):
        check_weights({**whole, "block/conv2/bias": np.array([0.0, value], np.float32)})


def test_a_network_whose_answers_are_no_numbers_is_refused_before_it_learns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.network.training.learner import Learner

    monkeypatch.setattr(Learner, "evaluate", lambda *_: (float("nan"), 0.0, 8.0))
    hearing = tiny.Hearing()
    with pytest.raises(UserError, match="answers its first pictures with values that are no numbers"):
        run(tiny.job(), tmp_path, listener=hearing)
    assert not hearing.of(say.Stepped)
    assert not (tmp_path / CHECKPOINT).exists()
