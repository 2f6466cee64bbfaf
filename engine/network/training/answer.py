"""What the last layer of a network gives, and so how its answer is read. No Keras here."""

from __future__ import annotations

from enum import StrEnum

from engine.network.architecture import Architecture
from engine.network.layers.activation import Activation, Softmax
from engine.network.layers.dense import Dense


class AnswerKind(StrEnum):
    """`SHARES` sum to 1; `NUMBERS` have still to become shares; `EACH`: a share for every class by itself.

    `ONE`: a single share, that of the second of two classes.
    """

    SHARES = "shares"
    NUMBERS = "numbers"
    EACH = "each"
    ONE = "one"


def answer_kind(architecture: Architecture) -> AnswerKind:
    """How the answer of a network has to be read.

    >>> from engine.network.catalogue import architecture_of
    >>> str(answer_kind(architecture_of("lenet-5")))
    'shares'
    """
    layer = architecture.by_name[architecture.outputs[0].node].layer
    if isinstance(layer, Architecture):
        return answer_kind(layer)
    if isinstance(layer, Softmax):
        return AnswerKind.SHARES
    activation = layer.activation if isinstance(layer, (Activation, Dense)) else "linear"
    if activation == "sigmoid":
        return AnswerKind.ONE if isinstance(layer, Dense) and layer.units == 1 else AnswerKind.EACH
    return AnswerKind.SHARES if activation == "softmax" else AnswerKind.NUMBERS
