"""One picture of the data set, large: opened out of the grid, gone through, closed, with what is known about it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from engine.network.data.dataset import TEST
from engine.network.data.specs import FolderData, GeneratedData
from gui.text import translated
from gui.train.large_picture import LargePicture
from tests.gui.train.test_data import class_folders, opened

pytestmark = pytest.mark.allows_warnings

SCENES = GeneratedData(kind="scenes", count=20)


@pytest.fixture
def page(train):
    train.centre.pages.button("pictures").click()
    return train.centre.pictures


@pytest.fixture
def scenes(train, page, qtbot):
    train.session.wish_for(SCENES)
    opened(train, qtbot, SCENES)
    return page


def shown(page, qtbot, number):
    """Wait until the pixels of a picture are shown."""
    page_data = page._session.data.dataset.picture(number)

    def is_shown():
        picture = page.large.view._scene.picture
        return picture is not None and np.array_equal(picture.pixels, np.broadcast_to(page_data, picture.pixels.shape))

    qtbot.waitUntil(is_shown, timeout=10_000)


def test_a_double_click_opens_a_picture_and_the_keys_lead_on_and_back(train, page, qtbot):
    place = page.grid._rect(3).center()
    qtbot.mouseDClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    large = page.large
    assert page.is_large
    assert (large.number, large.position.text()) == (3, "4 of 1,797")
    shown(page, qtbot, 3)
    assert large.title.text() == "3"
    assert large.measures.text() == "8 × 8 pixels, gray"
    assert large.origin.text() == "Built in, number 4"
    assert large.boxes.isHidden()
    assert page.bar.isHidden(), "its room is the picture's"
    qtbot.keyClick(large, Qt.Key.Key_Right)
    shown(page, qtbot, 4)
    assert train.session.pictures == {4}
    large.before.click()
    qtbot.keyClick(large, Qt.Key.Key_Home)
    assert large.number == 0
    assert not large.before.isEnabled()
    qtbot.keyClick(large, Qt.Key.Key_Left)
    assert large.number == 0
    qtbot.keyClick(large, Qt.Key.Key_End)
    assert large.number == 1796
    assert not large.after.isEnabled()
    qtbot.keyClick(large, Qt.Key.Key_Escape)
    assert not page.is_large
    assert not page.bar.isHidden()
    assert page.grid.selected == {1796}
    assert 1796 in page.grid.in_sight()
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert page.is_large


def test_the_menu_opens_the_picture_that_was_clicked_among_several_selected(page, qtbot):
    page.grid.select([1, 2, 3])
    qtbot.mouseClick(page.grid.viewport(), Qt.MouseButton.RightButton, pos=page.grid._rect(2).center())
    assert page.grid.selected == {1, 2, 3}
    page.menu.large.trigger()
    assert page.large.number == 2


def test_what_the_grid_shows_is_gone_through_and_another_class_brings_the_grid_back(train, page, qtbot):
    train.classes.cards[5].chosen.emit()
    page.grid.go(1)
    page.menu.large.trigger()
    number = page.grid.numbers[1]
    assert page.large.number == number
    assert page.large.title.text() == "5"
    page.large.after.click()
    assert page.large.number == page.grid.numbers[2]
    page.every.click()
    assert not page.is_large


def test_the_keys_of_the_grid_work_and_what_is_left_out_gives_way_to_the_next(train, page, qtbot):
    page.grid.go(3)
    page.menu.large.trigger()
    next_one = train.session.data.dataset.identity(4)
    qtbot.keyClick(page.large, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: train.splitting.found is not None and train.splitting.found.numbers[3] == TEST)
    assert page.large.place.text() == "Test, put there by hand"
    qtbot.keyClick(page.large, Qt.Key.Key_Delete)
    assert page.is_large
    assert train.session.data.dataset.identity(page.large.number) == next_one
    assert page.large.position.text() == "4 of 1,796"
    train.editing.undo()
    assert page.large.position.text() == "4 of 1,797"


def test_scenes_show_their_boxes_by_name_and_their_masks(scenes, train, qtbot):
    large, dataset = scenes.large, train.session.data.dataset
    scenes.grid.go(2)
    scenes.menu.large.trigger()
    shown(scenes, qtbot, 2)
    found = dataset.annotation(2)
    names = [translated(name) for name in found.names]
    assert large.origin.text() == "Drawn by the program, number 3"
    assert large.things.text() == ", ".join(names)
    assert large.view.accessibleDescription() == ", ".join(names)
    marks = large.view._scene.marks
    assert [mark.label for mark in marks] == names
    assert [(mark.row, mark.column, mark.height, mark.width) for mark in marks] == [tuple(each) for each in found.boxes]
    before = large.view._scene.picture.pixels
    large.masks.click()
    is_other = (large.view._scene.picture.pixels != before).any(axis=-1)
    assert not is_other[~found.masks.any(axis=0)].any()
    assert is_other[found.masks.any(axis=0)].mean() > 0.9
    large.boxes.click()
    assert [mark.label for mark in large.view._scene.marks] == names, "colour is never the only sign"
    large.masks.click()
    assert not large.view._scene.marks
    assert np.array_equal(large.view._scene.picture.pixels, before)


def test_things_are_known_through_edits_too(scenes, train, qtbot):
    train.editing.remove([train.session.data.dataset.identity(0)])
    scenes.grid.go(0)
    scenes.menu.large.trigger()
    qtbot.waitUntil(lambda: not scenes.large.things.isHidden())
    assert len(scenes.large.things.text().split(", ")) == len(train.session.data.source.annotation(1).names)


def test_a_file_that_cannot_be_read_says_why_and_the_next_is_shown(train, page, qtbot, tmp_path):
    folder = class_folders(tmp_path / "pets", cats=2, dogs=1)
    spec = FolderData(path=folder)
    train.session.wish_for(spec)
    opened(train, qtbot, spec)
    (folder / "cats" / "0.png").write_bytes(b"\x89PNG no more")
    page.grid.go(0)
    page.menu.large.trigger()
    large = page.large
    assert large.origin.text() == "cats/0.png"
    qtbot.waitUntil(lambda: "cannot be shown" in large.view.accessibleDescription())
    large.after.click()
    shown(page, qtbot, 1)
    assert large.measures.text() == "12 × 12 pixels, colour"
    assert large.view.accessibleDescription() == ""


def test_a_narrow_place_is_shared_by_the_picture_and_its_facts(train, window, qtbot):
    window.parts.appearance.is_presenter = True
    large = LargePicture(window.parts.appearance, train._pictures)
    around = QStackedWidget()
    around.addWidget(large)
    qtbot.addWidget(around)
    around.show()
    assert large.minimumSizeHint().width() <= 320, "the window must not be made wider"
    for width in (300, 900):
        around.resize(width, 300)
        qtbot.waitUntil(lambda width=width: large.view.width() + large._facts.width() == width)
        assert large.view.width() >= large._facts.width()
