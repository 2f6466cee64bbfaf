import numpy as np
import pytest

from engine.errors import UserError
from engine.sources.specs import PictureSpec
from tests.engine.sources.pictures.files import encoded, photograph
from tests.engine.sources.watching import Watcher


def write(path, data):
    path.write_bytes(data)
    return PictureSpec(path)


def test_a_small_picture_is_there_at_once(tmp_path):
    with Watcher(write(tmp_path / "photo.png", encoded(photograph(), "PNG"))) as watcher:
        frame = watcher.source.newest()
        np.testing.assert_array_equal(frame.image, photograph())
        assert (frame.title, frame.note, frame.number) == ("photo.png", "", 1)
        assert watcher.source.newest() is frame
        assert watcher.source.status.state == "paused"
        assert not frame.image.flags.writeable


def test_a_name_that_does_not_fit_is_noted(tmp_path):
    with Watcher(write(tmp_path / "photo.png", encoded(photograph(), "BMP"))) as watcher:
        assert watcher.source.newest().note == "named .png but is a BMP"


def test_a_large_jpeg_comes_as_a_preview_and_then_whole(tmp_path):
    image = np.repeat(np.repeat(photograph(), 60, axis=0), 60, axis=1)
    with Watcher(write(tmp_path / "large.jpg", encoded(image, "JPEG"))) as watcher:
        watcher.wait_for_state("paused")
        assert watcher.frames == 2
        assert watcher.source.newest().image.shape == image.shape


def test_a_picture_of_which_a_part_is_missing_says_so(tmp_path):
    data = encoded(photograph(200, 150), "JPEG")
    with Watcher(write(tmp_path / "cut.jpg", data[: len(data) // 2])) as watcher:
        assert watcher.source.status.state == "paused"
        assert str(watcher.source.status.sentence).startswith("“cut.jpg” is cut off")


def test_what_is_wrong_with_a_large_file_is_told_by_its_status(tmp_path):
    noise = np.random.default_rng(1).integers(0, 255, (1000, 1200, 3), dtype=np.uint8)
    data = encoded(noise, "PNG")
    with Watcher(write(tmp_path / "cut.png", data[:-100_000])) as watcher:
        assert "damaged" in str(watcher.wait_for_state("lost").sentence)
        assert watcher.source.newest() is None


@pytest.mark.parametrize(("data", "part"), [(b"", "empty"), (b"hello", "does not contain a picture")])
def test_what_cannot_be_opened_is_refused(tmp_path, data, part):
    with pytest.raises(UserError, match=part):
        Watcher(write(tmp_path / "x.png", data))


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(UserError, match="is not there"):
        Watcher(PictureSpec(tmp_path / "gone.png"))
