"""Keras's own layers as plain functions on channels-last arrays, imported only when a test asks for them."""

import warnings

import numpy as np
import pytest


@pytest.fixture(scope="session")
def keras():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import keras
    return keras


def run(layer, weights, image):
    """The layer with these weights on one picture (H, W, C)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        batch = np.asarray(image, np.float32)[None]
        layer.build(batch.shape)
        if weights:
            layer.set_weights(weights)
        return np.asarray(layer(batch))[0]
