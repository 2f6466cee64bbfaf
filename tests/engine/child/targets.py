"""Small child targets for the tests. They run in spawned processes, so they live in a module of their own."""

from __future__ import annotations

import ctypes
import logging
import os
import signal
import sys
import time
from dataclasses import dataclass

import numpy as np

from engine.child.host import Host, Job
from engine.child.messages import Answer, Failed, Message, Progress, Request, Tell
from engine.child.ring import FrameRing, RingAddress
from engine.errors import UserError


@dataclass(frozen=True, kw_only=True)
class Echo(Request):
    text: str


@dataclass(frozen=True, kw_only=True)
class Echoed(Answer):
    text: str
    niceness: int
    modules: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Work(Request):
    """Report progress until asked to stop."""


@dataclass(frozen=True, kw_only=True)
class Share(Request):
    """The same, and let others in between."""


@dataclass(frozen=True, kw_only=True)
class Listen(Request):
    """Take down what is told until the word "enough"."""


@dataclass(frozen=True, kw_only=True)
class Word(Tell):
    text: str


@dataclass(frozen=True, kw_only=True)
class Refuse(Request):
    pass


@dataclass(frozen=True, kw_only=True)
class Stumble(Request):
    pass


@dataclass(frozen=True, kw_only=True)
class Unknown(Request):
    pass


@dataclass(frozen=True, kw_only=True)
class Crash(Request):
    how: str


@dataclass(frozen=True, kw_only=True)
class Hang(Request):
    """Do nothing for ten minutes; with `holds_interpreter` no other thread of the child runs either."""

    holds_interpreter: bool = False


@dataclass(frozen=True, kw_only=True)
class Say(Request):
    text: str


@dataclass(frozen=True, kw_only=True)
class Fill(Request):
    """Write frames of one value each into a ring as fast as possible."""

    address: RingAddress
    shape: tuple[int, ...] = (480, 640)
    frames: int | None = None


def main(host: Host, options: object) -> None:
    if options == "raise":
        raise UserError("There is no {thing} here.", thing="camera")
    if options == "exit":
        os._exit(3)
    if options == "sleep":
        time.sleep(600)
    host.serve(
        {
            Echo: _echo, Work: _work, Share: _share, Listen: _listen, Refuse: _refuse, Stumble: _stumble,
            Crash: _crash, Hang: _hang, Say: _say, Fill: _fill,
        },
        about=options, short={Echo}, borders={Refuse},
    )  # fmt: skip


def _echo(job: Job, request: Echo) -> Answer:
    niceness = os.nice(0) if hasattr(os, "nice") else 0
    return Echoed(text=request.text, niceness=niceness, modules=tuple(sys.modules))


def _listen(job: Job, request: Listen) -> Answer:
    heard: list[str] = []
    job.send(Progress(done=0))
    while "enough" not in heard:
        job.check()
        heard += [each.text for each in job.told() if isinstance(each, Word)]
        time.sleep(0.005)
    return Echoed(text=" ".join(heard), niceness=0)


def _work(job: Job, request: Work) -> None:
    done = 0
    while True:
        job.check()
        done += 1
        job.send(Progress(done=done))
        time.sleep(0.002)


def _share(job: Job, request: Share) -> None:
    job.send(Progress(done=0))
    while True:
        job.let_others_in()
        time.sleep(0.002)


def _refuse(job: Job, request: Refuse) -> Answer:
    raise UserError("The picture is {width} pixels wide; use at least {least}.", width=1, least=3)


def _stumble(job: Job, request: Stumble) -> Answer:
    raise ZeroDivisionError("by zero")


def _crash(job: Job, request: Crash) -> Message:
    if request.how == "segfault":
        ctypes.string_at(0)
    if request.how == "exit":
        os._exit(7)
    if request.how == "abort":
        os.write(2, b"the last words of a library\n")
        os.abort()
    if request.how == "raise":
        raise SystemExit("gone")
    os.kill(os.getpid(), getattr(signal, request.how))
    return Failed(template="survived")


def _hang(job: Job, request: Hang) -> None:
    job.send(Progress(done=0))
    if request.holds_interpreter:
        ctypes.PyDLL(None).sleep(600)
    time.sleep(600)


def _say(job: Job, request: Say) -> None:
    os.write(2, f"{request.text} from a C library\n".encode())
    print(f"{request.text} from Python")
    logging.getLogger("camera").warning("%s from logging", request.text)


def _fill(job: Job, request: Fill) -> None:
    with FrameRing.attach(request.address) as ring:
        number = 0
        while not job.is_stop_asked and number != request.frames:
            number += 1
            with ring.filling(request.shape, "uint8", number=number, captured_at=time.perf_counter()) as slot:
                slot[...] = number % 251
            if number == 1:
                job.send(Progress(done=number))
        assert np.uint64(number) >= 0
