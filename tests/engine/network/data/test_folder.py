import os
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import UserError
from engine.network.data.dataset import StoppedError
from engine.network.data.opening import open_data
from engine.network.data.specs import FolderData
from engine.network.data.splitting import Split, parts
from engine.opencv import cv2


def picture(seed=0, height=6, width=8, channels=3):
    return np.random.default_rng(seed).integers(0, 256, (height, width, channels), np.uint8)


def write(path, image=None, seed=0):
    path.parent.mkdir(parents=True, exist_ok=True)
    image = picture(seed) if image is None else image
    assert cv2.imwrite(str(path), image if image.ndim == 2 else image[..., ::-1])
    return path


def opened(path, **options):
    return open_data(FolderData(path=path), **options)


def identities(data):
    return [data.identity(index) for index in range(len(data))]


def test_class_folders_in_the_order_in_which_people_count(tmp_path):
    for name in ("b/img10.png", "b/img9.png", "a2/x.png", "a10/y.jpg", "a10/deep/er/z.bmp"):
        write(tmp_path / name, seed=len(name))
    data = opened(tmp_path)
    assert data.class_names == ("a2", "a10", "b")
    assert identities(data) == ["a2/x.png", "a10/y.jpg", "a10/deep/er/z.bmp", "b/img9.png", "b/img10.png"]
    assert data.labels.tolist() == [0, 1, 1, 2, 2]
    assert data.parts is None
    assert data.shape is None
    np.testing.assert_array_equal(data.picture(3), picture(len("b/img9.png")))


def test_train_and_test_folders_say_the_parts(tmp_path):
    for part, count in (("train", 6), ("Val", 2), ("test", 3)):
        for name in ("cat", "dog"):
            for number in range(count):
                write(tmp_path / part / name / f"{number}.png", seed=hash((part, name, number)) % 10_000)
    write(tmp_path / "test" / "emu" / "1.png", seed=77)
    data = opened(tmp_path)
    assert data.class_names == ("cat", "dog", "emu")
    found = parts(data, Split())
    assert [len(found.train), len(found.validation), len(found.test)] == [12, 4, 7]
    assert all(data.identity(index).startswith("Val/") for index in found.validation)


def test_a_test_folder_without_classes_is_left_out(tmp_path):
    write(tmp_path / "train" / "cat" / "1.png")
    write(tmp_path / "test" / "1.png")
    data = opened(tmp_path)
    assert identities(data) == ["train/cat/1.png"]
    assert "“test” holds no folders" in str(data.problems[0].reason)


def test_a_class_may_be_called_train(tmp_path):
    for name in ("train", "bus"):
        write(tmp_path / name / "1.png")
    assert opened(tmp_path).class_names == ("bus", "train")


def test_a_hundred_sizes_and_modes(tmp_path):
    folder = tmp_path / "all"
    depths = {"a.png": np.uint8, "b.png": np.uint16, "c.tif": np.float32}
    for name, kind in depths.items():
        scale = {np.uint8: 1, np.uint16: 257, np.float32: 1 / 255}[kind]
        for channels in (1, 3, 4):
            image = (picture(1, channels=channels).astype(np.float64) * scale).astype(kind)
            write(folder / f"{channels}{name}", image if channels != 4 else image[..., [2, 1, 0, 3]][..., ::-1])
    rng = np.random.default_rng(3)
    for number in range(90):
        height, width = (int(each) for each in rng.integers(1, 90, 2))
        write(folder / f"size{number}.{('png', 'jpg', 'webp', 'bmp')[number % 4]}", picture(number, height, width))
    data = opened(tmp_path)
    assert len(data) == 99
    for index in range(len(data)):
        found = data.picture(index)
        assert found.dtype == np.uint8
        assert found.ndim == 3
        assert found.shape[2] in (1, 3)
    by_name = {data.identity(index).removeprefix("all/"): index for index in range(len(data))}
    for name in ("3a.png", "3b.png", "3c.tif"):
        np.testing.assert_allclose(data.picture(by_name[name]).astype(int), picture(1), atol=1)


def test_broken_files_cost_nobody_but_themselves(tmp_path):
    rng = np.random.default_rng(5)
    for number in range(40):
        path = write(tmp_path / f"class {number % 2}" / f"{number}.png", seed=number)
        if number % 8 == 0:
            path.write_bytes(rng.bytes(number))
    data = opened(tmp_path)
    assert len(data) == 40
    sentences = []
    for index in range(40):
        try:
            data.picture(index)
        except UserError as error:
            sentences.append(str(error))
    assert len(sentences) == 5
    assert all(".png" in each for each in sentences)
    assert parts(data, Split())


def test_a_large_jpeg_may_come_smaller_but_not_too_small(tmp_path):
    write(tmp_path / "a" / "1.jpg", cv2.resize(picture(2, 3, 4), (400, 300), interpolation=cv2.INTER_CUBIC))
    data = opened(tmp_path)
    assert data.picture(0).shape == (300, 400, 3)
    assert data.picture(0, least=64).shape == (75, 100, 3)
    assert data.picture(0, least=200).shape == (300, 400, 3)
    small = cv2.resize(data.picture(0), (100, 75), interpolation=cv2.INTER_AREA)
    assert np.abs(small.astype(int) - data.picture(0, least=64)).mean() < 4


def test_what_is_left_out_is_said(tmp_path):
    write(tmp_path / "a" / "1.png")
    write(tmp_path / "loose.png")
    (tmp_path / "a" / "IMG_1.HEIC").write_bytes(b"x")
    (tmp_path / "a" / "notes.txt").write_bytes(b"x")
    (tmp_path / "a" / ".hidden.png").write_bytes(b"x")
    (tmp_path / "empty").mkdir()
    data = opened(tmp_path)
    assert identities(data) == ["a/1.png"]
    assert data.class_names == ("a",)
    said = " ".join(str(each.reason) for each in data.problems)
    assert len(data.problems) == 3
    assert "IMG_1.HEIC" in said
    assert "“empty”" in said
    assert "left out: 1." in said


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: None, "not there"),
        (lambda path: path.mkdir(), "one folder for each class"),
        (lambda path: (path / "a").mkdir(parents=True), "no picture"),
        (lambda path: path.write_bytes(b"x"), "could not be read"),
        (lambda path: write(path / "1.png"), "one folder for each class"),
        (lambda path: [(path / str(number)).mkdir(parents=True) for number in range(1001)], "1001 folders"),
    ],
)
def test_what_is_no_data_set_is_said(tmp_path, make, words):
    make(tmp_path / "data")
    with pytest.raises(UserError, match=words):
        opened(tmp_path / "data")


def test_exact_duplicates_are_found_and_no_others(tmp_path):
    long = bytes(20_000)
    contents = [b"one", b"two", b"one", b"", b"", long + b"a", long + b"b", long + b"a", b"tw0"]
    for number, content in enumerate(contents):
        path = tmp_path / "a" / f"{number}.png"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    assert opened(tmp_path).content_groups().tolist() == [0, 1, 0, 3, 4, 5, 6, 5, 8]


@settings(max_examples=10, deadline=None)
@given(st.lists(st.integers(0, 5), min_size=1, max_size=30))
def test_duplicates_are_as_in_a_plain_comparison(tmp_path_factory, kinds):
    folder = tmp_path_factory.mktemp("same") / "a"
    folder.mkdir()
    for number, kind in enumerate(kinds):
        (folder / f"{number}.png").write_bytes(bytes([kind % 3]) * (100 + kind // 3 * 20_000))
    groups = opened(folder.parent).content_groups()
    assert [[a == b for a in groups] for b in groups] == [[a == b for a in kinds] for b in kinds]


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes with a name there")
def test_a_pipe_among_the_pictures_stops_nothing(tmp_path):
    write(tmp_path / "a" / "1.png")
    os.mkfifo(tmp_path / "a" / "2.png")
    data = opened(tmp_path)
    assert data.content_groups().tolist() == [0, 1]
    with pytest.raises(UserError, match="not a file"):
        data.picture(1)


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no text exist there only")
def test_names_that_are_no_text_are_kept_and_shown(tmp_path):
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    image = write(tmp_path / "x" / "1.png").read_bytes()
    folder.mkdir()
    (folder / os.fsdecode(b"\xff.png")).write_bytes(image)
    data = opened(tmp_path)
    assert set(data.class_names) == {"caf?", "x"}
    for index in range(2):
        assert data.picture(index).shape == (6, 8, 3)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_in_a_circle_end(tmp_path):
    write(tmp_path / "a" / "1.png")
    (tmp_path / "a" / "again").symlink_to(tmp_path / "a")
    assert identities(opened(tmp_path)) == ["a/1.png"]


def test_files_that_go_away_are_said_one_by_one(tmp_path):
    for number in range(3):
        write(tmp_path / "a" / f"{number}.png")
    data = opened(tmp_path)
    (tmp_path / "a" / "1.png").unlink()
    assert data.picture(0).shape == data.picture(2).shape
    with pytest.raises(UserError, match="is not there"):
        data.picture(1)
    assert len(data.content_groups()) == 3


def test_opening_can_be_stopped_and_tells_how_far_it_is(tmp_path):
    for number in range(200):
        path = tmp_path / "a" / f"{number}.png"
        path.parent.mkdir(exist_ok=True)
        path.touch()
    told = []
    opened(tmp_path, told=lambda done, total: told.append(done))
    assert told == sorted(told)
    assert told[-1] >= 128
    with pytest.raises(StoppedError):
        opened(tmp_path, stop=lambda: True)


def test_opening_makes_nothing_for_each_file_but_its_name(tmp_path):
    """Ten times the files, and what stays in memory grows by little more than their names."""
    import tracemalloc

    for number in range(4000):
        path = tmp_path / f"class {number % 4}" / f"picture {number:06}.png"
        path.parent.mkdir(exist_ok=True)
        Path(path).touch()
    opened(tmp_path)
    tracemalloc.start()
    data = opened(tmp_path)
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(data) == 4000
    assert kept < 4000 * 60
