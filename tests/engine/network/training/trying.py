"""Training tiny networks, and looking at what came of it."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import numpy as np

from engine.network.training.checkpoints import load_checkpoint
from engine.network.training.curves import CHECKPOINT, read_run
from tests.engine.network.training import tiny


def run(*given: Any, **options: Any) -> Any:
    from engine.network.training.running import run

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return run(*given, **{"dataset": tiny.pictures(), **options})


def losses(folder: Path) -> list[float]:
    return [each.loss for each in read_run(folder).epochs]


def weights(folder: Path) -> dict[str, np.ndarray]:
    found = load_checkpoint(folder / CHECKPOINT).arrays
    return {name: array for name, array in found.items() if name.startswith("w/") and "/o/" not in name}
