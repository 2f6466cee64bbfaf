import numpy as np
import pytest
from PySide6.QtWidgets import QScrollArea

from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.pooling import Pooling
from gui.widgets.arithmetic import ArithmeticView
from gui.widgets.number_grid import NumberGrid


@pytest.fixture
def view(qtbot, appearance):
    made = ArithmeticView(appearance)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(made)
    qtbot.addWidget(area)
    area.resize(1366, 180)
    area.show()
    made.area = area
    return made


def grids(view):
    return [grid for grid in view.findChildren(NumberGrid) if grid.isVisible()]


def test_global_pooling_shows_the_part_around_the_winner(view, qtbot):
    picture = np.zeros((400, 600), np.uint8)
    picture[399, 2] = 9
    view.show_explanation(Pooling(is_global=True).explain(picture, 0, 0, 0))
    qtbot.waitUntil(lambda: len(grids(view)) == 1)
    (grid,) = grids(view)
    assert max(grid.values().shape) < 10
    assert grid.values().max() == 9
    assert grid.accessibleName() == "a part of 400 × 600 values"


@pytest.mark.parametrize("side", [3, 5, 9, 15, 31])
def test_windows_of_every_size_fit_into_the_panel(view, qtbot, side):
    stage = Convolution(kernel=KernelChoice("gaussian", {"size": side}))
    view.show_explanation(stage.explain(np.ones((40, 40), np.uint8), 5, 5, 0))
    qtbot.waitUntil(lambda: len(grids(view)) == 3)
    view.layout().activate()
    assert view.minimumSizeHint().height() <= 180
    assert not view.layout().hasHeightForWidth()
