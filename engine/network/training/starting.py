"""The network that a job starts from, as an architecture with weights. For the training worker only: imports Keras."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engine.network.architecture import Architecture
from engine.network.built import BuiltModel
from engine.network.built_weights import built_weights
from engine.network.catalogue import architecture_of
from engine.network.describing.model import SizeNeededError
from engine.network.fitting import VALUES
from engine.network.layers.input import Input
from engine.network.published.making import read_network
from engine.network.requests import BackboneModel, FileModel, ModelSpec
from engine.network.training.job import TrainingJob
from engine.network.training.tuning import Tuned, tuned
from engine.network.weights import Arrays, random_weights

_USUAL_SIDES = (96, 96)


@dataclass(frozen=True, eq=False)
class Start:
    """What training starts from. Without `arrays` all weights are drawn from the job's seed."""

    architecture: Architecture
    arrays: Arrays | None
    values: str = VALUES.default


@dataclass(frozen=True, eq=False)
class Prepared:
    """The network as the job wants it before the first step, and what pictures have to be for it."""

    tuned: Tuned
    size: tuple[int, int]
    channels: int
    values: str


def start_of(spec: ModelSpec, *, sides: tuple[int, int] | None = None) -> Start:
    """The network that is meant; `sides` where it takes pictures of any size."""
    if isinstance(spec, BuiltModel):
        read = read_network(Path(spec.origin)) if spec.origin else None
        arrays = built_weights(spec, None if read is None else read.arrays)
        return Start(spec.architecture, arrays, (read.values if read is not None else "") or VALUES.default)
    if isinstance(spec, (FileModel, BackboneModel)):
        try:
            read = read_network(Path(spec.path))
        except SizeNeededError:
            read = read_network(Path(spec.path), sides=sides or _USUAL_SIDES)
        return Start(read.architecture, None if read.is_untrained else read.arrays, read.values or VALUES.default)
    architecture = architecture_of(spec.identifier)
    return Start(architecture, random_weights(architecture, spec.seed) if spec.seed else None)


def prepared(job: TrainingJob, classes: int) -> Prepared:
    """The job's network with its tuning, for that many classes."""
    start = start_of(job.model, sides=job.input_size)
    made = tuned(
        start.architecture, start.arrays, job.tuning, classes, input_size=job.input_size, seed=job.settings.seed
    )
    entrance = made.architecture.by_name[made.architecture.inputs[0]].layer
    assert isinstance(entrance, Input)
    height, width, channels = entrance.shape
    return Prepared(made, (height, width), channels, job.values or start.values)
