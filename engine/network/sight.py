"""Receptive fields: which part of a network's input the values of a layer look at, exactly, for any chain of layers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm

from engine.network.layers.reach import Reach, Reaches

# Resizing by odd factors repeats its pattern only after many values; past this, "all of the input" is close enough.
LONGEST_PERIOD = 4096


@dataclass(frozen=True)
class Field:
    """The field of each value along one axis: value `o` sees input positions first(o) … last(o).

    Upsampling makes neighbours see in turn more and less, so the pattern is kept for one period: the value at
    `o + period` sees what `o` sees, `step` positions further. `length` counts the values along the axis. A step of 0
    with a period of 1 says that all values see the same, as after a dense layer.
    """

    length: int
    firsts: tuple[int, ...] = (0,)
    lasts: tuple[int, ...] = (0,)
    step: int = 1

    @property
    def period(self) -> int:
        """After how many values the pattern repeats."""
        return len(self.firsts)

    @property
    def size(self) -> int:
        """Input positions that the widest-seeing value looks at, those in the padded rim included."""
        return max(last - first for first, last in zip(self.firsts, self.lasts, strict=True)) + 1

    @property
    def stride(self) -> Fraction:
        """How far the field moves from one value to the next; below 1 after upsampling, 0 where all see the same."""
        return Fraction(self.step, self.period)

    @property
    def offset(self) -> int:
        """Where the first value's field starts; negative in the padded rim."""
        return self.firsts[0]

    def span(self, position: int) -> tuple[int, int]:
        """The first and last input position that the value at `position` looks at."""
        return self._first(position), self._last(position)

    def through(self, reach: Reach, length: int) -> Field:
        """The field after one more layer, of `length` values."""
        if not self.step:
            return Field(length, self.firsts, self.lasts, 0)
        shared = gcd(reach.advance, reach.divisor * self.period)
        period = reach.divisor * self.period // shared
        if period > LONGEST_PERIOD:
            return self.whole(length)
        spans = [reach.span(position) for position in range(period)]
        return _shortest(
            Field(
                length,
                tuple(self._first(first) for first, _ in spans),
                tuple(self._last(last) for _, last in spans),
                self.step * (reach.advance // shared),
            )
        )

    def whole(self, length: int) -> Field:
        """The field of `length` values of which each looks at all values along this axis."""
        last = max(self.length - 1, 0)
        return Field(length, (min(self._first(0), self._first(last)),), (max(self._last(0), self._last(last)),), 0)

    def joined(self, other: Field, length: int) -> Field:
        """The field of values that look where either does: the smallest stretch around both."""
        # A branch of length 1 is repeated along the axis.
        mine, theirs = (each if each.length == length else each.whole(length) for each in (self, other))
        period = lcm(mine.period, theirs.period)
        if mine.stride != theirs.stride or period > LONGEST_PERIOD:
            mine, theirs, period = mine.whole(length), theirs.whole(length), 1
        return _shortest(
            Field(
                length,
                tuple(min(mine._first(position), theirs._first(position)) for position in range(period)),
                tuple(max(mine._last(position), theirs._last(position)) for position in range(period)),
                int(mine.stride * period),
            )
        )

    def clipped(self, side: int) -> Field:
        """A field in which all see the same, without what lies in the padded rim of an input of `side` positions."""
        return Field(self.length, (max(self.firsts[0], 0),), (min(self.lasts[0], side - 1),), 0)

    def _first(self, position: int) -> int:
        rounds, place = divmod(position, self.period)
        return self.firsts[place] + rounds * self.step

    def _last(self, position: int) -> int:
        rounds, place = divmod(position, self.period)
        return self.lasts[place] + rounds * self.step


def _shortest(field: Field) -> Field:
    """The same field with the shortest period that tells all of it."""
    for period in range(1, field.period // 2 + 1):
        if field.period % period or field.step * period % field.period:
            continue
        step = field.step * period // field.period
        places = range(field.period - period)
        if all(
            field.firsts[place + period] == field.firsts[place] + step
            and field.lasts[place + period] == field.lasts[place] + step
            for place in places
        ):
            return Field(field.length, field.firsts[:period], field.lasts[:period], step)
    return field


@dataclass(frozen=True)
class Sight:
    """What the values of a layer see of one input of `sides`, vertically and horizontally.

    `is_flat` tells that the values stand in a row, so that a place on the map is no longer known.
    """

    sides: tuple[int, int]
    rows: Field
    columns: Field
    is_flat: bool = False

    @property
    def size(self) -> tuple[int, int]:
        """Height and width of the receptive field."""
        return self.rows.size, self.columns.size

    @property
    def is_whole(self) -> bool:
        """Whether all values see the same, so that there is no stride."""
        return not self.rows.step and not self.columns.step

    def box(self, row: int, column: int) -> tuple[int, int, int, int]:
        """First row, first column, height and width of what the value at (`row`, `column`) sees."""
        top, bottom = self.rows.span(row)
        left, right = self.columns.span(column)
        return top, left, bottom - top + 1, right - left + 1

    def through(self, reaches: Reaches, sides: tuple[int, int]) -> Sight:
        """What is seen after one more layer, whose maps have these `sides`."""
        if self.is_flat:
            return self.whole(sides)
        return Sight(self.sides, self.rows.through(reaches[0], sides[0]), self.columns.through(reaches[1], sides[1]))

    def whole(self, sides: tuple[int, int]) -> Sight:
        """What values see that look at all of this layer."""
        return Sight(
            self.sides,
            self.rows.whole(sides[0]).clipped(self.sides[0]),
            self.columns.whole(sides[1]).clipped(self.sides[1]),
        )

    def flattened(self) -> Sight:
        """The same sight for values put in a row."""
        return Sight(self.sides, self.rows, self.columns, is_flat=True)

    def joined(self, other: Sight, sides: tuple[int, int] | None) -> Sight:
        """What values see that look at both; `sides` are those of the maps, None for values in a row."""
        if sides is None or self.is_flat or other.is_flat:
            mine, theirs = self.whole((1, 1)), other.whole((1, 1))
            return Sight(self.sides, mine.rows.joined(theirs.rows, 1), mine.columns.joined(theirs.columns, 1))
        return Sight(self.sides, self.rows.joined(other.rows, sides[0]), self.columns.joined(other.columns, sides[1]))


def first_sight(sides: tuple[int, int]) -> Sight:
    """What the pixels of an input see: themselves."""
    return Sight(sides, Field(sides[0]), Field(sides[1]))
