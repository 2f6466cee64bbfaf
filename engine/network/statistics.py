"""How the values of a layer are spread, and which of its maps say the same. Plain arithmetic: no Keras here."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from engine.child.messages import Answer, Request

BINS = 80
MOST_SHOWN = 64
"""Maps of the correlation matrix; of more, those that vary most."""
MOST_PAIRS = 12


@dataclass(frozen=True, kw_only=True)
class AskStatistics(Request):
    """The `Statistics` of a layer for the picture of the last `Maps`."""

    layer: str


@dataclass(frozen=True)
class Pair:
    """Two maps and how they go together: 1 alike, −1 opposite, 0 neither."""

    first: int
    second: int
    correlation: float


@dataclass(frozen=True, eq=False, kw_only=True)
class Spread:
    """How often each value occurs. `counts` leaves out exact zeros, which have a share of their own.

    `dead` counts the maps (of single values: the values) that are 0 everywhere.
    """

    edges: NDArray[np.float64]
    counts: NDArray[np.int64]
    zeros: float
    below: float
    minimum: float
    maximum: float
    mean: float
    deviation: float
    dead: int
    non_finite: int


@dataclass(frozen=True, eq=False, kw_only=True)
class Correlation:
    """`matrix` holds the correlation of each of `channels` with each; not a number for maps that are constant.

    `pairs` are those of all maps, shown or not, that go together most, whichever way.
    """

    channels: NDArray[np.int32]
    matrix: NDArray[np.float32]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Statistics(Answer):
    """What is told of a layer's values for picture `number`; no `correlation` where each map is a single value."""

    number: int = 0
    layer: str = ""
    total: int = 0
    spread: Spread
    correlation: Correlation | None = field(default=None)


def spread_of(values: NDArray[np.float32]) -> Spread:
    """The spread of a layer's output (…, C).

    >>> found = spread_of(np.array([0, 0, 1, 3], np.float32))
    >>> found.zeros, found.mean, found.maximum, int(found.counts.sum())
    (0.5, 1.0, 3.0, 2)
    """
    maps = values.reshape(-1, values.shape[-1])
    is_number = np.isfinite(maps)
    flat = maps.reshape(-1) if is_number.all() else maps[is_number]
    size = max(1, flat.size)
    low, high = (float(flat.min()), float(flat.max())) if flat.size else (0.0, 0.0)
    edges = np.linspace(low, high, BINS + 1) if high > low else np.linspace(low - 0.5, low + 0.5, BINS + 1)
    nonzero = flat[flat != 0]
    places = np.clip(((nonzero - edges[0]) * (BINS / (edges[-1] - edges[0]))).astype(np.int64), 0, BINS - 1)
    return Spread(
        edges=edges, counts=np.bincount(places, minlength=BINS), zeros=1 - nonzero.size / size if flat.size else 0.0,
        below=int(np.count_nonzero(flat < 0)) / size, minimum=low, maximum=high,
        mean=float(flat.mean(dtype=np.float64)) if flat.size else 0.0,
        deviation=float(flat.std(dtype=np.float64)) if flat.size else 0.0,
        dead=int((maps == 0).all(axis=0).sum()), non_finite=maps.size - flat.size,
    )  # fmt: skip


def correlation_of(values: NDArray[np.float32]) -> Correlation | None:
    """How the maps (H, W, C) of a layer go together on this picture; None where a map is a single value."""
    maps = values.reshape(-1, values.shape[-1]).astype(np.float32)
    if maps.shape[0] < 2 or maps.shape[1] < 2:
        return None
    maps = maps - maps.mean(axis=0, dtype=np.float64).astype(np.float32)
    # What rounding leaves of a constant map is no variation.
    reach = np.abs(values).reshape(maps.shape).max(axis=0)
    size = np.sqrt(np.einsum("pc,pc->c", maps, maps, dtype=np.float64))
    is_constant = ~(size > 1e-6 * reach * np.sqrt(maps.shape[0]))
    unit = maps / np.where(is_constant, 1, size).astype(np.float32)
    unit[:, is_constant] = 0
    whole = np.clip(unit.T @ unit, -1, 1)
    channels = _shown(size / np.sqrt(maps.shape[0]), is_constant)
    matrix = whole[np.ix_(channels, channels)]
    matrix[is_constant[channels]] = np.nan
    matrix[:, is_constant[channels]] = np.nan
    return Correlation(channels=channels.astype(np.int32), matrix=matrix, pairs=_pairs(whole))


def _shown(deviation: NDArray[np.float64], is_constant: NDArray[np.bool_]) -> NDArray[np.int64]:
    count = len(deviation)
    if count <= MOST_SHOWN:
        return np.arange(count)
    ranked = np.argsort(np.where(is_constant, -1.0, deviation), kind="stable")[::-1]
    return np.sort(ranked[:MOST_SHOWN])


def _pairs(whole: NDArray[np.float32]) -> tuple[Pair, ...]:
    upper = np.triu(np.abs(whole), 1).reshape(-1)
    count = min(MOST_PAIRS, len(whole) * (len(whole) - 1) // 2)
    found = np.argpartition(upper, upper.size - count)[upper.size - count :]
    found = found[np.argsort(upper[found], kind="stable")[::-1]]
    rows, columns = np.unravel_index(found, whole.shape)
    return tuple(
        Pair(int(row), int(column), float(whole[row, column]))
        for row, column in zip(rows, columns, strict=True)
        if whole[row, column] != 0
    )
