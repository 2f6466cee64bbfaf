import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engine.imaging.checks import ConvolutionError
from engine.imaging.convolution import convolve, stuff_zeros, transposed
from tests.engine.imaging import reference
from tests.engine.imaging.requests import kernels, pairs, pictures


@settings(max_examples=100, deadline=None)
@given(
    pictures(most=7), kernels(most=6), st.tuples(st.integers(0, 3), st.integers(0, 3)), pairs, pairs,
    st.tuples(st.integers(0, 3), st.integers(0, 3)),
)  # fmt: skip
def test_is_the_sum_of_stamps(image, kernel, padding, stride, dilation, output_padding):
    assume(all(output_padding[axis] < max(stride[axis], dilation[axis]) for axis in (0, 1)))
    setting = {"padding": padding, "stride": stride, "dilation": dilation, "output_padding": output_padding}
    expected = reference.transposed(image, kernel, **setting)
    assume(min(expected.shape[:2]) > 0)
    result = transposed(image, kernel, **setting)
    assert result.shape == expected.shape
    assert result.dtype == np.float32
    largest = float(np.abs(image.astype(np.float64)).max() * np.abs(kernel).sum())
    np.testing.assert_allclose(result, expected, rtol=0, atol=1e-5 * largest + 1e-30)


@pytest.mark.parametrize("stride", [1, 2, 3])
def test_is_convolution_of_the_picture_stuffed_with_zeros(stride):
    random = np.random.default_rng(0)
    image, kernel = random.normal(size=(5, 6)), random.normal(size=(4, 3))
    stuffed = convolve(stuff_zeros(image, stride), kernel, mode="convolution", padding="full")
    np.testing.assert_allclose(transposed(image, kernel, stride=stride), stuffed, atol=1e-5)


def test_no_value_reaches_further_than_its_stamp():
    image = np.ones((6, 6), np.float32)
    image[2, 3] = np.nan
    result = transposed(image, np.ones((3, 3)), stride=2)
    touched = np.zeros(result.shape, bool)
    touched[4:7, 6:9] = True
    assert np.isnan(result[touched]).all()
    assert np.isfinite(result[~touched]).all()


@pytest.mark.parametrize(("setting", "words"), [
    ({"output_padding": 1}, "The output padding is (1, 1)"),
    ({"padding": 4}, "cuts all of it off"),
    ({"padding": "same"}, "The padding is same, but must be a whole number"),
    ({"stride": 0}, "The stride is 0"),
    ({"stride": 20_000}, "at most 268,435,456 fit"),
])  # fmt: skip
def test_refusals_are_sentences(setting, words):
    with pytest.raises(ConvolutionError) as refusal:
        transposed(np.ones((3, 3)), np.ones((3, 3)), **setting)
    assert words in str(refusal.value)
