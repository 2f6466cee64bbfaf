"""Numbers as short text of a known width, for cells, readouts and scales."""

from __future__ import annotations

import math
from collections.abc import Iterable

MINUS = "−"
_STEPS = ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k"))


def format_number(value: float, width: int = 5, *, decimals: int | None = None) -> str:
    """A number in at most `width` characters where that can be done honestly.

    Whole numbers are shown whole, others with up to three decimals (or exactly `decimals`), without the zero before the
    point where room is short, and with k, M, G, T or a power of ten where they would not fit.

    >>> format_number(83.0), format_number(-0.21, 4), format_number(0.21, 4), format_number(12345.6, 5)
    ('83', '−.21', '0.21', '12346')
    >>> format_number(-123456.0, 5), format_number(float("nan")), format_number(0.00004, 5)
    ('−123k', 'nan', '4e−5')
    """
    number = float(value)
    if math.isnan(number):
        return "nan"
    if math.isinf(number):
        return "∞" if number > 0 else MINUS + "∞"
    is_free = decimals is None
    if decimals is None:
        decimals = 0 if _is_whole(number) else _fitting_decimals(number, width)
    text = _fixed(number, decimals, width)
    if is_free and decimals:
        text = _trimmed(text, width)
    is_lost = decimals > 0 and number != 0 and float(f"{number:.{decimals}f}") == 0 and not _is_whole(number)
    if len(text) <= width and not is_lost:
        return text
    return _short(number, width)


def shared_decimals(values: Iterable[float], width: int = 5) -> int:
    """The decimals with which all of `values` can be shown alike in `width` characters.

    >>> shared_decimals([1.0, -2.0]), shared_decimals([0.125, -0.5], 5), shared_decimals([0.125, -12.5], 5)
    (0, 3, 1)
    >>> shared_decimals([0.21, -0.4])
    2
    """
    finite = [float(value) for value in values if math.isfinite(value)]
    size = max(map(abs, finite), default=0.0)
    if all(_is_whole(value, size) for value in finite):
        return 0
    decimals = min(_fitting_decimals(value, width) for value in finite)
    while decimals > 1 and all(
        _is_whole(value * 10 ** (decimals - 1), size * 10 ** (decimals - 1)) for value in finite
    ):
        decimals -= 1  # zeros at the end of all of them say nothing
    return decimals


def full_number(value: float) -> str:
    """The number with all the digits that single precision has, for tooltips.

    >>> full_number(-0.1234567891), full_number(419.0)
    ('−0.1234568', '419')
    """
    number = float(value)
    text = (
        f"{number:.0f}" if math.isfinite(number) and number == round(number) and abs(number) < 1e15 else f"{number:.7g}"
    )
    return text.replace("-", MINUS).replace("inf", "∞")


def _is_whole(number: float, size: float = 0.0) -> bool:
    # Sums in single precision end a little beside the whole number they stand for: a millionth of themselves, or of the
    # `size` of what they were summed from. A small number by itself is not nothing, though.
    return abs(number - round(number)) <= 1e-6 * max(abs(number), size)


def _fitting_decimals(number: float, width: int) -> int:
    for decimals in (3, 2, 1):
        if len(_fixed(number, decimals, width)) <= width:
            return decimals
    return 0


def _fixed(number: float, decimals: int, width: int) -> str:
    text = f"{number:.{decimals}f}"
    if float(text) == 0:
        text = text.lstrip("-")
    if len(text) > width and decimals and text.lstrip("-").startswith("0."):
        text = text.replace("0.", ".", 1)
    return text.replace("-", MINUS)


def _trimmed(text: str, width: int) -> str:
    text = text.rstrip("0").rstrip(".")
    bare = text.lstrip(MINUS)
    if bare.startswith(".") and len(text) < width:
        return text.replace(".", "0.", 1)
    return text


def _short(number: float, width: int) -> str:
    size = abs(number)
    for step, sign in _STEPS:
        if round(size / step * 1000) >= 1000 and round(size / step) < 1000:
            for decimals in (1, 0):
                text = f"{number / step:.{decimals}f}{sign}"
                if len(text) <= width:
                    break
            return text.replace("-", MINUS)
    text = f"{number:.0f}" if 1 <= size < 1e15 else _power(number)
    return text.replace("-", MINUS)


def _power(number: float) -> str:
    mantissa, exponent = f"{number:.0e}".split("e")
    return f"{mantissa}e{int(exponent)}"
