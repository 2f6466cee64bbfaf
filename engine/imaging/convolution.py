"""Sliding a kernel over a picture: multiply element by element, sum, write one value."""

from __future__ import annotations

from engine.imaging.checks import Array, ConvolutionError, Floats, IntOrPair, Padding, as_finite, as_kernel, as_picture
from engine.imaging.correlation import correlate
from engine.imaging.geometry import geometry_of
from engine.imaging.padding import check_border, output_size
from engine.imaging.routes import Route, route_for
from engine.imaging.transposed import stuff_zeros, transposed
from engine.imaging.volume import convolve_volume
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
    return convolve_by(
        None, image, kernel, mode=mode, padding=padding, border=border, value=value, stride=stride, dilation=dilation
    )


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
    picture = as_picture(image)
    weights = as_kernel(kernel)
    check_mode(mode)
    check_border(border)
    fill = as_finite(value, name=mark("The border's value")) if border == "constant" else 0.0
    if mode == "convolution":
        weights = weights[::-1, ::-1]
    geometry = geometry_of(
        picture.shape, (weights.shape[0], weights.shape[1]), padding=padding, stride=stride, dilation=dilation
    )
    return correlate(route, picture, weights, geometry, border, fill)


def check_mode(mode: str) -> None:
    """Refuse a mode that is not one of `MODES`."""
    if mode not in MODES:
        raise ConvolutionError(
            mark('The mode is "{value}", but must be one of: {names}.'), value=mode, names=", ".join(MODES)
        )
