"""The end of a run: the best network is judged, saved and written down. Imports Keras."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from engine.errors import UserError
from engine.network.architecture import Architecture
from engine.network.building import build
from engine.network.reading.labels import Labels
from engine.network.saving.writing import save_network
from engine.network.training.answer import answer_kind
from engine.network.training.checkpoints import Place
from engine.network.training.curves import BEST, FinalFigures, RunState, read_run
from engine.network.training.judging import Judge
from engine.network.training.materials import Materials
from engine.network.training.recording import Record
from engine.text import mark


class TrainingError(UserError):
    """A training that cannot go on."""


@dataclass(frozen=True, eq=False)
class Ending:
    """How a run ended, how far it came, and the weights to keep."""

    state: RunState
    place: Place
    arrays: Mapping[str, NDArray[Any]]
    ended_early: bool


def finish(
    materials: Materials, folder: Path, record: Record, ending: Ending, architecture: Architecture, *,
    is_kept: bool = True,
) -> FinalFigures:  # fmt: skip
    """Keep the best network of a run in its folder; one that was not stopped is judged by the test pictures before.

    Where somebody else does that, nothing is judged or kept here.
    """
    record.make()  # somebody may have tidied the folder up meanwhile; what was learnt is still here
    values, place = materials.prepared.values, ending.place
    test_loss: float | None = None
    test_accuracy: float | None = None
    if is_kept:
        model = build(architecture, arrays=ending.arrays)
        if ending.state is RunState.DONE and len(materials.parts.test):
            answers = Judge(model, architecture, values=values).answers(materials.loader("test"))
            settings = materials.job.settings
            test_loss = answers.loss(answer_kind(architecture), loss=settings.loss, smoothing=settings.smoothing)
            test_accuracy = answers.accuracy
        save_network(model, folder / BEST, labels=Labels(materials.class_names, values))
    best = next((each for each in read_run(folder).epochs if each.epoch == place.best_epoch), None)
    figures = FinalFigures(
        state=str(ending.state), epochs=place.epoch, best_epoch=place.best_epoch, seconds=place.seconds,
        images_per_second=place.images / place.seconds if place.seconds else 0.0,
        train_count=len(materials.parts.train), validation_count=len(materials.parts.validation),
        test_count=len(materials.parts.test), test_loss=test_loss, test_accuracy=test_accuracy,
        validation_loss=None if best is None else best.validation_loss,
        validation_accuracy=None if best is None else best.validation_accuracy, ended_early=ending.ended_early,
    )  # fmt: skip
    record.figures(figures)
    return figures


def out_of_memory(batch_size: int, details: str = "") -> TrainingError:
    """The sentence for a training that found no room."""
    if batch_size == 1:
        return TrainingError(
            mark("The memory ran out with a single picture at a time. Use smaller pictures or a smaller network."),
            details=details[:2000],
        )
    return TrainingError(
        mark("The memory ran out with {batch} pictures at a time. Set the batch to {new_batch_size}, or use smaller "
             "pictures; what was learnt before is not lost."),
        details=details[:2000], batch=batch_size, new_batch_size=max(1, batch_size // 2),
    )  # fmt: skip


def nothing_readable() -> TrainingError:
    """The sentence for a training none of whose pictures could be read."""
    return TrainingError(
        mark("None of the training pictures can be read any more. Are they still there? Open the data again.")
    )
