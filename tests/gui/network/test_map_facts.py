import numpy as np
import pytest

from gui.network import map_facts as facts
from tests.gui.network.making import layer_maps

RAMP = np.linspace(0, 2, 4 * 4 * 3, dtype=np.float32).reshape(4, 4, 3)


@pytest.mark.parametrize("is_dark", [True, False])
@pytest.mark.parametrize("offset", [0.0, -1.0], ids=["positive", "signed"])
def test_a_colour_tells_its_value_to_the_nearest_colour(is_dark, offset):
    output = RAMP + offset
    maps, pixels = layer_maps("conv1", output, is_dark=is_dark)
    for place, row, column in ((0, 0, 0), (1, 2, 3), (2, 3, 3)):
        found = facts.value_at(maps, pixels, place, row, column)
        assert found is not None
        assert found[0] == pytest.approx(output[row, column, place], abs=float(maps.highs[place]) / 100)
        assert not found[1]


@pytest.mark.parametrize("is_dark", [True, False])
def test_the_theme_of_a_mosaic_is_told_from_its_pixels(is_dark):
    assert facts.drawn_dark(*layer_maps("conv1", RAMP, is_dark=is_dark)) is is_dark


def test_single_values_are_exact():
    maps, pixels = layer_maps("dense", np.array([0.123456, -3.0], np.float32))
    assert facts.value_at(maps, pixels, 0, 0, 0) == (pytest.approx(0.123456), True)


def test_only_maps_of_zeros_never_fire():
    output = np.ones((3, 3, 4), np.float32)
    output[..., 1] = 0
    maps, _ = layer_maps("conv1", output)
    assert facts.never_fire(maps).tolist() == [False, True, False, False]
    assert facts.silence_words(maps) == "1 of 4 never fires on this picture"
    assert facts.silence_words(layer_maps("conv1", RAMP)[0]) == ""


def test_the_ends_of_the_scale():
    maps, _ = layer_maps("conv1", RAMP - 1)
    assert facts.limits(maps, None, is_shared=False) is None
    low, high = facts.limits(maps, 2, is_shared=False)
    assert (low, high) == (-high, pytest.approx(float(maps.highs[2])))
    shared, _ = layer_maps("conv1", RAMP, shared=True)
    assert facts.limits(shared, None, is_shared=True) == (0.0, 2.0)


def test_maps_are_counted_in_words():
    assert facts.count_words(layer_maps("conv1", RAMP)[0]) == "3 maps · 4×4"
    assert facts.count_words(layer_maps("dense", np.zeros(120, np.float32))[0]) == "120 values"
    assert facts.count_words(layer_maps("conv1", RAMP, order=[2, 0])[0]) == "2 of 3 maps · 4×4"
