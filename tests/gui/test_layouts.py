import pytest
from PySide6.QtCore import QByteArray, Qt

pytestmark = pytest.mark.allows_warnings  # the log says what a person was told


def test_layouts_are_kept_and_reset(window, parts):
    window.docks.recipe.hide()
    window.docks.microscope.setFloating(True)
    window.layouts.save("kernels")
    saved = parts.settings.layout("kernels")
    assert isinstance(saved, QByteArray)
    window.docks.recipe.show()
    window.layouts.restore("kernels")
    assert window.docks.recipe.isHidden()
    window.actions_["reset_layout"].trigger()
    assert not window.docks.recipe.isHidden()
    assert not window.docks.microscope.isFloating()
    assert parts.settings.layout("kernels") is None
    assert window.dockWidgetArea(window.docks.recipe) == Qt.DockWidgetArea.LeftDockWidgetArea


def test_presenter_mode_clears_the_room_and_puts_it_back(qtbot, window, parts):
    size = parts.appearance.font("text").pointSizeF()
    window.actions_["presenter"].trigger()
    assert parts.appearance.is_presenter
    assert parts.appearance.font("text").pointSizeF() > size
    assert window.docks.recipe.isHidden()
    assert window.docks.stage.isHidden()
    assert not window.docks.microscope.isHidden()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not parts.appearance.is_presenter
    assert not window.actions_["presenter"].isChecked()
    assert not window.docks.recipe.isHidden()
    assert not window.docks.stage.isHidden()


def test_the_theme_follows_the_choice_and_is_kept(qtbot, window, parts):
    window.actions_["theme_light"].trigger()
    qtbot.waitUntil(lambda: not parts.appearance.theme.is_dark)
    qtbot.waitUntil(lambda: not parts.live.made.wish.is_dark)
    assert parts.settings.theme == "light"
    window.actions_["theme_dark"].trigger()
    qtbot.waitUntil(lambda: parts.live.made.wish.is_dark)
