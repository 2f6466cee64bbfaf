import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from skimage import data

from engine.imaging.canny import CARD, STEPS, CannyChain, canny_chain
from engine.imaging.colour import to_gray
from engine.opencv import cv2
from engine.parameters import ParameterError


def opencv(gray, low, high):
    return cv2.Canny(gray, low, high, L2gradient=True)


@pytest.mark.parametrize("name", ["camera", "coins", "chelsea"])
def test_without_smoothing_the_edges_are_exactly_those_of_opencv(name):
    gray = to_gray(getattr(data, name)())
    np.testing.assert_array_equal(canny_chain(gray, size=1, low=90, high=200).edges, opencv(gray, 90, 200))


@given(
    arrays(np.uint8, st.tuples(st.integers(1, 12), st.integers(1, 12))),
    st.integers(1, 800),
    st.integers(1, 800),
)
@settings(max_examples=80, deadline=None)
def test_on_any_small_picture_too(gray, low, high):
    expected = opencv(gray, low, high)
    np.testing.assert_array_equal(canny_chain(gray, size=1, low=low, high=high).edges, expected)


@pytest.mark.parametrize("name", ["camera", "coins", "chelsea"])
def test_with_smoothing_nearly_every_pixel_agrees(name):
    image = getattr(data, name)()
    smoothed = cv2.GaussianBlur(to_gray(image), (5, 5), 1.4)
    agreement = np.mean(canny_chain(image, size=5, sigma=1.4).edges == opencv(smoothed, 50, 120))
    assert agreement >= 0.98


def test_every_step_is_there_and_belongs_to_the_next():
    chain = canny_chain(data.camera())
    for step in STEPS:
        assert getattr(chain, step.value).shape == (512, 512)
    np.testing.assert_allclose(chain.magnitude, np.hypot(chain.gradient_x, chain.gradient_y), rtol=1e-5)
    assert ((chain.thin == 0) | (chain.thin == chain.magnitude)).all()
    assert set(np.unique(chain.certainty)) == {0, 1, 2}
    assert (chain.edges[chain.certainty == 2] == 255).all()
    assert (chain.edges[chain.certainty == 0] == 0).all()


def test_directions_are_those_of_the_screen():
    ramp = np.tile(np.arange(0, 90, 10, dtype=np.uint8), (9, 1))
    assert canny_chain(ramp).direction[4, 4] == pytest.approx(0, abs=0.1)
    assert canny_chain(ramp.T).direction[4, 4] == pytest.approx(90, abs=0.1)


def test_a_possible_edge_stays_only_if_it_touches_a_certain_one():
    image = np.zeros((20, 60), np.uint8)
    image[10:, :30] = np.linspace(40, 200, 30).astype(np.uint8)
    image[10:, 40:] = 40
    edges = canny_chain(image, size=1, low=100, high=500).edges
    assert edges[9:11, :25].any(axis=0).all()
    assert not edges[:, 45:].any()


@pytest.mark.parametrize(("dtype", "full"), [(np.uint16, 65535), (np.float32, 1)])
def test_other_ranges_give_the_same_edges(dtype, full):
    image = data.coins()
    other = (image.astype(np.float64) / 255 * full).astype(dtype)
    assert np.mean(canny_chain(image).edges == canny_chain(other).edges) > 0.999


def test_colour_tiny_and_damaged_pictures():
    assert isinstance(canny_chain(np.zeros((1, 1, 3), np.uint8)), CannyChain)
    assert not canny_chain(np.full((8, 8), np.nan, np.float32)).edges.any()
    assert canny_chain(data.chelsea()[..., ::-1]).edges.any()


def test_settings_are_checked_and_thresholds_may_be_swapped():
    image = data.coins()
    np.testing.assert_array_equal(canny_chain(image, low=50, high=90).edges, canny_chain(image, low=90, high=50).edges)
    for wrong in ({"size": 4}, {"sigma": -1}, {"low": float("nan")}):
        with pytest.raises(ParameterError):
            canny_chain(image, **wrong)
    assert not CARD.is_linear
