from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from engine.network.backbone.card import FIGURES, FILE, LOG
from engine.network.backbone.network import FEATURES, SIDE, untrained
from engine.network.backbone.pictures import CLASSES, BackbonePictures
from engine.network.layers.dense import Dense
from engine.network.reading.opening import ReadModel, read_model
from engine.network.requests import BackboneModel
from engine.network.table import table_of
from engine.network.training.phases import halves_of, learning
from engine.network.training.suggesting import suggested_tuning
from engine.network.training.tuning import tuned

PAGE = Path(__file__).resolve().parents[4] / "docs" / "learning.md"


@pytest.fixture(scope="module")
def read() -> ReadModel:
    return read_model(FILE)


def test_the_file_is_small_and_holds_the_network_that_the_window_lays_out(read: ReadModel) -> None:
    assert FILE.stat().st_size < 10_000_000
    assert read.class_names == CLASSES
    assert read.values == "unit"
    # Keras keeps branches in another order.
    assert dict(read.architecture.by_name) == dict(untrained(len(CLASSES)).by_name)
    assert not read.is_untrained
    assert table_of(read.architecture).totals.params == table_of(untrained(len(CLASSES))).totals.params
    assert Path(BackboneModel().path) == FILE


def test_its_figures_are_those_that_the_page_and_the_log_tell() -> None:
    figures = json.loads(FIGURES.read_text(encoding="utf-8"))
    assert f"{figures['test_accuracy']:.1%}" in PAGE.read_text(encoding="utf-8")
    epochs = [each for each in map(json.loads, LOG.read_text(encoding="utf-8").splitlines()) if each["kind"] == "epoch"]
    assert len(epochs) == figures["epochs"]
    assert epochs[-1]["validation_accuracy"] == pytest.approx(figures["validation_accuracy"])


@pytest.mark.usefixtures("keras_loaded")
def test_it_is_as_good_as_they_say_on_pictures_that_were_never_drawn_before(read: ReadModel) -> None:
    from engine.network.building import build

    count = len(CLASSES)
    data = BackbonePictures(count=count, seed=99)
    model = build(read.architecture, arrays=read.arrays)
    pictures = np.stack([np.broadcast_to(data.picture(index), (SIDE, SIDE, 3)) for index in range(count)])
    answers = np.asarray(model(pictures.astype(np.float32) / 255, training=False)).argmax(axis=1)
    told = json.loads(FIGURES.read_text(encoding="utf-8"))["test_accuracy"]
    # The spread of a share over so many pictures is about 1.4 points.
    assert np.mean(answers == data.labels) == pytest.approx(told, abs=0.04)


def test_one_button_suffices_only_a_new_head_learns_and_the_rest_is_run_once(read: ReadModel) -> None:
    tuning = suggested_tuning(BackboneModel())
    made = tuned(read.architecture, read.arrays, tuning, 7)
    assert learning(made.architecture) == {"head_classes"}
    assert isinstance(made.architecture.by_name["head_classes"].layer, Dense)
    halves = halves_of(made.architecture)
    assert halves is not None
    assert halves.extractor.outputs[0].node == FEATURES
    for name in ("stem/kernel", "stage3_block2_conv2/kernel"):
        np.testing.assert_array_equal(made.arrays[name], read.arrays[name])
