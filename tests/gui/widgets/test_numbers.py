import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.widgets.numbers import MINUS, format_number, full_number, shared_decimals


@pytest.mark.parametrize(
    ("value", "width", "text"),
    [
        (0.0, 5, "0"), (-0.0, 5, "0"), (255.0, 5, "255"), (-83.0, 5, "−83"), (0.12, 5, "0.12"), (-0.21, 4, "−.21"),
        (419.00001, 5, "419"), (1.272, 5, "1.272"), (-1234567.0, 5, "−1.2M"), (1e-6, 5, "1e−6"),
        (999_999.0, 5, "1.0M"), (math.inf, 5, "∞"), (-math.inf, 5, "−∞"), (math.nan, 5, "nan"),
    ],
)  # fmt: skip
def test_numbers_are_short_and_right(value, width, text):
    assert format_number(value, width) == text


@settings(max_examples=200, deadline=None)
@given(st.floats(-(2.0**46), 2.0**46, width=32, allow_subnormal=False), st.integers(5, 9))
def test_a_short_number_fits_and_is_near_the_number(value, width):
    text = format_number(value, width)
    assert len(text) <= width + 1  # a power of ten below zero may need one more
    scale = {"k": 1e3, "M": 1e6, "G": 1e9, "T": 1e12}.get(text[-1], 1.0)
    read = float(text.rstrip("kMGT").replace(MINUS, "-")) * scale
    assert read == pytest.approx(value, rel=0.5, abs=0.0006)
    assert (read < 0) == (value < 0) or read == 0


@settings(max_examples=50, deadline=None)
@given(st.lists(st.floats(-100, 100, width=32), min_size=1, max_size=9))
def test_numbers_of_one_grid_have_the_same_decimals(values):
    decimals = shared_decimals(values, 6)
    texts = [format_number(value, 6, decimals=decimals) for value in values]
    lengths = {len(text.partition(".")[2]) for text in texts if "e" not in text}
    assert len(lengths) <= 1


def test_all_digits_of_single_precision_are_there():
    value = np.float32(-0.123456789)
    assert np.float32(full_number(value).replace(MINUS, "-")) == pytest.approx(value, rel=1e-6)
