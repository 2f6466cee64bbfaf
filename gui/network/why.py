"""Why the network answers as it does, and what a map looks for: one question at a time, and what came of it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.child.messages import Answer, Message, Progress, Stopped, failure
from engine.errors import UserError
from engine.network.requests import BestPatches, Formed, Forming, Heat, Maximise, Patch, Patches, PatchesSoFar
from gui.background import Background
from gui.network.conversation import Conversation
from gui.network.heat_picture import HeatPicture, heat_picture
from gui.network.seen_picture import drawable
from gui.network.session import MapsShown, NetworkSession, OpenNetwork
from gui.network.why_words import Reason, WhyQuestion, looked_at_words
from gui.text import sentence, tr

PICTURES_KEPT = 4
"""A question may be about a picture just before the newest, or one that is on its way; never about older ones."""


@dataclass(frozen=True)
class MapQuestion:
    """What does this map of this layer look for?"""

    layer: str
    channel: int


@dataclass(frozen=True)
class PatchQuestion:
    """Which pieces of the pictures in this folder excite this map most?"""

    folder: str
    layer: str
    channel: int


@dataclass(frozen=True)
class PatchesFound:
    """The best pieces so far, best first."""

    question: PatchQuestion
    patches: tuple[Patch, ...] = ()
    is_finished: bool = False


@dataclass(frozen=True, eq=False)
class Imagined:
    """The picture (H, W, 3) that excites a map, after `step` of `steps`; `value` is the map's mean."""

    question: MapQuestion
    pixels: np.ndarray
    step: int
    steps: int
    value: float
    is_finished: bool = False


@dataclass(frozen=True, eq=False)
class _Seen:
    shown: MapsShown
    fit: str


@dataclass(frozen=True, eq=False)
class _Replied:
    question: WhyQuestion
    heat: Heat
    values: np.ndarray


Question: TypeAlias = WhyQuestion | MapQuestion | PatchQuestion


class Why(QObject):
    """Asks the worker about the picture of the newest maps; a new question takes the place of the one before.

    Signals:
        changed(): what is under way, what came of it, or what there is to say about it is different now.
    """

    changed = Signal()

    def __init__(
        self, session: NetworkSession, talk: Conversation, work: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._talk, self._work = session, talk, work
        self._job: int | None = None
        self._question: Question | None = None
        self._share: float | None = None
        self._begun_at = 0.0
        self._seen: dict[int, _Seen] = {}
        self._asked_about: dict[int, _Seen] = {}  # live pictures go on while a long question is answered
        self._replied: _Replied | None = None
        self._generation = 0
        self.reason: Reason | None = None
        self.imagined: Imagined | None = None
        self.patches: PatchesFound | None = None
        self.reason_note = self.imagined_note = self.patches_note = ""
        session.maps_changed.connect(self._on_maps_changed)
        session.network_changed.connect(self._on_network_changed)
        talk.progressed.connect(self._on_progressed)
        talk.told.connect(self._on_told)
        talk.asked_again.connect(self._on_asked_again)
        talk.ended.connect(self._on_worker_ended)

    @property
    def question(self) -> Question | None:
        """What is under way."""
        return self._question

    @property
    def share(self) -> float | None:
        """How far it is, 0 … 1, or unknown."""
        return self._share

    @property
    def seconds_left(self) -> float | None:
        """How long it will take at the pace so far, or unknown."""
        return (time.monotonic() - self._begun_at) * (1 - self._share) / self._share if self._share else None

    def ask(self, question: WhyQuestion) -> None:
        """Ask which part of the picture speaks for a class."""
        if self._begin(question):
            self._asked_about = dict(self._seen)
            self._job = self._talk.ask(
                question.request(), lambda answer: self._on_heat(answer, question), self._on_refused
            )

    def imagine(self, question: MapQuestion) -> None:
        """Let a picture form that excites a map."""
        if self._begin(question):
            self.imagined = None
            self._job = self._talk.ask(
                Maximise(layer=question.layer, channel=question.channel), self._on_formed, self._on_refused
            )
            self.changed.emit()

    def search(self, question: PatchQuestion) -> None:
        """Search the pictures of a folder for the pieces that excite a map most."""
        if self._begin(question):
            self.patches = PatchesFound(question)
            request = BestPatches(folder=question.folder, layer=question.layer, channel=question.channel)
            self._job = self._talk.ask(request, self._on_patches, self._on_refused)
            self.changed.emit()

    def cancel(self) -> None:
        """Give up what is under way; a picture that has begun to form stays as it is, and so do patches."""
        if self._question is not None:
            self._give_up(tr("Cancelled."))
            self.changed.emit()

    def close(self) -> None:
        """Ask and hear no more."""
        self._leave()

    # Asking

    def _begin(self, question: Question) -> bool:
        self._give_up(tr("Another question took its place."))
        self._question, self._begun_at = question, time.monotonic()
        self._say("")
        if not self._talk.is_open:
            self._end(tr("The network worker is not ready yet. Ask again in a moment."))
            return False
        self.changed.emit()
        return True

    def _give_up(self, words: str) -> None:
        if self._job is not None:
            self._talk.give_up(self._job)
        self._say(words)
        self._leave()

    def _end(self, words: str = "") -> None:
        self._say(words)
        self._leave()
        self.changed.emit()

    def _say(self, words: str) -> None:
        """About what is under way."""
        if isinstance(self._question, WhyQuestion):
            self.reason_note = words
        elif isinstance(self._question, MapQuestion):
            self.imagined_note = words
        elif self._question is not None:
            self.patches_note = words

    def _leave(self) -> None:
        self._job = self._question = self._share = self._replied = None
        self._asked_about = {}
        self._generation += 1

    # What comes back

    def _on_progressed(self, job: int, told: Progress) -> None:
        if job == self._job and told.total:
            self._share = told.done / told.total
            self.changed.emit()

    def _on_told(self, job: int, message: Message) -> None:
        if job != self._job:
            return
        if isinstance(message, Stopped):
            self._end(tr("The network worker ended this before it was finished. Ask again."))
        elif isinstance(message, Forming) and isinstance(self._question, MapQuestion):
            stored = self._talk.rings.take("pictures")
            if stored is not None and stored.number == job:
                self.imagined = Imagined(
                    self._question, np.ascontiguousarray(drawable(stored.picture)), message.step, message.steps,
                    message.value,
                )  # fmt: skip
                self.changed.emit()
        elif isinstance(message, PatchesSoFar) and isinstance(self._question, PatchQuestion):
            self.patches = PatchesFound(self._question, message.patches)
            self.changed.emit()

    def _on_asked_again(self, before: int, now: int) -> None:
        if before == self._job:
            self._job = now

    def _on_formed(self, answer: Answer) -> None:
        found = self.imagined
        if isinstance(answer, Formed) and found is not None:
            self.imagined = Imagined(
                found.question, found.pixels, found.steps, found.steps, answer.value, is_finished=True
            )  # fmt: skip
            self._end()
        else:
            self._end(tr("The picture was lost on the way. Ask again."))

    def _on_patches(self, answer: Answer) -> None:
        question = self._question
        if isinstance(answer, Patches) and isinstance(question, PatchQuestion):
            self.patches = PatchesFound(question, answer.patches, is_finished=True)
            self._end(looked_at_words(answer))

    def _on_heat(self, answer: Answer, question: WhyQuestion) -> None:
        stored = self._talk.rings.take("pictures")
        if not isinstance(answer, Heat) or stored is None or stored.number != answer.job:
            self._end(tr("The picture was lost on the way. Ask again."))
            return
        self._job = None
        self._replied = _Replied(question, answer, stored.picture)
        self._draw()

    def _draw(self) -> None:
        """Lay the reply over its picture, as soon as that is here: its maps may still be waiting for their colours."""
        replied, network = self._replied, self._session.network
        pictures = {**self._asked_about, **self._seen}
        seen = pictures.get(replied.heat.number) if replied is not None else None
        if replied is None or seen is None or network is None:
            return
        self._replied = None
        generation, channels = self._generation, network.opened.pixels_shape[2]
        # Grad-CAM is a share of the strongest place; all others have a scale of their own.
        high = 1.0 if replied.heat.layer else None
        names, scores, heat = network.class_names, seen.shown.answer.scores, replied.heat

        def done(picture: HeatPicture) -> None:
            if generation == self._generation:
                self.reason = Reason(
                    replied.question, picture, heat.class_index, heat.score, heat.layer, scores, names
                )  # fmt: skip
                self._end()

        def failed(error: BaseException) -> None:
            if generation == self._generation:
                self._on_refused(error if isinstance(error, UserError) else failure(error).error)

        self._work.run(
            lambda: heat_picture(replied.values, seen.shown.frame, channels=channels, method=seen.fit, high=high),
            done, failed,
        )  # fmt: skip

    def _on_refused(self, error: UserError) -> None:
        self._end(sentence(error))

    # The picture, the network and the worker change

    def _on_maps_changed(self, shown: MapsShown | None) -> None:
        if shown is None:
            self._seen.clear()
            return
        self._seen.pop(shown.answer.number, None)
        self._seen[shown.answer.number] = _Seen(shown, self._session.looking.fit)
        while len(self._seen) > PICTURES_KEPT:
            self._seen.pop(next(iter(self._seen)))
        if isinstance(self._question, WhyQuestion) and len(self._asked_about) < 2 * PICTURES_KEPT:
            self._asked_about[shown.answer.number] = self._seen[shown.answer.number]
        self._draw()

    def _on_network_changed(self, _network: OpenNetwork | None) -> None:
        self._give_up("")
        self.reason = self.imagined = self.patches = None
        self.reason_note = self.imagined_note = self.patches_note = ""
        self.changed.emit()

    def _on_worker_ended(self) -> None:
        if self._question is not None:
            self._end(tr("The network worker stopped before it could answer. Ask again when it is back."))
