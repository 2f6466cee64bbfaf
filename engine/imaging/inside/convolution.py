"""Inside convolution: what the flip changes, and how the channels of a volume add up."""

from __future__ import annotations

import numpy as np

from engine.imaging.convolution import convolve
from engine.imaging.explanation import Remark
from engine.imaging.inside.exhibit import Exhibit, Inside, Place
from engine.imaging.running import StageResult
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.stage import Image, channel_count, plane
from engine.text import mark


def inside_convolution(stage: Convolution, result: StageResult, place: Place) -> Inside:
    """For a volume the share of every channel, otherwise correlation and convolution side by side."""
    return _volume(stage, result, place) if stage.channels == "volume" else _flip(stage, result, place)


def _flip(stage: Convolution, result: StageResult, place: Place) -> Inside:
    assert result.input is not None
    picked = stage.picked(result.input)
    source = plane(picked, min(place.channel, channel_count(picked.shape) - 1))
    weights = stage.kernel.weights()
    slid = _slide(stage, source, weights)
    flipped = _slide(stage, source, weights[::-1, ::-1])
    difference = flipped - slid
    largest = float(np.abs(difference).max(initial=0))
    is_same = np.array_equal(weights, weights[::-1, ::-1])
    text = (
        Remark(mark("This kernel looks the same turned by 180°, so correlation and convolution agree."))
        if is_same
        else Remark(
            mark("Convolution turns the kernel by 180° first; here that changes values by up to {largest:.6g}. "
                 "CNN layers do not turn it: they learn it either way."),
            {"largest": largest},
        )
    )  # fmt: skip
    return Inside(
        (
            Exhibit(Remark(mark("Kernel")), weights, Remark(mark("slides as it is")), scale="signed", role="kernel"),
            Exhibit(
                Remark(mark("Cross-correlation")), slid, None,
                role="accent" if stage.operation == "correlation" else "result",
                setting=("operation", "correlation"),
            ),
            Exhibit(
                Remark(mark("Kernel, flipped")), np.ascontiguousarray(weights[::-1, ::-1]),
                Remark(mark("turned by 180°")), scale="signed", role="kernel",
            ),
            Exhibit(
                Remark(mark("Convolution")), flipped, None,
                role="accent" if stage.operation == "convolution" else "result",
                setting=("operation", "convolution"),
            ),
            Exhibit(Remark(mark("Difference")), difference, None, scale="signed"),
        ),
        text,
    )  # fmt: skip


def _volume(stage: Convolution, result: StageResult, place: Place) -> Inside:
    assert result.input is not None
    picked = stage.picked(result.input)
    channels = channel_count(picked.shape)
    number = min(place.channel, len(stage.bank()) - 1)
    each = stage.bank()[number]
    parts = [_slide(stage, plane(picked, channel), stage.taps(channel, number)) for channel in range(channels)]
    total = np.sum(parts, axis=0) + np.float32(each.bias)
    exhibits = [
        Exhibit(
            _channel_title(channel, channels),
            part,
            None,
            scale="signed",
            role="input",
        )
        for channel, part in enumerate(parts[:5])
    ]
    exhibits.append(
        Exhibit(
            Remark(mark("Sum + bias {bias:g}"), {"bias": each.bias}), total, Remark(mark("before the activation")),
            scale="signed",
        )
    )  # fmt: skip
    return Inside(
        tuple(exhibits),
        Remark(
            mark("Filter {number} of {count}: each of the {channels} channels has its own kernel; the results are "
                 "summed, the bias is added, and one map comes out."),
            {"number": number + 1, "count": len(stage.bank()), "channels": channels},
        ),
    )  # fmt: skip


def _channel_title(channel: int, channels: int) -> Remark:
    if channels == 3:
        return Remark((mark("Red ∗ its kernel"), mark("Green ∗ its kernel"), mark("Blue ∗ its kernel"))[channel])
    return Remark(mark("Channel {channel} ∗ its kernel"), {"channel": channel + 1})


def _slide(stage: Convolution, source: Image, weights: Image) -> Image:
    padding = stage.padding_size if stage.padding == "custom" else stage.padding
    return convolve(
        source, np.ascontiguousarray(weights), padding=padding, border=stage.border, value=stage.border_value,
        stride=stage.stride, dilation=stage.dilation,
    )  # fmt: skip
