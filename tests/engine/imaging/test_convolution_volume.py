import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engine.imaging import volume
from engine.imaging.checks import ConvolutionError
from engine.imaging.convolution import convolve_volume
from tests.engine.imaging import reference
from tests.engine.imaging.requests import borders, fits, paddings, pairs, pictures


def check(image, filters, bias, **setting):
    result = convolve_volume(image, filters, bias, **setting)
    expected = reference.convolve_volume(image, filters, bias, **setting)
    assert result.shape == expected.shape
    assert result.dtype == np.float32
    largest = (np.abs(image.astype(float)).max() + abs(setting["value"])) * np.abs(filters).sum(axis=(0, 1, 2)).max()
    np.testing.assert_allclose(result, expected, rtol=0, atol=1e-5 * (largest + np.abs(bias).max()))


@settings(max_examples=100, deadline=None)
@given(
    pictures(most=12, channels=(1, 2, 3, 5)), st.integers(1, 5), st.integers(1, 5), st.integers(1, 6),
    st.integers(0, 2**32 - 1), paddings, borders, pairs, pairs,
)  # fmt: skip
def test_agrees_with_the_definition(image, height, width, maps, seed, padding, border, stride, dilation):
    assume(fits(image, (height, width), padding, dilation))
    random = np.random.default_rng(seed)
    filters = random.normal(size=(height, width, image.shape[2], maps))
    check(
        image, filters, random.normal(size=maps), padding=padding, border=border, value=2.5, stride=stride,
        dilation=dilation,
    )  # fmt: skip


@pytest.mark.parametrize("way", ["strips", "products"])
@pytest.mark.parametrize("dilation", [(1, 1), (2, 3), (9, 9)])
def test_each_way_by_itself(monkeypatch, way, dilation):
    monkeypatch.setattr(volume, "_strips_are_faster", lambda *_: way == "strips")
    monkeypatch.setattr(volume, "STRIP", 8)
    monkeypatch.setattr(volume, "MATRIX_VALUES", 2000)
    random = np.random.default_rng(0)
    image, filters = random.normal(size=(30, 29, 3)), random.normal(size=(3, 3, 3, 4))
    check(
        image, filters, random.normal(size=4), padding="same", border="mirror", value=0, stride=(1, 1),
        dilation=dilation,
    )  # fmt: skip


def test_filters_too_large_for_one_pass():
    random = np.random.default_rng(0)
    image, filters = random.integers(0, 256, (30, 29, 3)).astype(np.uint8), random.normal(size=(12, 13, 3, 2))
    for stride in ((1, 1), (2, 3)):
        check(image, filters, np.ones(2), padding="same", border="wrap", value=0, stride=stride, dilation=(1, 1))


def test_two_filters_on_six_by_six_by_three():
    result = convolve_volume(np.ones((6, 6, 3)), np.ones((3, 3, 3, 2)))
    assert result.shape == (4, 4, 2)
    np.testing.assert_array_equal(result, 27)


@pytest.mark.parametrize(("image", "filters", "bias", "words"), [
    (np.ones((5, 5, 3)), np.ones((3, 3, 1, 2)), None, "Each filter has 1 channels, but the picture has 3"),
    (np.ones((5, 5)), np.ones((3, 3, 1, 2)), None, "channels. Give a gray one a last axis of length 1"),
    (np.ones((5, 5, 3)), np.ones((3, 3, 3)), None, "height × width × channels × filters"),
    (np.ones((5, 5, 3)), np.ones((3, 3, 3, 2)), [1, 2, 3], "one number for each of the 2 filters"),
    (np.ones((5, 5, 3)), np.ones((7, 3, 3, 2)), None, "The kernel is 7 × 3 but the padded picture is only 5 × 5"),
])  # fmt: skip
def test_refusals_are_sentences(image, filters, bias, words):
    with pytest.raises(ConvolutionError, match=words):
        convolve_volume(image, filters, bias)
