"""Transposed convolution: every value stamps the kernel onto larger maps."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import ClassVar

from engine.imaging.explanation import Remark
from engine.network.layers import declarations
from engine.network.layers.functions import FUNCTIONS, suffix
from engine.network.layers.layer import Layer, LayerError, Shape, Shapes, Weight, maps_of
from engine.network.layers.reach import Reach, Reaches, stamp_reach
from engine.network.layers.windows import pair_text
from engine.parameters import parameter
from engine.text import mark


@dataclass(frozen=True, kw_only=True)
class Transposed(Layer):
    """Learnt upsampling.

    Output side: n·s with padding "same"; (n − 1)·s + max(d(f − 1) + 1, s) with "valid". With an output padding p:
    (n − 1)·s + (f mod 2) + p and (n − 1)·s + d(f − 1) + 1 + p.

    >>> Transposed(filters=4, kernel_size=2, strides=2).output_shape(((7, 7, 8),))
    (14, 14, 4)
    """

    KIND: ClassVar[str] = "Conv2DTranspose"
    TITLE: ClassVar[str] = mark("Transposed convolution")

    filters: int = parameter(declarations.FILTERS)
    kernel_size: tuple[int, int] = parameter(declarations.KERNEL_SIZE)
    strides: tuple[int, int] = parameter(declarations.STRIDES)
    padding: str = parameter(declarations.PADDING)
    output_padding: tuple[int, int] | None = parameter(
        declarations.MaybePair(
            title=mark("Output padding"),
            help=mark("Extra rows below and columns on the right; less than the stride. Left empty, it follows."),
            default=None,
            minimum=0,
            maximum=4095,
            unit="px",
        )
    )
    dilation_rate: tuple[int, int] = parameter(declarations.DILATION)
    use_bias: bool = parameter(declarations.USE_BIAS)
    activation: str = parameter(FUNCTIONS)

    def summary(self) -> Remark:
        return Remark(
            mark("{height}×{width} · {padding} · stamps {stride} apart · {filters} filters{activation}"),
            {
                "height": self.kernel_size[0], "width": self.kernel_size[1], "padding": self.padding,
                "stride": pair_text(self.strides), "filters": self.filters, "activation": suffix(self.activation),
            },
        )  # fmt: skip

    def shape_of(self, inputs: Shapes) -> Shape:
        rows, columns, _ = maps_of(self, inputs)
        if max(self.strides) > 1 and max(self.dilation_rate) > 1:
            raise LayerError(
                mark("A stride of {stride} and a dilation of {dilation} do not go together. Set one of them to 1."),
                field="dilation_rate", stride=pair_text(self.strides), dilation=pair_text(self.dilation_rate),
            )  # fmt: skip
        if self.output_padding is not None and any(
            extra >= stride for extra, stride in zip(self.output_padding, self.strides, strict=True)
        ):
            raise LayerError(
                mark("The output padding is {value}, but must be less than the stride, {stride}."),
                field="output_padding", value=pair_text(self.output_padding), stride=pair_text(self.strides),
            )  # fmt: skip
        return (self._side(rows, 0), self._side(columns, 1), self.filters)

    def weights(self, inputs: Shapes) -> tuple[Weight, ...]:
        kernel = Weight("kernel", (*self.kernel_size, self.filters, inputs[0][2]))
        return (kernel, Weight("bias", (self.filters,))) if self.use_bias else (kernel,)

    def parameter_arithmetic(self, inputs: Shapes) -> str:
        taps = f"{self.kernel_size[0]}·{self.kernel_size[1]}·{inputs[0][2]}"
        return f"({taps}+1)·{self.filters}" if self.use_bias else f"{taps}·{self.filters}"

    def multiply_adds(self, inputs: Shapes) -> int:
        return prod(inputs[0]) * prod(self.kernel_size) * self.filters

    def reach(self, inputs: Shapes) -> Reaches:
        return self._reach(inputs[0][0], 0), self._reach(inputs[0][1], 1)

    def _extent(self, axis: int) -> int:
        return self.dilation_rate[axis] * (self.kernel_size[axis] - 1) + 1

    def _side(self, side: int, axis: int) -> int:
        stride, extent = self.strides[axis], self._extent(axis)
        if self.output_padding is None:
            return side * stride if self.padding == "same" else (side - 1) * stride + max(extent, stride)
        kept = extent % 2 if self.padding == "same" else extent
        return max((side - 1) * stride + kept + self.output_padding[axis], 1)

    def _reach(self, side: int, axis: int) -> Reach:
        # It is the backward step of a convolution from the result to the input: what that one would pad is cut off.
        stride = self.strides[axis]
        cut = 0
        if self.padding == "same":
            cut = max((side - 1) * stride + self._extent(axis) - self._side(side, axis), 0) // 2
        return stamp_reach(self.kernel_size[axis], stride=stride, dilation=self.dilation_rate[axis], cut=cut)
