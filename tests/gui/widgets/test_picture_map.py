"""The map of small pictures: what is asked for, how large they are, and what stands out."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.theme.appearance import Appearance
from gui.widgets.picture_map import SIDE, SMALLEST, PictureMap


@pytest.fixture
def made(qtbot, appearance: Appearance) -> PictureMap:
    widget = PictureMap(appearance)
    qtbot.addWidget(widget)
    widget.resize(400, 200)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def show(widget: PictureMap, count: int) -> None:
    points = np.stack([np.arange(count), np.arange(count) % 7], axis=1).astype(float)
    widget.show_points(range(100, 100 + count), points, [f"word {n}" for n in range(count)], np.arange(count) == 1)


def test_thumbnails_are_asked_for_and_the_more_there_are_the_smaller_they_are(made: PictureMap) -> None:
    asked: list[list[int]] = []
    made.wanted.connect(asked.append)
    show(made, 10)
    assert asked == [list(range(100, 110))]
    assert made._side() == SIDE
    show(made, 300)
    few = made._side()
    show(made, 1000)
    assert SMALLEST == made._side() < few < SIDE


def test_the_name_of_a_class_stands_where_most_of_its_pictures_lie(made: PictureMap) -> None:
    show(made, 9)
    before = made.grab().toImage()
    made.show_names(("left", "right"), np.array([0, 0, 0, 0, 0, 1, 1, 1, 0]))
    assert made._at_share(made._names["right"]).x() == made._point(6).x()
    assert made.grab().toImage() != before
    made.show_names([str(each) for each in range(40)], np.arange(9))
    assert len(made._names) == 9
    show(made, 50)
    assert not made._names, "another map has other classes"
    made.show_names([str(each) for each in range(50)], np.arange(50))
    assert not made._names, "so many names would cover the pictures"


def test_the_picture_under_the_mouse_stands_out(made: PictureMap) -> None:
    show(made, 10)
    made.put((number, np.full((8, 8, 3), 90, np.uint8)) for number in range(100, 110))
    QApplication.sendEvent(made, QEvent(QEvent.Type.Leave))  # wherever another test has left the mouse
    before = made.grab().toImage()
    place = made._point(4).toPoint()
    QTest.mouseMove(made, place)
    assert made._hovered == 4
    assert made.grab().toImage() != before
    QApplication.sendEvent(made, QEvent(QEvent.Type.Leave))
    assert made._hovered is None


def test_a_click_chooses_and_an_empty_map_says_why(made: PictureMap) -> None:
    chosen: list[int] = []
    made.chosen.connect(chosen.append)
    show(made, 10)
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=made._point(7).toPoint())
    assert chosen == [107]
    made.show_points((), np.zeros((0, 2)), (), np.zeros(0, bool), empty="One moment …")
    assert made.accessibleDescription() == "One moment …"
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert chosen == [107]


def test_points_that_all_lie_in_one_place_are_drawn(made: PictureMap) -> None:
    made.show_points([1, 2], np.ones((2, 2)), ["a", "b"], np.zeros(2, bool))
    assert not made.grab().isNull()
