import os
import shutil
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import UserError
from engine.sources.folder import natural_order
from engine.sources.pictures import decode
from engine.sources.specs import FolderSpec
from tests.engine.sources.pictures.files import encoded, photograph
from tests.engine.sources.watching import Watcher


def picture(shade):
    return encoded(np.full((4, 6), shade, np.uint8), "PNG")


@pytest.fixture
def folder(tmp_path):
    """img1 … img12 with shades 1 … 12, and what is no picture beside them."""
    for number in range(1, 13):
        (tmp_path / f"img{number}.png").write_bytes(picture(number))
    (tmp_path / "notes.txt").write_text("no picture")
    (tmp_path / ".hidden.png").write_bytes(picture(99))
    (tmp_path / "inner.png").mkdir()
    return tmp_path


def shade(watcher):
    return int(watcher.source.newest().image[0, 0])


def test_it_begins_with_the_first_in_natural_order(folder):
    with Watcher(FolderSpec(folder)) as watcher:
        status = watcher.wait_for_state("paused")
        assert (status.position, status.length) == (0, 12)
        assert watcher.source.newest().title == "img1.png"
        assert watcher.source.names[9] == "img10.png"


def test_steps_stop_at_both_ends(folder):
    with Watcher(FolderSpec(folder, position=10)) as watcher:
        watcher.wait_for(lambda: watcher.source.status.position == 10)
        for _ in range(5):
            watcher.source.step(1)
        watcher.wait_for(lambda: watcher.source.status.position == 11)
        assert shade(watcher) == 12
        watcher.source.step(-100)
        watcher.wait_for(lambda: watcher.source.status.position == 0)
        assert shade(watcher) == 1
        watcher.source.go_to(6)
        watcher.wait_for(lambda: watcher.source.status.position == 6)
        assert watcher.source.newest().title == "img7.png"


def test_only_the_picture_and_its_neighbours_are_read(folder, monkeypatch):
    read = []
    original = decode.read_bytes
    monkeypatch.setattr("engine.sources.folder.read_bytes", lambda path: (read.append(path.name), original(path))[1])
    with Watcher(FolderSpec(folder, position=5)) as watcher:
        watcher.wait_for_state("paused")
        watcher.source.step(1)
        watcher.wait_for(lambda: watcher.source.status.position == 6)
    assert set(read) <= {"img5.png", "img6.png", "img7.png", "img8.png"}
    assert read.count("img7.png") == 1


def test_the_unreadable_is_skipped_in_both_directions_with_a_sentence(folder):
    (folder / "img3.png").write_bytes(b"not a picture at all")
    (folder / "img4.png").write_bytes(b"")
    with Watcher(FolderSpec(folder, position=1)) as watcher:
        watcher.wait_for_state("paused")
        watcher.source.step(1)
        watcher.wait_for(lambda: watcher.source.status.position == 4)
        assert "img4.png" in str(watcher.source.status.sentence)
        watcher.source.step(-1)
        watcher.wait_for(lambda: watcher.source.status.position == 1)
        assert "img3.png" in str(watcher.source.status.sentence)
        watcher.source.step(-1)
        watcher.wait_for(lambda: watcher.source.status.position == 0)
        assert watcher.source.status.sentence is None


def test_a_cut_off_picture_is_shown_and_said_to_be_cut_off(folder):
    data = encoded(photograph(200, 150), "JPEG")
    (folder / "img2.jpg").write_bytes(data[: len(data) // 2])
    with Watcher(FolderSpec(folder)) as watcher:
        watcher.wait_for_state("paused")
        watcher.source.step(1)
        watcher.wait_for(lambda: watcher.source.status.position == 1)
        assert watcher.source.newest().title == "img2.jpg"
        assert str(watcher.source.status.sentence).startswith("“img2.jpg” is cut off")
        watcher.source.step(1)
        watcher.wait_for(lambda: watcher.source.status.position == 2)
        assert watcher.source.status.sentence is None


def test_an_unreadable_end_leaves_the_last_readable_picture(folder):
    (folder / "img12.png").write_bytes(b"rubbish")
    with Watcher(FolderSpec(folder, position=10)) as watcher:
        watcher.wait_for_state("paused")
        watcher.source.step(1)
        watcher.wait_for_sentence("img12.png")
        assert shade(watcher) == 11
        watcher.source.step(-1)
        watcher.wait_for(lambda: watcher.source.status.position == 9)


def test_an_unreadable_start_is_passed_over(folder):
    (folder / "img1.png").write_bytes(b"rubbish")
    with Watcher(FolderSpec(folder)) as watcher:
        watcher.wait_for_state("paused")
        assert shade(watcher) == 2


def test_a_folder_that_vanishes_keeps_the_last_picture_and_can_come_back(folder):
    with Watcher(FolderSpec(folder)) as watcher:
        watcher.wait_for_state("paused")
        away = folder.with_name("away")
        shutil.move(folder, away)
        watcher.source.go_to(8)
        assert "not there any more" in str(watcher.wait_for_state("lost").sentence)
        assert shade(watcher) == 1
        shutil.move(away, folder)
        watcher.source.go_to(8)
        watcher.wait_for_state("paused")
        assert shade(watcher) == 9


def test_a_folder_without_pictures_is_told(tmp_path):
    with Watcher(FolderSpec(tmp_path)) as watcher:
        assert "no picture in the folder" in str(watcher.wait_for_state("lost").sentence)


def test_a_folder_of_which_nothing_can_be_read_is_told(tmp_path):
    for number in range(3):
        (tmp_path / f"{number}.png").write_bytes(b"rubbish")
    with Watcher(FolderSpec(tmp_path)) as watcher:
        assert str(watcher.wait_for_state("lost").sentence)
        assert watcher.source.newest() is None


def test_a_missing_folder_is_refused(tmp_path):
    with pytest.raises(UserError, match="is not there"):
        Watcher(FolderSpec(tmp_path / "nowhere"))


@given(names=st.lists(st.text(st.characters(codec="utf-8", exclude_characters="/\0"), max_size=12), max_size=8))
@settings(max_examples=80, deadline=None)
def test_any_names_can_be_sorted(names):
    in_order = sorted(names, key=natural_order)
    names.reverse()
    assert sorted(names, key=natural_order) == in_order


@pytest.mark.skipif(sys.platform != "linux", reason="other systems only have names that are text")
def test_a_name_that_is_no_text_can_be_shown(tmp_path):
    (tmp_path / os.fsdecode(b"caf\xe9.png")).write_bytes(picture(5))
    (tmp_path / os.fsdecode(b"d\xe9j\xe0.png")).write_bytes(b"rubbish")
    with Watcher(FolderSpec(tmp_path)) as watcher:
        watcher.wait_for_state("paused")
        assert watcher.source.newest().title == "caf?.png"
        watcher.source.step(1)
        assert "d?j?.png" in str(watcher.wait_for_sentence("png").sentence)
