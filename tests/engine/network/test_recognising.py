import json

import pytest

from engine.imaging.recipe import Recipe
from engine.network.catalogue import RECORDS
from engine.network.recognising import is_network
from tests.engine.network.reading import files


def test_networks_are_told_from_everything_else(tmp_path):
    exported = files.folder_of(tmp_path / "exported", files.tensorflow_js())
    (tmp_path / "recipe.json").write_text(json.dumps(Recipe().to_json()))
    (tmp_path / "pictures").mkdir()
    assert is_network(exported)
    assert is_network(exported / "model.json")
    assert is_network(RECORDS / "lenet-5.json")
    assert not is_network(tmp_path / "recipe.json")
    assert not is_network(tmp_path / "pictures")
    assert not is_network(tmp_path / "missing.json")


@pytest.mark.parametrize("name", ["a.keras", "A.KERAS", "a.h5", "a.hdf5", "a.zip"])
def test_endings_that_only_networks_have(tmp_path, name):
    assert is_network(tmp_path / name)


def test_what_cannot_be_read_is_no_network(tmp_path):
    assert not is_network(tmp_path / ("x" * 400) / "model.json")
    assert not is_network(tmp_path / "a\0.json")
