"""Look at a run of before as if it had just been trained: its curves, its scrubber, and its network judged anew."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from engine.errors import UserError
from engine.network.data.specs import DataSpec
from engine.network.training.curves import BEST, JOB, Run
from engine.network.training.job import read_job
from gui.background import Background
from gui.train.past_runs import PastRun, read_past_run
from gui.train.questions import Questions
from gui.train.session import TrainSession


class LookingBack(QObject):
    """Reads runs aside; what is set for the next training stays as it is."""

    def __init__(self, session: TrainSession, questions: Questions, files: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._questions, self._files = session, questions, files
        self._is_newest_wanted = self._is_judging_due = False
        session.runs_changed.connect(lambda _runs: self._look_at_newest())
        session.ready_changed.connect(lambda _is_ready: self._judge())

    def look_at(self, run: Run) -> None:
        """Show a run, unless one is under way."""
        if not self._session.is_training:
            self._files.run(lambda: read_past_run(run.folder), self._show, self._on_failed)

    def look_at_newest(self) -> None:
        """Show the newest run on the data of the job as soon as runs are read: a project opens as it was left."""
        self._is_newest_wanted = True

    def _look_at_newest(self) -> None:
        session, runs = self._session, self._session.runs
        if not self._is_newest_wanted or not runs:
            return
        self._is_newest_wanted = False
        if session.training is None:
            data = session.job.data
            self._files.run(lambda: _newest_on(data, runs), self._show, self._on_failed)

    def _show(self, past: PastRun | None) -> None:
        if past is None or self._session.is_training:
            return
        self._session.put_watched(past.watched)
        self._session.put_evaluated(None)
        self._session.put_training(past.training)
        self._is_judging_due = (past.training.folder / BEST).is_file()
        self._judge()

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self._session.refuse(error)

    def _judge(self) -> None:
        if self._is_judging_due:  # a worker that is just starting says when it can be asked
            self._is_judging_due = not self._questions.evaluate()


def _newest_on(data: DataSpec, runs: Sequence[Run]) -> PastRun | None:
    """The first of the runs that learnt from this data; others may lie in the same home."""
    for run in runs:
        try:
            if run.epochs and read_job(run.folder / JOB).data == data:
                return read_past_run(run.folder)
        except UserError:
            continue
    return None
