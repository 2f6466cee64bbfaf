import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.imaging.noise import salt_and_pepper
from engine.imaging.rank_filters import CARDS, bilateral, median
from engine.imaging.stages.bilateral import Bilateral
from engine.parameters import ParameterError


def slow_median(image, size):
    reach = size // 2
    padded = np.pad(image, [(reach, reach), (reach, reach)] + [(0, 0)] * (image.ndim - 2), mode="edge")
    result = np.empty_like(image)
    for row in range(image.shape[0]):
        for column in range(image.shape[1]):
            result[row, column] = np.median(padded[row : row + size, column : column + size], axis=(0, 1))
    return result


@given(
    shape=st.tuples(st.integers(1, 8), st.integers(1, 8), st.sampled_from([(), (1,), (2,), (3,), (4,), (5,)])),
    dtype=st.sampled_from([np.uint8, np.uint16, np.float32]),
    size=st.sampled_from([1, 3, 5, 7, 9, 31]),
    levels=st.sampled_from([3, 60000]),
    seed=st.integers(0, 1000),
)
@settings(max_examples=60, deadline=None)
def test_median_is_the_middle_of_the_sorted_window(shape, dtype, size, levels, seed):
    values = np.random.default_rng(seed).integers(0, levels, (*shape[:2], *shape[2]))
    image = values.astype(dtype) if dtype != np.float32 else (values / 7).astype(np.float32)
    result = median(image, size=size)
    assert result.dtype == dtype
    np.testing.assert_array_equal(result, slow_median(image, size))


def test_many_levels_and_large_windows_are_exact_too():
    image = np.random.default_rng(3).standard_normal((30, 25)).astype(np.float32)
    np.testing.assert_array_equal(median(image, size=7), slow_median(image, 7))


def test_a_few_missing_values_do_not_spread():
    image = np.ones((9, 9), np.float32)
    image[4, 4] = np.nan
    for size in (3, 7):
        assert (median(image, size=size) == 1).all()


def test_the_median_removes_salt_and_pepper_that_the_bilateral_keeps():
    clean = np.full((60, 60), 120, np.uint8)
    noisy = salt_and_pepper(clean, amount=0.05)
    assert (median(noisy, size=5) == 120).all()
    assert (bilateral(noisy, sigma_colour=10) != 120).any()


def slow_bilateral(image, diameter, sigma_colour, sigma_space):
    reach = diameter // 2
    padded = np.pad(image, reach, mode="reflect").astype(float)
    result = np.zeros(image.shape)
    for row, column in np.ndindex(image.shape):
        total = weights = 0.0
        for down, right in np.ndindex(diameter, diameter):
            far = (down - reach) ** 2 + (right - reach) ** 2
            if far > reach**2:
                continue
            value = padded[row + down, column + right]
            unlike = (value - image[row, column]) ** 2
            weight = np.exp(-far / (2 * sigma_space**2) - unlike / (2 * sigma_colour**2))
            total, weights = total + weight * value, weights + weight
        result[row, column] = total / weights
    return result


@pytest.mark.parametrize(
    ("dtype", "scale", "tolerance"), [(np.uint8, 1, 1), (np.uint16, 257, 10), (np.float32, 1, 0.05)]
)
def test_bilateral_follows_its_definition(dtype, scale, tolerance):
    image = (np.random.default_rng(0).integers(0, 256, (12, 10)) * scale).astype(dtype)
    result = bilateral(image, diameter=5, sigma_colour=40, sigma_space=2)
    assert result.dtype == dtype
    expected = slow_bilateral(image.astype(float), 5, 40 * scale, 2)
    np.testing.assert_allclose(result, expected, atol=tolerance)


@pytest.mark.parametrize("shape", [(7, 6), (7, 6, 1), (7, 6, 2), (7, 6, 3), (7, 6, 5), (1, 1), (1, 9)])
def test_bilateral_keeps_every_shape_and_flat_areas(shape):
    for dtype in (np.uint8, np.uint16, np.float32):
        image = np.full(shape, 90, dtype)
        result = bilateral(image, diameter=7)
        assert result.shape == shape
        np.testing.assert_allclose(result, image, rtol=1e-6)


@pytest.mark.parametrize("shape", [(9, 9), (9, 9, 3), (9, 9, 2)])
def test_the_arithmetic_of_the_bilateral_holds_beside_what_is_no_number(shape):
    image = np.random.default_rng(5).uniform(0, 200, shape).astype(np.float32)
    image[4, 4], image[3, 5], image[6, 2] = np.nan, np.inf, -np.inf
    stage = Bilateral(diameter=5)
    result = stage.apply(image)
    for row, column in ((4, 4), (3, 5), (6, 2), (4, 5), (0, 0), (5, 3)):
        channel = 0 if image.ndim == 2 else image.shape[2] - 1
        explained = stage.explain(image, row, column, channel)
        value = result[row, column] if image.ndim == 2 else result[row, column, channel]
        assert explained.value == pytest.approx(value, rel=1e-3, abs=1e-3)
        assert (len(explained.remarks) == 2) == ((row, column) != (0, 0))


def test_bilateral_survives_what_is_no_number():
    image = np.full((9, 9, 3), 5, np.float32)
    image[0, 0], image[4, 4], image[8, 8] = np.nan, np.inf, -np.inf
    assert np.isfinite(bilateral(image)).all()
    assert np.isfinite(bilateral(np.full((3, 3), np.nan, np.float32))).all()


def test_their_cards_say_that_they_have_no_kernel():
    assert all(not card.is_linear and "no kernel" in card.what_it_does for card in CARDS.values())


def test_wrong_settings_are_refused():
    for wrong in (0, 2, 33, None):
        with pytest.raises(ParameterError):
            median(np.zeros((3, 3)), size=wrong)
        with pytest.raises(ParameterError):
            bilateral(np.zeros((3, 3)), diameter=wrong)
