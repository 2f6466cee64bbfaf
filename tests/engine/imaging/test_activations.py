import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.imaging.activations import ACTIVATIONS, FORMULAS, activate
from engine.parameters import ParameterError

SLOW = {
    "none": lambda x: x,
    "relu": lambda x: max(0.0, x),
    "leaky": lambda x: x if x >= 0 else 0.2 * x,
    "abs": abs,
    "tanh": math.tanh,
    "sigmoid": lambda x: 1 / (1 + math.exp(-x)) if x > -700 else 0.0,
}


def activate_value(value: float, name: str, **settings: float) -> float:
    return float(activate(np.array([value], np.float32), name, **settings)[0])


@given(st.sampled_from(ACTIVATIONS.values()), st.floats(-(2.0**90), 2.0**90, width=32))
def test_every_value_follows_its_formula(name, value):
    assert activate_value(value, name, slope=0.2) == pytest.approx(SLOW[name](value), rel=1e-5, abs=1e-6)


def test_every_activation_has_its_formula():
    assert set(FORMULAS) == set(ACTIVATIONS.values()) == set(SLOW)


@pytest.mark.parametrize("name", ACTIVATIONS.values())
def test_the_picture_that_came_in_stays_as_it_was(name):
    for image in (np.array([[-3.0, 4.0]], np.float32), np.array([[3, 4]], np.uint8)):
        before = image.copy()
        result = activate(image, name)
        assert result.dtype == np.float32
        assert result.shape == image.shape
        np.testing.assert_array_equal(image, before)


@pytest.mark.parametrize("name", ACTIVATIONS.values())
def test_in_place_saves_the_memory(name):
    image = np.array([[-3.0, 4.0]], np.float32)
    expected = activate(image, name)
    assert np.shares_memory(activate(image, name, in_place=True), image)
    np.testing.assert_array_equal(image, expected)


def test_not_a_number_stays_not_a_number():
    for name in ACTIVATIONS.values():
        assert math.isnan(activate_value(math.nan, name))


def test_unknown_names_and_slopes_are_refused():
    with pytest.raises(ParameterError, match="must be one of"):
        activate_value(1.0, "swish")
    with pytest.raises(ParameterError, match="Slope"):
        activate_value(1.0, "leaky", slope=2.0)
