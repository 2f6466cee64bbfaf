"""Saved files hold the same network, and the old file stays whole whatever happens."""

from __future__ import annotations

import errno
import os
import zipfile
from pathlib import Path

import numpy as np
import pytest

from engine.errors import UserError
from engine.files import SaveError
from engine.network.reading.labels import Labels
from engine.network.reading.opening import read_model
from tests.engine.network import models
from tests.engine.network.networks import SIAMESE

LABELS = Labels(("cat", "dög"), "signed")


@pytest.fixture(scope="module")
def made(keras_loaded):
    return {"sequential": models.sequential(), "nested": models.nested()}


def left_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


@pytest.mark.parametrize("name", ["sequential", "nested"])
def test_a_keras_file_gives_the_same_answers_and_keeps_the_class_names(made, name, tmp_path):
    from engine.network.building import build
    from engine.network.saving.writing import answers, probe, save_network

    path, notes = tmp_path / "net.keras", []
    path.write_bytes(b"old")
    save_network(made[name], path, labels=LABELS, step=notes.append)
    read = read_model(path)
    assert (read.class_names, read.values) == (("cat", "dög"), "signed")
    rebuilt = build(read.architecture, arrays=read.arrays)
    given = probe(made[name])
    np.testing.assert_allclose(answers(rebuilt, given)[0], answers(made[name], given)[0], rtol=0, atol=1e-5)
    assert len(notes) == 3
    assert left_in(tmp_path) == ["net.keras"]


def test_keras_itself_opens_what_was_saved(made, tmp_path):
    import keras

    from engine.network.saving.writing import answers, probe, save_network

    save_network(made["nested"], tmp_path / "net.keras", labels=LABELS)
    given = probe(made["nested"])
    again = keras.saving.load_model(tmp_path / "net.keras")
    np.testing.assert_allclose(answers(again, given)[0], answers(made["nested"], given)[0], rtol=0, atol=1e-6)


def test_shared_layers_and_several_inputs_and_outputs_are_saved(keras_loaded, tmp_path):
    from engine.network.building import build
    from engine.network.saving.writing import save_network

    save_network(build(SIAMESE, seed=4), tmp_path / "net.keras")
    assert len(read_model(tmp_path / "net.keras").architecture.outputs) == 2


def test_a_network_out_of_an_old_file_can_be_saved_as_keras(keras_loaded, tmp_path):
    from engine.network.building import build
    from engine.network.saving.writing import save_network
    from tests.engine.network.reading import files

    read = read_model(files.keras_2(tmp_path / "old.h5"))
    save_network(build(read.architecture, arrays=read.arrays), tmp_path / "new.keras")
    found = read_model(tmp_path / "new.keras")
    for name, array in read.arrays.items():
        np.testing.assert_array_equal(found.arrays[name], array)


@pytest.mark.parametrize("name", ["sequential", "nested"])
def test_a_tflite_file_gives_the_same_answers_and_holds_the_labels(made, name, tmp_path):
    from engine.network.saving import writing

    path = tmp_path / "net.tflite"
    writing.save_network(made[name], path, labels=LABELS)
    with writing._quiet():
        found = writing._read_tflite(path, writing.probe(made[name]), LABELS)
    expected = writing.answers(made[name], writing.probe(made[name]))
    np.testing.assert_allclose(found[0], expected[0], rtol=0, atol=1e-4)
    with zipfile.ZipFile(path) as archive:
        assert archive.read("labels.txt").decode() == "cat\ndög\n"
    assert left_in(tmp_path) == ["net.tflite"]


def test_onnx_is_refused_in_a_sentence_where_its_packages_are_not_there(made, tmp_path, monkeypatch):
    from engine.network.saving import formats
    from engine.network.saving.writing import save_network

    monkeypatch.setattr(formats, "find_spec", lambda name: None)
    with pytest.raises(UserError, match="pip install onnx tf2onnx onnxruntime"):
        save_network(made["nested"], tmp_path / "net.onnx")
    assert left_in(tmp_path) == []


def grouped():
    import keras

    layers = keras.layers
    picture = keras.Input((12, 12, 3))
    hidden = layers.Conv2D(4, 3, padding="same", activation="relu")(picture)
    hidden = layers.Conv2D(6, 3, groups=2, name="in_groups")(hidden)
    return models.randomised(keras.Model(picture, layers.Dense(2)(layers.Flatten()(hidden))), 5)


def siamese():
    from engine.network.building import build

    return build(SIAMESE, seed=4)


@pytest.mark.parametrize("make", [models.sequential, models.branching, models.nested, grouped, siamese])
def test_an_onnx_file_gives_the_same_answers_and_holds_the_labels(make, keras_loaded, tmp_path):
    from engine.network.saving.writing import answers, largest_difference, probe, save_network

    pytest.importorskip("tf2onnx")
    runtime = pytest.importorskip("onnxruntime")
    model = make()
    save_network(model, tmp_path / "net.onnx", labels=LABELS)
    session = runtime.InferenceSession(tmp_path / "net.onnx")
    given = probe(model)
    found = session.run(None, {each.name: values for each, values in zip(session.get_inputs(), given, strict=True)})
    assert largest_difference(answers(model, given), found) < 1e-4
    assert session.get_modelmeta().custom_metadata_map == {"labels": "cat\ndög"}
    assert left_in(tmp_path) == ["net.onnx"]


def test_an_onnx_file_that_cannot_be_read_back_is_not_kept(made, tmp_path, monkeypatch):
    from engine.network.saving import writing

    pytest.importorskip("tf2onnx")
    pytest.importorskip("onnxruntime")
    monkeypatch.setitem(writing._WRITERS, "onnx", lambda model, part, labels: part.write_bytes(b"no network"))
    with pytest.raises(SaveError, match="could not be read back"):
        writing.save_network(made["sequential"], tmp_path / "net.onnx")
    assert left_in(tmp_path) == []


def test_a_file_that_answers_otherwise_is_not_kept(made, tmp_path, monkeypatch):
    from engine.network.saving import writing

    def other(model, part, labels):
        models.sequential().save(part)
        with zipfile.ZipFile(part, "a") as archive:
            archive.writestr("kernelscope.json", labels.to_text())

    model = models.randomised(models.sequential(), 77)
    monkeypatch.setitem(writing._WRITERS, "keras", other)
    path = tmp_path / "net.keras"
    path.write_bytes(b"old")
    with pytest.raises(SaveError, match="answers otherwise than the network"):
        writing.save_network(model, path)
    monkeypatch.setitem(writing._WRITERS, "keras", lambda _model, part, _labels: part.write_bytes(b"PK nonsense"))
    with pytest.raises(SaveError, match="could not be read back"):
        writing.save_network(model, path)
    assert path.read_bytes() == b"old"
    assert left_in(tmp_path) == ["net.keras"]


@pytest.mark.parametrize(("code", "says"), [(errno.ENOSPC, "disk is full"), (errno.EROFS, "can only be read")])
def test_a_full_disk_keeps_the_old_file(made, tmp_path, monkeypatch, code, says):
    from engine.network.saving import writing

    def full(model, part, labels):
        part.write_bytes(b"half")
        raise OSError(code, os.strerror(code))

    monkeypatch.setitem(writing._WRITERS, "keras", full)
    (tmp_path / "net.keras").write_bytes(b"old")
    with pytest.raises(SaveError, match=says):
        writing.save_network(made["nested"], tmp_path / "net.keras")
    assert (tmp_path / "net.keras").read_bytes() == b"old"
    assert left_in(tmp_path) == ["net.keras"]


def test_what_a_converter_cannot_do_is_a_sentence(made, tmp_path, monkeypatch):
    from engine.network.saving import writing

    def fail(model, part, labels):
        raise RuntimeError("Op NOT_KNOWN is not supported.\nlong trace")

    monkeypatch.setitem(writing._WRITERS, "tflite", fail)
    with pytest.raises(SaveError, match=r"as TensorFlow Lite: Op NOT_KNOWN is not supported\. Save it as \.keras"):
        writing.save_network(made["nested"], tmp_path / "net.tflite")
    assert left_in(tmp_path) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_to_is_told_before_the_work(made, tmp_path):
    from engine.network.saving.writing import save_network

    notes = []
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(SaveError, match="may not be written to"):
            save_network(made["nested"], tmp_path / "net.keras", step=notes.append)
    finally:
        tmp_path.chmod(0o700)
    assert notes == []


def test_saving_can_be_ended_between_its_parts(made, tmp_path):
    from engine.network.saving.writing import save_network

    class EndedError(Exception):
        pass

    def step(note, said=[]):  # noqa: B006
        said.append(note)
        if len(said) == 2:
            raise EndedError

    with pytest.raises(EndedError):
        save_network(made["nested"], tmp_path / "net.keras", step=step)
    assert left_in(tmp_path) == []
