import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import UserError
from engine.imaging.colour import peak_of, scale_to, split_alpha, to_gray

LUMA = (0.299, 0.587, 0.114)


@pytest.mark.parametrize(("kind", "tolerance"), [(np.uint8, 1), (np.uint16, 1), (np.float32, 1e-3), (np.float64, 1e-3)])
@pytest.mark.parametrize("channels", [3, 4])
def test_gray_weighs_red_green_and_blue(kind, tolerance, channels):
    image = (np.random.default_rng(0).random((5, 7, channels)) * 255).astype(kind)
    gray = to_gray(image)
    np.testing.assert_allclose(gray, image[..., :3] @ np.array(LUMA), atol=tolerance)
    assert gray.dtype == (np.float32 if kind == np.float64 else kind)


def test_gray_pictures_stay():
    gray = np.arange(6, dtype=np.uint8).reshape(2, 3)
    for image in (gray, gray[..., None], np.dstack([gray, gray * 0])):
        np.testing.assert_array_equal(to_gray(image), gray)


def test_a_slice_of_a_larger_picture_works():
    image = np.zeros((10, 10, 4), np.uint8)[::-2, 1:, :3]
    assert to_gray(image).shape == (5, 9)


@pytest.mark.parametrize("shape", [(2, 3), (2, 3, 1), (2, 3, 3)])
def test_no_alpha_is_split_off_where_there_is_none(shape):
    colour, alpha = split_alpha(np.ones(shape, np.uint8))
    assert colour.shape == shape
    assert alpha is None


@given(st.integers(0, 255))
def test_scaling_there_and_back_changes_nothing(value):
    image = np.array([[value]], np.uint8)
    for kind in (np.uint16, np.float32):
        assert scale_to(scale_to(image, kind, peak=255), np.uint8).item() == value


def test_values_outside_the_range_are_cut():
    assert scale_to(np.array([[-5.0, 300.0, np.nan]], np.float32), np.uint8, peak=255).tolist() == [[0, 255, 0]]


def test_the_peak_follows_the_kind_of_number():
    assert [peak_of(np.zeros((1, 1), kind)) for kind in (np.uint8, np.uint16)] == [255, 65535]
    assert peak_of(np.array([[0.5]])) == 1
    assert peak_of(np.array([[200.0]])) == 255


def test_a_stack_of_maps_is_no_picture():
    with pytest.raises(UserError, match="stack of 8 maps"):
        to_gray(np.zeros((4, 4, 8)))


def test_true_and_false_are_white_and_black():
    assert to_gray(np.array([[True, False]])).tolist() == [[255, 0]]
