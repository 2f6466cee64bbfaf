"""What becomes of a source that turns out to be no good only after it was opened."""

import pytest

from gui.first_recipe import SOURCE

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
