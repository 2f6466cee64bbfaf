"""The bars above and below where room is short."""

import pytest
from PySide6.QtWidgets import QApplication

from gui.top_bar import KeyButton

pytestmark = pytest.mark.allows_warnings  # the log says what a person was told


@pytest.mark.parametrize("is_presenter", [False, True])
def test_words_stay_whole_in_a_narrow_bar_and_keys_give_way(qtbot, window, parts, is_presenter):
    bar = window.top_bar
    window.resize(960, 540)
    window.show()
    parts.appearance.is_presenter = is_presenter
    freeze = next(each for each in bar.findChildren(KeyButton) if each.keys_width())
    QApplication.processEvents()
    qtbot.waitUntil(lambda: bar.source_button.width() >= bar.source_button.sizeHint().width())
    qtbot.waitUntil(lambda: freeze.width() >= freeze.sizeHint().width())
    narrow = freeze.sizeHint().width()
    parts.appearance.is_presenter = False
    window.resize(1600, 600)
    qtbot.waitUntil(lambda: freeze.sizeHint().width() > narrow - 40 and freeze._has_room)


def test_the_status_comes_before_the_words_on_the_right(qtbot, window):
    status = window.status
    window.resize(1366, 600)
    window.show()
    status.refresh()
    assert status._promise.isVisible()
    status.dot.set_status("Network worker ready · CPU, 2 cores · " + "graphics card " * 20, "result")
    status.refresh()
    assert not status._promise.isVisible()
    status.dot.set_status("Network worker ready", "result")
    status.refresh()
    assert status._promise.isVisible()
