"""Palette entries of the worker in the colours of the theme."""

import numpy as np
import pytest

from engine.imaging.palettes import gap_colour, palette
from gui.train.entries import coloured_entries


@pytest.mark.parametrize("is_dark", [True, False])
@pytest.mark.parametrize("scheme", ["signed", "positive"])
def test_entries_take_the_colours_of_their_scheme_and_gaps_their_own(scheme, is_dark):
    entries = np.array([[0, 1], [128, 255]], np.uint8)
    found = coloured_entries(entries, scheme, is_dark=is_dark)
    table = palette(scheme, is_dark=is_dark)
    assert found.shape == (2, 2, 3)
    assert tuple(found[0, 0]) == gap_colour(is_dark=is_dark)
    for place, entry in (((0, 1), 1), ((1, 0), 128), ((1, 1), 255)):
        np.testing.assert_array_equal(found[place], table[entry])


def test_colours_stay_colours_and_only_whole_zeros_are_gaps():
    entries = np.array([[[0, 0, 0], [0, 9, 0]]], np.uint8)
    found = coloured_entries(entries, "signed", is_dark=True)
    assert tuple(found[0, 0]) == gap_colour(is_dark=True)
    assert tuple(found[0, 1]) == (0, 9, 0)
    assert entries[0, 0].tolist() == [0, 0, 0], "what the worker sent stays"
