"""How each pixel sways the score of a class: plain gradients and guided backpropagation. For the worker only."""

from __future__ import annotations

from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.network.activations import LiveNetwork, Needed
from engine.network.live.plan import Step
from engine.network.why.scoring import call_before_softmax, is_relu, only_what_speaks_for, score


def gradients(network: LiveNetwork, *, is_guided: bool) -> Needed:
    """The function that `saliency`, or `guided_backpropagation`, needs."""
    return ("gradient", is_guided), lambda: _traced(network, is_guided)


def saliency(network: LiveNetwork, pixels: NDArray[np.uint8], *, class_index: int) -> NDArray[np.float32]:
    """By how much the score moves when a pixel does, whichever way. Output shape: (H, W), never negative."""
    gradient = _gradient(network, pixels, class_index, is_guided=False)
    strongest: NDArray[np.float32] = np.abs(gradient).max(axis=-1)
    return strongest


def guided_backpropagation(network: LiveNetwork, pixels: NDArray[np.uint8], *, class_index: int) -> NDArray[np.float32]:
    """Which way each pixel would have to move, by way of what speaks for the class alone. Output: (H, W, channels)."""
    return _gradient(network, pixels, class_index, is_guided=True)


def _gradient(
    network: LiveNetwork, pixels: NDArray[np.uint8], class_index: int, *, is_guided: bool
) -> NDArray[np.float32]:
    function = network.remembered(*gradients(network, is_guided=is_guided))
    found: NDArray[np.float32] = function(tf.constant(pixels), tf.constant(class_index)).numpy()
    return found


def _traced(network: LiveNetwork, is_guided: bool) -> Any:
    def call(step: Step, arguments: tuple[Any, ...], options: dict[str, Any]) -> Any:
        result = call_before_softmax(network, step, arguments, options)
        return only_what_speaks_for(result) if is_guided and is_relu(step) else result

    def compute(pixels: Any, class_index: Any) -> Any:
        numbers = tf.cast(pixels, tf.float32)
        with tf.GradientTape(watch_accessed_variables=False) as tape:
            tape.watch(numbers)
            values = network.plan.run([network.scaled(numbers)[None]], call=call)
            height = score(values[network.plan.outputs[0]], class_index)
        return tape.gradient(height, numbers, unconnected_gradients=tf.UnconnectedGradients.ZERO)

    signature = [tf.TensorSpec(network.pixels_shape, tf.uint8), tf.TensorSpec((), tf.int32)]
    return tf.function(compute, input_signature=signature, autograph=False).get_concrete_function()
