"""Which numbers a slider stands for, place by place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import floor, log10

from engine.parameters import Real, Whole

WIDE = 12  # steps from which a slider helps
MOST_STEPS = 20_000  # where there are more, a slider leaps over all that anybody wants
MOST_PLACES = 400
BY_FACTORS = 100  # from this ratio on each place is a factor away from the last: a rate is 0.001 or 0.01
ROUND = (1.0, 1.2, 1.4, 1.6, 1.8, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 6.0, 7.0, 8.0, 9.0)


def slider_numbers(declaration: Whole | Real) -> tuple[float, ...]:
    """The numbers of a slider from left to right; none where a slider is of no help.

    >>> slider_numbers(Whole(title="", help="", default=1, minimum=1, maximum=10_000, usual=(1, 200)))[-4:]
    (140, 160, 180, 200)
    """
    low, high = declaration.usual or (declaration.minimum, declaration.maximum)
    if declaration.usual is not None and low > 0 and high >= BY_FACTORS * low:
        return _round_numbers(low, high, is_whole=isinstance(declaration, Whole))
    steps = round((high - low) / declaration.step)
    if steps < WIDE or (declaration.usual is None and steps > MOST_STEPS):
        return ()
    places = min(steps, MOST_PLACES)
    span = (high - low) / declaration.step
    return tuple(low + round(place / places * span) * declaration.step for place in range(places + 1))


def nearest_place(numbers: Sequence[float], number: float) -> int:
    """Where on a slider a number stands, or the one next to it.

    >>> nearest_place((1, 2, 4), 3.5)
    2
    """
    right = min(bisect_left(numbers, number), len(numbers) - 1)
    left = max(0, right - 1)
    return left if abs(numbers[left] - number) < abs(numbers[right] - number) else right


def _round_numbers(low: float, high: float, *, is_whole: bool) -> tuple[float, ...]:
    tens = range(floor(log10(low)), floor(log10(high)) + 1)
    every = (float(f"{part * 10.0**ten:.6g}") for ten in tens for part in ROUND)
    between = {low, high, *(each for each in every if low < each < high)}
    return tuple(sorted({int(each) for each in between} if is_whole else between))
