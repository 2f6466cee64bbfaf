"""From what the window asks to open to a Keras model with what is known about it. For the network worker only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from engine.child.host import Job
from engine.child.messages import Progress
from engine.network.architecture import Architecture
from engine.network.budget import within_budget
from engine.network.building import build
from engine.network.built import BuiltModel
from engine.network.built_weights import built_weights, weight_keys
from engine.network.carrying import OpenBefore, carried
from engine.network.catalogue import architecture_of
from engine.network.describing.model import SizeNeededError
from engine.network.fitting import VALUES
from engine.network.kernel_reading import read_origin
from engine.network.published.cards import published_for
from engine.network.published.making import USUAL_SIDE, read_network
from engine.network.reading.opening import ReadModel
from engine.network.requests import BackboneModel, GalleryModel, ModelSpec
from engine.sources.names import shown_name
from engine.text import mark


@dataclass(frozen=True, eq=False)
class OpenedModel:
    """A Keras model, the numbers it expects (one of `VALUES`), and the names of its classes where they are known.

    `architecture` is what a file held; that of the gallery's networks is known to everybody. `is_untrained` says that
    the weights are random. `origin` is what a file said, without its weights.
    """

    model: Any
    name: str
    values: str = VALUES.default
    class_names: tuple[str, ...] = ()
    architecture: Architecture | None = None
    is_untrained: bool = False
    origin: ReadModel | None = None


def open_model(
    spec: ModelSpec, *, sides: tuple[int, int] | None, job: Job, before: OpenBefore | None = None
) -> OpenedModel:
    """Build or read the network that is meant; `sides` where it takes pictures of any size (else 224).

    Tells its progress. Of a built network the weights that `before` has too are taken from there.
    """
    if isinstance(spec, GalleryModel):
        job.send(Progress(done=0, total=2, note=mark("Building the network")))
        architecture = architecture_of(spec.identifier)
        job.check()
        return OpenedModel(build(architecture, seed=spec.seed), architecture.name, is_untrained=True)
    if isinstance(spec, BuiltModel):
        return _built(spec, job, before)
    job.send(Progress(done=0, total=2, note=mark("Reading the file")))
    path = Path(spec.path)
    try:
        read = read_network(path, sides=sides)
    except SizeNeededError:
        # The window says below the picture how large the network sees it.
        read = read_network(path, sides=(USUAL_SIDE, USUAL_SIDE))
    job.check()
    model = build(read.architecture, arrays=read.arrays)
    name = read.architecture.name if isinstance(spec, BackboneModel) else _name(path)
    return OpenedModel(
        model, name, read.values or VALUES.default, read.class_names, read.architecture, read.is_untrained,
        replace(read, arrays={}),
    )  # fmt: skip


def _name(path: Path) -> str:
    card = published_for(path)
    return shown_name(path) if card is None else card.title


def _built(spec: BuiltModel, job: Job, before: OpenBefore | None) -> OpenedModel:
    job.send(Progress(done=0, total=2, note=mark("Building the network")))
    traced = within_budget(spec.architecture)
    weights = {} if before is None else carried(before, spec)
    missing = {path for path in weight_keys(spec) if not any(name.startswith(f"{path}/") for name in weights)}
    is_known = before is not None and before.origin is not None and before.spec.origin == spec.origin
    # Reading a file takes longer than all the rest, and what it says beside the weights is known already.
    is_needed = not is_known or any(spec.root(path) for path in missing)
    read = read_origin(spec) if is_needed else before.origin if before is not None else None
    job.check()
    weights |= built_weights(spec, read.arrays if read is not None else None, only=missing)
    model = build(spec.architecture, arrays=weights)
    if read is None:
        return OpenedModel(model, spec.architecture.name, is_untrained=True)
    # The names stay as long as there are as many answers.
    count = traced.outputs[0][-1] if traced.outputs else 0
    names = read.class_names if len(read.class_names) == count else ()
    return OpenedModel(
        model, spec.architecture.name, read.values or VALUES.default, names, is_untrained=read.is_untrained,
        origin=replace(read, arrays={}),
    )  # fmt: skip
