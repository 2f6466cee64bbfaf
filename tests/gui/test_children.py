from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from engine.child.lifecycle import Patience, State
from engine.child.messages import Answer, Lost, Progress, Ready
from engine.child.supervisor import SupervisedChild
from gui.children import QtChild
from tests.engine.child import targets
from tests.engine.child.targets import Crash, Echo, Say, Work

LIMIT = 60_000


def is_progress(word: object) -> bool:
    return isinstance(word, Progress)


@pytest.fixture
def child(qtbot: QtBot) -> Iterator[QtChild]:
    threads = set(threading.enumerate())
    made = QtChild(SupervisedChild("test worker", targets.main, patience=Patience(first_delay=0.01)))
    yield made
    made.close()
    assert set(threading.enumerate()) - threads == set()
    assert multiprocessing.active_children() == []


def test_callbacks_become_signals_on_the_qt_thread(child: QtChild, qtbot: QtBot) -> None:
    threads = []
    states: list[str] = []
    child.message_arrived.connect(lambda message: threads.append(QThread.currentThread()))
    child.state_changed.connect(states.append)
    with qtbot.waitSignal(child.message_arrived, timeout=LIMIT, check_params_cb=lambda word: isinstance(word, Ready)):
        child.start()
    job = child.send(Echo(text="hello"))
    with qtbot.waitSignal(child.message_arrived, timeout=LIMIT) as heard:
        pass
    assert heard.args[0].job == job
    assert heard.args[0].text == "hello"
    qtbot.waitUntil(lambda: child.state is State.READY, timeout=LIMIT)
    assert states[0] == "starting"
    assert states[-1] == "ready"
    assert set(threads) == {child.thread()}
    assert child.name == "test worker"


def test_a_death_is_told_once_and_mended(child: QtChild, qtbot: QtBot) -> None:
    told: list[str] = []
    child.died.connect(told.append)
    child.start()
    with qtbot.waitSignal(child.message_arrived, timeout=LIMIT, check_params_cb=lambda word: isinstance(word, Lost)):
        job = child.send(Crash(how="exit"))
    assert told == [
        "The test worker stopped unexpectedly (exit code 7) and is being started again. Nothing of yours is lost."
    ]
    assert child.last_death is not None
    assert child.last_death.values["code"] == 7
    with qtbot.waitSignal(child.message_arrived, timeout=LIMIT, check_params_cb=lambda word: isinstance(word, Answer)):
        assert child.send(Echo(text="again")) > job
    assert not child.has_given_up


def test_superseded_answers_are_dropped_even_out_of_qts_queue(child: QtChild, qtbot: QtBot) -> None:
    child.start()
    with qtbot.waitSignal(child.message_arrived, timeout=LIMIT, check_params_cb=is_progress):
        old = child.send(Work())
    queued = threading.Event()
    words = []
    child._child.listen(on_message=lambda word: queued.set() if word.job == old else None)
    assert queued.wait(60), "messages of the old job wait in the queue while this thread does not look"
    child.message_arrived.connect(words.append)
    new = child.send(Echo(text="new"), supersedes=old)
    qtbot.waitUntil(lambda: any(word.job == new for word in words), timeout=LIMIT)
    assert [word for word in words if word.job == old] == []


@pytest.mark.allows_warnings  # one of the lines is a warning, and it may arrive before the test ends
def test_log_lines_arrive(child: QtChild, qtbot: QtBot) -> None:
    child.start()
    is_meant = lambda line: line.text == "hello from a C library"  # noqa: E731
    with qtbot.waitSignal(child.log_arrived, timeout=LIMIT, check_params_cb=is_meant):
        child.send(Say(text="hello"))


def test_nothing_is_heard_after_close(child: QtChild, qtbot: QtBot) -> None:
    child.start()
    with qtbot.waitSignal(child.message_arrived, timeout=LIMIT, check_params_cb=is_progress):
        child.send(Work())
    words: list[object] = []
    child.message_arrived.connect(words.append)
    child.state_changed.connect(words.append)
    child.died.connect(words.append)
    child.close()
    with qtbot.waitSignal(child.destroyed, timeout=LIMIT):
        child.deleteLater()
    assert words == []
