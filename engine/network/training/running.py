"""The one training loop, for the window's worker and the command line alike. Imports Keras.

figures = run(job, Path("runs/first"), listener=listener)
figures = run(job, Path("runs/first"), listener=listener, resume=True)     # from the checkpoint there
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.files import SaveError
from engine.network.data.dataset import DataSet
from engine.network.training import messages as say
from engine.network.training.checkpoints import Checkpoint, Place, load_checkpoint, save_checkpoint
from engine.network.training.curves import (
    CHECKPOINT,
    EpochFigures,
    FinalFigures,
    RunState,
    StepFigures,
)
from engine.network.training.features import Extractor, Features
from engine.network.training.finishing import Ending, finish, nothing_readable, out_of_memory
from engine.network.training.going_back import (
    NotFiniteError,
    can_be_learnt_from,
    check_weights,
    given_up,
    no_answer,
    place_to_go_back_to,
    why_back,
)
from engine.network.training.job import TrainingJob
from engine.network.training.learner import Learner
from engine.network.training.listening import Listener, Silent, memory_held
from engine.network.training.loading import Loader, in_order, order
from engine.network.training.making import Alone, Making
from engine.network.training.materials import Materials, opened
from engine.network.training.pace import Pace
from engine.network.training.phases import Phase, arrays_for, halves_of, phases_of
from engine.network.training.recording import Record
from engine.network.training.schedule import rates
from engine.network.training.solved_start import with_solved_head
from engine.network.training.taking_up import place_to_go_on_from
from engine.network.training.telling import Teller
from engine.text import mark

_PROBED = 8
_HOLD_SECONDS = 0.05
_EVALUATED = 256
Watch = Callable[[int, Any, dict[str, NDArray[Any]]], None]


class _StopAskedError(Exception):
    """The listener wants the run to end."""


def run(
    job: TrainingJob,
    folder: Path,
    *,
    listener: Listener | None = None,
    resume: bool = False,
    dataset: DataSet | None = None,
    watch: Callable[[Materials, Listener, Path], Watch] | None = None,
    making: Making | None = None,
) -> FinalFigures:
    """Train as the job says; what comes of it lies in `folder`. Also ends, with state "stopped", when that is asked.

    `dataset` takes the place of the job's own data, `watch` makes what looks into the network after each epoch, and
    `making` makes what learns: on several devices together, for example.

    Raises:
        UserError: where it cannot begin or go on, in one sentence. The checkpoint and the best network so far stay.
        StoppedError: if it was stopped while the data set was still being opened.
    """
    heard = listener or Silent()
    try:
        materials = with_solved_head(opened(job, dataset, heard), heard)
        return _Running(materials, folder, heard, watch, making or Alone()).go(resume=resume)
    except (tf.errors.ResourceExhaustedError, MemoryError) as error:
        raise out_of_memory(job.settings.batch_size, str(error)) from None


class _Running:
    def __init__(
        self,
        materials: Materials,
        folder: Path,
        listener: Listener,
        watch: Callable[[Materials, Listener, Path], Watch] | None,
        making: Making,
    ) -> None:
        self._materials, self._folder, self._listener, self._making = materials, folder, listener, making
        self._settings = materials.job.settings
        self._train, self._validation = materials.loader("train"), materials.loader("validation")
        self._steps_per_epoch = math.ceil(len(self._train) / self._settings.batch_size)
        self._record = Record(folder, materials.job, steps_per_epoch=self._steps_per_epoch)
        self._phases = phases_of(materials.prepared.tuned.architecture, materials.job.tuning)
        self._arrays: dict[str, NDArray[Any]] = dict(materials.prepared.tuned.arrays)
        self._best: dict[str, NDArray[Any]] = {}
        self._place = Place(
            class_names=materials.class_names, train_count=len(self._train), batch_size=self._settings.batch_size,
            rate=self._settings.rate,
        )  # fmt: skip
        self._phase: Phase | None = None
        self._learner: Learner | None = None
        self._sources: tuple[Loader | Features, Loader | Features] = (self._train, self._validation)
        self._pace = Pace(time.monotonic())
        self._teller = Teller(materials, self._record, listener, steps_per_epoch=self._steps_per_epoch)
        self._is_early = False
        self._kept = Checkpoint(self._place)  # the last place whose numbers are numbers
        self._watch = None if watch is None else watch(materials, listener, folder)

    @property
    def learner(self) -> Learner:
        assert self._learner is not None
        return self._learner

    def go(self, *, resume: bool) -> FinalFigures:
        kept: Checkpoint | None = load_checkpoint(self._folder / CHECKPOINT) if resume else None
        if kept is None:
            self._record.begin_anew()
        else:
            self._take_up(kept)
        self._enter(self._phase_of(self._place.epoch))
        if kept is not None:
            self._restore(kept)
        check_weights(self._all_arrays())
        phase = self._phase
        assert phase is not None
        self._teller.began(
            phase.architecture, self._place, learning=self.learner.trainable,
            is_cached=isinstance(self._sources[0], Features),
        )  # fmt: skip
        state = RunState.DONE
        try:
            if not self._is_sound():
                raise no_answer()
            if self._watch is not None and self._place.epoch == 0 and self._place.step == 0:
                self._watch(0, self.learner, self._all_arrays())
            self._epochs()
        except _StopAskedError:
            state = RunState.STOPPED
            if not self.learner.is_finite():
                self._go_back(self._kept.place)
            self._save()
        self._tell_steps()
        return self._finished(state)

    def _finished(self, state: RunState) -> FinalFigures:
        ending = Ending(state, self._place, self._best or self._all_arrays(), ended_early=self._is_early)
        while True:
            try:
                return finish(
                    self._materials, self._folder, self._record, ending, self._phases[0].architecture,
                    is_kept=self._making.is_chief,
                )  # fmt: skip
            except SaveError as error:
                self._wait_for_room(error)

    def _epochs(self) -> None:
        self._kept = self._checkpoint()
        while self._place.epoch < self._settings.epochs and not self._is_early:
            phase = self._phase_of(self._place.epoch)
            if phase is not self._phase:
                self._arrays = self._all_arrays()
                self._enter(phase)
                self._place = replace(self._place, stale=0)
                self._teller.note(
                    self._place, mark("Frozen layers learn too from now on, at {share:g} of the rate."),
                    share=phase.factor,
                )  # fmt: skip
                self._kept = self._checkpoint()
            try:
                self._epoch()
            except NotFiniteError:
                self._roll_back()
                continue
            self._kept = self._save()

    def _epoch(self) -> None:
        begun, before = time.monotonic(), self._place
        source, validation = self._sources
        batches = order(len(source), self._settings.batch_size, seed=self._settings.seed, epoch=before.epoch)
        held = 0.0
        try:
            dealt = self._making.dealt(source)
            with closing(dealt.chunks(batches[before.step :], steps=lambda: self._pace.steps)) as chunks:
                for chunk in chunks:
                    self._steps(self.learner, chunk)
                    held += self._hold_or_stop()
        except _StopAskedError:
            self._place = replace(self._place, seconds=before.seconds + time.monotonic() - begun - held)
            raise
        self._teller.missing([*self._train.missing.values(), *self._validation.missing.values()], self._place)
        loss, accuracy = self._means()
        seconds = max(1e-9, time.monotonic() - begun - held)
        images = self._place.images - before.images
        found = self._judged(validation)
        validation_loss, validation_accuracy = found if found is not None else (None, None)
        is_sound = self._is_sound() if validation_loss is None else can_be_learnt_from(validation_loss)
        if not is_sound or not self.learner.is_finite():
            raise NotFiniteError
        measure = loss if validation_loss is None else validation_loss
        is_best = measure < self._place.best
        epoch = before.epoch + 1
        self._place = replace(
            self._place, epoch=epoch, step=0, sums=(0.0, 0.0, 0.0), seconds=before.seconds + seconds,
            best=measure if is_best else self._place.best, best_epoch=epoch if is_best else self._place.best_epoch,
            stale=0 if is_best else self._place.stale + 1,
        )  # fmt: skip
        if is_best:
            self._best = self._all_arrays()
        figures = EpochFigures(
            epoch=epoch, step=epoch * self._steps_per_epoch, loss=loss, accuracy=accuracy,
            validation_loss=validation_loss, validation_accuracy=validation_accuracy,
            rate=self._rates(epoch * self._steps_per_epoch - 1, 1)[0].item(), seconds=seconds,
            images_per_second=images / seconds, memory=memory_held(), is_best=is_best,
        )  # fmt: skip
        self._tell_steps()
        self._teller.epoch(figures, self._place)
        self._is_early = self._settings.stops_early and self._place.stale >= self._settings.patience
        if self._is_early and self._phase is not self._phases[-1]:
            self._is_early = False  # what is frozen still has its turn
        if self._watch is not None:
            self._watch(epoch, self.learner, self._all_arrays())

    def _steps(self, learner: Learner, chunk: Any) -> None:
        first = self._place.epoch * self._steps_per_epoch + self._place.step
        begun = time.monotonic()
        rows = learner.train(chunk, self._rates(first, len(chunk.places)))
        images = float(rows[:, 2].sum())
        self._pace.called(steps=len(rows), images=images, seconds=time.monotonic() - begun)
        if not np.isfinite(rows[:, 0]).all():
            raise NotFiniteError
        self._teller.stepped(
            StepFigures(
                step=first + number + 1, loss=float(loss), accuracy=float(right / max(1.0, count)),
                rate=self._rates(first + number, 1)[0].item(),
            )
            for number, (loss, right, count) in enumerate(rows)
        )  # fmt: skip
        sums = (float((rows[:, 0] * rows[:, 2]).sum()), float(rows[:, 1].sum()), images)
        self._place = replace(
            self._place, step=self._place.step + len(rows), images=self._place.images + int(images),
            sums=tuple(old + new for old, new in zip(self._place.sums, sums, strict=True)),  # type: ignore[arg-type]
        )  # fmt: skip
        if self._pace.is_telling_due(time.monotonic()):
            self._tell_steps()

    def _judged(self, source: Loader | Features, *, most: int | None = None) -> tuple[float, float] | None:
        """Mean loss and share of right answers without learning, of the first `most`; None without pictures."""
        sums = np.zeros(3)
        batches = in_order(
            len(source) if most is None else min(most, len(source)),
            max(_EVALUATED // 4, min(_EVALUATED, self._settings.batch_size)),
        )
        with closing(self._making.dealt(source).chunks(batches, steps=lambda: self._pace.steps)) as chunks:
            for chunk in chunks:
                sums += self.learner.evaluate(chunk)
                self._hold_or_stop()
        return (float(sums[0] / sums[2]), float(sums[1] / sums[2])) if sums[2] else None

    def _is_sound(self) -> bool:
        """Whether a few training pictures give a loss that can be learnt from."""
        found = self._judged(self._sources[0], most=_PROBED)
        return found is None or can_be_learnt_from(found[0])

    def _enter(self, phase: Phase) -> None:
        """Make the learner of a phase; what never changes in it is computed once."""
        materials, prepared = self._materials, self._materials.prepared
        architecture, values = phase.architecture, prepared.values
        self._phase, self._learner = phase, None
        self._pace = Pace(time.monotonic())
        self._sources = (self._train, self._validation)
        halves = halves_of(architecture) if not materials.job.transforms else None
        if halves is not None:
            extractor = Extractor(halves.extractor, arrays_for(halves.extractor, self._arrays), values=values)
            if extractor.fits(len(self._train) + len(self._validation)):
                self._sources = (self._features(extractor, self._train), self._features(extractor, self._validation))
                architecture, values = halves.learner, ""
        self._learner = self._making.learner(
            materials, architecture, arrays_for(architecture, self._arrays), values=values
        )

    def _features(self, extractor: Extractor, loader: Loader) -> Features:
        def told(done: int, total: int) -> None:
            note = mark("Running the frozen layers, once for every picture")
            self._listener.tell(say.Preparing(done=done, total=total, note=note))
            self._hold_or_stop_early()

        return self._making.features(self._materials, extractor, loader, told=told)

    def _phase_of(self, epoch: int) -> Phase:
        return next(phase for phase in reversed(self._phases) if phase.first <= epoch)

    def _rates(self, first: int, count: int) -> NDArray[np.float32]:
        factor = self._place.rate_factor * (self._phase.factor if self._phase is not None else 1.0)
        return factor * rates(self._settings, first=first, count=count, steps_per_epoch=self._steps_per_epoch)

    def _all_arrays(self) -> dict[str, NDArray[Any]]:
        return {**self._arrays, **self.learner.arrays()}

    def _means(self) -> tuple[float, float]:
        loss, right, images = self._place.sums
        if not images:
            raise nothing_readable()
        return loss / images, right / images

    # Places to come back to

    def _checkpoint(self) -> Checkpoint:
        arrays = {f"w/{name}": array for name, array in {**self._arrays, **self.learner.state()}.items()}
        return Checkpoint(self._place, arrays | {f"b/{name}": array for name, array in self._best.items()})

    def _save(self) -> Checkpoint:
        checkpoint = self._checkpoint()
        self._teller.kept_going(lambda: save_checkpoint(self._folder / CHECKPOINT, checkpoint), self._place)
        return checkpoint

    def _take_up(self, kept: Checkpoint) -> None:
        self._place = place_to_go_on_from(kept, self._place, arrays=self._arrays, name=self._folder.name)
        self._arrays = {name: kept.arrays[f"w/{name}"] for name in self._arrays}
        self._best = {name[2:]: array for name, array in kept.arrays.items() if name.startswith("b/")}

    def _restore(self, kept: Checkpoint) -> None:
        state = {name[2:]: array for name, array in kept.arrays.items() if name.startswith("w/")}
        if self.learner.has_state(state):
            self.learner.restore(state)

    def _go_back(self, place: Place) -> None:
        self._restore(self._kept)
        self._place = place
        self._teller.forget_steps()

    def _roll_back(self) -> None:
        place = place_to_go_back_to(self._kept.place, self._place)
        self._go_back(place or self._kept.place)
        if place is None:
            self._save()
            if self._place.epoch:
                self._finished(RunState.STOPPED)
            raise given_up(self._place, self._settings)
        self._kept = Checkpoint(place, self._kept.arrays)
        template, values = why_back(place, self._settings.rate)
        self._teller.note(place, template, **values)

    # What is heard and asked

    def _hold_or_stop(self) -> float:
        """Hold still as long as that is wished, and say for how long it was; raise if the run should end."""
        if self._listener.is_stop_asked():
            raise _StopAskedError
        if not self._listener.is_pause_asked():
            return 0.0
        begun = time.monotonic()
        self._tell_steps()
        if self.learner.is_finite():
            self._save()
        self._listener.tell(say.Paused(is_paused=True))
        while self._listener.is_pause_asked():
            if self._listener.is_stop_asked():
                raise _StopAskedError
            time.sleep(_HOLD_SECONDS)
        self._listener.tell(say.Paused(is_paused=False))
        held = time.monotonic() - begun
        self._teller.held(held)
        return held

    def _hold_or_stop_early(self) -> None:
        from engine.network.data.dataset import StoppedError

        if self._listener.is_stop_asked():
            raise StoppedError

    def _wait_for_room(self, error: SaveError) -> None:
        """Hold what was learnt in memory until somebody has made room for it; raise where nobody can, or will."""
        if not self._listener.pause():
            raise error
        reason = mark("What was learnt cannot be saved yet and is held in memory. {reason} Then press Go on.")
        self._teller.note(self._place, reason, reason=error)
        try:
            self._hold_or_stop()
        except _StopAskedError:
            raise error from None
        self._save()

    def _tell_steps(self) -> None:
        self._teller.steps(self._place, images_per_second=self._pace.images_per_second)
