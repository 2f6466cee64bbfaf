"""Where the windows of pooling lie on a picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from engine.imaging.checks import ConvolutionError, IntOrPair, Pair, as_pair, refuse_too_many
from engine.imaging.padding import Margins, output_shape, resolve
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
    if not isinstance(padding, str) or padding not in ("valid", "same"):
        raise ConvolutionError(
            mark('The padding is {value}, but pooling knows only "valid" and "same".'), value=padding
        )
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


def bands_of(geometry: PoolGeometry, height: int, most: int) -> Iterator[tuple[slice, slice, PoolGeometry]]:
    """The pooling of a picture of `height` rows as poolings of bands with at most about `most` rows.

    Each with the rows of the picture that it looks at, the rows of the result that come of them, and its geometry. The
    rows that two bands share are few beside those they do not.
    """
    (size, _), (step, _) = geometry.size, geometry.stride
    margins = geometry.margins
    count = max((max(most, 4 * size) - size) // step, 1)
    for first in range(0, geometry.rows, count):
        rows = min(count, geometry.rows - first)
        top = first * step - margins.top
        bottom = top + (rows - 1) * step + size
        rim = replace(margins, top=max(-top, 0), bottom=max(bottom - height, 0))
        band = replace(geometry, margins=rim, rows=rows)
        yield slice(max(top, 0), min(bottom, height)), slice(first, first + rows), band
