"""Transforms at work: as Keras layers, the same in training, in the preview and in a script."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from engine.network.training import augmentation_layers
from engine.network.training.transform import Transform, chance_of


def layers_of(transforms: Sequence[Transform], *, channels: int, seed: int) -> tuple[Any, ...]:
    """The layers that do these transforms, in their order, on pictures (N, H, W, `channels`) of 0 to 255.

    Call them with `training=True`. Each holds the state of its own chance among its `variables`; it begins with a
    number that follows from `seed` and the transform's place. What needs colours is left out where there are none.
    """
    return tuple(
        _layer(each, chance_of(number, seed))
        for number, each in enumerate(transforms)
        if channels == 3 or not each.needs_colour
    )


def changed(pictures: NDArray[Any], transforms: Sequence[Transform], *, seed: int) -> NDArray[np.float32]:
    """Pictures (N, H, W, C) of 0 to 255 after the transforms, as a first batch of training would have them."""
    values: Any = np.asarray(pictures, np.float32)
    for layer in layers_of(transforms, channels=values.shape[3], seed=seed):
        values = layer(values, training=True)
    found: NDArray[np.float32] = np.asarray(values, np.float32)
    return found


def _layer(transform: Transform, seed: int) -> Any:
    call = transform.layer()
    kind = getattr(augmentation_layers if call.is_own else keras.layers, call.name)
    return kind(**call.settings, seed=seed, dtype="float32")
