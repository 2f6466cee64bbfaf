"""Declarations that layers share, and the forms of setting that only layers have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from engine.parameters import Choice, Flag, Option, Pair, Parameter, ParameterError, Real, Whole
from engine.text import mark

Margins = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, kw_only=True)
class Numbers(Parameter):
    """A short list of whole numbers, such as axes or a shape; one number stands for a list of one."""

    minimum: int
    maximum: int
    longest: int = 8

    def check(self, value: Any) -> tuple[int, ...]:
        entries = tuple(value) if isinstance(value, (tuple, list)) else (value,)
        if len(entries) > self.longest:
            raise ParameterError(
                mark("{title} has {count} numbers; at most {limit} fit."),
                title=self.title, count=len(entries), limit=self.longest,
            )  # fmt: skip
        one = Whole(title=self.title, help=self.help, default=0, minimum=self.minimum, maximum=self.maximum)
        return tuple(one.check(each) for each in entries)


@dataclass(frozen=True, kw_only=True)
class Reals(Parameter):
    """A list of finite numbers, such as one mean for each channel; one number stands for a list of one."""

    longest: int = 65536

    def check(self, value: Any) -> tuple[float, ...]:
        entries = tuple(value) if isinstance(value, (tuple, list)) else (value,)
        if len(entries) > self.longest:
            raise ParameterError(
                mark("{title} has {count} numbers; at most {limit} fit."),
                title=self.title, count=len(entries), limit=self.longest,
            )  # fmt: skip
        one = Real(title=self.title, help=self.help, default=0.0, minimum=-LARGEST, maximum=LARGEST)
        return tuple(one.check(each) for each in entries)


@dataclass(frozen=True, kw_only=True)
class Sides(Parameter):
    """Rows above and below, columns left and right: ((top, bottom), (left, right)).

    One number stands for all four, two for (vertical, horizontal).
    """

    minimum: int
    maximum: int

    def check(self, value: Any) -> Margins:
        pair = tuple(value) if isinstance(value, (tuple, list)) else (value, value)
        if len(pair) != 2:
            raise ParameterError(
                mark("{title} is {value}, but must be one number, two, or ((top, bottom), (left, right))."),
                title=self.title, value=value,
            )  # fmt: skip
        one = Pair(title=self.title, help=self.help, default=(0, 0), minimum=self.minimum, maximum=self.maximum)
        return one.check(pair[0]), one.check(pair[1])


@dataclass(frozen=True, kw_only=True)
class MaybeReal(Real):
    """A number, or None for none."""

    def check(self, value: Any) -> float | None:  # type: ignore[override]
        return None if value is None else super().check(value)


@dataclass(frozen=True, kw_only=True)
class MaybePair(Pair):
    """Two whole numbers, or None to let the layer choose."""

    def check(self, value: Any) -> tuple[int, int] | None:  # type: ignore[override]
        return None if value is None else super().check(value)


LARGEST = 1e30
LARGEST_SIDE = 65536

FILTERS = Whole(
    title=mark("Filters"),
    help=mark("How many kernels there are. Each gives one map."),
    default=8,
    minimum=1,
    maximum=LARGEST_SIDE,
)

KERNEL_SIZE = Pair(
    title=mark("Kernel"),
    help=mark("Height and width of the window that slides over the maps."),
    default=(3, 3),
    minimum=1,
    maximum=4096,
    unit="px",
)

STRIDES = Pair(
    title=mark("Stride"),
    help=mark("How far the window moves between two values. More means smaller maps and less work."),
    default=(1, 1),
    minimum=1,
    maximum=4096,
    unit="px",
)

PADDING = Choice(
    title=mark("Padding"),
    help=mark("Whether a rim of zeros is laid around the maps before the window slides."),
    default="valid",
    options=(
        Option("valid", mark("Valid"), mark("No rim: the maps get smaller.")),
        Option("same", mark("Same"), mark("A rim that keeps the size, at stride 1.")),
    ),
)

DILATION = Pair(
    title=mark("Dilation"),
    help=mark("Distance between the kernel's taps. A dilated kernel sees further without more weights."),
    default=(1, 1),
    minimum=1,
    maximum=4096,
    unit="px",
)

USE_BIAS = Flag(
    title=mark("Bias"),
    help=mark("A number for each output channel, added to its sums. Needless before a batch normalisation."),
    default=True,
)

DEPTH_MULTIPLIER = Whole(
    title=mark("Maps a channel"),
    help=mark("How many kernels each channel gets for itself."),
    default=1,
    minimum=1,
    maximum=4096,
)

EPSILON = Real(
    title=mark("Epsilon"),
    help=mark("A small number that keeps the division from blowing up where nothing varies."),
    default=0.001,
    minimum=0.0,
    maximum=1.0,
    step=0.001,
    decimals=6,
)

CENTER = Flag(title=mark("Shift"), help=mark("Whether a learnt number is added to each channel."), default=True)

SCALE = Flag(title=mark("Scale"), help=mark("Whether each channel is multiplied by a learnt number."), default=True)

AXIS = Whole(
    title=mark("Axis"),
    help=mark("The axis it works along; −1 is the channels."),
    default=-1,
    minimum=-8,
    maximum=8,
)
