import numpy as np
import pytest
from PySide6.QtCore import Qt

from engine.sources.saving import save_picture
from engine.sources.specs import FolderSpec

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
