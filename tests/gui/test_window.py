from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QScrollBar,
)

from engine.imaging.recipe import Recipe
from engine.sources.saving import save_picture
from engine.sources.specs import FolderSpec, MovingSampleSpec, PictureSpec, SampleSpec
from gui.actions import ACTIONS, KEY_NOTES, ONLY_IN
from gui.first_recipe import MOVING_SAMPLE
from gui.session import SOURCE, Spot

pytestmark = pytest.mark.allows_warnings  # the log says what a person was told


@pytest.fixture
def picture(tmp_path):
    """A picture file of 30 × 40 pixels."""
    path = tmp_path / "dots.png"
    image = np.zeros((30, 40, 3), np.uint8)
    image[::3, ::4] = 255
    save_picture(path, image)
    return path


def drop(window, mime):
    place = QPoint(400, 300)
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, actions, mime, buttons, keys)
    window.dragEnterEvent(enter)
    event = QDropEvent(QPointF(place), actions, mime, buttons, keys)
    window.dropEvent(event)
    return enter.isAccepted()


def files(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def shows(parts, shape):
    return lambda: parts.session.output is not None and parts.session.output.frame.image.shape == shape


def message(window):
    shown = window.messages.bar.current()
    return shown.text if shown is not None else ""


def test_the_first_window_shows_a_photograph_and_its_edges(window, parts):
    output = parts.session.output
    assert output.frame.image.shape == (400, 600, 3)
    assert output.right.scheme == "signed"
    assert output.right.low == -output.right.high
    assert window.central.left.picture_size() == (400, 600)
    assert window.central.right.picture_size() == (400, 600)
    assert "Coffee" in window.top_bar.source_button.text()
    assert not parts.session.undo_stack.canUndo()
    assert window.messages.bar.current() is None


def test_the_first_window_fits_the_smallest_screen(window):
    # 1366 × 768 at one and a half times its size, less a title bar and a task bar.
    assert window.minimumSizeHint().width() <= 911
    assert window.minimumSizeHint().height() <= 440


def test_a_dropped_picture_is_shown_and_listed_as_recent(qtbot, window, parts, picture):
    assert drop(window, files(picture))
    qtbot.waitUntil(shows(parts, (30, 40, 3)))
    assert parts.settings.recent == [str(picture)]
    assert window.top_bar.source_button.text() == "dots.png"


def test_a_bad_file_is_told_and_changes_nothing(qtbot, window, parts, tmp_path):
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + b"rubbish" * 9)
    drop(window, files(bad))
    qtbot.waitUntil(lambda: "bad.png" in message(window))
    assert parts.session.source == SampleSpec("coffee")
    assert parts.session.output.frame.image.shape == (400, 600, 3)
    assert "Traceback" not in message(window)


def test_dropping_something_that_is_no_picture_says_what_is_wanted(qtbot, window, parts):
    mime = QMimeData()
    mime.setText("just some words")
    drop(window, mime)
    assert "no picture" in message(window)


def test_of_several_files_one_is_opened_and_that_is_said(qtbot, window, parts, picture):
    drop(window, files(picture, picture.with_name("other.png")))
    qtbot.waitUntil(shows(parts, (30, 40, 3)))
    assert message(window).startswith(f"Only “{picture.name}” is opened")
    with qtbot.assertNotEmitted(parts.notifier.posted):
        drop(window, files(picture))


def test_a_pasted_image_is_kept_and_shown(qtbot, window, parts):
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    mime = QMimeData()
    mime.setImageData(image)
    window.source_actions.open_mime(mime)
    qtbot.waitUntil(shows(parts, (10, 20, 3)))
    assert tuple(parts.session.output.frame.image[0, 0]) == (0x33, 0x66, 0x99)
    assert isinstance(parts.session.source, PictureSpec)


def test_a_pasted_path_is_opened(qtbot, window, parts, picture):
    mime = QMimeData()
    mime.setText(f'"{picture}"')
    window.source_actions.open_mime(mime)
    qtbot.waitUntil(shows(parts, (30, 40, 3)))


def test_arrow_keys_step_through_a_folder(qtbot, window, parts, tmp_path):
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number in range(3):
        save_picture(folder / f"{number}.png", np.full((8 + number, 9), 60, np.uint8))
    parts.session.set_source(FolderSpec(folder))
    qtbot.waitUntil(shows(parts, (8, 9)))
    window.docks.recipe.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Right)
    qtbot.waitUntil(shows(parts, (9, 9)))
    window.actions_["next_picture"].trigger()
    qtbot.waitUntil(shows(parts, (10, 9)))
    qtbot.keyClick(window, Qt.Key.Key_Left)
    qtbot.waitUntil(shows(parts, (9, 9)))
    assert window.controls.isVisible()


def test_undo_and_redo_over_the_recipe(qtbot, window, parts):
    before = parts.session.recipe
    window.actions_["delete_stage"].trigger()
    assert len(parts.session.recipe.stages) == len(before.stages) - 1
    assert "Remove" in window.actions_["undo"].text()
    window.actions_["undo"].trigger()
    assert parts.session.recipe == before
    assert parts.session.selection == 0
    window.actions_["redo"].trigger()
    assert len(parts.session.recipe.stages) == len(before.stages) - 1
    window.actions_["new_recipe"].trigger()
    assert parts.session.recipe.stages == ()
    qtbot.waitUntil(lambda: parts.session.output.selected == SOURCE)
    qtbot.waitUntil(lambda: not window.central.right.isVisible())


def test_freezing_holds_the_frame_and_the_recipe_still_answers(qtbot, window, parts):
    parts.session.set_source(MovingSampleSpec(MOVING_SAMPLE))
    qtbot.waitUntil(lambda: parts.session.output.frame.image.shape == (720, 1280, 3))
    number = parts.session.output.frame.number
    qtbot.waitUntil(lambda: parts.session.output.frame.number > number)
    window.actions_["freeze"].trigger()
    assert parts.session.is_frozen
    window.actions_["toggle_stage"].trigger()
    qtbot.waitUntil(lambda: not parts.session.output.recipe.stages[0].is_on)
    frozen = parts.session.output.frame
    window.actions_["toggle_stage"].trigger()
    qtbot.waitUntil(lambda: parts.session.output.recipe.stages[0].is_on)
    assert parts.session.output.frame is frozen
    window.actions_["freeze"].trigger()
    qtbot.waitUntil(lambda: parts.session.output.frame.number > frozen.number)


def test_space_freezes_but_presses_a_button_that_has_the_focus(qtbot, window, parts):
    override = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    override.ignore()
    window.activateWindow()
    window.top_bar.source_button.setFocus()
    qtbot.waitUntil(window.top_bar.source_button.hasFocus)
    window.event(override)
    assert override.isAccepted()
    window.central.left.setFocus()
    override.ignore()
    window.event(override)
    assert not override.isAccepted()


def test_pointing_shows_where_a_value_comes_from(qtbot, window, parts):
    view = window.central.right
    view.pointed.emit(98, 149)
    assert parts.session.spot == Spot(98, 149)
    qtbot.waitUntil(lambda: parts.session.output.spot == Spot(98, 149))
    output = parts.session.output
    assert output.explanation.value == pytest.approx(float(output.right_image[98, 149]), abs=1e-3)
    assert output.field == (97, 148, 3, 3)
    assert [(mark.row, mark.column, mark.role) for mark in window.central.left._scene.marks] == [(97, 148, "input")]
    assert [(mark.row, mark.column, mark.role) for mark in view._scene.marks] == [(98, 149, "result")]
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert parts.session.spot is None


def test_the_cursor_reads_values_in_both_pictures(qtbot, window, parts):
    window.central.left.hovered.emit(10, 20)
    image = parts.session.output.frame.image
    text = window.central.left._scene.overlays.readout
    assert text.startswith("x  20 · y  10 →")
    assert [int(each) for each in text.split("→")[1].split()] == [int(each) for each in image[10, 20]]
    assert window.central.right._scene.overlays.readout.startswith("x  20 · y  10 →")
    window.central.left.hover_left.emit()
    assert window.central.right._scene.overlays.readout == ""


def test_a_stage_that_cannot_work_says_so_in_place(qtbot, window, parts, picture):
    parts.session.set_source(PictureSpec(picture))
    qtbot.waitUntil(shows(parts, (30, 40, 3)))
    stage = parts.session.recipe.stages[0]
    kernel = stage.changed(padding="valid", dilation=(16, 16))
    parts.session.edit_stage(0, kernel, "Too large")
    qtbot.waitUntil(lambda: parts.session.output.right is None)
    assert "no result" in window.central.right._scene.overlays.message
    assert window.central.right._scene.overlays.sub_message
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: parts.session.output.right is not None)
    assert window.central.right._scene.overlays.message == ""


def test_recipes_are_saved_and_opened(qtbot, window, parts, answers, tmp_path):
    answers.path = tmp_path / "mine.json"
    recipe = parts.session.recipe
    window.actions_["save_recipe"].trigger()
    qtbot.waitUntil(answers.path.exists)
    window.actions_["new_recipe"].trigger()
    window.actions_["open_recipe"].trigger()
    qtbot.waitUntil(lambda: parts.session.recipe.stages == recipe.stages)
    assert Recipe.from_text(answers.path.read_bytes()).stages == recipe.stages


def test_a_damaged_recipe_changes_nothing(qtbot, window, parts, answers, tmp_path):
    answers.path = tmp_path / "broken.json"
    answers.path.write_text("{")
    recipe = parts.session.recipe
    window.actions_["open_recipe"].trigger()
    qtbot.waitUntil(lambda: bool(message(window)))
    assert parts.session.recipe is recipe


def test_picture_result_and_exact_numbers_are_saved(qtbot, window, parts, answers, tmp_path):
    for name, action in (("a.png", "save_picture"), ("b.png", "save_result"), ("c.npy", "save_result")):
        answers.path = tmp_path / name
        window.actions_[action].trigger()
        qtbot.waitUntil(lambda name=name: name in message(window))
    assert np.array_equal(np.load(tmp_path / "c.npy"), parts.session.output.right_image)


def test_undo_says_what_it_would_take_back_and_why_there_is_nothing(window, parts):
    undo, redo = window.actions_["undo"], window.actions_["redo"]
    assert undo.toolTip() == "Undo  (Ctrl+Z)\nNothing was changed yet."
    window.actions_["new_recipe"].trigger()
    assert undo.toolTip() == "Undo: Empty recipe  (Ctrl+Z)\nTake back the last change of the recipe."
    assert redo.toolTip().endswith("Nothing was taken back.")
    undo.trigger()
    assert redo.toolTip().startswith("Redo: Empty recipe")


def test_every_action_has_name_help_and_place_in_the_shortcut_sheet(window):
    from PySide6.QtWidgets import QLabel

    sheet = window.view_actions.show_shortcuts()
    words = {label.text() for label in sheet.findChildren(QLabel)}
    for spec in ACTIONS:
        action = window.actions_[spec.name]
        assert action.text().rstrip("…") in words
        assert action.whatsThis()
        assert action.toolTip()
        for keys in action.shortcuts():
            assert any(keys.toString(keys.SequenceFormat.NativeText) in word for word in words)
    assert all(note.text in words for note in KEY_NOTES)
    sheet.close()


def test_no_key_is_given_to_two_actions(window):
    for workspace in ONLY_IN:
        window.actions_.set_workspace(workspace)
        seen = [action for action in window.actions_ if action.isVisible()]
        keys = [each.toString() for action in seen for each in action.shortcuts()]
        assert len(keys) == len(set(keys)), workspace


def test_every_control_has_an_accessible_name(window):
    kinds = (QAbstractButton, QComboBox, QAbstractSlider, QAbstractSpinBox, QLineEdit)
    nameless = []
    for kind in kinds:
        for widget in window.findChildren(kind):
            is_inner = widget.objectName().startswith("qt_") or isinstance(
                widget.parent(), QAbstractSpinBox | QComboBox
            )
            if is_inner or isinstance(widget, QScrollBar) or not widget.isVisibleTo(window):
                continue
            name = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            if not name:
                nameless.append(f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}")
    assert nameless == []


def test_f6_walks_through_the_open_panels(window):
    window.activateWindow()
    window.central.left.setFocus()
    seen = []
    for _ in range(4):
        window.actions_["next_panel"].trigger()
        focus = window.focusWidget()
        seen += [panel.objectName() for panel in window.docks if panel.isAncestorOf(focus)] or ["pictures"]
    assert seen == ["recipe", "stage", "microscope", "pictures"]
    window.actions_["previous_panel"].trigger()
    assert window.docks.microscope.isAncestorOf(window.focusWidget())


def test_the_left_picture_can_be_the_stages_own_input(qtbot, window, parts):
    parts.session.select(2)
    window.actions_["left_input"].trigger()
    qtbot.waitUntil(lambda: parts.session.output.left_image is parts.session.output.results[1].image)
    assert "After" in window.central.left.accessibleName()
    window.actions_["left_source"].trigger()
    qtbot.waitUntil(lambda: parts.session.output.left_image is parts.session.output.frame.image)


def test_a_webcam_that_cannot_be_had_offers_the_moving_sample(qtbot, window, parts):
    window.actions_["open_address"].trigger()  # cancelled: nothing happens
    assert parts.session.source == SampleSpec("coffee")
    window.source_actions.use_moving_sample()
    qtbot.waitUntil(lambda: parts.session.output.frame.image.shape == (720, 1280, 3))


def test_a_wrong_address_is_told(qtbot, window, parts, answers):
    answers.answer = "gopher://old.example"
    window.actions_["open_address"].trigger()
    assert "gopher" in message(window)
    assert parts.session.source == SampleSpec("coffee")


def test_the_sources_menu_lists_samples_and_recent_files(qtbot, window, parts, picture):
    parts.settings.add_recent(str(picture))
    window.sources_menu.webcams_wanted.disconnect()
    window.sources_menu.aboutToShow.emit()
    titles = [action.text() for menu in window.sources_menu.findChildren(type(window.sources_menu.addMenu("x")))
              for action in menu.actions()]  # fmt: skip
    assert "Coffee cup" in titles
    assert picture.name in titles
    assert any("webcam" in title.lower() for title in titles)


def test_a_vanished_path_is_told(qtbot, window, parts, tmp_path):
    window.open_path(Path(tmp_path / "gone.png"))
    qtbot.waitUntil(lambda: "gone.png" in message(window))
    assert parts.session.source == SampleSpec("coffee")


def test_the_keyboard_walks_the_microscope_over_the_result(qtbot, window, parts):
    parts.session.set_spot(Spot(0, 0))
    qtbot.keyClick(window, Qt.Key.Key_Period)
    assert parts.session.spot == Spot(0, 1)
    qtbot.keyClick(window, Qt.Key.Key_Comma)
    assert parts.session.spot == Spot(0, 0)
    qtbot.keyClick(window, Qt.Key.Key_P)
    assert window.docks.microscope.is_playing
    qtbot.waitUntil(lambda: parts.session.spot != Spot(0, 0))
    qtbot.keyClick(window, Qt.Key.Key_P)
    assert not window.docks.microscope.is_playing


def test_the_place_in_a_folder_is_part_of_the_session(qtbot, window, parts, tmp_path):
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number in range(3):
        save_picture(folder / f"{number}.png", np.full((8 + number, 9), 60, np.uint8))
    parts.session.set_source(FolderSpec(folder))
    qtbot.waitUntil(shows(parts, (8, 9)))
    window.actions_["next_picture"].trigger()
    qtbot.waitUntil(lambda: parts.keeper.present_spec() == FolderSpec(folder, 1))
