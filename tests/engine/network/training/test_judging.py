"""What is reckoned from a trained network's answers."""

from __future__ import annotations

import numpy as np
import pytest

from engine.network.training.answer import AnswerKind
from engine.network.training.judging import Answers
from engine.network.training.learner import losses, shares


@pytest.mark.parametrize("smoothing", [0.0, 0.1])
@pytest.mark.parametrize("loss", ["crossentropy", "squares"])
@pytest.mark.parametrize("kind", AnswerKind)
def test_the_loss_of_answers_is_the_one_that_was_trained_with(kind: AnswerKind, loss: str, smoothing: float) -> None:
    generator = np.random.default_rng(4)
    labels = (np.arange(30) % 2).astype(np.int32)
    given = generator.normal(size=(30, 2)).astype(np.float32)
    if kind is AnswerKind.SHARES:
        given = np.exp(given) / np.exp(given).sum(axis=1, keepdims=True)
    elif kind is not AnswerKind.NUMBERS:
        given = 1 / (1 + np.exp(-given[:, : 1 if kind is AnswerKind.ONE else 2]))
    trained = losses(labels, given, kind=kind, classes=2, loss=loss, smoothing=smoothing)
    answers = Answers(np.arange(30), labels, np.asarray(shares(given, kind)))
    assert answers.loss(kind, loss=loss, smoothing=smoothing) == pytest.approx(float(np.mean(trained)), rel=1e-5)


def test_without_pictures_there_is_no_loss() -> None:
    nothing = Answers(np.zeros(0, np.int64), np.zeros(0, np.int32), np.zeros((0, 0), np.float32))
    assert nothing.loss(AnswerKind.SHARES, loss="crossentropy", smoothing=0.0) is None
    assert nothing.accuracy is None
