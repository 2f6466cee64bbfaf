"""Transposed convolution: each input value stamps the kernel onto the output, and the stamps are summed."""

from __future__ import annotations

import numpy as np

from engine.imaging.checks import (
    Array,
    ConvolutionError,
    Floats,
    IntOrPair,
    as_counted,
    as_kernel,
    as_pair,
    refuse_too_many,
    to_float32,
)
from engine.imaging.correlation import correlate
from engine.imaging.factors import stuffed
from engine.imaging.geometry import geometry_of
from engine.text import mark


def transposed(
    image: Array,
    kernel: Array,
    *,
    padding: IntOrPair = 0,
    stride: IntOrPair = 1,
    dilation: IntOrPair = 1,
    output_padding: IntOrPair = 0,
) -> Floats:
    """Stamp `kernel` (kh, kw), times each value of `image` (H, W[, C]), `stride` apart; cut `padding` off every side.

    Output shape: (H', W'[, C]) with H' = (H − 1)s − 2p + d(kh − 1) + 1 + output padding.

    >>> transposed([[1, 2]], [[1, 1, 1]], stride=2)
    array([[1., 1., 3., 2., 2.]], dtype=float32)
    """
    picture = to_float32(as_counted(image))
    weights = as_kernel(kernel)
    cut = as_pair(padding, name=mark("The padding"), minimum=0)
    steps = as_pair(stride, name=mark("The stride"), minimum=1)
    spread = as_pair(dilation, name=mark("The dilation"), minimum=1)
    extra = as_pair(output_padding, name=mark("The output padding"), minimum=0)
    if extra[0] >= max(steps[0], spread[0]) or extra[1] >= max(steps[1], spread[1]):
        raise ConvolutionError(
            mark("The output padding is {value}, but must be smaller than the stride or the dilation."), value=extra
        )
    height, width = picture.shape[:2]
    # What the stamps cover before anything is cut off, and the rim that output padding adds below and to the right.
    stamped = [
        (side - 1) * step + gap * (taps - 1) + 1 + more
        for side, step, gap, taps, more in zip((height, width), steps, spread, weights.shape, extra, strict=True)
    ]
    rows, columns = stamped[0] - 2 * cut[0], stamped[1] - 2 * cut[1]
    if rows < 1 or columns < 1:
        raise ConvolutionError(
            mark(
                "The stamps cover {height} × {width}, and a padding of {vertical} and {horizontal} cuts all of it off. "
                "Use less padding."
            ),
            height=stamped[0], width=stamped[1], vertical=cut[0], horizontal=cut[1],
        )  # fmt: skip
    refuse_too_many(stamped[0] * stamped[1] * (picture.size // (height * width)))
    canvas = np.zeros((*stamped, *picture.shape[2:]), np.float32)
    # Output positions that lie a whole number of strides apart are fed by the same weights of every stamp.
    weights = stuffed(weights, spread)
    for top in range(min(steps[0], weights.shape[0])):
        for left in range(min(steps[1], weights.shape[1])):
            part = weights[top :: steps[0], left :: steps[1]]
            geometry = geometry_of(picture.shape, (part.shape[0], part.shape[1]), padding="full", stride=1, dilation=1)
            fed = canvas[top :: steps[0], left :: steps[1]]
            fed[: geometry.rows, : geometry.columns] = correlate(None, picture, part[::-1, ::-1], geometry, "zero", 0.0)
    return np.ascontiguousarray(canvas[cut[0] : cut[0] + rows, cut[1] : cut[1] + columns])


def stuff_zeros(image: Array, stride: IntOrPair) -> Array:
    """`image` with stride − 1 zeros between neighbours, as transposed convolution sees it.

    Output shape: ((H − 1)s + 1, (W − 1)s + 1[, C]).

    >>> stuff_zeros([[1, 2, 3]], 2)
    array([[1, 0, 2, 0, 3]])
    """
    picture = as_counted(image)
    steps = as_pair(stride, name=mark("The stride"), minimum=1)
    height, width = (picture.shape[0] - 1) * steps[0] + 1, (picture.shape[1] - 1) * steps[1] + 1
    refuse_too_many(height * width * (picture.size // (picture.shape[0] * picture.shape[1])))
    stuffed = np.zeros((height, width, *picture.shape[2:]), picture.dtype)
    stuffed[:: steps[0], :: steps[1]] = picture
    return stuffed
