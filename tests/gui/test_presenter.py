import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.allows_warnings  # the log says what a person was told


def test_a_window_that_filled_the_screen_does_so_again_afterwards(window):
    window.showMaximized()
    window.presenter.set_on(True)
    assert window.isFullScreen()
    window.presenter.set_on(False)
    assert window.isMaximized()
    assert not window.isFullScreen()


def test_panels_are_as_wide_afterwards_as_before_though_large_type_leaves_late(qtbot, window, parts):
    window.show()
    dock = window.docks.stage
    width, content = dock.width(), dock.widget()
    window.presenter.set_on(True)
    content.setMinimumWidth(width + 90)
    parts.appearance.changed.connect(lambda: QTimer.singleShot(0, lambda: content.setMinimumWidth(0)))
    window.presenter.set_on(False)
    qtbot.waitUntil(lambda: content.minimumWidth() == 0 and dock.width() == width)


def test_an_arrangement_asked_for_on_leaving_is_not_put_back_again(qtbot, window):
    window.show()
    window.docks.recipe.hide()
    window.presenter.set_on(True)
    window.actions_["reset_layout"].trigger()
    assert not window.presenter.is_on
    for _ in range(3):
        QApplication.processEvents()
    assert window.docks.recipe.isVisible()
