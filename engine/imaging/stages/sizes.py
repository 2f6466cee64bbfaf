"""The output-size formula with the values filled in."""

from __future__ import annotations

from engine.imaging.padding import Margins
from engine.imaging.stages.stage import Formula
from engine.text import mark


def size_formulas(
    sides: tuple[int, int],
    kernel: tuple[int, int],
    margins: Margins,
    stride: tuple[int, int],
    dilation: tuple[int, int],
) -> tuple[Formula, Formula]:
    """⌊(n + 2p − d(f − 1) − 1)/s⌋ + 1 for the height and for the width, filled in.

    >>> print(size_formulas((347, 520), (3, 3), Margins(1, 1, 1, 1), (1, 1), (1, 1))[0])
    ⌊(347 + 2·1 − 3)/1⌋ + 1 = 347
    """
    vertical = (margins.top, margins.bottom)
    horizontal = (margins.left, margins.right)
    return (
        _formula(mark("Height"), sides[0], kernel[0], vertical, stride[0], dilation[0]),
        _formula(mark("Width"), sides[1], kernel[1], horizontal, stride[1], dilation[1]),
    )


def _formula(title: str, side: int, kernel: int, rim: tuple[int, int], stride: int, dilation: int) -> Formula:
    padding = f"2·{rim[0]}" if rim[0] == rim[1] else f"{rim[0]} + {rim[1]}"
    reach = str(kernel) if dilation == 1 else f"{dilation}·({kernel} − 1) − 1"
    result = (side + sum(rim) - dilation * (kernel - 1) - 1) // stride + 1
    return Formula(title, f"⌊({side} + {padding} − {reach})/{stride}⌋ + 1", result)
