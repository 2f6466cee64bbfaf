"""A trained network out of a run's folder, with the data it was trained on. For the training worker only."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from engine.errors import UserError
from engine.network.architecture import Architecture
from engine.network.building import build
from engine.network.data.dataset import DataSet, Stop, Told
from engine.network.data.edits import edited
from engine.network.data.opening import open_data
from engine.network.data.splitting import Parts, parts
from engine.network.fitting import VALUES
from engine.network.layers.input import Input
from engine.network.reading.opening import read_model
from engine.network.training.curves import BEST, JOB
from engine.network.training.job import TrainingJob, read_job
from engine.network.training.loading import Loader
from engine.text import mark


class NotTrainedError(UserError):
    """A run's folder without a trained network, or without pictures to try it on."""


@dataclass(frozen=True, eq=False)
class Finished:
    """The best network of a run, and its data set."""

    job: TrainingJob
    dataset: DataSet
    parts: Parts
    architecture: Architecture
    model: Any
    values: str

    @property
    def size(self) -> tuple[int, int, int]:
        """Height, width and channels of the pictures that the network takes."""
        layer = self.architecture.by_name[self.architecture.inputs[0]].layer
        assert isinstance(layer, Input)
        height, width, channels = layer.shape
        return height, width, channels

    def loader(self, part: Literal["train", "validation", "test"], *, most: int | None = None, seed: int = 0) -> Loader:
        """The pictures of a part, or `most` of them drawn by lot; refuses a part without any."""
        indices = getattr(self.parts, part)
        if not len(indices):
            raise NotTrainedError(
                mark("There are no {part} pictures. Keep a share of the pictures aside for that before training."),
                part=part,
            )  # fmt: skip
        if most is not None and len(indices) > most:
            chosen = np.random.Generator(np.random.PCG64(seed)).choice(len(indices), most, replace=False)
            indices = indices[np.sort(chosen)]
        return self.loader_of(indices)

    def loader_of(self, indices: NDArray[np.int64]) -> Loader:
        """A loader of some pictures of the data set."""
        return Loader(
            self.dataset, indices, size=self.size[:2], channels=self.size[2], method=self.job.fit
        )  # fmt: skip


def finished(
    folder: Path, *, dataset: DataSet | None = None, told: Told | None = None, stop: Stop | None = None
) -> Finished:
    """Open what a run left in its folder. `dataset` takes the place of the job's own data.

    `told` hears how far the search for duplicates is, which reads every file.

    Raises:
        UserError: where there is no trained network yet, or the data is not there any more.
        StoppedError: when `stop` says so.
    """
    if not (folder / BEST).is_file():
        raise NotTrainedError(
            mark("“{folder}” holds no trained network yet. Train until the end, or stop the training first."),
            folder=folder.name,
        )
    job = read_job(folder / JOB)
    read = read_model(folder / BEST)
    data = edited(dataset or open_data(job.data, stop=stop), job.edits)
    if len(read.class_names) != len(data.class_names):
        raise NotTrainedError(
            mark("The network tells {trained} classes apart, but the data has {found} now. Train it again."),
            trained=len(read.class_names), found=len(data.class_names),
        )  # fmt: skip
    return Finished(
        job, data, parts(data, job.split, told=told, stop=stop), read.architecture,
        build(read.architecture, arrays=read.arrays), read.values or VALUES.default,
    )  # fmt: skip
