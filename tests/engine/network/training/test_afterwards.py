from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst
from sklearn import metrics

from engine.network.training.afterwards import class_figures, confusion, mistakes, reliability, roc


@st.composite
def answers(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray]:
    count, classes = draw(st.integers(2, 40)), draw(st.integers(2, 5))
    labels = draw(npst.arrays(np.int32, count, elements=st.integers(0, classes - 1)))
    shares = draw(npst.arrays(np.float32, (count, classes), elements=st.sampled_from([0.125, 0.25, 0.5, 1.0, 2.0])))
    return labels, shares / shares.sum(axis=1, keepdims=True)


@settings(max_examples=40, deadline=None)
@given(answers())
def test_the_figures_are_those_of_scikit_learn(given: tuple[np.ndarray, np.ndarray]) -> None:
    labels, shares = given
    classes = shares.shape[1]
    said = shares.argmax(axis=1)
    matrix = confusion(labels, shares)
    assert np.array_equal(matrix, metrics.confusion_matrix(labels, said, labels=range(classes)))
    expected = metrics.precision_recall_fscore_support(labels, said, labels=range(classes), zero_division=np.nan)
    for number, found in enumerate(class_figures(matrix)):
        mine = (found.precision, found.recall, found.f1)
        for value, other in zip(mine, [row[number] for row in expected[:3]], strict=True):
            assert value is None or np.isnan(other) or value == pytest.approx(other)
        assert found.count == expected[3][number]
        curve = roc(labels, shares, number)
        if curve is None:
            assert len(set((labels == number).tolist())) == 1
        else:
            assert curve.area == pytest.approx(metrics.roc_auc_score(labels == number, shares[:, number]))
            assert (curve.found[-1], curve.false_alarms[-1]) == (1.0, 1.0)


@settings(max_examples=30, deadline=None)
@given(answers())
def test_every_picture_lies_in_one_cell_and_the_surest_mistakes_come_first(
    given: tuple[np.ndarray, np.ndarray],
) -> None:
    labels, shares = given
    classes = shares.shape[1]
    cells = [mistakes(labels, shares, true=true, said=said) for true in range(classes) for said in range(classes)]
    assert sorted(np.concatenate(cells).tolist()) == list(range(len(labels)))
    wrong = mistakes(labels, shares)
    assert set(wrong.tolist()) == set(np.flatnonzero(shares.argmax(axis=1) != labels).tolist())
    assert (np.diff(shares.max(axis=1)[wrong]) <= 0).all()


def test_answers_that_are_as_right_as_they_are_sure_are_reliable() -> None:
    shares = np.array([[0.75, 0.25]] * 4 + [[1.0, 0.0]] * 2, np.float32)
    found = reliability(np.array([0, 0, 0, 1, 0, 0]), shares)
    assert found.error == pytest.approx(0)
    assert [(each.confidence, each.accuracy, each.count) for each in found.bins] == [(0.75, 0.75, 4), (1.0, 1.0, 2)]
    assert reliability(np.array([1, 1, 1, 1, 1, 1]), shares).error == pytest.approx((4 * 0.75 + 2 * 1.0) / 6)
