"""Training in the window: one button, what is seen meanwhile, every way in which it can end, and going on."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt

from engine.child.lifecycle import State
from engine.network.data.specs import BuiltInData
from engine.network.requests import FileModel, GalleryModel
from engine.network.training import messages as ask
from engine.network.training.curves import BEST
from engine.network.training.job import TrainingJob
from gui.train.curves_view import MEMORY, memory_within
from gui.train.session import Phase
from gui.train.training_words import state_words
from tests.gui.train.fake_worker import STEPS

pytestmark = pytest.mark.allows_warnings  # the log says what a person was told


def message(window):
    shown = window.messages.bar.current()
    return shown.text if shown is not None else ""


def press(window, text):
    """Press a button of the message bar."""
    next(act for words, act in window.messages.bar.current().actions if words == text)()


def test_the_first_sight_is_data_a_batch_and_one_button(train, window):
    assert len(train.session.data.dataset) == 1797
    assert len(train.classes.cards) == 10
    assert train.centre.batch.facts.text().endswith("batches an epoch")
    assert train.centre.batch.pictures.accessibleDescription().startswith("0, 1, 2")
    assert train.model.train.isVisible()
    assert train.model.train.isEnabled()
    assert not train.model.pause.isVisible()
    assert not train.model.live.isVisible()
    assert "62,958 parameters, all learn" in train.model.facts.text() or not train.model.facts.text()
    assert {dock.objectName() for dock in window.workspaces.current.docks if dock.isVisible()} >= {
        "train_classes", "train_model", "train_mistakes"
    }  # fmt: skip


def test_another_batch_can_be_looked_at_before_and_after_the_transforms(train, worker, settle):
    first = train.session.batch
    train.centre.batch.another.click()
    settle(lambda: train.session.batch is not first)
    assert worker.seen[-1].number == 1
    assert not train.centre.batch.before.isEnabled(), "without transforms there is nothing to compare"


def test_the_head_of_a_batch_says_what_goes_in_not_how_large_it_is_shown(train):
    batch = train.session.batch
    train.session.put_batch(replace(batch, steps=(replace(batch.steps[0], shape=(16, 224, 224, 3)),)))
    assert train.centre.batch.facts.text().startswith("16×224×224×3 · ")


def test_how_pictures_go_in_is_part_of_the_job(train):
    session, form = train.session, train.model.input_form
    form.changed.emit("side", 48)
    form.changed.emit("fit", "pad")
    form.changed.emit("values", "signed")
    assert (session.job.input_size, session.job.fit, session.job.values) == ((48, 48), "pad", "signed")
    assert form.values() == {"side": 48, "fit": "pad", "values": "signed"}
    form.changed.emit("side", 0)
    assert session.job.input_size is None


def test_train_shows_curves_results_and_the_run(train, worker, settle, window):
    train.model.train.click()
    assert train.model.stop.isVisible()
    assert not train.model.train.isVisible()
    assert train.model.state.text()
    worker.begin()
    assert train.session.training.phase is Phase.TRAINING
    worker.steps(1, 6)
    assert train.model.bar.value() == round(1000 * 5 / (10 * train.session.job.settings.epochs))
    assert "4,321 pictures/s" in train.model.speed.text()
    assert "512 MB" in train.model.speed.text()
    assert "1 min 15 s left" in train.model.state.text()
    assert not train.model.settings.isEnabled()
    assert not train.classes.source.isEnabled()
    worker.epoch(1)
    worker.epoch(2)
    assert train.inside.scrubber.isVisible() or train.inside._pages.currentIndex() == 1
    train.centre.curves.refresh()
    names = {name for name, _, _ in train.centre.curves.accuracy.readout(None)}
    assert names == {"training", "validation"}
    assert train.centre.curves.meaning.text()
    worker.finish(epochs=2)
    settle(lambda: train.session.evaluated is not None and train.session.runs)
    assert train.model.state.text() == "Gets 90.0% of the test pictures right."
    assert train.model.train.isVisible()
    assert train.model.live.isVisible()
    assert train.results.mistakes.grid.numbers
    page = train.results.mistakes
    assert "All 10 mistakes" in page.title.text()
    wrong = [page._caption(index).text for index in page.grid.numbers]
    assert all(" → " in text for text in wrong), "what it is, and what it was taken for"
    assert train.results.figures.table.rowCount() == 10
    assert train.runs_dock.table.rowCount() == 1
    assert train.runs_dock.table.item(0, 2).text() == "done"
    assert message(window) == ""


def test_pause_go_on_and_stop_are_answered_by_the_worker(train, worker, settle):
    train.model.train.click()
    job = worker.training.job
    worker.begin()
    worker.epoch(1)
    train.model.pause.click()
    assert worker.told == [(job, ask.Pause())]
    worker.pause(True)
    assert train.model.pause.text() == "Go on"
    assert "paused" in train.model.state.text()
    train.model.pause.click()
    assert worker.told[-1] == (job, ask.Resume())
    worker.pause(False)
    assert train.model.pause.text() == "Pause"
    train.model.stop.click()
    assert worker.stopped == [job]
    assert not train.model.stop.isEnabled()
    assert "stopping" in train.model.state.text()
    worker.finish(state="stopped", epochs=1)
    settle(lambda: train.session.runs)
    assert train.model.resume.isVisible()
    assert train.runs_dock.table.item(0, 2).text() == "stopped"
    steps = train.session.training.steps
    train.model.resume.click()
    assert worker.training.resume
    assert worker.training.folder == str(train.session.training.folder)
    worker.begin(first_step=len(steps))
    np.testing.assert_array_equal(train.session.training.steps, steps)
    assert [each.epoch for each in train.session.training.epochs] == [1]


def test_steps_that_a_resume_takes_back_are_not_drawn_twice(train, worker):
    train.model.train.click()
    worker.begin()
    worker.epoch(1)
    worker.steps(11, 16)
    worker.finish(state="stopped", epochs=1)
    train.model.resume.click()
    worker.begin(first_step=10)
    assert train.session.training.steps[-1, 0] == 10
    worker.steps(11, 13)
    assert train.session.training.steps[:, 0].tolist() == list(range(1, 13))


def test_a_worker_that_dies_is_told_in_one_sentence_with_the_way_on(train, worker, window, settle):
    train.model.train.click()
    worker.begin()
    worker.epoch(1)
    folder = train.session.training.folder
    worker.die()
    assert message(window) == "The training worker ended unexpectedly and is started again."
    assert [words for words, _ in window.messages.bar.current().actions] == ["Go on"]
    assert not train.session.is_training
    assert len(train.session.training.epochs) == 1
    assert train.model.resume.isVisible()
    press(window, "Go on")
    assert worker.training is None, "there is nobody to ask yet"
    assert train.session.is_training
    assert "worker" in train.model.state.text()
    worker.start()
    worker.ready()
    assert worker.training.resume
    assert worker.training.folder == str(folder)
    worker.begin(first_step=10)
    worker.epoch(2)
    assert [each.epoch for each in train.session.training.epochs] == [1, 2]
    worker.finish(epochs=2)
    settle(lambda: train.session.evaluated is not None)


def test_a_worker_that_dies_before_the_first_epoch_offers_no_way_on(train, worker, window):
    train.model.train.click()
    worker.begin()
    worker.die()
    assert window.messages.bar.current().actions == ()
    assert train.model.train.isVisible()


def test_train_before_the_worker_is_there_waits_and_can_be_taken_back(window, worker, qtbot):
    worker.state = State.DEAD
    window.top_bar.workspaces.button("train").click()
    train = window.train
    qtbot.waitUntil(lambda: train.session.data is not None)
    assert "starting" in train.centre.batch.pictures._empty
    train.model.train.click()
    assert worker.training is None
    assert train.session.is_training
    assert train.model.stop.isEnabled()
    train.model.stop.click()
    assert not train.session.is_training
    train.model.train.click()
    worker.ready()
    assert worker.training.training == train.session.job


def test_a_worker_that_has_given_up_can_be_started_again(train, worker, window):
    train.model.train.click()
    worker.begin()
    worker.epoch(1)
    worker.die(gives_up=True)
    assert [words for words, _ in window.messages.bar.current().actions] == ["Start it again", "Go on"]
    press(window, "Start it again")
    train.model.resume.click()
    assert worker.training.resume


@pytest.mark.parametrize(
    "sentence", ["There is only one class. Two are needed.", "The loss is no number any more; the rate is lowered."]
)
def test_a_refusal_is_said_in_place_and_everything_stays(train, worker, window, sentence):
    train.model.train.click()
    worker.refuse(ask.Train, sentence)
    assert message(window) == sentence
    assert not train.session.is_training
    assert not train.model.state.isVisible(), "it was not stopped, it never began"
    assert train.model.train.isVisible()
    assert train.model.settings.isEnabled()


def test_a_batch_that_cannot_be_made_says_why_where_it_would_be(train, worker, qtbot):
    train.centre.batch.another.click()
    worker.refuse(ask.ShowBatch, "There is only one class.")
    assert train.centre.batch.pictures._empty == "There is only one class."
    assert train.centre.batch.pictures.accessibleDescription() == "There is only one class."


def test_notes_of_a_run_are_read_below_the_curves(train, worker):
    train.model.train.click()
    worker.begin()
    worker.epoch(1)
    worker.note(12, "The loss was no number at rate {rate:g}: back to the last weights.", rate=10.0)
    assert train.centre.curves.meaning.text() == "The loss was no number at rate 10: back to the last weights."
    assert len(train.centre.curves.loss.plot.marks) == 1
    worker.epoch(2)  # whose gap is said in its place
    assert train.centre.curves.loss.toolTip() == "Step 12: The loss was no number at rate 10: back to the last weights."


def test_the_inside_is_followed_epoch_by_epoch_and_looked_back_at(trained):
    inside = trained.inside
    assert inside.table.rowCount() == 2
    assert [inside.table.item(1, column).text() for column in (0, 1, 3)] == ["dense", "frozen", "–"]
    assert inside.table.horizontalHeaderItem(0).textAlignment() & Qt.AlignmentFlag.AlignLeft
    assert inside.table.horizontalHeaderItem(1).textAlignment() & Qt.AlignmentFlag.AlignRight
    assert inside._epoch_words(inside._at) == "epoch 3"
    inside._go(0)
    assert inside._epoch_words(inside._at) == "epoch 1"
    inside.table.setCurrentCell(1, 0)
    assert inside._path == "dense"


def test_a_cell_of_the_matrix_shows_its_pictures_and_what_speaks_for_either_class(trained, worker, qtbot):
    page = trained.results.mistakes
    true, said = 0, 1
    page.matrix.choose((true, said))
    page._show_pictures()
    assert len(page.grid.numbers) == len(
        [at for at in range(30) if trained.session.evaluated.labels[at] == true and at % 3 == 0]
    )
    index = page.grid.numbers[0]
    page.grid.select([index])
    wanted = worker.pending(ask.Explain)
    assert (wanted.index, wanted.classes) == (index, (true, said))
    worker.work()
    assert "what speaks for 0" in page.true_heat._caption
    assert "what speaks for 1" in page.said_heat._caption


def test_map_and_robustness_are_asked_for_when_they_are_first_seen(trained, worker, settle, window):
    assert not [each for each in worker.seen if isinstance(each, ask.Embed | ask.Robustness)]
    docks = {dock.objectName(): dock for dock in trained.results.docks}
    docks["train_map"].raise_()
    settle(lambda: "30 pictures" in trained.results.map.facts.text())
    trained.results.map.method.button("t-sne").click()
    assert worker.pending(ask.Embed).method == "t-sne"
    docks["train_robustness"].raise_()
    settle(lambda: all(plot.plot.curves for plot in trained.results.robustness.plots.values()))
    assert trained.results.robustness.plots["rotation"].plot.x_unit == "°"
    count = len(worker.seen)
    docks["train_map"].raise_()
    docks["train_robustness"].raise_()
    assert not [each for each in worker.seen[count:] if isinstance(each, ask.Robustness)], "they are there already"


def test_runs_are_compared_behind_the_curves(trained, worker, settle):
    trained.model.train.click()
    worker.begin()
    worker.epoch(1)
    worker.finish(epochs=1)
    settle(lambda: trained.runs_dock.table.rowCount() == 2)
    trained.runs_dock.table.item(1, 0).setCheckState(Qt.CheckState.Checked)
    dashed = [curve for curve in trained.centre.curves.loss.plot.curves if curve.is_dashed]
    assert len(dashed) == 1
    assert len(dashed[0].x) == 3
    legend = trained.centre.curves.legend
    assert not legend.isHidden()
    assert "from scratch, The network by hand" in legend.text()
    trained.runs_dock.table.item(1, 0).setCheckState(Qt.CheckState.Unchecked)
    assert legend.isHidden()


def test_a_run_of_before_is_looked_at_again(trained, worker, settle):
    job, older = trained.session.job, trained.session.training.folder
    trained.model.train.click()
    worker.begin()
    worker.epoch(1)
    worker.finish(epochs=1)
    settle(lambda: trained.runs_dock.table.rowCount() == 2)
    trained.runs_dock.table.cellDoubleClicked.emit(1, 1)
    settle(lambda: trained.session.training.folder == older and trained.session.evaluated is not None)
    assert [each.epoch for each in trained.session.training.epochs] == [1, 2, 3]
    assert [each for each in worker.seen if isinstance(each, ask.Evaluate)][-1].folder == str(older)
    assert len(trained.centre.curves.loss.plot.curves) == 3
    assert trained.session.job == job, "what is set for the next training stays"


def test_a_session_opens_with_the_last_run_on_its_data(trained, settle, worker):
    session, folder = trained.session, trained.session.training.folder
    state = trained.state()
    session.put_training(None)
    session.put_evaluated(None)
    trained.restore(state)
    settle(lambda: session.training is not None and session.evaluated is not None)
    assert session.training.folder == folder
    session.put_training(None)
    trained.restore({"job": TrainingJob(data=BuiltInData(name="faces")).to_json()})
    settle(lambda: session.data is not None and session.data.spec == BuiltInData(name="faces"))
    assert session.training is None, "a run on other data is no part of it"


def test_what_a_training_came_to_says_after_which_epoch_and_on_which_data(trained, qtbot):
    training = replace(trained.session.training, figures=None)
    best, last = training.epochs[-2], replace(training.epochs[-1], is_best=False)
    words = state_words(replace(training, epochs=(best, last)))
    assert words == "Gets 70.0% of the pictures kept aside right: its best, after epoch 2."
    trained.classes.menu.chosen.emit(BuiltInData(name="faces"))
    qtbot.waitUntil(lambda: trained.model.state.text().startswith("Handwritten digits · Gets "))


def test_the_curve_of_the_training_is_no_older_than_an_epoch(train, worker):
    curves = train.centre.curves
    assert "Press Train" in curves.loss.plot.empty
    train.model.train.click()
    assert "One moment" in curves.loss.plot.empty, "it was pressed"
    worker.begin()
    worker.epoch(1)
    training = train.session.training
    assert memory_within(training) == pytest.approx(1 - 1 / STEPS)
    one_batch = replace(training, began=replace(training.began, steps_per_epoch=1))
    assert memory_within(one_batch) == 0, "where each batch is an epoch, validation would run ahead of a longer mean"
    assert memory_within(replace(training, began=replace(training.began, steps_per_epoch=500))) == MEMORY


def test_an_older_run_goes_on_with_its_own_job_and_curves(trained, worker, settle, qtbot):
    older = trained.session.runs[0]
    (older.folder / "figures.json").unlink()
    trained.session.change(model=GalleryModel("lenet-5"))
    trained.model.train.click()
    worker.begin()
    worker.epoch(1)
    worker.finish(epochs=1)
    settle(lambda: trained.runs_dock.table.rowCount() == 2)
    trained.runs_dock.resume_wanted.emit(older)
    qtbot.waitUntil(lambda: worker.training is not None)
    assert worker.training.folder == str(older.folder)
    assert worker.training.training.model == GalleryModel("cnn-example")
    assert [each.epoch for each in trained.session.training.epochs] == [1, 2, 3]
    assert trained.session.job.model == GalleryModel("cnn-example"), "the panels show what learns"


def test_use_it_live_opens_the_best_network_in_the_network_workspace(trained, window, network_worker):
    trained.model.live.click()
    assert window.workspaces.current.key == "network"
    assert window.network.session.wish == FileModel(str(trained.session.training.folder / BEST))
