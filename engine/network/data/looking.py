"""One picture of a data set, to look at closely: its pixels, its size, and what is known about the things in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.network.data.annotation import Annotation
from engine.network.data.dataset import DataSet, Pixels
from engine.opencv import cv2

MOST_SIDE = 2000
"""Longer sides are reduced: no window shows more, and it would hold up the window."""
INSIDE, EDGE = 0.45, 0.9
"""How much of a picture a mask covers inside, and where it ends, so that masks side by side can be told apart."""


@dataclass(frozen=True, eq=False)
class Look:
    """A picture (H, W, 3) with the `rows`, `columns` and `channels` that it has in the data set.

    `cover` (H, W), 0 … 1, says how much the masks of the `annotation` cover.
    """

    pixels: Pixels
    rows: int
    columns: int
    channels: int
    annotation: Annotation | None
    cover: NDArray[np.float32] | None

    def with_masks(self, colour: tuple[int, int, int]) -> Pixels:
        """The pixels with the masks laid over them in a colour."""
        if self.cover is None:
            return self.pixels
        made = self.pixels.copy()
        is_covered = self.cover > 0
        share = self.cover[is_covered][:, None]
        made[is_covered] = np.rint(share * np.array(colour, np.float32) + (1 - share) * made[is_covered]).astype(
            np.uint8
        )
        return made


def look_at(dataset: DataSet, index: int) -> Look:
    """Read a picture with all that is known about it.

    Raises:
        UserError: if it cannot be read.
    """
    picture = dataset.picture(index)
    rows, columns, channels = picture.shape
    if max(rows, columns) > MOST_SIDE:
        factor = MOST_SIDE / max(rows, columns)
        size = (max(1, round(columns * factor)), max(1, round(rows * factor)))
        picture = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA)).reshape(size[1], size[0], -1)
    pixels = np.repeat(picture, 3, axis=2) if channels == 1 else picture
    annotation = dataset.annotation(index)
    cover = None if annotation is None else _cover(annotation.masks)
    return Look(pixels, rows, columns, channels, annotation, cover)


def _cover(masks: NDArray[np.bool_]) -> NDArray[np.float32]:
    cover = np.zeros(masks.shape[1:], np.float32)
    for mask in masks:
        inner = cv2.erode(mask.astype(np.uint8), np.ones((3, 3), np.uint8))
        cover[mask] = np.where(inner[mask] > 0, INSIDE, EDGE)
    return cover
