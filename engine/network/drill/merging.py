"""Layers that bring branches together, for one value. For the network worker only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import prod

import numpy as np

from engine.imaging.explanation import ChannelSum, Explanation, Remark, Window
from engine.network.drill import sums
from engine.network.drill.alone import by_itself
from engine.network.drill.moment import Array, Moment, Place, pointwise, with_activation
from engine.text import mark


def combination(weights: Callable[[int], list[float]]) -> Callable[[Moment], list[Explanation] | None]:
    """The branches' values, each times its factor, summed."""

    def explained(moment: Moment) -> list[Explanation] | None:
        factors = weights(len(moment.inputs))
        if len(factors) != len(moment.inputs):
            return by_itself(moment)  # an operator with a plain number on one side
        values, places = _branches(moment)
        terms = [
            replace(sums.single(value, place, factor), channel=index)
            for index, (value, place, factor) in enumerate(zip(values, places, factors, strict=True))
        ]
        return with_activation(moment, (terms, 0.0, []), lambda: np.zeros(0))

    return explained


def product(moment: Moment) -> list[Explanation] | None:
    """The branches' values multiplied with one another: the first one, weighed by the others."""
    if len(moment.inputs) < 2:
        return by_itself(moment)
    values, places = _branches(moment)
    text = mark("The values of all {count} branches are multiplied: {factors}.")
    factors = " · ".join(f"{value:.5g}" for value in values)
    remarks = [Remark(text, {"count": len(values), "factors": factors})] if len(values) > 2 else []
    term = sums.single(values[0], places[0], prod(values[1:]))
    return with_activation(moment, ([term], 0.0, remarks), lambda: np.zeros(0))


def extreme(rule: str) -> Callable[[Moment], list[Explanation] | None]:
    """The `maximum` or `minimum` of the branches' values."""

    def explained(moment: Moment) -> list[Explanation] | None:
        if len(moment.inputs) < 2:
            return by_itself(moment)
        values, _ = _branches(moment)
        winner = int(np.argmax(values) if rule == "maximum" else np.argmin(values))
        row = np.array([values], np.float64)
        window = Window((0,), tuple(range(len(values))), row, np.zeros(row.shape, bool))
        zeros = np.zeros(row.shape)
        term = ChannelSum(0, mark("one value of each branch"), window, zeros, zeros, values[winner])
        text = mark("It is that of branch {number} of {count}, counted from 1.")
        return [
            Explanation(
                rule=rule, row=moment.place[0], column=moment.place[1], channel=moment.place[2], channels=(term,),
                value=values[winner], before_activation=values[winner], winner=(0, winner),
                remarks=(Remark(text, {"number": winner + 1, "count": len(values)}),),
            )
        ]  # fmt: skip

    return explained


def _branches(moment: Moment) -> tuple[list[float], list[Place]]:
    places = [_stretched(moment.place, each) for each in moment.inputs]
    return [float(each[place]) for each, place in zip(moment.inputs, places, strict=True)], places


def _stretched(place: Place, array: Array) -> Place:
    row, column, channel = (0 if length == 1 else at for at, length in zip(place, array.shape, strict=True))
    return row, column, channel


def concatenation(moment: Moment) -> list[Explanation] | None:
    """The value itself, out of the branch in which it lies."""
    axes = moment.axes(moment.layer.axis)
    if axes is None:
        return None
    axis, place = axes[0], list(moment.place)
    for number, array in enumerate(moment.inputs, start=1):
        if place[axis] < array.shape[axis]:
            row, column, channel = place
            text = mark("Taken over unchanged from map {channel} of input {number}.")
            if axis != 2:
                text = mark("Taken over unchanged from row {row}, column {column} of input {number}.")
            values = {"row": row, "column": column, "channel": channel, "number": number}
            value = float(array[row, column, channel])
            made = pointwise(moment, value, value, Remark(text, values))
            return [replace(made, channels=(sums.single(value, (row, column, channel)),))]
        place[axis] -= array.shape[axis]
    return None
