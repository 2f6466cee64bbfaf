from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.network.data.dataset import StoppedError
from engine.network.data.splitting import Split
from engine.network.training.curves import read_run
from engine.network.training.listening import Silent
from engine.network.training.materials import opened
from engine.network.training.messages import Preparing
from engine.network.training.solved_start import with_solved_head
from engine.network.training.tuning import Head, Tuning
from tests.engine.network.training.tiny import Hearing, backbone, job, network, pictures

pytestmark = pytest.mark.usefixtures("keras_loaded")

# So slow that nothing is learnt on the way: what is right was solved.
STILL = {"epochs": 1, "rate": 1e-7}
SOLVED = Tuning(cut_at="mean", frozen_up_to="mean", head=Head(is_solved=True))


def test_a_solved_head_is_right_before_anything_is_learnt(tmp_path: Path) -> None:
    from engine.network.training.running import run

    given = {"model": backbone(), "split": Split(validation=0.0, test=0.4), "settings": STILL}
    by_lot = run(job(**given, tuning=Tuning(cut_at="mean", frozen_up_to="mean", head=Head(dropout=0.1))),
                 tmp_path / "lot", dataset=pictures())  # fmt: skip
    at_once = run(job(**given, tuning=SOLVED), tmp_path / "solved", dataset=pictures())
    assert at_once.test_accuracy is not None
    assert by_lot.test_accuracy is not None
    assert at_once.test_accuracy > max(0.9, by_lot.test_accuracy)
    assert read_run(tmp_path / "solved").epochs[0].loss < read_run(tmp_path / "lot").epochs[0].loss


def test_nothing_is_solved_where_nobody_asked() -> None:
    materials = opened(job(), pictures(), Silent())
    assert with_solved_head(materials, Silent()) is materials


@pytest.mark.parametrize("head", [Head(is_solved=True), Head(is_solved=True, hidden_units=5, dropout=0.3)])
def test_only_the_last_layer_is_solved_the_same_way_every_time(head: Head) -> None:
    training = job(model=network(dropout=0.2), tuning=Tuning(head=head))
    materials = opened(training, pictures(), Silent())
    before = dict(materials.prepared.tuned.arrays)
    one, two = (with_solved_head(materials, Silent()).prepared.tuned.arrays for _ in range(2))
    changed = {name for name in one if not np.array_equal(one[name], before[name])}
    assert changed == {"head_classes/kernel", "head_classes/bias"}
    assert all(np.array_equal(one[name], two[name]) for name in one)
    assert {name: array.shape for name, array in one.items()} == {name: each.shape for name, each in before.items()}


def test_one_hears_of_it_and_can_stop_it() -> None:
    materials = opened(job(model=backbone(), tuning=SOLVED), pictures(), Silent())
    hearing = Hearing(stop_after=lambda heard: bool(heard.of(Preparing)))
    with pytest.raises(StoppedError):
        with_solved_head(materials, hearing)
    assert "last layer" in hearing.of(Preparing)[0].note
