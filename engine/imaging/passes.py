"""The passes themselves: each gives the correlation at every position of a picture, or at every n-th."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.imaging.checks import Array, Floats, Pair
from engine.imaging.factors import Block, Factors, Weights, blocks_of, factors_of
from engine.imaging.fourier import correlate_by_waves
from engine.imaging.scratch import floats, scratch
from engine.opencv import cv2

FLOAT = cv2.CV_32F
NO_BORDER = cv2.BORDER_CONSTANT


@dataclass(frozen=True)
class Place:
    """Where the result lies in what OpenCV computes, which is always as large as the picture it is given.

    The kernel hangs at `anchor`; the result is `rows` × `columns` from `top`, `left` on; `border` is OpenCV's number
    for what it is to make up around the picture.
    """

    rows: int
    columns: int
    anchor: Pair
    top: int
    left: int
    border: int

    @property
    def hook(self) -> Pair:
        """The anchor as OpenCV wants it: across, then down."""
        return (self.anchor[1], self.anchor[0])

    def cut(self, computed: Array) -> Floats:
        """The result, as a view."""
        return computed[self.top : self.top + self.rows, self.left : self.left + self.columns]


def inside(padded: Array, kernel: Pair) -> Place:
    """The place of all positions at which a kernel fits into a picture that has its rim already."""
    rows, columns = padded.shape[0] - kernel[0] + 1, padded.shape[1] - kernel[1] + 1
    centre = (kernel[0] // 2, kernel[1] // 2)
    return Place(rows, columns, centre, centre[0], centre[1], NO_BORDER)


def box(source: Array, factors: Factors, place: Place) -> Floats:
    """A running sum of equal weights."""
    weight = factors.equal_weight or 0.0
    height, width = factors.shape
    if source.dtype not in (np.uint8, np.uint16):
        source = floats(source)
    is_mean = abs(weight * height * width - 1) <= 1e-7
    sums = cv2.boxFilter(source, FLOAT, (width, height), anchor=place.hook, normalize=is_mean, borderType=place.border)
    result = place.cut(sums)
    if not is_mean and weight != 1:
        np.multiply(result, np.float32(weight), out=result)
    return result


def streamed(source: Array, factors: Factors, place: Place) -> Floats:
    """A sum of products of a row and a column, each row by row through OpenCV's cache."""
    total: Floats | None = None
    for column, row in factors.products:
        target = None if total is None else scratch("product", source.shape)
        product = place.cut(
            cv2.sepFilter2D(source, FLOAT, row, column, dst=target, anchor=place.hook, borderType=place.border)
        )
        total = product if total is None else cv2.add(total, product, dst=total)
    assert total is not None  # a kernel of zeros has no products, and no route leads here with it
    return total


def separable(source: Array, factors: Factors, place: Place) -> Floats:
    """A sum of products of a column and a row, each product in two direct passes."""
    source = floats(source)
    across = (place.anchor[1], 0)
    down = (0, place.anchor[0])
    lines = scratch("lines", source.shape)
    total: Floats | None = None
    for column, row in factors.products:
        cv2.filter2D(source, FLOAT, row, dst=lines, anchor=across, borderType=place.border)
        wanted = lines[:, place.left : place.left + place.columns]
        target = None if total is None else scratch("product", wanted.shape)
        product = cv2.filter2D(wanted, FLOAT, column, dst=target, anchor=down, borderType=place.border)
        product = product[place.top : place.top + place.rows]
        total = product if total is None else cv2.add(total, product, dst=total)
    assert total is not None  # a kernel of zeros has no products, and no route leads here with it
    return total


def direct(source: Array, weights: Weights, place: Place) -> Floats:
    """Every multiplication that is not by zero; a kernel of several blocks needs a picture that has its rim already."""
    blocks = blocks_of(weights)
    if len(blocks) == 1 and blocks[0].weights.shape == weights.shape:
        kernel = blocks[0].weights
        source = source if takes_bytes(source.dtype, blocks) else floats(source)
        return place.cut(cv2.filter2D(source, FLOAT, kernel, anchor=place.hook, borderType=place.border))
    source = floats(source)
    total: Floats | None = None
    for block in blocks:
        height, width = block.weights.shape
        top, left = place.top - place.anchor[0] + block.top, place.left - place.anchor[1] + block.left
        part = source[top : top + place.rows + height - 1, left : left + place.columns + width - 1]
        target = None if total is None else scratch("product", part.shape)
        filtered = cv2.filter2D(part, FLOAT, block.weights, dst=target, anchor=(0, 0), borderType=NO_BORDER)
        filtered = filtered[: place.rows, : place.columns]
        total = filtered if total is None else cv2.add(total, filtered, dst=total)
    assert total is not None  # `blocks_of` never gives none
    return total


def takes_bytes(dtype: np.dtype[Any], blocks: tuple[Block, ...]) -> bool:
    """Whether turning bytes into floats beforehand would take longer than filtering them slowly."""
    return dtype == np.uint8 and len(blocks) == 1 and blocks[0].taps <= 3 and blocks[0].weights.size < 50


def every(name: str, source: Array, weights: Weights, place: Place) -> Floats:
    """The correlation at every position, by the route of this name."""
    if name in ("direct", "sparse"):
        return direct(source, weights, place)
    if name == "fourier":
        return correlate_by_waves(source, weights, place.rows, place.columns)
    factors = factors_of(weights)
    return {"box": box, "streamed": streamed, "separable": separable}[name](source, factors, place)


def needs_rim(name: str, weights: Weights) -> bool:
    """Whether this route cannot leave the rim to OpenCV."""
    if name in ("direct", "sparse"):
        blocks = blocks_of(weights)
        return len(blocks) > 1 or blocks[0].weights.shape != weights.shape
    return name == "fourier"
