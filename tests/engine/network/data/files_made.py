"""Sound files of every kind that holds a whole data set."""

import gzip
import io
import struct

import numpy as np

COUNT = 12


def pictures(seed=0, shape=(COUNT, 6, 5)):
    return np.random.default_rng(seed).integers(0, 256, shape, np.uint8)


def labels(count=COUNT, classes=4):
    return (np.arange(count) % classes).astype(np.uint8)


def idx(array, kind=8, shape=None):
    shape = array.shape if shape is None else shape
    return struct.pack(">BBBB", 0, 0, kind, len(shape)) + struct.pack(f">{len(shape)}I", *shape) + array.tobytes()


def npz(compressed=True, **arrays):
    file = io.BytesIO()
    (np.savez_compressed if compressed else np.savez)(file, **arrays)
    return file.getvalue()


def cifar_10(count=COUNT, seed=0):
    values = pictures(seed, (count, 3072))
    return np.concatenate([labels(count)[:, None], values], axis=1).tobytes()


def cifar_100(count=COUNT, seed=0):
    values = pictures(seed, (count, 3072))
    fine = labels(count, 90)
    return np.concatenate([(fine // 5)[:, None], fine[:, None], values], axis=1).tobytes()


def write_mnist(folder, *, packed=True, parts=("train", "t10k")):
    folder.mkdir(parents=True, exist_ok=True)
    for seed, part in enumerate(parts):
        for name, data in (
            (f"{part}-images-idx3-ubyte", idx(pictures(seed))),
            (f"{part}-labels-idx1-ubyte", idx(labels())),
        ):
            path = folder / (name + (".gz" if packed else ""))
            path.write_bytes(gzip.compress(data, mtime=0) if packed else data)
    return folder
