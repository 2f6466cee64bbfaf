"""Runs jobs and shows batches, as the window asks for it. For the training worker only."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import keras

from engine.child.host import Handler, Job
from engine.child.messages import Answer, Message, Request, Stopped
from engine.network.data.dataset import StoppedError
from engine.network.training import messages as ask
from engine.network.training.batches import show_batch
from engine.network.training.curves import RunState
from engine.network.training.materials import opened
from engine.network.training.running import run
from engine.network.training.starting import start_of
from engine.network.training.watching import watcher


class JobListener:
    """Passes on what a run tells, and what the window wants of it."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._is_pause_asked = False

    def tell(self, message: Message) -> None:
        """Send it to the window."""
        self._job.send(message)

    def is_stop_asked(self) -> bool:
        return self._job.is_stop_asked

    def is_pause_asked(self) -> bool:
        for word in self._job.told():
            if isinstance(word, ask.Pause | ask.Resume):
                self._is_pause_asked = isinstance(word, ask.Pause)
        return self._is_pause_asked

    def pause(self) -> bool:
        # Whoever pressed Stop did not know yet that ending now would lose what was learnt; the second time they do.
        self._job.forget_stop()
        self._is_pause_asked = True
        return True


class Serving:
    """Answers what has to do with a job."""

    def handlers(self) -> Mapping[type[Request], Handler]:
        """What answers each kind of request."""
        return {ask.Describe: self._on_describe, ask.ShowBatch: self._on_show_batch, ask.Train: self._on_train}

    def _on_describe(self, job: Job, request: ask.Describe) -> Answer:
        start = start_of(request.training.model, sides=request.training.input_size)
        return ask.Described(architecture=start.architecture.to_json(), has_weights=start.arrays is not None)

    def _on_show_batch(self, job: Job, request: ask.ShowBatch) -> Answer:
        try:
            materials = opened(request.training, None, JobListener(job))
        except StoppedError:
            return Stopped()
        return show_batch(materials, count=request.count, number=request.number)

    def _on_train(self, job: Job, request: ask.Train) -> Answer:
        # Models of earlier runs and their graphs would stay for ever otherwise.
        keras.utils.clear_session(free_memory=True)
        watch = watcher(request.watched_index) if request.watches else None
        try:
            figures = run(
                request.training, Path(request.folder), listener=JobListener(job), resume=request.resume, watch=watch
            )
        except StoppedError:
            return Stopped()
        return Stopped() if figures.state == RunState.STOPPED else ask.Trained(figures=figures)
