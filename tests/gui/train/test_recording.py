"""Pictures of one's own: held with the mouse or a key, in a burst, drawn, taken back, and really deleted."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.network.data.specs import RecordedData
from engine.sources.frame import Frame
from gui.train import recorder as recording
from tests.gui.train.test_data import said

pytestmark = pytest.mark.allows_warnings


class Camera:
    """Another frame each time it is looked at, until it is held still."""

    def __init__(self):
        self.number, self.is_held, self._frame = 0, False, None

    @property
    def frame(self):
        if not self.is_held or self._frame is None:
            self.number += 1
            self._frame = Frame(np.full((24, 32, 3), self.number % 250, np.uint8), self.number)
        return self._frame


@pytest.fixture
def camera(train):
    made = Camera()
    train.recorder._frames = made
    train.recorder._timer.setInterval(10)
    train.recorder._countdown.setInterval(10)
    train.recorder._show_again.setInterval(20)
    return made


@pytest.fixture
def own(train, camera, qtbot):
    """A data set of one's own with two empty classes."""
    train.classes.menu.recording_wanted.emit()
    qtbot.waitUntil(lambda: isinstance(train.session.data.spec, RecordedData), timeout=10_000)
    return train


def test_on_the_smallest_screen_the_buttons_that_record_are_whole(own, window, qtbot):
    # 1366 × 768 at one and a half times its size, less a title bar.
    window.resize(911, 499)
    window.actions_["reset_layout"].trigger()
    area, card = own.classes._area.viewport(), own.classes.cards[0]
    for button in (card.hold, card.burst):
        qtbot.waitUntil(lambda b=button: area.rect().contains(b.mapTo(area, b.rect().bottomRight())))
    assert window.width() <= 911


def counts(train):
    return train.session.data.dataset.counts()


def files_in(folder: Path):
    return [path for path in folder.rglob("*") if path.is_file() and path.suffix in (".png", ".jpg")]


def record(train, qtbot, at, least=3):
    before = counts(train)[at]
    button = train.classes.cards[at].hold
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: counts(train)[at] >= before + least, timeout=10_000)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    settled(train, qtbot)


def settled(train, qtbot):
    """Wait until what is on the disk is what is shown."""
    qtbot.waitUntil(lambda: not train.recorder.is_recording, timeout=10_000)
    written = []
    train._recordings.run(lambda: None, written.append)
    qtbot.waitUntil(lambda: bool(written), timeout=10_000)
    there = [each for each in files_in(train.session.data.spec.folder) if ".deleted" not in each.parts]
    qtbot.waitUntil(lambda: len(train.session.data.dataset) == len(there), timeout=10_000)


def test_a_data_set_of_ones_own_begins_with_two_classes_and_says_what_to_do(own):
    assert [card.name.text() for card in own.classes.cards] == ["Class 1", "Class 2"]
    assert counts(own) == (0, 0) or list(counts(own)) == [0, 0]
    assert own.classes.cards[0].hold.isVisible()
    assert "key 1" in own.classes.cards[0].hold.toolTip()
    assert own.classes.preview.isVisible()
    assert own.classes.delete_all.isVisible()
    assert not own.classes.delete_all.isEnabled()
    assert not own.model.train.isEnabled()
    assert "record" in own.model.train.toolTip()


def test_holding_the_button_records_and_letting_go_ends(own, qtbot):
    record(own, qtbot, 0)
    count = counts(own)[0]
    assert own.classes.cards[0].hold.text() == "Hold to record"
    assert own.classes.cards[0].count.text() == str(count)
    record(own, qtbot, 1)
    assert counts(own)[0] == count
    assert own.model.train.isEnabled()


def test_while_it_records_the_card_counts_and_the_preview_shows_it(own, qtbot):
    button = own.classes.cards[0].hold
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "recorded" in button.text())
    assert own.classes.preview._is_recording
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert not own.classes.preview._is_recording


def test_a_picture_that_stands_still_is_recorded_once(own, camera, qtbot):
    camera.is_held = True
    own.recorder.hold("Class 1")
    qtbot.waitUntil(lambda: counts(own)[0] == 1, timeout=10_000)
    QTest.qWait(60)  # several times the interval: that nothing more comes can only be waited for
    own.recorder.release()
    settled(own, qtbot)
    assert counts(own)[0] == 1


def key(window, code, *, press, repeats=False):
    kind = QEvent.Type.KeyPress if press else QEvent.Type.KeyRelease
    event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, "", repeats)
    QApplication.sendEvent(window.windowHandle(), event)


def test_a_number_key_records_into_its_class_through_repeats(own, window, qtbot):
    window.setFocus()
    key(window, Qt.Key.Key_2, press=True)
    assert own.recorder.is_recording
    for _ in range(3):  # as X11 repeats a held key: let go and pressed again at once
        key(window, Qt.Key.Key_2, press=False, repeats=True)
        key(window, Qt.Key.Key_2, press=True, repeats=True)
    key(window, Qt.Key.Key_2, press=False)
    key(window, Qt.Key.Key_2, press=True)
    assert own.recorder.is_recording, "let go and pressed again within a moment is a repeat"
    qtbot.waitUntil(lambda: counts(own)[1] >= 2, timeout=10_000)
    key(window, Qt.Key.Key_2, press=False)
    qtbot.waitUntil(lambda: not own.recorder.is_recording)
    settled(own, qtbot)
    assert counts(own)[0] == 0


def test_number_keys_do_nothing_where_one_types_and_elsewhere(own, window, qtbot):
    own.classes.cards[0].begin_rename()
    edit = own.classes.cards[0]._edit
    qtbot.waitUntil(edit.isVisible)
    edit.setFocus()
    key(window, Qt.Key.Key_1, press=True)
    assert not own.recorder.is_recording
    edit.setText("1")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: own.session.data.dataset.class_names[0] == "1", timeout=10_000)
    key(window, Qt.Key.Key_7, press=True)
    assert not own.recorder.is_recording, "there is no seventh class"
    window.workspaces.show("kernels")
    key(window, Qt.Key.Key_1, press=True)
    assert not own.recorder.is_recording


def test_a_burst_of_a_picture_that_stands_still_ends_and_says_why(own, camera, qtbot, window):
    camera.is_held = True
    own.classes.cards[0].burst.click()
    qtbot.waitUntil(lambda: counts(own)[0] == 1, timeout=10_000)
    qtbot.waitUntil(lambda: not own.recorder.is_recording, timeout=10_000)
    assert "stands still" in window.messages.bar.current().text
    assert own.classes.cards[0].hold.text() == "Hold to record"


def test_a_burst_counts_down_records_twenty_and_can_be_ended(own, qtbot, monkeypatch):
    said = []
    own.recorder.state_changed.connect(lambda _name, words: said.append(words))
    own.classes.cards[1].burst.click()
    qtbot.waitUntil(lambda: bool(said) and said[-1] == "", timeout=10_000)
    settled(own, qtbot)
    assert said[0] == "In 3 …"
    assert "19 of 20" in said
    assert counts(own)[1] == recording.BURST
    own.classes.cards[0].burst.click()
    own.classes.cards[0].burst.click()
    assert not own.recorder.is_recording
    settled(own, qtbot)
    assert counts(own)[0] == 0


def test_undo_takes_a_whole_hold_back_and_brings_deleted_pictures_again(own, window, qtbot):
    undo = window.actions_["undo_train"]
    record(own, qtbot, 0)
    count = counts(own)[0]
    assert undo.isEnabled()
    assert not window.actions_["redo_train"].isEnabled()
    own.editing.remove([own.session.data.dataset.identity(0)])
    qtbot.waitUntil(lambda: counts(own)[0] == count - 1, timeout=10_000)
    undo.trigger()
    qtbot.waitUntil(lambda: counts(own)[0] == count, timeout=10_000)
    undo.trigger()
    qtbot.waitUntil(lambda: counts(own)[0] == 0, timeout=10_000)
    assert files_in(own.session.data.spec.folder / "c0001") == []


def test_classes_are_added_renamed_moved_between_and_deleted(own, qtbot):
    own.classes.add_class.click()
    qtbot.waitUntil(lambda: len(own.classes.cards) == 3, timeout=10_000)
    own.classes.cards[2].renamed.emit("thumbs up")
    qtbot.waitUntil(lambda: own.session.data.dataset.class_names[2] == "thumbs up", timeout=10_000)
    record(own, qtbot, 2)
    own.editing.move([own.session.data.dataset.identity(0)], "Class 1")
    qtbot.waitUntil(lambda: counts(own)[0] == 1, timeout=10_000)
    own.classes.cards[2].delete_asked.emit()
    qtbot.waitUntil(lambda: len(own.classes.cards) == 2, timeout=10_000)
    assert counts(own)[0] == 1


def test_delete_all_asks_in_place_and_then_leaves_no_file(own, qtbot):
    record(own, qtbot, 0)
    own.editing.remove([own.session.data.dataset.identity(0)])
    settled(own, qtbot)
    folder = own.session.data.spec.folder
    assert files_in(folder)
    own.classes.delete_all.click()
    assert own.classes.delete_all.text() == "Really delete every picture?"
    assert files_in(folder), "one click deletes nothing"
    own.classes.delete_all.click()
    qtbot.waitUntil(lambda: len(own.session.data.dataset) == 0, timeout=10_000)
    assert files_in(folder) == []
    assert own.session.data.dataset.class_names == ("Class 1", "Class 2")


def test_delete_all_takes_the_copies_and_the_open_project_with_it(own, qtbot, window, tmp_path):
    import zipfile

    def pictures_in(project):
        with zipfile.ZipFile(project) as archive:
            return [each for each in archive.namelist() if each.endswith((".png", ".jpg"))]

    recorder, session = own.recorder, own.session
    recorder.add(session.data.dataset.class_names[0], np.full((20, 20, 3), 90, np.uint8))
    qtbot.waitUntil(lambda: len(session.data.dataset) == 1)
    folder = session.data.spec.folder
    copy = window.parts.folder / "projects" / "lesson 1" / "files" / "2" / folder.name
    shutil.copytree(folder, copy)
    project = tmp_path / "lesson.kernelscope"
    window.project.save(project)
    qtbot.waitUntil(lambda: window.project.path == project)
    assert pictures_in(project)
    recorder.delete_all()
    qtbot.waitUntil(lambda: not pictures_in(project))
    for each in (folder, copy):
        assert not [path for path in each.rglob("*") if path.suffix in (".png", ".jpg")]


def test_a_drawing_is_kept_in_the_selected_class(own, qtbot):
    sheet, drawing = own.classes.drawing.sheet, own.classes.drawing
    assert not drawing.keep.isEnabled()
    own.session.select_class("Class 2")
    own.classes.draw.set_open(True) if hasattr(own.classes.draw, "set_open") else drawing.show()
    sheet.resize(150, 150)
    QTest.mousePress(sheet, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    QTest.mouseMove(sheet, QPoint(100, 100))
    QTest.mouseRelease(sheet, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert not sheet.is_empty
    assert sheet.pixels().max() == 255
    assert drawing.keep.text() == "Keep as Class 2"
    drawing.keep.click()
    assert sheet.is_empty
    qtbot.waitUntil(lambda: counts(own)[1] == 1, timeout=10_000)
    assert own.session.data.dataset.picture(0).max() == 255


def test_without_a_picture_recording_says_so(own, window, qtbot):
    class Nothing:
        frame = None

    own.recorder._frames = Nothing()
    own.recorder.hold("Class 1")
    assert not own.recorder.is_recording
    assert "no picture to record" in window.messages.bar.current().text


def test_recordings_of_before_are_found_again(own, qtbot, window):
    record(own, qtbot, 0)
    spec, count = own.session.data.spec, counts(own)[0]
    assert spec.folder in own.recorder.recordings()
    own.session.wish_for(RecordedData(folder=spec.folder))
    settled(own, qtbot)
    assert counts(own)[0] == count


def test_leaving_the_workspace_ends_recording(own, window, qtbot):
    own.recorder.hold("Class 1")
    assert own.recorder.is_recording
    window.workspaces.show("kernels")
    assert not own.recorder.is_recording


def test_nothing_is_deleted_in_a_folder_that_only_a_session_calls_recorded(train, window, settle, tmp_path):
    folder = tmp_path / "letters"
    (folder / "c0001").mkdir(parents=True)
    QImage(9, 9, QImage.Format.Format_RGB32).save(str(folder / "c0001" / "000001.png"))
    train.session.wish_for(RecordedData(folder=folder))
    settle(lambda: train.session.data.spec == RecordedData(folder=folder))
    train.recorder.delete_all()
    settle(lambda: "was not made by this program" in said(window))
    assert [each.name for each in folder.rglob("*") if each.is_file()] == ["000001.png"]
