"""The script reads every kind of data set to the very pictures that the program learns from. No Keras is needed."""

from __future__ import annotations

import csv
import gzip
import math
import struct
from pathlib import Path

import numpy as np
import pytest

from engine.network.catalogue import architecture_of
from engine.network.data.opening import open_data
from engine.network.data.recording import RecordingStore
from engine.network.data.specs import BuiltInData, FileData, GeneratedData, RecordedData
from engine.network.data.splitting import Split, parts
from engine.network.fitting import FIT, fit
from engine.network.training.job import TrainingJob
from engine.network.training.script.facts import Facts
from engine.network.training.script.fitting_parts import fitting_part
from engine.network.training.script.reading_parts import reading_part
from engine.opencv import cv2


def facts(data, *, size=(8, 8), channels=1, method="crop"):
    dataset = open_data(data)
    job = TrainingJob(data=data, fit=method)
    empty = architecture_of("lenet-5")
    return Facts(job, dataset, parts(dataset, Split()), empty, {}, "unit", size, channels)


def read(given, folder: Path):
    """What the script's functions make of the data."""
    if given.has_parts_beside:
        np.savez(folder / "beside.npz", **given.beside())
    names = {
        "np": np, "cv2": cv2, "gzip": gzip, "struct": struct, "csv": csv, "math": math, "DATA": given.root,
        "SIZE": given.size, "CHANNELS": given.channels, "BESIDE": folder / "beside.npz",
    }  # fmt: skip
    exec(reading_part(given) + fitting_part(given), names)
    pictures, labels = names["read_pictures"]()
    return [names["fit"](each) for each in pictures], labels


def assert_same(given, folder):
    pictures, labels = read(given, folder)
    assert list(labels) == given.dataset.labels.tolist()
    for index, found in enumerate(pictures):
        expected = fit(given.dataset.picture(index, least=max(given.size)), size=given.size, channels=given.channels,
                       method=given.job.fit).pixels  # fmt: skip
        np.testing.assert_array_equal(found, expected)


def idx(values, kind=8):
    values = np.asarray(values)
    return struct.pack(f">BBBB{values.ndim}I", 0, 0, kind, values.ndim, *values.shape) + values.tobytes()


def pictures_of(count, *shape, seed=0):
    return np.random.default_rng(seed).integers(0, 255, (count, *shape), np.uint8)


@pytest.mark.parametrize("name", ["digits", "faces"])
@pytest.mark.parametrize("method", [option.value for option in FIT.options])
def test_built_in(name, method, tmp_path):
    assert_same(facts(BuiltInData(name=name), size=(12, 9), channels=3, method=method), tmp_path)


def test_generated(tmp_path):
    assert_same(facts(GeneratedData(count=40, side=16), size=(20, 20), method="pad"), tmp_path)


@pytest.mark.parametrize("is_packed", [False, True])
def test_idx_with_a_test_part(is_packed, tmp_path):
    for part, count in (("train", 30), ("t10k", 12)):
        labels = np.arange(count, dtype=np.uint8) % 3
        for name, values in (("images-idx3", pictures_of(count, 9, 7, seed=count)), ("labels-idx1", labels)):
            data = idx(values)
            ending = ".gz" if is_packed else ""
            path = tmp_path / f"{part}-{name}-ubyte{ending}"
            path.write_bytes(gzip.compress(data) if is_packed else data)
    assert_same(facts(FileData(path=tmp_path), channels=3), tmp_path)


def test_cifar(tmp_path):
    records = pictures_of(24, 3073)
    records[:, 0] = np.arange(24) % 10
    records.tofile(tmp_path / "data_batch_1.bin")
    records[:6, 1:] = 255 - records[:6, 1:]
    records[:6].tofile(tmp_path / "test_batch.bin")
    assert_same(facts(FileData(path=tmp_path), size=(32, 32), channels=3), tmp_path)


@pytest.mark.parametrize("scale", [1, 255, "signed", "channels first"])
def test_npz(scale, tmp_path):
    values = pictures_of(30, 10, 10, 3)
    given = {
        1: values, 255: values / 255.0, "signed": (values / 127.5 - 1).astype(np.float32),
        "channels first": values.transpose(0, 3, 1, 2),
    }[scale]  # fmt: skip
    np.savez(tmp_path / "set.npz", X_train=given, Y_train=(np.arange(30) % 3 + 5)[:, None])
    assert_same(facts(FileData(path=tmp_path / "set.npz"), channels=3), tmp_path)


def test_npz_with_pictures_that_are_no_numbers(tmp_path):
    given = np.random.default_rng(1).uniform(-1, 1, (30, 12, 12)).astype(np.float32)
    given[4, 2, 2], given[9] = np.nan, np.inf
    np.savez(tmp_path / "set.npz", x_train=given, y_train=np.arange(30) % 3)
    assert_same(facts(FileData(path=tmp_path / "set.npz"), channels=1), tmp_path)


def test_recorded(tmp_path):
    recording = RecordingStore(tmp_path / "own")
    for name in ("cup", "hand"):
        recording.add_class(name)
        for number in range(6):
            recording.add(name, pictures_of(1, 30, 40, 3, seed=number)[0])
    recording.close()
    given = facts(RecordedData(folder=tmp_path / "own"), size=(16, 16), channels=3, method="resize")
    assert_same(given, tmp_path)
    assert str(tmp_path) not in str(given.beside()["files"][0])
