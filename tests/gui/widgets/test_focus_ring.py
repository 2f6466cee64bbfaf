import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gui.widgets.confusion_matrix import ConfusionMatrix
from gui.widgets.focus_ring import FocusRing


@pytest.fixture
def matrix(appearance, qtbot):
    """A widget that paints itself, above a line to write in, which has the focus."""
    window = QWidget()
    qtbot.addWidget(window)
    made, line = ConfusionMatrix(appearance), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(line)
    column.addWidget(made)
    made.show_matrix(np.eye(3, dtype=np.int64), ("a", "b", "c"))
    window.resize(300, 300)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    yield made
    window.close()


def edge(widget):
    return widget.grab().toImage().pixelColor(1, widget.height() // 2).name()


def test_the_keyboard_sees_where_it_is(matrix, appearance, qtbot):
    ring = matrix.findChild(FocusRing)
    assert ring.isHidden()
    qtbot.keyClick(matrix.window().focusWidget(), Qt.Key.Key_Tab)
    qtbot.waitUntil(ring.isVisible)
    assert edge(matrix) == appearance.theme.accent
    matrix.window().resize(400, 200)
    qtbot.waitUntil(lambda: ring.size() == matrix.size())
    qtbot.keyClick(matrix, Qt.Key.Key_Backtab)
    qtbot.waitUntil(ring.isHidden)


def test_a_click_goes_through_and_shows_no_ring(matrix, qtbot):
    middle = matrix.rect().center()
    with qtbot.waitSignal(matrix.cell_chosen):
        qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=middle)
    assert matrix.hasFocus()
    assert matrix.findChild(FocusRing).isHidden()
