"""What is asked of a trained network: its answers, where it looks, what it finds alike, how much it bears."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal

from PySide6.QtCore import QObject, Signal

from engine.child.messages import Message, Progress
from engine.errors import UserError
from engine.network.training.messages import Embed, Embedded, Evaluate, Evaluated, Explain, Part, Robustness, Tried
from gui.train.session import TrainSession
from gui.train.talk import Talk

Kind = Literal["noise", "rotation", "shift"]


class Questions(QObject):
    """Asks the worker about the network of the last training, while no other is under way.

    Signals:
        explained(object), embedded(object), tried(object): `Heats`, `Embedded` and `Tried`, as they were asked for.
        embedding_told(object): how far the map is, a `Progress`.
        embedding_ended(): there will be no map, because it was cancelled, or the worker went.
        trying_ended(): there will be no more of the curves that were asked for.
    """

    explained = Signal(object)
    embedded = Signal(object)
    embedding_told = Signal(object)
    embedding_ended = Signal()
    tried = Signal(object)
    trying_ended = Signal()

    def __init__(self, talk: Talk, session: TrainSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._talk, self._session = talk, session
        self._evaluating: int | None = None
        self._explaining: int | None = None
        self._embedding: int | None = None
        self._trying: set[Kind] = set()
        # What the worker's death cost is asked for again, once: the question itself may be what it dies of.
        self._owed: list[Callable[[], object]] = []
        self._may_ask_again = True
        talk.began.connect(self._on_began)
        talk.ended.connect(self._forget)
        session.training_changed.connect(lambda _training: self._make_way())

    def evaluate(self) -> bool:
        """Let the last training's network answer for the pictures kept aside; says whether that could be asked."""
        training = self._session.training
        if training is None or training.is_running or not self._talk.is_open:
            return False
        counts = training.began or training.figures  # of a run of before only the latter is left
        if counts is None:
            return False
        part: Part = "test" if counts.test_count else "validation" if counts.validation_count else "train"
        self._evaluating = self._talk.ask(
            Evaluate(folder=str(training.folder), part=part), self._on_evaluated, supersedes=self._evaluating
        )
        return True

    def explain(self, index: int, classes: tuple[int, ...]) -> None:
        """Ask where in a picture the network sees what speaks for each class."""
        found = self._free()
        if found is not None:
            self._explaining = self._talk.ask(
                Explain(folder=found.folder, index=index, classes=classes), self.explained.emit,
                supersedes=self._explaining,
            )  # fmt: skip

    def embed(self, method: str) -> None:
        """Ask for the map of the pictures kept aside."""
        found = self._free()
        if found is not None:
            way: Literal["pca", "t-sne"] = "t-sne" if method == "t-sne" else "pca"
            self._embedding = self._talk.ask(
                Embed(folder=found.folder, part=found.part, method=way), self._on_embedded,
                told=self._on_embedding_told, failed=self._on_embedding_failed, supersedes=self._embedding,
            )  # fmt: skip

    def stop_embedding(self) -> None:
        """Give the map up that is being made."""
        if self._embedding is not None:
            job, self._embedding = self._embedding, None
            self._talk.give_up(job)
            self.embedding_ended.emit()

    def try_robustness(self, kind: Kind) -> None:
        """Ask how the answers bear noise, rotation or shift."""
        found = self._free()
        if found is not None:
            self._trying.add(kind)
            self._talk.ask(
                Robustness(folder=found.folder, kind=kind, part=found.part), partial(self._on_tried, kind),
                failed=partial(self._on_trying_failed, kind),
            )  # fmt: skip

    def _free(self) -> Evaluated | None:
        is_free = self._talk.is_open and not self._session.is_training
        return self._session.evaluated if is_free else None

    def _make_way(self) -> None:
        """A training does not wait for a map."""
        if self._session.is_training:
            self.stop_embedding()

    def _on_embedded(self, answer: Message) -> None:
        self._embedding = None
        if isinstance(answer, Embedded):
            self.embedded.emit(answer)

    def _on_embedding_told(self, message: Message) -> None:
        if isinstance(message, Progress):
            self.embedding_told.emit(message)

    def _on_embedding_failed(self, error: UserError) -> None:
        self._embedding = None
        self.embedding_ended.emit()
        self._talk.refused.emit(error)

    def _on_tried(self, kind: Kind, answer: Message) -> None:
        self._trying.discard(kind)
        self._may_ask_again = True
        if isinstance(answer, Tried):
            self.tried.emit(answer)

    def _on_trying_failed(self, kind: Kind, error: UserError) -> None:
        self._trying.discard(kind)
        self.trying_ended.emit()
        self._talk.refused.emit(error)

    def _on_began(self) -> None:
        owed, self._owed = self._owed, []
        for ask in owed:
            ask()

    def _forget(self) -> None:
        was_embedding, was_trying = self._embedding is not None, tuple(self._trying)
        if self._may_ask_again:
            self._owed += [self.evaluate] if self._evaluating is not None else []
            self._owed += [partial(self.try_robustness, kind) for kind in was_trying]
            self._may_ask_again = not self._owed
        elif was_trying:
            self.trying_ended.emit()
        self._trying.clear()
        self._evaluating = self._explaining = self._embedding = None
        if was_embedding:
            self.embedding_ended.emit()

    def _on_evaluated(self, answer: Message) -> None:
        self._evaluating = None
        self._may_ask_again = True
        if isinstance(answer, Evaluated):
            self._session.put_evaluated(answer)
