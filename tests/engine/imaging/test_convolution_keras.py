"""The same numbers as Keras, which every exported script and every network relies on."""

import numpy as np
import pytest

from engine.imaging.convolution import convolve, convolve_volume, transposed
from engine.imaging.pooling import pool
from tests.engine.imaging.keras_layers import keras, run  # noqa: F401  # a fixture

random = np.random.default_rng(7)
SHAPES = [(1, 1), (2, 3), (7, 8), (13, 10)]


def close(result, expected):
    assert result.shape == expected.shape
    np.testing.assert_allclose(result, expected, rtol=0, atol=1e-4 * max(np.abs(expected).max(), 1))


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("kernel", [(1, 1), (2, 2), (3, 3), (4, 2), (5, 7)])
@pytest.mark.parametrize(
    ("stride", "dilation"), [((1, 1), (1, 1)), ((2, 2), (1, 1)), ((3, 3), (1, 1)), ((1, 1), (2, 3))]
)
def test_convolve_is_depthwise_convolution(keras, shape, kernel, stride, dilation):  # noqa: F811
    image, weights = random.normal(size=(*shape, 3)), random.normal(size=kernel)
    layer = keras.layers.DepthwiseConv2D(kernel, strides=stride, padding="same", dilation_rate=dilation, use_bias=False)
    expected = run(layer, [np.repeat(weights[:, :, None, None], 3, axis=2)], image)
    close(convolve(image, weights, padding="same", stride=stride, dilation=dilation), expected)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("kernel", [(1, 1), (3, 3), (4, 2)])
@pytest.mark.parametrize(("stride", "dilation"), [((1, 1), (1, 1)), ((2, 3), (1, 1)), ((1, 1), (2, 2))])
@pytest.mark.parametrize("padding", ["valid", "same"])
def test_convolve_volume_is_convolution(keras, shape, kernel, stride, dilation, padding):  # noqa: F811
    if padding == "valid" and any(dilation[axis] * (kernel[axis] - 1) + 1 > shape[axis] for axis in (0, 1)):
        pytest.skip("the kernel does not fit")
    image, filters, bias = random.normal(size=(*shape, 3)), random.normal(size=(*kernel, 3, 4)), random.normal(size=4)
    layer = keras.layers.Conv2D(4, kernel, strides=stride, padding=padding, dilation_rate=dilation)
    expected = run(layer, [filters, bias], image)
    close(convolve_volume(image, filters, bias, padding=padding, stride=stride, dilation=dilation), expected)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("kernel", [(1, 1), (2, 2), (3, 3), (4, 4), (2, 5)])
@pytest.mark.parametrize("stride", [1, 2, 3])
def test_transposed_is_transposed_convolution(keras, shape, kernel, stride):  # noqa: F811
    image, weights = random.normal(size=(*shape, 1)), random.normal(size=kernel)
    layer = keras.layers.Conv2DTranspose(1, kernel, strides=stride, padding="valid", use_bias=False)
    expected = run(layer, [weights[:, :, None, None]], image)
    # Keras's "valid" makes a kernel smaller than the stride as large as the stride, with empty rows and columns.
    extra = tuple(max(stride - side, 0) for side in kernel)
    close(transposed(image, weights, stride=stride, output_padding=extra), expected)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("size", "stride"), [((2, 2), None), ((3, 3), (2, 2)), ((3, 2), (1, 1)), ((4, 5), (3, 2))])
@pytest.mark.parametrize("padding", ["valid", "same"])
def test_pool_is_pooling(keras, shape, size, stride, padding):  # noqa: F811
    if padding == "valid" and any(size[axis] > shape[axis] for axis in (0, 1)):
        pytest.skip("the window does not fit")
    image = random.normal(size=(*shape, 3)).astype(np.float32)
    for kind, layer in (("max", keras.layers.MaxPooling2D), ("mean", keras.layers.AveragePooling2D)):
        expected = run(layer(size, strides=stride, padding=padding), [], image)
        close(pool(image, kind, size=size, stride=stride, padding=padding), expected)
