"""Which picture comes into which part, reckoned aside whenever the data or the split is another."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.errors import UserError
from engine.network.data.dataset import DataSet, Indices, PartNumbers, Stop, StoppedError, Told, progress
from engine.network.data.edits import EditedData
from engine.network.data.lacking import lacking, part_counts
from engine.network.data.recorded import RecordedSet
from engine.network.data.splitting import Assignment, Split, assigned
from gui.background import Background
from gui.text import tr
from gui.train.session import OpenData, TrainSession

SECONDS_BETWEEN = 0.1


@dataclass(frozen=True, eq=False)
class SplitData:
    """A data set with the part of each picture, `counts` (classes, 3), and what classes lack, by their numbers."""

    data: OpenData
    split: Split
    assigned: Assignment
    counts: Indices
    lacks: Mapping[int, UserError]

    @property
    def numbers(self) -> PartNumbers:
        """The part of each picture."""
        return self.assigned.numbers

    @property
    def put(self) -> int:
        """How many pictures were put into their part by hand."""
        return int(self.assigned.is_by_hand.sum())


class Splitting(QObject):
    """Splits as the training will, exact duplicates included: to find them every file is read once.

    Signals:
        changed(): `found` or `progress` is another.
    """

    changed = Signal()
    _told = Signal(int, int, int)

    def __init__(self, session: TrainSession, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._background = session, background
        self._number = 0
        self._asked: tuple[OpenData | None, Split | None] = (None, None)
        self._found: SplitData | None = None
        self._groups: tuple[DataSet | None, Indices] = (None, np.zeros(0, np.int64))
        self._keys: dict[str, bytes] = {}
        self.progress = ""
        self._told.connect(self._on_told)
        session.data_changed.connect(lambda _data: self._on_changed())
        session.job_changed.connect(lambda _job: self._on_changed())
        self._on_changed()

    @property
    def found(self) -> SplitData | None:
        """The open data set split; None while that is not known yet."""
        return self._found if self._found is not None and self._found.data is self._session.data else None

    def close(self) -> None:
        """End what is under way."""
        self._number += 1
        self._background.close()

    def _on_changed(self) -> None:
        data, split = self._session.data, self._session.job.split
        if self._asked[0] is data and self._asked[1] == split:
            return
        before, self._asked = self._asked[0], (data, split)
        if before is None or data is None or before.spec != data.spec:
            self._keys = {}
        self._number += 1
        number, keys = self._number, self._keys
        self.progress = ""
        if data is None or not len(data.dataset):
            self._found = None
            self.changed.emit()
            return

        def work() -> SplitData | None:
            try:
                return self._split(data, split, number, keys)
            except StoppedError:
                return None

        self._background.run(work, self._on_found)
        self.changed.emit()

    def _split(self, data: OpenData, split: Split, number: int, keys: dict[str, bytes]) -> SplitData:
        told_at = time.monotonic()

        def told(done: int, total: int) -> None:
            nonlocal told_at
            if time.monotonic() - told_at >= SECONDS_BETWEEN:
                told_at = time.monotonic()
                self._told.emit(number, done, total)

        def stop() -> bool:
            return number != self._number

        if stop():
            raise StoppedError
        data.source.identities()  # here, so that they are there when many pictures are put elsewhere at once
        if self._groups[0] is not data.source:
            self._groups = (data.source, _groups(data.source, keys, told, stop))
        dataset, groups = data.dataset, self._groups[1]
        if isinstance(dataset, EditedData):
            groups = groups[dataset.sources]
        found = assigned(dataset, split, groups)
        names = dataset.class_names
        lacks = {each.label: each.reason(names[each.label]) for each in lacking(dataset, found.numbers)}
        return SplitData(data, split, found, part_counts(dataset, found.numbers), lacks)

    def _on_found(self, found: SplitData | None) -> None:
        if found is not None and found.data is self._session.data:
            self._found = found
            self.progress = ""
            self.changed.emit()

    def _on_told(self, number: int, done: int, total: int) -> None:
        if number == self._number:
            self.progress = tr("Looking for duplicates: {done} of {total}", done=f"{done:,}", total=f"{total:,}")
            self.changed.emit()


def _groups(source: DataSet, keys: dict[str, bytes], told: Told, stop: Stop) -> Indices:
    """Exact duplicates. Recorded pictures never change and are read once, however often their set is opened."""
    if not isinstance(source, RecordedSet):
        return source.content_groups(told=told, stop=stop)
    first: dict[bytes, int] = {}
    groups = np.arange(len(source), dtype=np.int64)
    for index in range(len(source)):
        progress(index, len(source), told, stop)
        identity = source.identity(index)
        try:
            key = keys[identity] = keys.get(identity) or source.key(index)
        except UserError:
            continue
        groups[index] = first.setdefault(key, index)
    return groups
