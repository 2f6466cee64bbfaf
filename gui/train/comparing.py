"""Looking for pictures that are there twice or cannot be read, aside: it reads every file, and nothing waits for it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from engine.network.data.checking import Findings, check
from engine.network.data.dataset import StoppedError
from gui.background import Background
from gui.text import tr
from gui.train.session import TrainSession


class Comparing(QObject):
    """One search at a time. It ends when it is done, when nobody wants it any more, and when the data changes.

    Signals:
        told(str): how far it is; empty when it has ended.
        found(object): what it came to, `Findings` of the open data set.
    """

    told = Signal(str)
    found = Signal(object)
    _progressed = Signal(int, int, int)

    def __init__(self, session: TrainSession, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._background = session, background
        self._number = 0
        self._is_under_way = False
        self._progressed.connect(self._on_progressed)
        session.data_changed.connect(lambda _data: self.stop())

    @property
    def is_under_way(self) -> bool:
        """Whether it is looking."""
        return self._is_under_way

    def start(self) -> None:
        """Look through the open data set."""
        data = self._session.data
        if data is None or self._is_under_way:
            return
        self._is_under_way = True
        number = self._number

        def work() -> Findings | None:
            try:
                return check(
                    data.dataset, told=partial(self._progressed.emit, number), stop=lambda: self._number != number
                )
            except StoppedError:
                return None

        def done(found: Findings | None) -> None:
            if number == self._number:
                self.stop()
                if found is not None:
                    self.found.emit(found)

        self._on_progressed(number, 0, 1)
        self._background.run(work, done)

    def stop(self) -> None:
        """Look no further; what was seen so far is forgotten."""
        self._number += 1
        if self._is_under_way:
            self._is_under_way = False
            self.told.emit("")

    def close(self) -> None:
        """End it, and its thread."""
        self.stop()
        self._background.close()

    def _on_progressed(self, number: int, done: int, total: int) -> None:
        if number == self._number and self._is_under_way:
            self.told.emit(tr("Comparing the pictures: {share}", share=f"{done / max(1, total):.0%}"))
