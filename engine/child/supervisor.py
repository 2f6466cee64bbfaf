"""A child process that is started, watched, restarted and ended for its owner.

    child = SupervisedChild(mark("camera worker"), "engine.sources.camera_worker:main", options)   # no process yet
    child.listen(on_message=…, on_state=…, on_death=…, on_log=…)    # called from its own thread: be quick
    child.start()
    job = child.send(Open(index=0))                     # delivered when the child is there; never blocks
    job = child.send(Open(index=1), supersedes=job)     # answers to the earlier job are dropped, and it is asked to end
    child.stop_job(job)                                 # ask one job to end; it answers Stopped
    child.tell(job, Pause())                            # something for the running job to know; never answered
    child.silence()                                     # seconds since the last word; child.kill() ends a hung one
    child.close()                                       # nothing remains: no process, thread or pipe

The target is a module-level function `main(host, options)` or its name; `engine.child.host` shows how it is written. By
name, its module is never imported here. An unexpected end is told in one sentence (`on_death`), each unanswered job
gets a `Lost`, and the child is started again after a short, growing delay, until it has died too often. In a window use
`gui.children.QtChild`, which turns the callbacks into signals.
"""

from __future__ import annotations

import atexit
import logging
import multiprocessing
import os
import pickle
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import wait
from typing import Any

from engine.child.endings import ChildClosedError, Ending, death, lost, memory_is_limited, times_memory_ran_out
from engine.child.lifecycle import LifeCycle, Patience, State
from engine.child.listeners import Audience, Listener
from engine.child.messages import (
    NO_JOB,
    Death,
    Failed,
    Log,
    Message,
    Ping,
    Pong,
    Quit,
    Request,
    Stop,
    Stopped,
    Tell,
)
from engine.child.process import ChildProcess
from engine.child.watch import Deed, Watch
from engine.text import mark

_log = logging.getLogger("engine.child")
_LINES_KEPT = 60
_CLOSE_GRACE = 10.0


class SupervisedChild:
    """One child process and the thread that looks after it. Thread-safe. See the top of this file."""

    def __init__(
        self,
        name: str,
        target: Callable[..., None] | str,
        options: object = None,
        *,
        patience: Patience | None = None,
        niceness: int = 5,
    ) -> None:
        self.name = name
        self.patience = patience or Patience()
        address = target if isinstance(target, str) else f"{target.__module__}:{target.__qualname__}"
        self._payload = pickle.dumps((address, options, niceness, os.getpid()))
        self._life = LifeCycle(self.patience)
        self._lock = threading.RLock()
        self._audience = Audience(name)
        self._thread: threading.Thread | None = None
        self._child: ChildProcess | None = None
        self._waiting: list[tuple[int, bytes]] = []  # requests, and words to their jobs, for the next process
        self._stopped_early: list[int] = []  # jobs that were stopped while they waited for it
        self._delivered: set[int] = set()  # jobs that the present process knows
        self._next_job = NO_JOB + 1
        self._is_wanted = False
        self._is_restart_asked = False
        self._is_closed = False
        self._start_at = 0.0
        self._stop_deadline = 0.0
        self._watch = Watch(self.patience, time.monotonic())
        self._last_failure: Failed | None = None
        self._last_lines: deque[str] = deque(maxlen=_LINES_KEPT)
        self._memory_counter: int | None = None
        self._woken, self._waker = multiprocessing.get_context("spawn").Pipe(duplex=False)
        self._is_woken = False

    # What owners call, from any thread.

    @property
    def state(self) -> State:
        with self._lock:
            return self._life.state

    @property
    def has_given_up(self) -> bool:
        """Whether the child died too often and waits for `restart`."""
        with self._lock:
            return self._life.has_given_up

    @property
    def process_id(self) -> int | None:
        """The system's number for the present process; `None` without one."""
        with self._lock:
            return None if self._child is None else self._child.process_id

    def listen(
        self,
        *,
        on_state: Callable[[State], None] | None = None,
        on_message: Callable[[Message], None] | None = None,
        on_death: Callable[[Death], None] | None = None,
        on_log: Callable[[Log], None] | None = None,
    ) -> Callable[[], None]:
        """Have the given functions called; returns a function that ends this. Log lines default to `logging`."""
        return self._audience.add(Listener(on_state=on_state, on_message=on_message, on_death=on_death, on_log=on_log))

    def start(self) -> None:
        """Start the process, soon and elsewhere; does nothing if it is running. Also after giving up, or a `stop`."""
        with self._lock:
            self._refuse_if_closed()
            if not self._is_wanted:
                self._life.forgive()
                self._start_at = 0.0
            self._is_wanted = True
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name=f"supervise {self.name}", daemon=True)
                atexit.register(self.close)
                self._thread.start()
        self._wake()

    def stop(self) -> None:
        """Ask the process to end, and end it if it does not. Requests sent meanwhile wait for the next `start`."""
        with self._lock:
            self._is_wanted = False
        self._wake()

    def restart(self) -> None:
        """Start again with a clean record, whatever the state."""
        with self._lock:
            self._refuse_if_closed()
            self._life.forgive()
            self._start_at = 0.0
            self._is_restart_asked = self._child is not None
        self.start()

    def send(self, request: Request, *, supersedes: int | None = None) -> int:
        """Give `request` to the child and return its job number. Answers may come before this returns."""
        if supersedes is not None:
            self.supersede(supersedes)
        with self._lock:
            self._refuse_if_closed()
            job = self._next_job
            data = pickle.dumps(replace(request, job=job), protocol=pickle.HIGHEST_PROTOCOL)
            self._next_job += 1
            self._life.sent(job)
            if self._child is not None and self._life.state is not State.STOPPING:
                self._delivered.add(job)
                self._child.post(data)
            else:
                self._waiting.append((job, data))
        self._wake()
        return job

    def supersede(self, job: int) -> None:
        """Drop all further answers to `job`, and ask it to end. Harmless if it has ended."""
        with self._lock:
            if self._life.superseded(job):
                self.stop_job(job)

    def stop_job(self, job: int) -> None:
        """Ask `job` to end; it answers `Stopped`, or whatever it had ready."""
        with self._lock:
            if self._child is not None and job in self._delivered:
                self._child.post(pickle.dumps(Stop(job=job)))
                return
            still_waiting = [each for each in self._waiting if each[0] != job]
            if len(still_waiting) < len(self._waiting):
                self._waiting = still_waiting
                self._stopped_early.append(job)
        self._wake()

    def tell(self, job: int, word: Tell) -> None:
        """Let `job` know something while it waits or runs. Harmless if it has ended."""
        with self._lock:
            data = pickle.dumps(replace(word, job=job), protocol=pickle.HIGHEST_PROTOCOL)
            if self._child is not None and job in self._delivered:
                self._child.post(data)
            elif any(each == job for each, _ in self._waiting):
                self._waiting.append((job, data))

    def silence(self) -> float:
        """Seconds since the child's last word, or since its start; 0 while there is no process."""
        with self._lock:
            return 0.0 if self._child is None else self._watch.silence(time.monotonic())

    def kill(self) -> None:
        """End a child that hangs, now. It counts as an unexpected death: it is told, and the child is started again."""
        with self._lock:
            if self._child is not None:
                self._watch.condemn(time.monotonic())
                self._child.kill()
        self._wake()

    def close(self) -> None:
        """End the process and everything else, and wait for that. May be called twice."""
        with self._lock:
            self._is_closed = True
            self._is_wanted = False
            thread = self._thread
            if thread is None:
                self._close_pipes()
        self._wake()
        atexit.unregister(self.close)
        if thread is None or thread is threading.current_thread():
            return
        thread.join(self.patience.stop_grace + self.patience.terminate_grace + 1.0)
        if thread.is_alive():
            self.kill()
            thread.join(_CLOSE_GRACE)
        if thread.is_alive():
            _log.error("The supervision of the %s did not end", self.name)

    # The supervisor's thread. It holds the lock only to look and to note, never while it starts, ends or tells.

    def _run(self) -> None:
        while not self._is_over():
            child = self._child
            self._steer()
            self._take_in(self._answers_of_our_own())
            self._tell_state()
            if self._child is not child:
                continue  # there is another one to look after, or none: look anew before waiting
            waitables = [self._woken] if child is None else [self._woken, *child.waitables()]
            events: list[Any] = wait(waitables, self._time_to_next_deed())
            while self._woken.poll():
                self._woken.recv_bytes()
            if child is not None:
                self._take_in(child.receive() + child.error_lines())
                if child.is_at_end or child.sentinel in events:
                    self._bury(child)
        with self._lock:
            self._close_pipes()
            lost = self._life.abandon()
        self._tell_lost(lost)
        self._tell_state()

    def _is_over(self) -> bool:
        with self._lock:
            self._is_woken = False
            return self._is_closed and self._child is None

    def _steer(self) -> None:
        """Do what is due: start, ask to end, end by force, notice a hung child."""
        now = time.monotonic()
        child, life = self._child, self._life
        if child is None:
            if self._is_wanted and now >= self._start_at:
                self._launch()
            return
        with self._lock:
            if (not self._is_wanted or self._is_restart_asked) and life.state is not State.STOPPING:
                # A child that is starting does not listen yet, and has nothing to lose.
                self._stop_deadline = now if life.state is State.STARTING else now + self.patience.stop_grace
                life.stopping()
                child.post(pickle.dumps(Quit()))
        self._tell_state()
        if life.state is State.STOPPING and now >= self._stop_deadline:
            child.end(terminate_grace=self.patience.terminate_grace)
            self._bury(child)
            return
        with self._lock:
            deed = self._watch.deed(life.state, now)
        if deed is Deed.PING:
            child.post(pickle.dumps(Ping()))
        elif deed is Deed.KILL:
            self.kill()
        elif deed is Deed.BURY:
            self._bury(child)

    def _time_to_next_deed(self) -> float | None:
        with self._lock:
            if self._child is None:
                due = self._start_at if self._is_wanted else None
            elif self._life.state is State.STOPPING:
                due = self._stop_deadline
            else:
                due = self._watch.due(self._life.state)
        return None if due is None else max(0.0, due - time.monotonic())

    def _launch(self) -> None:
        with self._lock:
            self._watch = Watch(self.patience, time.monotonic())
            self._life.started()
        self._last_failure = None
        self._last_lines.clear()
        self._memory_counter = times_memory_ran_out()
        self._tell_state()
        try:
            child = ChildProcess(payload=self._payload, title=self.name)
        except OSError as error:
            self._mourn(Ending(exit_code=None, error=str(error)))
            return
        with self._lock:
            self._child = child
            for job, data in self._waiting:
                self._delivered.add(job)
                child.post(data)
            self._waiting = []

    def _take_in(self, messages: list[Message]) -> None:
        for message in messages:
            if isinstance(message, Log):
                self._last_lines.append(message.text)
                self._audience.tell_log(message)
                continue
            with self._lock:
                self._watch.heard(time.monotonic())
                is_wanted = self._life.arrived(message)
            if isinstance(message, Failed) and message.job == NO_JOB:
                self._last_failure = message  # the process is about to end; its death will be told
            elif is_wanted and not (isinstance(message, Pong) and message.job == NO_JOB):
                self._audience.tell_message(message)
            self._tell_state()

    def _bury(self, child: ChildProcess) -> None:
        """Collect the process and decide what follows."""
        exit_code, last_messages = child.reap()
        self._take_in(last_messages)
        failure = self._last_failure
        counter = times_memory_ran_out()
        is_counted = counter is not None and self._memory_counter is not None
        ending = Ending(
            exit_code=exit_code,
            error="" if failure is None else str(failure),
            details="\n".join([*self._last_lines, *([failure.details] if failure and failure.details else [])]),
            was_silent=self._watch.is_condemned,
            memory_ran_out=counter != self._memory_counter if is_counted else None,
            is_limited=memory_is_limited(),
        )
        with self._lock:
            self._child = None
            self._is_restart_asked = False
        self._mourn(ending)

    def _mourn(self, ending: Ending) -> None:
        with self._lock:
            now = time.monotonic()
            was_asked = self._life.state is State.STOPPING
            lost, delay = self._life.died(now, delivered=frozenset(self._delivered))
            self._delivered.clear()
            self._start_at = now + (delay or 0.0)
            if self._life.has_given_up:
                self._is_wanted = False
            is_restarting = self._is_wanted
        self._tell_state()
        if not was_asked:
            self._audience.tell_death(death(self.name, ending, is_restarting=is_restarting))
        self._tell_lost(lost)

    def _answers_of_our_own(self) -> list[Message]:
        """Answers to jobs that no child will do: they were stopped while waiting, or the child has been given up."""
        with self._lock:
            answers: list[Message] = [Stopped(job=job) for job in self._stopped_early]
            self._stopped_early = []
            if self._life.has_given_up:
                answers += [lost(job, self.name) for job in dict.fromkeys(job for job, _ in self._waiting)]
                self._waiting = []
        return answers

    def _tell_lost(self, jobs: list[int]) -> None:
        for job in jobs:
            self._audience.tell_message(lost(job, self.name))

    def _tell_state(self) -> None:
        self._audience.tell_state(self.state)

    def _wake(self) -> None:
        with self._lock:
            if self._thread is not None and not self._is_woken and not self._waker.closed:
                self._is_woken = True
                self._waker.send_bytes(b"\0")

    def _close_pipes(self) -> None:
        self._woken.close()
        self._waker.close()

    def _refuse_if_closed(self) -> None:
        if self._is_closed:
            raise ChildClosedError(mark("The {name} has been closed and takes no more work."), name=self.name)
