"""The table of a network: the figures of the lesson, nested models, exports."""

from __future__ import annotations

import csv
import io
import json

import pytest

from engine.network.architecture import ArchitectureError, chain
from engine.network.layers.convolution import Convolution
from engine.network.layers.input import Input
from engine.network.table import as_dense, compared, table_of
from engine.network.table_export import as_csv, as_html, as_json, as_markdown, as_text
from tests.engine.network.networks import BY_HAND, SIAMESE

# Layer, values, parameters with their formula: the whole network by hand.
LESSON = {
    "conv1": ((28, 28, 8), 6272, "(5·5·3+1)·8 = 608"),
    "pool1": ((14, 14, 8), 1568, "0 = 0"),
    "conv2": ((10, 10, 16), 1600, "(5·5·8+1)·16 = 3,216"),
    "pool2": ((5, 5, 16), 400, "0 = 0"),
    "dense3": ((120,), 120, "400·120 + 120 = 48,120"),
    "dense4": ((84,), 84, "120·84 + 84 = 10,164"),
    "softmax": ((10,), 10, "84·10 + 10 = 850"),
}


def test_the_network_by_hand() -> None:
    table = table_of(BY_HAND)
    rows = {row.name: row for row in table.rows}
    for name, figures in LESSON.items():
        assert (rows[name].output_shape, rows[name].activations, str(rows[name].formula)) == figures
    assert (table.totals.params, table.totals.trainable, table.totals.fixed) == (62_958, 62_958, 0)
    assert sum(row.share for row in table.rows) == pytest.approx(1)
    assert rows["conv1"].memory(10) == 4 * (62_720 + 608)
    assert str(rows["pool2"].receptive_field) == "16×16 / 4"
    assert str(rows["softmax"].receptive_field) == "32×32"


def test_nested_models_fold_and_shared_weights_count_once() -> None:
    table = table_of(SIAMESE)
    paths = [row.path for row in table.rows]
    assert paths[2:7] == ["first", "first/picture", "first/conv", "first/norm", "second"]
    rows = {row.path: row for row in table.rows}
    assert [rows[path].depth for path in ("first", "first/conv", "deeper")] == [0, 1, 0]
    backbone = (3 * 3 * 3 + 1) * 4 + 4 * 4
    assert (rows["first"].params, rows["first"].trainable) == (backbone, 0)
    assert rows["first"].macs == rows["first/conv"].macs == 14 * 14 * 4 * 27
    assert rows["second/conv"].is_shared
    deeper, last = (3 * 3 * 4 + 1) * 4, 5
    assert (table.totals.params, table.totals.trainable) == (backbone + deeper + last, deeper + last)
    assert table.totals.macs == sum(row.macs for row in table.layers)
    assert [row.path for row in table.visible(["first"])][2:4] == ["first", "second"]
    assert sum(row.share for row in table.layers) == pytest.approx(1)


def test_json_has_exactly_the_promised_keys() -> None:
    for network in (BY_HAND, SIAMESE):
        data = json.loads(as_json(table_of(network)))
        assert set(data) == {"layers", "totals"}
        assert set(data["totals"]) == {"params", "trainable", "macs"}
        keys = {
            "name", "kind", "output_shape", "activations", "params", "trainable", "macs", "receptive_field",
        }  # fmt: skip
        assert all(set(layer) == keys for layer in data["layers"])
        for total in data["totals"]:
            assert data["totals"][total] == sum(layer[total] for layer in data["layers"])
    by_name = {layer["name"]: layer for layer in json.loads(as_json(table_of(BY_HAND)))["layers"]}
    assert by_name["conv2"] == {
        "name": "conv2", "kind": "Conv2D", "output_shape": [10, 10, 16], "activations": 1600, "params": 3216,
        "trainable": 3216, "macs": 320_000, "receptive_field": {"size": [14, 14], "stride": [2, 2], "offset": [0, 0]},
    }  # fmt: skip
    assert by_name["dense3"]["receptive_field"] == {"size": [32, 32], "stride": None, "offset": [0, 0]}


def test_exports_hold_every_row_and_survive_evil_names() -> None:
    evil = chain('=cmd|"<script>', {"input": Input(), "=SUM(A1)|<b>": Convolution()})
    table = table_of(evil)
    rows = list(csv.reader(io.StringIO(as_csv(table))))
    assert [row[0] for row in rows] == ["Name", "input", "'=SUM(A1)|<b>", "Total"]
    assert rows[2][5] == "224"
    assert "<script>" not in as_html(table)
    assert "<b>" not in as_html(table)
    assert "\\|&lt;b>" in as_markdown(table)
    assert all(line.count("|") - line.count("\\|") == 13 for line in as_markdown(table).splitlines())
    text = as_text(table_of(BY_HAND))
    assert "(5·5·8+1)·16 = 3,216" in text
    assert text.splitlines()[-1].startswith("9 layers · 62,958 parameters (62,958 trainable, 0 not)")
    assert "(shared)" in as_text(table_of(SIAMESE))


def test_a_dense_layer_in_place_of_a_convolution() -> None:
    rows = {row.name: row for row in table_of(BY_HAND).rows}
    dense = as_dense(rows["conv1"])
    assert str(dense.params) == "(32·32·3+1)·(28·28·8) = 19,273,856"
    assert dense.macs == 3072 * 6272
    assert dense.times == pytest.approx(19_273_856 / 608)
    assert as_dense(rows["pool1"]) is None


def test_two_networks_side_by_side() -> None:
    shorter = chain("short", {"input": Input(), "c": Convolution()})
    pairs = [(p.left and p.left.name, p.right and p.right.name) for p in compared(table_of(shorter), table_of(BY_HAND))]
    assert pairs[:3] == [("input", "input"), ("c", "conv1"), (None, "pool1")]
    assert len(pairs) == 9


def test_what_does_not_fit_is_refused_by_name() -> None:
    with pytest.raises(ArchitectureError, match="“conv” does not fit"):
        table_of(chain("x", {"input": Input(shape=(2, 2, 1)), "conv": Convolution()}))
