"""`main.py table` as a user calls it."""

from __future__ import annotations

import json

import pytest

from main import main


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
