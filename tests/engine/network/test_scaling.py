from __future__ import annotations

import numpy as np
import pytest

PUBLISHED = {"signed": "tf", "caffe": "caffe", "torch": "torch"}


@pytest.mark.parametrize("values", list(PUBLISHED))
def test_values_are_scaled_as_the_published_networks_were_trained(keras_loaded: None, values: str) -> None:
    import tensorflow as tf
    from keras.applications.imagenet_utils import preprocess_input

    from engine.network.live.scaling import scaled

    pixels = np.random.default_rng(0).integers(0, 256, (4, 5, 3)).astype(np.float32)
    expected = preprocess_input(pixels[None].copy(), mode=PUBLISHED[values])[0]
    np.testing.assert_allclose(scaled(tf.constant(pixels), values), expected, rtol=1e-4, atol=1e-4)


def test_gray_networks_get_one_channel_whatever_the_scale(keras_loaded: None) -> None:
    import tensorflow as tf

    from engine.network.live.scaling import scaled

    gray = tf.fill((2, 2, 1), 255.0)
    for values in ("unit", "signed", "caffe", "torch", "raw"):
        assert scaled(gray, values).shape == (2, 2, 1)
    assert float(scaled(gray, "unit")[0, 0, 0]) == 1.0
    assert float(scaled(gray, "raw")[0, 0, 0]) == 255.0
