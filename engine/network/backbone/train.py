"""Trains the bundled backbone on nothing but drawn pictures, from a seed. Imports Keras.

    python -m engine.network.backbone.train RUN_FOLDER [--resume] [--epochs N] [--count N] [--keep]

With `--keep` the network, its log and its figures take the place of those in `resources/weights`. As it stands it looks
at 459,000 pictures, which takes about twenty minutes on two quiet cores.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from engine.network.backbone.card import FIGURES, FILE, LOG
from engine.network.backbone.network import SIDE, untrained
from engine.network.backbone.pictures import CLASSES, BackbonePictures
from engine.network.built import BuiltModel
from engine.network.data.specs import GeneratedData
from engine.network.data.splitting import Split
from engine.network.devices import load_keras
from engine.network.training.alone import Terminal
from engine.network.training.curves import BEST, RunState
from engine.network.training.curves import FIGURES as RUN_FIGURES
from engine.network.training.curves import LOG as RUN_LOG
from engine.network.training.job import TrainingJob
from engine.network.training.settings import Settings
from engine.network.training.transforms_of_place import Crop
from engine.network.training.transforms_of_values import Brightness, Contrast

COUNT, EPOCHS, SEED = 54_000, 9, 1


def job(*, epochs: int = EPOCHS) -> TrainingJob:
    """The training as data; its pictures are given beside it, since no source of the program mixes all families."""
    return TrainingJob(
        name="backbone",
        data=GeneratedData(side=SIDE, seed=SEED),
        split=Split(kind="ratio", validation=0.03, test=0.03),
        transforms=(Crop(smallest=0.75), Brightness(), Contrast()),
        model=BuiltModel(untrained(len(CLASSES)), seed=SEED),
        settings=Settings(
            epochs=epochs,
            batch_size=64,
            rate=0.002,
            schedule="cosine",
            smoothing=0.05,
            optimiser="adamw",
            weight_decay=0.01,
            seed=SEED,
        ),
    )  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    """Train, and put what came of it into its place where that is wished. Returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the run is written")
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--count", type=int, default=COUNT, help="pictures that are drawn")
    parser.add_argument("--keep", action="store_true", help="put the result into resources/weights")
    options = parser.parse_args(arguments)
    load_keras()
    from engine.network.threads import share_cores
    from engine.network.training.running import run

    share_cores()
    terminal = Terminal(sys.stdout)
    pictures = BackbonePictures(count=options.count, seed=SEED)
    figures = run(
        job(epochs=options.epochs), options.folder, listener=terminal, resume=options.resume, dataset=pictures
    )
    terminal.ended(figures, options.folder)
    if options.keep and figures.state == RunState.DONE:
        FILE.parent.mkdir(exist_ok=True)
        for made, kept in ((BEST, FILE), (RUN_LOG, LOG), (RUN_FIGURES, FIGURES)):
            shutil.copyfile(options.folder / made, kept)
    return 0


if __name__ == "__main__":
    sys.exit(main())
