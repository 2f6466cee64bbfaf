"""What is said of a filter, in plain words and figures."""

from __future__ import annotations

import numpy as np

from engine.network.filters import Norm, Weights
from gui.text import tr
from gui.widgets.numbers import format_number

DIGITS = 7


def colour_name(index: int, *, is_blue_first: bool = False) -> str:
    """The name of one of the picture's three channels."""
    names = (tr("red"), tr("green"), tr("blue"))
    return names[2 - index if is_blue_first else index]


def title_words(weights: Weights) -> str:
    """Which filter it is: `filter 5 of 32`."""
    return tr("filter {number} of {count}", number=weights.filter, count=f"{weights.count:,}")


def shape_words(weights: Weights) -> str:
    """Whose it is and how large: `conv2 · 3×3×16`."""
    rows, columns, inputs, _ = weights.shape
    size = tr("{count} numbers", count=f"{columns:,}") if weights.is_row else f"{rows}×{columns}×{inputs}"
    return f"{weights.source} · {size}"


def origin_words(weights: Weights) -> str:
    """Whose filters are shown where the layer has none of its own; and what a filter looks at where that is less."""
    sentences = []
    if weights.layer != weights.source:
        sentences.append(
            tr("These are the filters of “{source}”: “{layer}” only changes its maps.",
               source=weights.source, layer=weights.layer)
        )  # fmt: skip
    if weights.is_shared_out:
        sentences.append(tr("Each looks at one input map by itself."))
    if weights.kind == "SeparableConv2D":
        sentences.append(tr("Shown is what its two steps, in depth and across, come to together."))
    return " ".join(sentences)


def input_words(weights: Weights, index: int) -> str:
    """What a kernel looks at: `map 3 of conv1`, or a colour of the picture."""
    if "colour" in weights.parts:
        return colour_name(index, is_blue_first=weights.is_blue_first)
    return tr("map {number} of {layer}", number=index, layer=weights.before or tr("the picture"))


def figure_lines(weights: Weights, whole: np.ndarray) -> list[tuple[str, str]]:
    """Figures of a filter, each with the role whose colour it has."""
    number = weights.filter
    lines = []
    if weights.bias is not None:
        lines.append((tr("bias {value}", value=format_number(float(weights.bias[number]), DIGITS)), "bias"))
    finite = whole[np.isfinite(whole)]
    if finite.size:
        low, high, total = (format_number(float(each), DIGITS) for each in (finite.min(), finite.max(), finite.sum()))
        lines.append((tr("weights {low} … {high}", low=low, high=high), ""))
        lines.append((tr("sum of weights {total}", total=total), ""))
    if finite.size < whole.size:
        lines.append((tr("{count} weights are no numbers", count=f"{whole.size - finite.size:,}"), "refused"))
    if weights.norm is not None:
        lines += norm_lines(weights.norm, number)
    return lines


def norm_lines(norm: Norm, channel: int) -> list[tuple[str, str]]:
    """What batch normalisation makes of the filter's map."""
    gamma, beta, mean, variance = (
        format_number(float(each[channel]), 6) for each in (norm.gamma, norm.beta, norm.mean, norm.variance)
    )
    factor, shift = format_number(norm.factor(channel), 6), format_number(norm.shift(channel), 6)
    sign = "" if shift.startswith("−") else "+"
    return [
        (tr("then {layer}: × {factor} {shift}", layer=norm.layer.rpartition("/")[2], factor=factor,
            shift=f"{sign}{shift}"), "bias"),
        (tr("γ {gamma} · β {beta} · mean {mean} · variance {variance}", gamma=gamma, beta=beta, mean=mean,
            variance=variance), ""),
    ]  # fmt: skip
