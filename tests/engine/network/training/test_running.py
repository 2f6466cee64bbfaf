from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.errors import UserError
from engine.files import SaveError
from engine.network.data.dataset import ArrayData
from engine.network.data.splitting import Split
from engine.network.layers.dense import Dense
from engine.network.reading.opening import read_model
from engine.network.training import messages as say
from engine.network.training.checkpoints import load_checkpoint
from engine.network.training.curves import BEST, CHECKPOINT, RunState, read_run
from engine.network.training.transforms import Flip
from engine.network.training.tuning import Tuning
from tests.engine.network.training import tiny
from tests.engine.network.training.trying import losses, run, weights

pytestmark = pytest.mark.usefixtures("keras_loaded", "saves_quickly")


def test_it_learns_and_leaves_a_folder_that_tells_all(tmp_path: Path, really_saves: None) -> None:
    hearing = tiny.Hearing()
    figures = run(tiny.job(settings={"epochs": 12}), tmp_path, listener=hearing)
    assert figures.state == RunState.DONE
    assert figures.test_accuracy == 1.0
    assert (figures.train_count, figures.validation_count, figures.test_count) == (36, 12, 12)
    (began,) = hearing.of(say.Began)
    assert (began.steps_per_epoch, began.class_names, began.trainable) == (5, tiny.CLASSES, began.parameters)
    told = [step.step for message in hearing.of(say.Stepped) for step in message.steps]
    assert told == list(range(1, 61))
    ended = [message.figures for message in hearing.of(say.EpochEnded)]
    assert [each.epoch for each in ended] == list(range(1, 13))
    assert ended[-1].loss < ended[0].loss / 3
    found = read_run(tmp_path)
    assert (found.state, found.epochs, found.figures, found.damaged) == (RunState.DONE, tuple(ended), figures, 0)
    assert found.best is not None
    assert found.best.epoch == figures.best_epoch
    read = read_model(tmp_path / BEST)
    assert (read.class_names, read.values) == (tiny.CLASSES, "unit")


def test_the_same_seed_gives_the_same_curve_and_another_one_another(tmp_path: Path) -> None:
    made = tiny.job(model=tiny.network(dropout=0.4), transforms=(Flip(direction="vertical"),))
    run(made, tmp_path / "a")
    run(made, tmp_path / "b")
    run(replace(made, settings=replace(made.settings, seed=1)), tmp_path / "c")
    assert losses(tmp_path / "a") == losses(tmp_path / "b")
    assert losses(tmp_path / "a") != losses(tmp_path / "c")


def test_it_is_what_keras_does_step_by_step(tmp_path: Path) -> None:
    import keras

    from engine.network.building import build
    from engine.network.training.loading import order
    from engine.network.training.starting import prepared

    made = tiny.job(model=tiny.network(is_normalised=True), split=Split(validation=0.0), settings={"epochs": 2})
    data = tiny.pictures()
    run(made, tmp_path)
    tuned = prepared(made, 3).tuned
    model = build(tuned.architecture, arrays=tuned.arrays)
    model.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy")
    for epoch in range(2):
        for places in order(60, 8, seed=0, epoch=epoch):
            model.train_on_batch(data.pictures[places].astype(np.float32) / 255, data.labels[places])
    mine = weights(tmp_path)
    for variable in model.weights:
        assert np.allclose(mine[f"w/{variable.path}"], variable, atol=1e-4), variable.path


@pytest.mark.parametrize("at_step", [1, 7])
def test_a_run_that_was_stopped_goes_on_as_if_nothing_had_been(tmp_path: Path, at_step: int) -> None:
    made = tiny.job(model=tiny.network(dropout=0.4), transforms=(Flip(direction="vertical"),))
    run(made, tmp_path / "whole")

    def is_far_enough(hearing: tiny.Hearing) -> bool:
        return sum(len(message.steps) for message in hearing.of(say.Stepped)) >= at_step

    stopped = run(made, tmp_path / "parts", listener=tiny.Hearing(stop_after=is_far_enough))
    assert stopped.state == RunState.STOPPED
    assert read_run(tmp_path / "parts").state is RunState.STOPPED
    place = load_checkpoint(tmp_path / "parts" / CHECKPOINT).place
    assert at_step <= place.epoch * 5 + place.step < 15
    run(made, tmp_path / "parts", resume=True)
    whole, parts = weights(tmp_path / "whole"), weights(tmp_path / "parts")
    assert all(np.array_equal(whole[name], parts[name]) for name in whole)
    assert np.allclose(losses(tmp_path / "whole"), losses(tmp_path / "parts"))


def test_more_epochs_can_follow_later(tmp_path: Path) -> None:
    made = tiny.job()
    run(made, tmp_path)
    longer = replace(made, settings=replace(made.settings, epochs=5))
    assert run(longer, tmp_path, resume=True).epochs == 5
    run(longer, tmp_path / "whole")
    assert np.allclose(losses(tmp_path), losses(tmp_path / "whole"))


def test_it_holds_still_while_that_is_wished_and_keeps_its_place_then(tmp_path: Path) -> None:
    looks = 0

    def is_paused(hearing: tiny.Hearing) -> bool:
        nonlocal looks
        looks += bool(hearing.of(say.Stepped))
        if hearing.of(say.Paused) and not (tmp_path / CHECKPOINT).is_file():
            raise AssertionError("a pause must keep what was learnt")
        return 0 < looks < 4

    hearing = tiny.Hearing(pause_after=is_paused)
    assert run(tiny.job(), tmp_path, listener=hearing).state == RunState.DONE
    assert [each.is_paused for each in hearing.of(say.Paused)] == [True, False]


def test_a_loss_that_is_no_number_is_taken_back_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.network.training.learner import Learner

    real, calls = Learner.train, 0

    def stumbling(self: Any, chunk: Any, rates: Any) -> Any:
        nonlocal calls
        calls += 1
        rows = real(self, chunk, rates)
        if calls == 4:
            self.assign({name: np.full_like(array, np.nan) for name, array in self.arrays().items()})
            rows[-1, 0] = np.nan
        return rows

    monkeypatch.setattr(Learner, "train", stumbling)
    hearing = tiny.Hearing()
    assert run(tiny.job(settings={"batch_size": 4}), tmp_path, listener=hearing).state == RunState.DONE
    (note,) = [str(each.note.remark) for each in hearing.of(say.Noted)]
    assert "and the rate is a tenth: 0.001" in note
    assert read_run(tmp_path).epochs[-1].rate == pytest.approx(0.001)
    assert all(np.isfinite(array).all() for array in weights(tmp_path).values())
    assert [each.epoch for each in read_run(tmp_path).epochs] == [1, 2, 3]


def test_a_loss_that_never_becomes_a_number_ends_in_a_sentence_with_the_weights_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.network.training.learner import Learner

    monkeypatch.setattr(Learner, "train", lambda *_: np.full((1, 3), np.nan, np.float32))
    hearing = tiny.Hearing()
    with pytest.raises(UserError, match=r"stopped being a number 5 times.*anew at a rate of 0.001"):
        run(tiny.job(), tmp_path, listener=hearing)
    assert len(hearing.of(say.Noted)) == 4
    assert all(np.isfinite(array).all() for array in weights(tmp_path).values())


def test_a_folder_that_takes_nothing_more_is_told_once_and_training_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.network.training import running

    def refuse(*_: object) -> None:
        raise SaveError("The disk is full.")

    monkeypatch.setattr(running, "save_checkpoint", refuse)
    hearing = tiny.Hearing()
    assert run(tiny.job(), tmp_path, listener=hearing).state == RunState.DONE
    assert [str(each.note.remark) for each in hearing.of(say.Noted)] == ["The disk is full."]


def test_a_trained_network_is_held_in_memory_until_there_is_room_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.network.training import finishing

    tries = 0

    def refuse(*_: object, **__: object) -> None:
        nonlocal tries
        tries += 1
        if tries == 1:
            raise SaveError("The disk is full.")

    class Patient(tiny.Hearing):
        def tell(self, message: Any) -> None:
            super().tell(message)
            if isinstance(message, say.Paused):
                self.is_held = False  # somebody has made room, and goes on

    monkeypatch.setattr(finishing, "save_network", refuse)
    hearing = Patient(can_hold=True)
    assert run(tiny.job(), tmp_path / "held", listener=hearing).epochs == 3
    assert [str(each.note.remark) for each in hearing.of(say.Noted)] == [
        "What was learnt cannot be saved yet and is held in memory. The disk is full. Then press Go on."
    ]
    assert tries == 2
    tries = 0
    with pytest.raises(SaveError, match="The disk is full"):  # in a terminal nobody can be waited for
        run(tiny.job(), tmp_path / "raised", listener=tiny.Hearing())


def test_a_stop_waits_for_room_too_until_it_is_asked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.network.training import finishing

    def refuse(*_: object, **__: object) -> None:
        raise SaveError("The disk is full.")

    class Stopping(tiny.Hearing):
        """Asks to stop after the first epoch; and once more as soon as it hears that the run holds still."""

        asked = 0

        def is_stop_asked(self) -> bool:
            return self.asked > 0

        def pause(self) -> bool:
            self.asked = 0
            return super().pause()

        def tell(self, message: Any) -> None:
            super().tell(message)
            self.asked += isinstance(message, say.EpochEnded | say.Paused)

    monkeypatch.setattr(finishing, "save_network", refuse)
    hearing = Stopping(can_hold=True)
    with pytest.raises(SaveError, match="The disk is full"):
        run(tiny.job(), tmp_path / "held", listener=hearing)
    assert [each.is_paused for each in hearing.of(say.Paused)] == [True]


def test_a_run_whose_folder_was_tidied_up_is_kept_at_its_end(tmp_path: Path, really_saves: None) -> None:
    folder = tmp_path / "runs" / "first"

    class Tidying(tiny.Hearing):
        def tell(self, message: Any) -> None:
            super().tell(message)
            if isinstance(message, say.EpochEnded) and message.figures.epoch == 2:
                shutil.rmtree(folder)

    assert run(tiny.job(), folder, listener=Tidying()).state == RunState.DONE
    assert read_run(folder).state is RunState.DONE
    assert read_model(folder / BEST).class_names == tiny.CLASSES


def test_memory_that_ran_out_proposes_a_smaller_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.network.training.learner import Learner

    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(Learner, "train", fail)
    with pytest.raises(UserError, match="Set the batch to 4"):
        run(tiny.job(), tmp_path)


class Losing(ArrayData):
    """Some pictures are gone, as of a folder that somebody tidies up."""

    def picture(self, index: int, *, least: int = 0) -> Any:
        if index % 5 == 0:
            raise UserError("“{name}” is gone.", name=f"{index}.png")
        return super().picture(index)

    def key(self, index: int) -> bytes:
        return bytes(self.pictures[index])


def test_pictures_that_are_gone_are_left_out_and_told(tmp_path: Path) -> None:
    whole = tiny.pictures()
    hearing = tiny.Hearing()
    data = Losing("losing", whole.pictures, whole.labels, whole.class_names)
    figures = run(tiny.job(settings={"epochs": 10}), tmp_path, listener=hearing, dataset=data)
    assert figures.state == RunState.DONE
    assert "cannot be read and are left out" in str(hearing.of(say.Noted)[0].note.remark)
    assert figures.validation_accuracy == 1.0


def test_without_any_picture_left_it_ends_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = tiny.pictures()
    data = Losing("losing", whole.pictures, whole.labels, whole.class_names)

    def gone(*_: object, **__: object) -> None:
        raise UserError("All are gone.")

    monkeypatch.setattr(Losing, "picture", gone)
    with pytest.raises(UserError, match="None of the training pictures can be read"):
        run(tiny.job(), tmp_path, dataset=data)


@pytest.mark.parametrize(
    "end", [Dense(units=3), Dense(units=3, activation="sigmoid"), Dense(units=1, activation="sigmoid")]
)
@pytest.mark.parametrize("loss", ["crossentropy", "squares"])
def test_every_kind_of_answer_can_be_trained(tmp_path: Path, end: Dense, loss: str) -> None:
    data = tiny.pictures()
    if end.units == 1:
        two = data.labels < 2
        data = ArrayData("two", data.pictures[two], data.labels[two], ("left", "right"))
    from engine.network.training.starting import prepared

    made = tiny.job(model=tiny.network(end=end), settings={"epochs": 25, "loss": loss, "smoothing": 0.1})
    figures = run(made, tmp_path, dataset=data)
    assert prepared(made, len(data.class_names)).tuned.architecture.by_name["classes"].layer == end
    assert figures.test_accuracy is not None
    assert figures.test_accuracy >= 0.6
    assert losses(tmp_path)[-1] < losses(tmp_path)[0]


@pytest.mark.parametrize("optimiser", ["adamw", "sgd", "momentum", "rmsprop"])
def test_every_optimiser_and_schedule_trains(tmp_path: Path, optimiser: str) -> None:
    schedule = {"adamw": "cosine", "sgd": "steps", "momentum": "exponential", "rmsprop": "constant"}[optimiser]
    made = tiny.job(settings={"optimiser": optimiser, "schedule": schedule, "warm_up": 1})
    run(made, tmp_path)
    assert losses(tmp_path)[-1] < losses(tmp_path)[0]


def test_classes_can_be_balanced(tmp_path: Path) -> None:
    from engine.network.training.materials import opened

    data = tiny.pictures()
    chosen = np.concatenate([np.flatnonzero(data.labels == 0), np.flatnonzero(data.labels == 1)[:5]])
    few = ArrayData("few", data.pictures[chosen], data.labels[chosen], ("left", "right"))
    made = tiny.job(settings={"has_class_weights": True}, split=Split(validation=0.0))
    found = opened(made, few, tiny.Hearing()).class_weights
    assert found is not None
    assert np.allclose(found * [20, 5], 12.5)
    run(made, tmp_path, dataset=few)


def test_it_stops_early_when_nothing_gets_better(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.network.training.learner import Learner

    monkeypatch.setattr(Learner, "evaluate", lambda *_: (1.0, 1.0, 1.0))
    figures = run(tiny.job(settings={"epochs": 50, "stops_early": True, "patience": 2}), tmp_path)
    assert figures.ended_early
    assert (figures.epochs, figures.best_epoch) == (3, 1)


# Refusals


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda job: replace(job, tuning=Tuning(cut_at="conv9")), "no layer “conv9”"),
        (lambda job: replace(job, tuning=Tuning(frozen_up_to="gone/conv1")), "no layer “gone/conv1”"),
    ],
)
def test_what_does_not_hang_together_is_refused_in_a_sentence(
    tmp_path: Path, change: Callable[[Any], Any], sentence: str
) -> None:
    with pytest.raises(UserError, match=sentence):
        run(change(tiny.job()), tmp_path)


def test_a_checkpoint_of_another_network_is_refused(tmp_path: Path) -> None:
    run(tiny.job(), tmp_path)
    with pytest.raises(UserError, match="belongs to another network"):
        run(tiny.job(model=tiny.backbone()), tmp_path, resume=True)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SaveError):
        run(tiny.job(), tmp_path / "file" / "run")
