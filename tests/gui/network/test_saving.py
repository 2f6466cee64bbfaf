"""Saving the open network, with a fake worker: what is asked, what is told, and what is left behind."""

from dataclasses import replace
from pathlib import Path

import pytest

from engine.child.messages import Failed, Progress, Stopped
from engine.files import temporary_beside
from engine.network import requests as ask
from gui.background import Background
from gui.network.conversation import Conversation
from gui.network.saving import Saving
from gui.network.session import NetworkSession
from tests.gui.network.making import open_network


class Told:
    """What a `Saving` says, in order."""

    def __init__(self, saving):
        self.said = []
        for name in ("progressed", "saved", "cancelled", "failed"):
            getattr(saving, name).connect(lambda what, name=name: self.said.append((name, what)))

    @property
    def last(self):
        return self.said[-1][0], str(self.said[-1][1])


@pytest.fixture
def files():
    errors = []
    made = Background(errors.append)
    yield made
    made.close()
    assert errors == []


@pytest.fixture
def saving(worker, files):
    session = NetworkSession()
    session.put_network(open_network("lenet-5", class_names=("one", "two")))
    talk = Conversation(worker)
    talk.start()
    made = Saving(session, talk, files)
    made.told = Told(made)
    made.session = session
    yield made
    made.close()
    talk.close()


def test_the_worker_is_asked_with_the_class_names_and_its_progress_is_told(saving, worker, tmp_path):
    path = tmp_path / "net.keras"
    saving.save(path)
    request = worker.pending(ask.SaveModel)
    assert (request.path, request.class_names) == (str(path), ("one", "two"))
    assert saving.is_saving
    worker.say(Progress(job=request.job, done=1, total=3, note="Checking"))
    assert saving.told.last == ("progressed", "Saving “net.keras”, step 2 of 3: Checking.")
    worker.answer(request)
    assert saving.told.last == ("saved", str(path))
    assert not saving.is_saving


def test_a_refusal_is_told(saving, worker, tmp_path):
    saving.save(tmp_path / "net.keras")
    worker.say(Failed(job=worker.pending(ask.SaveModel).job, template="The disk is full."))
    assert saving.told.last == ("failed", "The disk is full.")
    assert not saving.is_saving


def test_cancel_is_told_only_once_the_worker_has_stopped(saving, worker, tmp_path):
    saving.save(tmp_path / "net.tflite")
    job = worker.pending(ask.SaveModel).job
    saving.cancel()
    assert worker.stopped == [job]
    assert saving.told.last == ("progressed", "Saving “net.tflite” ends as soon as this step is over.")
    assert saving.is_saving
    worker.say(Stopped(job=job))
    assert saving.told.last[0] == "cancelled"
    saving.cancel()
    assert worker.stopped == [job], "nothing is under way"


def test_a_file_that_was_finished_before_the_cancel_came_is_told_as_saved(saving, worker, tmp_path):
    saving.save(tmp_path / "net.keras")
    request = worker.pending(ask.SaveModel)
    saving.cancel()
    worker.answer(request)
    assert saving.told.last[0] == "saved"


def test_when_the_worker_dies_the_half_written_file_goes_and_the_old_one_stays(saving, worker, qtbot, tmp_path):
    path = tmp_path / "net.keras"
    path.write_bytes(b"old")
    saving.save(path)
    part = temporary_beside(path, worker.pending(ask.SaveModel).token)
    part.write_bytes(b"half")
    worker.die()
    kind, words = saving.told.last
    assert kind == "failed"
    assert "“net.keras” was not saved, because the network worker stopped" in words
    qtbot.waitUntil(lambda: not part.exists())
    assert path.read_bytes() == b"old"
    assert [each[0] for each in saving.told.said].count("failed") == 1


def test_a_step_that_takes_long_can_be_ended_with_the_worker(saving, worker, qtbot, tmp_path):
    saving.save(tmp_path / "net.tflite")
    part = temporary_beside(tmp_path / "net.tflite", worker.pending(ask.SaveModel).token)
    part.write_bytes(b"half")
    saving.cancel()
    saving.stop_at_once()
    assert saving.told.last[0] == "cancelled"
    qtbot.waitUntil(lambda: not part.exists())
    assert not saving.is_saving


def test_what_cannot_be_saved_is_not_even_asked(saving, worker, tmp_path):
    saving.save(tmp_path / "net.h5")
    assert "End the name with .keras" in saving.told.last[1]
    saving.save(tmp_path / "net.keras")
    saving.save(tmp_path / "other.keras")
    assert "“net.keras” is still being saved" in saving.told.last[1]
    assert len([each for each in worker.seen if isinstance(each, ask.SaveModel)]) == 1
    worker.die()
    saving.save(tmp_path / "net.keras")
    assert "not ready yet" in saving.told.last[1]
    saving.session.put_network(None)
    saving.save(Path("net.keras"))
    assert "No network is open" in saving.told.last[1]


def test_a_worker_that_dies_while_nothing_is_saved_is_no_matter(saving, worker):
    worker.die()
    assert saving.told.said == []


def test_unknown_class_names_are_no_matter(saving, worker, tmp_path):
    network = saving.session.network
    saving.session.put_network(replace(network, opened=replace(network.opened, class_names=())))
    saving.save(tmp_path / "net.keras")
    assert worker.pending(ask.SaveModel).class_names == ()
