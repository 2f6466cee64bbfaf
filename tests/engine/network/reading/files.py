"""Model files written by hand, from the formats' descriptions and without Keras."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import h5py
import numpy as np

GENERATOR = np.random.default_rng(5)


def some(*shape: int) -> np.ndarray:
    return GENERATOR.uniform(0.1, 1, shape).astype(np.float32)


def layer(kind: str, name: str, **config: Any) -> dict[str, Any]:
    return {"class_name": kind, "config": {"name": name, **config}}


INPUT = layer("InputLayer", "input_1", batch_input_shape=[None, 8, 8, 3], dtype="float32")
CONV = layer("Conv2D", "conv", filters=4, kernel_size=[3, 3], padding="same", activation="relu", groups=1)
DEPTHWISE = layer("DepthwiseConv2D", "dw/one", kernel_size=[3, 3], use_bias=False)
NORM = layer("BatchNormalization", "norm", axis=[3])
INNER = {"class_name": "Sequential", "config": {"name": "inner", "layers": [INPUT, CONV, DEPTHWISE, NORM]}}
HEAD = layer("Dense", "scores", units=2, activation="softmax")
MEAN = layer("GlobalAveragePooling2D", "mean")
MODEL = {"class_name": "Sequential", "config": {"name": "outer", "layers": [INNER, MEAN, HEAD]}}

# The same arrays by our names; those by the files' names are made below.
ARRAYS = {
    "inner/conv/kernel": some(3, 3, 3, 4),
    "inner/conv/bias": some(4),
    "inner/dw_one/kernel": some(3, 3, 4, 1),
    "inner/norm/gamma": some(4),
    "inner/norm/beta": some(4),
    "inner/norm/moving_mean": some(4),
    "inner/norm/moving_variance": some(4),
    "scores/kernel": some(4, 2),
    "scores/bias": some(2),
}
IN_KERAS_2 = {
    name.replace("inner/", "").replace("dw_one/kernel", "dw/one/depthwise_kernel"): array
    for name, array in ARRAYS.items()
}
IN_KERAS_3 = {
    "layers/sequential/layers/conv2d/vars": ("inner/conv/kernel", "inner/conv/bias"),
    "layers/sequential/layers/depthwise_conv2d/vars": ("inner/dw_one/kernel",),
    "layers/sequential/layers/batch_normalization/vars": tuple(
        f"inner/norm/{name}" for name in ("gamma", "beta", "moving_mean", "moving_variance")
    ),
    "layers/dense/vars": ("scores/kernel", "scores/bias"),
}


def keras_3(path: Path, *, config: Any = MODEL, weights: bytes | None = None, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("metadata.json", '{"keras_version": "3.15.1"}')
        archive.writestr("config.json", json.dumps(config))
        archive.writestr("model.weights.h5", keras_3_weights() if weights is None else weights)
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def keras_3_weights() -> bytes:
    buffer = io.BytesIO()
    with h5py.File(buffer, "w") as file:
        for group, names in IN_KERAS_3.items():
            for number, name in enumerate(names):
                file[f"{group}/{number}"] = ARRAYS[name]
    return buffer.getvalue()


def keras_2(path: Path, *, config: Any = MODEL) -> Path:
    with h5py.File(path, "w") as file:
        file.attrs["model_config"] = json.dumps(config).encode()
        file.attrs["keras_version"] = b"2.15.0"
        root = file.create_group("model_weights")
        root.attrs["layer_names"] = [b"inner", b"mean", b"scores"]
        inside = [name for name in IN_KERAS_2 if not name.startswith("scores")]
        # First what is trained, then the rest, as Keras 2 has it.
        inside.sort(key=lambda name: "moving" in name)
        for group, names in (("inner", inside), ("mean", []), ("scores", ["scores/kernel", "scores/bias"])):
            here = root.create_group(group)
            here.attrs["weight_names"] = [f"{name}:0".encode() for name in names]
            for name in names:
                here[f"{name}:0"] = IN_KERAS_2[name]
    return path


def tensorflow_js(*, quantized: str = "", config: Any = MODEL, shard: int = 100) -> dict[str, bytes]:
    """The files by name; the weights spread over shards of `shard` bytes."""
    weights, data = [], b""
    for name, array in IN_KERAS_2.items():
        about: dict[str, Any] = {"name": name, "shape": list(array.shape), "dtype": "float32"}
        if quantized:
            low, steps = float(array.min()), np.iinfo(quantized).max
            scale = (float(array.max()) - low) / steps or 1.0
            about["quantization"] = {"dtype": quantized, "min": low, "scale": scale, "original_dtype": "float32"}
            array = np.rint((array - low) / scale).astype(quantized)
        weights.append(about)
        data += array.tobytes()
    pieces = {f"shard{start // shard}.bin": data[start : start + shard] for start in range(0, len(data), shard)}
    document = {
        "format": "layers-model",
        "modelTopology": {"keras_version": "tfjs-layers", "model_config": config},
        "weightsManifest": [{"paths": list(pieces), "weights": weights}],
    }
    labels = {"labels": ["cat", "dog"], "tfjsVersion": "1.3.1"}
    return {"model.json": json.dumps(document).encode(), "metadata.json": json.dumps(labels).encode(), **pieces}


def folder_of(path: Path, files: dict[str, bytes]) -> Path:
    path.mkdir()
    for name, data in files.items():
        (path / name).write_bytes(data)
    return path


def zip_of(path: Path, files: dict[str, bytes], prefix: str = "") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(f"{prefix}{name}", data)
    return path
