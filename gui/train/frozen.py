"""The layers of the network a job trains, and how many of its weights learn: worked out aside, without Keras."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.errors import UserError
from engine.network.architecture import Architecture
from engine.network.backbone.network import untrained
from engine.network.backbone.pictures import CLASSES
from engine.network.built import BuiltModel
from engine.network.catalogue import architecture_of
from engine.network.requests import BackboneModel, GalleryModel, ModelSpec
from engine.network.table import table_of
from engine.network.training.job import TrainingJob
from engine.network.training.tuning import tuned
from gui.text import tr


@dataclass(frozen=True)
class Layers:
    """Paths of the layers before the cut, and the sums of the parameter table; or why there is none."""

    paths: tuple[str, ...] = ()
    input_text: str = ""
    parameters: int = 0
    trainable: int = 0
    error: UserError | None = None

    def words(self, *, translated_error: Callable[[UserError], str]) -> str:
        """What to say of the network in a line."""
        if self.error is not None:
            return translated_error(self.error)
        if not self.paths:
            return ""
        if self.trainable == self.parameters:
            return tr("{size} in · {count} parameters, all learn", size=self.input_text, count=f"{self.parameters:,}")
        return tr("{size} in · {count} parameters, {trainable} of them learn", size=self.input_text,
                  count=f"{self.parameters:,}", trainable=f"{self.trainable:,}")  # fmt: skip


def frozen_layers(job: TrainingJob, classes: int, described: Architecture | None) -> Layers:
    """The layers and figures of a job's network. A file is not read here but `described` by the worker."""
    try:
        architecture = architecture_here(job.model) or described
        if architecture is None:
            return Layers()
        whole = tuned(architecture, None, job.tuning, max(2, classes), input_size=job.input_size)
        totals = table_of(whole.architecture).totals
    except UserError as error:
        return Layers(error=error)
    paths = tuple(path for path, _ in architecture.walk())
    shape = getattr(architecture.by_name[architecture.inputs[0]].layer, "shape", ())
    size = (*(job.input_size or shape[:2]), *shape[2:])
    return Layers(paths, "×".join(map(str, size)), totals.params, totals.trainable)


def architecture_here(spec: ModelSpec) -> Architecture | None:
    """The network that a spec stands for, where no file has to be read for it."""
    if isinstance(spec, GalleryModel):
        return architecture_of(spec.identifier)
    if isinstance(spec, BackboneModel):
        return untrained(len(CLASSES))
    return spec.architecture if isinstance(spec, BuiltModel) else None
