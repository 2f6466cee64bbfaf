"""A training worker without a process: takes requests as `QtChild` does, and answers when the test says so."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.child.lifecycle import State
from engine.child.messages import Answer, Failed, Lost, Ready, Stopped
from engine.errors import UserError
from engine.network.catalogue import architecture_of
from engine.network.data.edits import edited
from engine.network.data.opening import open_data
from engine.network.training import messages as ask
from engine.network.training.curves import (
    BEST,
    CHECKPOINT,
    FIGURES,
    JOB,
    LOG,
    EpochFigures,
    FinalFigures,
    Note,
    StepFigures,
    line_of,
)  # fmt: skip

STEPS = 10
"""Steps an epoch."""


class FakeWorker(QObject):
    """`asked` are the requests that wait for their answers, by job; `seen` all that ever came, `told` what was told."""

    state_changed = Signal(str)
    message_arrived = Signal(object)
    died = Signal(str)
    log_arrived = Signal(object)

    def __init__(self, state=State.READY):
        super().__init__()
        self.state = state
        self.asked, self.seen, self.told, self.stopped = {}, [], [], []
        self.last_death, self.has_given_up, self.may_lack_memory = None, False, False
        self._job = 0

    def start(self):
        self.state = State.STARTING
        self.state_changed.emit("starting")

    def ready(self):
        """The process is up."""
        self.message_arrived.emit(Ready())
        self.state = State.READY
        self.state_changed.emit("ready")

    def send(self, request, *, supersedes=None):
        if supersedes is not None:
            self.asked.pop(supersedes, None)
        self._job += 1
        self.asked[self._job] = replace(request, job=self._job)
        self.seen.append(self.asked[self._job])
        return self._job

    def supersede(self, job):
        self.asked.pop(job, None)

    def stop_job(self, job):
        self.stopped.append(job)

    def tell(self, job, word):
        self.told.append((job, word))

    def restart(self):
        self.has_given_up = False
        self.start()
        self.ready()

    # What the test lets happen

    def pending(self, kind):
        """The oldest request of a kind that waits."""
        return next((each for each in self.asked.values() if isinstance(each, kind)), None)

    def say(self, message):
        if isinstance(message, Answer):
            self.asked.pop(message.job, None)
        self.message_arrived.emit(message)

    def refuse(self, kind, template, **values):
        self.say(Failed(job=self.pending(kind).job, template=template, values=values))

    def die(self, *, gives_up=False, may_lack_memory=False):
        """End unexpectedly; what was asked is lost, and another process is started."""
        self.last_death = UserError("The training worker ended unexpectedly and is started again.")
        self.has_given_up, self.may_lack_memory = gives_up, may_lack_memory
        self.state = State.DEAD
        self.state_changed.emit("dead")
        self.died.emit(str(self.last_death))
        for job in list(self.asked):
            self.say(Lost(job=job, values={"name": "training worker"}))

    # A training, told piece by piece and written down as the real one does

    @property
    def training(self):
        """The training that runs."""
        return self.pending(ask.Train)

    def begin(self, *, first_step=0, test=30):
        train = self.training
        folder = Path(train.folder)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / JOB).write_text(train.training.to_text(), encoding="utf-8")
        (folder / FIGURES).unlink(missing_ok=True)
        self.say(ask.Preparing(job=train.job, done=5, total=10, note="Reading the pictures"))
        self.say(
            ask.Began(
                job=train.job, architecture=architecture_of("cnn-example").to_json(), class_names=("a", "b"),
                epochs=train.training.settings.epochs, steps_per_epoch=STEPS, train_count=80, validation_count=20,
                test_count=test, parameters=62_958, trainable=62_958, first_step=first_step,
            )
        )  # fmt: skip

    def steps(self, first, last):
        figures = tuple(StepFigures(step=at, loss=2.0 / at, accuracy=min(1.0, at / 40)) for at in range(first, last))
        self._write("".join(line_of(each) for each in figures))
        self.say(
            ask.Stepped(
                job=self.training.job, steps=figures, images_per_second=4321.0, remaining=75.0, memory=512_000_000,
                epoch=(first - 1) // STEPS,
            )
        )  # fmt: skip

    def epoch(self, number, *, watches=True):
        """A whole epoch, its steps included."""
        self.steps((number - 1) * STEPS + 1, number * STEPS + 1)
        figures = EpochFigures(
            epoch=number, step=number * STEPS, loss=1.0 / number, accuracy=1 - 0.5 / number,
            validation_loss=1.2 / number, validation_accuracy=1 - 0.6 / number, seconds=2.0, images_per_second=4321.0,
            is_best=True,
        )  # fmt: skip
        self._write(line_of(figures))
        folder = Path(self.training.folder)
        (folder / CHECKPOINT).write_bytes(b"somewhere in the middle")
        (folder / BEST).write_bytes(b"the best so far")
        self.say(ask.EpochEnded(job=self.training.job, figures=figures, remaining=60.0))
        if watches:
            self.say(watched(self.training.job, number))

    def note(self, step, template, **values):
        note = Note(step, template, values)
        self._write(line_of(note))
        self.say(ask.Noted(job=self.training.job, note=note))

    def pause(self, is_paused):
        self.say(ask.Paused(job=self.training.job, is_paused=is_paused))

    def finish(self, *, epochs=3, state="done"):
        train = self.training
        figures = FinalFigures(
            state=state, epochs=epochs, best_epoch=epochs, seconds=6.0, images_per_second=4321.0, train_count=80,
            validation_count=20, test_count=30, test_loss=0.2, test_accuracy=0.9,
        )  # fmt: skip
        (Path(train.folder) / FIGURES).write_text(json.dumps(asdict(figures)), encoding="utf-8")
        is_done = state == "done"
        self.say(ask.Trained(job=train.job, figures=figures) if is_done else Stopped(job=train.job))

    def _write(self, text):
        with (Path(self.training.folder) / LOG).open("a", encoding="utf-8") as file:
            file.write(text)

    # Other answers

    def work(self):
        """Answer everything that waits except a training."""
        for request in [each for each in self.asked.values() if not isinstance(each, ask.Train)]:
            self.answer(request)

    def answer(self, request):
        match request:
            case ask.ShowBatch():
                self.say(batch(request))
            case ask.Describe():
                self.say(
                    ask.Described(
                        job=request.job, architecture=architecture_of("lenet-5").to_json(), has_weights=True
                    )
                )  # fmt: skip
            case ask.Evaluate():
                self.say(evaluated(request, self._dataset()))
            case ask.Explain():
                heats = np.zeros((len(request.classes), 8, 8), np.uint8)
                self.say(
                    ask.Heats(
                        job=request.job, index=request.index, picture=np.full((8, 8, 3), 90, np.uint8),
                        classes=request.classes, heats=heats, scores=(0.7, 0.2)[: len(request.classes)], layer="conv2",
                    )
                )  # fmt: skip
            case ask.Embed():
                self.say(embedded(request, self._dataset()))
            case ask.Robustness():
                self.say(
                    ask.Tried(
                        job=request.job, kind=request.kind, unit="°", amounts=(0.0, 45.0, 90.0),
                        accuracies=(0.9, 0.6, 0.3), count=30,
                    )
                )  # fmt: skip

    def _dataset(self):
        job = next(each for each in reversed(self.seen) if isinstance(each, ask.Train)).training
        return edited(open_data(job.data), job.edits)


def batch(request):
    """Pictures of the data that was asked about, as the loader would hand them on."""
    dataset = edited(open_data(request.training.data), request.training.edits)
    indices = tuple(range(min(request.count, len(dataset))))
    pictures = np.full((len(indices), 8, 8, 1), 100 + request.number, np.uint8)
    step = ask.LoaderStep("Batch", "What goes in", (len(indices), 8, 8, 1), "float32", 0.0, 1.0)
    return ask.Batch(
        job=request.job, before=pictures, after=255 - pictures, labels=tuple(int(dataset.labels[i]) for i in indices),
        indices=indices, class_names=dataset.class_names, steps=(step,), batch_size=len(indices), batches=STEPS,
    )  # fmt: skip


def watched(job, epoch):
    """A layer with filters and one without."""
    entries = np.full((5, 5), 30 + epoch, np.uint8)
    entries[2] = 0
    layer = ask.WatchedLayer("conv1", filters=entries, gradients=entries, maps=entries, filter_high=epoch / 10)
    health = (ask.LayerHealth("conv1", 1e-3, 0.2, 0.25), ask.LayerHealth("dense", None, 0.1, None))
    return ask.Watched(job=job, epoch=epoch, index=0, layers=(layer, ask.WatchedLayer("dense")), health=health)


def evaluated(request, dataset):
    """Right for all but each third picture, which is taken for the class after its own."""
    count, classes = min(30, len(dataset)), len(dataset.class_names)
    labels = np.asarray(dataset.labels[:count], np.int32)
    said = np.where(np.arange(count) % 3 == 0, (labels + 1) % classes, labels)
    probabilities = np.full((count, classes), 0.1 / max(1, classes - 1), np.float32)
    probabilities[np.arange(count), said] = 0.9
    return ask.Evaluated(
        job=request.job, folder=request.folder, part=request.part, class_names=dataset.class_names,
        indices=np.arange(count), labels=labels, probabilities=probabilities,
    )  # fmt: skip


def embedded(request, dataset):
    """Points on a line."""
    labels = np.asarray(dataset.labels[:30], np.int32)
    answers = labels.copy()
    answers[0] = (answers[0] + 1) % len(dataset.class_names)
    points = np.stack([np.arange(len(labels)), np.arange(len(labels)) % 5], axis=1).astype(np.float32)
    return ask.Embedded(
        job=request.job, indices=np.arange(len(labels)), labels=labels, answers=answers, points=points,
        layer="dense", explained=0.5,
    )  # fmt: skip
