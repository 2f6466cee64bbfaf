"""The window with the Train workspace in front, and a worker that the test answers for: `train`, `worker`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gui.workspaces import TRAIN
from tests.gui.network.fake_worker import FakeWorker as FakeNetworkWorker
from tests.gui.train.fake_worker import FakeWorker

LIMIT = 30_000


@pytest.fixture
def worker(qapp):
    return FakeWorker()


@pytest.fixture
def network_worker(qapp):
    made = FakeNetworkWorker()
    yield made
    made.close()


@pytest.fixture
def parts(parts, worker, network_worker):
    """The window's parts with workers that the test answers for."""
    return replace(parts, network=network_worker, training=worker)


@pytest.fixture
def settle(qtbot, worker):
    """Waits until something is true, and lets the worker answer meanwhile all but trainings."""

    def settle(is_true):
        def looks_right():
            worker.work()
            return bool(is_true())

        qtbot.waitUntil(looks_right, timeout=LIMIT)

    return settle


@pytest.fixture
def train(window, settle):
    """The Train workspace in front, the digits open and their first batch shown."""
    window.top_bar.workspaces.button(TRAIN).click()
    made = window.train
    settle(lambda: made.session.data is not None and made.session.batch is not None)
    return made


@pytest.fixture
def trained(train, worker, settle):
    """The same after three epochs of training, and the answers for the pictures kept aside."""
    train.model.train.click()
    worker.begin()
    for number in (1, 2, 3):
        worker.epoch(number)
    worker.finish()
    settle(lambda: train.session.evaluated is not None and train.session.runs)
    return train
