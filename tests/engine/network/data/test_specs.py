import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import UserError
from engine.network.data.opening import open_data
from engine.network.data.specs import (
    BuiltInData,
    FileData,
    FolderData,
    RecordedData,
    data_spec_from_json,
    data_spec_to_json,
)
from tests.engine.network.data.test_generated import specs as generated

texts = st.text(min_size=1, max_size=20).filter(lambda text: "\0" not in text)


@settings(max_examples=40, deadline=None)
@given(
    st.one_of(
        generated,
        st.builds(BuiltInData, name=st.sampled_from(["digits", "faces"])),
        st.builds(FolderData, path=texts.map(Path)),
        st.builds(FileData, path=texts.map(Path)),
        st.builds(RecordedData, folder=texts.map(Path)),
    )
)
def test_json_gives_it_back(spec):
    assert data_spec_from_json(json.loads(json.dumps(data_spec_to_json(spec)))) == spec


def test_relative_paths_count_from_the_file_that_names_them():
    base = Path("/jobs")
    for kind, name in ((FolderData, "path"), (FileData, "path"), (RecordedData, "folder")):
        data = data_spec_to_json(kind(**{name: Path("data/cats")}))
        assert data_spec_from_json(data, base=base) == kind(**{name: base / "data" / "cats"})
        data = data_spec_to_json(kind(**{name: Path("/elsewhere/cats")}))
        assert data_spec_from_json(data, base=base) == kind(**{name: Path("/elsewhere/cats")})
    assert data_spec_from_json({"data": "built-in"}, base=base) == BuiltInData()


@pytest.mark.parametrize(
    "data",
    [None, [], {}, {"data": "cloud"}, {"data": ["folder"]}, {"data": "folder"}, {"data": "folder", "path": ""},
     {"data": "folder", "path": "a\0b"}, {"data": "folder", "path": 5}, {"data": "folder", "path": "a", "x": 1},
     {"data": "generated", "side": 4000}, {"data": "generated", "kind": "cats"}, {"data": "built-in", "name": "x"},
     {"data": "generated", "count": 10**9}, {"data": "file", "path": "x" * 5000}],
)  # fmt: skip
def test_damaged_specs_are_refused(data):
    with pytest.raises(UserError):
        data_spec_from_json(data)


def test_built_in_pictures_need_no_file():
    digits, faces = open_data(BuiltInData()), open_data(BuiltInData(name="faces"))
    assert digits.shape == (8, 8, 1)
    assert len(digits) == 1797
    assert digits.pictures.max() == 255
    assert faces.shape == (25, 25, 1)
    assert faces.counts() == (100, 100)
    detail = np.abs(np.diff(faces.pictures.astype(float), axis=1)).mean(axis=(1, 2, 3))
    assert np.median(detail[faces.labels == 0]) > 2 * np.median(detail[faces.labels == 1])
