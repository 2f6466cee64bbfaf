import shutil
import threading
from collections import namedtuple

import numpy as np
import pytest

from engine.files import SaveError
from engine.opencv import cv2
from engine.sources import clip
from engine.sources.clip import ClipWriter


def frames_of(path):
    capture = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG)
    frames = []
    while (read := capture.read())[0]:
        frames.append(read[1][:, :, ::-1])
    capture.release()
    return frames


def record(path, pictures, *, every=1 / 30, rate=30.0):
    writer = ClipWriter(path, frames_per_second=rate)
    writer.start()
    for number, picture in enumerate(pictures):
        writer._waiting.put((picture, 100 + number * every))
    return writer.close()


@pytest.mark.parametrize("name", ["clip.mp4", "clip.avi", "CLIP.AVI"])
def test_a_clip_has_every_frame_in_rgb(tmp_path, name):
    pictures = [np.full((48, 64, 3), (shade * 10, 30, 200), np.uint8) for shade in range(20)]
    report = record(tmp_path / name, pictures)
    assert (report.frames, report.dropped, report.sentence) == (20, 0, None)
    found = frames_of(tmp_path / name)
    assert len(found) == 20
    np.testing.assert_allclose(found[10][24, 32], (100, 30, 200), atol=12)
    assert [each.name for each in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(("every", "expected"), [(1 / 10, 28), (1 / 60, 6)])
def test_it_plays_as_fast_as_it_was_recorded(tmp_path, every, expected):
    record(tmp_path / "clip.avi", [np.zeros((48, 64), np.uint8)] * 10, every=every)
    assert len(frames_of(tmp_path / "clip.avi")) == pytest.approx(expected, abs=1)


@pytest.mark.parametrize("shape", [(1, 1), (33, 47), (5, 5, 3), (100, 17, 3)])
@pytest.mark.parametrize("kind", [np.uint8, np.uint16, np.float32])
def test_any_picture_can_be_recorded(tmp_path, shape, kind):
    record(tmp_path / "clip.mp4", [np.ones(shape, kind)] * 3)
    assert len(frames_of(tmp_path / "clip.mp4")) == 3


def test_a_change_of_size_is_fitted(tmp_path):
    record(tmp_path / "clip.avi", [np.zeros((48, 64, 3), np.uint8), np.zeros((90, 20), np.uint8)])
    assert [each.shape for each in frames_of(tmp_path / "clip.avi")] == [(48, 64, 3)] * 2


def test_frames_are_dropped_and_counted_rather_than_waited_for(tmp_path, monkeypatch):
    go_on = threading.Event()
    original = clip._colour
    monkeypatch.setattr(clip, "_colour", lambda image: (go_on.wait(), original(image))[1])
    writer = ClipWriter(tmp_path / "clip.avi")
    writer.start()
    for number in range(30):
        writer.append(np.zeros((48, 64), np.uint8), at=number / 30)
    assert writer.dropped >= 30 - 9
    go_on.set()
    report = writer.close()
    assert report.dropped + report.frames == 30
    assert writer.close() == report


def test_nothing_is_left_of_an_empty_recording(tmp_path):
    writer = ClipWriter(tmp_path / "clip.avi")
    writer.start()
    with pytest.raises(SaveError, match="Nothing was recorded"):
        writer.close()
    assert not list(tmp_path.iterdir())


def test_other_endings_and_missing_folders_are_refused_at_the_start(tmp_path):
    with pytest.raises(SaveError, match="must end in"):
        ClipWriter(tmp_path / "clip.gif").start()
    with pytest.raises(SaveError, match="not there any more"):
        ClipWriter(tmp_path / "nowhere" / "clip.mp4").start()


def test_a_nearly_full_disk_ends_it_early_and_keeps_what_there_is(tmp_path, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10**9, 10**9 - 1000, 1000))
    report = record(tmp_path / "clip.avi", [np.zeros((48, 64), np.uint8)] * 5)
    assert report.frames == 1
    assert "nearly full" in str(report.sentence)
    assert len(frames_of(tmp_path / "clip.avi")) == 1


def test_an_encoder_that_is_missing_is_told_and_the_old_clip_kept(tmp_path, monkeypatch):
    path = tmp_path / "clip.avi"
    path.write_bytes(b"old")
    monkeypatch.setitem(clip.CODECS, ".avi", ())
    with pytest.raises(SaveError, match="another ending"):
        record(path, [np.zeros((48, 64), np.uint8)] * 5)
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1
