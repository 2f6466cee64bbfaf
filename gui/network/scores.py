"""What a network's scores say, in words that hold: shares only where they are shares."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gui.network.score_bars import ScoreBar
from gui.text import tr
from gui.widgets.numbers import format_number

MOST_BARS = 10
NEAR_ONE = 1e-3


@dataclass(frozen=True, eq=False)
class Scores:
    """The answer to one picture: a score for each class, and how sure one has to be."""

    values: NDArray[np.float32]
    names: tuple[str, ...] = ()
    threshold: float = 0.0

    @property
    def are_shares(self) -> bool:
        """Whether they are all at least 0 and sum to 1, as a softmax gives them."""
        values = self.values
        return bool(values.size > 1 and values.min() >= 0 and abs(float(values.sum()) - 1) < NEAR_ONE)

    @property
    def are_chances(self) -> bool:
        """Whether each of them lies between 0 and 1 by itself, as a sigmoid gives them."""
        return bool(self.values.size and self.values.min() >= 0 and self.values.max() <= 1)

    @property
    def is_none(self) -> bool:
        """Whether even the best class stays below the threshold."""
        return bool((self.are_shares or self.are_chances) and self.values.max() < self.threshold)

    def name(self, index: int) -> str:
        """A class's name, or its number."""
        known = self.names[index] if index < len(self.names) else ""
        return known or tr("class {number}", number=index)

    def words(self, index: int) -> str:
        """A class's score: per cent where it is a share, else the number itself."""
        value = float(self.values[index])
        if self.are_shares or self.are_chances:
            is_fine = 0 < value < 0.1 or 0.99 < value < 0.9995  # 99.6 is not all, and stands beside 0.4
            return f"{100 * value:.1f}%" if is_fine else f"{100 * value:.0f}%"
        return format_number(value, 7)

    def verdict(self) -> str:
        """The answer in a line: the winner, or that none of the classes is likely enough."""
        if not self.values.size:
            return ""
        if not np.isfinite(self.values).all():
            return tr("The scores are no numbers")
        if self.is_none:
            return tr("None of these")
        return self.name(int(self.values.argmax()))

    def meaning(self) -> str:
        """What the numbers are, where that is not plain."""
        if self.are_shares or not self.values.size:
            return ""
        total = format_number(float(self.values.sum()), 6)
        if self.values.size == 1:
            return tr("One score only: this network measures one thing and has no classes to compare.")
        if self.are_chances:
            return tr("The scores sum to {total}, not to 1: each class is judged by itself.", total=total)
        return tr("Raw scores: they sum to {total}, not to 1, so they are no probabilities.", total=total)

    def bars(self, *, is_sorted: bool) -> tuple[ScoreBar, ...]:
        """The ten highest classes from the highest down, or in the order of the classes."""
        finite = np.nan_to_num(self.values.astype(np.float64), nan=0.0, posinf=0.0, neginf=0.0)
        best = np.argsort(-finite, kind="stable")[:MOST_BARS]
        shown = best if is_sorted else np.sort(best)
        reach = 1.0 if self.are_shares or self.are_chances else float(np.abs(finite).max(initial=0.0)) or 1.0
        first = -1 if self.is_none or not np.isfinite(self.values).all() or not len(best) else int(best[0])
        return tuple(
            ScoreBar(self.name(int(at)), self.words(int(at)), float(finite[at]) / reach, int(at) == first)
            for at in shown
        )
