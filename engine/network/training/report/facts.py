"""What a report says of a training, gathered as plain data. No Keras here."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.errors import UserError
from engine.network.architecture import Architecture
from engine.network.data.dataset import DataSet
from engine.network.data.splitting import parts
from engine.network.fitting import fit
from engine.network.training.afterwards import Labels, Probabilities, mistakes
from engine.network.training.curves import Run
from engine.network.training.job import TrainingJob
from engine.opencv import cv2
from engine.version import program_version

SIDE = 56
MOST_CLASSES_SHOWN = 40
SAMPLES = 6
MOST_MISTAKES = 24
_PACKAGES = ("tensorflow", "keras", "numpy", "opencv-python")
Picture = NDArray[np.uint8]
Missing = Literal["pictures", "results", "network"]


@dataclass(frozen=True, eq=False)
class Judged:
    """What the trained network says of the pictures of a part: places in the data set, true classes, shares."""

    part: str
    indices: NDArray[np.int64]
    labels: Labels
    probabilities: Probabilities


@dataclass(frozen=True)
class ClassFacts:
    """One class: how many pictures of it are in each part, and a few of them, as they look."""

    name: str
    train: int
    validation: int
    test: int
    samples: tuple[Picture, ...]


@dataclass(frozen=True, eq=False)
class Mistake:
    """A picture that was taken for something else; classes by number, the certainty as a share."""

    picture: Picture | None
    true: int
    said: int
    certainty: float


@dataclass(frozen=True, eq=False)
class Report:
    """Everything in a report. `judged` is None where there was no picture to judge by.

    `missing` says of each part that could not be gathered why not; without pictures there are no `classes` either.
    """

    job: TrainingJob
    run: Run
    data_name: str
    architecture: Architecture | None
    classes: tuple[ClassFacts, ...]
    judged: Judged | None
    mistakes: tuple[Mistake, ...]
    problems: int
    versions: Mapping[str, str]
    missing: Mapping[Missing, UserError] = field(default_factory=dict)

    @property
    def class_names(self) -> tuple[str, ...]:
        """The names of the classes in the order of the network's answers."""
        return tuple(each.name for each in self.classes)

    @property
    def count(self) -> int:
        """How many pictures there are in all parts."""
        return sum(each.train + each.validation + each.test for each in self.classes)


def report_of(
    job: TrainingJob,
    run: Run,
    dataset: DataSet | None,
    architecture: Architecture | None,
    judged: Judged | None,
    *,
    missing: Mapping[Missing, UserError] | None = None,
) -> Report:
    """Gather a report; reads the few pictures that are shown, and leaves out those that cannot be read.

    `dataset` is the job's, edits included; None where it cannot be opened any more, which `missing` then tells.
    """
    wrong: tuple[Mistake, ...] = ()
    if judged is not None and len(judged.labels) and dataset is not None:
        rows = mistakes(judged.labels, judged.probabilities)[:MOST_MISTAKES].tolist()
        wrong = tuple(_mistake(dataset, judged, row) for row in rows)
    return Report(
        job, run, run.name if dataset is None else dataset.name, architecture,
        () if dataset is None else _classes(job, dataset), None if dataset is None else judged, wrong,
        0 if dataset is None else len(dataset.problems), versions(), missing or {},
    )  # fmt: skip


def _classes(job: TrainingJob, dataset: DataSet) -> tuple[ClassFacts, ...]:
    split = parts(dataset, job.split)
    counts = [
        np.bincount(dataset.labels[places], minlength=len(dataset.class_names)).tolist()
        for places in (split.train, split.validation, split.test)
    ]
    classes = []
    for number, name in enumerate(dataset.class_names):
        found = split.train[dataset.labels[split.train] == number]
        shown = found[:: max(1, len(found) // SAMPLES)][:SAMPLES] if number < MOST_CLASSES_SHOWN else found[:0]
        samples = tuple(each for index in shown if (each := _small(dataset, int(index))) is not None)
        classes.append(ClassFacts(name, counts[0][number], counts[1][number], counts[2][number], samples))
    return tuple(classes)


def versions() -> dict[str, str]:
    """What the numbers were reckoned with: this program, Python, packages, and the computer's kind."""
    found = {"Kernelscope": program_version(), "Python": platform.python_version()}
    for name in _PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found | {"system": f"{platform.system()} {platform.machine()}"}


def _mistake(dataset: DataSet, judged: Judged, row: int) -> Mistake:
    said = int(judged.probabilities[row].argmax())
    share = float(judged.probabilities[row, said])
    return Mistake(_small(dataset, int(judged.indices[row])), int(judged.labels[row]), said, share)


def _small(dataset: DataSet, index: int) -> Picture | None:
    """A picture in a square of `SIDE`, tiny ones with sharp pixels; None where it cannot be read."""
    try:
        picture = dataset.picture(index, least=SIDE)
    except (UserError, IndexError):
        return None
    if max(picture.shape[:2]) <= SIDE // 2:
        factor = SIDE // max(picture.shape[:2])
        size = (picture.shape[1] * factor, picture.shape[0] * factor)
        picture = cv2.resize(picture, size, interpolation=cv2.INTER_NEAREST).reshape(size[1], size[0], -1)
    return fit(picture, size=(SIDE, SIDE), channels=3, method="pad").pixels
