"""Training beside Keras's own `compile` and `fit` with default settings: python -m benchmarks.training [--quick].

Both train the same network on the same pictures with the same optimiser, in one process, in turns; graphs are made
before the clock starts. Each figure is the median of whole epochs, in pictures a second; on a machine
that is busy with other things (--busy) the fastest of many.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from benchmarks.timing import table

Pick = Callable[[list[float]], float]
BATCH = 32
CASES = (("cnn-example", 32, 8192, 1.5), ("mobilenet-v1-small", 96, 1024, 1.0))
FROZEN_EPOCHS, FROZEN_BUDGET = 20, 10.0
FOLDER_EPOCHS, FOLDER_BUDGET = 10, 0.9


def main(arguments: list[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer pictures and turns")
    parser.add_argument("--busy", action="store_true", help="many short turns, of which the fastest count")
    options = parser.parse_args(arguments)
    from engine.network.devices import load_keras

    load_keras()
    from engine.network.threads import share_cores

    share_cores()
    divisor, turns, whole = (4, 3, 3) if options.quick else (4, 25, 7) if options.busy else (1, 7, 3)
    pick: Pick = min if options.busy else median
    rows = [_epochs(*case[:2], case[2] // divisor, case[3], turns, pick) for case in CASES]
    rows.append(_frozen(512 // divisor, whole, pick))
    rows.append(_folder(2048 // divisor, 5 * whole, pick))  # the two are so close that few turns tell nothing
    print(table(["what", "ours, pictures/s", "peer, pictures/s", "ratio", "budget", "lowest and highest ratio"], rows))
    print("\nPeer: `compile` and `fit` with defaults; for the folder, the same training with its pictures in memory.")


def _epochs(identity: str, side: int, count: int, budget: float, turns: int, pick: Pick) -> tuple[Any, ...]:
    """One epoch after the other, all layers learning."""
    from engine.network.catalogue import architecture_of

    pixels, labels = _pictures(count, side)
    ours = _our_epoch(architecture_of(identity), pixels, labels)
    theirs = _their_epoch(architecture_of(identity), pixels, labels)
    return _row(f"{identity}, {side}×{side}", {"ours": ours, "fit": theirs}, count, budget, turns, pick)


def _frozen(count: int, turns: int, pick: Pick) -> tuple[Any, ...]:
    """A new head on a frozen MobileNet: all of the training, the one look through the frozen layers included."""
    from engine.network.catalogue import architecture_of
    from engine.network.training.tuning import Tuning, tuned

    pixels, labels = _pictures(count, 96)
    made = tuned(architecture_of("mobilenet-v1-small"), None, Tuning(frozen_up_to="mean"), 10).architecture
    contestants = {
        "ours": _our_head(made, pixels, labels),
        "fit": _their_epoch(made, pixels, labels, epochs=FROZEN_EPOCHS),
    }
    name = f"new head on a frozen mobilenet-v1-small, {FROZEN_EPOCHS} epochs"
    total = count * FROZEN_EPOCHS
    return _row(name, contestants, total, FROZEN_BUDGET, turns, pick)


def _folder(count: int, turns: int, pick: Pick) -> tuple[Any, ...]:
    """A whole training from files of a folder, reading included, beside the same with the pictures in memory."""
    from engine.network.catalogue import architecture_of
    from engine.network.data.dataset import ArrayData
    from engine.network.data.folder import FolderSet
    from engine.network.data.specs import FolderData
    from engine.opencv import cv2

    pixels, labels = _pictures(count, 32)
    architecture = architecture_of("cnn-example")
    with tempfile.TemporaryDirectory() as folder:
        for number in range(10):
            (Path(folder) / str(number)).mkdir()
        for number, (picture, label) in enumerate(zip(pixels, labels, strict=True)):
            cv2.imwrite(f"{folder}/{label}/{number:05}.png", picture)
        memory = ArrayData("memory", pixels, labels, [str(number) for number in range(10)])
        contestants = {
            "ours": _our_run(architecture, lambda: FolderSet(FolderData(path=Path(folder)))),
            "fit": _our_run(architecture, lambda: memory),
        }
        name = f"cnn-example from a folder of PNG files, {FOLDER_EPOCHS} epochs"
        return _row(name, contestants, count * FOLDER_EPOCHS, FOLDER_BUDGET, turns, pick)


def _row(
    name: str, contestants: dict[str, Callable[[], object]], pictures: int, budget: float, turns: int, pick: Pick
) -> tuple[Any, ...]:
    seconds: dict[str, list[float]] = {each: [] for each in contestants}
    for contestant in contestants.values():
        contestant()
    for turn in range(turns):
        order = list(contestants) if turn % 2 == 0 else list(reversed(contestants))
        for each in order:
            begun = time.perf_counter()
            contestants[each]()
            seconds[each].append(time.perf_counter() - begun)
    ratios = [peer / own for own, peer in zip(seconds["ours"], seconds["fit"], strict=True)]
    chosen = {each: pick(found) for each, found in seconds.items()}
    return (
        name, f"{pictures / chosen['ours']:,.0f}", f"{pictures / chosen['fit']:,.0f}",
        f"{chosen['fit'] / chosen['ours']:.2f}×", f"≥ {budget:g}×", f"{min(ratios):.2f}× … {max(ratios):.2f}×",
    )  # fmt: skip


def _our_epoch(architecture: Any, pixels: np.ndarray, labels: np.ndarray) -> Callable[[], object]:
    from engine.network.data.dataset import ArrayData
    from engine.network.training.learner import Learner
    from engine.network.training.loading import Loader
    from engine.network.training.settings import Settings
    from engine.network.weights import random_weights

    side, settings = pixels.shape[1], Settings(batch_size=BATCH)
    data = ArrayData("pixels", pixels, labels, [str(number) for number in range(10)])
    loader = Loader(data, np.arange(len(labels)), size=(side, side), channels=3)
    learner = Learner(architecture, random_weights(architecture, 0), settings, classes=10, values="unit")
    return lambda: _trained(learner, loader, epochs=1)


def _our_head(architecture: Any, pixels: np.ndarray, labels: np.ndarray) -> Callable[[], object]:
    from engine.network.data.dataset import ArrayData
    from engine.network.training.features import Extractor
    from engine.network.training.learner import Learner
    from engine.network.training.loading import Loader
    from engine.network.training.phases import arrays_for, halves_of
    from engine.network.training.settings import Settings
    from engine.network.weights import random_weights

    halves = halves_of(architecture)
    assert halves is not None
    arrays = random_weights(architecture, 0)
    extractor = Extractor(halves.extractor, arrays_for(halves.extractor, arrays), values="unit")
    learner = Learner(
        halves.learner, arrays_for(halves.learner, arrays), Settings(batch_size=BATCH), classes=10, values=""
    )
    data = ArrayData("pixels", pixels, labels, [str(number) for number in range(10)])

    def train() -> None:
        loader = Loader(data, np.arange(len(labels)), size=pixels.shape[1:3], channels=3)
        _trained(learner, extractor.features(loader, told=lambda *_: None), epochs=FROZEN_EPOCHS)

    return train


def _our_run(architecture: Any, opened: Callable[[], Any]) -> Callable[[], object]:
    from engine.network.training.learner import Learner
    from engine.network.training.loading import Loader
    from engine.network.training.settings import Settings
    from engine.network.weights import random_weights

    learner = Learner(
        architecture, random_weights(architecture, 0), Settings(batch_size=BATCH), classes=10, values="unit"
    )

    def train() -> None:
        data = opened()
        loader = Loader(data, np.arange(len(data)), size=(32, 32), channels=3)
        _trained(learner, loader, epochs=FOLDER_EPOCHS)

    return train


def _trained(learner: Any, source: Any, *, epochs: int) -> None:
    from engine.network.training.loading import order
    from engine.network.training.pace import Pace
    from engine.network.training.schedule import rates

    pace = Pace(time.monotonic())
    for epoch in range(epochs):
        for chunk in source.chunks(order(len(source), BATCH, seed=0, epoch=epoch), steps=lambda: pace.steps):
            begun, count = time.monotonic(), len(chunk.places)
            found = rates(learner._settings, first=0, count=count, steps_per_epoch=1)
            rows = learner.train(chunk, found)
            pace.called(steps=count, images=float(rows[:, 2].sum()), seconds=time.monotonic() - begun)


def _their_epoch(architecture: Any, pixels: np.ndarray, labels: np.ndarray, *, epochs: int = 1) -> Callable[[], object]:
    from engine.network.building import build

    model = build(architecture)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    # Scaled beforehand, as `fit` is usually given it: to its advantage, ours does that in every step.
    values = pixels.astype(np.float32) / 255
    return lambda: model.fit(values, labels, batch_size=BATCH, epochs=epochs, verbose=0)


def _pictures(count: int, side: int) -> tuple[np.ndarray, np.ndarray]:
    generator = np.random.default_rng(0)
    pixels = generator.integers(0, 256, (count, side, side, 3), dtype=np.uint8)
    return pixels, generator.integers(0, 10, count).astype(np.int32)


if __name__ == "__main__":
    main()
