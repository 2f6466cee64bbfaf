"""Reasons for an answer from the real worker: every way of asking, and a picture that forms."""

from __future__ import annotations

import numpy as np
import pytest

from engine.network.process import network_worker
from engine.network.requests import GalleryModel
from engine.sources.frame import Frame
from gui.background import Background
from gui.children import QtChild
from gui.network.driver import NetworkDriver
from gui.network.session import NetworkSession
from gui.network.why import MapQuestion
from gui.network.why_words import QUESTIONS, WhyQuestion

LIMIT = 120_000


class Noise:
    is_live = False
    frame = Frame(np.random.default_rng(5).integers(0, 256, (48, 64, 3), dtype=np.uint8))


@pytest.mark.allows_warnings
def test_every_question_is_answered_and_a_picture_forms(qtbot):
    session, errors = NetworkSession(), []
    child = QtChild(network_worker())
    files, figures = Background(errors.append), Background(errors.append)
    driver = NetworkDriver(child, session, Noise(), files=files, figures=figures, is_dark=lambda: True)
    why = driver.why
    driver.set_active(True)
    session.wish_for(GalleryModel("cnn-example"))
    child.start()
    qtbot.waitUntil(lambda: session.maps is not None, timeout=LIMIT)
    best = int(session.maps.answer.scores.argmax())

    for option in QUESTIONS.options:
        question = WhyQuestion(option.value, layer="conv1")
        why.ask(question)
        qtbot.waitUntil(lambda: why.question is None, timeout=LIMIT)
        assert why.reason_note == ""
        assert why.reason.question == question
        assert why.reason.class_index == best
        assert why.reason.score == pytest.approx(float(session.maps.answer.scores.max()), rel=1e-3)
        assert why.reason.picture.pixels.shape == (32, 32, 3)
        assert not why.reason.picture.is_empty

    why.ask(WhyQuestion("layer", layer="softmax"))
    qtbot.waitUntil(lambda: why.question is None, timeout=LIMIT)
    assert "gives no maps" in why.reason_note

    why.imagine(MapQuestion("conv1", 4))
    qtbot.waitUntil(lambda: why.question is None, timeout=LIMIT)
    assert why.imagined_note == ""
    assert why.imagined.is_finished
    assert why.imagined.pixels.std() > 5

    assert errors == []
    driver.close()
    child.close()
    for each in (files, figures):
        each.close()
