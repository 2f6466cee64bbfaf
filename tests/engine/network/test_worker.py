"""The real network worker in its process. The import takes many seconds, so one test does it all."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading

import pytest

from engine.child.messages import Death, Lost, Ping, Pong, Ready
from engine.network.devices import processor_name, usable_cores
from engine.network.messages import Devices
from engine.network.process import network_worker
from tests.engine.child.recorder import Recorder


def test_it_loads_keras_tells_its_devices_answers_and_comes_back_after_being_killed() -> None:
    threads, modules = set(threading.enumerate()), set(sys.modules)
    child = network_worker()
    heard = Recorder(child)
    child.start()
    found = heard.wait_for(Ready).about
    assert isinstance(found, Devices)
    assert found.tensorflow_version.startswith("2.21")
    assert tuple(map(int, found.keras_version.split(".")[:3])) >= (3, 15, 1)
    assert found.import_seconds > 0
    assert found.cores == usable_cores()
    assert found.devices[0].kind == "CPU"
    assert found.devices[0].name == processor_name()
    assert isinstance(heard.answer_to(child.send(Ping())), Pong)
    assert {"tensorflow", "keras"}.isdisjoint(set(sys.modules) - modules), "only the child imports them"
    child.kill()
    waiting = child.send(Ping())
    assert "network worker" in str(heard.wait_for(Death))
    heard.wait_for(Ready)
    assert isinstance(heard.answer_to(waiting), Pong | Lost)
    assert isinstance(heard.answer_to(child.send(Ping())), Pong)
    child.close()
    assert set(threading.enumerate()) - threads == set()
    assert multiprocessing.active_children() == []


def test_the_processor_has_a_name() -> None:
    assert processor_name()


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="a process cannot be bound to cores here")
def test_only_usable_cores_count() -> None:
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        assert usable_cores() == 1
    finally:
        os.sched_setaffinity(0, before)
