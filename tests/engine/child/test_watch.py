from __future__ import annotations

from engine.child.lifecycle import Patience, State
from engine.child.watch import Deed, Watch, silence_limit

PATIENCE = Patience(answer_within=4.0, start_within=100.0)


def test_only_a_living_child_can_be_too_silent() -> None:
    patience = Patience(answer_within=3.0, start_within=100.0)
    limits = {state: silence_limit(state, patience) for state in State}
    assert limits == {
        State.STARTING: 100.0, State.READY: 3.0, State.BUSY: 3.0, State.STOPPING: None, State.DEAD: None,
    }  # fmt: skip


def test_a_silent_child_is_pinged_and_then_killed() -> None:
    watch = Watch(PATIENCE, 10.0)
    assert watch.deed(State.READY, 11.9) is Deed.NOTHING
    assert watch.due(State.READY) == 12.0
    assert watch.deed(State.READY, 12.0) is Deed.PING
    assert watch.deed(State.READY, 13.9) is Deed.NOTHING
    assert watch.silence(14.0) == 4.0
    assert watch.deed(State.READY, 14.0) is Deed.KILL
    watch.condemn(14.0)
    watch.condemn(15.0)
    assert watch.is_condemned
    assert watch.deed(State.READY, 15.9) is Deed.NOTHING, "it is killed once"
    assert watch.deed(State.READY, 16.0) is Deed.BURY, "a process can hang so that it does not die"


def test_any_word_starts_the_count_anew() -> None:
    watch = Watch(PATIENCE, 0.0)
    assert watch.deed(State.BUSY, 2.0) is Deed.PING
    watch.heard(3.0)
    assert watch.deed(State.BUSY, 4.9) is Deed.NOTHING
    assert watch.deed(State.BUSY, 5.0) is Deed.PING


def test_a_computer_that_slept_gives_the_child_its_chance() -> None:
    watch = Watch(PATIENCE, 0.0)
    assert watch.deed(State.READY, 9000.0) is Deed.PING
    assert watch.deed(State.READY, 9001.0) is Deed.NOTHING


def test_a_starting_child_is_not_pinged() -> None:
    watch = Watch(PATIENCE, 0.0)
    assert watch.deed(State.STARTING, 99.0) is Deed.NOTHING
    assert watch.deed(State.STARTING, 100.0) is Deed.KILL
