"""What a training tells about itself: figures for each step and epoch, and a finished or running run. No Keras here."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from engine.errors import UserError
from engine.imaging.explanation import Remark
from engine.text import mark

LOG = "log.jsonl"
JOB = "job.json"
FIGURES = "figures.json"
CHECKPOINT = "checkpoint"
BEST = "best.keras"
WATCHED = "watched"
_LARGEST_LOG = 256 * 2**20
_GAP = 0.05  # between the accuracies; below it, training and validation are called alike


class RunError(UserError):
    """A run's folder that cannot be read."""


class RunState(StrEnum):
    """How far a run has come. `BROKEN_OFF`: it was neither finished nor stopped, so its process must have ended."""

    DONE = "done"
    STOPPED = "stopped"
    BROKEN_OFF = "broken off"


@dataclass(frozen=True, kw_only=True)
class StepFigures:
    """One step: the mean loss and the share of right answers over its batch, and the rate it went at."""

    step: int
    loss: float
    accuracy: float
    rate: float = 0.0


@dataclass(frozen=True, kw_only=True)
class EpochFigures:
    """One epoch, counted from 1: means over its training steps, and what the validation pictures gave after it.

    Without validation pictures their figures are None. `seconds` leaves out pauses; `memory` is what the process held,
    in bytes.
    """

    epoch: int
    step: int
    loss: float
    accuracy: float
    validation_loss: float | None = None
    validation_accuracy: float | None = None
    rate: float = 0.0
    seconds: float = 0.0
    images_per_second: float = 0.0
    memory: int = 0
    is_best: bool = False


@dataclass(frozen=True, kw_only=True)
class FinalFigures:
    """What a run came to. `test_loss` and `test_accuracy` are None without test pictures."""

    state: str
    epochs: int
    best_epoch: int
    seconds: float
    images_per_second: float
    train_count: int
    validation_count: int
    test_count: int
    validation_loss: float | None = None
    validation_accuracy: float | None = None
    test_loss: float | None = None
    test_accuracy: float | None = None
    ended_early: bool = False


@dataclass(frozen=True)
class Note:
    """Something that happened in a run at a step, as a marked sentence with its values."""

    step: int
    template: str
    values: Mapping[str, Any]

    @property
    def remark(self) -> Remark:
        """The sentence, to be translated and filled in."""
        return Remark(self.template, dict(self.values))


@dataclass(frozen=True, kw_only=True)
class Run:
    """A run as its folder tells it. Lines of the log that cannot be read are left out and counted in `damaged`."""

    folder: Path
    state: RunState
    steps: tuple[StepFigures, ...] = ()
    epochs: tuple[EpochFigures, ...] = ()
    notes: tuple[Note, ...] = ()
    figures: FinalFigures | None = None
    damaged: int = 0

    @property
    def name(self) -> str:
        """What the run is called: its folder's name."""
        return self.folder.name

    @property
    def best(self) -> EpochFigures | None:
        """The epoch whose weights were kept."""
        return next((each for each in reversed(self.epochs) if each.is_best), None)


def line_of(figures: StepFigures | EpochFigures | Note) -> str:
    """A line of the log."""
    kind = {StepFigures: "step", EpochFigures: "epoch", Note: "note"}[type(figures)]
    data = asdict(figures) if not isinstance(figures, Note) else _note_json(figures)
    return json.dumps({"kind": kind, **data}, ensure_ascii=False) + "\n"


def read_run(folder: Path) -> Run:
    """The run in a folder, however far it came; refuses a folder that holds none."""
    if not (folder / JOB).is_file():
        raise RunError(mark("“{folder}” holds no training run. Choose the folder of one."), folder=folder.name)
    steps: dict[int, StepFigures] = {}
    epochs: dict[int, EpochFigures] = {}
    notes: list[Note] = []
    damaged = 0
    for entry in _entries(folder / LOG):
        made = None if entry is None else _made(entry)
        if isinstance(made, StepFigures):
            steps[made.step] = made
        elif isinstance(made, EpochFigures):
            # After a resume an epoch can be there twice; what came after it then never happened.
            steps = {number: each for number, each in steps.items() if number <= made.step}
            epochs = {number: each for number, each in epochs.items() if number < made.epoch} | {made.epoch: made}
        elif isinstance(made, Note):
            notes.append(made)
        else:
            damaged += 1
    figures = read_figures(folder)
    state = RunState.BROKEN_OFF
    if figures is not None:
        state = RunState.STOPPED if figures.state == RunState.STOPPED else RunState.DONE
    return Run(
        folder=folder, state=state, steps=tuple(steps.values()), epochs=tuple(epochs.values()), notes=tuple(notes),
        figures=figures, damaged=damaged,
    )  # fmt: skip


def read_figures(folder: Path) -> FinalFigures | None:
    """What a run came to, where it has ended and can be read."""
    try:
        made = _fields_of(FinalFigures, json.loads((folder / FIGURES).read_bytes()))
    except (OSError, ValueError, RecursionError):
        return None
    return made if isinstance(made, FinalFigures) else None


def gap_between(epochs: tuple[EpochFigures, ...]) -> Remark | None:
    """What the distance between training and validation says, in a sentence; None where nothing can be said yet.

    >>> gap_between((EpochFigures(epoch=1, step=9, loss=0.1, accuracy=0.99, validation_accuracy=0.7),)).template[:44]
    'Training gets {training:.0%} right, validati'
    """
    if not epochs or epochs[-1].validation_accuracy is None:
        return None
    last = epochs[-1]
    validation = float(last.validation_accuracy or 0.0)
    values = {"training": last.accuracy, "validation": validation}
    losses = [each.validation_loss for each in epochs if each.validation_loss is not None]
    rising = len(losses) >= 4 and losses[-1] > min(losses) * 1.1 and losses.index(min(losses)) < len(losses) - 3
    if last.accuracy - validation > _GAP:
        if rising:
            return Remark(
                mark("Training gets {training:.0%} right, validation {validation:.0%}, and its loss rises again: it "
                     "learns by heart. More pictures, transforms or dropout help; the best epoch is kept."),
                values,
            )  # fmt: skip
        return Remark(
            mark("Training gets {training:.0%} right, validation {validation:.0%}: what is between is learnt by heart. "
                 "More pictures, transforms or dropout narrow it."),
            values,
        )  # fmt: skip
    if validation - last.accuracy > _GAP:
        return Remark(
            mark("Validation gets {validation:.0%} right, training {training:.0%}: transforms and dropout make "
                 "training harder, or its mean still holds the start of the epoch."),
            values,
        )  # fmt: skip
    if last.accuracy < 0.7:
        return Remark(
            mark("Both are alike at {validation:.0%}: nothing is learnt by heart, but not much is learnt yet. Train "
                 "longer, or use a larger network or another rate."),
            values,
        )  # fmt: skip
    return Remark(
        mark("Training {training:.0%} and validation {validation:.0%} are alike: what is learnt holds for new "
             "pictures."),
        values,
    )  # fmt: skip


def _entries(path: Path) -> Iterator[Any]:
    """The log's lines as data; None for one that cannot be read, such as the last of a process that was killed."""
    try:
        if path.stat().st_size > _LARGEST_LOG:
            raise RunError(mark("The log “{name}” is too large to be one of this program."), name=path.name)
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return
    except OSError as error:
        raise RunError(
            mark("The log “{name}” cannot be read: {reason}."), name=path.name, reason=error.strerror or str(error)
        ) from None
    for line in lines:
        if line.strip():
            try:
                yield json.loads(line)
            except (ValueError, RecursionError):
                yield None


def _made(entry: Any) -> StepFigures | EpochFigures | Note | None:
    if not isinstance(entry, dict):
        return None
    kind = entry.pop("kind", None)
    if kind == "note":
        step, template, values = entry.get("step"), entry.get("template"), entry.get("values")
        if isinstance(step, int) and isinstance(template, str) and isinstance(values, dict):
            return Note(step, template, values)
        return None
    wanted: Any = {"step": StepFigures, "epoch": EpochFigures}.get(kind) if isinstance(kind, str) else None
    return None if wanted is None else _fields_of(wanted, entry)


def _fields_of(kind: Any, data: Any) -> Any:
    """`kind` from a file's numbers, or None where they are not of the kind they should be."""
    if not isinstance(data, dict) or set(data) - {each.name for each in fields(kind)}:
        return None
    for each in fields(kind):
        value = data.get(each.name)
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        expected = {
            "int": isinstance(value, int) and is_number, "float": is_number, "bool": isinstance(value, bool),
            "str": isinstance(value, str), "float | None": value is None or is_number,
        }[str(each.type)]  # fmt: skip
        if each.name in data and not expected:
            return None
    try:
        return kind(**data)
    except TypeError:
        return None


def _note_json(note: Note) -> dict[str, Any]:
    values = {name: value if isinstance(value, (int, float)) else str(value) for name, value in note.values.items()}
    return {"step": note.step, "template": note.template, "values": values}
