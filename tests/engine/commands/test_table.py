"""`main.py table` as a user calls it."""

from __future__ import annotations

import json

import pytest

from main import main
from tests.engine.network.reading.files import CONV, folder_of, keras_2, keras_3, layer, tensorflow_js


def test_a_readable_table(capsys) -> None:
    assert main(["table", "cnn-example"]) == 0
    told = capsys.readouterr()
    assert "(5·5·3+1)·8 = 608" in told.out
    assert "9 layers · 62,958 parameters (62,958 trainable, 0 not)" in told.out
    assert told.err == ""


def test_json(capsys) -> None:
    assert main(["table", "vgg-16", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["totals"] == {"params": 138_357_544, "trainable": 138_357_544, "macs": 15_470_264_320}
    assert [layer["name"] for layer in found["layers"]][:3] == ["input", "block1_conv1", "block1_conv2"]


@pytest.mark.parametrize("model", ["no-such-network", "", "../cnn-example", "vgg-16.json"])
def test_what_it_cannot_read_it_refuses_in_one_line(model, capsys) -> None:
    assert main(["table", model]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1
    assert "Traceback" not in told.err


def test_files_of_every_format(tmp_path, capsys) -> None:
    made = [keras_3(tmp_path / "a.keras"), keras_2(tmp_path / "b.h5"), folder_of(tmp_path / "c", tensorflow_js())]
    told = []
    for path in made:
        assert main(["table", str(path), "--json"]) == 0
        told.append(json.loads(capsys.readouterr().out))
    assert told[0] == told[1] == told[2]
    assert told[0]["totals"]["params"] == (27 + 1) * 4 + 36 + 16 + 10
    assert main(["table", str(made[0])]) == 0
    assert "(3·3·3+1)·4 = 112" in capsys.readouterr().out


def test_a_file_that_is_no_model_is_refused_in_one_line(tmp_path, capsys) -> None:
    path = tmp_path / "picture.keras"
    path.write_bytes(b"\x89PNG")
    assert main(["table", str(path)]) == 1
    assert capsys.readouterr().err.startswith("“picture.keras” is no model that can be opened.")


def test_a_model_of_any_size_is_told_one(tmp_path, capsys) -> None:
    config = {"class_name": "Sequential", "config": {"name": "m", "layers": [
        layer("InputLayer", "i", batch_input_shape=[None, None, None, 3]), CONV]}}  # fmt: skip
    path = str(keras_3(tmp_path / "any.keras", config=config))
    assert main(["table", path]) == 1
    assert "with --size 224" in capsys.readouterr().err
    assert main(["table", path, "--size", "40"]) == 0
    assert "40×40×4" in capsys.readouterr().out
    assert main(["table", path, "--size", "0"]) == 1
    assert "Shape is 0" in capsys.readouterr().err


@pytest.mark.parametrize("size", ["100", "0", "-3"])
def test_a_size_that_would_be_left_unheard_is_refused(size, tmp_path, capsys) -> None:
    assert main(["table", "vgg-16", "--size", size]) == 1
    assert capsys.readouterr().err == "“vgg-16” always takes 224×224×3. Leave --size away.\n"
    assert main(["table", str(keras_3(tmp_path / "a.keras")), "--size", size]) == 1
    assert "Leave --size away." in capsys.readouterr().err
    assert main(["table", "vgg-16", "--size", "224"]) == 0


def test_json_of_something_else_is_no_network(tmp_path, capsys) -> None:
    path = tmp_path / "other.json"
    path.write_text('{"format": "kernelscope-recipe", "stages": []}')
    assert main(["table", str(path)]) == 1
    assert capsys.readouterr().err.startswith("“other.json” describes no network.")
