"""The parts of the data in the window: seen, put by hand, taken back, kept with the job."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from engine.network.data.dataset import TEST, TRAIN, VALIDATION
from engine.network.data.specs import BuiltInData, FolderData
from engine.network.data.splitting import Split, parts
from engine.network.training.job import TrainingJob
from gui.train import splitting as module
from gui.widgets.picture_grid import Mark
from tests.gui.train.test_data import class_folders
from tests.gui.train.test_recording import camera, counts, own, record, settled  # noqa: F401

pytestmark = pytest.mark.allows_warnings


@pytest.fixture
def page(train, qtbot):
    train.centre.pages.button("pictures").click()
    known(train, qtbot)
    return train.centre.pictures


def known(train, qtbot):
    """Wait until the parts of what is shown are known."""

    def is_known():
        found = train.splitting.found
        return found is not None and found.split == train.session.job.split

    qtbot.waitUntil(is_known, timeout=10_000)
    return train.splitting.found


def number_of(train, index):
    return int(train.splitting.found.numbers[index])


def in_part(train, number, count=3):
    return np.flatnonzero(train.splitting.found.numbers == number)[:count].tolist()


def test_the_parts_of_the_lot_are_those_that_training_uses_and_are_counted(train, page, qtbot):
    found = known(train, qtbot)
    expected = parts(train.session.data.dataset, train.session.job.split)
    assert np.flatnonzero(found.numbers == VALIDATION).tolist() == expected.validation.tolist()
    count = len(expected.validation)
    assert page.bar.parts.button("validation").text() == f"Validation {count}"
    assert page.bar.parts.button("test").text() == "Test 0"
    train.classes.cards[2].chosen.emit()
    of_class = int(found.counts[2, VALIDATION])
    assert page.bar.parts.button("validation").text() == f"Validation {of_class}"
    assert train.classes.cards[2].toolTip().startswith(f"Training {int(found.counts[2, TRAIN])} · ")
    table = train.kept_aside.counts
    assert table.data(table.index(2, 2)) == f"{of_class:,}"
    assert "drawn by lot: 20% validation" in page.bar.line.text()
    assert page.bar.kind.current() == "ratio"


def test_the_keyboard_puts_pictures_into_parts_and_no_other_moves(train, page, window, qtbot):
    before = known(train, qtbot).numbers.copy()
    chosen = in_part(train, TRAIN)
    page.grid.setFocus()
    page.grid.select(chosen)
    qtbot.keyClick(page.grid, Qt.Key.Key_V)
    assert train.session.job.split.kind == "hand"
    after = known(train, qtbot).numbers
    assert np.flatnonzero(before != after).tolist() == chosen
    assert (after[chosen] == VALIDATION).all()
    assert page.bar.kind.current() == "hand"
    assert page.bar.line.text().startswith("3 put by hand. Pictures added later are drawn by lot: 20% validation")
    assert page._mark(chosen[0]) == Mark("eye", "Validation, put there by hand", is_strong=True)
    assert page.grid.selected == frozenset(chosen), "the next key may be meant for the same pictures"
    qtbot.keyClick(page.grid, Qt.Key.Key_E)
    known(train, qtbot)
    assert number_of(train, chosen[0]) == TEST
    assert train.kept_aside.summary() == "3 by hand"
    qtbot.keyClick(page.grid, Qt.Key.Key_L)
    known(train, qtbot)
    assert not train.session.job.split.by_hand
    assert (train.splitting.found.numbers == before).all()
    undo, redo = window.actions_["undo_train"], window.actions_["redo_train"]
    assert undo.text() == "Undo: letting 3 pictures go"
    undo.trigger()
    undo.trigger()
    known(train, qtbot)
    assert undo.text() == "Undo: keeping 3 pictures for validation"
    assert number_of(train, chosen[0]) == VALIDATION
    undo.trigger()
    assert train.session.job.split == Split()
    redo.trigger()
    known(train, qtbot)
    assert number_of(train, chosen[0]) == VALIDATION


def test_one_click_goes_back_to_the_lot_and_another_brings_the_hands_again(train, page, qtbot):
    (chosen,) = in_part(train, TRAIN, 1)
    page.grid.select([chosen])
    page.keeper.menu().aboutToShow.emit()
    assert not page.menu.let_go.isEnabled()
    page.menu.parts["test"].trigger()
    known(train, qtbot)
    page.bar.kind.button("ratio").click()
    known(train, qtbot)
    assert number_of(train, chosen) == TRAIN
    assert page._mark(chosen).icon == ""
    page.bar.kind.button("hand").click()
    known(train, qtbot)
    assert number_of(train, chosen) == TEST
    train.editing.undo()
    assert train.session.job.split.kind == "ratio"


def test_the_right_button_offers_the_same(train, page, monkeypatch):
    shown = []
    monkeypatch.setattr(page.menu, "popup", shown.append)
    page.grid.select(in_part(train, TRAIN))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(9, 9), page.grid.mapToGlobal(QPoint(9, 9)))
    QApplication.sendEvent(page.grid.viewport(), event)
    assert len(shown) == 1
    assert [each.text() for each in page.menu.actions()] == ["Look at it large", "Keep for", "Move to", "Leave out"]
    assert [each.text() for each in page.menu.keep.actions() if each.text()] == [
        "Training", "Validation", "Test", "Where it goes without hands"
    ]  # fmt: skip


def test_one_part_alone_is_shown_and_follows_what_is_changed(train, page, qtbot):
    found = known(train, qtbot)
    watched = np.flatnonzero(found.numbers == VALIDATION).tolist()
    page.bar.parts.button("validation").click()
    assert list(page.grid.numbers) == watched
    assert page.title.text() == f"All classes · {len(watched)} pictures"
    page.grid.select(watched[:2])
    page.menu.parts["train"].trigger()
    known(train, qtbot)
    qtbot.waitUntil(lambda: list(page.grid.numbers) == watched[2:])
    gone = train.session.data.dataset.identity(watched[2])
    page.grid.select(watched[2:3])
    page.menu.remove.trigger()
    known(train, qtbot)
    identities = [train.session.data.dataset.identity(index) for index in page.grid.numbers]
    assert gone not in identities
    page.bar.parts.button("test").click()
    assert page._pages.currentWidget() is page._none
    assert page._none.accessibleName() == "Nothing here is in this part: Test"
    assert "the key E" in page._none.accessibleDescription()
    page.bar.parts.button("all").click()
    assert len(page.grid.numbers) == 1796


def test_a_class_that_lacks_something_says_so_on_its_card(train, page, qtbot):
    labels = train.session.data.dataset.labels
    watched = train.splitting.found.numbers == VALIDATION
    identities = [train.session.data.dataset.identity(int(index)) for index in np.flatnonzero(watched & (labels == 4))]
    train.editing.keep_for(identities, "train")
    known(train, qtbot)
    card = train.classes.cards[4]
    assert card.lack.text() == "Nothing of “4” is watched while training. Put some of it into validation."
    assert not card.lack.isHidden()
    assert train.classes.cards[5].lack.isHidden()
    assert "Nothing is watched while training of: 4." in page.bar.line.text()
    table = train.kept_aside.counts
    assert "“4” is watched" in table.data(table.index(4, 2), Qt.ItemDataRole.ToolTipRole)
    coloured = [column for column in range(4) if table.data(table.index(4, column), Qt.ItemDataRole.ForegroundRole)]
    assert coloured == [2], "that nothing is tested was not asked for"
    titles = [table.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) for column in range(4)]
    assert titles == ["Class", "Training", "Validation", "Test"]
    every = [train.session.data.dataset.identity(int(index)) for index in np.flatnonzero(labels == 4)]
    train.editing.keep_for(every, "test")
    known(train, qtbot)
    assert "“4” is learnt from" in card.lack.text()


def test_the_job_carries_what_was_put_by_hand_and_other_data_does_not(train, page, answers, qtbot, tmp_path):
    chosen = in_part(train, TRAIN, 1)
    page.grid.select(chosen)
    page.menu.parts["test"].trigger()
    split = train.session.job.split
    answers.path = tmp_path / "mine.json"
    train.actions.save_job()
    qtbot.waitUntil(answers.path.exists)
    job = TrainingJob.from_json(json.loads(answers.path.read_text(encoding="utf-8")))
    assert job.split == split
    faces = BuiltInData(name="faces")
    train.session.wish_for(faces)
    qtbot.waitUntil(lambda: train.session.data.spec == faces)
    assert train.session.job.split == Split(others="given")
    assert not train.session.undo_stack.canUndo()
    train.actions.open_job(answers.path)
    qtbot.waitUntil(lambda: train.session.data.spec == BuiltInData())
    assert train.session.job.split == split
    known(train, qtbot)
    assert number_of(train, chosen[0]) == TEST


def test_settings_of_the_split_stay_when_a_step_is_taken_back(train, page, qtbot):
    page.grid.select(in_part(train, TRAIN, 1))
    page.menu.parts["test"].trigger()
    train.kept_aside._on_changed("validation", 0.4)
    train.kept_aside._on_changed("others", "train")
    found = known(train, qtbot)
    assert found.counts.sum(axis=0).tolist() == [1796, 0, 1]
    assert "Nothing is watched while training." in page.bar.line.text()
    assert not train.kept_aside.form.editor("validation").isEnabled()
    train.editing.undo()
    train.editing.undo()
    assert train.session.job.split.kind == "given"
    assert train.session.job.split.validation == 0.4


def test_what_the_folders_say_can_be_chosen_where_they_say_something(train, page, qtbot, tmp_path):
    for part in ("train", "test"):
        class_folders(tmp_path / "pets" / part, cats=4, dogs=4)
    train.session.wish_for(FolderData(path=tmp_path / "pets"))
    qtbot.waitUntil(lambda: isinstance(train.session.data.spec, FolderData))
    known(train, qtbot)
    assert page.bar.kind.current() == "given"
    assert train.kept_aside.summary() == "as the files say"
    page.bar.kind.button("ratio").click()
    assert train.session.job.split.kind == "ratio"
    assert train.kept_aside.summary() == "20%"


def test_the_search_for_duplicates_tells_how_far_it_is(train, page, qtbot, monkeypatch):
    monkeypatch.setattr(module, "SECONDS_BETWEEN", 0.0)
    told = []
    train.splitting.changed.connect(lambda: told.append(page.bar.line.text()))
    train.session.wish_for(BuiltInData(name="faces"))
    qtbot.waitUntil(lambda: train.session.data.spec == BuiltInData(name="faces"))
    known(train, qtbot)
    assert "Looking for duplicates: 64 of 200" in told
    assert "drawn by lot" in page.bar.line.text()


def test_parts_and_pictures_of_ones_own_are_taken_back_in_their_order(own, window, qtbot):  # noqa: F811
    record(own, qtbot, 0)
    record(own, qtbot, 1)
    known(own, qtbot)
    total = len(own.session.data.dataset)
    undo, redo = window.actions_["undo_train"], window.actions_["redo_train"]
    identity = own.session.data.dataset.identity(0)
    own.editing.keep_for([identity], "test")
    assert undo.text() == "Undo: keeping 1 pictures for test"
    own.editing.remove([own.session.data.dataset.identity(1)])
    settled(own, qtbot)
    assert len(own.session.data.dataset) == total - 1
    undo.trigger()
    qtbot.waitUntil(lambda: len(own.session.data.dataset) == total)
    assert own.session.job.split.by_hand == {identity: "test"}
    assert not redo.isEnabled()
    undo.trigger()
    assert own.session.job.split.kind == "given"
    assert redo.isEnabled()
    redo.trigger()
    assert own.session.job.split.by_hand == {identity: "test"}


def test_pictures_of_ones_own_keep_their_part_in_another_class_until_all_are_deleted(own, qtbot):  # noqa: F811
    record(own, qtbot, 0)
    record(own, qtbot, 1)
    known(own, qtbot)
    identity = own.session.data.dataset.identity(0)
    own.editing.keep_for([identity], "test")
    before = counts(own)
    own.editing.move([identity], "Class 2")
    qtbot.waitUntil(lambda: counts(own)[1] == before[1] + 1)
    found = known(own, qtbot)
    (moved,) = np.flatnonzero(found.numbers == TEST).tolist()
    assert own.session.data.dataset.labels[moved] == 1
    own.classes.delete_all.click()
    own.classes.delete_all.click()
    qtbot.waitUntil(lambda: len(own.session.data.dataset) == 0)
    assert own.session.job.split.by_hand == {}
    assert not own.session.undo_stack.canUndo()


def test_the_buttons_of_the_first_two_classes_can_be_held_without_scrolling(own, window, qtbot):  # noqa: F811
    window.resize(1366, 768)
    area = own.classes._area
    bottom = own.classes.cards[1].hold

    def is_in_sight():
        place = bottom.mapTo(area.viewport(), bottom.rect().bottomLeft())
        return area.verticalScrollBar().value() == 0 and place.y() < area.viewport().height()

    qtbot.waitUntil(is_in_sight)
    for at in (0, 1):
        record(own, qtbot, at)
    qtbot.waitUntil(is_in_sight)
    height = own.classes.preview.height()
    window.resize(1366, 1100)
    qtbot.waitUntil(lambda: own.classes.preview.height() > height)


def test_what_a_class_lacks_is_not_said_while_it_is_being_recorded(own, qtbot):  # noqa: F811
    record(own, qtbot, 0, least=4)
    own.recorder._frames.is_held = True  # one more picture only
    own.recorder.hold("Class 2")
    qtbot.waitUntil(lambda: counts(own)[1] == 1)
    known(own, qtbot)
    qtbot.waitUntil(lambda: own.splitting.found.lacks.keys() == {1})
    assert own.classes.cards[1].lack.isHidden()
    own.recorder.release()
    assert "“Class 2” is watched" in own.classes.cards[1].lack.text()
