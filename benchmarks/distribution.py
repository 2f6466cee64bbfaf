"""Two processes that train together beside one that trains alone: python -m benchmarks.distribution [--quick].

The same network, pictures and global batch. Both processes run on this computer and share its cores and memory, so the
figure says what meeting after each step costs here, not what a second computer brings. The table after it is
arithmetic: what a ring of workers has to send, and how long that takes at a given speed of the network.
"""

from __future__ import annotations

import argparse
import json
import os
import socket
import subprocess
import sys
import time
from contextlib import ExitStack
from statistics import median
from typing import Any

import numpy as np

from benchmarks.timing import table

CASES = (("lenet-5", 32, 1, 64), ("cnn-example", 32, 3, 64), ("mobilenet-v1-small", 96, 3, 64))
RING = ("lenet-5", "cnn-example", "mobilenet-v1-small", "resnet-50")
WORKERS = (2, 4, 8, 16)
GIGABITS = (1, 10)


def main(arguments: list[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer steps")
    parser.add_argument("--worker", nargs=3, metavar=("ADDRESSES", "INDEX", "STEPS"), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.worker:
        measure(options.worker[0], int(options.worker[1]), int(options.worker[2]))
        return
    steps = 20 if options.quick else 60
    alone, together = measured(1, steps), measured(2, steps)
    print(table(
        ["network, batch", "one process, ms a step", "two, ms a step", "two / one"],
        [(f"{name}, {batch}", f"{alone[name]:.1f}", f"{together[name]:.1f}", f"{together[name] / alone[name]:.2f}×")
         for name, _, _, batch in CASES],
    ))  # fmt: skip
    print("\nTwo processes share the cores of this computer.\n")
    print(table(
        ["network", "trainable weights", "workers", "MB sent a step", *(f"ms at {each} Gbit/s" for each in GIGABITS)],
        list(ring_rows()),
    ))  # fmt: skip


def ring_bytes(weights: int, workers: int) -> float:
    """What each worker sends in a step: all gradients go round the ring once to be added and once to be told.

    >>> ring_bytes(1000, 4)
    6000.0
    """
    return 2 * (workers - 1) / workers * weights * 4


def ring_rows() -> Any:
    from engine.network.catalogue import architecture_of
    from engine.network.weights import weights_of

    for name in RING:
        found = [weight for _, weight in weights_of(architecture_of(name))]
        count = sum(int(np.prod(each.shape)) for each in found if each.is_trainable)
        for workers in WORKERS:
            sent = ring_bytes(count, workers)
            yield (
                name,
                f"{count:,}",
                workers,
                f"{sent / 1e6:.2f}",
                *(f"{sent * 8 / each / 1e6:.2f}" for each in GIGABITS),
            )


def measured(workers: int, steps: int) -> dict[str, float]:
    """Milliseconds a step by network, as the first of so many processes measures it."""
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(workers)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        addresses = ",".join(f"127.0.0.1:{each.getsockname()[1]}" for each in sockets)
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "benchmarks.distribution", "--worker", addresses, str(index), str(steps)],
            stdout=subprocess.PIPE, text=True, env={**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"},
        )
        for index in range(workers)
    ]  # fmt: skip
    said = [process.communicate()[0] for process in processes]
    if any(process.returncode for process in processes):
        raise SystemExit("A process of the benchmark failed.")
    found: dict[str, float] = json.loads(said[0].splitlines()[-1])
    return found


def measure(addresses: str, index: int, steps: int) -> None:
    """In a process of its own: train each network for some steps, and print how long one took."""
    from engine.network.devices import load_keras

    load_keras()
    from engine.network.catalogue import architecture_of
    from engine.network.data.dataset import ArrayData
    from engine.network.training.distribution.cluster import cluster_of
    from engine.network.training.distribution.learning import JointLearner
    from engine.network.training.distribution.team import team_of
    from engine.network.training.learner import Learner
    from engine.network.training.loading import Loader, order
    from engine.network.training.settings import Settings
    from engine.network.weights import random_weights

    team = team_of(cluster_of(addresses, index=index))
    found = {}
    for name, side, channels, batch in CASES:
        generator = np.random.default_rng(0)
        pixels = generator.integers(0, 256, (batch * 4, side, side, channels), dtype=np.uint8)
        labels = generator.integers(0, 10, len(pixels)).astype(np.int32)
        data = ArrayData("pixels", pixels, labels, [str(number) for number in range(10)])
        loader = Loader(data, np.arange(len(pixels)), size=(side, side), channels=channels)
        architecture, settings = architecture_of(name), Settings(batch_size=batch)
        arrays = random_weights(architecture, 0)
        learner: Learner = (
            Learner(architecture, arrays, settings, classes=10, values="unit")
            if team is None
            else JointLearner(
                architecture, arrays, settings, classes=10, values="unit", team=team, wants_end=lambda: False
            )
        )
        source: Any = loader if team is None else team.shared(loader)
        seconds: list[float] = []
        while len(seconds) < steps + 3:
            for chunk in source.chunks(order(len(loader), batch, seed=0, epoch=len(seconds)), steps=lambda: 1):
                begun = time.perf_counter()
                learner.train(chunk, np.array([0.001], np.float32))
                seconds.append(time.perf_counter() - begun)
        found[name] = 1000 * median(seconds[3:])
    if team is not None:
        team.meet()
    print(json.dumps(found), flush=True)


if __name__ == "__main__":
    main()
