"""What a training could not do, said with the way on as a button that works."""

from __future__ import annotations

import pytest

from engine.network.training import messages as ask
from engine.network.training.curves import BEST, CHECKPOINT

pytestmark = pytest.mark.allows_warnings  # the log says what a person was told

ROLLED_BACK = "The rate is a tenth: {rate:g}."
OUT_OF_MEMORY = "Set the batch to {new_batch_size}."
GIVEN_UP = "Train anew at a rate of {new_rate:g}."


def shown(window):
    return window.messages.bar.current()


def come_back(worker):
    """Die, and be there again."""
    worker.die()
    worker.start()
    worker.ready()


def press(window, text):
    """Press a button of the message bar."""
    dict(shown(window).actions)[text]()


def test_a_proposed_rate_is_one_click_away_and_no_note_stands_before_it(train, worker, window, qtbot):
    train.model.train.click()
    first = worker.training.folder
    worker.begin()
    worker.epoch(1)
    worker.note(10, ROLLED_BACK, rate=1.0)
    worker.refuse(ask.Train, GIVEN_UP, new_rate=0.001)
    assert shown(window).text == "Train anew at a rate of 0.001."
    assert not window.messages.bar._waiting
    press(window, "Train at 0.001")
    assert train.session.job.settings.rate == 0.001
    assert worker.training.training.settings.rate == 0.001
    assert worker.training.folder != first
    assert not worker.training.resume
    qtbot.waitUntil(lambda: shown(window) is None)


def test_a_smaller_batch_goes_on_from_the_checkpoint_where_there_is_one(train, worker, window):
    train.model.train.click()
    first = worker.training.folder
    worker.begin()
    worker.epoch(1)
    worker.refuse(ask.Train, OUT_OF_MEMORY, new_batch_size=16)
    press(window, "Go on, 16 at a time")
    assert (worker.training.folder, worker.training.resume) == (first, True)
    assert worker.training.training.settings.batch_size == 16
    assert [each.epoch for each in train.session.training.epochs] == [1]


def test_a_smaller_batch_begins_anew_where_nothing_was_learnt_yet(train, worker, window):
    train.model.train.click()
    worker.refuse(ask.Train, OUT_OF_MEMORY, new_batch_size=16)
    press(window, "Train, 16 at a time")
    assert not worker.training.resume
    assert worker.training.training.settings.batch_size == 16


def test_a_worker_that_may_have_died_of_memory_proposes_half_the_batch(train, worker, window):
    train.model.train.click()
    worker.begin()
    worker.epoch(1)
    worker.die(may_lack_memory=True)
    assert [words for words, _ in shown(window).actions] == ["Go on, 16 at a time", "Go on"]
    press(window, "Go on, 16 at a time")
    worker.start()
    worker.ready()
    assert worker.training.resume
    assert worker.training.training.settings.batch_size == 16


def test_going_on_takes_the_settings_that_are_shown_but_not_those_of_another_network(train, worker, window, settle):
    train.model.train.click()
    worker.begin()
    worker.epoch(1)
    worker.finish(epochs=1, state="stopped")
    train.model._on_setting("batch_size", 8)
    train.model.resume.click()
    assert worker.training.training.settings.batch_size == 8
    worker.begin(first_step=10)
    worker.finish(epochs=1, state="stopped")
    train.session.change(input_size=(64, 64), tuning=train.session.job.tuning.__class__(frozen_up_to="conv1"))
    train.model._on_setting("batch_size", 4)
    train.model.resume.click()
    assert worker.training.training.settings.batch_size == 8


def test_steps_that_were_rolled_back_are_drawn_once(train, worker):
    train.model.train.click()
    worker.begin()
    worker.epoch(1)
    worker.steps(11, 16)
    worker.note(10, ROLLED_BACK, rate=1.0)
    worker.steps(11, 13)
    assert train.session.training.steps[:, 0].tolist() == list(range(1, 13))


def test_a_network_that_nobody_had_time_to_keep_cannot_be_used_live(train, worker, window):
    train.model.train.click()
    worker.begin()
    worker.epoch(1)
    folder = train.session.training.folder
    (folder / BEST).unlink()
    assert (folder / CHECKPOINT).exists()
    worker.die()
    assert not train.model.live.isVisible()
    assert train.model.resume.isVisible()


def test_what_was_said_of_the_training_before_is_gone_with_the_next(train, worker, window, qtbot):
    train.model.train.click()
    worker.begin()
    worker.epoch(1)
    worker.note(10, ROLLED_BACK, rate=1.0)
    worker.finish(epochs=1)
    assert shown(window).text == "The rate is a tenth: 1."
    train.model.train.click()
    qtbot.waitUntil(lambda: shown(window) is None)


def test_nothing_to_go_on_from_offers_no_way_on(train, worker):
    train.model.train.click()
    worker.begin()
    worker.steps(1, 4)
    worker.die()
    assert not train.model.resume.isVisible()
    assert train.model.train.isVisible()


def test_what_a_run_waited_for_is_gone_when_it_goes_on(train, worker, window, qtbot):
    train.model.train.click()
    worker.begin()
    worker.epoch(1)
    worker.note(10, "The disk is full. Then press Go on.")
    worker.pause(True)
    assert "disk is full" in shown(window).text
    worker.pause(False)
    qtbot.waitUntil(lambda: shown(window) is None)


def test_what_a_death_cost_is_asked_for_again_once(train, worker, settle):
    train.model.train.click()
    worker.begin()
    worker.epoch(1)
    worker.finish(epochs=1)
    assert worker.pending(ask.Evaluate)
    come_back(worker)
    assert worker.pending(ask.Evaluate)
    come_back(worker)
    assert not worker.pending(ask.Evaluate), "it may be what the worker dies of"


def test_robustness_comes_after_a_death_or_says_how_to_ask_again(trained, worker, settle):
    page = trained.results.robustness
    next(dock for dock in trained.results.docks if dock.objectName() == "train_robustness").raise_()
    come_back(worker)
    assert worker.pending(ask.Robustness)
    come_back(worker)
    assert not worker.pending(ask.Robustness)
    assert "come back to try it again" in page.plots["noise"].plot.empty
    next(dock for dock in trained.results.docks if dock.objectName() == "train_map").raise_()
    next(dock for dock in trained.results.docks if dock.objectName() == "train_robustness").raise_()
    settle(lambda: all(plot.plot.curves for plot in page.plots.values()))
