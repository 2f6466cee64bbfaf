import pytest

pytestmark = pytest.mark.allows_warnings  # the log says what a person was told


def test_a_window_that_filled_the_screen_does_so_again_afterwards(window):
    window.showMaximized()
    window.presenter.set_on(True)
    assert window.isFullScreen()
    window.presenter.set_on(False)
    assert window.isMaximized()
    assert not window.isFullScreen()
