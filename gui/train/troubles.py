"""What goes wrong with a training: one sentence in place, and the way on as a button beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject

from engine.errors import UserError
from engine.imaging.explanation import Remark
from engine.network.training.curves import CHECKPOINT
from engine.network.training.settings import Settings
from engine.parameters import parameters_of
from gui.children import QtChild
from gui.notify import Notifier, Offer
from gui.text import tr, translated
from gui.train.driver import TrainDriver
from gui.train.session import Phase, Training, TrainSession

TOPIC = "training"
NOTED = "training goes on"
_PROPOSED = "new_"


class Troubles(QObject):
    """Hears of refusals, of the worker's death and of notes, and tells them."""

    def __init__(
        self, session: TrainSession, driver: TrainDriver, child: QtChild, notifier: Notifier, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._driver, self._child, self._notifier = session, driver, child, notifier
        self._broken_off: Training | None = None
        self._phase = Phase.IDLE
        session.refused.connect(self._on_refused)
        session.training_changed.connect(self._on_training_changed)
        driver.noted.connect(self._on_noted)
        driver.broken_off.connect(self._on_broken_off)
        child.died.connect(self._on_died)

    def resume(self) -> None:
        """Go on with the last training, with the settings that are shown now."""
        training = self._session.training
        if training is not None:
            self._driver.train(resume=training.folder)

    def forget(self) -> None:
        """What was told no longer holds."""
        for topic in (TOPIC, NOTED):
            self._notifier.withdraw(topic)

    def _on_training_changed(self, training: Training | None) -> None:
        was, self._phase = self._phase, training.phase if training is not None else Phase.IDLE
        if (was, self._phase) in ((Phase.IDLE, Phase.STARTING), (Phase.PAUSED, Phase.TRAINING)):
            self.forget()  # what was told of the training before, or made it wait

    def _on_refused(self, error: UserError) -> None:
        # It takes the place of what was noted on the way, which would otherwise stand before it.
        training = self._session.training
        topic = NOTED if training is not None and training.notes else TOPIC
        self._notifier.error(error, topic=topic, offers=self._offers(proposed(error)))

    def _on_noted(self, remark: Remark) -> None:
        # That layers are unfrozen was planned; everything else is something that the person has to act upon.
        level = "info" if "share" in remark.values else "warning"
        self._notifier.tell(translated(remark.template, **remark.values), topic=NOTED, level=level)

    def _on_died(self, _sentence: str) -> None:
        self._tell_death()

    def _on_broken_off(self, training: Training) -> None:
        # Whether the death is heard of before the training's end or after it depends on which thread was faster.
        self._broken_off = training
        self._tell_death()

    def _tell_death(self) -> None:
        error, training = self._child.last_death, self._broken_off
        if error is None:
            return
        offers: list[Offer] = []
        if self._child.has_given_up:
            offers.append(Offer(tr("Start it again"), self._child.restart))
        if training is not None and training is self._session.training:
            batch = training.job.settings.batch_size
            if self._child.may_lack_memory and batch > 1:
                offers += self._offers({"batch_size": batch // 2})
            if (training.folder / CHECKPOINT).is_file():
                offers.append(Offer(tr("Go on"), self.resume))
        self._notifier.error(error, topic=TOPIC, offers=tuple(offers))

    def _offers(self, settings: dict[str, Any]) -> tuple[Offer, ...]:
        """A button that changes these settings and trains with them."""
        if not settings or self._session.is_training:
            return ()
        training = self._session.training
        goes_on = "rate" not in settings and training is not None and (training.folder / CHECKPOINT).is_file()

        def act() -> None:
            if self._session.is_training:
                return
            self._session.change(settings=replace(self._session.job.settings, **settings))
            if goes_on:
                self.resume()
            else:
                self._driver.train()

        return (Offer(_words(settings, goes_on=goes_on), act),)


def proposed(error: UserError) -> dict[str, Any]:
    """The settings that a refusal proposes: its values that are called `new_` and then as a setting.

    >>> proposed(UserError("Set the batch to {new_batch_size}.", new_batch_size=16))
    {'batch_size': 16}
    """
    declared = parameters_of(Settings)
    named = {name.removeprefix(_PROPOSED): value for name, value in error.values.items() if name.startswith(_PROPOSED)}
    return {name: value for name, value in named.items() if name in declared}


def _words(settings: dict[str, Any], *, goes_on: bool) -> str:
    if "batch_size" in settings:
        batch = settings["batch_size"]
        return tr("Go on, {batch} at a time", batch=batch) if goes_on else tr("Train, {batch} at a time", batch=batch)
    return tr("Train at {rate:g}", rate=settings["rate"])
