import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from engine.imaging.ready_made import ready_made
from engine.imaging.recipe import Recipe
from engine.imaging.stages.pooling import Pooling
from engine.sources.saving import save_picture
from engine.sources.specs import FolderSpec, SampleSpec

pytestmark = pytest.mark.allows_warnings  # the log says what a person was told


def test_arrow_keys_in_the_pictures_step_through_a_folder_until_a_value_is_chosen(qtbot, window, parts, tmp_path):
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number in range(3):
        save_picture(folder / f"{number}.png", np.full((8 + number, 9), 60, np.uint8))

    def shows(rows):
        return lambda: parts.session.output is not None and len(parts.session.output.frame.image) == rows

    parts.session.set_source(FolderSpec(folder))
    qtbot.waitUntil(shows(8))
    qtbot.keyClick(window.central.left, Qt.Key.Key_Right)
    qtbot.waitUntil(shows(9))
    assert parts.session.spot is None
    qtbot.keyClick(window.central.right, Qt.Key.Key_Right)
    qtbot.waitUntil(shows(10))
    qtbot.keyClick(window.central.right, Qt.Key.Key_Down)  # up and down are not the folder's
    qtbot.waitUntil(lambda: parts.session.spot is not None)
    spot = parts.session.spot
    qtbot.keyClick(window.central.right, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: parts.session.spot != spot)
    assert shows(10)()
    qtbot.keyClick(window.central.right, Qt.Key.Key_Escape)
    assert parts.session.spot is None
    qtbot.keyClick(window.central.right, Qt.Key.Key_Left)
    qtbot.waitUntil(shows(9))


def hover(view, row, column):
    """Bring the mouse over the middle of a pixel."""
    placement, button = view.placement(), Qt.MouseButton.NoButton
    place = QPointF(placement.x(column + 0.5), placement.y(row + 0.5))
    keys = Qt.KeyboardModifier.NoModifier
    move = QMouseEvent(QEvent.Type.MouseMove, place, view.mapToGlobal(place), button, button, keys)
    QApplication.sendEvent(view, move)


def readout(view):
    return view._scene.overlays.readout.split()


@pytest.fixture
def show(window, parts, qtbot):
    """Shows small numbers behind stages."""

    def show(stages):
        parts.session.set_source(SampleSpec("5×5×3 numbers"))
        parts.session.edit_recipe(Recipe(stages), "Open recipe", selection=0)
        qtbot.waitUntil(
            lambda: (output := parts.session.output) is not None
            and output.recipe.stages == stages and output.selected == 0 and output.frame.image.shape == (5, 5, 3)
        )  # fmt: skip
        return window.central.left, window.central.right

    return show


def test_across_from_a_value_of_any_map_the_middle_of_what_it_sees_is_framed(show):
    left, right = show(next(each.stages for each in ready_made() if each.name == "volume"))
    hover(right, 0, 1)  # the first map's
    assert left._cursor_pixel == (0, 2)
    assert right._cursor_pixel is None
    hover(right, 2, 4)  # the second map's, behind three columns and the gap
    assert left._cursor_pixel == (4, 0)
    assert readout(left)[:5] == ["x", "0", "·", "y", "4"]
    hover(left, 2, 2)
    assert right._cursor_pixel == (1, 1)
    assert left._cursor_pixel is None


def test_the_source_is_read_where_the_mouse_is_however_small_the_result(show):
    left, right = show((Pooling(is_global=True),))
    hover(left, 0, 4)
    assert readout(left)[:5] == ["x", "4", "·", "y", "0"]
    hover(left, 3, 1)
    assert readout(left)[:5] == ["x", "1", "·", "y", "3"]
    assert readout(right)[:5] == ["x", "0", "·", "y", "0"]
