"""Grad-CAM: where in the picture a layer sees what speaks for a class. For the network worker only."""

from __future__ import annotations

from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.network.activations import LiveNetwork, Needed
from engine.network.live.plan import Step
from engine.network.why.scoring import WhyError, call_before_softmax, score
from engine.text import mark


def class_maps(network: LiveNetwork, layer: str) -> Needed:
    """The function that `grad_cam` needs; refused for a layer without maps."""
    if len(network.shapes[network.plan.step(layer).path]) != 3:
        raise WhyError(
            mark("The layer “{layer}” gives no maps, so it cannot tell where. Choose a layer before it."), layer=layer
        )  # fmt: skip
    return ("grad_cam", layer), lambda: _traced(network, layer)


def grad_cam(network: LiveNetwork, pixels: NDArray[np.uint8], *, layer: str, class_index: int) -> NDArray[np.float32]:
    """How much each place speaks for the class, by the maps of `layer`. Output shape: (H, W) of the picture, 0 … 1.

    Each map counts by its mean gradient; what remains positive of the sum is drawn. All 0 where nothing speaks for the
    class.
    """
    function = network.remembered(*class_maps(network, layer))
    heat: NDArray[np.float32] = function(tf.constant(pixels), tf.constant(class_index)).numpy()
    return heat


def last_maps(network: LiveNetwork) -> str:
    """The deepest layer that still tells places apart."""
    for path, shape in reversed(list(network.shapes.items())):
        if len(shape) == 3 and shape[0] * shape[1] > 1:
            return path
    raise WhyError(mark("No layer of this network gives maps, so none can tell where in the picture something is."))


def _traced(network: LiveNetwork, layer: str) -> Any:
    target = network.plan.step(layer)

    def compute(pixels: Any, class_index: Any) -> Any:
        watched: list[Any] = []
        with tf.GradientTape(watch_accessed_variables=False) as tape:

            def call(step: Step, arguments: tuple[Any, ...], options: dict[str, Any]) -> Any:
                result = call_before_softmax(network, step, arguments, options)
                if step is target:
                    tape.watch(result)
                    watched.append(result)
                return result

            values = network.plan.run([network.scaled(pixels)[None]], call=call)
            height = score(values[network.plan.outputs[0]], class_index)
        maps = watched[0]
        gradient = tape.gradient(height, maps, unconnected_gradients=tf.UnconnectedGradients.ZERO)
        weights = tf.reduce_mean(gradient, axis=(1, 2), keepdims=True)
        heat = tf.nn.relu(tf.reduce_sum(weights * maps, axis=-1, keepdims=True))
        heat = tf.image.resize(heat, network.pixels_shape[:2])[0, :, :, 0]
        return tf.math.divide_no_nan(heat, tf.reduce_max(heat))

    signature = [tf.TensorSpec(network.pixels_shape, tf.uint8), tf.TensorSpec((), tf.int32)]
    return tf.function(compute, input_signature=signature, autograph=False).get_concrete_function()
