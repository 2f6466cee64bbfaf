"""The score of a class, and the way back from it to any layer or pixel. For the network worker only."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.errors import UserError
from engine.network.activations import LiveNetwork
from engine.network.live.plan import Step, plain_call
from engine.text import mark

_RELU_KINDS = ("ReLU", "Relu", "Relu6")
_SOFTMAX_KINDS = ("Softmax",)


class WhyError(UserError):
    """A question about an answer that this network, layer or class has no reply to."""


def chosen_class(network: LiveNetwork, pixels: NDArray[np.uint8], class_index: int | None) -> tuple[int, float]:
    """The class that is meant (None: the one with the highest score) and its number in the network's answer."""
    scores = class_scores(network.slot_value(pixels, network.plan.outputs[0]))
    index = int(np.argmax(scores)) if class_index is None else class_index
    if not 0 <= index < len(scores):
        raise WhyError(
            mark("There is no class {index}: this network has {count}, counted from 0."),
            index=index, count=len(scores),
        )  # fmt: skip
    return index, float(scores[index])


def class_scores(answer: NDArray[Any]) -> NDArray[np.float64]:
    """One number a class from an answer (1, …, classes): where it is a map of classes, the mean over the map."""
    scores: NDArray[np.float64] = answer.reshape(-1, answer.shape[-1]).mean(axis=0, dtype=np.float64)
    return scores


def score(answer: Any, class_index: Any) -> Any:
    """The same for one class inside a graph, for the first picture of the batch."""
    return tf.reduce_mean(tf.gather(tf.reshape(answer[0], (-1, answer.shape[-1])), class_index, axis=1))


def call_before_softmax(network: LiveNetwork, step: Step, arguments: tuple[Any, ...], options: dict[str, Any]) -> Any:
    """A step as Keras does it, but the last one without its softmax.

    A softmax is flat where the network is sure, so that nothing would come back through it; what goes into it is not.
    """
    if step is not network.plan.last_step():
        return plain_call(step, arguments, options)
    if _is(step, _SOFTMAX_KINDS, keras.activations.softmax) and step.kind in ("Activation", *_SOFTMAX_KINDS):
        return arguments[0]
    if getattr(step.operation, "activation", None) is keras.activations.softmax:
        return _without_activation(step.operation)(*arguments, **options)
    return plain_call(step, arguments, options)


def is_relu(step: Step) -> bool:
    """Whether the step ends in a ReLU."""
    return _is(step, _RELU_KINDS, keras.activations.relu, keras.activations.relu6)


def only_what_speaks_for(output: Any) -> Any:
    """`output` unchanged; on the way back only positive gradients pass.

    Behind a ReLU, which by itself stops the gradient of what it cut, this makes guided backpropagation, and no layer
    of the model has to be replaced for it.
    """

    @tf.custom_gradient  # type: ignore[untyped-decorator]
    def passed(values: Any) -> tuple[Any, Any]:
        return tf.identity(values), tf.nn.relu

    return passed(output)


def _is(step: Step, kinds: tuple[str, ...], *functions: Any) -> bool:
    activation = getattr(step.operation, "activation", None)
    return step.kind in kinds or any(activation is function for function in functions)


def _without_activation(layer: Any) -> Any:
    """A stand-in for a layer, with its very weights, that leaves the activation out.

    The layer itself stays as it is: another thread may be calling it now.
    """
    # Past Keras's own ways: its copy would be a file that is written and read, with weights of its own.
    stand_in = object.__new__(type(layer))
    vars(stand_in).update(vars(layer), activation=keras.activations.linear)
    return stand_in
