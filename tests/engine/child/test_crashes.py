"""Children that die, hang or are orphaned, at any moment. Real spawned processes."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import random
import signal
import subprocess
import sys
import textwrap
import time
from contextlib import suppress
from pathlib import Path

import pytest

from engine.child import host, process, watch
from engine.child.lifecycle import Patience, State
from engine.child.messages import Death, Lost, Ping, Pong, Progress, Ready
from engine.child.supervisor import SupervisedChild
from tests.engine.child.recorder import Recorder
from tests.engine.child.targets import Crash, Echo, Hang, Work

posix_only = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="signals are a POSIX thing")
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")


def process_of(child: SupervisedChild) -> int:
    """The number of the present process, as soon as there is one; nothing tells that moment."""
    deadline = time.monotonic() + 30
    while (pid := child.process_id) is None:
        assert time.monotonic() < deadline
        time.sleep(0.002)
    return pid


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("exit", "exit code 7"),
        ("raise", "SystemExit: gone"),
        pytest.param("segfault", "killed by signal 11", marks=posix_only),
        pytest.param("abort", "killed by signal 6", marks=posix_only),
        pytest.param("SIGKILL", "killed by signal 9", marks=posix_only),
        pytest.param("SIGTERM", "killed by signal 15", marks=posix_only),
    ],
)
def test_a_crash_is_told_in_one_sentence_and_mended(supervised, how: str, words: str) -> None:
    child, heard = supervised()
    crashing, behind = child.send(Crash(how=how)), child.send(Echo(text="behind"))
    death = heard.wait_for(Death)
    assert str(death).startswith("The test worker ")
    assert words in str(death)
    assert "being started again" in str(death)
    assert "Nothing of yours is lost." in str(death)
    for job in (crashing, behind):
        assert isinstance(heard.answer_to(job), Lost)
    heard.wait_for(Ready)
    assert heard.answer_to(child.send(Echo(text="works again"))).text == "works again"
    assert len(heard.deaths) == 1


@posix_only
def test_the_last_words_of_a_crash_fold_out(supervised) -> None:
    child, heard = supervised()
    child.send(Crash(how="abort"))
    details = heard.wait_for(Death).details
    assert "SIGABRT" in details
    assert "the last words of a library" in details
    assert "in _crash" in details, "faulthandler names the line"


@pytest.mark.parametrize(("options", "words"), [("raise", "There is no camera here."), ("exit", "exit code 3")])
def test_a_child_that_cannot_start_is_given_up_until_asked(supervised, options: str, words: str) -> None:
    child, heard = supervised(options=options, start=False, death_limit=3)
    early = child.send(Ping())
    child.start()
    heard.wait_for(lambda word: isinstance(word, Death) and not word.is_restarting)
    assert [death.is_restarting for death in heard.deaths] == [True, True, False]
    assert words in str(heard.deaths[-1])
    assert "until you start it" in str(heard.deaths[-1])
    assert child.has_given_up
    assert isinstance(heard.answer_to(early), Lost)
    assert isinstance(heard.answer_to(child.send(Ping())), Lost), "no job waits for ever"
    child.restart()
    heard.wait_for(lambda word: isinstance(word, Death) and not word.is_restarting)
    assert len(heard.deaths) == 6


def test_a_target_that_does_not_exist_is_told(no_leaks) -> None:
    child = SupervisedChild("test worker", "engine.child.nothing:main", patience=Patience(death_limit=1))
    heard = Recorder(child)
    child.start()
    death = heard.wait_for(Death)
    child.close()
    assert "ModuleNotFoundError" in str(death)
    assert "Traceback" in death.details


@posix_only
@pytest.mark.parametrize("seed", range(4))
def test_killed_at_any_moment_it_comes_back(supervised, seed: int) -> None:
    """Kills by process id, as a system under pressure does: while starting, ready, busy, several times in a row."""
    chance = random.Random(seed)
    child, heard = supervised()
    kills = 0
    while kills < 4:
        pid = process_of(child)
        moment = chance.choice(["starting", "ready", "busy"])
        if moment == "starting":
            time.sleep(chance.uniform(0.0, 0.15))  # anywhere in the start, which takes about that long
        else:
            heard.wait_for(Ready)
            if moment == "busy":
                job = child.send(Work())
                heard.wait_for(lambda word, job=job: isinstance(word, Progress) and word.job == job)
        os.kill(pid, signal.SIGKILL)
        assert "killed by signal 9" in str(heard.wait_for(Death))
        kills += 1
    assert isinstance(heard.answer_to(child.send(Ping())), Pong)
    assert len(heard.deaths) == 4


@posix_only
def test_killed_while_stopping_is_no_accident(supervised) -> None:
    child, heard = supervised(stop_grace=60.0)
    job = child.send(Hang())
    heard.wait_for(lambda word: isinstance(word, Progress) and word.job == job)
    child.stop()
    heard.wait_for(State.STOPPING)
    os.kill(child.process_id, signal.SIGKILL)
    heard.wait_for(State.DEAD)
    assert isinstance(heard.answer_to(job), Lost)
    child.start()
    heard.wait_for(Ready)
    assert heard.deaths == []


def test_a_hung_child_is_killed_by_its_owner_and_comes_back(supervised) -> None:
    child, heard = supervised()
    job = child.send(Hang())
    heard.wait_for(lambda word: isinstance(word, Progress) and word.job == job)
    first = child.silence()
    child.send(Ping())
    heard_before = len(heard.words)
    while child.silence() < first + 0.2:
        time.sleep(0.02)
    assert len(heard.words) == heard_before, "a hung child answers no ping"
    child.kill()
    assert "no longer answered" in str(heard.wait_for(Death))
    assert isinstance(heard.answer_to(job), Lost)
    assert isinstance(heard.answer_to(child.send(Ping())), Pong)


def test_a_hung_child_is_noticed_and_killed_by_itself(supervised) -> None:
    child, heard = supervised(answer_within=0.5)
    job = child.send(Hang())
    assert "no longer answered" in str(heard.wait_for(Death))
    assert isinstance(heard.answer_to(job), Lost)
    assert isinstance(heard.answer_to(child.send(Ping())), Pong)


def test_an_idle_or_talking_child_is_not_taken_for_a_hung_one(supervised) -> None:
    child, heard = supervised(answer_within=0.6)
    heard.wait_for(Ready)
    first = child.process_id
    time.sleep(1.5)  # idle for longer than the limit: only the pings keep it alive
    job = child.send(Work())
    for _ in range(400):
        heard.wait_for(lambda word: isinstance(word, Progress) and word.job == job)
    assert child.process_id == first
    assert heard.deaths == []


def test_a_child_that_hangs_while_starting_is_noticed(supervised) -> None:
    _, heard = supervised(options="sleep", start_within=0.6, death_limit=1)
    assert "stopped answering" in str(heard.wait_for(Death))


def test_a_hung_child_is_closed_by_force(supervised) -> None:
    child, heard = supervised(stop_grace=0.1)
    job = child.send(Hang())
    heard.wait_for(lambda word: isinstance(word, Progress) and word.job == job)
    child.close()
    assert child.state is State.DEAD
    assert isinstance(heard.answer_to(job), Lost)
    assert heard.deaths == []


@posix_only
def test_a_frozen_child_with_a_full_pipe_blocks_nobody(supervised) -> None:
    child, heard = supervised(stop_grace=0.1, terminate_grace=0.1)
    heard.wait_for(Ready)
    os.kill(child.process_id, signal.SIGSTOP)
    jobs = [child.send(Echo(text="x" * 1_000_000)) for _ in range(5)]
    child.kill()
    assert isinstance(heard.wait_for(Death), Death)
    for job in jobs:
        assert isinstance(heard.answer_to(job), Lost)
    heard.wait_for(Ready)
    os.kill(child.process_id, signal.SIGSTOP)
    child.send(Echo(text="x" * 1_000_000))
    child.close()


@posix_only
def test_a_process_that_survives_being_killed_is_left_behind(supervised, monkeypatch) -> None:
    """As one that hangs in a driver does: the system keeps it, and life has to go on without it."""
    monkeypatch.setattr(process, "_EXIT_GRACE", 0.1)
    monkeypatch.setattr(watch, "_DEATH_TAKES", 0.1)
    child, heard = supervised()
    job = child.send(Hang())
    heard.wait_for(lambda word: isinstance(word, Progress) and word.job == job)
    undead, handle = child.process_id, child._child.process
    try:
        with monkeypatch.context() as patch:
            patch.setattr(process.ChildProcess, "kill", lambda self: None)
            child.kill()
            assert "no longer answered" in str(heard.wait_for(Death))
        assert isinstance(heard.answer_to(job), Lost)
        heard.wait_for(Ready)
        assert isinstance(heard.answer_to(child.send(Ping())), Pong)
        assert undead not in [each.pid for each in multiprocessing.active_children()], "nobody waits for it at exit"
    finally:
        os.kill(undead, signal.SIGKILL)
        handle.join()


@posix_only
def test_ctrl_c_is_left_to_the_parent(supervised) -> None:
    child, heard = supervised()
    os.kill(process_of(child), signal.SIGINT)
    heard.wait_for(Ready)
    os.kill(process_of(child), signal.SIGINT)
    assert isinstance(heard.answer_to(child.send(Ping())), Pong)
    assert heard.deaths == []


PARENT = """
    import sys, threading
    from engine.child.messages import Progress
    from engine.child.ring import FrameRing
    from engine.child.supervisor import SupervisedChild
    from tests.engine.child import targets

    if __name__ == "__main__":
        child = SupervisedChild("test worker", targets.main)
        working = threading.Event()
        child.listen(on_message=lambda word: working.set() if isinstance(word, Progress) else None)
        child.start()
        ring = FrameRing.create(slot_bytes=100)
        child.send({request})
        assert working.wait(60)
        print(child.process_id, ring.address.name, flush=True)
        {end}
"""


def run_parent(tmp_path: Path, *, request: str, end: str) -> tuple[subprocess.Popen[str], int, str]:
    script = tmp_path / "parent.py"
    script.write_text(textwrap.dedent(PARENT.format(request=request, end=end)), encoding="utf-8")
    root = str(Path(__file__).resolve().parents[3])
    parent = subprocess.Popen(
        [sys.executable, str(script)], env={**os.environ, "PYTHONPATH": root}, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert parent.stdout is not None
    pid, segment = parent.stdout.readline().split()
    return parent, int(pid), segment


def wait_until_gone(*paths: Path) -> None:
    deadline = time.monotonic() + 30
    while any(path.exists() for path in paths):
        assert time.monotonic() < deadline, f"still there: {paths}"
        time.sleep(0.02)


@linux_only
@pytest.mark.parametrize("request_text", ["targets.Work()", "targets.Hang()", "targets.Hang(holds_interpreter=True)"])
def test_children_and_shared_memory_go_when_the_parent_is_killed(tmp_path: Path, request_text: str) -> None:
    parent, pid, segment = run_parent(tmp_path, request=request_text, end="sys.stdin.read()")
    assert Path(f"/proc/{pid}").exists()
    assert Path(f"/dev/shm/{segment}").exists()
    parent.kill()
    parent.wait(30)
    try:
        wait_until_gone(Path(f"/proc/{pid}"), Path(f"/dev/shm/{segment}"))
    finally:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        parent.communicate()  # the resource tracker keeps the pipe open for as long as the child lives


@linux_only
def test_a_parent_that_forgot_to_close_ends_cleanly(tmp_path: Path) -> None:
    parent, pid, _ = run_parent(tmp_path, request="targets.Work()", end="ring.close()")
    _, errors = parent.communicate(timeout=60)
    assert parent.returncode == 0
    assert errors == ""
    wait_until_gone(Path(f"/proc/{pid}"))


@linux_only
def test_the_end_of_the_pipe_alone_ends_a_busy_child() -> None:
    """What ends children where the kernel does not: the parent's end of the pipe is closed."""
    context = multiprocessing.get_context("spawn")
    near, far = context.Pipe()
    payload = pickle.dumps(("tests.engine.child.targets:main", None, 0, os.getpid()))
    orphan = context.Process(target=host.run, args=(far, None, payload))
    orphan.start()
    far.close()
    assert isinstance(near.recv(), Ready)
    near.send(Hang(job=1))
    assert isinstance(near.recv(), Progress)
    near.close()
    orphan.join(60)
    assert orphan.exitcode == host.EXIT_PARENT_GONE
    orphan.close()
