"""Small Keras models of every kind a person may open, with weights that are no symmetry and no zero."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import numpy as np


def randomised(model: Any, seed: int = 0) -> Any:
    """Give every weight a random value, batch normalisation's moving figures included."""
    generator = np.random.default_rng(seed)
    for variable in model.variables:
        if "seed" in variable.name:
            continue
        shape = tuple(variable.shape)
        values = generator.normal(0, 1 / np.sqrt(max(1, np.prod(shape[:-1]))), shape)
        if "variance" in variable.name:
            values = generator.uniform(0.5, 2.0, shape)
        elif variable.name in ("bias", "beta", "gamma", "moving_mean"):
            values = generator.normal(0.3, 0.5, shape)
        variable.assign(values.astype(np.float32))
    return model


def sequential() -> Any:
    import keras

    layers = keras.layers
    return randomised(
        keras.Sequential(
            [
                keras.Input((20, 24, 3)),
                layers.Conv2D(6, 3, padding="same", activation="relu", name="conv1"),
                layers.BatchNormalization(name="norm"),
                layers.MaxPooling2D(name="pool"),
                layers.DepthwiseConv2D(3, strides=2, padding="same", name="depthwise"),
                layers.ReLU(6.0, name="relu6"),
                layers.Dropout(0.5, name="dropout"),
                layers.Flatten(name="flatten"),
                layers.Dense(10, activation="relu", name="dense"),
                layers.Dense(4, activation="softmax", name="answer"),
            ],
            name="sequential",
        )
    )


def branching() -> Any:
    """A Functional model with additions, concatenation, a shared layer, plain operators and several kinds of layer."""
    import keras

    layers = keras.layers
    picture = keras.Input((20, 20, 3))
    shared = layers.Conv2D(4, 3, padding="same", name="shared")
    start = layers.Conv2D(4, 1, name="start")(picture)
    once = shared(start)
    twice = shared(layers.Activation("relu", name="relu")(once))
    added = layers.Add(name="plus")([once, twice])
    side = layers.SeparableConv2D(5, 3, padding="same", activation="swish", name="separable")(start)
    joined = layers.Concatenate(name="join")([added, side])
    down = layers.AveragePooling2D(3, strides=2, padding="same", name="mean")(joined)
    up = layers.Conv2DTranspose(3, 3, strides=2, padding="same", activation="relu", name="up")(down)
    moved = up * 0.5 + 0.25
    gathered = layers.GlobalAveragePooling2D(name="gather")(moved)
    return randomised(keras.Model(picture, layers.Dense(5, activation="softmax", name="answer")(gathered)), 1)


def nested() -> Any:
    """A backbone inside a Sequential inside a Functional model, as transfer learning makes them."""
    import keras

    layers = keras.layers
    inside = keras.Input((16, 16, 3))
    hidden = layers.Conv2D(5, 3, name="conv1", use_bias=False)(inside)
    hidden = layers.BatchNormalization(name="norm1")(hidden)
    hidden = layers.ReLU(name="relu1")(hidden)
    backbone = keras.Model(inside, hidden, name="backbone")
    middle = keras.Sequential(
        [keras.Input((16, 16, 3)), backbone, layers.GlobalMaxPooling2D(name="most")], name="extractor"
    )
    picture = keras.Input((16, 16, 3))
    scaled = layers.Rescaling(1 / 2, name="scale")(picture)
    answer = layers.Dense(3, activation="softmax", name="answer")(middle(scaled, training=False))
    return randomised(keras.Model(picture, answer, name="whole"), 2)


def reloaded(folder: Path) -> Any:
    """The nested model, saved and read back."""
    import keras

    with warnings.catch_warnings():
        # WORKAROUND(Keras 3.15 with TensorFlow 2.21): saving warns that a variable's `__array__` takes no `copy`.
        warnings.simplefilter("ignore", DeprecationWarning)
        nested().save(folder / "nested.keras")
        return keras.saving.load_model(folder / "nested.keras")
