"""What a kernel is made of: equal weights, a column times a row, a sum of such products, mostly zeros, or none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.imaging.checks import Floats, Pair

Weights = NDArray[np.float64]

# A singular value this much smaller than the largest changes the result by less than float32 can hold.
NEGLIGIBLE = 2e-7
# From 130 taps on OpenCV's filter2D leaves the direct way for one of its own transforms, which is slower than ours.
MOST_TAPS_IN_A_BLOCK = 129
# A sum of more products than this is never the fastest way, and a decomposition of a larger kernel takes too long.
MOST_PRODUCTS = 8
LARGEST_DECOMPOSED = 200


@dataclass(frozen=True, eq=False)
class Block:
    """A part of a kernel small enough for one direct pass; `top` and `left` say where in the kernel it lies."""

    top: int
    left: int
    weights: Floats

    @property
    def taps(self) -> int:
        """Weights that are not zero: the others cost nothing."""
        return int(np.count_nonzero(self.weights))


@dataclass(frozen=True, eq=False)
class Factors:
    """The parts of one kernel: it is the sum of `rank` products of a column and a row, given in `products` while few.

    `total` is the sum of all weights without their signs. Arrays are shared between calls, so they are read-only.
    """

    weights: Weights
    taps: int
    rank: int
    equal_weight: float | None
    products: tuple[tuple[Floats, Floats], ...]
    is_symmetric: bool
    is_whole: bool
    total: float

    @property
    def line_taps(self) -> int:
        """Weights in all columns and rows that are not zero: the others cost nothing."""
        return sum(int(np.count_nonzero(line)) for product in self.products for line in product)

    @property
    def shape(self) -> Pair:
        """Rows and columns of the kernel."""
        return (self.weights.shape[0], self.weights.shape[1])


def factors_of(weights: Weights) -> Factors:
    """Take a kernel apart; the same kernel is taken apart once.

    >>> factors_of(np.outer([1.0, 2.0, 1.0], [1.0, 0.0, -1.0])).rank
    1
    """
    return _factors(weights.tobytes(), (weights.shape[0], weights.shape[1]))


def blocks_of(weights: Weights) -> tuple[Block, ...]:
    """Cut a kernel into parts for direct passes, leaving out those that are all zeros."""
    return _blocks(weights.tobytes(), (weights.shape[0], weights.shape[1]))


def stuffed(weights: Weights, dilation: Pair) -> Weights:
    """The kernel with the gaps of dilation filled with zeros."""
    if dilation == (1, 1):
        return weights
    height, width = weights.shape
    spread = np.zeros((dilation[0] * (height - 1) + 1, dilation[1] * (width - 1) + 1))
    spread[:: dilation[0], :: dilation[1]] = weights
    return spread


@lru_cache(maxsize=64)
def _factors(content: bytes, shape: Pair) -> Factors:
    weights = np.frombuffer(content).reshape(shape)
    rank, products = _products(weights)
    first = weights.flat[0]
    is_box = weights.size > 1 and first != 0 and bool(np.all(np.abs(weights - first) <= 1e-7 * abs(first)))
    return Factors(
        weights=weights,
        taps=int(np.count_nonzero(weights)),
        rank=rank,
        equal_weight=float(first) if is_box else None,
        products=products,
        is_symmetric=rank > 0 and all(_mirrors(column) and _mirrors(row) for column, row in products),
        is_whole=bool(np.all(weights == np.rint(weights))),
        total=float(np.abs(weights).sum()),
    )


@lru_cache(maxsize=256)
def _blocks(content: bytes, shape: Pair) -> tuple[Block, ...]:
    weights = np.frombuffer(content).reshape(shape).astype(np.float32)
    height, width = shape
    if height * width <= MOST_TAPS_IN_A_BLOCK:
        return (Block(0, 0, _frozen(weights)),)
    wide = _even_share(width, min(width, 11))
    tall = _even_share(height, min(height, MOST_TAPS_IN_A_BLOCK // wide))
    if tall == height:
        wide = _even_share(width, MOST_TAPS_IN_A_BLOCK // tall)
    parts = [
        Block(top, left, _frozen(weights[top : top + tall, left : left + wide]))
        for top in range(0, height, tall)
        for left in range(0, width, wide)
    ]
    return tuple(part for part in parts if part.taps) or (Block(0, 0, _frozen(np.zeros((1, 1), np.float32))),)


def _products(weights: Weights) -> tuple[int, tuple[tuple[Floats, Floats], ...]]:
    """The rank, and the columns and rows while they are few enough to be of use."""
    scale = np.abs(weights).max()
    if scale == 0:
        return 0, ()
    column, row = _exact_product(weights)
    if np.abs(np.outer(column, row) - weights).max() <= NEGLIGIBLE * scale:
        return 1, ((_frozen(column.reshape(-1, 1)), _frozen(row.reshape(1, -1))),)
    if min(weights.shape) > LARGEST_DECOMPOSED:
        return min(weights.shape), ()
    left, sizes, right = np.linalg.svd(weights / scale, full_matrices=False)
    rank = int(np.count_nonzero(sizes > NEGLIGIBLE * sizes[0]))
    if rank > MOST_PRODUCTS:
        return rank, ()
    return rank, tuple(
        (
            _frozen((_mirrored(left[:, each]) * sizes[each] * scale).reshape(-1, 1)),
            _frozen(_mirrored(right[each]).reshape(1, -1)),
        )
        for each in range(rank)
    )


def _exact_product(weights: Weights) -> tuple[Weights, Weights]:
    """Column and row of a kernel of rank 1, whole numbers where the kernel's are, so that results stay exact."""
    top, left = np.unravel_index(np.abs(weights).argmax(), weights.shape)
    row = weights[top]
    if np.all(weights == np.rint(weights)) and np.abs(weights).max() < 2**53:
        row = row / np.gcd.reduce(np.abs(row[row != 0]).astype(np.int64))
    else:
        row = row / row[left]
    return weights[:, left] / row[left], row


def _mirrored(line: Weights) -> Weights:
    """A line that mirrors itself but for the last digits, made to do so exactly: OpenCV filters such lines faster."""
    for back in (line[::-1], -line[::-1]):
        if np.abs(line - back).max() <= 1e-9 * np.abs(line).max():
            return (line + back) / 2
    return line


def _mirrors(line: Floats) -> bool:
    """Whether OpenCV's symmetric filters take this line: equal or opposite on both sides of its centre."""
    flat = line.ravel()
    return flat.size % 2 == 1 and bool(np.all(flat == flat[::-1]) or np.all(flat == -flat[::-1]))


def _even_share(length: int, most: int) -> int:
    """The size of equal parts of `length`, none above `most`."""
    parts = -(-length // most)
    return -(-length // parts)


def _frozen(array: NDArray[Any]) -> Floats:
    frozen = np.array(array, np.float32, order="C")
    frozen.setflags(write=False)
    return frozen
