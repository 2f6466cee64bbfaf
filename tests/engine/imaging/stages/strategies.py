"""Random stages and pictures, small enough that every value can be explained."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from engine.imaging.canny import STEPS
from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.stages.activation import Activation
from engine.imaging.stages.bilateral import Bilateral
from engine.imaging.stages.canny import Canny
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.filters import Filter
from engine.imaging.stages.median import Median
from engine.imaging.stages.noise import Noise
from engine.imaging.stages.pooling import Pooling
from engine.imaging.stages.transposed import Transposed
from engine.imaging.stages.upsampling import Upsampling

ACTIVATION_NAMES = ["none", "relu", "leaky", "abs", "tanh", "sigmoid"]
BORDERS = ["zero", "constant", "replicate", "reflect", "mirror", "wrap"]

small_pair = st.tuples(st.integers(1, 3), st.integers(1, 3))


@st.composite
def pictures(draw: st.DrawFn) -> np.ndarray:
    shape = draw(st.tuples(st.integers(1, 9), st.integers(1, 9)))
    if draw(st.booleans()):
        shape = (*shape, 3)
    if draw(st.booleans()):
        return draw(hnp.arrays(np.uint8, shape))
    return draw(hnp.arrays(np.float32, shape, elements=st.floats(-100, 100, width=32)))


@st.composite
def own_kernels(draw: st.DrawFn, side: tuple[int, int] | None = None) -> KernelChoice:
    height, width = side or draw(st.tuples(st.integers(1, 4), st.integers(1, 4)))
    rows = st.lists(st.integers(-4, 4).map(float), min_size=width, max_size=width).map(tuple)
    weights = draw(st.lists(rows, min_size=height, max_size=height).map(tuple))
    return KernelChoice("own", own_weights=weights)


@st.composite
def convolutions(draw: st.DrawFn) -> Convolution:
    channels = draw(st.sampled_from(["gray", "red", "each", "volume"]))
    filters = ()
    if channels == "volume":
        side = draw(small_pair)
        count = draw(st.integers(1, 3))
        filters = tuple(Filter((draw(own_kernels(side)),), draw(st.integers(-9, 9))) for _ in range(count))
    return Convolution(
        kernel=draw(own_kernels()),
        filters=filters,
        channels=channels,
        operation=draw(st.sampled_from(["correlation", "convolution"])),
        padding=draw(st.sampled_from(["valid", "same", "full", "custom"])),
        padding_size=draw(small_pair),
        border=draw(st.sampled_from(BORDERS)),
        border_value=draw(st.sampled_from([0.0, 7.0])),
        stride=draw(small_pair),
        dilation=draw(small_pair),
        bias=draw(st.sampled_from([0.0, 3.0])),
        activation=draw(st.sampled_from(ACTIVATION_NAMES)),
    )


def poolings() -> st.SearchStrategy[Pooling]:
    return st.builds(
        Pooling,
        method=st.sampled_from(["max", "mean"]),
        is_global=st.booleans(),
        size=small_pair,
        stride=small_pair,
        padding=st.sampled_from(["valid", "same"]),
    )


@st.composite
def transposeds(draw: st.DrawFn) -> Transposed:
    return Transposed(
        kernel=draw(own_kernels()),
        stride=draw(small_pair),
        padding=draw(st.tuples(st.integers(0, 2), st.integers(0, 2))),
        dilation=draw(small_pair),
    )


def stages() -> st.SearchStrategy:
    return st.one_of(
        convolutions(),
        poolings(),
        transposeds(),
        st.builds(Activation, function=st.sampled_from(ACTIVATION_NAMES)),
        st.builds(Upsampling, method=st.sampled_from(["nearest", "bilinear"]), factor=small_pair),
        st.builds(Median, size=st.sampled_from([1, 3, 5])),
        st.builds(Canny, step=st.sampled_from([each.value for each in STEPS]), size=st.sampled_from([1, 3, 5])),
        st.builds(Bilateral, diameter=st.sampled_from([3, 5])),
        st.builds(Noise, method=st.sampled_from(["salt_and_pepper", "gaussian", "speckle"]), seed=st.integers(0, 9)),
    )
