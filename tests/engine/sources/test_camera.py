import os
import time

import numpy as np
import pytest

from engine.opencv import cv2
from engine.sources.camera import CameraSource
from engine.sources.cameras import list_cameras
from engine.sources.specs import CameraSpec, StreamSpec
from tests.engine.sources.mjpeg import MjpegCamera
from tests.engine.sources.rtsp import RtspCamera, transport_stream
from tests.engine.sources.watching import Watcher


def write_video(path, pictures, rate=30):
    height, width = pictures[0].shape[:2]
    writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, cv2.VideoWriter.fourcc(*"MJPG"), rate, (width, height))
    assert writer.isOpened()
    for picture in pictures:
        writer.write(picture[:, :, ::-1].copy())
    writer.release()
    return path


@pytest.fixture
def left_is_red(tmp_path):
    """A video whose left half is red, with something that moves."""
    pictures = []
    for number in range(30):
        picture = np.zeros((120, 160, 3), np.uint8)
        picture[:, :80, 0] = 220
        picture[number * 4 : number * 4 + 4, 80:, 1] = 200
        pictures.append(picture)
    return write_video(tmp_path / "camera.avi", pictures)


def shared_memory():
    """The rings of this process: others may run tests at the same time."""
    mine = f"ks_{os.getpid():x}_"
    return {name for name in os.listdir("/dev/shm") if name.startswith(mine)} if os.path.isdir("/dev/shm") else set()


def is_alive(process_id):
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_video_plays_the_camera_round_and_round_in_rgb(left_is_red):
    with Watcher(CameraSpec(device=str(left_is_red), is_mirrored=False)) as watcher:
        watcher.wait_for_frames(40)
        frame = watcher.source.newest()
        assert frame.image.shape == (120, 160, 3)
        assert frame.image[60, 20, 0] > 180
        assert frame.image[60, 20, 2] < 60
        watcher.wait_for_frames(1)
        assert watcher.source.newest().number > frame.number
        assert not frame.image.flags.writeable
        assert time.monotonic() - 5 < frame.captured_at <= time.monotonic()
        assert watcher.wait_for_state("playing").sentence is None


def test_the_mirror_can_be_switched_while_it_runs(left_is_red):
    with Watcher(CameraSpec(device=str(left_is_red), is_mirrored=True)) as watcher:
        watcher.wait_for_frames()
        assert watcher.source.newest().image[60, 140, 0] > 180
        watcher.source.set_mirrored(False)
        watcher.wait_for_frames(2)
        assert watcher.source.newest().image[60, 20, 0] > 180


def test_a_sequence_of_pictures_and_one_larger_than_expected_play_the_camera(tmp_path):
    for number in range(3):
        cv2.imwrite(str(tmp_path / f"frame_{number:03d}.png"), np.full((1500, 2000, 3), 40 * number, np.uint8))
    with Watcher(CameraSpec(device=str(tmp_path / "frame_%03d.png"), width=640, height=480)) as watcher:
        watcher.wait_for_frames(4)
        assert watcher.source.newest().image.shape == (1500, 2000, 3)


def test_an_absent_camera_is_told_in_a_sentence_that_offers_the_moving_sample():
    with Watcher(CameraSpec(index=99)) as watcher:
        status = watcher.wait_for_state("waiting")
        assert "moving sample" in str(status.sentence)
        assert watcher.source.newest() is None


def test_nothing_remains_of_a_closed_camera(left_is_red):
    before = shared_memory()
    watcher = Watcher(CameraSpec(device=str(left_is_red)))
    watcher.wait_for_frames()
    process = watcher.source.process_id
    assert shared_memory() != before or not os.path.isdir("/dev/shm")
    watcher.source.close()
    watcher.source.close()
    assert not is_alive(process)
    assert shared_memory() == before
    frames = watcher.frames
    assert watcher.source.newest() is not None
    assert watcher.frames == frames


def test_a_killed_worker_is_told_and_replaced(left_is_red):
    with Watcher(CameraSpec(device=str(left_is_red))) as watcher:
        watcher.wait_for_frames()
        first = watcher.source.process_id
        os.kill(first, 9)
        watcher.wait_for(lambda: any(each.state == "waiting" and each.sentence for each in watcher.statuses))
        watcher.wait_for_frames(3)
        assert watcher.source.process_id not in (None, first)
        assert watcher.wait_for_state("playing").sentence is None


def test_a_camera_that_repeats_one_picture_is_frozen_and_opened_again(tmp_path):
    noise = np.random.default_rng(1)
    pictures = [noise.integers(0, 255, (120, 160, 3), dtype=np.uint8) for _ in range(20)]
    pictures += [pictures[-1]] * 200
    with Watcher(CameraSpec(device=str(write_video(tmp_path / "frozen.avi", pictures)))) as watcher:
        watcher.wait_for_frames(25)
        watcher.wait_for_sentence("frozen")
        watcher.wait_for_frames(3)
        watcher.wait_for_state("playing")


def test_a_network_camera_plays(free_camera):
    with Watcher(StreamSpec(free_camera.address)) as watcher:
        watcher.wait_for_frames(10)
        assert watcher.source.newest().image.shape == (240, 320, 3)
        assert watcher.source.title == free_camera.address
        watcher.wait_for_state("playing")


@pytest.fixture
def free_camera():
    with MjpegCamera() as camera:
        yield camera


@pytest.mark.parametrize("behaviour", ["stalling", "rubbish", "gone"])
def test_a_network_camera_that_fails_is_noticed_and_comes_back(behaviour, free_camera):
    with Watcher(StreamSpec(free_camera.address)) as watcher:
        watcher.wait_for_frames(5)
        free_camera.behaviour = behaviour
        watcher.wait_for(lambda: any(each.state == "waiting" and each.sentence for each in watcher.statuses))
        free_camera.behaviour = "normal"
        watcher.wait_for_frames(5)
        assert watcher.wait_for_state("playing").sentence is None


@pytest.mark.parametrize("behaviour", ["stalling", "rubbish", "gone"])
def test_an_address_without_video_is_told(behaviour):
    with MjpegCamera(behaviour) as camera, Watcher(StreamSpec(camera.address)) as watcher:
        status = watcher.wait_for_state("waiting")
        assert camera.address in str(status.sentence)
        assert watcher.source.newest() is None


def test_an_rtsp_camera_plays(tmp_path):
    with (
        RtspCamera(transport_stream(tmp_path / "live.ts")) as camera,
        Watcher(StreamSpec(camera.address)) as watcher,
    ):
        watcher.wait_for_frames(5)
        assert watcher.source.newest().image.shape == (240, 320, 3)


def test_the_password_of_an_address_is_never_shown():
    with Watcher(StreamSpec("http://me:secret@127.0.0.1:9/video")) as watcher:
        status = watcher.wait_for_state("waiting")
        assert "secret" not in f"{watcher.source.title} {status.sentence} {status.sentence.details}"


def test_a_stand_in_heads_the_list_of_cameras(monkeypatch):
    monkeypatch.setenv("KERNELSCOPE_CAMERA", "/somewhere/lesson.mp4")
    cameras = list_cameras()
    assert cameras[0] == CameraSpec(name="lesson.mp4", device="/somewhere/lesson.mp4", is_mirrored=False)
    assert all(isinstance(each, CameraSpec) for each in cameras)


def test_a_camera_is_named_by_its_number_where_it_has_no_name():
    source = CameraSource(CameraSpec(3), on_frame=lambda: None, on_status=lambda _: None)
    source.close()
    assert source.title == "camera 3"
