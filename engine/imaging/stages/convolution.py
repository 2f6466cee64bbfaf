"""The convolution stage: a kernel, or a bank of filters, slides over the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from engine.imaging.activations import ACTIVATIONS, SLOPE, activate
from engine.imaging.colour import to_gray
from engine.imaging.convolution import convolve, convolve_volume
from engine.imaging.explanation import ChannelSum, Explanation, Remark
from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.padding import Margins, output_shape, resolve
from engine.imaging.stages import convolution_settings as settings
from engine.imaging.stages.activation import activation_remark
from engine.imaging.stages.filters import MOST_FILTERS, Filter, filter_bank
from engine.imaging.stages.sizes import size_formulas
from engine.imaging.stages.stage import (
    Figures,
    Formula,
    Image,
    Shape,
    Span,
    Stage,
    StageError,
    channel_count,
    height_width,
    plane,
)
from engine.imaging.stages.weighted_window import channel_sum, span_of, window_of
from engine.parameters import parameter
from engine.text import mark

_COLOURS = {"red": 0, "green": 1, "blue": 2}


@dataclass(frozen=True, kw_only=True)
class Convolution(Stage):
    """A kernel over gray, over one colour, over each channel, or filters over the whole volume.

    Output side: ⌊(n + 2p − d(f − 1) − 1)/s⌋ + 1. Channels: 1 for gray or one colour, as the input for each by itself,
    the number of filters for a volume.
    """

    KIND: ClassVar[str] = "convolution"
    TITLE: ClassVar[str] = mark("Kernel")
    ICON: ClassVar[str] = "kernel"

    kernel: KernelChoice = KernelChoice("sobel")
    filters: tuple[Filter, ...] = ()
    channels: str = parameter(settings.CHANNELS)
    operation: str = parameter(settings.OPERATION)
    padding: str = parameter(settings.PADDING)
    padding_size: tuple[int, int] = parameter(settings.PADDING_SIZE)
    border: str = parameter(settings.BORDER)
    border_value: float = parameter(settings.BORDER_VALUE)
    stride: tuple[int, int] = parameter(settings.STRIDE)
    dilation: tuple[int, int] = parameter(settings.DILATION)
    bias: float = parameter(settings.BIAS)
    activation: str = parameter(ACTIVATIONS)
    slope: float = parameter(SLOPE)

    def __post_init__(self) -> None:
        super().__post_init__()
        object.__setattr__(self, "filters", tuple(self.filters))
        if len(self.filters) > MOST_FILTERS:
            raise StageError(
                mark("There are {count} filters; at most {limit} can be shown at once."),
                count=len(self.filters), limit=MOST_FILTERS,
            )  # fmt: skip
        if len({each.size for each in self.filters}) > 1:
            raise StageError(mark("The filters have different sizes. Give all of them the same size."))

    def title(self) -> Remark:
        if self.channels == "volume":
            return Remark(mark("Volume, {count} filters"), {"count": len(self.bank())})
        return Remark("{kernel}", {"kernel": self.kernel.title()})

    def summary(self) -> Remark:
        height, width = self.kernel_size
        return Remark(
            mark("{height}×{width} · {padding} · stride {stride}"),
            {
                "height": height, "width": width,
                "padding": settings.PADDING.option(self.padding).title.lower(),
                "stride": _pair_text(self.stride),
            },
        )  # fmt: skip

    def idle_settings(self) -> dict[str, str]:
        idle = {}
        if self.padding != "custom":
            idle["padding_size"] = mark(
                "The rim's width follows from the padding; 1+2 means one before and two after."
                " Choose “Custom” to set it."
            )
        if self.padding == "valid":
            idle["border"] = mark("With padding “Valid” there is no rim.")
        if self.border != "constant" or self.padding == "valid":
            idle["border_value"] = mark("Only a rim that holds a constant has a value.")
        if self.activation != "leaky":
            idle["slope"] = mark("Only the leaky ReLU has a slope.")
        if self.channels == "volume" and self.filters:
            idle["bias"] = mark("Each filter of a volume has its own bias.")
        return idle

    def idle_values(self, shape: Shape) -> dict[str, tuple[str, ...]]:
        if self.padding == "custom":
            return {}
        rim = self.margins(shape)
        sides = ((rim.top, rim.bottom), (rim.left, rim.right))
        return {"padding_size": tuple(str(one) if one == two else f"{one}+{two}" for one, two in sides)}

    def bank(self) -> tuple[Filter, ...]:
        """The filters of a volume; until some are made, the one kernel on every channel."""
        return self.filters or (Filter((self.kernel,), self.bias),)

    @property
    def kernel_size(self) -> tuple[int, int]:
        """Height and width of the kernel, or of the filters."""
        if self.channels == "volume":
            return self.bank()[0].size
        height, width = self.kernel.weights().shape
        return height, width

    def margins(self, shape: Shape) -> Margins:
        """The rim around a picture of `shape`."""
        padding = self.padding_size if self.padding == "custom" else self.padding
        return resolve(padding, height_width(shape), self.kernel_size, self.stride, self.dilation)

    def output_shape(self, shape: Shape) -> Shape:
        sides = output_shape(height_width(shape), self.kernel_size, self.margins(shape), self.stride, self.dilation)
        if self.channels == "volume":
            filter_bank(self.bank(), channel_count(shape))
            return (*sides, len(self.bank()))
        if self.channels == "each":
            return (*sides, *shape[2:])
        self._check_colour(shape)
        return sides

    def apply(self, image: Image) -> Image:
        padding: Any = self.padding_size if self.padding == "custom" else self.padding
        around: dict[str, Any] = {
            "padding": padding, "border": self.border, "value": self.border_value,
            "stride": self.stride, "dilation": self.dilation,
        }  # fmt: skip
        picked = self.picked(image)
        if self.channels == "volume":
            bank, biases = filter_bank(self.bank(), channel_count(image.shape))
            if self.operation == "convolution":
                bank = np.ascontiguousarray(bank[::-1, ::-1])
            result = convolve_volume(picked, bank, biases, **around)
        else:
            result = convolve(picked, self.kernel.weights(), mode=self.operation, **around)
            if self.bias:
                result = result + np.float32(self.bias)
        return activate(result, self.activation, slope=self.slope)

    def picked(self, image: Image) -> Image:
        """The part of the picture that the kernel works on: gray, one colour, or all channels."""
        if self.channels == "gray":
            self._check_colour(image.shape)
            return to_gray(image)
        if self.channels == "volume":
            return image if image.ndim == 3 else image[..., None]
        if self.channels == "each":
            return image
        self._check_colour(image.shape)
        return plane(image, _COLOURS[self.channels] if channel_count(image.shape) == 3 else 0)

    def taps(self, channel: int, output_channel: int) -> NDArray[np.float32]:
        """The numbers that are laid over an input channel: the kernel, flipped where the operation flips it."""
        chosen = self.bank()[output_channel].kernel(channel) if self.channels == "volume" else self.kernel
        weights = chosen.weights()
        return weights[::-1, ::-1] if self.operation == "convolution" else weights

    def sees(self, shape: Shape, row: int, column: int) -> tuple[Span, Span]:
        return span_of(row, column, self.kernel_size, self.margins(shape), self.stride, self.dilation)

    def rim(self) -> tuple[str, float]:
        return self.border, self.border_value

    def figures(self, shape: Shape) -> Figures:
        height, width = self.kernel_size
        output = self.output_shape(shape)
        if self.channels == "volume":
            depth, filters = channel_count(shape), len(self.bank())
            formula = Formula(
                mark("Parameters"),
                f"({height}·{width}·{depth} + 1)·{filters}",
                (height * width * depth + 1) * filters,
            )
            per_value = height * width * depth
        else:
            formula = Formula(mark("Parameters"), f"{height}·{width} + 1", height * width + 1)
            per_value = height * width
        return Figures(
            sizes=size_formulas(height_width(shape), self.kernel_size, self.margins(shape), self.stride, self.dilation),
            parameters=formula,
            multiply_adds=int(np.prod(output)) * per_value,
        )

    def explain(self, image: Image, row: int, column: int, channel: int) -> Explanation:
        picked = self.picked(image)
        inputs = range(channel_count(picked.shape)) if self.channels == "volume" else [channel]
        sums = tuple(self._channel_sum(picked, row, column, each, channel) for each in inputs)
        bias = self.bank()[channel].bias if self.channels == "volume" else self.bias
        before = sum(each.total for each in sums) + bias
        value = float(activate(np.array([[before]], dtype=np.float32), self.activation, slope=self.slope)[0, 0])
        remarks = []
        if self.channels == "gray" and channel_count(image.shape) == 3:
            remarks.append(Remark(mark("The window shows gray: 0.299 R + 0.587 G + 0.114 B.")))
        if self.operation == "convolution":
            remarks.append(Remark(mark("The kernel is flipped in both axes, as convolution wants it.")))
        if self.activation != "none":
            remarks.append(activation_remark(self.activation, before, value))
        return Explanation(
            rule="sum",
            row=row,
            column=column,
            channel=channel,
            channels=sums,
            value=value,
            bias=bias,
            before_activation=before,
            activation=self.activation,
            remarks=tuple(remarks),
        )

    def _channel_sum(self, picked: Image, row: int, column: int, channel: int, output_channel: int) -> ChannelSum:
        window = window_of(
            plane(picked, channel), row, column,
            kernel=self.kernel_size, margins=self.margins(picked.shape), stride=self.stride,
            dilation=self.dilation, border=self.border, value=self.border_value,
        )  # fmt: skip
        return channel_sum(
            channel, _channel_title(self.channels, channel, picked), window, self.taps(channel, output_channel)
        )

    def _check_colour(self, shape: Shape) -> None:
        maps = channel_count(shape)
        if len(shape) == 3 and maps not in (1, 3) and self.channels in ("gray", *_COLOURS):
            raise StageError(
                mark("The input is a stack of {count} maps, which has no colours. "
                     "Choose “Volume” or “Each by itself” as the channels."),
                count=maps,
            )  # fmt: skip

    def to_json(self) -> dict[str, Any]:
        return {
            **super().to_json(),
            "kernel": self.kernel.to_json(),
            "filters": [each.to_json() for each in self.filters],
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        read = dict(data)
        if "kernel" in read:
            read["kernel"] = KernelChoice.from_json(read["kernel"])
        filters = read.get("filters", [])
        if not isinstance(filters, list) or len(filters) > MOST_FILTERS:
            raise StageError(mark("Its list of filters is damaged."))
        read["filters"] = tuple(Filter.from_json(each) for each in filters)
        return super().from_json(read)


def _pair_text(pair: tuple[int, int]) -> str:
    return str(pair[0]) if pair[0] == pair[1] else f"{pair[0]}, {pair[1]}"


def _channel_title(channels: str, channel: int, picked: Image) -> str:
    if channels in ("volume", "each") and channel_count(picked.shape) == 3:
        return (mark("red"), mark("green"), mark("blue"))[channel]
    return "" if picked.ndim == 2 else str(channel + 1)
