"""How well networks learn here, by three seeds: python -m benchmarks.learning [--quick] [--only digits|few].

Digits from scratch, and few pictures a class with the bundled backbone beside training from scratch. Everything runs
through the program's own training, with its own settings; the pictures are real, and the backbone never saw any of
them. Accuracies repeat exactly on one computer; seconds do not, so the processor time stands beside them.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from benchmarks.timing import table
from engine.imaging.colour import to_gray
from engine.network.architecture import Architecture
from engine.network.backbone.network import untrained
from engine.network.backbone.pictures import CLASSES
from engine.network.built import BuiltModel
from engine.network.data.built_in import built_in
from engine.network.data.dataset import TEST, TRAIN, ArrayData, DataSet
from engine.network.data.specs import BuiltInData
from engine.network.data.splitting import Split
from engine.network.layers.pooling import GlobalMaxPooling
from engine.network.requests import BackboneModel, FileModel, GalleryModel
from engine.network.training.curves import BEST
from engine.network.training.job import TrainingJob
from engine.network.training.settings import Settings
from engine.network.training.suggesting import suggested_settings, suggested_tuning
from engine.network.training.transforms_of_place import Rotate, Shift, Zoom
from engine.network.training.tuning import Head, Tuning
from engine.sources.pictures.decode import decode_picture

SEEDS = (1, 2, 3)
DIGITS_BUDGET, DIGITS_SECONDS = 0.985, 60.0
FEW, FEW_BUDGET = 5, 10.0
MOVED = (Rotate(degrees=10), Shift(), Zoom(share=0.1))
SCRATCH_EPOCHS = 100


@dataclass(frozen=True)
class Outcome:
    """What one training came to: share of right answers, seconds on the clock, seconds of the processor."""

    accuracy: float
    seconds: float
    processor: float


def digits_jobs(seed: int) -> dict[str, TrainingJob]:
    """Handwritten digits in three ways; a fifth of them is kept aside, another fifth for every seed."""
    split = Split(kind="ratio", validation=0.0, test=0.2, seed=seed)
    usual = TrainingJob(name="digits", data=BuiltInData(name="digits"), split=split)
    untouched = replace(usual, settings=suggested_settings(usual.model, Settings(seed=seed)))
    spec = BackboneModel()
    return {
        FROM_SCRATCH: replace(
            untouched, transforms=MOVED, model=GalleryModel("lenet-5"),
            settings=Settings(epochs=80, rate=0.002, schedule="cosine", seed=seed),
        ),
        "from scratch, the program as it starts: the network by hand, 20 epochs": untouched,
        "the backbone as it is chosen: a new head, solved at once": replace(
            untouched, model=spec, tuning=suggested_tuning(spec),
            settings=suggested_settings(spec, Settings(seed=seed)),
        ),
    }  # fmt: skip


FROM_SCRATCH = "from scratch: LeNet-5, pictures moved, 80 epochs"


def backbone_jobs(seed: int) -> dict[str, TrainingJob]:
    """With the backbone: what choosing it sets, a solved head on frozen layers; and other ways of using it."""
    spec = BackboneModel()
    head = TrainingJob(
        name="backbone", model=spec, tuning=suggested_tuning(spec), split=_GIVEN,
        settings=suggested_settings(spec, Settings(seed=seed)),
    )  # fmt: skip
    by_lot = replace(head.tuning, head=Head(dropout=0.2))
    steps = Settings(epochs=60, rate=0.01, schedule="cosine", seed=seed)
    return {
        HEAD: head,
        "backbone, new head, learnt in 60 epochs": replace(head, tuning=by_lot, settings=steps),
        "backbone, all of it, pictures moved": replace(
            head, tuning=replace(by_lot, frozen_up_to=""), transforms=MOVED, settings=_long(seed)
        ),
    }


def scratch_jobs(seed: int) -> dict[str, TrainingJob]:
    """Training from scratch, in several ways."""
    plain = TrainingJob(name="scratch", split=_GIVEN, settings=_long(seed))
    by_hand, lenet = GalleryModel("cnn-example"), GalleryModel("lenet-5")
    layers = BuiltModel(untrained(len(CLASSES)), seed=seed)
    means = BuiltModel(_without_maxima(untrained(len(CLASSES))), seed=seed)
    return {
        "from scratch: the network by hand": replace(plain, model=by_hand),
        "from scratch: the network by hand, pictures moved": replace(plain, model=by_hand, transforms=MOVED),
        "from scratch: LeNet-5, pictures moved": replace(plain, model=lenet, transforms=MOVED),
        SAME_LAYERS: replace(plain, model=layers),
        f"{SAME_LAYERS}, pictures moved": replace(plain, model=layers, transforms=MOVED),
        f"{SAME_LAYERS}, only means, pictures moved": replace(plain, model=means, transforms=MOVED),
    }


def _without_maxima(architecture: Architecture) -> Architecture:
    """The backbone's layers with means alone as features: from scratch they learn better than with maxima."""
    kept = [node for node in architecture.nodes if not isinstance(node.layer, GlobalMaxPooling)]
    names = {node.name for node in kept}
    nodes = (replace(node, inputs=tuple(tap for tap in node.inputs if tap.node in names)) for node in kept)
    return replace(architecture, nodes=tuple(nodes))


def _long(seed: int) -> Settings:
    return Settings(epochs=SCRATCH_EPOCHS, schedule="cosine", seed=seed)


HEAD, SAME_LAYERS = "backbone as it is chosen: a new head, solved", "from scratch: the backbone's own layers"
SOLVED = ", head solved afterwards"
_GIVEN = Split(kind="given", validation=0.0, test=0.0)


def few(data: ArrayData, *, seed: int, most: int = 1000) -> ArrayData:
    """`FEW` pictures of each class to learn from, drawn by lot, and of the others `most` at most to be judged by.

    Where the data itself says which pictures are for learning, it stays so.
    """
    rng = np.random.default_rng(seed)
    is_free = np.ones(len(data), bool) if data.parts is None else data.parts == TRAIN
    learnt = np.concatenate([
        rng.choice(np.flatnonzero(is_free & (data.labels == label)), FEW, replace=False)
        for label in range(len(data.class_names))
    ])  # fmt: skip
    rest = np.setdiff1d(np.flatnonzero(is_free if data.parts is None else ~is_free), learnt)
    kept = np.concatenate([learnt, np.sort(rng.permutation(rest)[:most])])
    parts = np.where(np.arange(len(kept)) < len(learnt), TRAIN, TEST).astype(np.int8)
    return ArrayData(data.name, data.pictures[kept], data.labels[kept], data.class_names, parts=parts)


def photographs() -> ArrayData:
    """Patches of photographs: which one is a patch out of? Gray, so that no colour gives the answer away.

    Those to learn from are drawn from the left half of each photograph, those to be judged by from the right half.
    """
    from skimage import data_dir

    pictures, labels, parts = [], [], []
    for label, name in enumerate(_PHOTOGRAPHS):
        gray = to_gray(decode_picture((Path(data_dir) / name).read_bytes(), name=name).image)
        height, width = gray.shape
        rng = np.random.default_rng([label])
        for part, (start, end) in ((TRAIN, (0, width // 2)), (TEST, (width // 2, width))):
            for _ in range(_PATCHES):
                row, column = rng.integers(height - _PATCH + 1), rng.integers(start, end - _PATCH + 1)
                pictures.append(gray[row : row + _PATCH, column : column + _PATCH])
                labels.append(label)
                parts.append(part)
    return ArrayData(
        "photographs", np.stack(pictures), labels, [Path(each).stem for each in _PHOTOGRAPHS],
        parts=np.array(parts, np.int8),
    )  # fmt: skip


_PATCH, _PATCHES = 64, 60
_PHOTOGRAPHS = (
    "astronaut.png", "brick.png", "camera.png", "chelsea.png", "coffee.png", "coins.png", "grass.png", "gravel.png",
    "hubble_deep_field.jpg", "ihc.png", "motorcycle_left.png", "page.png", "retina.jpg", "text.png",
)  # fmt: skip


def trained(job: TrainingJob, data: DataSet | None = None) -> Outcome:
    """Run a job as the window and the command line do."""
    with tempfile.TemporaryDirectory() as folder:
        return _trained(job, data, Path(folder))


def trained_and_solved(job: TrainingJob, data: DataSet) -> tuple[Outcome, Outcome]:
    """Run a job; then give the network a solved head, as the backbone gets one. The second includes the first."""
    with tempfile.TemporaryDirectory() as folder:
        first = _trained(job, data, Path(folder) / "first")
        tuning = suggested_tuning(BackboneModel())
        if not isinstance(job.model, BuiltModel):
            tuning = Tuning(head=tuning.head)
        settings = suggested_settings(BackboneModel(), Settings(seed=job.settings.seed))
        model = FileModel(str(Path(folder) / "first" / BEST))
        again = replace(job, model=model, transforms=(), tuning=tuning, settings=settings)
        second = _trained(again, data, Path(folder) / "second")
    return first, replace(second, seconds=first.seconds + second.seconds, processor=first.processor + second.processor)


def _trained(job: TrainingJob, data: DataSet | None, folder: Path) -> Outcome:
    from engine.network.training.running import run

    begun, processor = time.perf_counter(), time.process_time()
    figures = run(job, folder, dataset=data)
    assert figures.test_accuracy is not None
    return Outcome(figures.test_accuracy, time.perf_counter() - begun, time.process_time() - processor)


def digits(seeds: tuple[int, ...]) -> None:
    """Handwritten digits, all of them."""
    rows = []
    for name in digits_jobs(0):
        found = [trained(digits_jobs(seed)[name]) for seed in seeds]
        rows.append(
            (name, *(f"{each.accuracy:.2%}" for each in found), f"{np.mean([each.accuracy for each in found]):.2%}",
             f"{np.mean([each.seconds for each in found]):.1f} s",
             f"{np.mean([each.processor for each in found]):.1f} s")
        )  # fmt: skip
    heads = ["handwritten digits", *(f"seed {seed}" for seed in seeds), "mean", "clock", "processor"]
    print(table(heads, rows))
    print(f"\nAsked from scratch: ≥ {DIGITS_BUDGET:.1%} in under {DIGITS_SECONDS:g} s.\n", flush=True)


def few_pictures(seeds: tuple[int, ...]) -> None:
    """The backbone with a new head beside training from scratch, on each set of real pictures."""
    for data in (built_in("digits"), built_in("faces"), photographs()):
        found: dict[str, list[Outcome]] = {}
        for seed in seeds:
            drawn = few(data, seed=seed)
            outcomes = {name: trained(job, drawn) for name, job in backbone_jobs(seed).items()}
            for name, job in scratch_jobs(seed).items():
                outcomes[name], outcomes[name + SOLVED] = trained_and_solved(job, drawn)
            for name, outcome in outcomes.items():
                found.setdefault(name, []).append(outcome)
                print(f"{data.name}, seed {seed}, {name}: {outcome.accuracy:.1%}", file=sys.stderr, flush=True)
        rows = [
            (name, *(f"{each.accuracy:.1%}" for each in outcomes),
             f"{np.mean([each.accuracy for each in outcomes]):.1%}",
             f"{np.mean([each.processor for each in outcomes]):.1f} s")
            for name, outcomes in found.items()
        ]  # fmt: skip
        heads = [
            f"{data.name}, {len(data.class_names)} classes, {FEW} pictures each",
            *(f"seed {seed}" for seed in seeds),
        ]
        print(table([*heads, "mean", "processor"], rows))
        print(f"\n{lead_words(found)}\n", flush=True)


def lead_words(found: dict[str, list[Outcome]]) -> str:
    """By how many points of mean accuracy the backbone as it is chosen leads training from scratch."""
    means = {name: 100 * float(np.mean([each.accuracy for each in outcomes])) for name, outcomes in found.items()}
    best = max(mean for name, mean in means.items() if not name.startswith("backbone"))
    return (
        f"The backbone as it is chosen is {means[HEAD] - means[SAME_LAYERS]:+.1f} points from the same layers from "
        f"scratch on the same pictures, and {means[HEAD] - best:+.1f} from the best of all ways of training from "
        f"scratch; ≥ {FEW_BUDGET:+.0f} is asked."
    )


def main(arguments: list[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one seed")
    parser.add_argument("--only", choices=("digits", "few"), help="one part")
    options = parser.parse_args(arguments)
    from engine.network.devices import load_keras

    load_keras()
    from engine.network.threads import share_cores

    share_cores()
    seeds = SEEDS[:1] if options.quick else SEEDS
    if options.only != "few":
        digits(seeds)
    if options.only != "digits":
        few_pictures(seeds)


if __name__ == "__main__":
    main()
