"""What becomes of a source that turns out to be no good only after it was opened."""

import pytest

from gui.first_recipe import SOURCE
from tests.engine.sources.pictures.files import encoded, photograph

pytestmark = pytest.mark.allows_warnings  # the log says what a person was told


def test_a_damaged_video_gives_way_to_what_was_there(qtbot, window, parts, tmp_path):
    path = tmp_path / "bad.avi"
    path.write_bytes(b"RIFF\x24\x00\x00\x00AVI LIST" + bytes(4000))
    window.open_path(path)
    qtbot.waitUntil(lambda: window.messages.bar.current() is not None)
    qtbot.waitUntil(lambda: parts.session.source == SOURCE and parts.keeper.source.spec == SOURCE)
    assert "bad.avi" in window.messages.bar.current().text
    assert "Coffee" in window.top_bar.source_button.text()
    assert parts.session.output.frame.image.shape == (400, 600, 3)


def test_a_cut_off_picture_says_so_above_it_and_no_longer_once_another_is_open(qtbot, window, parts, tmp_path):
    data = encoded(photograph(200, 150), "JPEG")
    cut, whole = tmp_path / "cut.jpg", tmp_path / "whole.jpg"
    cut.write_bytes(data[: len(data) // 2])
    whole.write_bytes(data)
    window.open_path(cut)
    qtbot.waitUntil(lambda: window.messages.bar.current() is not None)
    assert window.messages.bar.current().text.startswith("“cut.jpg” is cut off: the picture is shown as far as")
    assert window.messages.bar.current().level == "warning"
    window.open_path(whole)
    qtbot.waitUntil(lambda: window.messages.bar.current() is None)
    assert parts.keeper.source.title == "whole.jpg"
