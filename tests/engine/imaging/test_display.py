import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from engine.imaging.display import render
from engine.imaging.palettes import NEUTRAL_INDEX, SCALES, VERMILLION, gap_colour, palette
from engine.parameters import ParameterError

THEMES = pytest.mark.parametrize("is_dark", [True, False])
shapes = st.tuples(st.integers(1, 9), st.integers(1, 9), st.sampled_from([(), (1,), (2,), (3,), (4,), (7,)])).map(
    lambda shape: (*shape[:2], *shape[2])
)
pictures = st.one_of(
    arrays(np.uint8, shapes),
    arrays(np.uint16, shapes),
    arrays(np.bool_, shapes),
    arrays(np.float32, shapes, elements=st.floats(width=32)),
    arrays(np.float64, shapes, elements=st.floats()),
)


@given(
    pictures, st.sampled_from(SCALES.values()), st.sampled_from(["auto", "full", (0.0, 1.0), (3.0, 3.0)]), st.booleans()
)
@settings(max_examples=250, deadline=None)
def test_anything_can_be_drawn(image, scale, limits, as_maps):
    before = image.copy()
    drawn = render(image, scale, limits=limits, as_maps=as_maps)
    assert drawn.pixels.dtype == np.uint8
    assert drawn.pixels.ndim == 3
    assert drawn.pixels.shape[2] == 3
    assert drawn.low <= drawn.high
    with np.errstate(over="ignore"):
        shown = image[..., :3] if image.ndim == 3 and image.dtype.kind in "bu" and image.shape[2] == 4 else image
        assert drawn.non_finite == np.count_nonzero(~np.isfinite(shown.astype(np.float32)))
    np.testing.assert_array_equal(image, before)


@pytest.mark.parametrize("kind", [np.uint8, np.uint16, np.float32])
def test_a_gray_picture_stays_a_gray_photograph(kind):
    scale = 257 if kind == np.uint16 else 1
    image = (np.arange(256).reshape(16, 16) * scale).astype(kind)
    drawn = render(image)
    assert drawn.scheme == "photo"
    assert (drawn.low, drawn.high) == (0, 255 * scale)
    np.testing.assert_array_equal(drawn.pixels, np.repeat(np.arange(256).reshape(16, 16, 1), 3, axis=2))


def test_floats_within_one_are_shares_of_full_brightness():
    drawn = render(np.array([[0.0, 0.5, 1.0]], np.float32))
    assert drawn.high == 1
    assert drawn.pixels[0, :, 0].tolist() == [0, 128, 255]


def test_a_colour_photograph_is_shown_as_it_is():
    image = np.random.default_rng(0).integers(0, 256, (5, 6, 3), dtype=np.uint8)
    np.testing.assert_array_equal(render(image).pixels, image)
    np.testing.assert_array_equal(render(image.astype(np.float32)).pixels, image)
    np.testing.assert_array_equal(render(np.dstack([image, image[..., :1]])).pixels, image)


@THEMES
def test_zero_lies_in_the_neutral_middle_of_signed_values(is_dark):
    drawn = render(np.array([[-300.0, 0.0, 100.0, 300.0]]), is_dark=is_dark, limits="full")
    colours = palette("signed", is_dark=is_dark)
    assert drawn.scheme == "signed"
    assert (drawn.low, drawn.high) == (-300, 300)
    np.testing.assert_array_equal(drawn.pixels[0, 1], colours[NEUTRAL_INDEX])
    np.testing.assert_array_equal(drawn.pixels[0, 0], colours[0])
    np.testing.assert_array_equal(drawn.pixels[0, 3], colours[255])
    blue, orange = drawn.pixels[0, 0].astype(int), drawn.pixels[0, 3].astype(int)
    assert blue[2] > blue[0]
    assert orange[0] > orange[2]


@THEMES
def test_zero_keeps_its_colour_whatever_the_rest(is_dark):
    for extreme in (1e-3, 7.0, 1e6):
        drawn = render(np.array([[-extreme, 0.0, extreme / 3]]), is_dark=is_dark)
        np.testing.assert_array_equal(drawn.pixels[0, 1], palette("signed", is_dark=is_dark)[NEUTRAL_INDEX])


@THEMES
def test_positive_results_go_from_neutral_to_orange(is_dark):
    drawn = render(np.array([[0.0, 1000.0]]), is_dark=is_dark, limits="full")
    assert (drawn.scheme, drawn.low, drawn.high) == ("positive", 0, 1000)
    np.testing.assert_array_equal(drawn.pixels[0], palette("positive", is_dark=is_dark)[[0, 255]])
    np.testing.assert_array_equal(drawn.pixels[0, 0], palette("signed", is_dark=is_dark)[NEUTRAL_INDEX])


def test_heat_brightens_steadily_and_is_stretched_from_lowest_to_highest():
    drawn = render(np.array([[5.0, 6.0, 7.0]]), "heat", limits="full")
    assert (drawn.low, drawn.high) == (5, 7)
    np.testing.assert_array_equal(drawn.pixels[0, [0, 2]], palette("heat")[[0, 255]])
    luma = palette("heat") @ np.array([0.299, 0.587, 0.114])
    assert (np.diff(luma) > -0.5).all()
    assert palette("heat")[0, 2] > palette("heat")[0, 0]  # it begins in blue: the table is RGB, not BGR


def test_a_far_outlier_does_not_darken_the_rest_unless_asked():
    image = np.random.default_rng(0).normal(0, 10, (100, 100)).astype(np.float32)
    image[50, 50] = 1e12
    robust, full = render(image), render(image, limits="full")
    assert robust.high < 100
    assert full.high == pytest.approx(1e12)
    np.testing.assert_array_equal(robust.pixels[50, 50], palette("signed")[255])


@pytest.mark.parametrize("scale", ["auto", "photo", "signed", "positive", "heat"])
def test_what_is_no_number_is_vermillion_and_counted(scale):
    image = np.array([[0.0, np.nan, np.inf, -np.inf, 3.0]], np.float32)
    drawn = render(image, scale)
    assert drawn.non_finite == 3
    assert np.isfinite([drawn.low, drawn.high]).all()
    assert (drawn.pixels[0, 1:4] == VERMILLION).all()
    assert not (drawn.pixels[0, [0, 4]] == VERMILLION).all(axis=-1).any()


def test_signed_colour_has_zero_at_middle_gray():
    drawn = render(np.array([[[-10.0, 0.0, 10.0]]]))
    assert drawn.scheme == "signed_colour"
    assert drawn.pixels.tolist() == [[[1, 128, 255]]]


def test_given_limits_are_kept_and_hold_still():
    drawn = render(np.array([[-5.0, 0.0, 5.0]]), limits=(-50.0, 50.0))
    assert (drawn.low, drawn.high) == (-50, 50)
    np.testing.assert_array_equal(drawn.pixels[0, 2], palette("signed")[NEUTRAL_INDEX + 13])


def test_maps_lie_side_by_side_on_one_scale():
    maps = np.zeros((4, 4, 5), np.float32)
    maps[..., 4] = 400
    drawn = render(maps, columns=3, limits="full")
    assert drawn.layout is not None
    assert drawn.pixels.shape == (*drawn.layout.shape, 3)
    top, left = drawn.layout.corner(4)
    assert (drawn.pixels[top : top + 4, left : left + 4] == palette("positive")[255]).all()
    assert (drawn.pixels[4] == gap_colour()).all()
    assert (drawn.pixels[5:, 10:] == gap_colour()).all()


def test_three_maps_are_a_colour_unless_told_otherwise():
    maps = np.zeros((4, 4, 3), np.float32)
    assert render(maps).layout is None
    assert render(maps, as_maps=True).layout is not None


def test_unknown_scales_are_refused():
    with pytest.raises(ParameterError):
        render(np.zeros((2, 2)), "rainbow")
