from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.network.fitting import FIT, fit

METHODS = FIT.values()


@settings(max_examples=40, deadline=None)
@given(
    height=st.integers(1, 60), width=st.integers(1, 60), side=st.tuples(st.integers(1, 40), st.integers(1, 40)),
    method=st.sampled_from(METHODS), channels=st.sampled_from([1, 3, 8]),
)  # fmt: skip
def test_whatever_comes_in_the_network_gets_its_size(
    height: int, width: int, side: tuple[int, int], method: str, channels: int
) -> None:
    image = np.full((height, width, 3), 200, np.uint8)
    fitted = fit(image, size=side, channels=channels, method=method)
    assert fitted.pixels.shape == (*side, channels)
    assert fitted.pixels.dtype == np.uint8
    top, left, tall, wide = fitted.placement.box(0, 0, *side)
    if method == "pad":
        assert (tall, wide) >= (height - 1e-6, width - 1e-6)
    else:
        assert -1e-6 <= top <= top + tall <= height + 1e-6
        assert -1e-6 <= left <= left + wide <= width + 1e-6
        assert (fitted.pixels == 200).all()


@pytest.mark.parametrize("method", METHODS)
def test_a_mark_on_the_picture_is_found_where_the_placement_says(method: str) -> None:
    image = np.zeros((80, 120, 3), np.uint8)
    image[36:44, 56:64] = 255
    fitted = fit(image, size=(40, 40), method=method)
    rows, columns = np.nonzero(fitted.pixels[..., 0] > 128)
    top, left, height, width = fitted.placement.box(
        rows.min(), columns.min(), rows.max() - rows.min() + 1, columns.max() - columns.min() + 1
    )
    assert (top, left, height, width) == pytest.approx((36, 56, 8, 8), abs=3)
    row, column = fitted.placement.point(40, 60)
    assert (row, column) == pytest.approx((rows.mean() + 0.5, columns.mean() + 0.5), abs=1)


def test_bars_are_black_and_gray_becomes_colour() -> None:
    fitted = fit(np.full((10, 40), 65535, np.uint16), size=(20, 20), method="pad")
    assert (fitted.pixels[:7] == 0).all()
    assert (fitted.pixels[8:12] == 255).all()


def test_what_the_window_needs_brings_no_keras() -> None:
    code = (
        "import sys, engine.network.fitting, engine.network.maps, engine.network.requests, engine.network.explained\n"
        "sys.exit(any(name in sys.modules for name in ('keras', 'tensorflow')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
