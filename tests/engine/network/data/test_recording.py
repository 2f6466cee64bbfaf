import json
import os

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from engine.errors import UserError
from engine.files import SaveError
from engine.network.data.opening import open_data
from engine.network.data.recording import RecordingStore
from engine.network.data.specs import RecordedData


def picture(seed=0, side=20, channels=3):
    return np.random.default_rng(seed).integers(0, 256, (side, side, channels), np.uint8)


@pytest.fixture
def store(tmp_path):
    store = RecordingStore(tmp_path / "own")
    store.add_class("up")
    store.add_class("down")
    return store


def files_of(store):
    return sorted(str(path.relative_to(store.folder)) for path in store.folder.rglob("*") if path.is_file())


def test_what_is_recorded_is_a_data_set(store):
    identities = [store.add(("up", "down")[number % 2], picture(number)) for number in range(5)]
    data = open_data(RecordedData(folder=store.folder))
    assert data.class_names == ("up", "down")
    assert data.counts() == (3, 2)
    assert sorted(data.identity(index) for index in range(5)) == sorted(identities)
    for index in range(5):
        number = identities.index(data.identity(index))
        np.testing.assert_array_equal(data.picture(index), picture(number))
        assert data.class_names[data.labels[index]] == ("up", "down")[number % 2]


def test_pictures_come_in_the_order_of_recording_also_past_a_restart(store):
    first = [store.add("up", picture(number)) for number in range(12)]
    again = RecordingStore(store.folder)
    last = again.add("up", picture(99))
    data = again.dataset()
    assert [data.identity(index) for index in range(13)] == [*first, last]


def test_gray_large_and_deep_pictures_are_taken(store):
    store.add("up", picture(1, channels=1))
    store.add("up", picture(2)[..., 0])
    large = np.repeat(np.linspace(0, 255, 900).astype(np.uint8)[None, :, None], 500, axis=0).repeat(3, axis=2)
    store.add("up", large)
    store.add("up", picture(3).astype(np.uint16) * 257)
    store.add("up", (picture(4) / 255).astype(np.float32))
    data = store.dataset()
    assert [data.picture(index).shape for index in range(5)] == [
        (20, 20, 1), (20, 20, 1), (384, 691, 3), (20, 20, 3), (20, 20, 3),
    ]  # fmt: skip
    np.testing.assert_array_equal(data.picture(3), picture(3))
    np.testing.assert_array_equal(data.picture(4), picture(4))
    assert np.abs(data.picture(2)[0, ::90, 0].astype(int) - np.linspace(0, 255, 691)[::90]).max() < 4


def test_a_burst_is_one_step(store):
    for number in range(6):
        store.add("up", picture(number), is_continued=number > 0)
    store.undo()
    assert len(store.dataset()) == 0
    store.undo()
    assert store.class_names == ("up",)


def test_delete_and_undo(store):
    identities = [store.add("up", picture(number)) for number in range(4)]
    store.delete(identities[1:3])
    data = store.dataset()
    assert [data.identity(index) for index in range(2)] == [identities[0], identities[3]]
    store.undo()
    assert len(store.dataset()) == 4
    store.delete(["c0001/999999"])
    assert len(store.dataset()) == 4


def test_a_class_goes_with_its_pictures_and_comes_back(store):
    store.add("up", picture())
    store.delete_class("up")
    assert store.class_names == ("down",)
    assert len(store.dataset()) == 0
    store.undo()
    assert store.class_names == ("up", "down")
    assert len(store.dataset()) == 1


def test_renaming_keeps_pictures_and_identities(store):
    identity = store.add("up", picture())
    store.rename_class("up", "  thumbs\n up ")
    data = RecordingStore(store.folder).dataset()
    assert data.class_names == ("thumbs up", "down")
    assert data.identity(0) == identity


def test_moving_to_another_class_and_back(store):
    identities = [store.add("up", picture(number)) for number in range(3)]
    store.move(identities[:2], "down")
    assert store.dataset().counts() == (1, 2)
    store.undo()
    assert [store.dataset().identity(index) for index in range(3)] == identities


@pytest.mark.parametrize("name", ["", "  ", "up", "x" * 81])
def test_class_names_are_checked(store, name):
    with pytest.raises(UserError):
        store.add_class(name)
    with pytest.raises(UserError):
        store.rename_class("down", name)
    with pytest.raises(UserError, match="no class"):
        store.add("sideways", picture())
    assert store.class_names == ("up", "down")


def test_delete_all_really_does(store):
    for number in range(5):
        store.add("up", picture(number))
    store.add("down", picture(9))
    store.delete([store.dataset().identity(0)])
    store.delete_class("down")
    store.delete_all()
    assert files_of(store) == ["classes.json"]
    assert store.steps == 0
    store.undo()
    assert files_of(store) == ["classes.json"]
    assert store.class_names == ("up",)
    store.add("up", picture())
    assert len(store.dataset()) == 1


def test_deleted_pictures_do_not_outlive_the_store(store):
    identity = store.add("up", picture())
    store.delete([identity])
    assert any("deleted" in each for each in files_of(store))
    store.close()
    assert files_of(store) == ["classes.json"]
    store.add("up", picture())
    store.delete([store.dataset().identity(0)])
    RecordingStore(store.folder)
    assert files_of(store) == ["classes.json"]


def test_what_cannot_be_deleted_is_said(store, monkeypatch):
    store.add("up", picture())
    monkeypatch.setattr("shutil.rmtree", lambda *args, **options: None)
    with pytest.raises(UserError, match="not be deleted: 1"):
        store.delete_all()


def test_a_full_disk_loses_nothing(store, monkeypatch):
    store.add("up", picture())
    before = files_of(store)

    def full(*args, **options):
        raise SaveError("The disk is full.")

    monkeypatch.setattr("engine.network.data.recording.write_atomically", full)
    with pytest.raises(SaveError):
        store.add("up", picture(1))
    assert files_of(store) == before
    store.undo()
    assert len(store.dataset()) == 0


def test_half_written_pictures_are_swept_away(store):
    store.add("up", picture())
    half = store.folder / "c0001" / ".saving-0123.tmp"
    half.write_bytes(b"half")
    os.utime(half, (0, 0))
    (store.folder / "c0001" / "notes.txt").write_bytes(b"mine")
    again = RecordingStore(store.folder)
    assert len(again.dataset()) == 1
    assert files_of(again) == ["c0001/000001.png", "c0001/notes.txt", "classes.json"]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"classes": 5}', '{"classes": [5]}', '{"classes": [{"name": "a", "folder": "../.."}]}',
     '{"classes": [{"name": "", "folder": "c0001"}]}', "[" * 100_000,
     json.dumps({"classes": [{"name": "a", "folder": "c0001"}] * 2})],
)  # fmt: skip
def test_a_damaged_list_loses_names_but_no_pictures(store, text):
    store.add("up", picture())
    store.add("down", picture(1))
    (store.folder / "classes.json").write_text(text)
    data = open_data(RecordedData(folder=store.folder))
    assert data.counts() == (1, 1)
    assert data.problems
    again = RecordingStore(store.folder)
    again.rename_class("c0001", "up")
    assert again.dataset().class_names == ("up", "c0002")


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(UserError, match="not there"):
        open_data(RecordedData(folder=tmp_path / "none"))


class Recording(RuleBasedStateMachine):
    """Any order of steps, against a plain list; undo goes back to exactly what was."""

    def __init__(self):
        super().__init__()
        import tempfile
        from pathlib import Path

        self.place = tempfile.TemporaryDirectory()
        self.store = RecordingStore(Path(self.place.name) / "own")
        self.before = []
        self.number = 0

    def now(self):
        data = self.store.dataset()
        return data.class_names, [(data.identity(index), int(data.labels[index])) for index in range(len(data))]

    def step(self, work):
        before = self.now()
        count = len(self.store._history)
        work()
        self.before += [before] * (len(self.store._history) - count)

    @initialize()
    def begin(self):
        self.step(lambda: self.store.add_class("a"))
        self.step(lambda: self.store.add_class("b"))

    @precondition(lambda self: self.store.class_names)
    @rule(place=st.integers(0, 9))
    def add(self, place):
        names = self.store.class_names
        self.number += 1
        self.step(lambda: self.store.add(names[place % len(names)], picture(self.number, side=3)))

    @rule(keep=st.sets(st.integers(0, 9)))
    def delete(self, keep):
        identities = [identity for number, (identity, _) in enumerate(self.now()[1]) if number not in keep]
        self.step(lambda: self.store.delete(identities))

    @precondition(lambda self: self.store.class_names)
    @rule(keep=st.sets(st.integers(0, 9)))
    def move(self, keep):
        identities = [identity for number, (identity, _) in enumerate(self.now()[1]) if number not in keep]
        self.step(lambda: self.store.move(identities, self.store.class_names[-1]))

    @precondition(lambda self: len(self.store.class_names) > 1)
    @rule()
    def delete_class(self):
        self.step(lambda: self.store.delete_class(self.store.class_names[0]))

    @rule(name=st.sampled_from("xyz"))
    def add_class(self, name):
        if name not in self.store.class_names:
            self.step(lambda: self.store.add_class(name))

    @precondition(lambda self: self.store.steps > 0)
    @rule()
    def undo(self):
        self.store.undo()
        assert self.now() == self.before.pop()

    def teardown(self):
        self.place.cleanup()


TestRecording = Recording.TestCase
TestRecording.settings = settings(max_examples=12, stateful_step_count=14, deadline=None)


def test_two_windows_record_into_one_class_and_nothing_is_lost(tmp_path):
    one = RecordingStore(tmp_path)
    one.add_class("cat")
    other = RecordingStore(tmp_path)
    pictures = [np.full((20, 20, 3), value, np.uint8) for value in range(0, 200, 20)]
    places = {(one, other)[number % 2].add("cat", each) for number, each in enumerate(pictures)}
    assert len(places) == len(pictures)
    found = one.dataset()
    assert sorted(int(found.picture(at)[0, 0, 0]) for at in range(len(found))) == list(range(0, 200, 20))


def test_another_window_leaves_what_this_one_deleted_to_be_brought_back(tmp_path, monkeypatch):
    store = RecordingStore(tmp_path)
    store.add_class("a")
    _, second = (store.add("a", picture(number)) for number in (1, 2))
    store.delete([second])
    here = os.getpid()
    monkeypatch.setattr(os, "getpid", lambda: here + 1)
    other = RecordingStore(tmp_path, lives=lambda number: number == here)
    assert other.add("a", picture(3)) == second, "the number was free"
    other.close()
    monkeypatch.undo()
    store.undo()
    assert len(store.dataset()) == 3
    store.close()
    assert not list(tmp_path.rglob(".deleted*"))


def test_what_a_window_deleted_that_is_gone_goes_with_it(tmp_path, monkeypatch):
    store = RecordingStore(tmp_path)
    store.add_class("a")
    store.delete([store.add("a", picture(1))])
    here = os.getpid()
    monkeypatch.setattr(os, "getpid", lambda: here + 1)
    RecordingStore(tmp_path, lives=lambda _number: False)
    assert not list(tmp_path.rglob("*.jpg")) + list(tmp_path.rglob("*.png"))


def test_deleting_all_takes_what_another_window_could_bring_back(tmp_path, monkeypatch):
    store = RecordingStore(tmp_path)
    store.add_class("a")
    store.delete([store.add("a", picture(1))])
    here = os.getpid()
    monkeypatch.setattr(os, "getpid", lambda: here + 1)
    RecordingStore(tmp_path, lives=lambda number: number == here).delete_all()
    assert not list(tmp_path.rglob("*.jpg")) + list(tmp_path.rglob("*.png"))


def test_deleting_all_takes_what_another_window_made_too(tmp_path):
    one, other = RecordingStore(tmp_path), RecordingStore(tmp_path)
    one.add_class("cat")
    one.add("cat", np.zeros((20, 20, 3), np.uint8))
    orphan = tmp_path / "c0007"
    orphan.mkdir()
    (orphan / "000001.png").write_bytes(b"of a class that is not listed any more")
    other.delete_all()
    assert not [each for each in tmp_path.rglob("*") if each.suffix in (".png", ".jpg")]


def test_a_picture_that_could_not_be_saved_leaves_no_empty_file(tmp_path, monkeypatch):
    store = RecordingStore(tmp_path)
    store.add_class("cat")

    def refuse(*_, **__):
        raise SaveError("The disk is full.")

    monkeypatch.setattr("engine.network.data.recording.write_atomically", refuse)
    with pytest.raises(SaveError):
        store.add("cat", np.zeros((20, 20, 3), np.uint8))
    assert not list((tmp_path / "c0001").iterdir())


def test_an_empty_file_of_a_killed_window_goes_away(tmp_path):
    store = RecordingStore(tmp_path)
    store.add_class("cat")
    store.add("cat", np.zeros((20, 20, 3), np.uint8))
    left = tmp_path / "c0001" / "000002.png"
    left.touch()
    os.utime(left, (0, 0))
    assert len(RecordingStore(tmp_path).dataset()) == 1
    assert not left.exists()
