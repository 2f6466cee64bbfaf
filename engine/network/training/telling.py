"""Telling a run's listener, and its record, what is going on. For the training worker only."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from math import prod
from typing import Any

from engine.errors import UserError
from engine.files import SaveError
from engine.imaging.explanation import Remark
from engine.network.architecture import Architecture
from engine.network.training import messages as say
from engine.network.training.checkpoints import Place
from engine.network.training.curves import EpochFigures, Note, StepFigures
from engine.network.training.listening import Listener, memory_held
from engine.network.training.materials import Materials
from engine.network.training.recording import Record
from engine.text import mark


class Teller:
    """Knows what has been told already, and how long the run has taken since this process took it up."""

    def __init__(self, materials: Materials, record: Record, listener: Listener, *, steps_per_epoch: int) -> None:
        self._materials, self._record, self._listener = materials, record, listener
        self._steps_per_epoch = steps_per_epoch
        self._untold: list[StepFigures] = []
        self._missing = 0
        self._refused: set[str] = set()
        self._begun = time.monotonic()
        self._steps_done = 0

    def began(self, architecture: Architecture, place: Place, *, learning: Sequence[Any], is_cached: bool) -> None:
        """Tell what is trained on what; `learning` are the variables that will change."""
        materials = self._materials
        parts = materials.parts
        arrays = materials.prepared.tuned.arrays.values()
        self._listener.tell(
            say.Began(
                architecture=architecture.to_json(), class_names=materials.class_names,
                epochs=materials.job.settings.epochs, steps_per_epoch=self._steps_per_epoch,
                train_count=len(parts.train), validation_count=len(parts.validation), test_count=len(parts.test),
                parameters=sum(each.size for each in arrays), trainable=sum(prod(each.shape) for each in learning),
                first_step=self._number(place), is_cached=is_cached,
                remarks=tuple(Remark(each.template, dict(each.values)) for each in parts.remarks),
            )
        )  # fmt: skip
        self._begun = time.monotonic()

    def stepped(self, steps: Iterable[StepFigures]) -> None:
        """Take note of steps that are to be told."""
        before = len(self._untold)
        self._untold += steps
        self._steps_done += len(self._untold) - before

    def forget_steps(self) -> None:
        """Steps that have not been told are never told: they were taken back."""
        self._untold = []

    def steps(self, place: Place, *, images_per_second: float) -> None:
        """Tell the steps since the last time."""
        if not self._untold:
            return
        steps, self._untold = tuple(self._untold), []
        self.kept_going(lambda: self._record.steps(steps), place)
        self._listener.tell(
            say.Stepped(
                steps=steps, images_per_second=images_per_second, remaining=self._remaining(place),
                memory=memory_held(), epoch=(steps[-1].step - 1) // self._steps_per_epoch + 1,
            )
        )  # fmt: skip

    def epoch(self, figures: EpochFigures, place: Place) -> None:
        """Tell an epoch."""
        self.kept_going(lambda: self._record.epoch(figures), place)
        self._listener.tell(say.EpochEnded(figures=figures, remaining=self._remaining(place)))

    def missing(self, reasons: Sequence[UserError], place: Place) -> None:
        """Tell which pictures could not be read, as often as there are more of them."""
        if len(reasons) > self._missing:
            self._missing = len(reasons)
            self.note(
                place, mark("{count} pictures cannot be read and are left out. The first: {reason}"),
                count=len(reasons), reason=str(reasons[0]),
            )  # fmt: skip

    def note(self, place: Place, template: str, **values: Any) -> None:
        """Tell something in a sentence."""
        note = Note(self._number(place), template, values)
        self.kept_going(lambda: self._record.note(note), place)
        self._listener.tell(say.Noted(note=note))

    def held(self, seconds: float) -> None:
        """So long the run held still, which says nothing about its speed."""
        self._begun += seconds

    def kept_going(self, save: Callable[[], None], place: Place) -> None:
        """Save something; where that fails say so, once, and train on: what was learnt is still in memory."""
        try:
            save()
        except SaveError as error:
            if error.template not in self._refused:
                self._refused.add(error.template)
                self._listener.tell(say.Noted(note=Note(self._number(place), error.template, error.values)))

    def _remaining(self, place: Place) -> float:
        left = max(0, self._materials.job.settings.epochs * self._steps_per_epoch - self._number(place))
        return left * (time.monotonic() - self._begun) / max(1, self._steps_done)

    def _number(self, place: Place) -> int:
        return place.epoch * self._steps_per_epoch + place.step
