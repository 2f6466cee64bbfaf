"""Answers the window's wish to save the open network. For the network worker only."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from engine.child.host import Handler, Job
from engine.child.messages import Answer, Progress, Request
from engine.files import temporary_beside
from engine.network import requests as ask
from engine.network.reading.labels import Labels
from engine.network.saving.writing import save_network
from engine.network.sessions import Session

STEPS = 3


class Saving:
    """Saves the network that a `Session` holds open."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def handlers(self) -> Mapping[type[Request], Handler]:
        """What answers each kind of request."""
        return {ask.SaveModel: self._on_save}

    def _on_save(self, job: Job, request: ask.SaveModel) -> Answer:
        network, path = self._session.network, Path(request.path)
        done = 0

        def step(note: str) -> None:
            nonlocal done
            job.check()
            job.send(Progress(done=done, total=STEPS, note=note))
            done += 1

        save_network(
            network.model, path, labels=Labels(request.class_names, network.values_scale),
            temporary=temporary_beside(path, request.token) if request.token else None, step=step,
        )  # fmt: skip
        return ask.Saved(path=request.path)
