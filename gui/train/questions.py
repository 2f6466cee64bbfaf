"""What is asked of a trained network: its answers, where it looks, what it finds alike, how much it bears."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Signal

from engine.child.messages import Message
from engine.network.training.messages import Embed, Evaluate, Evaluated, Explain, Part, Robustness
from gui.train.session import TrainSession
from gui.train.talk import Talk

Kind = Literal["noise", "rotation", "shift"]


class Questions(QObject):
    """Asks the worker about the network of the last training, while no other is under way.

    Signals:
        explained(object), embedded(object), tried(object): `Heats`, `Embedded` and `Tried`, as they were asked for.
    """

    explained = Signal(object)
    embedded = Signal(object)
    tried = Signal(object)

    def __init__(self, talk: Talk, session: TrainSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._talk, self._session = talk, session
        self._evaluating: int | None = None
        self._explaining: int | None = None
        self._embedding: int | None = None
        talk.ended.connect(self._forget)

    def evaluate(self) -> None:
        """Let the last training's network answer for the pictures kept aside."""
        training = self._session.training
        if training is None or training.is_running or training.began is None or not self._talk.is_open:
            return
        began = training.began
        part: Part = "test" if began.test_count else "validation" if began.validation_count else "train"
        self._evaluating = self._talk.ask(
            Evaluate(folder=str(training.folder), part=part), self._on_evaluated, supersedes=self._evaluating
        )

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
                Embed(folder=found.folder, part=found.part, method=way), self.embedded.emit, supersedes=self._embedding
            )

    def try_robustness(self, kind: Kind) -> None:
        """Ask how the answers bear noise, rotation or shift."""
        found = self._free()
        if found is not None:
            self._talk.ask(Robustness(folder=found.folder, kind=kind, part=found.part), self.tried.emit)

    def _free(self) -> Evaluated | None:
        is_free = self._talk.is_open and not self._session.is_training
        return self._session.evaluated if is_free else None

    def _forget(self) -> None:
        self._evaluating = self._explaining = self._embedding = None

    def _on_evaluated(self, answer: Message) -> None:
        self._evaluating = None
        if isinstance(answer, Evaluated):
            self._session.put_evaluated(answer)
