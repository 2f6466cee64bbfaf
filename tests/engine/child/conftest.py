from __future__ import annotations

import logging
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from engine.child.lifecycle import Patience
from engine.child.supervisor import SupervisedChild
from tests.engine.child import targets
from tests.engine.child.recorder import Recorder

Maker = Callable[..., tuple[SupervisedChild, Recorder]]
QUICK = Patience(first_delay=0.01, death_limit=50)


def segments() -> set[str]:
    """The shared memory that this process has made, where the system shows it as files."""
    folder = Path("/dev/shm")
    return {each.name for each in folder.glob(f"ks_{os.getpid():x}_*")} if folder.is_dir() else set()


@pytest.fixture
def no_leaks() -> Iterator[None]:
    """Fails if the test leaves threads, processes or shared memory behind."""
    threads, memory = set(threading.enumerate()), segments()
    yield
    assert set(threading.enumerate()) - threads == set()
    assert multiprocessing.active_children() == []
    assert segments() - memory == set()


@pytest.fixture
def supervised(
    no_leaks: None, caplog: pytest.LogCaptureFixture
) -> Iterator[Callable[..., tuple[SupervisedChild, Recorder]]]:
    """Makes started children of the test target; closes them at the end."""
    made: list[SupervisedChild] = []
    caplog.set_level(logging.ERROR, logger="engine.child")

    def make(
        options: object = None, *, patience: Patience = QUICK, start: bool = True, **changes: float
    ) -> tuple[SupervisedChild, Recorder]:
        child = SupervisedChild("test worker", targets.main, options, patience=replace(patience, **changes))
        made.append(child)
        recorder = Recorder(child)
        if start:
            child.start()
        return child, recorder

    yield make
    for child in made:
        child.close()
    assert "did not end" not in caplog.text
