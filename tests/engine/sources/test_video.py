import numpy as np
import pytest

from engine.errors import UserError
from engine.opencv import cv2
from engine.sources.specs import VideoSpec
from tests.engine.sources.watching import Watcher

RATE, COUNT = 30, 60


@pytest.fixture(scope="module")
def film(tmp_path_factory):
    """Two seconds that grow from black to red."""
    path = tmp_path_factory.mktemp("videos") / "film.avi"
    writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, cv2.VideoWriter.fourcc(*"MJPG"), RATE, (64, 48))
    for number in range(COUNT):
        writer.write(np.full((48, 64, 3), (0, 0, number * 4), np.uint8))
    writer.release()
    return path


def number_shown(watcher):
    """Which of the film's frames is on screen, by its redness."""
    red, green, blue = watcher.source.newest().image[24, 32].astype(int)
    assert max(green, blue) < 12
    return round(red / 4)


def test_it_plays_in_order_and_tells_its_place(film):
    with Watcher(VideoSpec(film)) as watcher:
        watcher.wait_for_frames(4)
        earlier = number_shown(watcher)
        watcher.wait_for_frames(5)
        assert number_shown(watcher) > earlier
        status = watcher.source.status
        assert (status.state, status.frames_per_second, status.length) == ("playing", RATE, COUNT / RATE)


def test_it_starts_where_it_is_told_and_paused(film):
    with Watcher(VideoSpec(film, position=1.0, is_playing=False)) as watcher:
        status = watcher.wait_for_state("paused")
        assert number_shown(watcher) == pytest.approx(30, abs=1)
        assert status.position == pytest.approx(1.0, abs=0.04)
        assert watcher.frames == 1


def test_it_can_be_searched_while_paused_and_played_on(film):
    with Watcher(VideoSpec(film, is_playing=False)) as watcher:
        watcher.wait_for_state("paused")
        for second in (1.5, 0.5, 0.0):
            watcher.source.seek(second)
            watcher.wait_for(lambda second=second: abs(watcher.source.status.position - second) < 0.04)
            assert number_shown(watcher) == pytest.approx(second * RATE, abs=1)
        watcher.source.play()
        watcher.wait_for_frames(3)
        assert watcher.source.is_live
        watcher.source.pause()
        watcher.wait_for_state("paused")
        assert not watcher.source.is_live


def test_it_loops(film):
    with Watcher(VideoSpec(film, position=1.8)) as watcher:
        watcher.wait_for_frames(8)
        watcher.wait_for(lambda: watcher.source.status.position < 1)
        assert watcher.source.status.state == "playing"


def test_it_ends_and_plays_again_from_the_start(film):
    with Watcher(VideoSpec(film, position=1.8, is_looping=False)) as watcher:
        watcher.wait_for_state("ended")
        assert not watcher.source.is_live
        assert number_shown(watcher) == pytest.approx(COUNT - 1, abs=1)
        watcher.source.play()
        watcher.wait_for(lambda: watcher.source.status.state == "playing" and watcher.source.status.position < 1)


def test_searching_beyond_the_end_shows_the_last_frame(film):
    with Watcher(VideoSpec(film, position=500.0, is_playing=False)) as watcher:
        watcher.wait_for_state("paused")
        assert number_shown(watcher) == pytest.approx(COUNT - 1, abs=1)


def test_a_video_that_lies_about_its_length_is_corrected(film, tmp_path):
    cut = tmp_path / "cut.avi"
    data = film.read_bytes()
    cut.write_bytes(data[: len(data) // 2])
    with Watcher(VideoSpec(cut, is_looping=False)) as watcher:
        status = watcher.wait_for_state("ended")
        assert 0 < status.length < 1.5
        watcher.source.seek(2.0)
        watcher.wait_for(lambda: watcher.source.status.state == "ended")


def test_a_stream_of_jpegs_without_any_index_loops(tmp_path):
    path = tmp_path / "raw.mjpg"
    pictures = [cv2.imencode(".jpg", np.full((48, 64, 3), shade, np.uint8))[1].tobytes() for shade in range(0, 90, 9)]
    path.write_bytes(b"".join(pictures))
    with Watcher(VideoSpec(path)) as watcher:
        watcher.wait_for_frames(25)
        assert watcher.source.status.state == "playing"


@pytest.mark.parametrize(
    "data", [b"hello, this is no video", b"RIFF\0\0\0\0AVI LIST", b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom"]
)
def test_what_is_no_video_is_told(tmp_path, data):
    path = tmp_path / "film.mp4"
    path.write_bytes(data)
    with Watcher(VideoSpec(path)) as watcher:
        assert "film.mp4" in str(watcher.wait_for_state("lost").sentence)
        assert watcher.source.newest() is None


def test_missing_and_empty_videos_are_refused(tmp_path):
    with pytest.raises(UserError, match="is not there"):
        Watcher(VideoSpec(tmp_path / "gone.mp4"))
    (tmp_path / "empty.mp4").touch()
    with pytest.raises(UserError, match="empty"):
        Watcher(VideoSpec(tmp_path / "empty.mp4"))


def test_a_per_cent_sign_in_the_name_is_only_a_sign(film, tmp_path):
    path = tmp_path / "100%03d.avi"
    path.write_bytes(film.read_bytes())
    with Watcher(VideoSpec(path)) as watcher:
        watcher.wait_for_frames(2)
