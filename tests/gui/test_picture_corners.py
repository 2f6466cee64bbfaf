from types import SimpleNamespace

import numpy as np
from PySide6.QtWidgets import QComboBox, QWidget

from gui.picture_corners import PictureCorners


def test_the_choice_of_maps_has_room_for_its_words_whichever_came_first(qtbot, parts):
    left, right = QWidget(), QWidget()
    for view in (left, right):
        qtbot.addWidget(view)
        view.resize(400, 300)
        view.show()
    corners = PictureCorners(parts.session, left, right)
    choice = right.findChild(QComboBox)
    for channels, words in ((2, "All maps"), (3, "All channels")):
        corners.show_output(SimpleNamespace(selected=0, right_image=np.zeros((4, 4, channels), np.float32)))
        assert choice.currentText() == words
        assert choice.width() >= choice.fontMetrics().horizontalAdvance(words) + 20
