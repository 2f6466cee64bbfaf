"""The stages that are layers of Keras, with these very weights."""

from __future__ import annotations

from functools import singledispatch

import numpy as np

from engine.imaging.script.numpy_parts import activation_text, numpy_part, padding_line, picking_lines
from engine.imaging.script.parts import Part, array_text
from engine.imaging.stages.activation import Activation
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.filters import filter_bank
from engine.imaging.stages.pooling import Pooling
from engine.imaging.stages.stage import Shape, Stage, channel_count
from engine.imaging.stages.transposed import Transposed
from engine.imaging.stages.upsampling import Upsampling

_KERAS_NAMES = {"relu": "relu", "abs": None, "tanh": "tanh", "sigmoid": "sigmoid", "none": "linear", "leaky": None}


@singledispatch
def keras_part(stage: Stage, shape: Shape) -> Part:
    """As `numpy_part`, with a Keras layer where the stage is one."""
    return numpy_part(stage, shape)


def _apply(shape: Shape) -> str:
    """The line that runs `layer` on one picture and drops what Keras adds to its shape."""
    tail = "" if len(shape) == 3 else "[..., 0]"
    return f"return np.asarray(layer(np.atleast_3d(image)[None].astype(np.float32)))[0]{tail}"


@keras_part.register
def _(stage: Activation, shape: Shape) -> Part:
    if stage.function == "leaky":
        return Part((f"layer = keras.layers.LeakyReLU(negative_slope={stage.slope})", _apply(shape)), uses_keras=True)
    name = _KERAS_NAMES[stage.function]
    if name is None:
        return numpy_part(stage, shape)
    return Part((f"layer = keras.layers.Activation({name!r})", _apply(shape)), uses_keras=True)


@keras_part.register
def _(stage: Pooling, shape: Shape) -> Part:
    size, stride, padding = stage.window(shape)
    kind = "MaxPooling2D" if stage.method == "max" else "AveragePooling2D"
    if stage.is_global:
        layer = f"keras.layers.Global{kind}(keepdims=True)"
    else:
        layer = f"keras.layers.{kind}({size}, strides={stride}, padding={padding!r})"
    return Part((f"layer = {layer}", _apply(shape)), uses_keras=True)


@keras_part.register
def _(stage: Upsampling, shape: Shape) -> Part:
    layer = f"keras.layers.UpSampling2D({stage.factor}, interpolation={stage.method!r})"
    return Part((f"layer = {layer}", _apply(shape)), uses_keras=True)


@keras_part.register
def _(stage: Transposed, shape: Shape) -> Part:
    height, width = stage.kernel_size
    if max(stage.stride) > 1 and max(stage.dilation) > 1:
        return numpy_part(stage, shape)
    # Every channel is stamped by itself, so the channels travel as a batch of gray pictures.
    lines = [
        f"kernel = {array_text(stage.kernel.weights())}",
        f"layer = keras.layers.Conv2DTranspose(1, {(height, width)}, strides={stage.stride}, "
        f"dilation_rate={stage.dilation}, use_bias=False)",
        "layer.build((None, None, None, 1))",
        "layer.set_weights([kernel[..., None, None]])",
        "planes = np.moveaxis(np.atleast_3d(image), 2, 0)[..., None].astype(np.float32)",
        "stamped = np.moveaxis(np.asarray(layer(planes))[..., 0], 0, 2)",
        *_cropping_lines(stage),
        "return result" + ("" if len(shape) == 3 else "[..., 0]"),
    ]
    return Part(tuple(lines), uses_keras=True)


def _cropping_lines(stage: Transposed) -> list[str]:
    """Keras leaves a stride's worth of room at the end, so the result is cut, or filled with zeros, to size."""
    top, left = stage.padding
    height, width = (
        f"(image.shape[{axis}] - 1) * {stage.stride[axis]} + "
        f"{stage.dilation[axis] * (stage.kernel_size[axis] - 1) + 1 + stage.output_padding[axis] - stage.padding[axis]}"
        for axis in (0, 1)
    )
    return [
        f"whole = np.zeros(({height}, {width}, stamped.shape[2]), np.float32)",
        "rows, columns = (min(a, b) for a, b in zip(whole.shape[:2], stamped.shape[:2]))",
        "whole[:rows, :columns] = stamped[:rows, :columns]",
        f"result = whole[{top}:, {left}:]",
    ]


@keras_part.register
def _(stage: Convolution, shape: Shape) -> Part:
    if max(stage.stride) > 1 and max(stage.dilation) > 1:
        return numpy_part(stage, shape)  # Keras allows only one of the two to be more than 1.
    lines, helpers = picking_lines(stage, shape)
    lines.append(padding_line(stage))
    flip = stage.operation == "convolution"
    if stage.channels == "volume":
        bank, biases = filter_bank(stage.bank(), channel_count(shape))
    else:
        bank, biases = stage.kernel.weights()[..., None, None], np.array([stage.bias], dtype=np.float32)
    bank = bank[::-1, ::-1] if flip else bank
    lines += [
        f"weights = {array_text(bank)}" + ("  # flipped: convolution" if flip else ""),
        f"layer = keras.layers.Conv2D({bank.shape[3]}, {stage.kernel_size}, strides={stage.stride}, "
        f"dilation_rate={stage.dilation})",
        f"layer.build((None, None, None, {bank.shape[2]}))",
        f"layer.set_weights([weights, {array_text(biases)}])",
    ]
    if stage.channels == "volume":
        lines.append("image = np.asarray(layer(padded[None]))[0]")
    elif stage.channels == "each" and len(shape) == 3:
        lines.append("image = np.moveaxis(np.asarray(layer(np.moveaxis(padded, 2, 0)[..., None]))[..., 0], 0, 2)")
    else:
        lines.append("image = np.asarray(layer(padded[None, ..., None]))[0, ..., 0]")
    lines.append(f"return {activation_text(stage.activation, stage.slope)}")
    return Part(tuple(lines), ("pad", *helpers), uses_keras=True)
