"""Which values of its input one value of a layer's output looks at, along one axis."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Reach:
    """Output value `o` looks at inputs ⌊(o·advance + first)/divisor⌋ … ⌊(o·advance + last)/divisor⌋.

    One rule covers every layer that works locally: a window advances by its stride (divisor 1), an upsampling by its
    factor divides. Positions may lie outside the input, in its padded rim. Where a transposed convolution leaves gaps
    between its stamps, the last position lies before the first: that value looks at nothing.

    >>> Reach(advance=2, first=-1, last=1).span(3)
    (5, 7)
    """

    advance: int = 1
    first: int = 0
    last: int = 0
    divisor: int = 1

    def span(self, position: int) -> tuple[int, int]:
        """The first and last input position that the output value at `position` looks at."""
        there = position * self.advance
        return (there + self.first) // self.divisor, (there + self.last) // self.divisor


Reaches = tuple[Reach, Reach]

POINTWISE: Reaches = (Reach(), Reach())


def window_reach(kernel: int, *, stride: int = 1, dilation: int = 1, before: int = 0) -> Reach:
    """A window of `kernel` taps over an input that was padded by `before` values at its start."""
    return Reach(advance=stride, first=-before, last=dilation * (kernel - 1) - before)


def stamp_reach(kernel: int, *, stride: int, dilation: int = 1, cut: int = 0) -> Reach:
    """Stamps of `kernel` taps set `stride` apart, the first `cut` values of the result dropped."""
    extent = dilation * (kernel - 1) + 1
    return Reach(advance=1, first=cut - extent + stride, last=cut, divisor=stride)


def resize_reach(source: int, target: int, *, is_linear: bool) -> Reach:
    """Resizing of `source` values to `target`: the nearest value, or the two that a linear blend is made of.

    >>> resize_reach(4, 8, is_linear=False).span(5)
    (2, 2)
    >>> resize_reach(4, 8, is_linear=True).span(5)
    (2, 3)
    """
    if not is_linear:
        # The value whose cell holds the centre of the new one.
        return Reach(advance=2 * source, first=source, last=source, divisor=2 * target)
    return Reach(advance=2 * source, first=source - target, last=source + target - 1, divisor=2 * target)
