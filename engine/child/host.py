"""The child's side: what runs inside a supervised child process.

The target of a `SupervisedChild` is a module-level function. It prepares itself, says that it is ready, and serves:

    def main(host: Host, options: Options) -> None:
        host.serve({Open: on_open}, about=devices)

    def on_open(job: Job, request: Open) -> Answer | None:      # None stands for a plain Answer: done
        while not job.is_stop_asked:                            # look often; this look also answers pings
            job.send(Progress(done=…))                          # messages get the job's number by themselves
        return Stopped()

A handler that raises answers `Failed`: a `UserError` keeps its sentence. `job.check()` raises `StopAsked`, which
answers `Stopped`. `job.told()` is what the owner told the job while it ran. Requests are served one after the other;
one that was superseded before its turn is not served.
"""

from __future__ import annotations

import faulthandler
import importlib
import logging
import os
import pickle
import queue
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from multiprocessing.connection import Connection
from typing import Any

from engine.child import surroundings
from engine.child.messages import (
    Answer,
    Failed,
    Log,
    Message,
    Ping,
    Pong,
    Quit,
    Ready,
    Request,
    Stop,
    Stopped,
    Tell,
    failure,
)
from engine.child.sharing import Sharing
from engine.text import mark

Handler = Callable[["Job", Any], Answer | None]

EXIT_TARGET_RAISED = 70
EXIT_PARENT_GONE = 71
_ORPHAN_GRACE = 1.0
_MOST_BETWEEN = 8
"""How many requests may be taken up between two steps, so that the long job gets on too."""


class StopAsked(Exception):  # noqa: N818 (a request, not an error)
    """The job was asked to end; let it pass through the handler."""


class Host:
    """The child's end of the line to its parent."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._send_lock = threading.Lock()
        self._requests: queue.SimpleQueue[Request | Quit] = queue.SimpleQueue()
        self._pings: queue.SimpleQueue[Ping] = queue.SimpleQueue()
        self._stopped: set[int] = set()
        self._told: queue.SimpleQueue[Tell] = queue.SimpleQueue()
        self._handlers: Mapping[type[Request], Handler] = {}
        self._short: frozenset[type[Request]] = frozenset()
        self._borders: frozenset[type[Request]] = frozenset()
        self._put_aside: deque[Request | Quit] = deque()
        self._is_between = False
        self._sharing = Sharing()
        self._is_quit_asked = False
        threading.Thread(target=self._listen, name="listen to parent", daemon=True).start()

    def send(self, message: Message) -> None:
        """Send `message` to the parent, from any thread. A parent that is gone is no error."""
        data = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
        try:
            with self._send_lock:
                self._connection.send_bytes(data)
        except OSError:
            self._is_quit_asked = True

    def serve(
        self,
        handlers: Mapping[type[Request], Handler],
        *,
        about: object = None,
        short: Collection[type[Request]] = (),
        borders: Collection[type[Request]] = (),
    ) -> None:
        """Say that the child is ready, then answer requests with the handler of their type until asked to quit.

        Requests of the `short` kinds may be let in between the steps of a long job, also before others that came
        earlier, but never past one of the `borders`.
        """
        self._handlers, self._short, self._borders = handlers, frozenset(short), frozenset(borders)
        self.send(Ready(about=about))
        while not self._is_quit_asked:
            request = self._put_aside.popleft() if self._put_aside else self._requests.get()
            self.answer_pings()
            if not isinstance(request, Quit | Ping):
                self.send(replace(self._answer(request, handlers.get(type(request))), job=request.job))
                self._stopped -= {job for job in tuple(self._stopped) if job <= request.job}

    def serve_short(self) -> None:
        """Answer the short requests that have come in, if it is their turn; the others keep their place."""
        begun = time.monotonic()
        if self._is_between or not self._short or not self._sharing.may_begin(begun):
            return
        self._is_between = True
        try:
            for _ in range(_MOST_BETWEEN):
                if any(isinstance(each, Quit) or type(each) in self._borders for each in self._put_aside):
                    return
                try:
                    request = self._requests.get_nowait()
                except queue.Empty:
                    return
                if isinstance(request, Quit) or type(request) not in self._short | {Ping}:
                    self._put_aside.append(request)
                elif not isinstance(request, Ping):
                    self.send(replace(self._answer(request, self._handlers.get(type(request))), job=request.job))
                    self._stopped.discard(request.job)
        finally:
            self._is_between = False
            self._sharing.ended(begun, time.monotonic())

    def is_stop_asked(self, job: int) -> bool:
        return self._is_quit_asked or job in self._stopped

    def forget_stop(self, job: int) -> None:
        """Go on although `job` was asked to end, until it is asked once more."""
        self._stopped.discard(job)

    def told(self, job: int) -> list[Tell]:
        """What has come in for `job` since the last look; what was for a job that has ended is dropped."""
        found: list[Tell] = []
        while not self._told.empty():
            found.append(self._told.get())
        for each in found:
            if each.job > job:  # its turn comes later
                self._told.put(each)
        return [each for each in found if each.job == job]

    def answer_pings(self) -> None:
        """Answer the pings that have come in. Only the thread that does the work may do so."""
        while not self._pings.empty():
            self.send(Pong(job=self._pings.get().job))

    def _answer(self, request: Request, handler: Handler | None) -> Answer:
        if self.is_stop_asked(request.job):
            return Stopped()
        if handler is None:
            text = mark("This part of the program cannot do what was asked of it ({request}).")
            return Failed(template=text, values={"request": type(request).__name__})
        try:
            return handler(Job(self, request.job), request) or Answer()
        except StopAsked:
            return Stopped()
        except Exception as error:
            return failure(error, details=traceback.format_exc())

    def _listen(self) -> None:
        """Take in everything at once, so that a stop or the parent's end is noticed in the middle of a job."""
        while True:
            try:
                message = self._connection.recv()
            except (EOFError, OSError):
                break
            except Exception as error:
                # Its sender would wait for an answer for ever; an end of this process answers everything.
                self.send(failure(error, details=traceback.format_exc()))
                os._exit(EXIT_TARGET_RAISED)
            if isinstance(message, Stop):
                self._stopped.add(message.job)
            elif isinstance(message, Tell):
                self._told.put(message)
            elif isinstance(message, Quit):
                self._is_quit_asked = True
                self._requests.put(message)
            else:
                if isinstance(message, Ping):
                    self._pings.put(message)
                self._requests.put(message)
        self._is_quit_asked = True
        self._requests.put(Quit())
        # The parent is gone and nobody will ever end this process: do it by force if the work does not end by itself.
        threading.Event().wait(_ORPHAN_GRACE)
        os._exit(EXIT_PARENT_GONE)


class Job:
    """What a handler needs to know and to say while it works."""

    def __init__(self, host: Host, number: int) -> None:
        self._host = host
        self.number = number

    @property
    def is_stop_asked(self) -> bool:
        """Whether the job should end. Looking answers pings, so look at least every second or so."""
        self._host.answer_pings()
        return self._host.is_stop_asked(self.number)

    def check(self) -> None:
        """Raise `StopAsked` if the job should end."""
        if self.is_stop_asked:
            raise StopAsked

    def let_others_in(self) -> None:
        """Between two steps of a long job: raise `StopAsked` if it should end, then answer short requests.

        They may change what the handler's owner holds: keep what the job is about in variables of its own.
        """
        self.check()
        self._host.serve_short()

    def forget_stop(self) -> None:
        """Go on although an end was asked for, until it is asked for once more: ending now would lose something."""
        self._host.forget_stop(self.number)

    def told(self) -> list[Tell]:
        """What the owner has told this job since the last look, in order."""
        return self._host.told(self.number)

    def send(self, message: Message) -> None:
        """Send `message` under this job's number."""
        self._host.send(replace(message, job=self.number))


class _LogHandler(logging.Handler):
    """Sends the child's log records to the parent."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host

    def emit(self, record: logging.LogRecord) -> None:
        try:
            self._host.send(Log(logger=record.name, level=record.levelno, text=self.format(record)))
        except Exception:
            self.handleError(record)


def run(connection: Connection, errors: Connection | None, payload: bytes) -> None:
    """Entry of the child process. `payload` is the pickled target, options, niceness and the parent's process id."""
    surroundings.ignore_interrupts()
    if errors is not None:
        surroundings.write_errors_to(errors)
    faulthandler.enable()
    host = Host(connection)
    if errors is None:
        surroundings.send_error_lines(lambda line: host.send(Log(logger="stderr", text=line)))
    logging.getLogger().addHandler(_LogHandler(host))
    logging.captureWarnings(True)
    exit_code = 0
    try:
        target, options, niceness, parent = pickle.loads(payload)
        surroundings.lower_priority(niceness)
        surroundings.die_with_parent(parent)
        _resolve(target)(host, options)
    except BaseException as error:
        details = traceback.format_exc()
        host.send(failure(error, details=details))
        exit_code = EXIT_TARGET_RAISED
    logging.shutdown()
    sys.stderr.flush()
    sys.stdout.flush()
    # Straight out: what libraries do at exit (TensorFlow, capture drivers) is known to hang, and nothing here needs it.
    os._exit(exit_code)


def _resolve(target: str) -> Callable[[Host, Any], None]:
    """The function that `package.module:function` names."""
    module, _, name = target.partition(":")
    function: Callable[[Host, Any], None] = getattr(importlib.import_module(module), name)
    return function
