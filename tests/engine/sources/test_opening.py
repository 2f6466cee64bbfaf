import threading
import weakref
from pathlib import Path

import pytest

from engine.errors import UserError
from engine.sources.moving import MovingSampleSource
from engine.sources.opening import spec_for_address, spec_for_path
from engine.sources.specs import FolderSpec, MovingSampleSpec, PictureSpec, SampleSpec, StreamSpec, VideoSpec
from tests.engine.sources.pictures.files import encoded, photograph
from tests.engine.sources.watching import PATIENCE, Watcher


def file(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.png", encoded(photograph(), "PNG"), PictureSpec),
        ("really_a_picture.mp4", encoded(photograph(), "JPEG"), PictureSpec),
        ("no_extension", encoded(photograph(), "TIFF"), PictureSpec),
        ("phone.heic", b"\0\0\0\x18ftypheic\0\0\0\0", PictureSpec),
        ("film.mp4", b"\0\0\0\x18ftypmp42\0\0\0\0", VideoSpec),
        ("film.dat", b"RIFF\0\0\0\0AVI LIST", VideoSpec),
        ("film.mkv", b"\x1a\x45\xdf\xa3rest", VideoSpec),
        ("unusual.mov", b"something unknown", VideoSpec),
        ("raw.mjpg", encoded(photograph(), "JPEG"), VideoSpec),
    ],
)
def test_a_path_is_told_by_its_content_first_and_its_name_second(tmp_path, name, data, kind):
    assert spec_for_path(file(tmp_path, name, data)) == kind(tmp_path / name)


def test_a_folder_is_a_folder(tmp_path):
    assert spec_for_path(str(tmp_path)) == FolderSpec(tmp_path)


@pytest.mark.parametrize(
    ("name", "data", "part"),
    [
        ("letter.txt", b"Dear all", "neither a picture nor a video"),
        ("renamed.png", b"Dear all", "does not contain a picture"),
        ("nothing.dat", b"", "empty"),
        ("nothing.mp4", b"", "empty"),
    ],
)
def test_everything_else_is_refused(tmp_path, name, data, part):
    with pytest.raises(UserError, match=part):
        spec_for_path(file(tmp_path, name, data))


@pytest.mark.parametrize("path", ["nowhere.png", "\0", "x" * 5000])
def test_a_path_that_cannot_be_is_refused(path):
    with pytest.raises(UserError):
        spec_for_path(path)


def test_an_address_is_a_stream():
    assert spec_for_address("10.0.0.3:8080/video") == StreamSpec("http://10.0.0.3:8080/video")
    with pytest.raises(UserError):
        spec_for_address("gopher://x")


def test_closing_leaves_no_thread(tmp_path):
    before = set(threading.enumerate())
    picture = file(tmp_path, "a.png", encoded(photograph(), "PNG"))
    for spec in (SampleSpec("coffee"), MovingSampleSpec("pan"), PictureSpec(picture), FolderSpec(Path(tmp_path))):
        with Watcher(spec) as watcher:
            watcher.wait_for(lambda watcher=watcher: watcher.source.newest() is not None)
    assert set(threading.enumerate()) == before


def test_old_frames_do_not_pile_up():
    seen = []

    def look():
        is_there.wait()
        seen.append(weakref.ref(source.newest()))
        if len(seen) == 60:
            enough.set()

    is_there, enough = threading.Event(), threading.Event()
    source = MovingSampleSource(MovingSampleSpec("shapes", 200), on_frame=look, on_status=lambda _: None)
    is_there.set()
    assert enough.wait(PATIENCE)
    source.close()
    assert sum(each() is not None for each in seen) <= 2


def test_a_stopped_source_tells_nothing_more():
    with Watcher(MovingSampleSpec("shapes")) as watcher:
        watcher.wait_for_frames()
        watcher.source.stop()
        watcher.source.close()
        frames, statuses = watcher.frames, list(watcher.statuses)
        assert not any(thread.is_alive() for thread in watcher.source._threads)
        assert (watcher.frames, watcher.statuses) == (frames, statuses)
