"""The activation functions that a layer can end with."""

from __future__ import annotations

from engine.parameters import Choice, Option
from engine.text import mark

FUNCTIONS = Choice(
    title=mark("Activation"),
    help=mark("The curve that each value goes through at the end."),
    default="linear",
    options=(
        Option("linear", mark("None"), mark("The values stay as they are.")),
        Option("relu", mark("ReLU"), mark("Negative values become 0.")),
        Option("relu6", mark("ReLU6"), mark("Negative values become 0, those above 6 become 6.")),
        Option("leaky_relu", mark("Leaky ReLU"), mark("Negative values keep a small share of themselves.")),
        Option("elu", mark("ELU"), mark("Negative values bend towards −1.")),
        Option("selu", mark("SELU"), mark("An ELU scaled so that the spread of the values keeps itself.")),
        Option("gelu", mark("GELU"), mark("A smooth ReLU that dips below 0 before it rises.")),
        Option("sigmoid", mark("Sigmoid"), mark("Every number becomes one between 0 and 1.")),
        Option("hard_sigmoid", mark("Hard sigmoid"), mark("A sigmoid made of three straight lines.")),
        Option("tanh", mark("tanh"), mark("Every number becomes one between −1 and 1.")),
        Option("softmax", mark("Softmax"), mark("The values along the channels become shares that sum to 1.")),
        Option("log_softmax", mark("Log softmax"), mark("The logarithm of the softmax.")),
        Option("softplus", mark("Softplus"), mark("A ReLU with a smooth bend.")),
        Option("softsign", mark("Softsign"), mark("x / (1 + |x|): like tanh, with longer tails.")),
        Option("silu", mark("SiLU (swish)"), mark("The value times its own sigmoid.")),
        Option("hard_silu", mark("Hard swish"), mark("A swish made of straight lines, as MobileNet v3 has it.")),
        Option("mish", mark("Mish"), mark("The value times the tanh of its softplus.")),
        Option("exponential", mark("Exponential"), mark("e to the power of the value.")),
    ),
)

# What Keras, old and new, calls the same curves.
ALIASES = {"swish": "silu", "hard_swish": "hard_silu", "leakyrelu": "leaky_relu", "exp": "exponential"}


def suffix(function: str) -> str:
    """What a layer's summary says of its activation: nothing where there is none.

    >>> suffix("relu"), suffix("linear")
    (' · ReLU', '')
    """
    return "" if function == "linear" else f" · {FUNCTIONS.option(function).title}"
