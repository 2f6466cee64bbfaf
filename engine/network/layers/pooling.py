"""Pooling over windows, and over whole maps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from engine.imaging.explanation import Remark
from engine.network.layers import declarations
from engine.network.layers.layer import Layer, Shape, Shapes, maps_of
from engine.network.layers.reach import Reaches
from engine.network.layers.windows import pair_text, window_reaches, window_sides
from engine.parameters import Flag, Pair, parameter
from engine.text import mark


@dataclass(frozen=True, kw_only=True)
class _Pooling(Layer):
    """What both kinds share. Output sides: ⌊(n − f)/s⌋ + 1, with padding "same" ⌈n/s⌉; channels stay.

    >>> MaxPooling().output_shape(((28, 28, 8),))
    (14, 14, 8)
    """

    pool_size: tuple[int, int] = parameter(
        Pair(
            title=mark("Extent"),
            help=mark("Height and width of the window."),
            default=(2, 2),
            minimum=1,
            maximum=4096,
            unit="px",
        )
    )
    strides: tuple[int, int] = parameter(
        Pair(
            title=mark("Stride"),
            help=mark("How far the window moves. Smaller than the extent, the windows overlap."),
            default=(2, 2),
            minimum=1,
            maximum=4096,
            unit="px",
        )
    )
    padding: str = parameter(declarations.PADDING)

    def summary(self) -> Remark:
        return Remark(
            mark("{height}×{width} · {padding} · stride {stride}"),
            {
                "height": self.pool_size[0], "width": self.pool_size[1], "padding": self.padding,
                "stride": pair_text(self.strides),
            },
        )  # fmt: skip

    def shape_of(self, inputs: Shapes) -> Shape:
        sides = window_sides(
            self, inputs, self.pool_size, padding=self.padding, strides=self.strides, field="pool_size"
        )
        return (*sides, inputs[0][2])

    def reach(self, inputs: Shapes) -> Reaches:
        return window_reaches(inputs, self.pool_size, padding=self.padding, strides=self.strides)


@dataclass(frozen=True, kw_only=True)
class MaxPooling(_Pooling):
    """Each window becomes its maximum."""

    KIND: ClassVar[str] = "MaxPooling2D"
    TITLE: ClassVar[str] = mark("Max pool")


@dataclass(frozen=True, kw_only=True)
class AveragePooling(_Pooling):
    """Each window becomes its mean; zeros of the rim do not count."""

    KIND: ClassVar[str] = "AveragePooling2D"
    TITLE: ClassVar[str] = mark("Mean pool")


@dataclass(frozen=True, kw_only=True)
class _GlobalPooling(Layer):
    """What both kinds share. Output shape: (channels,), or (1, 1, channels) where the axes are kept.

    >>> GlobalAveragePooling().output_shape(((7, 7, 1280),))
    (1280,)
    """

    keepdims: bool = parameter(
        Flag(
            title=mark("Keep axes"),
            help=mark("Whether the result stays a map, of 1×1 values."),
            default=False,
        )
    )

    def summary(self) -> Remark:
        return Remark(mark("the whole map"))

    def shape_of(self, inputs: Shapes) -> Shape:
        channels = maps_of(self, inputs)[2]
        return (1, 1, channels) if self.keepdims else (channels,)

    def reach(self, inputs: Shapes) -> Reaches | None:
        return None

    def keras_settings(self) -> dict[str, Any]:
        return {"keepdims": self.keepdims}


@dataclass(frozen=True, kw_only=True)
class GlobalMaxPooling(_GlobalPooling):
    """Each map becomes its maximum."""

    KIND: ClassVar[str] = "GlobalMaxPooling2D"
    TITLE: ClassVar[str] = mark("Global max pool")


@dataclass(frozen=True, kw_only=True)
class GlobalAveragePooling(_GlobalPooling):
    """Each map becomes its mean."""

    KIND: ClassVar[str] = "GlobalAveragePooling2D"
    TITLE: ClassVar[str] = mark("Global mean pool")
