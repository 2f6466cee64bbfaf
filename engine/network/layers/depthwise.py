"""Depthwise convolution, and the pair of steps that MobileNets are made of."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import ClassVar

from engine.imaging.explanation import Remark
from engine.network.layers import declarations
from engine.network.layers.functions import FUNCTIONS, suffix
from engine.network.layers.layer import Layer, LayerError, Shape, Shapes, Weight, maps_of
from engine.network.layers.reach import Reaches
from engine.network.layers.windows import pair_text, window_reaches, window_sides
from engine.parameters import parameter
from engine.text import mark


@dataclass(frozen=True, kw_only=True)
class _Depthwise(Layer):
    """What both kinds share: kernels of their own for each channel."""

    kernel_size: tuple[int, int] = parameter(declarations.KERNEL_SIZE)
    strides: tuple[int, int] = parameter(declarations.STRIDES)
    padding: str = parameter(declarations.PADDING)
    dilation_rate: tuple[int, int] = parameter(declarations.DILATION)
    depth_multiplier: int = parameter(declarations.DEPTH_MULTIPLIER)
    use_bias: bool = parameter(declarations.USE_BIAS)
    activation: str = parameter(FUNCTIONS)

    def sides(self, inputs: Shapes) -> tuple[int, int]:
        """Height and width of the result."""
        if self.strides[0] != self.strides[1]:
            raise LayerError(
                mark("The stride is {vertical} down and {horizontal} across, but this layer moves equally far in both. "
                     "Use one number."),
                field="strides", vertical=self.strides[0], horizontal=self.strides[1],
            )  # fmt: skip
        if max(self.strides) > 1 and max(self.dilation_rate) > 1:
            raise LayerError(
                mark("A stride of {stride} and a dilation of {dilation} do not go together. Set one of them to 1."),
                field="dilation_rate", stride=pair_text(self.strides), dilation=pair_text(self.dilation_rate),
            )  # fmt: skip
        return window_sides(
            self, inputs, self.kernel_size,
            padding=self.padding, strides=self.strides, dilation=self.dilation_rate, field="kernel_size",
        )  # fmt: skip

    def reach(self, inputs: Shapes) -> Reaches:
        return window_reaches(
            inputs, self.kernel_size, padding=self.padding, strides=self.strides, dilation=self.dilation_rate
        )


@dataclass(frozen=True, kw_only=True)
class Depthwise(_Depthwise):
    """One kernel, or a few, for each channel by itself; channels are not mixed.

    Output shape: sides as for a convolution, channels · maps a channel.

    >>> str(Depthwise(padding="same", use_bias=False).parameters(((112, 112, 32),)).formula)
    '3·3·32 = 288'
    """

    KIND: ClassVar[str] = "DepthwiseConv2D"
    TITLE: ClassVar[str] = mark("Depthwise convolution")

    def summary(self) -> Remark:
        return Remark(
            mark("{height}×{width} · {padding} · stride {stride} · each channel by itself{activation}"),
            {
                "height": self.kernel_size[0], "width": self.kernel_size[1], "padding": self.padding,
                "stride": pair_text(self.strides), "activation": suffix(self.activation),
            },
        )  # fmt: skip

    def shape_of(self, inputs: Shapes) -> Shape:
        channels = maps_of(self, inputs)[2]
        return (*self.sides(inputs), channels * self.depth_multiplier)

    def weights(self, inputs: Shapes) -> tuple[Weight, ...]:
        kernel = Weight("kernel", (*self.kernel_size, inputs[0][2], self.depth_multiplier))
        return (kernel, Weight("bias", (inputs[0][2] * self.depth_multiplier,))) if self.use_bias else (kernel,)

    def parameter_arithmetic(self, inputs: Shapes) -> str:
        taps = f"{self.kernel_size[0]}·{self.kernel_size[1]}"
        maps = str(inputs[0][2]) if self.depth_multiplier == 1 else f"{inputs[0][2]}·{self.depth_multiplier}"
        return f"({taps}+1)·{maps}" if self.use_bias else f"{taps}·{maps}"

    def multiply_adds(self, inputs: Shapes) -> int:
        return prod(self.output_shape(inputs)) * prod(self.kernel_size)


@dataclass(frozen=True, kw_only=True)
class Separable(_Depthwise):
    """A depthwise convolution, then a 1×1 convolution that mixes the channels, in one layer.

    Output shape: sides as for a convolution, channels: filters.

    >>> str(Separable(filters=64, use_bias=False).parameters(((8, 8, 32),)).formula)
    '3·3·32 + 32·64 = 2,336'
    """

    KIND: ClassVar[str] = "SeparableConv2D"
    TITLE: ClassVar[str] = mark("Separable convolution")

    filters: int = parameter(declarations.FILTERS)

    def summary(self) -> Remark:
        return Remark(
            mark("{height}×{width} · {padding} · stride {stride}, then 1×1 · {filters} filters{activation}"),
            {
                "height": self.kernel_size[0], "width": self.kernel_size[1], "padding": self.padding,
                "stride": pair_text(self.strides), "filters": self.filters, "activation": suffix(self.activation),
            },
        )  # fmt: skip

    def shape_of(self, inputs: Shapes) -> Shape:
        return (*self.sides(inputs), self.filters)

    def weights(self, inputs: Shapes) -> tuple[Weight, ...]:
        channels = inputs[0][2]
        kernels = (
            Weight("depthwise_kernel", (*self.kernel_size, channels, self.depth_multiplier)),
            Weight("pointwise_kernel", (1, 1, channels * self.depth_multiplier, self.filters)),
        )
        return (*kernels, Weight("bias", (self.filters,))) if self.use_bias else kernels

    def parameter_arithmetic(self, inputs: Shapes) -> str:
        maps = str(inputs[0][2]) if self.depth_multiplier == 1 else f"{inputs[0][2]}·{self.depth_multiplier}"
        pointwise = f"({maps}+1)·{self.filters}" if self.use_bias else f"{maps}·{self.filters}"
        return f"{self.kernel_size[0]}·{self.kernel_size[1]}·{maps} + {pointwise}"

    def multiply_adds(self, inputs: Shapes) -> int:
        rows, columns, filters = self.output_shape(inputs)
        between = inputs[0][2] * self.depth_multiplier
        return rows * columns * between * (prod(self.kernel_size) + filters)
