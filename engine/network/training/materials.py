"""What a run works with: the open data set, its parts, the network. For the training worker only."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.network.data.dataset import DataSet, Told
from engine.network.data.edits import edited
from engine.network.data.opening import open_data
from engine.network.data.splitting import Parts, parts
from engine.network.training import messages as say
from engine.network.training.job import TrainingJob
from engine.network.training.listening import Listener
from engine.network.training.loading import Loader
from engine.network.training.starting import Prepared, prepared
from engine.text import mark

_SECONDS_BETWEEN = 0.1


@dataclass(frozen=True, eq=False)
class Materials:
    """A job with everything that it names, opened."""

    job: TrainingJob
    dataset: DataSet
    parts: Parts
    prepared: Prepared

    @property
    def class_names(self) -> tuple[str, ...]:
        """The names of the classes, in the order of the network's answers."""
        return self.dataset.class_names

    @property
    def class_weights(self) -> NDArray[np.float32] | None:
        """How much a picture of each class counts, where classes are to be balanced; their mean over pictures is 1."""
        if not self.job.settings.has_class_weights:
            return None
        counts = np.bincount(self.dataset.labels[self.parts.train], minlength=len(self.class_names))
        weights: NDArray[np.float32] = (
            len(self.parts.train) / (np.count_nonzero(counts) * np.maximum(counts, 1))
        ).astype(np.float32)
        return weights

    def loader(self, part: Literal["train", "validation", "test"]) -> Loader:
        """A loader of one part's pictures."""
        return self.loader_of(getattr(self.parts, part))

    def loader_of(self, indices: NDArray[np.int64]) -> Loader:
        """A loader of some pictures of the data set."""
        return Loader(
            self.dataset, indices, size=self.prepared.size, channels=self.prepared.channels, method=self.job.fit
        )


def opened(job: TrainingJob, dataset: DataSet | None, listener: Listener) -> Materials:
    """Open and split the job's data, and prepare its network.

    Raises:
        UserError: where something is not there or does not hang together.
        StoppedError: if the listener asks to stop meanwhile.
    """
    stop = listener.is_stop_asked
    opened_data = dataset or open_data(job.data, told=_telling(listener, mark("Opening the pictures")), stop=stop)
    data = edited(opened_data, job.edits)
    found = parts(data, job.split, told=_telling(listener, mark("Looking for duplicates")), stop=stop)
    return Materials(job, data, found, prepared(job, len(data.class_names)))


def _telling(listener: Listener, note: str) -> Told:
    """Tells how far a piece of the preparations is, not too often."""
    told_at = 0.0

    def told(done: int, total: int) -> None:
        nonlocal told_at
        if time.monotonic() - told_at >= _SECONDS_BETWEEN:
            told_at = time.monotonic()
            listener.tell(say.Preparing(done=done, total=total, note=note))

    return told
