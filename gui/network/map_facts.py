"""What can be said of the maps on screen: which never fire, what a colour stands for, in which words."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.imaging.palettes import NEUTRAL_INDEX, palette
from engine.network.maps import SCALE, LayerMaps
from gui.text import tr, translated
from gui.widgets.numbers import format_number


def is_single(maps: LayerMaps) -> bool:
    """Whether each map is one value, as in a dense layer."""
    return int(np.prod(maps.shape[:-1])) == 1


def map_sides(maps: LayerMaps) -> tuple[int, int]:
    """Rows and columns of a map before it was shrunk."""
    *sides, _ = maps.shape
    if len(sides) == 2:
        return int(sides[0]), int(sides[1])
    return maps.layout.height * maps.factor, maps.layout.width * maps.factor


def never_fire(maps: LayerMaps) -> NDArray[np.bool_]:
    """For each channel whether it is 0 everywhere."""
    silent: NDArray[np.bool_] = (maps.figure("max") == 0) & (maps.figure("min") == 0)
    return silent


def single_reach(maps: LayerMaps) -> float:
    """The largest size among single values: the end of the scale on which they are drawn together."""
    values = maps.figure("mean")[maps.order]
    finite = np.abs(values[np.isfinite(values)])
    return float(finite.max(initial=0.0)) or 1.0


def drawn_dark(maps: LayerMaps, pixels: np.ndarray) -> bool:
    """Whether a mosaic was drawn in the dark theme's colours: told from its own pixels, as a new theme comes later."""
    sample = pixels[: maps.layout.height, : maps.layout.width].reshape(-1, 3)[:: max(1, maps.layout.width // 4)]
    return all(_index_of(tuple(map(int, colour)), maps.scheme, is_dark=True) is not None for colour in sample[:16])


def value_at(maps: LayerMaps, pixels: np.ndarray, index: int, row: int, column: int) -> tuple[float, bool] | None:
    """The value in the `index`-th map shown, at a row and column of the mosaic's pixels, and whether it is exact.

    Maps come as colours, so of all but single values the number is known to the nearest of them only.
    """
    channel = int(maps.order[index])
    if is_single(maps):
        return float(maps.figure("mean")[channel]), True
    if never_fire(maps)[channel]:
        return 0.0, True
    top, left = maps.layout.corner(index)
    colour = tuple(map(int, pixels[top + row, left + column]))
    entry = _index_of(colour, maps.scheme, is_dark=True)
    if entry is None:
        entry = _index_of(colour, maps.scheme, is_dark=False)
    if entry is None:
        return None
    high = float(maps.highs[index])
    share = (entry - NEUTRAL_INDEX) / 127 if maps.scheme == "signed" else entry / 255
    return share * high, False


def limits(maps: LayerMaps, index: int | None, *, is_shared: bool) -> tuple[float, float] | None:
    """The values at both ends of the colours of one map, or of all where they share them; None if each has its own."""
    if not len(maps.highs):
        return None
    if is_single(maps):
        high = single_reach(maps)
    elif is_shared:
        high = float(maps.highs.max())
    elif index is not None:
        high = float(maps.highs[index])
    else:
        return None
    return (-high if maps.scheme == "signed" else 0.0), high


def count_words(maps: LayerMaps) -> str:
    """How many maps there are and how large: `32 maps · 48×48`."""
    shown, total = len(maps.order), maps.total
    if is_single(maps):
        return tr("1 value") if total == 1 else tr("{count} values", count=f"{total:,}")
    size = "×".join(map(str, maps.shape[:-1]))
    if shown < total:
        return tr("{shown} of {total} maps · {size}", shown=f"{shown:,}", total=f"{total:,}", size=size)
    return tr("1 map · {size}", size=size) if total == 1 else tr("{count} maps · {size}", count=f"{total:,}", size=size)


def silence_words(maps: LayerMaps) -> str:
    """How many maps stay 0 on this picture; empty where all say something."""
    count, total = int(never_fire(maps).sum()), maps.total
    if not count:
        return ""
    if is_single(maps):
        return tr("{count} of {total} are 0 on this picture", count=f"{count:,}", total=f"{total:,}")
    if count == 1:
        return tr("1 of {total} never fires on this picture", total=f"{total:,}")
    return tr("{count} of {total} never fire on this picture", count=f"{count:,}", total=f"{total:,}")


def place_words(maps: LayerMaps, channel: int, row: int, column: int, found: tuple[float, bool] | None) -> str:
    """What lies under the cursor: `map 5 · row 31, column 18 · ≈ 1.27`."""
    if is_single(maps):
        words = tr("unit {channel}", channel=channel)
    else:
        words = tr("map {channel} · row {row}, column {column}", channel=channel, row=row, column=column)
    if found is None:
        return words
    value, is_exact = found
    return f"{words} · {'' if is_exact else '≈ '}{format_number(value, 7)}"


def figure_words(maps: LayerMaps, channel: int) -> str:
    """The figures of one map in a line."""
    low, high, mean = (format_number(float(maps.figure(name)[channel]), 6) for name in ("min", "max", "mean"))
    zeros = float(maps.figure("sparsity")[channel])
    return tr("map {channel}: {low} … {high} · mean {mean} · zeros {zeros:.0%}",
              channel=channel, low=low, high=high, mean=mean, zeros=zeros)  # fmt: skip


def scale_words(scale: str) -> str:
    """The name of a way to scale."""
    return translated(SCALE.option(scale).title)


def _index_of(colour: tuple[int, ...], scheme: str, *, is_dark: bool) -> int | None:
    return _entries(scheme, is_dark).get(colour)


@lru_cache(maxsize=8)
def _entries(scheme: str, is_dark: bool) -> dict[tuple[int, ...], int]:
    return {tuple(map(int, colour)): index for index, colour in enumerate(palette(scheme, is_dark=is_dark))}
