"""Files of every format come out as the same network; what could do harm does not. No Keras here."""

from __future__ import annotations

import io
import json
import os
import pickle
import zipfile
from pathlib import Path

import h5py
import numpy as np
import pytest

from engine.errors import UserError
from engine.network.architecture import DEEPEST
from engine.network.budget import Budget
from engine.network.describing.model import SizeNeededError
from engine.network.reading.limits import Limits, ReadError
from engine.network.reading.opening import read_architecture, read_model
from tests.engine.network.reading import files
from tests.engine.network.reading.files import ARRAYS, MODEL, folder_of, keras_2, keras_3, layer, tensorflow_js, zip_of


def makers() -> dict[str, object]:
    return {
        "keras 3": lambda path: keras_3(path / "model.keras"),
        "called wrongly": lambda path: keras_3(path / "model.h5"),
        "keras 2": lambda path: keras_2(path / "modèle.h5"),
        "folder": lambda path: folder_of(path / "model", tensorflow_js()),
        "model.json": lambda path: folder_of(path / "model", tensorflow_js()) / "model.json",
        "zip": lambda path: zip_of(path / "model.zip", tensorflow_js()),
        "zip with a folder": lambda path: zip_of(path / "model.zip", tensorflow_js(), "my model/"),
    }


@pytest.mark.parametrize("how", sorted(makers()))
def test_every_format_gives_the_same_network(how, tmp_path) -> None:
    path = makers()[how](tmp_path)
    found = read_model(path)
    assert found.architecture == read_architecture(path)
    assert [node.name for node in found.architecture.nodes] == ["input", "inner", "mean", "scores"]
    assert set(found.arrays) == set(ARRAYS)
    for name, array in ARRAYS.items():
        np.testing.assert_array_equal(found.arrays[name], array)
    has_labels = how in ("folder", "model.json", "zip", "zip with a folder")
    assert found.class_names == (("cat", "dog") if has_labels else ())


@pytest.mark.parametrize(("kind", "tolerance"), [("uint8", 1 / 255), ("uint16", 1 / 65535)])
def test_weights_squeezed_into_fewer_bits_are_spread_out(kind, tolerance, tmp_path) -> None:
    found = read_model(zip_of(tmp_path / "q.zip", tensorflow_js(quantized=kind)))
    for name, array in ARRAYS.items():
        np.testing.assert_allclose(found.arrays[name], array, atol=tolerance)


def test_a_model_of_any_size_asks_for_one(tmp_path) -> None:
    any_size = layer("InputLayer", "input_1", batch_input_shape=[None, None, None, 3])
    config = {"class_name": "Sequential", "config": {"name": "m", "layers": [any_size, files.CONV]}}
    path = keras_3(tmp_path / "m.keras", config=config)
    with pytest.raises(SizeNeededError):
        read_architecture(path)
    assert read_architecture(path, sides=(32, 48)).nodes[0].layer.shape == (32, 48, 3)


def with_layers(*layers: dict) -> dict:
    return {"class_name": "Sequential", "config": {"name": "m", "layers": [files.INPUT, *layers]}}


def linked(path: Path, change) -> Path:
    keras_2(path)
    with h5py.File(path, "a") as file:
        change(file)
    return path


def replace_kernel(file: h5py.File, **how) -> None:
    group = file["model_weights/scores/scores"]
    del group["kernel:0"]
    group.create_dataset("kernel:0", **how)


def relink(link):
    def change(file: h5py.File) -> None:
        del file["model_weights/scores/scores/kernel:0"]
        file["model_weights/scores/scores/kernel:0"] = link

    return change


def virtual(file: h5py.File) -> None:
    layout = h5py.VirtualLayout((4, 2), "f4")
    layout[:] = h5py.VirtualSource("/etc/passwd", "x", (4, 2))
    del file["model_weights/scores/scores/kernel:0"]
    file.create_virtual_dataset("model_weights/scores/scores/kernel:0", layout)


def hidden_bomb(path: Path) -> Path:
    """A member that unpacks to far more than the list of members says."""
    keras_3(path, weights=b"")
    bomb = zip_of(path.with_suffix(".zip"), {"config.json": b" " * 50_000_000})
    data = bytearray(bomb.read_bytes())
    for place in (data.find(b"PK\x03\x04") + 22, data.find(b"PK\x01\x02") + 24):
        data[place : place + 4] = (1000).to_bytes(4, "little")
    path.write_bytes(data)
    return path


def locked(path: Path) -> Path:
    data = bytearray(keras_3(path).read_bytes())
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        data[place + 8] |= 1
        place = data.find(b"PK\x01\x02", place + 1)
    path.write_bytes(data)
    return path


def link_member(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        entry = zipfile.ZipInfo("config.json")
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, "/etc/passwd")
    return path


class Evil:
    def __reduce__(self):
        return os.mkdir, ("executed",)


def manifest(change) -> dict[str, bytes]:
    made = tensorflow_js()
    document = json.loads(made["model.json"])
    change(document["weightsManifest"][0])
    return {**made, "model.json": json.dumps(document).encode()}


REFUSED = {
    "lambda": (lambda p: keras_3(p, config=with_layers(layer("Lambda", "evil", function="4wEAAAA="))), "Lambda"),
    "lambda in h5": (lambda p: keras_2(p, config=with_layers(layer("Lambda", "evil", function="4w=="))), "Lambda"),
    "own class": (lambda p: keras_3(p, config=with_layers({**files.CONV, "module": "evil"})), "never run"),
    "pickle": (lambda p: (p.write_bytes(pickle.dumps(Evil())), p)[1], "is a pickle"),
    "numpy object": (lambda p: (p.write_bytes(b"\x93NUMPY"), p)[1], "is no model that can be opened"),
    "empty": (lambda p: (p.write_bytes(b""), p)[1], "is no model that can be opened"),
    "not there": (lambda p: p, "cannot be read: No such file"),
    "no config": (lambda p: zip_of(p, {"x": b"y"}), "holds no “model.json”"),
    "no json": (lambda p: zip_of(p, {"config.json": b"{"}), "damaged"),
    "deep json": (lambda p: zip_of(p, {"config.json": b"[" * 500_000}), "damaged"),
    "deep models": (lambda p: keras_3(p, config=nested(DEEPEST + 2)), "more than 8 deep"),
    "traversal": (lambda p: keras_3(p, **{"../evil": b"x"}), "points outside of it"),
    "absolute": (lambda p: keras_3(p, **{"/tmp/evil": b"x"}), "points outside of it"),
    "backslashes": (lambda p: keras_3(p, **{"a\\..\\..\\evil": b"x"}), "points outside of it"),
    "drive": (lambda p: keras_3(p, **{"C:evil": b"x"}), "points outside of it"),
    "link": (link_member, "points outside of it"),
    "locked": (locked, "locked with a password"),
    "many members": (lambda p: keras_3(p, **{f"m{n}": b"" for n in range(5000)}), "5,003 files"),
    "bomb": (lambda p: zip_of(p, {"config.json": b" " * 50_000_000}), "larger than a model needs"),
    "hidden bomb": (hidden_bomb, ""),
    "shape bomb": (lambda p: keras_3(p, config=with_layers(*[layer("UpSampling2D", f"u{n}", size=[256, 256])
                                                             for n in range(4)])), "More than"),
    "parameter bomb": (lambda p: keras_3(p, config=with_layers(layer("Flatten", "f"),
                                                               layer("Dense", "d", units=2**20))), "parameters"),
    "external link": (lambda p: linked(p, relink(h5py.ExternalLink("/etc/passwd", "/x"))), "somewhere else"),
    "soft link": (lambda p: linked(p, relink(h5py.SoftLink("/model_weights"))), "somewhere else"),
    "virtual data": (lambda p: linked(p, virtual), "lie in another file"),
    "external data": (lambda p: linked(p, lambda f: replace_kernel(
        f, shape=(4, 2), dtype="f4", external=[("/etc/passwd", 0, 32)])), "lie in another file"),
    "other shape": (lambda p: linked(p, lambda f: replace_kernel(f, data=np.ones((4, 3)))), "are 4×3, but"),
    "huge data": (lambda p: linked(p, lambda f: replace_kernel(
        f, shape=(2**20, 2**20), dtype="f4", chunks=(64, 64), compression="gzip")), "1048576×1048576"),
    "objects": (lambda p: linked(p, lambda f: replace_kernel(
        f, shape=(4, 2), dtype=h5py.string_dtype())), "in a form that is not read"),
    "weights only": (lambda p: linked(p, lambda f: f.attrs.__delitem__("model_config")), "no description of"),
    "config that is no text": (lambda p: linked(p, lambda f: f.attrs.__setitem__("model_config", np.arange(9))),
                               "“model_config” cannot be read"),
    "weights gone": (lambda p: keras_3(p, weights=b"x" * 100), "The weights are damaged"),
    "shard outside": (lambda p: zip_of(p, manifest(lambda g: g.update(paths=["../../etc/passwd"]))), "outside of its"),
    "shard from the net": (lambda p: zip_of(p, manifest(lambda g: g.update(paths=["http://x/y"]))), "outside of its"),
    "shard missing": (lambda p: zip_of(p, manifest(lambda g: g.update(paths=["other"]))), "holds no “other”"),
    "shards short": (lambda p: zip_of(p, manifest(lambda g: g.update(paths=g["paths"][:1]))), "end before"),
    "endless shape": (lambda p: zip_of(p, manifest(lambda g: g["weights"][0].update(shape=[2**30] * 7))), "larger"),
    "odd shape": (lambda p: zip_of(p, manifest(lambda g: g["weights"][0].update(shape=[True]))), "“shape” cannot"),
    "unnamed weights": (lambda p: zip_of(p, manifest(lambda g: [w.update(name="x") for w in g["weights"]])), "names"),
    "graph model": (lambda p: zip_of(p, {"model.json": b'{"format": "graph-model"}'}), "graph model"),
}  # fmt: skip


def nested(depth: int) -> dict:
    config = MODEL
    for number in range(depth):
        config = {"class_name": "Sequential", "config": {"name": f"m{number}", "layers": [files.INPUT, config]}}
    return config


@pytest.mark.parametrize("what", sorted(REFUSED))
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_could_do_harm_is_refused_in_a_sentence_and_nothing_happens(what, tmp_path, monkeypatch) -> None:
    make, sentence = REFUSED[what]
    path = make(tmp_path / "model.keras")
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    before = {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()}
    with pytest.raises(UserError) as refused:
        read_model(path)
    assert sentence in str(refused.value)
    assert len(str(refused.value)) < 500
    assert {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()} == before
    assert list(empty.iterdir()) == []


def test_shards_do_not_lead_out_of_a_folder_by_links(tmp_path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(b"x" * 1000)
    made = tensorflow_js()
    folder = folder_of(tmp_path / "model", {name: data for name, data in made.items() if name != "shard0.bin"})
    try:
        (folder / "shard0.bin").symlink_to(secret)
    except OSError:
        pytest.skip("links cannot be made here")
    with pytest.raises(ReadError, match="outside of its folder"):
        read_model(folder)


def test_a_refused_folder_is_called_by_its_name_however_it_was_given(tmp_path, monkeypatch) -> None:
    (tmp_path / "pictures").mkdir()
    monkeypatch.chdir(tmp_path / "pictures")
    with pytest.raises(ReadError, match=r"The folder “pictures” holds no “model\.json”"):
        read_architecture(Path("."))


def test_limits_are_kept(tmp_path) -> None:
    path = keras_3(tmp_path / "m.keras")
    for limits in (Limits(file_bytes=100), Limits(members=2), Limits(unpacked_bytes=100), Limits(text_bytes=100)):
        with pytest.raises(ReadError):
            read_model(path, limits=limits)
    with pytest.raises(UserError, match="parameters"):
        read_model(path, limits=Limits(budget=Budget(parameters=10)))


def test_damaged_weights_are_the_files_fault(tmp_path) -> None:
    data = bytearray(files.keras_3_weights())
    buffer = io.BytesIO(data)
    with h5py.File(buffer, "a") as file:
        del file["layers/dense/vars/1"]
    with pytest.raises(ReadError, match="are missing in the file"):
        read_model(keras_3(tmp_path / "m.keras", weights=buffer.getvalue()))
