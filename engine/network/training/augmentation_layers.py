"""Layers that vary pictures and that Keras lacks, or has too weak: a random piece, blur and noise.

They work on pictures (N, H, W, C) of values from 0 to 255, each picture by itself, in training only, and know nothing
of this program: a script can take this file as it is.
"""

from __future__ import annotations

import math
from typing import Any

import keras
from keras import ops

HIGHEST = 255.0


class Varying(keras.layers.Layer):  # type: ignore[misc]
    """What they share. Output shape: as the input."""

    def __init__(self, *, seed: int | None = None, **settings: Any) -> None:
        super().__init__(**settings)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(seed)

    def call(self, images: Any, training: bool = False) -> Any:
        images = ops.cast(images, self.compute_dtype)
        return self.varied(images) if training else images

    def varied(self, images: Any) -> Any:
        """The pictures, each with a change of its own."""
        raise NotImplementedError

    def uniform(self, images: Any, low: float, high: float) -> Any:
        """A number for each picture, of shape (N, 1, 1, 1)."""
        return keras.random.uniform((ops.shape(images)[0], 1, 1, 1), low, high, seed=self.generator)

    def compute_output_shape(self, input_shape: Any) -> Any:
        return input_shape

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "seed": self.seed}


@keras.saving.register_keras_serializable(package="kernelscope")
class RandomPiece(Varying):
    """Looks at each picture through a window at a random place, whose side is a share of the picture's.

    Below 1 that is a piece of the picture, enlarged; above 1 the whole picture, smaller, in a rim.
    """

    def __init__(self, smallest: float, largest: float, fill_mode: str = "nearest", **settings: Any) -> None:
        super().__init__(**settings)
        self.smallest, self.largest, self.fill_mode = smallest, largest, fill_mode

    def varied(self, images: Any) -> Any:
        share = ops.reshape(self.uniform(images, self.smallest, self.largest), (-1,))
        down = ops.reshape(self.uniform(images, 0.0, 1.0), (-1,))
        across = ops.reshape(self.uniform(images, 0.0, 1.0), (-1,))
        height, width = ops.cast(ops.shape(images)[1], "float32"), ops.cast(ops.shape(images)[2], "float32")
        nothing = ops.zeros_like(share)
        # Output (x, y) is taken from (share · x + left, share · y + top).
        transform = ops.stack(
            [share, nothing, (1 - share) * (width - 1) * across,
             nothing, share, (1 - share) * (height - 1) * down, nothing, nothing],
            axis=1,
        )  # fmt: skip
        return ops.image.affine_transform(images, transform, interpolation="bilinear", fill_mode=self.fill_mode)

    def get_config(self) -> dict[str, Any]:
        own = {"smallest": self.smallest, "largest": self.largest, "fill_mode": self.fill_mode}
        return {**super().get_config(), **own}


@keras.saving.register_keras_serializable(package="kernelscope")
class RandomBlur(Varying):
    """Blurs each picture with a Gaussian whose spread is drawn between 0 and `sigma` pixels."""

    def __init__(self, sigma: float, **settings: Any) -> None:
        super().__init__(**settings)
        self.sigma = sigma

    def varied(self, images: Any) -> Any:
        if not self.sigma:
            return images
        spread = ops.maximum(self.uniform(images, 0.0, self.sigma), 1e-3)
        reach = math.ceil(2.5 * self.sigma)
        taps = [ops.exp(-0.5 * ops.square(offset / spread)) for offset in range(-reach, reach + 1)]
        total = sum(taps[1:], taps[0])
        for axis in (1, 2):
            last = ops.shape(images)[axis] - 1
            places = ops.arange(last + 1)
            blurred = ops.zeros_like(images)
            for offset, weight in zip(range(-reach, reach + 1), taps, strict=True):
                moved = ops.take(images, ops.clip(places + offset, 0, last), axis=axis)
                blurred = blurred + moved * (weight / total)
            images = blurred
        return images

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "sigma": self.sigma}


@keras.saving.register_keras_serializable(package="kernelscope")
class RandomNoise(Varying):
    """Adds Gaussian noise, whose spread is drawn between 0 and `sigma` for each picture, and stays within 0 … 255."""

    def __init__(self, sigma: float, **settings: Any) -> None:
        super().__init__(**settings)
        self.sigma = sigma

    def varied(self, images: Any) -> Any:
        spread = self.uniform(images, 0.0, self.sigma)
        noise = keras.random.normal(ops.shape(images), seed=self.generator, dtype=self.compute_dtype)
        return ops.clip(images + spread * noise, 0.0, HIGHEST)

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "sigma": self.sigma}
