"""What becomes of a source that turns out to be no good only after it was opened."""

import threading

import numpy as np
import pytest

from engine.errors import UserError
from engine.imaging.recipe import Recipe
from engine.imaging.stages.pooling import Pooling
from engine.imaging.stages.upsampling import Upsampling
from engine.opencv import cv2
from engine.sources.opening import open_source
from engine.sources.source import SourceStatus
from engine.sources.specs import FolderSpec, StreamSpec, VideoSpec
from gui import source_keeper
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


def test_a_video_that_plays_is_made_in_passing_and_whole_when_it_is_paused(qtbot, window, parts, tmp_path):
    path = tmp_path / "film.avi"
    writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, cv2.VideoWriter.fourcc(*"MJPG"), 25, (320, 240))
    for number in range(10):
        writer.write(np.full((240, 320, 3), number * 20, np.uint8))
    writer.release()
    parts.session.edit_recipe(Recipe((Upsampling(factor=(8, 8)), Pooling())), "Add", selection=1)
    parts.session.set_source(VideoSpec(path))
    qtbot.waitUntil(lambda: parts.live.made.base.is_moving)
    assert parts.live.made.base.factor == 2
    assert window.central.left.accessibleName() == "Source · shown at 1/2 size while it moves"
    window.controls.toggle_play()
    qtbot.waitUntil(lambda: not parts.live.made.base.is_moving)
    assert parts.session.output.frame.image.shape == (240, 320, 3)
    assert window.central.left.accessibleName() == "Source"


def test_a_video_stops_at_its_end_once_its_loop_is_switched_off_and_stays_so(qtbot, window, parts, tmp_path):
    path = tmp_path / "film.avi"
    writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, cv2.VideoWriter.fourcc(*"MJPG"), 25, (64, 48))
    for number in range(10):
        writer.write(np.full((48, 64, 3), number * 20, np.uint8))
    writer.release()
    assert not window.controls.loop.isVisibleTo(window)
    parts.session.set_source(VideoSpec(path))
    qtbot.waitUntil(lambda: window.controls.loop.isVisibleTo(window))
    assert window.controls.loop.isChecked()
    window.controls.loop.click()
    qtbot.waitUntil(lambda: parts.keeper.source.status.state == "ended")
    assert not parts.keeper.present_spec().is_looping


class SilentCamera:
    """A camera that is open and never gives a picture."""

    title, is_live, status = "silent", True, SourceStatus("connecting")

    def __init__(self, spec):
        self.spec = spec

    def newest(self):
        return None

    def stop(self):
        pass

    def close(self):
        pass


def test_a_damaged_video_after_a_silent_camera_gives_way_to_what_is_still_shown(
    qtbot, window, parts, tmp_path, monkeypatch
):
    def opened(spec, **listeners):
        return SilentCamera(spec) if isinstance(spec, StreamSpec) else open_source(spec, **listeners)

    monkeypatch.setattr(source_keeper, "open_source", opened)
    camera = StreamSpec("http://192.0.2.1/video")
    parts.session.set_source(camera)
    qtbot.waitUntil(lambda: parts.keeper.source.spec == camera)
    path = tmp_path / "bad.avi"
    path.write_bytes(b"RIFF\x24\x00\x00\x00AVI LIST" + bytes(4000))
    parts.session.set_source(VideoSpec(path))
    qtbot.waitUntil(lambda: parts.keeper.source.spec == SOURCE)
    assert parts.session.source == SOURCE
    assert "bad.avi" in window.messages.bar.current().text


class LostAtOnce(SilentCamera):
    """A video that was found out to be none before anybody listened."""

    status = SourceStatus("lost", UserError("No video."))


def test_a_source_that_was_lost_before_it_was_taken_up_gives_way_too(qtbot, window, parts, tmp_path, monkeypatch):
    def opened(spec, **listeners):
        return LostAtOnce(spec) if isinstance(spec, VideoSpec) else open_source(spec, **listeners)

    monkeypatch.setattr(source_keeper, "open_source", opened)
    parts.session.set_source(VideoSpec(tmp_path / "bad.avi"))
    with qtbot.waitSignal(parts.keeper.swapped):
        pass
    qtbot.waitUntil(lambda: parts.session.source == SOURCE and parts.keeper.source.spec == SOURCE)
    withdrawn = []
    parts.notifier.withdrawn.connect(withdrawn.append)
    parts.keeper.status_changed.emit(SourceStatus("paused"))  # the source that came back is well
    assert not withdrawn
    qtbot.waitUntil(lambda: window.messages.bar.current() is not None)
    assert window.messages.bar.current().text == "No video."


def test_that_a_picture_cannot_be_opened_stays_to_be_read_while_the_present_source_is_well(
    qtbot, window, parts, tmp_path
):
    path = tmp_path / "empty.png"
    path.touch()
    window.open_path(path)
    qtbot.waitUntil(lambda: window.messages.bar.current() is not None)
    withdrawn = []
    parts.notifier.withdrawn.connect(withdrawn.append)
    parts.keeper.status_changed.emit(SourceStatus("playing"))
    assert not withdrawn
    assert "empty.png" in window.messages.bar.current().text
    parts.keeper.status_changed.emit(SourceStatus("waiting", UserError("The camera is gone.")))
    qtbot.waitUntil(lambda: window.messages.bar.current().text == "The camera is gone.")
    parts.keeper.status_changed.emit(SourceStatus("playing"))
    qtbot.waitUntil(lambda: window.messages.bar.current() is None)


@pytest.mark.parametrize("is_open_first", [True, False], ids=["opened before", "opened after"])
def test_a_source_that_nobody_took_up_ends_with_the_window(parts, tmp_path, monkeypatch, is_open_first):
    (tmp_path / "1.png").write_bytes(encoded(photograph(20, 15), "PNG"))
    begin, done, opened = threading.Event(), threading.Event(), []

    def opening(*arguments, **more):
        begin.wait(30)
        opened.append(open_source(*arguments, **more))
        return opened[0]

    monkeypatch.setattr(source_keeper, "open_source", opening)
    parts.session.set_source(FolderSpec(tmp_path))
    parts.background.run(done.set)
    if is_open_first:
        begin.set()
        assert done.wait(30)
    parts.keeper.close()
    begin.set()
    assert done.wait(30)
    assert not any("FolderSource" in each.name for each in threading.enumerate())
