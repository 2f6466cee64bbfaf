"""Sound files with a few bytes changed, cut or swapped: a data set or one sentence, never anything else, never much."""

import gzip
import tracemalloc

import numpy as np
import pytest

from engine.errors import UserError
from engine.network.data.opening import open_data
from engine.network.data.specs import FileData
from tests.engine.network.data import files_made as made

MUTATIONS = 150
MOST_BYTES = 8_000_000
LIES = (b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0\x1e\x84\x80", b"\0\0\0\0")

SOUND = {
    "images-idx3-ubyte": made.idx(made.pictures()),
    "labels-idx1-ubyte": made.idx(made.labels()),
    "images-idx3-ubyte.gz": gzip.compress(made.idx(made.pictures()), mtime=0),
    "a.npz": made.npz(x_train=made.pictures(), y_train=made.labels(), class_names=np.array(["a", "b", "c", "d"])),
    "b.npz": made.npz(False, x=made.pictures().astype(np.float32), y=made.labels()),
    "data_batch_1.bin": made.cifar_10(2),
}


def mutated(rng, data):
    changed = bytearray(data)
    for _ in range(int(rng.integers(1, 5))):
        way, place = rng.integers(0, 6), int(rng.integers(0, max(1, len(changed))))
        # Headers are where lies hurt, so half of the changes go there.
        place = place % 64 if rng.random() < 0.5 else place
        if way == 0:
            changed[place : place + 1] = bytes([int(rng.integers(0, 256))])
        elif way == 1 and len(changed) > place:
            changed[place] ^= 1 << int(rng.integers(0, 8))
        elif way == 2:
            del changed[place:]
        elif way == 3:
            changed[place:place] = rng.bytes(int(rng.integers(1, 40)))
        elif way == 4:
            changed[place : place + 4] = LIES[int(rng.integers(0, 4))]
        else:
            del changed[place : place + int(rng.integers(1, 40))]
    return bytes(changed)


@pytest.mark.parametrize("name", SOUND)
def test_a_changed_file_is_a_data_set_or_a_sentence(tmp_path, name):
    rng = np.random.default_rng(len(name))
    other = "labels-idx1-ubyte" if "images" in name else "images-idx3-ubyte"
    if "idx" in name:
        (tmp_path / other).write_bytes(SOUND[other])
    path = tmp_path / name
    opened, sentences = 0, set()
    for _ in range(MUTATIONS):
        data = mutated(rng, SOUND[name])
        path.write_bytes(data)
        try:
            found = open_data(FileData(path=path))
        except UserError as error:
            sentences.add(str(error))
            continue
        opened += 1
        assert len(found.labels) == len(found.pictures)
        assert found.pictures.dtype == np.uint8
        assert not len(found) or int(found.labels.max()) < len(found.class_names)
    assert opened < MUTATIONS
    assert all(each.endswith((".", "?")) for each in sentences)


def test_lies_in_headers_reserve_nothing(tmp_path):
    rng = np.random.default_rng(8)
    name = "images-idx3-ubyte"
    (tmp_path / "labels-idx1-ubyte").write_bytes(SOUND["labels-idx1-ubyte"])
    tracemalloc.start()
    for _ in range(40):
        header = rng.integers(0, 2**21, 3).astype(">u4").tobytes()
        (tmp_path / name).write_bytes(b"\0\0\x08\x03" + header + bytes(100))
        with pytest.raises(UserError):
            open_data(FileData(path=tmp_path / name))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < MOST_BYTES
