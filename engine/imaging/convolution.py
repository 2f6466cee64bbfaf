"""Sliding a kernel over a picture: multiply element by element, sum, write one value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from engine.imaging.checks import (
    Array,
    ConvolutionError,
    Floats,
    IntOrPair,
    Padding,
    Pair,
    as_counted,
    as_finite,
    as_kernel,
)
from engine.imaging.correlation import SinglePass, correlate, single_pass
from engine.imaging.factors import Weights
from engine.imaging.geometry import Geometry, geometry_of
from engine.imaging.padding import check_border, output_size
from engine.imaging.routes import Route, route_for
from engine.imaging.transposed import stuff_zeros, transposed
from engine.imaging.volume import convolve_volume
from engine.opencv import cv2
from engine.text import mark

__all__ = [
    "ConvolutionError",
    "Route",
    "convolve",
    "convolve_by",
    "convolve_volume",
    "output_size",
    "route_for",
    "stuff_zeros",
    "transposed",
]

MODES = ("correlation", "convolution")


def convolve(
    image: Array,
    kernel: Array,
    *,
    mode: str = "correlation",
    padding: Padding = "valid",
    border: str = "zero",
    value: float = 0.0,
    stride: IntOrPair = 1,
    dilation: IntOrPair = 1,
) -> Floats:
    """Slide `kernel` (kh, kw) over `image` (H, W) or (H, W, C: each channel by itself), by the fastest exact route.

    Output shape: (H', W'[, C]) with H' = ⌊(H + top + bottom − d(kh − 1) − 1) / s⌋ + 1. The rows of the result may
    have a gap between them (a view of what was computed); a weight of zero reads nothing, not even infinity.

    >>> convolve([[1, 0, 0], [0, 1, 0], [0, 0, 1]], [[1, 1], [1, 1]])
    array([[2., 1.],
           [1., 2.]], dtype=float32)
    """
    padding, stride, dilation = _as_key(padding), _as_key(stride), _as_key(dilation)
    # Asking anew what cannot have changed takes up to a tenth of a small kernel's pass over a whole picture.
    is_plain = type(image) is np.ndarray and image.flags.c_contiguous
    picture = image if is_plain else as_counted(image)
    weights = kernel if type(kernel) is np.ndarray else as_kernel(kernel)
    quick = _quick(
        picture.shape, picture.dtype, weights.tobytes(), weights.dtype, weights.shape, mode, padding, border, value,
        stride, dilation, cv2.getNumThreads(),
    )  # fmt: skip
    if quick is not None:
        return quick(picture)
    picture, weights = as_counted(picture), as_kernel(weights)
    settings = (mode, padding, border, value, stride, dilation)
    request = _request(picture.shape, weights.tobytes(), weights.shape, *settings)
    return correlate(None, picture, request.weights, request.geometry, request.border, request.fill)


def convolve_by(
    route: Route | None,
    image: Array,
    kernel: Array,
    *,
    mode: str = "correlation",
    padding: Padding = "valid",
    border: str = "zero",
    value: float = 0.0,
    stride: IntOrPair = 1,
    dilation: IntOrPair = 1,
) -> Floats:
    """`convolve` by a given route, one of `routes.candidates`; None takes the fastest."""
    picture, weights = as_counted(image), as_kernel(kernel)
    settings = (mode, _as_key(padding), border, value, _as_key(stride), _as_key(dilation))
    request = _request(picture.shape, weights.tobytes(), weights.shape, *settings)
    return correlate(route, picture, request.weights, request.geometry, request.border, request.fill)


@dataclass(frozen=True, eq=False)
class _Request:
    """What was asked for, checked."""

    weights: Weights
    geometry: Geometry
    border: str
    fill: float


@lru_cache(maxsize=128, typed=True)
def _request(
    shape: tuple[int, ...],
    content: bytes,
    kernel: Pair,
    mode: str,
    padding: Padding,
    border: str,
    value: float,
    stride: IntOrPair,
    dilation: IntOrPair,
) -> _Request:
    """Check everything but the numbers; the same request, as in every frame of a camera, is checked once."""
    check_mode(mode)
    check_border(border)
    fill = as_finite(value, name=mark("The border's value")) if border == "constant" else 0.0
    weights = np.frombuffer(content).reshape(kernel)
    if mode == "convolution":
        weights = np.ascontiguousarray(weights[::-1, ::-1])
    geometry = geometry_of(shape, kernel, padding=padding, stride=stride, dilation=dilation)
    return _Request(weights, geometry, border, fill)


@lru_cache(maxsize=128, typed=True)
def _quick(
    shape: tuple[int, ...],
    dtype: np.dtype[Any],
    content: bytes,
    kernel_dtype: np.dtype[Any],
    kernel: tuple[int, ...],
    mode: str,
    padding: Padding,
    border: str,
    value: float,
    stride: IntOrPair,
    dilation: IntOrPair,
    threads: int,
) -> SinglePass | None:
    """The one pass that such a call comes to with so many threads, if it does and nothing is wrong with it."""
    if len(shape) not in (2, 3) or 0 in (*shape, *kernel) or not (dtype.isnative and kernel_dtype.isnative):
        return None
    if dtype.kind not in "uif" or kernel_dtype.kind not in "uif":
        return None
    weights = as_kernel(np.frombuffer(content, kernel_dtype).reshape(kernel))
    request = _request(shape, weights.tobytes(), weights.shape, mode, padding, border, value, stride, dilation)
    return single_pass(shape, dtype, request.weights, request.geometry, request.border, request.fill)


def _as_key(setting: Any) -> Any:
    """A setting that a cache can remember."""
    return tuple(setting) if isinstance(setting, (list, np.ndarray)) else setting


def check_mode(mode: str) -> None:
    """Refuse a mode that is not one of `MODES`."""
    if mode not in MODES:
        raise ConvolutionError(
            mark('The mode is "{value}", but must be one of: {names}.'), value=mode, names=", ".join(MODES)
        )
