"""Layers that bring values to other places or maps to another size, for one value. For the network worker only."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.imaging.explanation import ChannelSum, Explanation, Remark
from engine.network.drill import sums
from engine.network.drill.moment import Moment, Place, pointwise
from engine.network.drill.places import Weighted, cut_before, resize_taps
from engine.text import mark


def moved(moment: Moment) -> list[Explanation] | None:
    """Flattening and reshaping: the same values in the same order."""
    index = int(np.ravel_multi_index(moment.place, moment.output.shape))
    row, column, channel = (int(at) for at in np.unravel_index(index, moment.inputs[0].shape))
    text = mark("The same value in another place: row {row}, column {column} of map {channel}.")
    return [_from(moment, (row, column, channel), text, row=row, column=column, channel=channel)]


def shifted(moment: Moment) -> list[Explanation] | None:
    """Zeros around the maps, or a rim cut off."""
    is_padding = hasattr(moment.layer, "padding")
    (top, _), (left, _) = moment.layer.padding if is_padding else moment.layer.cropping
    sign = -1 if is_padding else 1
    row, column, channel = moment.place[0] + sign * top, moment.place[1] + sign * left, moment.place[2]
    window = sums.window_of(moment.inputs[0][..., channel], [row], [column])
    value = float(window.values[0, 0])
    text = mark("Padding: 0 in the rim, the value itself elsewhere.") if is_padding else mark("Cut out unchanged.")
    made = pointwise(moment, value, value, Remark(text))
    one = np.ones((1, 1))
    return [replace(made, channels=(ChannelSum(channel, "", window, one, window.values, value),))]


def cropped(moment: Moment) -> list[Explanation] | None:
    """The middle of a map, or of a picture."""
    top, left = cut_before(moment.layer, moment.inputs[0].shape[:2])
    return [_from(moment, (moment.place[0] + top, moment.place[1] + left, moment.place[2]), mark("Cut out unchanged."))]


def permuted(moment: Moment) -> list[Explanation] | None:
    """Axes in another order."""
    dims = moment.layer.dims
    if moment.rank != 4 or len(dims) != 3:
        return None
    there = [0, 0, 0]
    for axis, dim in enumerate(dims):
        there[dim - 1] = moment.place[axis]
    row, column, channel = there
    text = mark("The same value in another place: row {row}, column {column} of map {channel}.")
    return [_from(moment, (row, column, channel), text, row=row, column=column, channel=channel)]


def resized(moment: Moment) -> list[Explanation] | None:
    """A map at another size: the nearest value, or the blend of the four around it."""
    source, target = moment.inputs[0].shape, moment.output.shape
    taps = resize_taps(moment.layer, source[:2], target[:2], moment.place[:2])
    if taps is None:
        return None
    row, column, channel = moment.place
    if all(len(each) == 1 for each in taps):
        there = (taps[0][0][0], taps[1][0][0], channel)
        return [_from(moment, there, mark("Each value is repeated: the same as the one it was made of."))]
    window = sums.window_of(moment.inputs[0][..., channel], *([at for at, _ in each] for each in taps))
    weights = np.outer(_weights(taps[0]), _weights(taps[1]))
    products = window.values * weights
    total = float(products.sum())
    text = mark("It lies between these values; the nearer one is, the more it counts. The weights sum to 1.")
    return [
        Explanation(
            rule="sum", row=row, column=column, channel=channel,
            channels=(ChannelSum(channel, "", window, weights, products, total),), value=total,
            before_activation=total, remarks=(Remark(text),),
        )
    ]  # fmt: skip


def _weights(taps: Weighted) -> list[float]:
    return [weight for _, weight in taps]


def _from(moment: Moment, place: Place, text: str, **values: int) -> Explanation:
    value = float(moment.inputs[0][place])
    made = pointwise(moment, value, value, Remark(text, dict(values)))
    return replace(made, channels=(sums.single(value, place),))
