"""`pool` beside a copy, reshaping, scikit-image and Keras: `python -m benchmarks.pooling [--quick]`."""

from __future__ import annotations

import argparse
import warnings
from collections.abc import Callable

import numpy as np

from benchmarks.timing import measure_for, medians, table, times
from engine.imaging.pooling import pool
from engine.opencv import cv2

CASES = ((2, 2), (3, 2), (3, 3), (5, 1), (9, 9), (31, 4))


def contestants(image: np.ndarray, kind: str, size: int, stride: int) -> dict[str, Callable[[], object]]:
    from skimage.measure import block_reduce

    found: dict[str, Callable[[], object]] = {
        "ours": lambda: pool(image, kind, size=size, stride=stride),
        "copy": lambda: image.copy(),
    }
    rows, columns = image.shape[0] // size, image.shape[1] // size
    if size == stride:
        reduce = np.max if kind == "max" else np.mean

        def reshaped() -> object:
            blocks = image[: rows * size, : columns * size].reshape(rows, size, columns, size, -1)
            return reduce(blocks, axis=(1, 3))

        found["reshape"] = reshaped
        block = (size, size, 1)[: image.ndim]
        found["scikit-image"] = lambda: block_reduce(image, block, reduce)
    found["Keras"] = keras_layer(image, kind, size, stride)
    return found


def keras_layer(image: np.ndarray, kind: str, size: int, stride: int) -> Callable[[], object]:
    import keras
    import tensorflow as tf

    make = keras.layers.MaxPooling2D if kind == "max" else keras.layers.AveragePooling2D
    layer = make(size, strides=stride)
    run = tf.function(lambda batch: layer(batch))
    batch = tf.constant(np.atleast_3d(image)[None], tf.float32)
    return lambda: run(batch).numpy()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pooling", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="480p, for a check in passing")
    parser.add_argument("--busy", action="store_true", help="count what other programs disturb least")
    parser.add_argument("--repeats", type=int, default=7)
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")
    side = (480, 854) if arguments.quick else (1080, 1920)
    repeats = 3 if arguments.quick else arguments.repeats
    random = np.random.default_rng(0)
    peers = ("copy", "reshape", "scikit-image", "Keras")
    counted = measure_for(is_busy=arguments.busy)
    rows = []
    for shape in (side, (*side, 3)):
        for dtype in ("uint8", "float32"):
            image = random.integers(0, 256, shape).astype(dtype)
            for kind in ("max", "mean"):
                for size, stride in CASES:
                    taken = medians(contestants(image, kind, size, stride), repeats=repeats, measure=counted)
                    ours, name = taken["ours"], " × ".join(map(str, shape))
                    rows.append([
                        name, dtype, kind, f"{size}, {stride}", ours, f"{ours / taken['copy']:.1f}×",
                        *(times(taken.get(peer), ours) for peer in peers[1:]),
                    ])  # fmt: skip
    print(
        f"\nOpenCV threads: {cv2.getNumThreads()}. Peers: their time as a multiple of ours. Keras works on float32.\n"
    )
    headers = ["picture", "type", "kind", "size, stride", "ours, ms", "ours / copy"]
    print(table([*headers, *(f"{peer} / ours" for peer in peers[1:])], rows))


if __name__ == "__main__":
    main()
