from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.child.lifecycle import LifeCycle, Patience, State
from engine.child.messages import Answer, Pong, Progress, Ready

PATIENCE = Patience(first_delay=0.25, delay_growth=2.0, death_limit=5, death_window=60.0)


def ready() -> LifeCycle:
    life = LifeCycle(PATIENCE)
    life.started()
    assert life.arrived(Ready())
    return life


def test_a_life_without_accidents() -> None:
    life = LifeCycle(PATIENCE)
    assert life.state is State.DEAD
    life.started()
    assert life.state is State.STARTING
    life.arrived(Ready())
    assert life.state is State.READY
    life.sent(1)
    assert life.state is State.BUSY
    assert life.arrived(Progress(job=1, done=1))
    assert life.state is State.BUSY
    assert life.arrived(Pong(job=1))
    assert life.state is State.READY
    life.stopping()
    assert life.state is State.STOPPING
    assert life.died(0.0, delivered=frozenset()) == ([], None)
    assert life.state is State.DEAD
    assert not life.has_given_up


def test_a_job_sent_early_keeps_a_starting_child_starting() -> None:
    life = LifeCycle(PATIENCE)
    life.sent(1)
    life.started()
    assert life.state is State.STARTING
    life.arrived(Ready())
    assert life.state is State.BUSY


def test_answers_to_superseded_finished_and_unknown_jobs_are_dropped() -> None:
    life = ready()
    life.sent(1)
    assert life.superseded(1)
    assert not life.arrived(Progress(job=1, done=1))
    assert life.state is State.BUSY, "it works until the superseded job has ended"
    assert not life.arrived(Answer(job=1))
    assert life.state is State.READY
    assert not life.superseded(1)
    assert not life.arrived(Answer(job=1))
    assert not life.arrived(Answer(job=99))


def test_a_death_loses_delivered_jobs_but_not_those_still_waiting() -> None:
    life = ready()
    for job in (1, 2, 3, 4):
        life.sent(job)
    life.superseded(2)
    assert life.died(0.0, delivered=frozenset({1, 2, 3})) == ([1, 3], 0.25)
    life.started()
    life.arrived(Ready())
    assert life.state is State.BUSY
    assert life.arrived(Answer(job=4))


def test_the_delay_grows_until_too_many_deaths() -> None:
    life = LifeCycle(PATIENCE)
    delays = []
    for death in range(5):
        life.started()
        delays.append(life.died(float(death), delivered=frozenset())[1])
    assert delays == [0.25, 0.5, 1.0, 2.0, None]
    assert life.has_given_up
    life.forgive()
    life.started()
    assert life.died(6.0, delivered=frozenset())[1] == 0.25


def test_old_deaths_are_forgotten() -> None:
    life = LifeCycle(PATIENCE)
    for death in range(20):
        life.started()
        assert life.died(death * 61.0, delivered=frozenset())[1] == 0.25


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["send", "supersede", "progress", "answer", "die", "start"]), st.integers(1, 6)))
)
def test_whatever_happens_each_wanted_job_ends_exactly_once(steps: list[tuple[str, int]]) -> None:
    life = LifeCycle(Patience(death_limit=10_000))
    life.started()
    life.arrived(Ready())
    open_jobs: set[int] = set()
    dropped: set[int] = set()
    for time, (step, job) in enumerate(steps):
        if step == "send" and life.state is not State.DEAD:
            life.sent(job)
            open_jobs.add(job)
        elif step == "supersede":
            assert life.superseded(job) == (job in open_jobs)
            dropped |= {job} & open_jobs
        elif step == "progress" and life.state is not State.DEAD:
            assert life.arrived(Progress(job=job, done=0)) == (job in open_jobs - dropped)
        elif step == "answer" and life.state is not State.DEAD:
            assert life.arrived(Answer(job=job)) == (job in open_jobs - dropped)
            open_jobs.discard(job)
            dropped.discard(job)
        elif step == "die" and life.state is not State.DEAD:
            lost, _ = life.died(float(time), delivered=frozenset(open_jobs))
            assert lost == sorted(open_jobs - dropped)
            open_jobs.clear()
            dropped.clear()
        elif step == "start" and life.state is State.DEAD:
            life.started()
            life.arrived(Ready())
        if life.state is not State.DEAD:
            assert life.state is (State.BUSY if open_jobs else State.READY)
