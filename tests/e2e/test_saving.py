"""Saving with the real worker: the file opens again, and a kill in the middle leaves the old one whole."""

from __future__ import annotations

import sys
import threading
import time

import numpy as np
import pytest

from engine.network.process import network_worker
from engine.network.reading.opening import read_model
from engine.network.requests import GalleryModel
from gui.background import Background
from gui.children import QtChild
from gui.network.driver import NetworkDriver
from gui.network.session import NetworkSession
from tests.e2e.test_network_driver import LIMIT, Coffee


@pytest.fixture
def driver(qtbot):
    session, coffee, errors = NetworkSession(), Coffee(), []
    session.refused.connect(errors.append)
    child = QtChild(network_worker())
    files, figures = Background(errors.append), Background(errors.append)
    made = NetworkDriver(child, session, coffee, files=files, figures=figures, is_dark=lambda: True)
    made.session, made.child, made.errors = session, child, errors
    child.start()
    yield made
    made.close()
    child.close()
    for each in (files, figures):
        each.close()
    coffee.source.close()
    assert errors == []


def killed_when_there_is_a(pattern, folder, child):
    """Kill the worker the moment that a file appears; a thread, because Qt's events come too late for that."""

    def watch():
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if any(each.stat().st_size for each in folder.glob(pattern)):
                child.kill()
                return
            time.sleep(0.0005)

    thread = threading.Thread(target=watch)
    thread.start()
    return thread


@pytest.mark.allows_warnings
def test_a_saved_network_is_whole_and_a_kill_leaves_the_old_file(driver, qtbot, tmp_path):
    session, saving, path = driver.session, driver.saving, tmp_path / "net.keras"
    session.wish_for(GalleryModel("mobilenet-v1", seed=1))
    qtbot.waitUntil(lambda: session.network is not None, timeout=LIMIT)
    with qtbot.waitSignal(saving.saved, timeout=LIMIT):
        saving.save(path)
    first = read_model(path)
    assert sum(array.size for array in first.arrays.values()) == session.network.table.totals.params
    before = path.read_bytes()

    failed = []
    saving.failed.connect(failed.append)
    thread = killed_when_there_is_a(".saving-*.keras", tmp_path, driver.child)
    saving.save(path)
    qtbot.waitUntil(lambda: bool(failed), timeout=LIMIT)
    thread.join(60)
    assert "“net.keras” was not saved, because the network worker stopped" in str(failed[0])
    assert path.read_bytes() == before
    qtbot.waitUntil(lambda: [each.name for each in tmp_path.iterdir()] == ["net.keras"])

    # The worker comes back with the same network, and saving it works.
    qtbot.waitUntil(lambda: driver._talk.is_open and not driver.is_opening, timeout=LIMIT)
    with qtbot.waitSignal(saving.saved, timeout=LIMIT):
        saving.save(path)
    again = read_model(path)
    for name, array in first.arrays.items():
        np.testing.assert_array_equal(again.arrays[name], array)


@pytest.mark.allows_warnings
@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such rights there")
def test_a_tflite_file_can_be_cancelled_and_a_bad_folder_is_told(driver, qtbot, tmp_path):
    session, saving, path = driver.session, driver.saving, tmp_path / "net.tflite"
    session.wish_for(GalleryModel("cnn-example"))
    qtbot.waitUntil(lambda: session.network is not None, timeout=LIMIT)
    with qtbot.waitSignal(saving.cancelled, timeout=LIMIT):
        saving.save(path)
        saving.cancel()
    assert list(tmp_path.iterdir()) == []
    with qtbot.waitSignal(saving.failed, timeout=LIMIT) as failed:
        saving.save(tmp_path / "nowhere" / "net.keras")
    assert "is not there any more" in str(failed.args[0])
    with qtbot.waitSignal(saving.saved, timeout=LIMIT):
        saving.save(path)
    assert path.stat().st_size > 4 * 62_958
