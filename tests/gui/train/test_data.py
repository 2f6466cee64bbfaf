"""The data in the window: choosing it, changing it and taking that back, looking through it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from engine.network.data.specs import BuiltInData, FileData, FolderData, GeneratedData
from engine.network.requests import BackboneModel
from engine.network.training.job import TrainingJob
from engine.network.training.suggesting import suggested_tuning
from engine.network.training.transforms import KINDS
from engine.sources.specs import FolderSpec

pytestmark = pytest.mark.allows_warnings


def class_folders(folder, **counts):
    for name, count in counts.items():
        (folder / name).mkdir(parents=True)
        for number in range(count):
            image = QImage(12, 12, QImage.Format.Format_RGB32)
            image.fill(0x102030 * (number + 1) + len(name))
            assert image.save(str(folder / name / f"{number}.png"))
    return folder


def said(window):
    shown = window.messages.bar.current()
    return "" if shown is None else shown.text


def drop(window, path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    window.source_actions.open_mime(mime)


def opened(train, qtbot, spec):
    qtbot.waitUntil(lambda: train.session.data is not None and train.session.data.spec == spec, timeout=10_000)
    return train.session.data.dataset


def test_the_menu_opens_what_is_built_in_and_what_is_drawn(train, qtbot):
    train.classes.menu.chosen.emit(BuiltInData(name="faces"))
    assert len(opened(train, qtbot, BuiltInData(name="faces"))) == 200
    assert "Faces" in train.classes.source.text()
    assert len(train.classes.cards) == 2
    shapes = GeneratedData(kind="shapes")
    train.classes.menu.chosen.emit(shapes)
    opened(train, qtbot, shapes)
    assert train.classes.form.isVisible()
    train.classes._on_form_changed("count", 50)
    assert len(opened(train, qtbot, GeneratedData(kind="shapes", count=50))) == 50


def test_a_folder_is_asked_for_and_its_problems_are_listed(train, answers, qtbot, tmp_path):
    answers.path = class_folders(tmp_path / "pets", cats=4, dogs=3)
    (answers.path / "dogs" / "broken.png").write_bytes(b"\x89PNG no more")
    train.classes.menu.folder_wanted.emit()
    found = opened(train, qtbot, FolderData(path=answers.path))
    assert found.class_names == ("cats", "dogs")
    assert train.classes.source.text() == "pets"
    train.classes.check.click()
    qtbot.waitUntil(lambda: not train.session.progress.text, timeout=10_000)


def test_what_was_left_out_is_counted_and_told_with_a_click(train, window, answers, qtbot, tmp_path):
    answers.path = class_folders(tmp_path / "pets", cats=4, dogs=3)
    (answers.path / "birds").mkdir()
    train.classes.menu.folder_wanted.emit()
    opened(train, qtbot, FolderData(path=answers.path))
    assert train.classes.problems.text() == "Left out: 1"
    train.classes.problems.click()
    assert "birds" in said(window)
    assert train.classes.facts.text().startswith("7 pictures · 2 classes")


def test_a_folder_without_classes_is_refused_in_a_sentence_and_the_data_stays(train, answers, qtbot, tmp_path, window):
    answers.path = tmp_path / "empty"
    answers.path.mkdir()
    train.classes.menu.folder_wanted.emit()
    qtbot.waitUntil(lambda: "empty" in said(window))
    assert train.session.data.spec == BuiltInData()
    assert train.session.progress.text == ""


def test_things_dropped_while_train_is_in_front_are_learnt_from(train, window, qtbot, tmp_path, settle):
    folder = class_folders(tmp_path / "pets", cats=2, dogs=2)
    drop(window, folder)
    opened(train, qtbot, FolderData(path=folder))
    archive = tmp_path / "some.npz"
    np.savez(archive, x_train=np.zeros((6, 8, 8), np.uint8), y_train=np.arange(6) % 2)
    drop(window, archive)
    opened(train, qtbot, FileData(path=archive))
    job = tmp_path / "job.json"
    job.write_text(TrainingJob(data=BuiltInData(name="faces"), name="mine").to_text(), encoding="utf-8")
    drop(window, job)
    opened(train, qtbot, BuiltInData(name="faces"))
    only_pictures = folder / "cats"
    drop(window, only_pictures)
    qtbot.waitUntil(lambda: window.parts.session.source == FolderSpec(only_pictures))
    assert train.session.wish == BuiltInData(name="faces"), "pictures without classes are a source"


def test_elsewhere_a_folder_of_classes_is_a_source_and_a_job_leads_to_train(train, window, qtbot, tmp_path):
    window.workspaces.show("kernels")
    folder = class_folders(tmp_path / "pets", cats=2, dogs=2)
    drop(window, folder)
    qtbot.waitUntil(lambda: "no picture in the folder" in said(window))
    drop(window, folder / "cats")
    qtbot.waitUntil(lambda: window.parts.session.source == FolderSpec(folder / "cats"))
    job = tmp_path / "job.json"
    job.write_text(TrainingJob(data=BuiltInData(name="faces")).to_text(), encoding="utf-8")
    window.open_path(job)
    opened(train, qtbot, BuiltInData(name="faces"))
    assert window.workspaces.current.key == "train"


def test_a_job_is_saved_and_opened_as_the_menu_says(train, window, answers, qtbot, tmp_path):
    actions = window.actions_
    assert actions["save_job"].isVisible()
    settings = train.session.job.settings
    train.model._on_setting("epochs", 7)
    answers.path = tmp_path / "mine.json"
    actions["save_job"].trigger()
    qtbot.waitUntil(answers.path.exists)
    qtbot.waitUntil(lambda: "main.py train mine.json" in said(window))
    train.session.change(settings=settings)
    actions["open_job"].trigger()
    qtbot.waitUntil(lambda: train.session.job.settings.epochs == 7)
    answers.path.write_text("{}", encoding="utf-8")
    actions["open_job"].trigger()
    qtbot.waitUntil(lambda: "no training job" in said(window))
    assert train.session.job.settings.epochs == 7
    window.workspaces.show("kernels")
    assert not actions["save_job"].isVisible()


def test_a_job_with_the_same_data_and_other_edits_shows_those_edits(train, qtbot):
    edits = train.session.data.edits.rename_class("0", "nought")
    train.set_job(TrainingJob(data=BuiltInData(), edits=edits))
    qtbot.waitUntil(lambda: "nought" in train.session.data.dataset.class_names)


def test_edits_are_undone_and_done_again_by_action_and_button(train, window):
    undo, redo = window.actions_["undo_train"], window.actions_["redo_train"]
    assert not undo.isEnabled()
    assert not redo.isEnabled()
    assert [each.defaultAction() for each in window.top_bar._only_in["train"]] == [undo, redo]
    assert all(each.isVisible() for each in window.top_bar._only_in["train"])
    train.classes.cards[3].renamed.emit("three")
    assert train.session.data.dataset.class_names[3] == "three"
    assert train.classes.cards[3].name.text() == "three"
    assert undo.text() == "Undo: renaming a class"
    first = train.session.data.dataset.identity(0)
    train.editing.remove([first])
    assert len(train.session.data.dataset) == 1796
    undo.trigger()
    assert len(train.session.data.dataset) == 1797
    assert redo.isEnabled()
    redo.trigger()
    assert len(train.session.data.dataset) == 1796
    undo.trigger()
    undo.trigger()
    assert train.session.data.dataset.class_names[3] == "3"
    assert not undo.isEnabled()
    assert train.session.job.edits == train.session.data.edits


def test_another_data_set_has_no_steps_to_take_back(train, window, qtbot):
    train.classes.cards[0].renamed.emit("nought")
    train.session.wish_for(BuiltInData(name="faces"))
    opened(train, qtbot, BuiltInData(name="faces"))
    assert not window.actions_["undo_train"].isEnabled()


def test_a_class_that_gets_the_name_of_another_becomes_one_with_it(train, window):
    train.classes.cards[0].renamed.emit("1")
    assert train.session.data.dataset.class_names == tuple("123456789")
    assert len(train.classes.cards) == 9
    assert len(train.session.data.dataset) == 1797
    window.actions_["undo_train"].trigger()
    assert train.session.data.dataset.class_names == tuple("0123456789")


def test_a_class_is_added_and_removed(train):
    train.classes.add_class.click()
    assert train.session.data.dataset.class_names[-1] == "Class 11"
    train.classes.cards[-1].delete_asked.emit()
    train.classes.cards[0].delete_asked.emit()
    assert train.session.data.dataset.class_names == tuple("123456789")


def test_the_grid_selects_moves_and_leaves_out_and_stays_where_it_is(train, qtbot):
    train.centre.pages.button("pictures").click()
    page = train.centre.pictures
    train.classes.cards[2].chosen.emit()
    assert train.session.selected_class == "2"
    before = len(page.grid.numbers)
    assert page.title.text() == f"2 · {before} pictures"
    assert not page.remove.isEnabled()
    page.grid.verticalScrollBar().setValue(page.grid.verticalScrollBar().maximum())
    place = page.grid.verticalScrollBar().value()
    page.grid.select(page.grid.numbers[-3:])
    assert page.remove.isEnabled()
    qtbot.keyClick(page.grid, Qt.Key.Key_Delete)
    assert len(page.grid.numbers) == before - 3
    if place:
        assert page.grid.verticalScrollBar().value() > 0
    page.grid.select(page.grid.numbers[:2])
    page.menu.classes.aboutToShow.emit()
    assert "2" not in [each.text() for each in page.menu.classes.actions()]
    next(each for each in page.menu.classes.actions() if each.text() == "5").trigger()
    assert len(page.grid.numbers) == before - 5
    page.every.click()
    assert len(page.grid.numbers) == 1794
    train.editing.undo()
    train.editing.undo()
    assert len(page.grid.numbers) == 1797


def test_the_selected_class_is_still_selected_under_another_name_and_not_when_it_is_gone(train):
    train.classes.cards[2].chosen.emit()
    train.classes.cards[2].renamed.emit("two")
    assert train.session.selected_class == "two"
    assert train.centre.pictures.title.text().startswith("two · 177 pictures")
    train.classes.cards[2].delete_asked.emit()
    assert train.session.selected_class == ""
    assert train.centre.pictures.title.text().startswith("All classes · 1,620 pictures")


def test_clicking_a_class_shows_its_pictures_and_training_turns_back(train, worker):
    train.classes.cards[1].chosen.emit()
    assert train.centre.pages.current() == "pictures"
    train.model.train.click()
    assert train.centre.pages.current() == "training"


def test_a_transform_that_turns_one_class_into_another_warns(train):
    flip = next(kind for kind in KINDS if "flip" in kind.__name__.lower())
    part = train.model.transforms_panel._parts[flip]
    train.model.transforms.set_open(True) if hasattr(train.model.transforms, "set_open") else None
    part.check.click()
    assert [type(each) for each in train.session.job.transforms] == [flip]
    assert part.warning.text()
    assert not part.warning.isHidden()
    part.check.click()
    assert train.session.job.transforms == ()
    colourful = next(kind for kind in KINDS if kind.needs_colour)
    assert not train.model.transforms_panel._parts[colourful].check.isEnabled()
    assert "no colour" in train.model.transforms_panel._parts[colourful].check.toolTip()


def test_the_network_is_cut_and_frozen_where_the_table_says(train, qtbot):
    qtbot.waitUntil(lambda: train.model.tuning_panel.freeze.count() > 3)
    box = train.model.tuning_panel.freeze
    box.setCurrentIndex(2)
    box.activated.emit(2)
    path = train.session.job.tuning.frozen_up_to
    assert path
    assert train.model.tuning.button.text().endswith("frozen")
    qtbot.waitUntil(lambda: "of them learn" in train.model.facts.text())
    assert not train.model.tuning_panel.unfreeze.isEnabled()
    train.model.tuning_panel.later_form.changed.emit("unfreeze_after", 2)
    assert train.model.tuning_panel.unfreeze.isEnabled()
    assert train.session.job.tuning.unfreeze_after == 2


def test_other_data_with_fewer_classes_may_follow_while_a_class_is_selected(train, window, qtbot):
    train.session.select_class("9")
    train.classes.menu.chosen.emit(BuiltInData(name="faces"))
    opened(train, qtbot, BuiltInData(name="faces"))
    assert train.session.selected_class == ""
    assert len(train.classes.cards) == 2
    assert said(window) == ""


def test_more_data_may_follow_while_a_class_of_less_is_looked_at(train, window, answers, qtbot, tmp_path):
    answers.path = class_folders(tmp_path / "pets", cats=4, dogs=3)
    train.classes.menu.folder_wanted.emit()
    opened(train, qtbot, FolderData(path=answers.path))
    train.session.select_class("dogs")
    grid = train.centre.pictures.grid
    qtbot.waitUntil(lambda: len(grid.in_sight()) == 3 and set(grid.in_sight()) <= set(grid._pixmaps))
    train.classes.menu.chosen.emit(BuiltInData())
    opened(train, qtbot, BuiltInData())
    qtbot.waitUntil(lambda: len(grid.in_sight()) > 7 and set(grid.in_sight()) <= set(grid._pixmaps), timeout=10_000)
    assert said(window) == ""


def test_scrolling_the_panel_chooses_no_other_layers(train, qtbot):
    qtbot.waitUntil(lambda: train.model.tuning_panel.freeze.count() > 3)
    train.model.tuning.set_open(True)
    before = train.session.job
    for box in (train.model.tuning_panel.cut, train.model.tuning_panel.freeze):
        middle = QPointF(box.rect().center())
        turned = QWheelEvent(
            middle, QPointF(box.mapToGlobal(box.rect().center())), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(box, turned)
        assert box.currentIndex() == 0
    assert train.session.job is before


def test_a_trained_network_is_frozen_fine_tuned_or_begun_from_scratch(train):
    panel, words = train.model.tuning_panel, train.model.tuning.button
    box = panel.start_form.editor("starts_anew").controls()[0]
    assert box.isChecked()
    assert not box.isEnabled(), "a network of the gallery has nothing else than random weights"
    assert words.text().endswith("from scratch")
    train.networks.chosen.emit(BackboneModel())
    assert box.isEnabled()
    assert not box.isChecked()
    assert words.text().endswith("frozen")
    panel.freeze.setCurrentIndex(0)
    panel.freeze.activated.emit(0)
    assert words.text().endswith("fine-tuned")
    train.session.change(tuning=suggested_tuning(BackboneModel()))
    box.click()
    tuning = train.session.job.tuning
    assert words.text().endswith("from scratch")
    assert (tuning.starts_anew, tuning.frozen_up_to, tuning.cut_at) == (True, "", "features")
    assert not tuning.head.is_solved


def test_rate_and_epochs_suit_a_solved_head_or_one_by_lot_until_they_are_turned(train):
    train.networks.chosen.emit(BackboneModel())
    assert train.session.job.tuning.head.is_solved
    solved = train.session.job.settings
    train.model.tuning_panel.head_form.changed.emit("is_solved", False)
    by_lot = train.session.job.settings
    assert by_lot.rate > solved.rate
    assert by_lot.epochs > solved.epochs
    train.session.change(settings=replace(by_lot, rate=0.5))
    train.model.tuning_panel.head_form.changed.emit("is_solved", True)
    assert train.session.job.settings == replace(solved, rate=0.5)


def test_many_classes_have_cards_as_far_as_one_can_look(train, qtbot, tmp_path, answers):
    answers.path = class_folders(tmp_path / "many", **{f"c{number:03}": 1 for number in range(70)})
    train.classes.menu.folder_wanted.emit()
    opened(train, qtbot, FolderData(path=answers.path))
    assert len(train.classes.cards) < 60, "not all at once, which would hold up the window"
    qtbot.waitUntil(lambda: len(train.classes.cards) == 60)
    assert train.classes.more.text() == "and 10 more classes"
