import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import UserError
from engine.network.data.dataset import TEST, ArrayData
from engine.network.data.edits import Edits, edited, edits_from_json
from engine.network.data.opening import open_data
from engine.network.data.specs import GeneratedData
from engine.network.data.splitting import Split, assigned


def dataset(count=12, parts=None):
    pictures = np.arange(count, dtype=np.uint8)[:, None, None]
    return ArrayData("", pictures, np.arange(count) % 3, ["cat", "dog", "emu"], parts=parts)


def classes(data):
    """Which pictures each class holds."""
    return {
        name: [data.identity(index) for index in np.flatnonzero(data.labels == number)]
        for number, name in enumerate(data.class_names)
    }


def test_no_edits_change_nothing():
    data = dataset()
    assert edited(data, Edits()) is data


def test_relabelled_removed_and_restored():
    edits = Edits().relabel(["0", "1"], "emu").remove(["2", "3"]).restore(["3"])
    data = edited(dataset(), edits)
    assert classes(data) == {"cat": ["3", "6", "9"], "dog": ["4", "7", "10"], "emu": ["0", "1", "5", "8", "11"]}
    assert [int(data.picture(index)[0, 0, 0]) for index in range(len(data))] == [0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11]


def test_classes_renamed_merged_added_and_deleted():
    edits = Edits().rename_class("cat", "tom").rename_class("tom", "tiger").add_class("fox").relabel(["1"], "fox")
    assert classes(edited(dataset(), edits)) == {
        "tiger": ["0", "3", "6", "9"], "dog": ["4", "7", "10"], "emu": ["2", "5", "8", "11"], "fox": ["1"],
    }  # fmt: skip
    merged = edits.rename_class("dog", "tiger")
    assert set(classes(edited(dataset(), merged))["tiger"]) == {"0", "3", "4", "6", "7", "9", "10"}
    without = merged.delete_class("tiger")
    assert classes(edited(dataset(), without)) == {"emu": ["2", "5", "8", "11"], "fox": ["1"]}
    renamed = edits.rename_class("fox", "wolf")
    assert classes(edited(dataset(), renamed))["wolf"] == ["1"]


def test_a_deleted_class_stays_empty_when_its_name_is_used_again():
    edits = Edits().relabel(["1"], "cat").delete_class("cat").add_class("cat")
    assert classes(edited(dataset(), edits)) == {"dog": ["4", "7", "10"], "emu": ["2", "5", "8", "11"], "cat": []}


def test_a_picture_moved_out_of_a_class_outlives_it():
    edits = Edits().relabel(["0"], "dog").delete_class("cat")
    assert classes(edited(dataset(), edits))["dog"] == ["0", "1", "4", "7", "10"]


def test_renaming_back_is_as_if_nothing_had_been():
    edits = Edits().rename_class("cat", "tom").rename_class("tom", "cat")
    assert classes(edited(dataset(), edits)) == classes(dataset())


def test_parts_keys_and_duplicates_follow():
    parts = np.zeros(12, np.int8)
    parts[10:] = TEST
    source = dataset(parts=parts)
    source.pictures[5] = source.pictures[4]
    data = edited(source, Edits().remove(["0"]))
    assert data.parts.tolist() == [0] * 9 + [2] * 2
    groups = data.content_groups()
    assert len(groups) == 11
    assert groups[3] == groups[4]
    assert data.key(3) == data.key(4)


actions = st.lists(
    st.one_of(
        st.tuples(st.just("relabel"), st.lists(st.integers(0, 11).map(str), max_size=4), st.sampled_from("abc")),
        st.tuples(st.just("remove"), st.lists(st.integers(0, 11).map(str), max_size=4)),
        st.tuples(
            st.just("rename_class"), st.sampled_from(["cat", "dog", "a", "b"]), st.sampled_from(["a", "b", "emu"])
        ),
        st.tuples(st.just("add_class"), st.sampled_from(["a", "b", "cat"])),
        st.tuples(st.just("delete_class"), st.sampled_from(["cat", "dog", "a"])),
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(actions)
def test_any_edits_give_a_sound_data_set_and_survive_json(some):
    edits = Edits()
    for name, *values in some:
        edits = getattr(edits, name)(*values)
    assert edits_from_json(json.loads(json.dumps(edits.to_json()))) == edits
    data = edited(dataset(), edits)
    assert len(set(data.class_names)) == len(data.class_names)
    assert not len(data) or (data.labels.min() >= 0 and data.labels.max() < len(data.class_names))
    gone = [identity for identity in edits.removed if identity in {data.identity(index) for index in range(len(data))}]
    assert not gone


@pytest.mark.parametrize(
    "data",
    [None, [], {"removed": "all"}, {"removed": [1]}, {"relabelled": [1]}, {"relabelled": {"a": 1}}, {"added": [""]},
     {"moved": {}}, {"added": ["x" * 99]}],
)  # fmt: skip
def test_damaged_edits_are_refused(data):
    with pytest.raises(UserError):
        edits_from_json(data)


@pytest.mark.parametrize("name", ["", " \n", "x" * 81])
def test_class_names_are_one_short_line(name):
    with pytest.raises(UserError, match="1 to 80"):
        Edits().add_class(name)


def test_many_edits_name_no_picture_anew(monkeypatch):
    data = open_data(GeneratedData(count=300))
    names = data.identities()
    monkeypatch.setattr(type(data), "identity", lambda *_: pytest.fail("naming thousands holds up the window"))
    found = edited(data, Edits().relabel(names[:100], "other").remove(names[50:60]))
    assert found.labels.tolist().count(found.class_names.index("other")) == 90
    assert list(found.identities()) == [*names[:50], *names[60:]]
    monkeypatch.undo()  # drawing lots needs the names, aside
    split = Split(kind="hand", others="train", by_hand=dict.fromkeys(names[:70], "test"))
    assert (assigned(found, split, np.arange(len(found))).numbers == TEST).sum() == 60
