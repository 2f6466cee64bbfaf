"""A folder of class folders, opened and read beside Keras: `python -m benchmarks.data [--quick] [--folder KEPT]`.

Each contestant runs in a process of its own, so that memory is its own; imports are not counted.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks.timing import table
from engine.opencv import cv2

CLASSES, BATCH, SIZE = 10, 32, (64, 64)
COUNTS = (1_000, 10_000, 100_000)


def make(folder: Path, count: int) -> None:
    """`count` JPEG files of 64 × 64 in ten class folders."""
    random = np.random.default_rng(0)
    for label in range(CLASSES):
        (folder / f"class {label}").mkdir(parents=True)
    for number in range(count):
        image = cv2.resize(random.integers(0, 256, (4, 4, 3), np.uint8), SIZE, interpolation=cv2.INTER_CUBIC)
        path = folder / f"class {number % CLASSES}" / f"picture {number:06}.jpg"
        path.write_bytes(cv2.imencode(".jpg", image)[1].tobytes())


def ours(folder: Path) -> dict[str, float]:
    from engine.network.data.opening import open_data
    from engine.network.data.reading import read, readers
    from engine.network.data.specs import FolderData
    from engine.network.data.splitting import Split, parts

    def work() -> dict[str, float]:
        start = time.perf_counter()
        dataset = open_data(FolderData(path=folder))
        opened = time.perf_counter()
        # Reads every file's beginning: exact duplicates must not stand on both sides.
        train = parts(dataset, Split()).train
        split = time.perf_counter()
        chosen = np.random.default_rng(0).permutation(train)
        with readers() as pool:
            read(dataset, chosen[:BATCH], SIZE, 3, pool=pool)
            first = time.perf_counter()
            read(dataset, chosen[: 20 * BATCH], SIZE, 3, pool=pool)
        return {
            "open": opened - start, "split": split - opened, "first": first - start,
            "rate": 20 * BATCH / (time.perf_counter() - first),
        }  # fmt: skip

    return _with_memory(work)


def keras(folder: Path) -> dict[str, float]:
    import keras

    def work() -> dict[str, float]:
        start = time.perf_counter()
        dataset = keras.utils.image_dataset_from_directory(
            folder, image_size=SIZE, batch_size=BATCH, validation_split=0.2, subset="training", seed=1, verbose=False
        )
        opened = time.perf_counter()
        batches = iter(dataset)
        next(batches)
        first = time.perf_counter()
        for _ in range(20):
            next(batches)
        return {
            "open": opened - start, "split": 0.0, "first": first - start,
            "rate": 20 * BATCH / (time.perf_counter() - first),
        }  # fmt: skip

    return _with_memory(work)


def _with_memory(work: Callable[[], dict[str, float]]) -> dict[str, float]:
    before = _held()
    found = work()
    return found | {"memory": _held() - before}


def _held() -> float:
    """Megabytes held by this process, where the system tells."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except (OSError, AttributeError):
        return float("nan")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.data", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="up to 10,000 files")
    parser.add_argument("--one", choices=("ours", "keras"), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps((ours if options.one == "ours" else keras)(options.folder)))
        return
    rows = []
    for count in COUNTS[:2] if options.quick else COUNTS:
        with tempfile.TemporaryDirectory() as place:
            make(Path(place) / "data", count)
            for name in ("ours", "keras"):
                arguments = [sys.executable, "-m", "benchmarks.data", "--one", name, "--folder", f"{place}/data"]
                run = subprocess.run(arguments, check=True, capture_output=True, text=True)
                found = json.loads(run.stdout.strip().splitlines()[-1])
                rows.append([
                    f"{count:,}", name, found["open"], found["split"], found["first"], f"{found['rate']:,.0f}",
                    f"{found['memory']:.0f}",
                ])  # fmt: skip
    headers = ["files", "", "open s", "split s", "first batch after s", "then pictures/s", "memory MB"]
    print(table(headers, rows))


if __name__ == "__main__":
    main()
