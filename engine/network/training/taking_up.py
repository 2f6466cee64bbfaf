"""Going on from a checkpoint with a job that may have changed since. No Keras here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from numpy.typing import NDArray

from engine.network.training.checkpoints import Checkpoint, CheckpointError, Place
from engine.network.training.job import TrainingJob
from engine.text import mark


def job_to_go_on_with(then: TrainingJob, now: TrainingJob) -> TrainingJob:
    """The job of a run that goes on: its own, with the settings that are shown now if they are for the same thing."""
    is_same = (then.data, then.model, then.tuning) == (now.data, now.model, now.tuning)
    return replace(then, settings=replace(now.settings, seed=then.settings.seed)) if is_same else then


def place_to_go_on_from(kept: Checkpoint, now: Place, *, arrays: Mapping[str, NDArray[Any]], name: str) -> Place:
    """Where a run goes on that begins at `now` with `arrays`; refuses the checkpoint of another network, in `name`."""
    fits = all(f"w/{each}" in kept.arrays and kept.arrays[f"w/{each}"].shape == arrays[each].shape for each in arrays)
    if not fits or kept.place.class_names != now.class_names:
        raise CheckpointError(
            mark("The checkpoint in “{folder}” belongs to another network or to other classes. Start the training "
                 "anew, or open the job that it came from."),
            folder=name,
        )  # fmt: skip
    then = kept.place
    place = replace(then, train_count=now.train_count, batch_size=now.batch_size, rate=now.rate)
    if then.train_count != now.train_count or then.batch_size not in (0, now.batch_size):
        # The batches are others now, so an unfinished epoch begins again.
        place = replace(place, step=0, sums=(0.0, 0.0, 0.0))
    if then.rate not in (0.0, now.rate):
        # Somebody chose another rate: what an earlier one came to says nothing about it.
        place = replace(place, rate_factor=1.0, rollbacks=0)
    return place
