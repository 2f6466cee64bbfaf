"""The bars above and below where room is short."""

import pytest
from PySide6.QtWidgets import QApplication, QToolButton

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


@pytest.mark.parametrize("is_presenter", [False, True])
def test_a_bar_without_room_shows_icons_and_cuts_names_but_hides_no_button(qtbot, window, parts, is_presenter):
    bar = window.top_bar
    parts.appearance.is_presenter = is_presenter
    bar.model_button.show()
    bar.model_button.setText("A network with a very long name")
    bar.source_button.setText("A picture with a very long name.png")
    freeze = next(each for each in bar.findChildren(KeyButton) if each.keys_width())
    QApplication.processEvents()
    assert bar.minimumSizeHint().width() <= 911
    window.resize(bar.minimumSizeHint().width(), 512)
    qtbot.waitUntil(lambda: "…" in bar.source_button.text() and "…" in bar.model_button.text())
    assert not freeze.has_words()
    assert "A picture with a very long name.png" in bar.source_button.toolTip()
    buttons = [each for each in bar.findChildren(QToolButton) if each.isVisible() and not each.objectName()]
    for button in buttons:
        qtbot.waitUntil(lambda button=button: button.width() >= QToolButton.sizeHint(button).width())
        assert button.mapTo(bar, button.rect().bottomRight()).x() <= bar.width()
    window.resize(1900, 512)
    qtbot.waitUntil(freeze.has_words)
    qtbot.waitUntil(lambda: "…" not in bar.source_button.text())


def test_a_word_is_as_wide_as_the_bar_reckons(qtbot, window, parts):
    freeze = next(each for each in window.top_bar.findChildren(KeyButton) if each.keys_width())
    for is_presenter in (False, True):
        parts.appearance.is_presenter = is_presenter
        QApplication.processEvents()
        widths = []
        for has_room in (True, False):
            freeze.set_words(has_room)
            widths.append(QToolButton.sizeHint(freeze).width())
        assert widths[0] - widths[1] == freeze.word_width()
