"""How a run in the worker hears the window."""

from __future__ import annotations

from typing import Any

import pytest

from engine.network.training import messages as ask

pytestmark = pytest.mark.usefixtures("keras_loaded")


class Job:
    """What the host gives a handler, as far as a listener asks it."""

    def __init__(self) -> None:
        self.is_stop_asked = False
        self.words: list[Any] = []

    def told(self) -> list[Any]:
        words, self.words = self.words, []
        return words

    def forget_stop(self) -> None:
        self.is_stop_asked = False


def test_a_run_that_cannot_save_waits_although_it_was_asked_to_stop() -> None:
    from engine.network.training.serving import JobListener

    job: Any = Job()
    listener = JobListener(job)
    job.is_stop_asked = True
    assert listener.pause()
    assert listener.is_pause_asked()
    assert not listener.is_stop_asked()
    job.is_stop_asked = True
    assert listener.is_stop_asked()
    job.words.append(ask.Resume())
    assert not listener.is_pause_asked()
