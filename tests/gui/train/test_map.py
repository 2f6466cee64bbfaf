"""The map of the pictures: told while it is made, cancelled, and out of a training's way."""

from __future__ import annotations

import pytest

from engine.child.messages import Progress
from engine.network.training import messages as ask

pytestmark = pytest.mark.allows_warnings


@pytest.fixture
def making(trained, settle, worker):
    """The panel in front with the plain map there, and the slow one asked for."""
    docks = {dock.objectName(): dock for dock in trained.results.docks}
    docks["train_map"].raise_()
    settle(lambda: "30 pictures" in trained.results.map.facts.text())
    trained.results.map.method.button("t-sne").click()
    return trained


def test_it_says_how_far_it_is_and_is_cancelled(making, worker):
    page, job = making.results.map, worker.pending(ask.Embed).job
    assert not page.cancel.isHidden()
    worker.say(Progress(job=job, done=250, total=1000, note="Laying the pictures out"))
    assert page.facts.text() == "Laying the pictures out: 25%"
    page.cancel.click()
    assert worker.pending(ask.Embed) is None
    assert page.cancel.isHidden()
    assert "were not laid out" in page.map.accessibleDescription()
    page.method.button("t-sne").click()
    assert worker.pending(ask.Embed).method == "t-sne"


def test_a_map_that_came_is_no_longer_to_be_cancelled(making, worker):
    page = making.results.map
    worker.answer(worker.pending(ask.Embed))
    assert page.cancel.isHidden()
    assert "30 pictures" in page.facts.text()


def test_another_way_takes_the_place_of_the_first(making, worker):
    first = worker.pending(ask.Embed).job
    making.results.map.method.button("pca").click()
    assert worker.pending(ask.Embed).method == "pca"
    assert first not in worker.asked
    assert not making.results.map.cancel.isHidden()


def test_a_training_does_not_wait_for_it(making, worker):
    making.model.train.click()
    assert worker.pending(ask.Embed) is None
    assert worker.training is not None
    assert making.results.map.cancel.isHidden()


def test_a_refusal_and_a_death_end_it(making, worker, window):
    worker.refuse(ask.Embed, "There are no test pictures.")
    assert making.results.map.cancel.isHidden()
    assert "no test pictures" in window.messages.bar.current().text
    making.results.map.method.button("t-sne").click()
    worker.die()
    assert making.results.map.cancel.isHidden()
