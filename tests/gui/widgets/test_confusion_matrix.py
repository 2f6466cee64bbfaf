"""The confusion matrix: every cell can be pointed at, and nothing of what is written stands in its way."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.theme.appearance import Appearance
from gui.widgets.confusion_matrix import ConfusionMatrix


@pytest.mark.parametrize("size", [(260, 220), (130, 120)])
@pytest.mark.parametrize("count", [2, 10, 40])
def test_each_cell_is_within_sight_and_says_what_it_is(qtbot, appearance: Appearance, size, count) -> None:
    widget = ConfusionMatrix(appearance)
    qtbot.addWidget(widget)
    widget.resize(*size)
    widget.show_matrix(np.full((count, count), 3), [f"a rather long name {each}" for each in range(count)])
    widget.show()
    qtbot.waitExposed(widget)
    left, top, side = widget._geometry()
    assert left + count * side <= size[0]
    assert top + count * side <= size[1]
    chosen: list[tuple[int, int]] = []
    widget.cell_chosen.connect(lambda true, said: chosen.append((true, said)))
    last = QPoint(round(left + (count - 0.5) * side), round(top + 0.5 * side))
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=last)
    assert chosen == [(0, count - 1)]
    assert "were taken for" in widget.accessibleDescription()
    heads = widget.grab().toImage().copy(0, 0, size[0], round(top))
    widget.show_matrix(np.zeros((0, 0)), ())
    assert widget.grab().toImage().copy(0, 0, size[0], round(top)) != heads
