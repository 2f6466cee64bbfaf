import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.sources.frame import Frame, reduced


@given(height=st.integers(1, 200), width=st.integers(1, 200), pixels=st.integers(1, 5000))
@settings(max_examples=80, deadline=None)
def test_reducing_finds_the_largest_size_that_fits(height, width, pixels):
    image, factor = reduced(np.zeros((height, width, 3), np.uint8), pixels=pixels)
    assert image.shape == (-(-height // factor), -(-width // factor), 3)
    assert image.shape[0] * image.shape[1] <= pixels
    larger = factor - 1
    assert factor == 1 or -(-height // larger) * -(-width // larger) > pixels


def test_a_frame_cannot_be_written_to():
    frame = Frame(np.zeros((2, 2), np.uint8))
    with pytest.raises(ValueError, match="read-only"):
        frame.image[0, 0] = 1
