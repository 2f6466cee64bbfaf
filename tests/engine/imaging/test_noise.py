import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.imaging import noise
from engine.imaging.noise import NOISES, add_noise, gaussian_noise, salt_and_pepper, speckle
from engine.parameters import ParameterError

KINDS = NOISES.values()


@given(
    kind=st.sampled_from(KINDS),
    shape=st.tuples(st.integers(1, 9), st.integers(1, 9), st.sampled_from([(), (1,), (2,), (3,), (4,), (7,)])),
    dtype=st.sampled_from([np.uint8, np.uint16, np.float32, np.float64]),
    seed=st.integers(0, 2**31 - 1),
    frame=st.integers(0, 10**6),
)
@settings(max_examples=80, deadline=None)
def test_noise_keeps_the_shape_and_kind_and_repeats_itself(kind, shape, dtype, seed, frame):
    image = np.full((*shape[:2], *shape[2]), 100, dtype)
    noisy = add_noise(image, kind, seed=seed, frame=frame)
    assert noisy.shape == image.shape
    assert noisy.dtype == (np.float32 if dtype == np.float64 else dtype)
    np.testing.assert_array_equal(noisy, add_noise(image, kind, seed=seed, frame=frame))
    assert (image == 100).all()


@pytest.mark.parametrize("kind", KINDS)
def test_other_seeds_and_frames_give_other_noise(kind):
    image = np.full((50, 50, 3), 100, np.uint8)
    first = add_noise(image, kind)
    assert (first != image).any()
    assert (first != add_noise(image, kind, seed=2)).any()
    assert (first != add_noise(image, kind, frame=1)).any()


@pytest.mark.parametrize(("dtype", "white"), [(np.uint8, 255), (np.uint16, 65535), (np.float32, 255)])
def test_salt_and_pepper_hit_whole_pixels_in_equal_parts(dtype, white):
    image = np.full((300, 300, 3), 100, dtype)
    noisy = salt_and_pepper(image, amount=0.2)
    assert set(np.unique(noisy)) == {0, 100, white}
    assert (noisy == noisy[..., :1]).all()
    assert np.mean(noisy == 0) == pytest.approx(0.1, abs=0.01)
    assert np.mean(noisy == white) == pytest.approx(0.1, abs=0.01)


def test_the_ends_of_the_amount():
    image = np.full((40, 40), 100, np.uint8)
    np.testing.assert_array_equal(salt_and_pepper(image, amount=0), image)
    assert set(np.unique(salt_and_pepper(image, amount=1))) == {0, 255}


@pytest.mark.parametrize(("dtype", "scale"), [(np.uint8, 1), (np.uint16, 257), (np.float32, 1)])
def test_gaussian_noise_has_the_spread_that_was_asked_for(dtype, scale):
    image = np.full((300, 300), 128 * scale, dtype)
    noisy = gaussian_noise(image, sigma=10).astype(float) / scale
    assert noisy.mean() == pytest.approx(128, abs=0.2)
    assert noisy.std() == pytest.approx(10, abs=0.2)


def test_floats_take_the_peak_they_are_told():
    image = np.zeros((200, 200), np.float32)
    assert gaussian_noise(image, sigma=25.5, peak=1).std() == pytest.approx(0.1, rel=0.05)
    assert gaussian_noise(image, sigma=25.5, peak=255).std() == pytest.approx(25.5, rel=0.05)
    assert set(np.unique(salt_and_pepper(image, amount=1, peak=255))) == {0, 255}


def test_speckle_grows_with_brightness_and_leaves_black_alone():
    image = np.zeros((300, 300), np.float32)
    image[:, 100:200], image[:, 200:] = 50, 200
    noisy = speckle(image, strength=0.1)
    assert (noisy[:, :100] == 0).all()
    assert noisy[:, 100:200].std() == pytest.approx(5, rel=0.05)
    assert noisy[:, 200:].std() == pytest.approx(20, rel=0.05)


def test_integers_are_cut_at_the_ends_of_their_range():
    noisy = gaussian_noise(np.full((50, 50), 250, np.uint8), sigma=60)
    assert noisy.max() == 255
    assert noisy.min() > 5  # a number that ran over would start again at 0


@pytest.mark.parametrize("kind", KINDS)
def test_pictures_beyond_the_drawn_field_are_covered_entirely(kind, monkeypatch):
    monkeypatch.setattr(noise, "_TALLEST", 16)
    monkeypatch.setattr(noise, "_WIDEST", 20)
    image = np.full((50, 70, 3), 128, np.uint8)
    noisy = add_noise(image, kind, amount=1.0, sigma=50.0, strength=0.5)
    for rows in np.array_split(noisy, 5):
        for block in np.array_split(rows, 5, axis=1):
            assert block.std() > 10


def test_strengths_outside_their_range_are_refused():
    for call in (
        lambda image: salt_and_pepper(image, amount=1.5),
        lambda image: gaussian_noise(image, sigma=-1),
        lambda image: speckle(image, strength=float("nan")),
        lambda image: add_noise(image, "rain"),
        lambda image: add_noise(image, "gaussian", seed=-1),
    ):
        with pytest.raises(ParameterError):
            call(np.zeros((3, 3), np.uint8))
