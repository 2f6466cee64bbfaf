"""What the paint did to one value and to the answer, in plain words."""

from __future__ import annotations

import numpy as np

from engine.network.before_after import Compared
from gui.network.painting import ScoreChange
from gui.network.score_bars import ScoreBar
from gui.network.scores import Scores
from gui.text import tr
from gui.widgets.numbers import MINUS, format_number

ROUNDING = 1e-6
"""Two sums of the same numbers may differ by so much of themselves where they are added in another order."""


def is_moved(before: float, after: float) -> bool:
    """Whether a value is another one than before, by more than rounding."""
    return bool(abs(after - before) > ROUNDING * max(abs(before), abs(after)))


def value_words(compared: Compared) -> str:
    """Before → after, and the difference.

    >>> value_words(Compared(number=1, before=0.5, after=0.75, is_changed=True, is_seen=True))
    '0.5 → 0.75   +0.25'
    """
    return f"{number_words(compared.before)} → {number_words(compared.after)}   {_difference(compared)}"


def number_words(value: float) -> str:
    """A value with four digits: as many as it takes to see that two of them differ a little.

    >>> number_words(-0.14257), number_words(12.0)
    ('−0.1426', '12')
    """
    return f"{value:.4g}".replace("-", MINUS)


def reason_words(compared: Compared) -> str:
    """Why it moved, or why not."""
    if not compared.is_changed:
        return tr("The network is given the same pixels as before.")
    if not compared.is_seen:
        return tr("The paint lies outside what this value sees.")
    if is_moved(compared.before, compared.after):
        return tr("The paint lies inside what this value sees.")
    return tr("It sees the paint, but the change was cut off on the way: by a ReLU or a maximum, for example.")


def answer_words(scores: ScoreChange, names: tuple[str, ...]) -> str:
    """Which answer the bars are about, and whether it is still the answer.

    >>> change = ScoreChange(np.array([0.7, 0.3], np.float32), np.array([0.4, 0.6], np.float32))
    >>> answer_words(change, ("cat", "dog"))
    'The answer was cat, now it is dog.'
    """
    was, now = Scores(scores.before.reshape(-1), names), Scores(scores.after.reshape(-1), names)
    before, after = int(np.argmax(was.values)), int(np.argmax(now.values))
    if before == after:
        return tr("The answer is {name}, before and after.", name=was.name(before))
    return tr("The answer was {before}, now it is {after}.", before=was.name(before), after=now.name(after))


def answer_bars(scores: ScoreChange, names: tuple[str, ...]) -> tuple[ScoreBar, ...]:
    """The score of what was the answer, before and after, as bars on one scale."""
    was, now = Scores(scores.before.reshape(-1), names), Scores(scores.after.reshape(-1), names)
    first = int(np.argmax(was.values))
    pair = [float(each.values[first]) for each in (was, now)]
    if not np.isfinite(pair).all():
        return ()
    is_share = was.are_shares or was.are_chances
    reach = 1.0 if is_share else max(abs(pair[0]), abs(pair[1])) or 1.0
    return (
        ScoreBar(tr("before"), _score(pair[0], is_share=is_share), pair[0] / reach),
        ScoreBar(tr("after"), _score(pair[1], is_share=is_share), pair[1] / reach, is_first=True),
    )


def has_classes(scores: np.ndarray) -> bool:
    """Whether the answer is one row of scores."""
    return bool(scores.size) and scores.squeeze().ndim <= 1


def _score(score: float, *, is_share: bool) -> str:
    return f"{100 * score:.2f}%" if is_share else format_number(score, 7)


def _difference(compared: Compared) -> str:
    if not is_moved(compared.before, compared.after):
        return tr("nothing moved")
    away = compared.after - compared.before
    return ("+" if away > 0 else MINUS) + number_words(abs(away))
