"""Short requests that are let in between the steps of a long job."""

from __future__ import annotations

from engine.child.messages import Answer, Ping, Pong, Progress, Stopped
from tests.engine.child.targets import Echo, Refuse, Say, Share, Work


def test_short_requests_are_answered_while_a_long_job_goes_on(supervised) -> None:
    child, heard = supervised()
    long = child.send(Share())
    heard.wait_for(Progress)
    for text in ("one", "two"):
        assert heard.answer_to(child.send(Echo(text=text))).text == text
    assert isinstance(heard.answer_to(child.send(Ping())), Pong)
    child.stop_job(long)
    assert isinstance(heard.answer_to(long), Stopped)
    assert heard.answer_to(child.send(Echo(text="later"))).text == "later"


def test_others_wait_and_keep_their_order(supervised) -> None:
    child, heard = supervised()
    long = child.send(Share())
    heard.wait_for(Progress)
    said, refused = child.send(Say(text="waits")), child.send(Refuse())
    behind = child.send(Echo(text="behind a border"))
    child.stop_job(long)
    heard.answer_to(behind)
    assert [word.job for word in heard.of_kind(Answer)] == [long, said, refused, behind]


def test_a_short_request_goes_past_one_that_waits(supervised) -> None:
    child, heard = supervised()
    long = child.send(Share())
    heard.wait_for(Progress)
    said = child.send(Say(text="waits"))
    assert heard.answer_to(child.send(Echo(text="quick"))).text == "quick"
    child.stop_job(long)
    heard.answer_to(said)


def test_a_stop_meant_for_the_long_job_is_not_lost_to_a_short_one(supervised) -> None:
    child, heard = supervised()
    long = child.send(Share())
    heard.wait_for(Progress)
    echoes = [child.send(Echo(text=str(number))) for number in range(40)]
    child.stop_job(long)
    echoes += [child.send(Echo(text=str(number))) for number in range(40)]
    assert isinstance(heard.answer_to(long), Stopped)
    for job in echoes:
        heard.answer_to(job)


def test_a_long_job_that_waits_its_turn_can_be_stopped(supervised) -> None:
    child, heard = supervised()
    long = child.send(Share())
    heard.wait_for(Progress)
    waiting = child.send(Work())
    heard.answer_to(child.send(Echo(text="")))
    child.stop_job(waiting)
    child.stop_job(long)
    assert isinstance(heard.answer_to(waiting), Stopped)


def test_the_end_comes_in_the_middle_of_a_long_job(supervised) -> None:
    child, heard = supervised()
    child.send(Share())
    heard.wait_for(Progress)
    child.close()
    assert heard.deaths == []
