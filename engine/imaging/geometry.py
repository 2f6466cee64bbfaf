"""Where the windows of one request lie: rim, stride, dilation and the shape of the result, checked together."""

from __future__ import annotations

from dataclasses import dataclass

from engine.imaging.checks import IntOrPair, Padding, Pair, as_pair, refuse_too_many
from engine.imaging.padding import Margins, output_shape, resolve
from engine.text import mark


@dataclass(frozen=True)
class Geometry:
    """A kernel of `kernel` (vertical, horizontal) on a picture of `size`, and the `rows` × `columns` that come out."""

    size: Pair
    kernel: Pair
    margins: Margins
    stride: Pair
    dilation: Pair
    rows: int
    columns: int

    @property
    def reach(self) -> Pair:
        """Rows and columns from the first to the last tap, the gaps of dilation included."""
        return (
            self.dilation[0] * (self.kernel[0] - 1) + 1,
            self.dilation[1] * (self.kernel[1] - 1) + 1,
        )

    @property
    def dense(self) -> Pair:
        """Rows and columns of the result if the stride were 1."""
        return (
            self.size[0] + self.margins.height - self.reach[0] + 1,
            self.size[1] + self.margins.width - self.reach[1] + 1,
        )


def geometry_of(
    shape: tuple[int, ...],
    kernel: Pair,
    *,
    padding: Padding,
    stride: IntOrPair,
    dilation: IntOrPair,
    maps: int | None = None,
) -> Geometry:
    """The checked geometry; `shape` is the picture's, `maps` the channels of the result where not the picture's."""
    steps = as_pair(stride, name=mark("The stride"), minimum=1)
    spread = as_pair(dilation, name=mark("The dilation"), minimum=1)
    size = (shape[0], shape[1])
    margins = resolve(padding, size, kernel, steps, spread)
    rows, columns = output_shape(size, kernel, margins, steps, spread)
    channels = shape[2] if len(shape) == 3 else 1
    refuse_too_many(rows * columns * (channels if maps is None else maps))
    refuse_too_many((size[0] + margins.height) * (size[1] + margins.width) * channels)
    return Geometry(size, kernel, margins, steps, spread, rows, columns)
