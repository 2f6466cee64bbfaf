"""Sizes of what a sliding window makes: the same rule for every convolution and pooling."""

from __future__ import annotations

from engine.network.layers.layer import Layer, LayerError, Shapes, maps_of
from engine.network.layers.reach import Reach, Reaches, window_reach
from engine.text import mark

Pair = tuple[int, int]


def window_side(side: int, kernel: int, *, padding: str, stride: int = 1, dilation: int = 1) -> int:
    """Length of one output axis: ⌊(n − d(f − 1) − 1)/s⌋ + 1, or ⌈n/s⌉ with padding "same".

    >>> window_side(32, 5, padding="valid"), window_side(7, 3, padding="same", stride=2)
    (28, 4)
    """
    if padding == "same":
        return -(-side // stride)
    return (side - dilation * (kernel - 1) - 1) // stride + 1


def rim_before(side: int, kernel: int, *, padding: str, stride: int = 1, dilation: int = 1) -> int:
    """Zeros laid before the first value. An odd rest goes behind the last one, as TensorFlow has it.

    >>> rim_before(224, 3, padding="same", stride=2)
    0
    """
    if padding != "same":
        return 0
    covered = (window_side(side, kernel, padding=padding, stride=stride) - 1) * stride + dilation * (kernel - 1) + 1
    return max(covered - side, 0) // 2


def window_sides(
    layer: Layer, inputs: Shapes, kernel: Pair, *, padding: str, strides: Pair, dilation: Pair = (1, 1), field: str
) -> Pair:
    """Height and width of the result; refuses a window that does not fit. `field` names the window's setting."""
    rows, columns, _ = maps_of(layer, inputs)
    reach = tuple(dilation[axis] * (kernel[axis] - 1) + 1 for axis in (0, 1))
    if padding == "valid" and (reach[0] > rows or reach[1] > columns):
        raise LayerError(
            mark("The window is {height} × {width} but the maps that come in are only {rows} × {columns}. "
                 "Use a smaller window, or padding “same”."),
            field=field, height=reach[0], width=reach[1], rows=rows, columns=columns,
        )  # fmt: skip
    return (
        window_side(rows, kernel[0], padding=padding, stride=strides[0], dilation=dilation[0]),
        window_side(columns, kernel[1], padding=padding, stride=strides[1], dilation=dilation[1]),
    )


def window_reaches(inputs: Shapes, kernel: Pair, *, padding: str, strides: Pair, dilation: Pair = (1, 1)) -> Reaches:
    """What one value of a window layer looks at."""

    def along(axis: int) -> Reach:
        before = rim_before(
            inputs[0][axis], kernel[axis], padding=padding, stride=strides[axis], dilation=dilation[axis]
        )
        return window_reach(kernel[axis], stride=strides[axis], dilation=dilation[axis], before=before)

    return along(0), along(1)


def pair_text(pair: Pair) -> str:
    """A pair in one line: one number where both are the same.

    >>> pair_text((2, 2)), pair_text((1, 2))
    ('2', '1, 2')
    """
    return str(pair[0]) if pair[0] == pair[1] else f"{pair[0]}, {pair[1]}"
