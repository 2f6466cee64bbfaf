import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from skimage import data
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

from engine.errors import UserError
from engine.imaging import quality
from engine.imaging.noise import gaussian_noise, salt_and_pepper
from engine.imaging.quality import psnr, ssim
from engine.imaging.rank_filters import median

PEAKS = {np.uint8: 255, np.uint16: 65535, np.float32: 1}


def reference(clean, other, peak):
    return structural_similarity(
        clean, other, data_range=peak, gaussian_weights=True, sigma=1.5, use_sample_covariance=False,
        channel_axis=2 if clean.ndim == 3 else None,
    )  # fmt: skip


@pytest.mark.parametrize("kind", [np.uint8, np.uint16, np.float32])
@pytest.mark.parametrize("picture", [data.camera, data.chelsea])
def test_both_agree_with_scikit_image(kind, picture):
    peak = PEAKS[kind]
    clean = (picture()[:200, :150] / 255 * peak).astype(kind)
    for other in (gaussian_noise(clean, sigma=15), salt_and_pepper(clean, amount=0.1)):
        assert psnr(clean, other, peak=peak) == pytest.approx(
            peak_signal_noise_ratio(clean, other, data_range=peak), abs=1e-6 if kind != np.float32 else 1e-4
        )
        assert ssim(clean, other, peak=peak) == pytest.approx(reference(clean, other, peak), abs=1e-3)


@given(st.integers(11, 16), st.integers(11, 16), st.integers(0, 100))
@settings(max_examples=20, deadline=None)
def test_ssim_agrees_on_small_pictures_too(height, width, seed):
    draw = np.random.default_rng(seed)
    clean, other = (draw.integers(0, 256, (height, width), dtype=np.uint8) for _ in range(2))
    assert ssim(clean, other) == pytest.approx(reference(clean, other, 255), abs=1e-3)


def test_identical_pictures_are_perfect():
    for image in (data.camera(), np.full((20, 20, 3), 7.0, np.float32), np.zeros((11, 11))):
        assert psnr(image, image) == math.inf
        assert ssim(image, image) == pytest.approx(1)


def test_pictures_smaller_than_the_window_have_no_ssim():
    assert ssim(np.zeros((10, 100)), np.ones((10, 100))) is None
    assert psnr(np.zeros((1, 1), np.uint8), np.ones((1, 1), np.uint8)) == pytest.approx(48.1308, abs=1e-4)


def test_the_median_beats_the_mean_on_salt_and_pepper():
    clean = data.camera()
    noisy = salt_and_pepper(clean, amount=0.05)
    mean = noisy.astype(np.float32)
    mean = sum(np.roll(mean, (down, right), (0, 1)) for down in (-1, 0, 1) for right in (-1, 0, 1)) / 9
    by_median, by_mean = median(noisy, size=3), np.clip(mean, 0, 255)
    assert psnr(clean, by_median) > psnr(clean, by_mean, peak=255) > psnr(clean, noisy)
    assert ssim(clean, by_median) > ssim(clean, by_mean, peak=255) > ssim(clean, noisy)


def test_what_is_no_number_has_no_quality():
    clean, damaged = np.ones((12, 12), np.float32), np.ones((12, 12), np.float32)
    damaged[5, 5] = np.nan
    assert math.isnan(psnr(clean, damaged))
    assert math.isnan(ssim(clean, damaged))


def test_pictures_must_be_alike():
    with pytest.raises(UserError, match="must be alike"):
        psnr(np.zeros((2, 2)), np.zeros((2, 3)))
    with pytest.raises(UserError, match="Full brightness"):
        ssim(np.zeros((20, 20)), np.zeros((20, 20)), peak=0)


@pytest.mark.parametrize("shape", [(60, 40, 3), (43, 30), (11, 11, 1)])
def test_strips_make_no_difference(shape, monkeypatch):
    clean, other = (np.random.default_rng(seed).random(shape).astype(np.float32) for seed in (1, 2))
    whole = ssim(clean, other)
    monkeypatch.setattr(quality, "_AT_ONCE", 1)
    assert ssim(clean, other) == pytest.approx(whole, abs=1e-6)
    assert whole == pytest.approx(reference(clean, other, 1), abs=1e-3)
