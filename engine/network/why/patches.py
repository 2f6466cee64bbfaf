"""The pieces of a folder's pictures that excite one channel most. For the network worker only."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import tensorflow as tf

from engine.errors import UserError
from engine.network.activations import LiveNetwork, Needed
from engine.network.drill_down import field_of
from engine.network.fitting import Fitted, fit
from engine.network.requests import Patch
from engine.network.why.maximisation import check_channel
from engine.network.why.scoring import WhyError
from engine.sources.folder import natural_order
from engine.sources.names import shown_name
from engine.sources.pictures.decode import decode_picture, decode_preview, read_bytes
from engine.sources.pictures.header import PICTURE_EXTENSIONS, read_header
from engine.text import mark

_BATCH = 4
_MOST_UNREADABLE = 100


class PatchSearch:
    """The work in slices: iterate over it (pictures done, of), and look at `best`, best first, at any time.

    Each picture gives at most one piece: the receptive field of the map's highest value. What cannot be read is passed
    over and named in `unreadable`.
    """

    def __init__(self, network: LiveNetwork, *, folder: str, layer: str, channel: int, count: int, method: str) -> None:
        check_channel(network, layer, channel)
        self._network, self._layer, self._channel = network, layer, channel
        self._count, self._method = count, method
        self._found: list[tuple[float, int, Patch]] = []
        self._files = _pictures_in(Path(folder))
        self.looked_at = 0
        self.unreadable: list[str] = []

    @property
    def needed(self) -> Needed:
        """The function that it takes."""
        return ("peak", self._layer), lambda: _traced(self._network, self._layer)

    @property
    def best(self) -> tuple[Patch, ...]:
        return tuple(patch for _, _, patch in sorted(self._found, reverse=True))

    def __iter__(self) -> Iterator[tuple[int, int]]:
        function = self._network.remembered(*self.needed)
        for start in range(0, len(self._files), _BATCH):
            part = [(path, self._fitted(path)) for path in self._files[start : start + _BATCH]]
            readable = [(path, *found) for path, found in part if found is not None]
            if readable:
                self._look(function, readable)
            yield min(start + _BATCH, len(self._files)), len(self._files)

    def _look(self, function: Any, pictures: list[tuple[Path, Fitted, float]]) -> None:
        batch = np.zeros((_BATCH, *self._network.pixels_shape), np.uint8)
        for index, (_, fitted, _) in enumerate(pictures):
            batch[index] = fitted.pixels
        values, places = (each.numpy() for each in function(tf.constant(batch), tf.constant(self._channel)))
        for (path, fitted, factor), value, place in zip(pictures, values, places, strict=False):
            self.looked_at += 1
            row, column = (int(at) for at in place)
            box = fitted.placement.box(*field_of(self._network, self._layer, (row, column, self._channel)))
            top, left, height, width = (factor * at for at in box)
            patch = Patch(str(path), float(value), (top, left, height, width), row, column)
            # The number of the picture decides between equal values, so that the result does not hang on chance.
            heapq.heappush(self._found, (float(value), -self.looked_at, patch))
            if len(self._found) > self._count:
                heapq.heappop(self._found)

    def _fitted(self, path: Path) -> tuple[Fitted, float] | None:
        """The picture at the network's size, and how many times smaller than in the file it was read."""
        height, width, channels = self._network.pixels_shape
        try:
            data = read_bytes(path)
            header = read_header(data, name=shown_name(path))
            preview = decode_preview(data, header)
            image, factor = preview or (decode_picture(data, name=shown_name(path), header=header).image, 1)
        except UserError:
            if len(self.unreadable) < _MOST_UNREADABLE:
                self.unreadable.append(path.name)
            return None
        return fit(image, size=(height, width), channels=channels, method=self._method), float(factor)


def _pictures_in(folder: Path) -> list[Path]:
    try:
        found = [each for each in folder.iterdir() if each.suffix.lower() in PICTURE_EXTENSIONS and each.is_file()]
    except OSError:
        raise WhyError(mark("The folder “{name}” cannot be read. Choose another one."), name=folder.name) from None
    if not found:
        raise WhyError(mark("There is no picture in the folder “{name}”. Choose one with pictures."), name=folder.name)
    return sorted(found, key=lambda path: natural_order(path.name))


def _traced(network: LiveNetwork, layer: str) -> Any:
    """A function from pictures and a channel to its highest value in each, and the row and column of that."""
    step = network.plan.step(layer)
    slot, shape = step.outputs[0], network.shapes[step.path]
    width = shape[1] if len(shape) == 3 else 1

    def compute(batch: Any, channel: Any) -> tuple[Any, Any]:
        output = network.plan.run([network.scaled(batch)])[slot]
        flat = tf.reshape(tf.gather(output, channel, axis=-1), (_BATCH, -1))
        winner = tf.argmax(flat, axis=1, output_type=tf.int32)
        return tf.reduce_max(flat, axis=1), tf.stack([winner // width, winner % width], axis=1)

    signature = [tf.TensorSpec((_BATCH, *network.pixels_shape), tf.uint8), tf.TensorSpec((), tf.int32)]
    return tf.function(compute, input_signature=signature, autograph=False).get_concrete_function()
