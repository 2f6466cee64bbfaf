"""Children that behave: start, answer, stop, restart, close. Real spawned processes."""

from __future__ import annotations

import logging
import os
import threading

import pytest

from engine.child import supervisor
from engine.child.endings import ChildClosedError
from engine.child.lifecycle import State
from engine.child.messages import Answer, Failed, Log, Lost, Message, Ping, Pong, Progress, Ready, Stopped
from engine.child.supervisor import SupervisedChild
from tests.engine.child import targets
from tests.engine.child.targets import Echo, Echoed, Listen, Refuse, Say, Stumble, Unknown, Word, Work


def test_start_work_and_end(supervised) -> None:
    child, heard = supervised(options="about me", start=False)
    assert child.state is State.DEAD
    early = child.send(Echo(text="early"))
    child.start()
    assert heard.wait_for(Ready).about == "about me"
    assert heard.answer_to(early).text == "early"
    assert isinstance(heard.answer_to(child.send(Ping())), Pong)
    heard.wait_for(State.READY)
    assert child.process_id != os.getpid()
    child.close()
    assert child.state is State.DEAD
    assert child.process_id is None
    states = heard.of_kind(State)
    assert states[0] is State.STARTING
    assert states[-2:] == [State.STOPPING, State.DEAD]
    assert heard.deaths == []


def test_the_child_gives_way_to_the_window_and_imports_nothing_heavy(supervised) -> None:
    child, heard = supervised()
    echoed = heard.answer_to(child.send(Echo(text="")))
    if hasattr(os, "nice"):
        assert echoed.niceness >= os.nice(0) + 5 or echoed.niceness == 19
    heavy = {"tensorflow", "keras", "PySide6", "cv2", "gui", "pyqtgraph"}
    assert heavy.isdisjoint(name.partition(".")[0] for name in echoed.modules)


def test_jobs_are_answered_in_order_and_refusals_are_sentences(supervised) -> None:
    child, heard = supervised()
    refused, stumbled, unknown, fine = (
        child.send(request) for request in (Refuse(), Stumble(), Unknown(), Echo(text="still here"))
    )
    assert str(heard.answer_to(refused)) == "The picture is 1 pixels wide; use at least 3."
    assert "ZeroDivisionError: by zero" in str(heard.answer_to(stumbled))
    assert "in _stumble" in heard.answer_to(stumbled).details
    assert "Unknown" in str(heard.answer_to(unknown))
    assert heard.answer_to(fine).text == "still here"
    assert [word.job for word in heard.of_kind(Answer)] == [refused, stumbled, unknown, fine]
    assert heard.deaths == []


def test_a_long_job_is_stopped_on_request_and_answers_pings_meanwhile(supervised) -> None:
    child, heard = supervised()
    job = child.send(Work())
    heard.wait_for(lambda word: isinstance(word, Progress) and word.job == job)
    assert child.state is State.BUSY
    assert isinstance(heard.answer_to(child.send(Ping())), Pong)
    child.stop_job(job)
    assert isinstance(heard.answer_to(job), Stopped)
    heard.wait_for(State.READY)


def test_a_job_is_told_things_while_it_runs_and_while_it_waits(supervised) -> None:
    child, heard = supervised(start=False)
    first, second = child.send(Listen()), child.send(Listen())
    child.tell(second, Word(text="for later"))
    child.start()
    heard.wait_for(lambda word: isinstance(word, Progress) and word.job == first)
    for text in ("one", "two", "enough"):
        child.tell(first, Word(text=text))
    assert heard.answer_to(first).text == "one two enough"
    child.tell(first, Word(text="too late"))
    child.tell(second, Word(text="enough"))
    assert heard.answer_to(second).text == "for later enough"
    assert [word.job for word in heard.of_kind(Answer)] == [first, second]


def test_nothing_is_heard_of_a_superseded_job(supervised) -> None:
    child, heard = supervised()
    old = child.send(Work())
    heard.wait_for(lambda word: isinstance(word, Progress) and word.job == old)
    new = child.send(Work(), supersedes=old)
    first_of_new = heard.wait_for(lambda word: isinstance(word, Progress) and word.job == new)
    child.stop_job(new)
    heard.answer_to(new)
    later = heard.words[heard.words.index(first_of_new) :]
    assert [word for word in later if isinstance(word, Message) and word.job == old] == []
    assert [word for word in heard.of_kind(Answer) if word.job == old] == []


def test_a_job_superseded_before_its_turn_is_not_begun(supervised) -> None:
    child, heard = supervised()
    first = child.send(Work())
    second = child.send(Work())
    third = child.send(Echo(text="third"), supersedes=second)
    child.stop_job(first)
    assert heard.answer_to(third).text == "third"
    assert isinstance(heard.answer_to(first), Stopped)
    assert [word for word in heard.of_kind(Progress) if word.job == second] == []


def test_jobs_stopped_while_no_process_is_there_are_not_begun(supervised) -> None:
    child, heard = supervised(start=False)
    stopped, superseded = child.send(Work()), child.send(Work())
    child.stop_job(stopped)
    child.supersede(superseded)
    child.start()
    assert isinstance(heard.answer_to(stopped), Stopped)
    heard.wait_for(State.READY)
    assert {word.job for word in heard.of_kind(Progress)} == set()
    assert {word.job for word in heard.of_kind(Answer)} == {stopped}


def test_stop_and_start_again(supervised) -> None:
    child, heard = supervised()
    heard.wait_for(Ready)
    working = child.send(Work())
    heard.wait_for(lambda word: isinstance(word, Progress) and word.job == working)
    child.stop()
    heard.wait_for(State.DEAD)
    assert isinstance(heard.answer_to(working), Stopped), "the child ends its work in order"
    waiting = child.send(Echo(text="for the next one"))
    child.start()
    assert heard.answer_to(waiting).text == "for the next one"
    assert heard.deaths == []


def test_restart_replaces_a_running_child(supervised) -> None:
    child, heard = supervised()
    heard.wait_for(Ready)
    first = child.process_id
    child.restart()
    heard.wait_for(State.DEAD)
    heard.wait_for(Ready)
    assert child.process_id != first
    assert heard.deaths == []


def test_close_is_final_and_harmless_to_repeat(supervised) -> None:
    child, heard = supervised()
    heard.wait_for(Ready)
    child.close()
    child.close()
    with pytest.raises(ChildClosedError, match="test worker has been closed"):
        child.send(Ping())
    with pytest.raises(ChildClosedError):
        child.start()
    with pytest.raises(ChildClosedError):
        child.restart()
    child.stop()
    child.kill()
    child.supersede(1)


def test_a_child_that_was_never_started_can_be_closed(supervised) -> None:
    child, heard = supervised(start=False)
    child.send(Ping())
    child.close()
    assert heard.words == []


def test_closing_while_the_child_starts_does_not_wait_for_it(supervised) -> None:
    child, heard = supervised(options="sleep", stop_grace=50.0, terminate_grace=50.0)
    heard.wait_for(State.STARTING)
    child.close()
    assert heard.deaths == []


def test_closing_from_a_callback_ends_everything(supervised) -> None:
    child, heard = supervised(start=False)
    child.listen(on_message=lambda message: child.close())
    lost = child.send(Work())
    child.start()
    heard.wait_for(State.STOPPING)
    heard.wait_for(State.DEAD)
    assert isinstance(heard.answer_to(lost), Stopped | Lost)


def test_a_listener_that_raises_ends_nothing(supervised, caplog) -> None:
    child, heard = supervised(start=False)

    def raises(message: object) -> None:
        raise RuntimeError("a bug in the window")

    forget = child.listen(on_message=raises)
    child.start()
    heard.wait_for(Ready)
    assert heard.answer_to(child.send(Echo(text="on")))
    assert "a bug in the window" in caplog.text
    forget()
    heard.answer_to(child.send(Echo(text="the last call has returned")))
    caplog.clear()
    heard.answer_to(child.send(Echo(text="on")))
    assert caplog.text == ""


def test_everything_the_child_writes_arrives_as_log(supervised) -> None:
    child, heard = supervised()
    child.send(Say(text="hello"))
    texts = {
        "hello from a C library": logging.INFO,
        "hello from Python": logging.INFO,
        "hello from logging": logging.WARNING,
    }
    while texts:
        line = heard.wait_for(Log)
        assert texts.pop(line.text, line.level) == line.level


def test_log_lines_nobody_listens_to_go_to_logging(no_leaks, caplog) -> None:
    caplog.set_level(logging.INFO, logger="engine.child")
    child = SupervisedChild("test worker", targets.main)
    said = threading.Event()
    child.listen(on_message=lambda message: said.set() if isinstance(message, Answer) else None)
    child.start()
    child.send(Say(text="hello"))
    assert said.wait(60)
    child.close()
    assert "test worker: stderr: hello from a C library" in caplog.text
    assert "test worker: camera: hello from logging" in caplog.text


def test_a_request_that_cannot_travel_is_refused_at_once(supervised) -> None:
    child, heard = supervised()
    with pytest.raises((AttributeError, TypeError, supervisor.pickle.PicklingError)):
        child.send(Echo(text=lambda: None))  # type: ignore[arg-type]
    assert heard.answer_to(child.send(Echo(text="fine"))).text == "fine"


def test_a_flood_of_requests_from_many_threads(supervised) -> None:
    child, heard = supervised()
    jobs: list[int] = []

    def flood() -> None:
        for _ in range(25):
            jobs.append(child.send(Echo(text="x" * 5000)))

    threads = [threading.Thread(target=flood) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(jobs)) == 100
    for job in jobs:
        assert isinstance(heard.answer_to(job), Echoed)
    assert heard.of_kind(Failed) == []
