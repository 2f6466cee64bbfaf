"""What a convolution or pooling accepts, and the sentence that says so when something else comes in."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from numbers import Integral, Real
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import UserError
from engine.text import mark

Array = NDArray[Any]
Floats = NDArray[np.float32]
Pair = tuple[int, int]
IntOrPair = int | Sequence[int]
Padding = str | int | Sequence[int]

MOST_VALUES = 2**28  # one gigabyte of float32; anything larger is a slip of the hand, not a lesson


class ConvolutionError(UserError):
    """A convolution or pooling that cannot be done as asked."""


def as_whole(number: object, *, name: str, minimum: int) -> int:
    """`number` as an int of at least `minimum`; `name` is the marked word that the refusal uses."""
    if type(number) is int and number >= minimum:  # asked on every call, and the general question is slow
        return number
    if isinstance(number, bool) or not isinstance(number, Integral) or int(number) < minimum:
        raise ConvolutionError(
            mark("{name} is {value}, but must be a whole number of at least {minimum}."),
            name=name, value=number, minimum=minimum,
        )  # fmt: skip
    return int(number)


def as_pair(numbers: object, *, name: str, minimum: int) -> Pair:
    """One number for both axes, or a (vertical, horizontal) pair of them, as a pair.

    >>> as_pair(2, name="Stride", minimum=1)
    (2, 2)
    """
    if isinstance(numbers, (tuple, list, np.ndarray)):
        if len(numbers) != 2:
            raise ConvolutionError(
                mark("{name} is {value}, but must be one number or two (vertical, horizontal)."),
                name=name, value=tuple(numbers),
            )  # fmt: skip
        vertical, horizontal = numbers
    else:
        vertical = horizontal = numbers
    return as_whole(vertical, name=name, minimum=minimum), as_whole(horizontal, name=name, minimum=minimum)


def as_picture(image: object, *, dimensions: tuple[int, ...] = (2, 3)) -> Array:
    """`image` as an array of numbers with rows that OpenCV can walk along, not copied unless it must be."""
    array = np.asarray(image)
    if array.ndim not in dimensions:
        flat_too = mark("The picture has the shape {shape}, but must be height × width or height × width × channels.")
        deep = mark(
            "The picture has the shape {shape}, but must be height × width × channels. "
            "Give a gray one a last axis of length 1."
        )
        raise ConvolutionError(flat_too if 2 in dimensions else deep, shape=_shape_text(array.shape))
    if array.size == 0:
        raise ConvolutionError(
            mark("The picture is empty: its shape is {shape}. Use a picture of at least 1 × 1 pixel."),
            shape=_shape_text(array.shape),
        )  # fmt: skip
    _refuse_no_numbers(array, mark("The picture"))
    array = array.astype(array.dtype.newbyteorder("="), copy=False)
    return array if _rows_are_packed(array) else np.ascontiguousarray(array)


def as_counted(image: object, *, dimensions: tuple[int, ...] = (2, 3)) -> Array:
    """Like `as_picture`, for what multiplies, sums and compares: true counts as 1 there and false as 0.

    >>> as_counted([[True, False]])
    array([[1, 0]], dtype=uint8)
    """
    array = np.asarray(image)
    return as_picture(array.view(np.uint8) if array.dtype == bool else array, dimensions=dimensions)


def to_float32(array: Array) -> Floats:
    """`array` as float32, itself if it is that already."""
    with np.errstate(over="ignore"):
        return array.astype(np.float32, copy=False)


def as_kernel(kernel: object, *, dimensions: int = 2) -> NDArray[np.float64]:
    """`kernel` as float64 weights that are finite and not too large for float32; true counts as 1, false as 0."""
    array = np.asarray(kernel)
    if array.dtype == bool:
        array = array.view(np.uint8)
    if array.ndim != dimensions:
        expected = mark("height × width") if dimensions == 2 else mark("height × width × channels × filters")
        raise ConvolutionError(
            mark("The kernel has the shape {shape}, but must be {expected}."),
            shape=_shape_text(array.shape), expected=expected,
        )  # fmt: skip
    if array.size == 0:
        raise ConvolutionError(mark("The kernel is empty. Give it at least one weight."))
    _refuse_no_numbers(array, mark("The kernel"))
    weights = array.astype(np.float64)
    if not np.abs(weights).max() <= np.finfo(np.float32).max:  # also refuses NaN, which compares as false
        raise ConvolutionError(mark("The kernel has a weight that is infinite or no number. Give every cell a number."))
    return weights


def as_finite(number: object, *, name: str) -> float:
    """`number` as a float that is neither infinite nor NaN."""
    if isinstance(number, bool) or not isinstance(number, (Real, np.number)) or not isfinite(float(number)):
        raise ConvolutionError(mark("{name} is {value}, but must be a finite number."), name=name, value=number)
    return float(number)


def refuse_too_many(values: int) -> None:
    """Refuse a result of more numbers than a classroom laptop can hold."""
    if values > MOST_VALUES:
        raise ConvolutionError(
            mark(
                "The result would hold {values} numbers, but at most {most} fit. "
                "Use a smaller picture, less padding or a larger stride."
            ),
            values=f"{values:,}", most=f"{MOST_VALUES:,}",
        )  # fmt: skip


def _refuse_no_numbers(array: Array, what: str) -> None:
    if array.dtype.kind not in "uif":
        raise ConvolutionError(
            mark(
                "{what} holds values of the type {dtype}, but must hold whole or decimal numbers. "
                "Convert them first, to uint8 or float32 say."
            ),
            what=what, dtype=array.dtype,
        )  # fmt: skip


def _rows_are_packed(array: Array) -> bool:
    """Whether each row is contiguous and rows follow one another, which is what OpenCV reads without a copy."""
    row = array[0]
    return bool(row.flags.c_contiguous and array.strides[0] >= row.nbytes)


def _shape_text(shape: tuple[int, ...]) -> str:
    return " × ".join(str(side) for side in shape) if shape else "()"
