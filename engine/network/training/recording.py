"""Writing down what a run does, in its folder, so that it can be read while it goes on and after any end. No Keras."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from engine.files import save_refused, write_atomically
from engine.network.training.curves import FIGURES, JOB, LOG, EpochFigures, FinalFigures, Note, StepFigures, line_of
from engine.network.training.job import TrainingJob

_LINES_AN_EPOCH = 50
_SECONDS_A_LINE = 0.1


class Record:
    """The files of a run in its folder. Raises `SaveError` where the folder cannot be written to."""

    def __init__(self, folder: Path, job: TrainingJob, *, steps_per_epoch: int) -> None:
        self.folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / FIGURES).unlink(missing_ok=True)
            for left in folder.glob(".saving-*.tmp"):  # of a process that was killed while it saved
                left.unlink(missing_ok=True)
        except OSError as error:
            raise save_refused(error, folder / JOB) from error
        self._job = job
        self.make()
        self._every = max(1, steps_per_epoch // _LINES_AN_EPOCH)
        self._unwritten: list[StepFigures] = []
        self._written_at = 0.0
        self._waiting = b""  # what the disk had no room for
        self._is_mended = False

    def make(self) -> None:
        """Make the folder and write down the job, where they are not there."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise save_refused(error, self.folder / JOB) from error
        write_atomically(self.folder / JOB, self._job.to_text().encode())

    def begin_anew(self) -> None:
        """Forget what an earlier run told in this folder."""
        try:
            (self.folder / LOG).unlink(missing_ok=True)
        except OSError as error:
            raise save_refused(error, self.folder / LOG) from error

    def steps(self, steps: Sequence[StepFigures]) -> None:
        """Write down some steps, a few of them as one line, and no more than ten lines a second."""
        self._unwritten += steps
        is_time = time.monotonic() - self._written_at >= _SECONDS_A_LINE
        if is_time and len(self._unwritten) >= self._every:
            self._append(self._lines_of_steps())

    def epoch(self, figures: EpochFigures) -> None:
        """Write down an epoch."""
        self._append(self._lines_of_steps() + line_of(figures))

    def note(self, note: Note) -> None:
        """Write down something that happened."""
        self._append(line_of(note))

    def figures(self, figures: FinalFigures) -> None:
        """Write down what the run came to."""
        self._append(self._lines_of_steps())
        write_atomically(self.folder / FIGURES, (json.dumps(asdict(figures), indent=1) + "\n").encode())

    def _lines_of_steps(self) -> str:
        """The steps that are to be written now. Whoever asks appends them, which keeps what the disk refuses."""
        steps, self._unwritten = self._unwritten, []
        if steps:
            self._written_at = time.monotonic()
        return "".join(line_of(each) for each in thinned(steps, self._every))

    def _append(self, text: str) -> None:
        path = self.folder / LOG
        self._waiting += text.encode()
        try:
            with path.open("ab", buffering=0) as file:
                # Whoever was killed in the middle of a line must not spoil the next one.
                if not self._is_mended and file.tell() and not _ends_in_break(path):
                    file.write(b"\n")
                self._is_mended = True
                while self._waiting:
                    self._waiting = self._waiting[file.write(self._waiting) :]
        except OSError as error:
            raise save_refused(error, path) from error


def thinned(steps: Sequence[StepFigures], every: int) -> list[StepFigures]:
    """Means over `every` steps each, under the number of the last.

    >>> thinned([StepFigures(step=1, loss=3, accuracy=0), StepFigures(step=2, loss=1, accuracy=1)], 2)
    [StepFigures(step=2, loss=2.0, accuracy=0.5, rate=0.0)]
    """
    groups = [steps[start : start + every] for start in range(0, len(steps), every)]
    return [
        StepFigures(
            step=group[-1].step,
            loss=sum(each.loss for each in group) / len(group),
            accuracy=sum(each.accuracy for each in group) / len(group),
            rate=group[-1].rate,
        )
        for group in groups
    ]


def _ends_in_break(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"
