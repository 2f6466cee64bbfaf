"""Pictures, kernels and settings for property-based tests."""

import numpy as np
from hypothesis import strategies as st

from engine.imaging.padding import BORDERS

DTYPES = ("uint8", "uint16", "float32", "float64")


@st.composite
def pictures(draw, most=16, channels=(None, None, 1, 2, 3, 5)):
    height, width = draw(st.integers(1, most)), draw(st.integers(1, most))
    depth = draw(st.sampled_from(channels))
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    dtype = draw(st.sampled_from(DTYPES))
    shape = (height, width) if depth is None else (height, width, depth)
    if dtype.startswith("uint"):
        return random.integers(0, np.iinfo(dtype).max, shape, endpoint=True).astype(dtype)
    return random.normal(draw(st.sampled_from((0.0, 100.0))), 3, shape).astype(dtype)


@st.composite
def kernels(draw, most=9):
    height, width = draw(st.integers(1, most)), draw(st.integers(1, most))
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    kind = draw(st.sampled_from(("random", "whole", "box", "product", "two products", "sparse", "zero")))
    if kind == "whole":
        return random.integers(-3, 4, (height, width))
    if kind == "box":
        return np.full((height, width), draw(st.sampled_from((1.0, 0.5, 1 / (height * width)))))
    if kind == "product":
        return np.outer(random.normal(size=height), random.normal(size=width))
    if kind == "two products":
        return random.normal(size=(height, 2)) @ random.normal(size=(2, width))
    if kind == "sparse":
        return random.normal(size=(height, width)) * (random.random((height, width)) < 0.2)
    if kind == "zero":
        return np.zeros((height, width))
    return random.normal(size=(height, width)).astype(draw(st.sampled_from(("float32", "float64"))))


paddings = st.one_of(
    st.sampled_from(("valid", "same", "full")), st.integers(0, 12), st.tuples(st.integers(0, 9), st.integers(0, 9))
)
pairs = st.tuples(st.integers(1, 4), st.integers(1, 4))
borders = st.sampled_from(BORDERS)


def fits(image, kernel_shape, padding, dilation):
    """Whether a kernel fits into a padded picture; "same" and "full" always do."""
    if padding in ("same", "full"):
        return True
    extra = (0, 0) if padding == "valid" else (padding, padding) if isinstance(padding, int) else padding
    return all(dilation[axis] * (kernel_shape[axis] - 1) + 1 <= image.shape[axis] + 2 * extra[axis] for axis in (0, 1))
