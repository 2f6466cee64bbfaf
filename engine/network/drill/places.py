"""Which positions of a layer's input meet which weights for one output position, along one axis. As Keras has it."""

from __future__ import annotations

from math import floor
from typing import Any

import numpy as np

Taps = list[tuple[int, int]]
Weighted = list[tuple[int, float]]


def pair(setting: Any) -> tuple[int, int]:
    """A layer's setting as (vertical, horizontal)."""
    if isinstance(setting, (tuple, list)):
        return int(setting[0]), int(setting[1])
    return int(setting), int(setting)


def padding_before(length: int, *, kernel: int, stride: int, dilation: int, padding: str) -> int:
    """How many positions "same" pads at the start of an axis; none for "valid".

    >>> padding_before(7, kernel=4, stride=2, dilation=1, padding="same")
    1
    """
    if padding != "same":
        return 0
    reach = dilation * (kernel - 1) + 1
    return max(0, (-(-length // stride) - 1) * stride + reach - length) // 2


def window_taps(position: int, *, kernel: int, stride: int, dilation: int, before: int) -> Taps:
    """(input position, tap of the kernel) for each tap; positions may lie in the rim.

    >>> window_taps(0, kernel=3, stride=1, dilation=1, before=1)
    [(-1, 0), (0, 1), (1, 2)]
    """
    return [(position * stride - before + tap * dilation, tap) for tap in range(kernel)]


def stamp_taps(position: int, length: int, *, kernel: int, stride: int, dilation: int, before: int) -> Taps:
    """(input position, tap of the kernel) of each stamp of a transposed convolution that lies over `position`.

    >>> stamp_taps(2, 5, kernel=3, stride=2, dilation=1, before=0)
    [(0, 2), (1, 0)]
    """
    found = []
    for tap in reversed(range(kernel)):
        there = position + before - tap * dilation
        if there % stride == 0 and 0 <= there // stride < length:
            found.append((there // stride, tap))
    return found


def resize_taps(
    layer: Any, source: tuple[int, int], target: tuple[int, int], place: tuple[int, int]
) -> tuple[Weighted, Weighted] | None:
    """Which rows and columns a value of a resized map is made of, and with which weights; None if that is not told."""
    is_plain = not any(
        getattr(layer, name, False) for name in ("crop_to_aspect_ratio", "pad_to_aspect_ratio", "antialias")
    )
    if layer.interpolation not in ("nearest", "bilinear") or not is_plain:
        return None
    is_linear = layer.interpolation == "bilinear"
    rows, columns = (
        resized_from(at, old, new, is_linear=is_linear) for at, old, new in zip(place, source, target, strict=True)
    )
    return rows, columns


def resized_from(position: int, source: int, target: int, *, is_linear: bool) -> Weighted:
    """(input position, weight) of each value that one value of an axis resized from `source` to `target` is made of.

    The middle of the new value decides. Reckoned in float32, as TensorFlow does.

    >>> resized_from(5, 4, 8, is_linear=False), resized_from(5, 4, 8, is_linear=True)
    ([(2, 1.0)], [(2, 0.75), (3, 0.25)])
    """
    middle = np.float32(position + 0.5) * np.float32(np.float32(source) / np.float32(target))
    if not is_linear:
        return [(min(source - 1, floor(middle)), 1.0)]
    there = float(middle - np.float32(0.5))
    low = floor(there)
    share = there - low
    found = {min(source - 1, max(0, low)): 1 - share}
    high = min(source - 1, max(0, low + 1))
    found[high] = found.get(high, 0.0) + share
    return [(at, weight) for at, weight in found.items() if weight > 0]


def cut_before(layer: Any, source: tuple[int, ...]) -> tuple[int, int]:
    """How many rows and columns a layer that keeps the middle leaves out before it."""
    return (source[0] - layer.height) // 2, (source[1] - layer.width) // 2
