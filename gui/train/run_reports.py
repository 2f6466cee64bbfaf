"""The report of any run; its network is asked about the pictures kept aside first, where that is not known any more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from engine.child.messages import Message, Progress
from engine.errors import UserError
from engine.network.training.curves import BEST, FinalFigures
from engine.network.training.messages import Evaluate, Evaluated, Part
from engine.text import mark
from gui.background import Background
from gui.notify import Notifier, Offer
from gui.text import sentence, tr
from gui.train.reporting import Asked, save_report
from gui.train.session import TrainSession
from gui.train.talk import Talk

TOPIC = "train saved"


class RunReports(QObject):
    """Writes one report at a time, and says so; a report without the network's answers says what is missing and why."""

    def __init__(
        self, session: TrainSession, talk: Talk, files: Background, notifier: Notifier, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._talk, self._files, self._notifier = session, talk, files, notifier
        self._job: int | None = None
        self._asked, self._path = Asked(Path()), Path()
        talk.ended.connect(self._on_worker_ended)

    def write(self, folder: Path, path: Path) -> None:
        """Write the report of the run in `folder` to `path`, as PDF where that ends so, as a web page otherwise."""
        if self._job is not None:
            self._talk.give_up(self._job)
            self._job = None
        asked = Asked.of(self._session, folder)
        if asked.evaluated is not None:
            self._save(asked, path)
            return
        refusal = self._refusal(folder)
        if refusal is not None:
            self._save(replace(asked, unjudged=refusal), path)
            return
        self._asked, self._path = asked, path
        request = Evaluate(folder=str(folder), part=_part(self._figures(folder)))
        self._job = self._talk.ask(request, self._on_answer, told=self._on_told, failed=self._on_refused)
        self._tell_judging("")

    def _figures(self, folder: Path) -> FinalFigures | None:
        return next((run.figures for run in self._session.runs if run.folder == folder), None)

    def _refusal(self, folder: Path) -> UserError | None:
        """Why the network of a run cannot be asked now."""
        if not (folder / BEST).is_file():
            return UserError(mark("This run left no trained network that could be asked."))
        if self._session.is_training:
            return UserError(mark("A training goes on, and the worker can be asked only when it is over."))
        if not self._talk.is_open:
            return UserError(mark("The training worker was not ready yet."))
        return None

    def _tell_judging(self, how_far: str) -> None:
        words = tr("Asking the network of “{name}” anew for its report.", name=self._asked.folder.name)
        cancel = Offer(tr("Cancel"), self._cancel)
        self._notifier.tell(f"{words} {how_far}".strip(), topic=TOPIC, offers=(cancel,))

    def _cancel(self) -> None:
        if self._job is not None:
            self._talk.stop(self._job)

    def _on_told(self, message: Message) -> None:
        if isinstance(message, Progress) and message.total:
            done, total = round(message.done), round(message.total)
            self._tell_judging(tr("{done} of {total} pictures.", done=f"{done:,}", total=f"{total:,}"))

    def _on_answer(self, answer: Message) -> None:
        self._job = None
        if isinstance(answer, Evaluated):
            self._save(replace(self._asked, evaluated=answer), self._path)
        else:
            self._notifier.tell(tr("The report “{name}” was not written.", name=self._path.name), topic=TOPIC)

    def _on_refused(self, error: UserError) -> None:
        self._job = None
        self._save(replace(self._asked, unjudged=error), self._path)

    def _on_worker_ended(self) -> None:
        if self._job is not None:
            self._on_refused(UserError(mark("The training worker stopped over it.")))

    def _save(self, asked: Asked, path: Path) -> None:
        notifier = self._notifier
        notifier.tell(tr("Writing the report “{name}”.", name=path.name), topic=TOPIC)
        self._files.run(
            lambda: save_report(asked.report(), path), lambda _: self._on_saved(asked, path),
            lambda error: notifier.error(error, topic=TOPIC),
        )  # fmt: skip

    def _on_saved(self, asked: Asked, path: Path) -> None:
        if asked.unjudged is None:
            self._notifier.tell(tr("The report is saved as “{name}”.", name=path.name), topic=TOPIC)
            return
        words = tr(
            "The report is saved as “{name}”, without confusion matrix, figures of the classes and mistakes: {reason}",
            name=path.name, reason=sentence(asked.unjudged),
        )  # fmt: skip
        again = Offer(tr("Ask and write again"), lambda: self.write(asked.folder, path))
        offers = (again,) if (asked.folder / BEST).is_file() else ()
        self._notifier.tell(words, topic=TOPIC, offers=offers)


def _part(figures: FinalFigures | None) -> Part:
    """The pictures that a run's network is judged by: those it never saw, where some were kept aside."""
    if figures is None:
        return "train"
    return "test" if figures.test_count else "validation" if figures.validation_count else "train"
