"""Activations: the curve that every value goes through by itself after a convolution."""

from __future__ import annotations

import numpy as np

from engine.imaging.types import FloatImage, Image
from engine.parameters import Choice, Option, Real
from engine.text import mark

ACTIVATIONS = Choice(
    title=mark("Activation"),
    help=mark("What happens to every value after the sum."),
    default="none",
    options=(
        Option("none", mark("None"), mark("Every value stays as it is.")),
        Option("relu", mark("ReLU"), mark("Negative values become 0, the others stay.")),
        Option("leaky", mark("Leaky ReLU"), mark("Negative values shrink to a small share, the others stay.")),
        Option(
            "abs", mark("Absolute value"), mark("The sign is dropped: dark-to-bright and bright-to-dark look alike.")
        ),
        Option(
            "tanh",
            mark("tanh"),
            mark("Squeezes every value between −1 and 1; values as large as 0–255 all end near ±1."),
        ),
        Option("sigmoid", mark("Sigmoid"), mark("Squeezes every value between 0 and 1; 0 becomes one half.")),
    ),
)
SLOPE = Real(
    title=mark("Slope"), help=mark("Share of a negative value that a leaky ReLU lets through."),
    default=0.1, minimum=0.0, maximum=1.0, step=0.01, decimals=3,
)  # fmt: skip

FORMULAS = {
    "none": "f(x) = x",
    "relu": "f(x) = max(0, x)",
    "leaky": "f(x) = x ≥ 0 ? x : slope · x",
    "abs": "f(x) = |x|",
    "tanh": "f(x) = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)",
    "sigmoid": "f(x) = 1 / (1 + e⁻ˣ)",
}


def activate(image: Image, name: str, *, slope: float = SLOPE.default, in_place: bool = False) -> FloatImage:
    """Send every value through the activation called `name`. Output shape: as the input, float32.

    With `in_place` a float32 array is overwritten, which saves memory where the caller has no further use for it.
    NaN stays NaN.

    >>> activate(np.array([[-2.0, 3.0]]), "relu").tolist()
    [[0.0, 3.0]]
    """
    name = ACTIVATIONS.check(name)
    with np.errstate(over="ignore"):  # what float32 cannot hold becomes infinite
        values: FloatImage = np.asarray(image, np.float32)
    if name == "none":
        return values
    out = values if in_place or values is not image else np.empty_like(values)
    if name == "relu":
        return np.maximum(values, np.float32(0), out=out)
    if name == "abs":
        return np.abs(values, out=out)
    if name == "tanh":
        return np.tanh(values, out=out)
    if name == "leaky":
        # With a slope of at most 1 the larger of x and slope · x is the leaky ReLU.
        share: FloatImage = values * np.float32(SLOPE.check(slope))
        return np.maximum(values, share, out=out)
    # The same curve as 1 / (1 + e⁻ˣ), but it cannot overflow.
    np.tanh(np.multiply(values, np.float32(0.5), out=out), out=out)
    np.multiply(out, np.float32(0.5), out=out)
    return np.add(out, np.float32(0.5), out=out)
