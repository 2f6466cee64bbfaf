"""Activation maximisation: a picture that excites one channel as much as can be. For the network worker only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.network.activations import LiveNetwork, Needed
from engine.network.why.scoring import WhyError
from engine.opencv import cv2
from engine.text import mark

_GRAY = 128.0
_NOISE = 12.0
_STEP = 5.0
_PULL = 0.01
_JITTER = 4
_BLUR_FIRST, _BLUR_LAST = 2.0, 0.6
_TRIES = 5


@dataclass(frozen=True, eq=False)
class Stage:
    """The picture after so many steps, uint8 (H, W, channels), and what the channel says to it."""

    step: int
    picture: NDArray[np.uint8]
    value: float


def check_channel(network: LiveNetwork, layer: str, channel: int) -> None:
    """Refuse a channel that the layer does not have."""
    count = network.shapes[network.plan.step(layer).path][-1]
    if not 0 <= channel < count:
        raise WhyError(
            mark("The layer “{layer}” has no channel {channel}: it has {count}, counted from 0."),
            layer=layer, channel=channel, count=count,
        )  # fmt: skip


def climbing(network: LiveNetwork, layer: str) -> Needed:
    """The function that `maximise` needs."""
    return ("climb", layer), lambda: _traced(network, layer)


def maximise(network: LiveNetwork, *, layer: str, channel: int, steps: int, seed: int = 0) -> Iterator[Stage]:
    """Climb from gray noise, if the channel does not ignore that, to what its mean is highest for; yields every step.

    The gradient is smoothed, less and less, and the picture shifted a little before each step: without that the
    pictures are all high-frequency noise.
    """
    check_channel(network, layer, channel)
    climb = network.remembered(*climbing(network, layer))
    generator = np.random.default_rng(seed)
    picture, value, gradient = _start(network, climb, channel, generator, layer)
    yield Stage(0, _as_pixels(picture), value)
    for step in range(1, steps + 1):
        sigma = _BLUR_FIRST + (_BLUR_LAST - _BLUR_FIRST) * step / max(1, steps)
        smooth = cv2.GaussianBlur(gradient, (0, 0), sigma).reshape(gradient.shape)
        strength = float(np.sqrt(np.mean(smooth**2)))
        if strength > 0:
            picture += _STEP * smooth / strength
        picture += _PULL * (_GRAY - picture)
        np.clip(picture, 0, 255, out=picture)
        shift = generator.integers(-_JITTER, _JITTER + 1, 2)
        value, gradient = _look(climb, np.roll(picture, shift, axis=(0, 1)), channel)
        gradient = np.roll(gradient, -shift, axis=(0, 1))
        yield Stage(step, _as_pixels(picture), value)


def _start(
    network: LiveNetwork, climb: Any, channel: int, generator: np.random.Generator, layer: str
) -> tuple[NDArray[np.float32], float, NDArray[np.float32]]:
    """A picture that the channel does not ignore: behind a ReLU no gradient comes back from where it is silent."""
    for picture in _starts(network.pixels_shape, generator):
        value, gradient = _look(climb, picture, channel)
        if np.isfinite(gradient).all() and gradient.any():
            return picture, value, gradient
    raise WhyError(
        mark("Channel {channel} of “{layer}” stayed silent at noise, patches, edges and plain colours alike, so there "
             "is nothing to begin from. Choose another channel."),
        channel=channel, layer=layer,
    )  # fmt: skip


def _starts(shape: tuple[int, ...], generator: np.random.Generator) -> Iterator[NDArray[np.float32]]:
    """Ever stronger noise; then what a channel with a high threshold may answer to: patches, edges, plain colours."""
    for attempt in range(_TRIES):
        noise = generator.normal(0, _NOISE * (1 + attempt), shape)
        yield np.clip(_GRAY + noise, 0, 255).astype(np.float32)
    for parts in (24, 8, 3):
        sigma = max(shape[:2]) / parts
        patches = cv2.GaussianBlur(generator.normal(0, 1, shape).astype(np.float32), (0, 0), sigma).reshape(shape)
        yield np.where(patches > np.median(patches), 255, 0).astype(np.float32)
    edge = np.zeros(shape, np.float32)
    edge[: shape[0] // 2] = 255
    sideways = np.zeros(shape, np.float32)
    sideways[:, : shape[1] // 2] = 255
    yield from (edge, 255 - edge, sideways, 255 - sideways)
    yield from (np.zeros(shape, np.float32), np.full(shape, 255, np.float32))
    for band in range(shape[2] if shape[2] > 1 else 0):
        alone = np.zeros(shape, np.float32)
        alone[..., band] = 255
        yield from (alone, 255 - alone)


def _look(climb: Any, picture: NDArray[np.float32], channel: int) -> tuple[float, NDArray[np.float32]]:
    value, gradient = climb(tf.constant(picture, tf.float32), tf.constant(channel))
    return float(value), gradient.numpy()


def _as_pixels(picture: NDArray[np.float32]) -> NDArray[np.uint8]:
    return np.rint(picture).astype(np.uint8)


def _traced(network: LiveNetwork, layer: str) -> Any:
    slot = network.plan.step(layer).outputs[0]

    def compute(picture: Any, channel: Any) -> Any:
        with tf.GradientTape(watch_accessed_variables=False) as tape:
            tape.watch(picture)
            output = network.plan.run([network.scaled(picture)[None]])[slot]
            value = tf.reduce_mean(tf.gather(output, channel, axis=-1))
        return value, tape.gradient(value, picture, unconnected_gradients=tf.UnconnectedGradients.ZERO)

    signature = [tf.TensorSpec(network.pixels_shape, tf.float32), tf.TensorSpec((), tf.int32)]
    return tf.function(compute, input_signature=signature, autograph=False).get_concrete_function()
