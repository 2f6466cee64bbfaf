"""Which positions of a layer's input meet which weights for one output position, along one axis. As Keras has it."""

from __future__ import annotations

from typing import Any

Taps = list[tuple[int, int]]


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
