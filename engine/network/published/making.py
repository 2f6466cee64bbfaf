"""A network of `keras.applications` with weights from this computer. For the network worker only: imports Keras."""

from __future__ import annotations

import gc
from pathlib import Path

import keras

from engine.network.describing.model import describe
from engine.network.published.cards import Published, class_names_beside, published_for
from engine.network.published.weights import is_weights_only, read_weights
from engine.network.reading.opening import ReadModel, read_model

SIDES = {"InceptionV3": 299, "Xception": 299}
USUAL_SIDE = 224


def read_network(path: Path, *, sides: tuple[int, int] | None = None) -> ReadModel:
    """The network in a file or folder, also where the file holds nothing but published weights."""
    card = published_for(path)
    if card is not None and path.is_file() and is_weights_only(path):
        return read_published(path, card)
    return read_model(path, sides=sides)


def read_published(path: Path, card: Published) -> ReadModel:
    """The layers as `keras.applications` makes them, and the weights of the file.

    Keras is told to use no weights, so that it asks no server; what it made serves as a description only.
    """
    side = SIDES.get(card.maker, USUAL_SIDE)
    settings = {"input_shape": (side, side, 3), **card.settings}
    made = getattr(keras.applications, card.maker)(weights=None, include_top=card.has_head, **settings)
    architecture = describe(made)
    # Its weights would stand beside those of the file, and VGG-16's take half a gigabyte.
    del made
    gc.collect()
    arrays = read_weights(path, architecture)
    names = class_names_beside(path) if card.has_head else ()
    return ReadModel(architecture, arrays, names, card.values)
