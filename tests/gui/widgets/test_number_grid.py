import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip

from gui.widgets.kernel_editor import KernelEditor
from gui.widgets.number_grid import NumberGrid

SOBEL = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], np.float32)


@pytest.fixture
def grid(qtbot, appearance):
    made = NumberGrid(appearance, role="input", caption="window at (149, 98)")
    qtbot.addWidget(made)
    made.set_values(SOBEL)
    made.resize(made.sizeHint())
    made.show()
    return made


@pytest.fixture
def editor(qtbot, appearance):
    made = KernelEditor(appearance)
    qtbot.addWidget(made)
    made.set_values(SOBEL, tints=True)
    made.resize(made.sizeHint())
    made.show()
    made.edits = []
    made.edited.connect(lambda *edit: made.edits.append(edit))
    return made


def middle(grid, row, column):
    return grid.cell_rect(row, column).center().toPoint()


def fill_of(grid, row, column):
    corner = grid.cell_rect(row, column).toRect()
    return QColor(grid.grab().toImage().pixel(corner.center().x(), corner.top() + 4))


def test_cells_do_not_overlap_and_are_found_where_they_are_drawn(grid):
    for row in range(3):
        for column in range(3):
            assert grid.cell_at(grid.cell_rect(row, column).center()) == (row, column)
    assert not grid.cell_rect(0, 0).intersects(grid.cell_rect(0, 1))
    assert not grid.cell_rect(0, 0).intersects(grid.cell_rect(1, 0))


def test_a_click_names_the_cell(grid, qtbot):
    with qtbot.waitSignal(grid.clicked) as clicked:
        QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=middle(grid, 1, 2))
    assert clicked.args == [1, 2]


def test_the_keyboard_reaches_every_cell(grid, qtbot):
    for _ in range(2):
        QTest.keyClick(grid, Qt.Key.Key_Down)
    QTest.keyClick(grid, Qt.Key.Key_Right)
    with qtbot.waitSignal(grid.clicked) as clicked:
        QTest.keyClick(grid, Qt.Key.Key_Return)
    assert clicked.args == [2, 1]
    assert "row 2, column 1: 0" in grid.accessibleDescription()


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_the_tooltip_has_every_digit_and_tells_of_padding(grid):
    values = np.full((3, 3), 0.1234567, np.float32)
    grid.set_values(values, mask=np.eye(3, dtype=bool))
    place = middle(grid, 1, 1)
    QApplication.sendEvent(grid, QHelpEvent(QEvent.Type.ToolTip, place, grid.mapToGlobal(place)))
    assert QToolTip.text() == "row 1, column 1: 0.1234567, from the padding"
    QToolTip.hideText()


def test_tints_tell_the_sign(grid):
    grid.set_values(SOBEL, tints=True)
    below, zero, above = (fill_of(grid, 1, column) for column in range(3))
    assert below.blue() > below.red() + 20
    assert above.red() > above.blue() + 20
    assert abs(zero.red() - zero.blue()) < 25


def test_stronger_numbers_have_stronger_tints(grid):
    grid.set_values(SOBEL, tints=True)
    assert fill_of(grid, 1, 2).red() > fill_of(grid, 0, 2).red()


def test_padding_looks_different_from_data(grid):
    plain = grid.grab(grid.cell_rect(0, 0).toRect()).toImage()
    grid.set_values(SOBEL, mask=np.array([[1, 0, 0]] + [[0, 0, 0]] * 2))
    assert grid.grab(grid.cell_rect(0, 0).toRect()).toImage() != plain


@pytest.mark.parametrize("side", [1, 3, 5, 9, 16, 31])
def test_every_size_fits_into_its_smallest_space(grid, side):
    grid.set_values(np.random.default_rng(1).normal(size=(side, side)))
    grid.resize(grid.minimumSizeHint())
    last = grid.cell_rect(side - 1, side - 1)
    assert grid.rect().toRectF().contains(last)
    grid.grab()


def test_numbers_that_are_no_numbers_are_drawn(grid):
    grid.set_values(np.array([[np.nan, np.inf], [-np.inf, 0.0]]), tints=True)
    assert not grid.grab().isNull()


def test_typing_enter_and_tab_fill_a_kernel(editor):
    editor.setFocus()
    QTest.keyClicks(editor, "5")
    field = editor.findChild(QLineEdit)
    QTest.keyClicks(field, ".5")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    QTest.keyClicks(editor, "-")
    QTest.keyClicks(field, "3")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "7")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert editor.edits == [(0, 0, 5.5), (0, 1, -3.0), (1, 1, 7.0)]


def test_escape_gives_up_and_nonsense_changes_nothing(editor):
    field = editor.findChild(QLineEdit)
    QTest.keyClicks(editor, "9")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()
    QTest.keyClicks(editor, "1")
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert editor.edits == []


def test_a_double_click_edits_the_cell_it_is_on(editor):
    QTest.mouseDClick(editor, Qt.MouseButton.LeftButton, pos=middle(editor, 2, 2))
    field = editor.findChild(QLineEdit)
    assert (field.isVisible(), field.text()) == (True, "1")
    QTest.keyClicks(field, "4")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert editor.edits == [(2, 2, 4.0)]


def test_delete_makes_zero(editor):
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert editor.edits == [(0, 0, 0.0)]


def test_what_is_copied_can_be_pasted(editor, qtbot):
    QTest.keyClick(editor, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "-1\t0\t1\n-2\t0\t2\n-1\t0\t1"
    with qtbot.waitSignal(editor.pasted) as pasted:
        QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert pasted.args == ["-1\t0\t1\n-2\t0\t2\n-1\t0\t1"]
