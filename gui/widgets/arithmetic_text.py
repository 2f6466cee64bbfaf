"""The sum behind one value as lines of text."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.imaging.activations import ACTIVATIONS
from engine.imaging.explanation import ChannelSum, Explanation
from gui.text import tr, translated
from gui.widgets.numbers import format_number

WIDEST_ROW = 5
MOST_ROWS = 5
MOST_CHANNELS = 5


@dataclass(frozen=True)
class Line:
    """A line and the role whose colour it has; an empty role means plain text."""

    text: str
    role: str = ""


def sum_lines(explanation: Explanation, channel: ChannelSum | None) -> tuple[Line, ...]:
    """The way from the products to the value: rows of one `channel`, or the sums of all channels, bias, activation."""
    rule = explanation.rule
    if rule == "maximum":
        return (Line(tr("largest of {count}", count=f"{_count(explanation):,}")),)
    if rule == "minimum":
        return (Line(tr("smallest of {count}", count=f"{_count(explanation):,}")),)
    if rule == "mean":
        total = float(explanation.channels[0].window.values[~explanation.channels[0].window.is_rim].sum())
        return (Line(f"{_signed(total)} / {_count(explanation):,}"),)
    if rule == "median":
        return _median_lines(explanation)
    if rule == "ratio":
        weights = float(explanation.channels[0].weights.sum())
        return (Line(_plain(explanation.channels[0].total)), Line("÷ " + _plain(weights), "kernel"))
    if rule == "pointwise":
        return ()
    lines = list(_row_lines(channel) if channel is not None else ())
    if len(explanation.channels) > 1:
        lines = list(_channel_lines(explanation))
    # Values that are only brought together have no bias, not even one of zero.
    is_merging = all(each.title and each.weights.size == 1 for each in explanation.channels)
    if explanation.bias or (len(explanation.channels) > 1 and not is_merging):
        lines.append(Line(tr("{number} bias", number=_signed(explanation.bias)), "bias"))
    if explanation.activation != "none":
        name = translated(ACTIVATIONS.option(explanation.activation).title)
        lines.append(Line(f"{name}({_plain(explanation.before_activation)})", "result"))
    return tuple(lines)


def _row_lines(channel: ChannelSum) -> list[Line]:
    rows, columns = channel.products.shape
    if columns <= WIDEST_ROW and rows <= MOST_ROWS:
        return [Line(_joined(row)) for row in channel.products]
    shown = [
        Line(tr("row {number}: {total}", number=index + 1, total=_signed(float(row.sum()))))
        for index, row in enumerate(channel.products[: MOST_ROWS - 1])
    ]
    rest = channel.products[MOST_ROWS - 1 :]
    if rest.size:
        shown.append(Line(tr("… {count} more rows: {total}", count=len(rest), total=_signed(float(rest.sum())))))
    return shown


def _channel_lines(explanation: Explanation) -> list[Line]:
    channels = explanation.channels
    most = MOST_CHANNELS if len(channels) <= MOST_CHANNELS else MOST_CHANNELS - 1
    lines = []
    for each in channels[:most]:
        name = translated(each.title) if each.title else tr("channel {number}", number=each.channel)
        lines.append(Line(f"{_signed(each.total)} {name}"))
    rest = channels[most:]
    if rest:
        lines.append(
            Line(tr("{total} … {count} more", total=_signed(sum(each.total for each in rest)), count=len(rest)))
        )
    return lines


def _median_lines(explanation: Explanation) -> tuple[Line, ...]:
    ordered = np.sort(explanation.channels[0].window.values, axis=None)
    middle = len(ordered) // 2
    around = slice(max(0, middle - 2), middle + 3)
    shown = [
        f"[{_plain(value)}]" if index == middle else _plain(value)
        for index, value in list(enumerate(ordered.tolist()))[around]
    ]
    text = " ".join((["…"] if middle > 2 else []) + shown + (["…"] if middle + 3 < len(ordered) else []))
    return (Line(tr("sorted:")), Line(text))


def _count(explanation: Explanation) -> int:
    return int((~explanation.channels[0].window.is_rim).sum())


def _joined(row: np.ndarray) -> str:
    first, *rest = (float(value) for value in row)
    signs = ("− " if value < 0 else "+ " for value in rest)
    return " ".join([_plain(first), *(sign + _plain(abs(value)) for sign, value in zip(signs, rest, strict=True))])


def _plain(value: float) -> str:
    return format_number(value, 7)


def _signed(value: float) -> str:
    return format_number(value, 8) if value < 0 else "+" + format_number(value, 7)
