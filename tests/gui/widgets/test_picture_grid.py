"""The grid of small pictures: what it asks for, what the keyboard and the mouse select."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from gui.theme.appearance import Appearance
from gui.widgets.picture_grid import KEPT, Caption, PictureGrid

MANY = 100_000


@pytest.fixture
def grid(qtbot, appearance: Appearance) -> PictureGrid:
    made = PictureGrid(appearance, side=40)
    qtbot.addWidget(made)
    made.resize(6 + 5 * 46, 200)
    made.show()
    qtbot.waitExposed(made)
    return made


def centre(grid: PictureGrid, at: int) -> QPoint:
    return grid._rect(at).center()


def test_it_asks_only_for_what_is_in_sight(grid: PictureGrid) -> None:
    asked: list[list[int]] = []
    grid.wanted.connect(asked.append)
    grid.set_pictures(range(MANY))
    assert asked[-1][0] == 0
    assert len(asked[-1]) <= 5 * 6
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())
    assert asked[-1][-1] == MANY - 1
    assert len(asked[-1]) <= 5 * 6


def test_it_does_not_ask_again_for_what_it_has(grid: PictureGrid) -> None:
    asked: list[list[int]] = []
    grid.wanted.connect(asked.append)
    grid.set_pictures(range(MANY))
    picture = np.zeros((8, 8, 3), np.uint8)
    grid.put((number, picture) for number in asked[-1])
    count = len(asked)
    grid.verticalScrollBar().setValue(1)
    grid.verticalScrollBar().setValue(0)
    assert all(not set(each) & set(asked[count - 1]) for each in asked[count:])


def test_it_forgets_what_was_seen_long_ago(grid: PictureGrid) -> None:
    grid.set_pictures(range(MANY))
    picture = np.zeros((4, 4), np.uint8)
    grid.put((number, picture) for number in range(KEPT + 50))
    assert len(grid._pixmaps) == KEPT


def test_a_click_with_shift_selects_what_is_between(grid: PictureGrid, qtbot) -> None:
    grid.set_pictures(range(20))
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=centre(grid, 1))
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, pos=centre(grid, 4))
    assert grid.selected == {1, 2, 3, 4}
    qtbot.mouseClick(
        grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, pos=centre(grid, 2)
    )
    assert grid.selected == {1, 3, 4}


def test_the_keyboard_goes_through_the_rows(grid: PictureGrid, qtbot) -> None:
    grid.set_pictures(range(100, 120))
    grid.setFocus()
    for key, expected in (
        (Qt.Key.Key_Home, {100}), (Qt.Key.Key_Right, {101}), (Qt.Key.Key_Down, {106}), (Qt.Key.Key_End, {119}),
    ):  # fmt: skip
        qtbot.keyClick(grid, key)
        assert grid.selected == expected
    qtbot.keyClick(grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(grid.selected) == 20
    with qtbot.waitSignal(grid.delete_asked):
        qtbot.keyClick(grid, Qt.Key.Key_Delete)


def test_the_selection_keeps_only_what_is_left(grid: PictureGrid) -> None:
    grid.set_pictures(range(10))
    grid.select((3, 4))
    grid.set_pictures((1, 2, 3), keeps=True)
    assert grid.selected == {3}


def test_captions_make_room_below(grid: PictureGrid) -> None:
    grid.set_pictures(range(10))
    plain = grid._rect(5).top()
    grid.set_pictures(range(10), caption=lambda number: Caption(f"picture {number}"))
    assert grid._rect(5).top() > plain
    QApplication.processEvents()
