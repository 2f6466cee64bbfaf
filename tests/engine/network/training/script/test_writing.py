"""The script of a training: run in a process of its own, it comes to the same curve as the program."""

from __future__ import annotations

import csv
import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from engine.network.data.edits import Edits
from engine.network.data.specs import BuiltInData, FileData, FolderData, GeneratedData
from engine.network.data.splitting import Split
from engine.network.layers.dense import Dense
from engine.network.training.curves import read_run
from engine.network.training.exporting import facts_of, save_script
from engine.network.training.listening import Silent
from engine.network.training.materials import opened
from engine.network.training.running import run
from engine.network.training.script.writing import write_script
from engine.network.training.solved_start import with_solved_head
from engine.network.training.transforms import Contrast, Flip, Noise, Rotate
from engine.network.training.tuning import Head, Tuning
from engine.opencv import cv2
from tests.engine.network.training.tiny import backbone, job, network

FIELDS = ("loss", "accuracy", "validation_loss", "validation_accuracy")


def curves(training, folder: Path, *given: str):
    """What the program and the script say of each epoch, (epochs, 4) each."""
    run(training, folder / "run")
    materials = with_solved_head(opened(training, None, Silent()), Silent())
    ours = np.array([[getattr(each, name) for name in FIELDS] for each in read_run(folder / "run").epochs])
    script = write_script(facts_of(materials))
    save_script(script, folder / "script.py")
    assert (folder / "script.npz").exists() == (script.beside is not None)
    place = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONPATH": "", "PYTHONWARNINGS": ""}
    done = subprocess.run(
        [sys.executable, str(folder / "script.py"), *given], capture_output=True, text=True, env=place, cwd=folder,
        timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    assert "engine" not in script.text
    assert (folder / "script.keras").is_file()
    figures = read_run(folder / "run").figures
    if figures.test_count:
        said = re.search(r"test: loss ([\d.]+), ([\d.]+)% right", done.stdout)
        assert figures.test_loss == pytest.approx(float(said[1]), abs=1e-3)
        assert figures.test_accuracy == pytest.approx(float(said[2]) / 100, abs=1e-3)
    return ours, curve_in(folder)


def curve_in(folder: Path):
    """What a script wrote down of each epoch."""
    with (folder / "script.csv").open(newline="") as file:
        return np.array([[float(row[name]) for name in FIELDS] for row in csv.DictReader(file)])


def test_built_in_pictures_need_no_file_beside_the_script(tmp_path):
    training = job(data=BuiltInData(name="digits"), model=network(end=Dense(units=10, activation="softmax")))
    text = write_script(facts_of(opened(training, None, Silent()))).text
    compile(text, "script.py", "exec")


@pytest.fixture
def folder(tmp_path):
    """Three classes of pictures of many kinds, one broken."""
    generator = np.random.default_rng(1)
    for number, name in enumerate(("left", "right side", "whole")):
        (tmp_path / "data" / name).mkdir(parents=True)
        for each in range(14):
            picture = generator.integers(0, 90, (20 + each, 24, 3), np.uint8)
            picture[:, : 12 if number == 0 else 24] += 100 if number != 1 else 0
            picture[:, 12:] += 60 if number == 1 else 0
            kind = (".png", ".jpg", ".bmp")[each % 3]
            cv2.imwrite(str(tmp_path / "data" / name / f"{each}{kind}"), picture if each % 4 else picture[..., 0])
    (tmp_path / "data" / "whole" / "broken.png").write_bytes(b"no picture")
    alpha = generator.integers(0, 255, (40, 40, 4), np.uint8)
    cv2.imwrite(str(tmp_path / "data" / "left" / "alpha.png"), alpha)
    cv2.imwrite(str(tmp_path / "data" / "left" / "deep.png"), generator.integers(0, 65535, (40, 50), np.uint16))
    cv2.imwrite(str(tmp_path / "data" / "left" / "large.jpg"), cv2.resize(picture, (90, 70)))
    return tmp_path / "data"


def test_folder_with_transforms_dropout_and_edits_gives_the_same_curve(folder, tmp_path):
    edits = Edits(removed=frozenset(["left/1.jpg"]), relabelled={"left/2.bmp": "whole"}, renamed={"whole": "all of it"})
    training = job(
        data=FolderData(path=folder), edits=edits, model=network(dropout=0.3, is_normalised=True), values="signed",
        transforms=(Flip(), Rotate(), Contrast(), Noise()), fit="pad",
        settings={"schedule": "cosine", "warm_up": 1, "has_class_weights": True, "optimiser": "momentum"},
    )  # fmt: skip
    ours, theirs = curves(training, tmp_path)
    np.testing.assert_allclose(theirs, ours, atol=1e-3)


def test_frozen_layers_that_learn_later_give_the_same_curve(tmp_path):
    training = job(
        data=FileData(path=halves_file(tmp_path)), model=backbone(), split=Split(validation=0.2, test=0.1),
        tuning=Tuning(frozen_up_to="conv2", unfreeze_after=2, unfreeze_from="conv2", lower_rate=0.5),
        settings={"epochs": 4, "smoothing": 0.1},
    )  # fmt: skip
    ours, theirs = curves(training, tmp_path, str(tmp_path))
    np.testing.assert_allclose(theirs, ours, atol=1e-3)


def test_a_trained_network_that_starts_anew_needs_no_weights_and_gives_the_same_curve(tmp_path):
    training = job(model=backbone(), tuning=Tuning(starts_anew=True), settings={"epochs": 2, "seed": 3})
    ours, theirs = curves(training, tmp_path)
    np.testing.assert_allclose(theirs, ours, atol=1e-3)
    assert not (tmp_path / "script.npz").exists()


def test_a_solved_head_gives_the_same_curve(tmp_path):
    head = Head(dropout=0.2, is_solved=True)
    training = job(
        data=FileData(path=halves_file(tmp_path)), model=backbone(), split=Split(validation=0.2, test=0.1),
        tuning=Tuning(cut_at="mean", frozen_up_to="mean", head=head), settings={"epochs": 2},
    )  # fmt: skip
    ours, theirs = curves(training, tmp_path, str(tmp_path))
    np.testing.assert_allclose(theirs, ours, atol=1e-3)


def test_drawn_pictures_lie_beside_the_script(tmp_path):
    training = job(data=GeneratedData(count=90, side=16), input_size=(12, 12))
    save_script(write_script(facts_of(opened(training, None, Silent()))), tmp_path / "script.py")
    with np.load(tmp_path / "script.npz") as kept:
        assert kept["pictures"].shape == (90, 16, 16, 3)
        assert any(name.startswith("start/") for name in kept.files)


def halves_file(folder: Path) -> Path:
    """Pictures of three classes in an NPZ file."""
    labels = np.arange(60) % 3
    pictures = np.random.default_rng(2).integers(0, 90, (60, 8, 8)) + 60 * labels[:, None, None]
    np.savez(folder / "halves.npz", x_train=pictures.astype(np.uint8), y_train=labels + 4)
    return folder / "halves.npz"


def played(training, folder: Path, monkeypatch, *given: str):
    """The names of the script, which runs in this process when its `main` is called; its file is `script.py`."""
    script = write_script(facts_of(opened(training, None, Silent())))
    save_script(script, folder / "script.py")
    monkeypatch.setattr(sys, "argv", ["script.py", *given])
    monkeypatch.setattr("keras.Model.save", lambda *_: None)  # writes as `curves` above has seen it do
    return runpy.run_path(str(folder / "script.py"), run_name="script")


def test_frozen_layers_are_run_once_as_long_as_they_stay_frozen(tmp_path, monkeypatch):
    training = job(
        data=FileData(path=halves_file(tmp_path)), model=backbone(), split=Split(validation=0.2),
        tuning=Tuning(frozen_up_to="conv2", unfreeze_after=2, unfreeze_from="conv2"),
    )  # fmt: skip
    names = played(training, tmp_path, monkeypatch, str(tmp_path))
    taken = []

    class Noted(names["Learner"]):
        def __init__(self, model, *given, **settings):
            taken.append(model.input.shape)
            super().__init__(model, *given, **settings)

    monkeypatch.setitem(names["begun"].__globals__, "Learner", Noted)
    names["main"]()
    # First what the mean gives, then, when the second convolution learns too, what the first one gives.
    assert taken == [(None, 6), (None, 6, 6, 4)]


def test_a_loss_that_is_no_number_leads_back_as_in_the_program(tmp_path, monkeypatch, capsys):
    # Each step multiplies the weights by -9, until they leave what a float32 holds.
    training = job(
        data=FileData(path=halves_file(tmp_path)), split=Split(validation=0.2),
        settings={"epochs": 10, "optimiser": "adamw", "rate": 10.0, "weight_decay": 1.0},
    )  # fmt: skip
    run(training, tmp_path / "run")
    ours = read_run(tmp_path / "run")
    assert ours.notes
    names = played(training, tmp_path, monkeypatch, str(tmp_path))
    names["main"]()
    said = capsys.readouterr().out
    assert said.count("Back to epoch") == len(ours.notes)
    theirs = curve_in(tmp_path)
    np.testing.assert_allclose(theirs, [[getattr(each, name) for name in FIELDS] for each in ours.epochs], rtol=1e-3)
    assert f"epoch {ours.notes[0].values['epoch']}" in said
