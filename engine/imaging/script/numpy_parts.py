"""Each stage in NumPy and OpenCV."""

from __future__ import annotations

from functools import singledispatch

import numpy as np

from engine.imaging.script.parts import Part, array_text
from engine.imaging.stages.activation import Activation
from engine.imaging.stages.bilateral import Bilateral
from engine.imaging.stages.canny import Canny
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.filters import filter_bank
from engine.imaging.stages.median import Median
from engine.imaging.stages.noise import Noise
from engine.imaging.stages.pooling import Pooling
from engine.imaging.stages.stage import Shape, Stage, channel_count
from engine.imaging.stages.transposed import Transposed
from engine.imaging.stages.upsampling import Upsampling


@singledispatch
def numpy_part(stage: Stage, shape: Shape) -> Part:
    """The part of a script that does what `stage` does to an input of `shape`."""
    raise NotImplementedError(stage.KIND)


def activation_text(function: str, slope: float) -> str:
    """An activation of `image` as one expression."""
    return {
        "none": "image",
        "relu": "np.maximum(image, 0)",
        "leaky": f"np.where(image >= 0, image, image * {slope})",
        "abs": "np.abs(image)",
        "tanh": "np.tanh(image)",
        "sigmoid": "(1 / (1 + np.exp(-image.astype(np.float64)))).astype(np.float32)",
    }[function]


@numpy_part.register
def _(stage: Activation, shape: Shape) -> Part:
    return Part(("image = image.astype(np.float32)", f"return {activation_text(stage.function, stage.slope)}"))


@numpy_part.register
def _(stage: Pooling, shape: Shape) -> Part:
    size, stride, padding = stage.window(shape)
    call = f"pool(image, size={size}, stride={stride}, padding={padding!r}, method={stage.method!r})"
    if stage.is_global:
        call = f"image.{stage.method}(axis=(0, 1), keepdims=True, dtype=np.float32)" if stage.method == "mean" else (
            "image.max(axis=(0, 1), keepdims=True)"
        )  # fmt: skip
        return Part((f"return {call}",))
    return Part((f"return {call}",), ("pool",))


@numpy_part.register
def _(stage: Median, shape: Shape) -> Part:
    return Part((f"return median(image, {stage.size})",), ("median",))


@numpy_part.register
def _(stage: Bilateral, shape: Shape) -> Part:
    settings = f"{stage.diameter}, sigma_colour={stage.sigma_colour}, sigma_space={stage.sigma_space}"
    return Part((f"return bilateral(image, {settings})",), ("bilateral",))


@numpy_part.register
def _(stage: Canny, shape: Shape) -> Part:
    settings = f"size={stage.size}, sigma={stage.sigma}, low={stage.low}, high={stage.high}"
    return Part((f"return canny(image, {settings})[{stage.step!r}]",), ("canny",))


@numpy_part.register
def _(stage: Noise, shape: Shape) -> Part:
    strength = {"salt_and_pepper": stage.amount, "gaussian": stage.sigma, "speckle": stage.strength}[stage.method]
    return Part((f"return add_noise(image, {stage.method!r}, {strength}, seed={stage.seed})",), ("add_noise",))


@numpy_part.register
def _(stage: Upsampling, shape: Shape) -> Part:
    if stage.method == "nearest":
        return Part(
            (f"return image.astype(np.float32).repeat({stage.factor[0]}, axis=0).repeat({stage.factor[1]}, axis=1)",)
        )
    return Part(
        (
            f"size = (image.shape[1] * {stage.factor[1]}, image.shape[0] * {stage.factor[0]})",
            "planes = np.moveaxis(np.atleast_3d(image.astype(np.float32)), 2, 0)",
            "planes = [np.ascontiguousarray(plane) for plane in planes]",
            "larger = [cv2.resize(plane, size, interpolation=cv2.INTER_LINEAR) for plane in planes]",
            "return np.stack(larger, axis=2).reshape(*larger[0].shape, *image.shape[2:])",
        )
    )


@numpy_part.register
def _(stage: Transposed, shape: Shape) -> Part:
    settings = (
        f"stride={stage.stride}, padding={stage.padding}, dilation={stage.dilation}, "
        f"output_padding={stage.output_padding}"
    )
    return Part(
        (f"kernel = {array_text(stage.kernel.weights())}", f"return stamp(image, kernel, {settings})"),
        ("stamp",),
    )


@numpy_part.register
def _(stage: Convolution, shape: Shape) -> Part:
    lines, helpers = picking_lines(stage, shape)
    lines.append(padding_line(stage))
    slide = f"stride={stage.stride}, dilation={stage.dilation}"
    flip = "[::-1, ::-1]" if stage.operation == "convolution" else ""
    if stage.channels == "volume":
        bank, biases = filter_bank(stage.bank(), channel_count(shape))
        names = [f"filter {number}: one kernel a channel" for number in range(bank.shape[3])]
        lines.append("filters = [")
        for number, name in enumerate(names):
            kernels = np.moveaxis(bank[..., number], 2, 0)
            lines.append(f"    {array_text(kernels)},  # {name}")
        lines += [
            "]",
            f"biases = {[float(bias) for bias in biases]}",
            "maps = [",
            f"    sum(slide(padded[..., c], kernel{flip}, {slide}) for c, kernel in enumerate(kernels)) + bias",
            "    for kernels, bias in zip(filters, biases)",
            "]",
            "image = np.stack(maps, axis=2)",
        ]
    else:
        lines += [
            f"kernel = {array_text(stage.kernel.weights())}{flip}" + ("  # flipped: convolution" if flip else ""),
            f"image = slide(padded, kernel, {slide})" + (f" + {stage.bias}" if stage.bias else ""),
        ]
    lines.append(f"return {activation_text(stage.activation, stage.slope)}")
    return Part(tuple(lines), ("pad", "slide", *helpers))


def picking_lines(stage: Convolution, shape: Shape) -> tuple[list[str], list[str]]:
    """The lines that take out of the picture what the kernel works on, and the helpers they call."""
    if stage.channels == "gray":
        return ["image = gray(image)"], ["gray"]
    if stage.channels in ("red", "green", "blue") and len(shape) == 3:
        index = ("red", "green", "blue").index(stage.channels) if channel_count(shape) == 3 else 0
        return [f"image = image[..., {index}]  # {stage.channels}"], []
    if stage.channels == "volume" and len(shape) == 2:
        return ["image = image[..., None]"], []
    return [], []


def padding_line(stage: Convolution) -> str:
    """The line that lays the rim around the picture."""
    padding = stage.padding_size if stage.padding == "custom" else (stage.padding, stage.padding)
    return (
        f"padded = pad(image, {stage.kernel_size}, {padding}, {stage.stride}, {stage.dilation}, "
        f"{stage.border!r}, {stage.border_value})"
    )
