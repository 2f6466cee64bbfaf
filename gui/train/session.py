"""What the user has set in the Train workspace, and what the training tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from engine.errors import UserError
from engine.imaging.explanation import Remark
from engine.network.architecture import Architecture
from engine.network.data.dataset import DataSet
from engine.network.data.edits import Edits, edited
from engine.network.data.specs import BuiltInData, DataSpec, RecordedData
from engine.network.data.splitting import Split
from engine.network.requests import ModelSpec
from engine.network.training.curves import BEST, CHECKPOINT, EpochFigures, FinalFigures, Run
from engine.network.training.job import TrainingJob
from engine.network.training.messages import Batch, Began, Evaluated, Stepped, Watched
from engine.network.training.suggesting import suggested_settings
from gui.train.frozen import Layers
from gui.train.undoing import Step


@dataclass(frozen=True, eq=False)
class OpenData:
    """The data set that is open: as its source gives it, and as the user wants it."""

    spec: DataSpec
    source: DataSet
    edits: Edits
    dataset: DataSet

    @classmethod
    def made(cls, spec: DataSpec, source: DataSet, edits: Edits) -> OpenData:
        """The data set seen through the edits."""
        return cls(spec, source, edits, edited(source, edits))


class Phase(StrEnum):
    """What the training worker does for us."""

    IDLE = "idle"
    STARTING = "starting"
    TRAINING = "training"
    PAUSED = "paused"
    STOPPING = "stopping"


@dataclass(frozen=True, eq=False)
class Training:
    """A training as far as it has come: the running one, or the last. Step figures lie in growing arrays."""

    folder: Path
    job: TrainingJob
    began: Began | None = None
    phase: Phase = Phase.STARTING
    steps: np.ndarray = field(default_factory=lambda: np.empty((0, 3)))  # step, loss, accuracy
    epochs: tuple[EpochFigures, ...] = ()
    notes: tuple[tuple[int, Remark], ...] = ()
    images_per_second: float = 0.0
    seconds_left: float | None = None
    memory: int = 0
    figures: FinalFigures | None = None

    @property
    def is_running(self) -> bool:
        """Whether it goes on, or waits to."""
        return self.phase is not Phase.IDLE

    def with_steps(self, message: Stepped) -> Training:
        """The same some steps on."""
        new = np.array([(each.step, each.loss, each.accuracy) for each in message.steps]).reshape(-1, 3)
        # After weights were rolled back the same steps come again; those before never counted.
        old = self.steps[: int(np.searchsorted(self.steps[:, 0], new[0, 0]))] if len(new) else self.steps
        return replace(
            self, steps=np.concatenate((old, new)), images_per_second=message.images_per_second,
            seconds_left=message.remaining, memory=message.memory,
        )  # fmt: skip

    @property
    def has_network(self) -> bool:
        """Whether its best network was kept: whoever was killed had no time to."""
        return (self.folder / BEST).is_file()

    @property
    def can_go_on(self) -> bool:
        """Whether it ended before its end, and left something to go on from."""
        return self.began is not None and self.share < 1 and (self.folder / CHECKPOINT).is_file()

    @property
    def share(self) -> float:
        """How much of it is done, 0 … 1."""
        if self.began is None or not len(self.steps):
            return 0.0
        return min(1.0, float(self.steps[-1, 0]) / max(1, self.began.steps_per_epoch * self.job.settings.epochs))


@dataclass(frozen=True)
class Progress:
    """How far something long has come, 0 … 1, or unknown; empty text: nothing is under way."""

    text: str = ""
    share: float | None = None


class TrainSession(QObject):
    """The Train workspace's part of the session; the same rules as `gui.session.Session`.

    Signals:
        data_wished(object): another data set is wished for, a `DataSpec`.
        data_changed(object): the `OpenData`, or None; also after every edit of it.
        job_changed(object): the `TrainingJob` that Train would start.
        class_changed(str): the selected class.
        pictures_changed(object): the selected pictures, a frozenset of their places in the data set.
        batch_changed(object): the newest `Batch` out of the loader, or None.
        training_changed(object): the `Training`, or None: phase, epochs, notes.
        stepped(object): the same after new steps, many times a second.
        watched_changed(object): a tuple of `Watched`, one for each epoch looked at.
        evaluated_changed(object): what the network says of the pictures kept aside, an `Evaluated`, or None.
        runs_changed(object): the runs that are compared, a tuple of `Run`.
        progress_changed(object): the `Progress` of opening data.
        layers_changed(object): the `Layers` of the job's network, and what training does to each.
        ready_changed(bool): whether the training worker can be asked.
        described_changed(): the worker has read the network's file.
        refused(object): a `UserError` to be told in place; what was there stays.
    """

    data_wished = Signal(object)
    data_changed = Signal(object)
    job_changed = Signal(object)
    class_changed = Signal(str)
    pictures_changed = Signal(object)
    batch_changed = Signal(object)
    training_changed = Signal(object)
    stepped = Signal(object)
    watched_changed = Signal(object)
    evaluated_changed = Signal(object)
    runs_changed = Signal(object)
    progress_changed = Signal(object)
    described_changed = Signal()
    ready_changed = Signal(bool)
    layers_changed = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._wish: DataSpec | None = None
        self._data: OpenData | None = None
        first = TrainingJob(data=BuiltInData())
        self._job = replace(first, settings=suggested_settings(first.model, first.settings))
        self._class = ""
        self._pictures: frozenset[int] = frozenset()
        self._batch: Batch | None = None
        self._batch_problem: UserError | None = None
        self._training: Training | None = None
        self._watched: tuple[Watched, ...] = ()
        self._evaluated: Evaluated | None = None
        self._runs: tuple[Run, ...] = ()
        self._progress = Progress()
        self._is_ready = False
        self._layers = Layers()
        self._described: tuple[ModelSpec, Architecture] | None = None

    @property
    def described(self) -> Architecture | None:
        """The job's network, if it comes out of a file and the worker has read that."""
        known = self._described
        return known[1] if known is not None and known[0] == self._job.model else None

    @property
    def layers(self) -> Layers:
        """The layers of the job's network and what training does to each."""
        return self._layers

    @property
    def is_ready(self) -> bool:
        """Whether the training worker can be asked."""
        return self._is_ready

    @property
    def wish(self) -> DataSpec | None:
        """The data set that was wished for last."""
        return self._wish

    @property
    def data(self) -> OpenData | None:
        """The data set that is open."""
        return self._data

    @property
    def job(self) -> TrainingJob:
        """What Train would start."""
        return self._job

    @property
    def selected_class(self) -> str:
        """The selected class, or "" for all."""
        return self._class

    @property
    def pictures(self) -> frozenset[int]:
        """The places of the selected pictures in the data set."""
        return self._pictures

    @property
    def batch(self) -> Batch | None:
        """The newest batch out of the loader."""
        return self._batch

    @property
    def batch_problem(self) -> UserError | None:
        """Why there is no batch, where that is known."""
        return self._batch_problem

    @property
    def training(self) -> Training | None:
        """The running training, or the last."""
        return self._training

    @property
    def is_training(self) -> bool:
        """Whether a training is under way."""
        return self._training is not None and self._training.is_running

    @property
    def watched(self) -> tuple[Watched, ...]:
        """What was looked at after each epoch."""
        return self._watched

    @property
    def evaluated(self) -> Evaluated | None:
        """What the trained network says of the pictures kept aside."""
        return self._evaluated

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs that are compared."""
        return self._runs

    @property
    def progress(self) -> Progress:
        """How far opening the data has come."""
        return self._progress

    # What the user does

    def wish_for(self, spec: DataSpec) -> None:
        """Ask for another data set; the one before stays until it is there."""
        self._wish = spec
        self.data_wished.emit(spec)

    def edit(self, edits: Edits, words: str) -> None:
        """Change the data set, as a step that can be taken back; `words` say what it was."""
        if self._data is not None and edits != self._data.edits:
            forth, back = (partial(self.put_edits, each) for each in (edits, self._data.edits))
            self.undo_stack.push(Step(words, forth, back))

    def split(self, split: Split, words: str) -> None:
        """Put pictures into parts by hand, or split in another way, as a step that can be taken back."""
        if split != self._job.split:
            forth, back = (partial(self._put_split, each) for each in (split, self._job.split))
            self.undo_stack.push(Step(words, forth, back))

    def _put_split(self, split: Split) -> None:
        # Shares and seed are no part of the step: they may have been turned since.
        self.change(split=replace(self._job.split, kind=split.kind, others=split.others, by_hand=split.by_hand))

    def change(self, **changes: Any) -> None:
        """Set fields of the job."""
        job = replace(self._job, **changes)
        if job != self._job:
            self._job = job
            self.job_changed.emit(job)

    def select_class(self, name: str) -> None:
        """Look at one class, or at all with ""."""
        if name != self._class:
            self._class = name
            self.class_changed.emit(name)

    def select_pictures(self, pictures: frozenset[int]) -> None:
        """Select pictures by their places in the data set."""
        if pictures != self._pictures:
            self._pictures = pictures
            self.pictures_changed.emit(pictures)

    # What comes back

    def put_data(self, data: OpenData | None) -> None:
        """Another data set is open, or the same was read anew."""
        before, self._data = self._data, data
        if before is None or data is None or before.spec != data.spec:
            self.undo_stack.clear()
            self.select_class("")
        elif self._class and self._class not in data.dataset.class_names:
            self.select_class(_renamed(self._class, before.dataset.class_names, data.dataset.class_names))
        self.select_pictures(frozenset())
        if data is not None:
            split = self._job.split
            if self._job.data != data.spec:
                split = split.emptied()  # what was put by hand was of pictures of another data set
            elif split.by_hand and isinstance(data.spec, RecordedData) and (before is None or before.spec != data.spec):
                # The numbers of the last pictures, where those were deleted before, are given to new ones.
                split = split.limited(map(data.dataset.identity, range(len(data.dataset))))
            self.change(data=data.spec, edits=data.edits, split=split)
        self.data_changed.emit(data)

    def put_edits(self, edits: Edits) -> None:
        """Show the open data set through other edits."""
        if self._data is not None:
            try:
                data = OpenData.made(self._data.spec, self._data.source, edits)
            except UserError as error:
                self.refuse(error)
                return
            self.put_data(data)

    def put_layers(self, layers: Layers) -> None:
        """The layers of the job's network."""
        self._layers = layers
        self.layers_changed.emit(layers)

    def put_ready(self, is_ready: bool) -> None:
        """The training worker came, or went."""
        self._is_ready = is_ready
        self.ready_changed.emit(is_ready)

    def put_described(self, spec: ModelSpec, architecture: Architecture) -> None:
        """What the network in a file is."""
        self._described = (spec, architecture)
        self.described_changed.emit()

    def put_batch(self, batch: Batch | None, problem: UserError | None = None) -> None:
        """The newest batch, or why there is none."""
        self._batch, self._batch_problem = batch, problem
        self.batch_changed.emit(batch)

    def put_training(self, training: Training | None) -> None:
        """A training began, ended, was paused, finished an epoch or said something."""
        self._training = training
        self.training_changed.emit(training)

    def put_steps(self, training: Training) -> None:
        """The training went some steps on."""
        self._training = training
        self.stepped.emit(training)

    def put_watched(self, watched: tuple[Watched, ...]) -> None:
        """What was looked at after each epoch so far."""
        self._watched = watched
        self.watched_changed.emit(watched)

    def put_evaluated(self, evaluated: Evaluated | None) -> None:
        """What the network says of the pictures kept aside."""
        self._evaluated = evaluated
        self.evaluated_changed.emit(evaluated)

    def put_runs(self, runs: tuple[Run, ...]) -> None:
        """The runs that are compared."""
        self._runs = runs
        self.runs_changed.emit(runs)

    def put_progress(self, progress: Progress) -> None:
        """How far opening has come."""
        if progress != self._progress:
            self._progress = progress
            self.progress_changed.emit(progress)

    def refuse(self, error: UserError) -> None:
        """Tell of something that could not be done."""
        self.refused.emit(error)


def _renamed(name: str, before: Sequence[str], after: Sequence[str]) -> str:
    """What a class is called now that is not there under its name any more; "" where it is gone."""
    return after[before.index(name)] if len(before) == len(after) and name in before else ""
