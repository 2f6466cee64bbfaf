"""The layers of the network a job trains, and how many of its weights learn: worked out aside, without Keras."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from engine.errors import UserError
from engine.network.architecture import Architecture
from engine.network.backbone.network import untrained
from engine.network.backbone.pictures import CLASSES
from engine.network.built import BuiltModel
from engine.network.catalogue import architecture_of
from engine.network.requests import BackboneModel, GalleryModel, ModelSpec
from engine.network.table import Table, table_of
from engine.network.training.job import TrainingJob
from engine.network.training.tuning import tuned
from gui.text import tr


class LayerState(StrEnum):
    """What training does to a layer."""

    LEARNS = "learns"
    FROZEN = "frozen"
    NEW = "new"
    CUT = "cut off"
    NOTHING = "nothing to learn"


@dataclass(frozen=True)
class LayerLine:
    """A layer as the job has it."""

    path: str
    kind: str
    output: str
    parameters: int
    state: LayerState


@dataclass(frozen=True)
class Layers:
    """Paths of the layers before the cut, and the sums of the parameter table; or why there is none."""

    paths: tuple[str, ...] = ()
    input_text: str = ""
    parameters: int = 0
    trainable: int = 0
    error: UserError | None = None
    lines: tuple[LayerLine, ...] = ()

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
        table = table_of(whole.architecture)
        totals, lines = table.totals, _lines(architecture, table, set(whole.head))
    except UserError as error:
        return Layers(error=error)
    paths = tuple(path for path, _ in architecture.walk())
    shape = getattr(architecture.by_name[architecture.inputs[0]].layer, "shape", ())
    size = (*(job.input_size or shape[:2]), *shape[2:])
    return Layers(paths, "×".join(map(str, size)), totals.params, totals.trainable, lines=lines)


def _lines(before: Architecture, table: Table, head: set[str]) -> tuple[LayerLine, ...]:
    """The layers that are trained, and after them those that were cut off."""
    lines = []
    for row in table.layers:
        state = LayerState.FROZEN if row.params and not row.trainable else LayerState.LEARNS
        if not row.params:
            state = LayerState.NOTHING
        elif row.path.split("/")[0] in head:
            state = LayerState.NEW
        lines.append(LayerLine(row.path, row.title, "×".join(map(str, row.output_shape)), row.params, state))
    known = {row.path for row in table.layers}
    cut = [LayerLine(path, "", "", 0, LayerState.CUT) for path, _ in before.walk() if path not in known]
    return (*lines, *cut)


def architecture_here(spec: ModelSpec) -> Architecture | None:
    """The network that a spec stands for, where no file has to be read for it."""
    if isinstance(spec, GalleryModel):
        return architecture_of(spec.identifier)
    if isinstance(spec, BackboneModel):
        return untrained(len(CLASSES))
    return spec.architecture if isinstance(spec, BuiltModel) else None
