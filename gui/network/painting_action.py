"""The action that lets the person paint on the picture: holds it, and lets it run on afterwards as before."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from gui.network.painting import Painting
from gui.network.session import NetworkSession
from gui.session import Session
from gui.text import tr


class NetworkPainting(QObject):
    """Joins the action to the painting and to the freezing of the source."""

    def __init__(
        self, session: Session, network: NetworkSession, painting: Painting, action: QAction, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._network, self._painting, self._action = session, network, painting, action
        self._hint = action.toolTip()
        self._was_frozen = False
        action.toggled.connect(self._on_toggled)
        painting.changed.connect(lambda: action.setChecked(painting.is_on))
        network.maps_changed.connect(lambda _maps: self._show())
        # Whatever brings another picture lets the source run on first.
        session.freeze_changed.connect(self._on_freeze_changed)
        self._show()

    def _on_toggled(self, is_on: bool) -> None:
        if is_on == self._painting.is_on:
            return
        if is_on:
            self._was_frozen = self._session.is_frozen
            self._session.set_frozen(True)
            if not self._painting.begin():
                self._session.set_frozen(self._was_frozen)
                self._action.setChecked(False)
        else:
            self._painting.end()
            self._session.set_frozen(self._was_frozen)

    def _on_freeze_changed(self, is_frozen: bool) -> None:
        if not is_frozen:
            self._painting.end()

    def _show(self) -> None:
        is_possible = self._network.maps is not None or self._painting.is_on
        if is_possible != self._action.isEnabled() or not self._action.toolTip():
            self._action.setEnabled(is_possible)
            self._action.setToolTip(self._hint if is_possible else tr("There is no picture to paint on yet."))
