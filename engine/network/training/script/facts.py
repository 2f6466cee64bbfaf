"""What the script of a training is written from: the job with everything that it names, opened. No Keras here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import UserError
from engine.network.architecture import Architecture
from engine.network.data.dataset import DataSet
from engine.network.data.edits import EditedData
from engine.network.data.folder import FolderSet
from engine.network.data.recorded import RecordedSet
from engine.network.data.specs import FileData, FolderData, GeneratedData, RecordedData
from engine.network.data.splitting import Parts
from engine.network.layers.input import Input
from engine.network.requests import GalleryModel
from engine.network.training.job import TrainingJob
from engine.network.training.phases import MOST_FEATURE_BYTES, halves_of, learning, phases_of
from engine.text import mark

MOST_NUMBERS_INSIDE = 3000
MOST_BYTES_BESIDE = 1_000_000_000


class ScriptError(UserError):
    """A training that cannot be written as a script."""


@dataclass(frozen=True, eq=False)
class Facts:
    """A job, its data set with all edits, its parts, and the network as it goes into training with its weights."""

    job: TrainingJob
    dataset: DataSet
    parts: Parts
    architecture: Architecture
    arrays: Mapping[str, NDArray[Any]]
    values: str
    size: tuple[int, int]
    channels: int

    @property
    def source(self) -> DataSet:
        """The data as its files give it."""
        return self.dataset.dataset if isinstance(self.dataset, EditedData) else self.dataset

    @property
    def has_files(self) -> bool:
        """Whether each picture is a file of its own."""
        return isinstance(self.source, (FolderSet, RecordedSet))

    @property
    def is_drawn(self) -> bool:
        """Whether the program draws the pictures, so that a script has to be given them."""
        return isinstance(self.job.data, GeneratedData)

    @property
    def is_begun_elsewhere(self) -> bool:
        """Whether the first weights are others than those that the seed alone gives."""
        model, tuning = self.job.model, self.job.tuning
        return tuning.head.is_solved or not (
            tuning.starts_anew or (isinstance(model, GalleryModel) and model.seed == 0)
        )

    @property
    def kept_aside(self) -> dict[str, NDArray[np.int64]]:
        """The places that are not learnt from, by what they are for."""
        parts = self.parts
        taken = np.concatenate([parts.train, parts.validation, parts.test])
        left_out = np.setdiff1d(np.arange(len(self.dataset)), taken)
        return {"validation": parts.validation, "test": parts.test, "left_out": left_out}

    @property
    def has_parts_beside(self) -> bool:
        """Whether the places of the parts, and the labels, lie beside the script."""
        is_long = sum(len(each) for each in self.kept_aside.values()) > MOST_NUMBERS_INSIDE
        return self.dataset is not self.source or self.has_files or self.is_drawn or is_long

    @property
    def has_beside(self) -> bool:
        """Whether the script needs an `.npz` file beside it."""
        return self.has_parts_beside or self.is_begun_elsewhere

    def beside(self) -> dict[str, NDArray[Any]]:
        """The arrays of that file."""
        found: dict[str, NDArray[Any]] = {}
        if self.has_parts_beside:
            parts = self.parts
            found |= {"labels": self.dataset.labels, "train": parts.train, "validation": parts.validation}
            found["test"] = parts.test
            if isinstance(self.dataset, EditedData) and not self.has_files and not self.is_drawn:
                found["places"] = self.dataset.sources
        if self.has_files:
            found["files"] = np.array([self._file(index) for index in range(len(self.dataset))])
        if self.is_drawn:
            found["pictures"] = self._drawn()
        if self.is_begun_elsewhere:
            found |= {f"start/{name}": np.asarray(array) for name, array in self.arrays.items()}
        return found

    @property
    def root(self) -> Path | None:
        """The folder that holds the data, absolute; None for data that is not in files of the user's."""
        data = self.job.data
        if isinstance(data, FolderData):
            return data.path.absolute()
        if isinstance(data, RecordedData):
            return data.folder.absolute()
        if isinstance(data, FileData):
            return (data.path if data.path.is_dir() else data.path.parent).absolute()
        return None

    def phases(self) -> list[tuple[int, float, tuple[str, ...]]]:
        """When layers learn anew: the first epoch, what the rate is multiplied by, and which layers learn from then."""
        found = []
        before = learning(self.architecture)
        for phase in phases_of(self.architecture, self.job.tuning)[1:]:
            now = learning(phase.architecture) - before
            freed = tuple(path for path, _ in phase.architecture.walk() if path in now)
            found.append((phase.first, phase.factor, freed))
        return found

    def cuts(self) -> tuple[str, ...]:
        """For each phase, the layer before which nothing changes, so that it is run once; empty where nothing is."""
        return tuple(self._cut(phase.architecture) for phase in phases_of(self.architecture, self.job.tuning))

    def _cut(self, architecture: Architecture) -> str:
        halves = halves_of(architecture) if not self.job.transforms else None
        if halves is None:
            return ""
        (entrance,) = halves.learner.inputs
        layer = halves.learner.by_name[entrance].layer
        assert isinstance(layer, Input)
        if len(self.dataset) * int(np.prod(layer.shape)) * 4 > MOST_FEATURE_BYTES:
            return ""
        shared = {node.shares for node in halves.learner.nodes}
        fed = (node for node in halves.learner.nodes if [tap.node for tap in node.inputs] == [entrance])
        # A script names the place by the layer that comes next; Keras tells what goes into a plain one only.
        plain = (each for each in fed if not isinstance(each.layer, Architecture) and not each.shares)
        return next((each.name for each in plain if each.name not in shared), "")

    def _file(self, index: int) -> str:
        source = self.source
        assert isinstance(source, (FolderSet, RecordedSet))
        place = int(self.dataset.sources[index]) if isinstance(self.dataset, EditedData) else index
        root = self.root
        assert root is not None
        return source.path(place).absolute().relative_to(root).as_posix()

    def _drawn(self) -> NDArray[np.uint8]:
        shape = self.dataset.shape or (1, 1, 1)
        if len(self.dataset) * int(np.prod(shape)) > MOST_BYTES_BESIDE:
            raise ScriptError(
                mark("{count:,} drawn pictures would take more than {most:,} MB beside the script. Set a smaller "
                     "count or side in the data."),
                count=len(self.dataset), most=MOST_BYTES_BESIDE // 1_000_000,
            )  # fmt: skip
        return np.stack([self.dataset.picture(index) for index in range(len(self.dataset))])
