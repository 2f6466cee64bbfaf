"""Between the training worker and the Train workspace's session: opens data, shows batches, trains, asks afterwards.

driver = TrainDriver(child, session, home=…)
driver.set_active(True)                # the workspace is in front: the worker is started
session.wish_for(BuiltInData())        # → session.data_changed, then batch_changed
driver.train()                         # → training_changed, stepped …, evaluated_changed
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from engine.child.messages import Message, Stopped, failure
from engine.errors import UserError
from engine.network.architecture import Architecture
from engine.network.data.dataset import DataSet, StoppedError
from engine.network.data.edits import Edits
from engine.network.data.opening import open_data
from engine.network.data.specs import DataSpec
from engine.network.training.curves import BEST, Run
from engine.network.training.messages import (
    Batch,
    Began,
    Describe,
    Described,
    EpochEnded,
    Noted,
    Pause,
    Paused,
    Preparing,
    Resume,
    ShowBatch,
    Stepped,
    Train,
    Trained,
    Watched,
)
from engine.network.training.run_folders import new_run_folder
from engine.network.training.taking_up import job_to_go_on_with
from gui.background import Background
from gui.children import QtChild
from gui.text import tr, translated
from gui.train.frozen import architecture_here
from gui.train.past_runs import PastRun, read_past_run
from gui.train.questions import Questions
from gui.train.runs import newest_runs, run_words
from gui.train.session import OpenData, Phase, Progress, Training, TrainSession
from gui.train.talk import Talk
from gui.train.unfinished import forget_training, note_training

BATCH_DELAY_MS = 150
PICTURES_SHOWN = 16


class TrainDriver(QObject):
    """Lives on Qt's thread and waits for nothing; opening data runs on a thread of its own.

    Signals:
        trained(object): a training ended by itself; its `Training`.
        taken_up(object): a run of before goes on now; its `Training`, whose job is to be shown.
        noted(object): something to be read happened to the training; a `Remark`.
        broken_off(object): the worker died in the middle of a training; its `Training`, which can be resumed.
    """

    trained = Signal(object)
    taken_up = Signal(object)
    noted = Signal(object)
    broken_off = Signal(object)
    _opening_told = Signal(int, int, int)

    def __init__(self, child: QtChild, session: TrainSession, *, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._home = session, home
        self.talk = Talk(child, self)
        self.questions = Questions(self.talk, session, self)
        self._files = Background(self._on_failed)
        self._opening = 0
        self._batch_job: int | None = None
        self._batch_number = 0
        self._is_batch_due = False  # what is shown is of other data, and no other batch could be asked for
        self._job: int | None = None
        self._is_waiting = False  # to train as soon as there is a worker
        self._is_resumed = False
        self._describing: int | None = None
        self._batch_timer = QTimer(self, singleShot=True, interval=BATCH_DELAY_MS)
        self._batch_timer.timeout.connect(self._ask_batch)
        self._opening_told.connect(self._on_opening_told)
        self.talk.began.connect(self._batch_timer.start)
        self.talk.began.connect(lambda: session.put_ready(True))
        self.talk.began.connect(self._on_worker_began)
        self.talk.ended.connect(lambda: session.put_ready(False))
        self.talk.ended.connect(self._on_worker_ended)
        self.talk.refused.connect(session.refuse)
        session.data_wished.connect(self._on_data_wished)
        session.job_changed.connect(lambda _job: self._batch_timer.start())
        session.training_changed.connect(lambda _training: self._ask_due_batch())
        session.data_changed.connect(lambda _data: self._batch_timer.start())

    def start(self) -> None:
        """The workspace is wanted: start the worker, whose import takes its time."""
        self.talk.start()

    def another_batch(self) -> None:
        """Show the batch after the one that is shown."""
        self._batch_number += 1
        self._ask_batch()

    def read_runs(self) -> None:
        """Bring the list of runs up to date."""
        self._files.run(lambda: newest_runs(self._home), self._session.put_runs)

    @property
    def background(self) -> Background:
        """The thread for files of this workspace."""
        return self._files

    # Training

    def train(self, *, resume: Path | None = None) -> None:
        """Start the job that is set, or go on with the run in a folder; waits for the worker if it is just starting."""
        session = self._session
        if session.is_training:
            return
        folder = resume or new_run_folder(
            self._home, run_words(session.job, session.data.dataset.name if session.data is not None else "")
        )
        before = session.training if resume is not None and session.training is not None else None
        training = Training(folder, session.job)
        if before is not None and before.folder == folder:
            job = job_to_go_on_with(before.job, session.job)
            training = replace(before, job=job, phase=Phase.STARTING, figures=None)
        else:
            session.put_watched(())
        session.put_evaluated(None)
        session.put_training(training)
        self._is_resumed = resume is not None
        self._note(folder)
        if self.talk.is_open:
            self._send(training)
        else:
            self._is_waiting = True
            session.put_progress(Progress(tr("Starting the training worker")))

    def _send(self, training: Training) -> None:
        self._is_waiting = False
        self._give_up_batch()
        self._job = self.talk.ask(
            Train(training=training.job, folder=str(training.folder), resume=self._is_resumed),
            self._on_ended, told=self._on_told, failed=self._on_train_failed,
        )  # fmt: skip

    def take_up(self, run: Run) -> None:
        """Go on with a run of before, with its own job and from its own curves."""
        if not self._session.is_training:
            self._files.run(lambda: read_past_run(run.folder), self._on_past_run)

    def _on_past_run(self, past: PastRun) -> None:
        if self._session.is_training:
            return
        self._session.put_watched(past.watched)
        self._session.put_training(past.training)
        self.taken_up.emit(past.training)
        self.train(resume=past.training.folder)

    def pause(self) -> None:
        """Hold still after this step."""
        if self._job is not None and self._session.is_training:
            self.talk.tell(self._job, Pause())

    def go_on(self) -> None:
        """Leave the pause."""
        if self._job is not None and self._session.is_training:
            self.talk.tell(self._job, Resume())

    def stop(self) -> None:
        """End the training; what it has learnt stays and can be gone on with."""
        training = self._session.training
        if training is None or not training.is_running:
            return
        if self._is_waiting:
            self._is_waiting = False
            self._on_ended(Stopped())
        elif self._job is not None:
            self._session.put_training(replace(training, phase=Phase.STOPPING))
            self.talk.stop(self._job)

    def close(self) -> None:
        """End what it runs. A training that is under way is stopped; its checkpoint stays."""
        self._batch_timer.stop()
        self._opening += 1
        if self._job is not None:
            self.talk.stop(self._job)
        self.talk.close()
        self._files.close()

    # Data

    def _on_data_wished(self, spec: DataSpec) -> None:
        self._opening += 1
        number = self._opening
        # The same data set is read anew, after pictures were recorded say: what the user changed about it stays.
        edits = self._session.job.edits if self._session.job.data == spec else Edits()
        self._session.put_progress(Progress(tr("Opening the data")))

        def told(done: int, total: int) -> None:
            self._opening_told.emit(number, done, total)

        def work() -> DataSet | None:
            try:
                return open_data(spec, told=told, stop=lambda: self._opening != number)
            except StoppedError:
                return None

        def done(found: DataSet | None) -> None:
            if found is not None and self._opening == number:
                self._session.put_progress(Progress())
                self._put(spec, found, edits)

        def failed(error: BaseException) -> None:
            if self._opening == number:
                self._session.put_progress(Progress())
                self._on_failed(error)

        self._files.run(work, done, failed)

    def _put(self, spec: DataSpec, source: DataSet, edits: Edits) -> None:
        try:
            data = OpenData.made(spec, source, edits)
        except UserError as error:
            self._session.refuse(error)
            data = OpenData.made(spec, source, Edits())
        self._batch_number = 0
        self._session.put_data(data)

    def _on_opening_told(self, number: int, done: int, total: int) -> None:
        if number == self._opening and self._session.progress.text:
            share = done / total if total else None
            text = tr("Opening the data: {count} pictures", count=f"{done:,}") if done else tr("Opening the data")
            self._session.put_progress(Progress(text, share))

    # The network in a file

    def _ask_description(self) -> None:
        job = self._session.job
        if architecture_here(job.model) is not None or self._session.described is not None or not self.talk.is_open:
            return

        def done(answer: Message) -> None:
            if isinstance(answer, Described):
                self._session.put_described(job.model, Architecture.from_json(answer.architecture))

        self._describing = self.talk.ask(Describe(training=job), done, supersedes=self._describing)

    # The batch

    def _ask_batch(self) -> None:
        self._ask_description()
        data = self._session.data
        if data is not None and not len(data.dataset):
            self._give_up_batch()
            self._session.put_batch(None)
            return
        if data is None or self._session.is_training or not self.talk.is_open:
            return
        request = ShowBatch(training=self._session.job, count=PICTURES_SHOWN, number=self._batch_number)
        self._batch_job = self.talk.ask(
            request, self._on_batch, failed=self._on_batch_refused, supersedes=self._batch_job
        )

    def _give_up_batch(self) -> None:
        is_due = self._batch_timer.isActive() or self._batch_job is not None
        self._is_batch_due = self._is_batch_due or is_due
        self._batch_timer.stop()
        if self._batch_job is not None:
            self.talk.give_up(self._batch_job)
            self._batch_job = None

    def _on_batch(self, answer: Message) -> None:
        self._batch_job = None
        if isinstance(answer, Batch):
            self._session.put_batch(answer)

    def _on_batch_refused(self, error: UserError) -> None:
        self._batch_job = None
        self._session.put_batch(None, error)

    # What the training tells

    def _on_told(self, message: Message) -> None:
        training = self._session.training
        if training is None:
            return
        put: Callable[[Training], None] = self._session.put_training
        match message:
            case Preparing(done=done, total=total, note=note):
                self._session.put_progress(Progress(translated(note), done / total if total else None))
            case Began():
                self._session.put_progress(Progress())
                steps = training.steps[training.steps[:, 0] <= message.first_step]
                put(replace(training, began=message, phase=Phase.TRAINING, steps=steps))
            case Stepped():
                self._session.put_steps(training.with_steps(message))
            case EpochEnded(figures=figures, remaining=remaining):
                epochs = tuple(each for each in training.epochs if each.epoch < figures.epoch)
                put(replace(training, epochs=(*epochs, figures), seconds_left=remaining))
            case Watched():
                earlier = tuple(each for each in self._session.watched if each.epoch < message.epoch)
                self._session.put_watched((*earlier, message))
            case Noted(note=note):
                put(replace(training, notes=(*training.notes, (note.step, note.remark))))
                self.noted.emit(note.remark)
            case Paused(is_paused=is_paused):
                put(replace(training, phase=Phase.PAUSED if is_paused else Phase.TRAINING))

    def _ask_due_batch(self) -> None:
        if self._is_batch_due and not self._session.is_training:
            self._is_batch_due = False
            self._batch_timer.start()

    def _note(self, folder: Path | None) -> None:
        """Leave a note while a training runs, so that the next window knows of it should this one end."""
        home, work = self._home, forget_training if folder is None else partial(note_training, run=folder)
        # A home that cannot be written to is told of by the training itself.
        self._files.run(lambda: work(home), failed=lambda _error: None)

    def _on_ended(self, answer: Message) -> None:
        self._job = None
        self._note(None)
        self._session.put_progress(Progress())
        training = self._session.training
        if training is None:
            return
        figures = answer.figures if isinstance(answer, Trained) else None
        ended = replace(training, phase=Phase.IDLE, figures=figures, seconds_left=None)
        self._session.put_training(ended)
        self.read_runs()
        if not isinstance(answer, Stopped):
            self.trained.emit(ended)
        if (ended.folder / BEST).is_file():
            self.questions.evaluate()

    def _on_train_failed(self, error: UserError) -> None:
        self._job = None
        self._note(None)
        self._session.put_progress(Progress())
        training = self._session.training
        if training is not None:
            self._session.put_training(replace(training, phase=Phase.IDLE, seconds_left=None))
        self._session.refuse(error)
        self.read_runs()

    def _on_worker_began(self) -> None:
        training = self._session.training
        if self._is_waiting and training is not None:
            self._send(training)

    def _on_worker_ended(self) -> None:
        self._batch_job = self._describing = None
        was_training, self._job = self._job is not None, None
        training = self._session.training
        if was_training and training is not None:
            self._session.put_progress(Progress())
            ended = replace(training, phase=Phase.IDLE, seconds_left=None)
            self._session.put_training(ended)
            self.broken_off.emit(ended)

    def _on_failed(self, error: BaseException) -> None:
        self._session.refuse(error if isinstance(error, UserError) else failure(error).error)
