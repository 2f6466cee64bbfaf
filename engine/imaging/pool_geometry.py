"""Where the windows of pooling lie on a picture."""

from __future__ import annotations

from dataclasses import dataclass

from engine.imaging.checks import ConvolutionError, IntOrPair, Pair, as_pair, refuse_too_many
from engine.imaging.padding import Margins, check_padding, output_shape, resolve
from engine.text import mark


@dataclass(frozen=True)
class PoolGeometry:
    """A window of `size`, moved by `stride`, over a picture with this rim, gives `rows` × `columns` values."""

    size: Pair
    stride: Pair
    margins: Margins
    rows: int
    columns: int


def pool_geometry(shape: tuple[int, ...], size: IntOrPair, stride: IntOrPair | None, padding: str) -> PoolGeometry:
    """Where the windows lie on a picture of this shape, checked."""
    window = as_pair(size, name=mark("The window"), minimum=1)
    steps = window if stride is None else as_pair(stride, name=mark("The stride"), minimum=1)
    if not isinstance(padding, str):
        raise ConvolutionError(
            mark('The padding is {value}, but pooling knows only "valid" and "same".'), value=padding
        )
    check_padding(padding, names=("valid", "same"))
    sides = (shape[0], shape[1])
    if padding == "valid" and (window[0] > sides[0] or window[1] > sides[1]):
        raise ConvolutionError(
            mark(
                "The window is {height} × {width} but the picture is only {rows} × {columns}. "
                'Use a window of at most {rows} × {columns}, or padding "same".'
            ),
            height=window[0], width=window[1], rows=sides[0], columns=sides[1],
        )  # fmt: skip
    margins = resolve(padding, sides, window, steps)
    refuse_too_many((sides[0] + margins.height) * (sides[1] + margins.width) * (shape[2] if len(shape) == 3 else 1))
    return PoolGeometry(window, steps, margins, *output_shape(sides, window, margins, steps, (1, 1)))
