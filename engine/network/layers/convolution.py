"""Convolution: plain, strided, dilated and grouped."""

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
from engine.parameters import Whole, parameter
from engine.text import mark


@dataclass(frozen=True, kw_only=True)
class Convolution(Layer):
    """Filters over the whole depth of the maps, or over their own group of channels.

    Output shape: (⌊(H − d(f − 1) − 1)/s⌋ + 1, the same for W, filters); with padding "same" ⌈H/s⌉ and ⌈W/s⌉.

    >>> layer = Convolution(filters=8, kernel_size=5)
    >>> layer.output_shape(((32, 32, 3),)), str(layer.parameters(((32, 32, 3),)).formula)
    ((28, 28, 8), '(5·5·3+1)·8 = 608')
    """

    KIND: ClassVar[str] = "Conv2D"
    TITLE: ClassVar[str] = mark("Convolution")

    filters: int = parameter(declarations.FILTERS)
    kernel_size: tuple[int, int] = parameter(declarations.KERNEL_SIZE)
    strides: tuple[int, int] = parameter(declarations.STRIDES)
    padding: str = parameter(declarations.PADDING)
    dilation_rate: tuple[int, int] = parameter(declarations.DILATION)
    groups: int = parameter(
        Whole(
            title=mark("Groups"),
            help=mark("Into how many groups the channels are dealt; each filter sees one group only."),
            default=1,
            minimum=1,
            maximum=declarations.LARGEST_SIDE,
        )
    )
    use_bias: bool = parameter(declarations.USE_BIAS)
    activation: str = parameter(FUNCTIONS)

    def summary(self) -> Remark:
        values = {
            "height": self.kernel_size[0], "width": self.kernel_size[1], "stride": pair_text(self.strides),
            "padding": self.padding, "filters": self.filters, "dilation": pair_text(self.dilation_rate),
            "groups": self.groups, "activation": suffix(self.activation),
        }  # fmt: skip
        if self.groups > 1:
            return Remark(
                mark(
                    "{height}×{width} · {padding} · stride {stride} · {filters} filters in {groups} groups{activation}"
                ),
                values,
            )
        if self.dilation_rate != (1, 1):
            return Remark(
                mark("{height}×{width} · {padding} · dilation {dilation} · {filters} filters{activation}"), values
            )
        return Remark(mark("{height}×{width} · {padding} · stride {stride} · {filters} filters{activation}"), values)

    def shape_of(self, inputs: Shapes) -> Shape:
        channels = maps_of(self, inputs)[2]
        if max(self.strides) > 1 and max(self.dilation_rate) > 1:
            raise LayerError(
                mark("A stride of {stride} and a dilation of {dilation} do not go together. Set one of them to 1."),
                field="dilation_rate", stride=pair_text(self.strides), dilation=pair_text(self.dilation_rate),
            )  # fmt: skip
        if channels % self.groups or self.filters % self.groups:
            raise LayerError(
                mark("{groups} groups cannot share {channels} channels and {filters} filters evenly. "
                     "Choose a number that divides both."),
                field="groups", groups=self.groups, channels=channels, filters=self.filters,
            )  # fmt: skip
        sides = window_sides(
            self, inputs, self.kernel_size,
            padding=self.padding, strides=self.strides, dilation=self.dilation_rate, field="kernel_size",
        )  # fmt: skip
        return (*sides, self.filters)

    def weights(self, inputs: Shapes) -> tuple[Weight, ...]:
        kernel = Weight("kernel", (*self.kernel_size, inputs[0][2] // self.groups, self.filters))
        return (kernel, Weight("bias", (self.filters,))) if self.use_bias else (kernel,)

    def parameter_arithmetic(self, inputs: Shapes) -> str:
        depth = str(inputs[0][2]) if self.groups == 1 else f"{inputs[0][2]}/{self.groups}"
        taps = f"{self.kernel_size[0]}·{self.kernel_size[1]}·{depth}"
        return f"({taps}+1)·{self.filters}" if self.use_bias else f"{taps}·{self.filters}"

    def multiply_adds(self, inputs: Shapes) -> int:
        return prod(self.output_shape(inputs)) * prod(self.kernel_size) * (inputs[0][2] // self.groups)

    def reach(self, inputs: Shapes) -> Reaches:
        return window_reaches(
            inputs, self.kernel_size, padding=self.padding, strides=self.strides, dilation=self.dilation_rate
        )
