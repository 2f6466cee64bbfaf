"""Single questions about the picture that the network saw last: where a value comes from, a layer's exact numbers."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from engine.child.messages import Answer
from engine.errors import UserError
from engine.files import write_atomically
from engine.network.explained import Explained
from engine.network.requests import AskRaw, DrillDown, Raw
from gui.background import Background
from gui.network.conversation import Conversation
from gui.network.session import Drilled, MapSpot, MapsShown, NetworkSession

PAUSE_MS = 150
"""The arithmetic of a value is read, not watched: it follows a live picture this often."""


class Questions(QObject):
    """Keeps `session.drilled` up to date with the spot and the picture, and writes numbers to files.

    Signals:
        saved(str): the numbers have been written to this path.
        failed(object): an exception with which saving ended.
    """

    saved = Signal(str)
    failed = Signal(object)

    def __init__(
        self, session: NetworkSession, talk: Conversation, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._talk, self._background = session, talk, background
        self._asked: int | None = None
        self._answered_for = -1
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._on_pause_over)
        session.spot_changed.connect(self._on_spot_changed)
        session.maps_changed.connect(self._on_maps_changed)

    def forget(self) -> None:
        """No answer that is still out will come."""
        self._asked = None
        self._answered_for = -1

    def close(self) -> None:
        """Ask no more."""
        self._pause.stop()

    def save_raw(self, layer: str, path: Path) -> None:
        """Write a layer's numbers for the present picture as a `.npy` file."""
        self._talk.ask(AskRaw(layer=layer), lambda answer: self._on_raw(answer, path))

    def _on_spot_changed(self, spot: MapSpot | None) -> None:
        self._answered_for = -1
        self._pause.stop()
        if spot is not None:
            self._drill()

    def _on_maps_changed(self, maps: MapsShown | None) -> None:
        spot = self._session.spot
        is_older = maps is not None and spot is not None and maps.answer.number != self._answered_for
        if is_older and not self._pause.isActive():
            self._pause.start()

    def _on_pause_over(self) -> None:
        if self._asked is None:
            self._drill()
        else:
            self._pause.start()

    def _drill(self) -> None:
        spot, maps = self._session.spot, self._session.maps
        if spot is None or maps is None or not self._talk.is_open or not self._is_explained(spot):
            return
        request = DrillDown(layer=spot.layer, row=spot.row, column=spot.column, channel=spot.channel)
        self._asked = self._talk.ask(
            request, lambda answer: self._on_explained(answer, spot), self._on_refused, supersedes=self._asked
        )

    def _is_explained(self, spot: MapSpot) -> bool:
        network = self._session.network
        facts = network.opened.layers if network is not None else ()
        return any(fact.path == spot.layer and fact.is_explained for fact in facts)

    def _on_explained(self, answer: Answer, spot: MapSpot) -> None:
        self._asked = None
        if not isinstance(answer, Explained) or spot != self._session.spot:
            return
        self._answered_for = answer.number
        explanation = answer.parts[-1].explanation if answer.parts else None
        self._session.put_drilled(
            Drilled(spot, explanation, answer.field_on_picture, reported=answer.value, parts=answer.parts)
        )

    def _on_refused(self, error: UserError) -> None:
        self._asked = None
        self._session.refuse(error)

    def _on_raw(self, answer: Answer, path: Path) -> None:
        stored = self._talk.rings.take("pictures")
        if not isinstance(answer, Raw) or stored is None or stored.number != answer.job:
            return
        values = stored.picture.reshape(answer.shape)
        self._background.run(
            lambda: write_atomically(path, as_npy(values)), lambda _: self.saved.emit(str(path)), self.failed.emit
        )


def as_npy(values: np.ndarray) -> bytes:
    """The content of a `.npy` file."""
    content = io.BytesIO()
    np.save(content, values, allow_pickle=False)
    return content.getvalue()
