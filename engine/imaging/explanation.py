"""How one single value came about: the data that the microscope shows.

Every stage can explain each of its values. Whatever the stage, the story has the same parts: a window of the stage's
input, weights laid over it, their products, the sum, a bias, an activation, the number in the pixel.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Window:
    """The pixels of the stage's input that one value looks at.

    `rows` and `columns` are indices into the input and may lie outside it, in the padded rim. `values` holds what the
    stage saw there, the border rule applied; `is_rim` marks what came from the padding. Shapes: (rows, columns).
    """

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    values: Values
    is_rim: NDArray[np.bool_]

    @property
    def box(self) -> tuple[int, int, int, int]:
        """First row, first column, height and width of the smallest rectangle around the window."""
        if not self.rows or not self.columns:
            return (0, 0, 0, 0)
        return (
            self.rows[0],
            self.columns[0],
            self.rows[-1] - self.rows[0] + 1,
            self.columns[-1] - self.columns[0] + 1,
        )


@dataclass(frozen=True)
class ChannelSum:
    """One input channel's share of the value: `window` × `weights` = `products`, summed to `total`."""

    channel: int
    title: str
    window: Window
    weights: Values
    products: Values
    total: float


@dataclass(frozen=True)
class Remark:
    """A sentence beside the arithmetic, as marked text and the values that go into it."""

    template: str
    values: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values) if self.values else self.template


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """All the arithmetic behind the value at (`row`, `column`, `channel`) of a stage's result.

    `rule` says how the parts combine:

    - `sum`: value = activation(Σ channel totals + bias)
    - `maximum`: value = the largest of the window, at `winner` (row and column inside the window)
    - `minimum`: value = the smallest of the window, at `winner`
    - `mean`: value = Σ window / number of real pixels; the weights hold 1 / number
    - `median`: value = the middle of the sorted window, at `winner`
    - `ratio`: value = Σ products / Σ weights (bilateral)
    - `pointwise`: one value in, one out; `remarks` say how
    """

    rule: str
    row: int
    column: int
    channel: int
    channels: tuple[ChannelSum, ...]
    value: float
    bias: float = 0.0
    before_activation: float = 0.0
    activation: str = "none"
    winner: tuple[int, int] | None = None
    remarks: tuple[Remark, ...] = ()

    @property
    def box(self) -> tuple[int, int, int, int]:
        """The rectangle of the stage's input that this value looks at: row, column, height, width."""
        return self.channels[0].window.box
