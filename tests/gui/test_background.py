import threading

import pytest

from gui.background import Background


@pytest.fixture
def failures():
    return []


@pytest.fixture
def background(qapp, failures):
    made = Background(failures.append)
    yield made
    made.close()


def test_work_runs_elsewhere_and_its_answer_comes_home(qtbot, background):
    threads, answers = [], []

    def work():
        threads.append(threading.current_thread())
        return 7

    background.run(work, lambda answer: answers.append((answer, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [(7, threading.main_thread())]
    assert threads[0] is not threading.main_thread()


def test_a_failure_reaches_its_own_handler_or_the_common_one(qtbot, background, failures):
    own = []
    background.run(lambda: 1 / 0, failed=own.append)
    background.run(lambda: {}["missing"])
    qtbot.waitUntil(lambda: bool(own and failures))
    assert isinstance(own[0], ZeroDivisionError)
    assert isinstance(failures[0], KeyError)


def test_closing_finishes_the_work_and_drops_the_answers(qtbot, background):
    done, answers = [], []
    background.run(lambda: done.append(1), answers.append)
    background.close()
    background.run(lambda: done.append(2))
    assert done == [1]
    assert answers == []
