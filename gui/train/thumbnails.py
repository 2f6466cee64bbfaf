"""Small pictures of a data set, read aside: what is asked for last is read first, what is out of sight is dropped."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.network.data.dataset import DataSet
from engine.network.data.reading import read
from gui.background import Background

AT_ONCE = 12


class Thumbnails(QObject):
    """Reads in small portions, so that the newest wish is served soon.

    Signals:
        ready(object): a list of pairs: the picture's place in the data set, and its pixels.
    """

    ready = Signal(object)

    def __init__(self, background: Background, *, side: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background, self._side = background, side
        self._dataset: DataSet | None = None
        self._left: list[int] = []
        self._is_reading = False

    def set_dataset(self, dataset: DataSet | None) -> None:
        """Read from another data set from now on."""
        if dataset is not self._dataset:
            self._dataset = dataset
            self._left = []

    def want(self, indices: Sequence[int]) -> None:
        """Read these, and no longer those that were wanted before."""
        self._left = list(indices)
        self._go_on()

    def _go_on(self) -> None:
        dataset = self._dataset
        if self._is_reading or not self._left or dataset is None:
            return
        portion, self._left = self._left[:AT_ONCE], self._left[AT_ONCE:]
        self._is_reading = True

        def done(found: list[tuple[int, np.ndarray]]) -> None:
            self._is_reading = False
            if dataset is self._dataset:
                self.ready.emit(found)
            self._go_on()

        side = self._side
        self._background.run(lambda: _read(dataset, portion, side), done)


def _read(dataset: DataSet, indices: Sequence[int], side: int) -> list[tuple[int, np.ndarray]]:
    found = read(dataset, indices, (side, side), 3, "crop")
    missing = np.full((side, side, 3), 128, np.uint8)
    return [
        (index, picture if is_good else missing)
        for index, picture, is_good in zip(indices, found.pictures, found.is_good, strict=True)
    ]
