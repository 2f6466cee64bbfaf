"""What is kept of the Train workspace: in the session, in a project, in layouts; and how it looks and is reached."""

from __future__ import annotations

import json
import os
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDockWidget, QLineEdit

from engine.network.data.specs import BuiltInData, FolderData
from engine.network.requests import GalleryModel
from engine.network.training.curves import RunState
from gui.autosave import load_session, session_to_text
from gui.layouts import speaks_of
from gui.train.unfinished import forget_training, note_training, unfinished_run
from tests.gui.train.test_data import class_folders, said

pytestmark = pytest.mark.allows_warnings


def saved(window, path):
    path.write_text(session_to_text(window.parts.session, workspace=window.workspace_state()), encoding="utf-8")
    return load_session(path)


def test_job_and_data_come_back_with_the_session(train, window, qtbot, tmp_path):
    train.session.wish_for(BuiltInData(name="faces"))
    qtbot.waitUntil(lambda: train.session.data.spec == BuiltInData(name="faces"))
    train.editing.rename_class(train.session.data.dataset.class_names[0], "a face")
    train.session.change(model=GalleryModel("lenet-5"))
    state = saved(window, tmp_path / "session.json").workspace
    train.session.wish_for(BuiltInData())
    qtbot.waitUntil(lambda: train.session.data.spec == BuiltInData())
    window.workspaces.show("kernels")
    window.restore_workspace(state)
    qtbot.waitUntil(lambda: train.session.data.spec == BuiltInData(name="faces"))
    assert window.workspaces.current.key == "train"
    assert "a face" in train.session.data.dataset.class_names
    assert train.session.job.model == GalleryModel("lenet-5")


def test_a_session_is_restored_before_the_workspace_was_ever_made(window, worker, qtbot, tmp_path):
    state = {"key": "train", "network": {}, "train": {"job": train_job(name="faces")}}
    window.restore_workspace(state)
    qtbot.waitUntil(lambda: window.train.session.data is not None)
    assert window.train.session.data.spec == BuiltInData(name="faces")


@pytest.mark.parametrize("train", [{}, {"job": 3}, {"job": {"format": "other"}}], ids=str)
def test_a_damaged_state_leaves_the_first_data(window, worker, qtbot, train):
    window.restore_workspace({"key": "train", "train": train})
    qtbot.waitUntil(lambda: window.train.session.data is not None)
    assert window.train.session.data.spec == BuiltInData()


def train_job(**data):
    from engine.network.training.job import TrainingJob

    return TrainingJob(data=BuiltInData(**data)).to_json()


def test_a_change_of_the_data_is_written_down_by_itself(train, window, qtbot):
    with qtbot.waitSignal(window.workspace_changed):
        train.classes.cards[0].renamed.emit("nought")


def test_a_project_brings_data_network_runs_and_edits_to_another_machine(
    trained, window, worker, answers, qtbot, tmp_path, settle
):
    folder = class_folders(tmp_path / "pets", cats=3, dogs=2)
    trained.session.wish_for(FolderData(path=folder))
    qtbot.waitUntil(lambda: trained.session.data.spec == FolderData(path=folder))
    trained.editing.rename_class("cats", "felines")
    answers.path = tmp_path / "lesson.kernelscope"
    window.actions_["save_project"].trigger()
    qtbot.waitUntil(lambda: "lesson.kernelscope" in said(window), timeout=10_000)
    assert window.project.path == answers.path
    runs = list((window.parts.folder / "runs").iterdir())
    # A batch that is still asked for would be read from the folder that is gone.
    settle(lambda: not trained.driver._batch_timer.isActive() and not worker.asked)
    for path in sorted(folder.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    for path in runs[0].iterdir():
        path.unlink()
    runs[0].rmdir()
    trained.session.wish_for(BuiltInData())
    qtbot.waitUntil(lambda: trained.session.data.spec == BuiltInData())
    window.open_path(answers.path)
    settle(lambda: trained.session.data.dataset.class_names == ("felines", "dogs") and trained.session.runs)
    assert isinstance(trained.session.data.spec, FolderData)
    assert trained.session.data.spec.path.is_relative_to(window.parts.folder)
    assert len(trained.session.data.dataset) == 5
    assert trained.session.runs[0].folder == runs[0]
    assert len(trained.session.runs[0].epochs) == 3


def test_a_project_saves_itself_once_it_has_a_name(train, window, answers, qtbot, tmp_path):
    answers.path = tmp_path / "lesson.kernelscope"
    window.actions_["save_project"].trigger()
    qtbot.waitUntil(lambda: window.project.path == answers.path)
    first = answers.path.read_bytes()
    window.project._on_timeout()
    train.classes.cards[0].renamed.emit("nought")
    window.project._on_timeout()
    qtbot.waitUntil(lambda: answers.path.read_bytes() != first)


def test_a_damaged_project_is_opened_as_far_as_it_goes_and_never_saved_over(trained, window, answers, qtbot, tmp_path):
    answers.path = tmp_path / "lesson.kernelscope"
    window.actions_["save_project"].trigger()
    qtbot.waitUntil(lambda: window.project.path == answers.path)
    whole = answers.path.read_bytes()
    answers.path.write_bytes(whole[: len(whole) * 2 // 3])
    damaged = answers.path.read_bytes()
    window.actions_["open_project"].trigger()
    qtbot.waitUntil(lambda: "lost" in said(window), timeout=10_000)
    assert window.project.path is None
    window.project._on_timeout()
    assert answers.path.read_bytes() == damaged
    answers.path.write_bytes(b"no project at all")
    window.actions_["open_project"].trigger()
    qtbot.waitUntil(lambda: "no project of Kernelscope" in said(window), timeout=10_000)


# A training that the end of the window broke off


def test_a_training_is_noted_while_it_goes_on(train, worker, window, qtbot):
    home = window.parts.folder
    note = home / f"training-{os.getpid()}.json"
    train.model.train.click()
    qtbot.waitUntil(note.exists)
    worker.begin()
    worker.epoch(1)
    assert json.loads(note.read_text())["folder"] == str(train.session.training.folder)
    worker.finish()
    qtbot.waitUntil(lambda: not note.exists())


def test_the_next_start_offers_what_was_left_and_goes_on(trained, worker, window, qtbot):
    home, run = window.parts.folder, trained.session.runs[0].folder
    (run / "figures.json").unlink()
    note_training(home, run)
    window.joining.offer_unfinished_run()
    qtbot.waitUntil(lambda: "was not finished" in said(window))
    assert "3 epochs are done" in said(window)
    window.workspaces.show("kernels")
    dict(window.messages.bar.current().actions)["Go on"]()
    assert window.workspaces.current.key == "train"
    qtbot.waitUntil(lambda: worker.training is not None)
    assert worker.training.resume
    assert worker.training.folder == str(run)
    assert len(trained.session.watched) == 0, "nothing was kept on the disk by this worker"
    assert len(trained.session.training.epochs) == 3


def test_what_is_done_gone_or_still_running_elsewhere_is_not_offered(trained, window, tmp_path):
    run = trained.session.runs[0]
    assert run.state is RunState.DONE
    note_training(tmp_path, run.folder)
    assert unfinished_run(tmp_path) is None
    assert list(tmp_path.glob("training-*.json")) == []
    (run.folder / "figures.json").unlink()
    note_training(tmp_path, run.folder)
    forget_training(tmp_path)
    assert unfinished_run(tmp_path) is None
    elsewhere = tmp_path / "training-1.json"
    elsewhere.write_text(json.dumps({"folder": str(run.folder)}))
    (tmp_path / "running-1.lock").touch()
    assert unfinished_run(tmp_path) is None
    assert elsewhere.exists()
    (tmp_path / "running-1.lock").unlink()
    assert unfinished_run(tmp_path).folder == run.folder
    for damage in ("", "[]", '{"folder": 3}', json.dumps({"folder": str(tmp_path / "nowhere")})):
        elsewhere.write_text(damage)
        assert unfinished_run(tmp_path) is None


# Looks and reach


def test_the_workspace_fits_the_small_screen_and_comes_back_from_presenter_mode(trained, window, qtbot):
    window.resize(1366, 768)
    assert window.minimumSizeHint().width() <= 1366
    assert window.minimumSizeHint().height() <= 768 - window.menuBar().height()
    shown = {dock.objectName() for dock in window.workspaces.current.docks if not dock.isHidden()}
    window.actions_["presenter"].trigger()
    assert window.minimumSizeHint().width() <= 1366
    assert not trained.classes.isHidden()
    assert not trained.model.isHidden(), "a class wants to see Train pressed"
    assert trained.inside.isHidden()
    window.actions_["presenter"].trigger()
    assert {dock.objectName() for dock in window.workspaces.current.docks if not dock.isHidden()} == shown


def test_on_the_smallest_screen_the_batch_gives_way_to_the_curves(trained, window, qtbot):
    # 1366 × 768 at one and a half times its size, less a title bar and a task bar.
    batch, curves = trained.centre.batch, trained.centre.curves
    window.resize(1366, 768)
    window.actions_["reset_layout"].trigger()
    qtbot.waitUntil(batch.steps.isVisible)
    usual = batch.pictures.height()
    window.resize(911, 440)
    assert window.minimumSizeHint().width() <= 911
    assert window.minimumSizeHint().height() <= 440
    qtbot.waitUntil(lambda: not batch.steps.isVisible())
    qtbot.waitUntil(lambda: batch.pictures.height() < usual)
    assert batch.steps.text() in batch.facts.toolTip()
    assert curves.loss.height() >= curves.loss.minimumHeight()
    assert trained.model.train.isVisible()
    window.resize(1366, 768)
    window.actions_["reset_layout"].trigger()
    qtbot.waitUntil(lambda: batch.pictures.height() == usual and batch.steps.isVisible())


def test_large_type_still_fits(trained, window, qapp):
    before = qapp.font()
    font = qapp.font()
    font.setPointSizeF(15)
    qapp.setFont(font)
    try:
        QApplication.processEvents()
        assert window.minimumSizeHint().width() <= 1366
    finally:
        qapp.setFont(before)


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_both_themes_are_drawn(trained, window, theme):
    window.parts.appearance.choice = theme
    for dock in (*trained.results.docks, trained.inside, trained.runs_dock):
        dock.raise_()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        image = dock.grab().toImage()
        colour = image.pixelColor(2, image.height() - 3)
        assert (colour.lightness() > 128) == (theme == "light"), dock.objectName()


def test_everything_that_can_be_used_has_a_name_and_is_reached_by_the_keyboard(trained, window):
    kinds = (QAbstractButton, QComboBox, QLineEdit)
    nameless, unreachable = [], []
    for part in (trained.centre, *window.workspaces.current.docks):
        for kind in kinds:
            for widget in part.findChildren(kind):
                if widget.isHidden() or widget.objectName().startswith("qt_dockwidget"):
                    continue
                if isinstance(widget, QLineEdit) and widget.parent().inherits("QAbstractSpinBox"):
                    continue
                words = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
                if not words and not widget.toolTip():
                    nameless.append((part.objectName(), type(widget).__name__, widget.objectName()))
                if widget.focusPolicy() == Qt.FocusPolicy.NoFocus and isinstance(widget, QComboBox):
                    unreachable.append(widget)
    assert nameless == []
    assert unreachable == []


def test_a_panel_that_a_saved_layout_does_not_know_appears_at_its_place(trained, window):
    inside = trained.inside
    known = inside.objectName()
    inside.setObjectName("something_older")
    window.removeDockWidget(inside)
    state = window.layouts.state()
    inside.setObjectName(known)
    assert not speaks_of(state, inside)
    assert speaks_of(state, trained.runs_dock)
    window.layouts.save("train", state)
    window.workspaces.show("kernels")
    window.parts.settings.save_layout("train", state)
    window.workspaces.show("train")
    assert not inside.isHidden()
    assert window.dockWidgetArea(inside) == Qt.DockWidgetArea.BottomDockWidgetArea
    assert trained.runs_dock in window.tabifiedDockWidgets(inside)


def test_a_panel_that_was_closed_stays_closed(trained, window):
    trained.inside.hide()
    window.workspaces.show("kernels")
    window.workspaces.show("train")
    assert trained.inside.isHidden()
    assert speaks_of(window.layouts.state(), trained.inside)


def test_only_its_own_actions_are_there(train, window):
    actions = window.actions_
    assert not actions["undo"].isVisible()
    assert not actions["save_model"].isVisible()
    assert actions["save_job"].isVisible()
    keys = [
        action.shortcut().toString() for action in actions if action.isVisible() and not action.shortcut().isEmpty()
    ]
    assert sorted(keys) == sorted(set(keys)), "no key does two things"


# Made beforehand


def test_the_workspace_is_made_beforehand_piece_by_piece(window, settle):
    while window.prepare_network():
        pass
    pieces = 0
    while window.prepare():
        pieces += 1
    assert pieces >= 5
    assert window.train is None
    assert not [dock for dock in window.findChildren(QDockWidget, "train_classes") if dock.isVisible()]
    window.workspaces.show("train")
    settle(lambda: window.train.session.data is not None)
    assert window.train.classes.isVisible()
    assert not window.prepare()


def test_a_window_that_is_closed_half_way_leaves_nothing_behind(window):
    while window.prepare_network():
        pass
    window.prepare()
    window.prepare()


def test_what_happens_to_a_training_is_told(train, worker, window):
    train.model.train.click()
    worker.begin()
    worker.epoch(1)
    worker.note(3, "{count} pictures could not be read and are left out.", count=9)
    assert said(window) == "9 pictures could not be read and are left out."


def test_without_mistakes_the_panel_says_so(trained):
    found = trained.session.evaluated
    answers = np.full_like(found.probabilities, 0.01)
    answers[np.arange(len(answers)), found.labels] = 0.9
    trained.session.put_evaluated(replace(found, probabilities=answers))
    assert trained.results.mistakes.title.text() == "No mistakes. Click a cell to see its pictures."


def test_a_batch_that_could_not_be_asked_for_comes_after_the_training(train, worker, settle, qtbot):
    train.session.wish_for(BuiltInData(name="faces"))
    qtbot.waitUntil(lambda: train.session.data.spec == BuiltInData(name="faces"))
    train.driver._batch_timer.start()
    train.model.train.click()
    worker.begin()
    worker.epoch(1)
    assert len(train.session.batch.class_names) == 10
    worker.finish(epochs=1)
    settle(lambda: len(train.session.batch.class_names) == 2)
