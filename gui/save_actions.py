"""Saving what is seen: the current picture, the result, a clip."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui.actions import Actions
from gui.asking import Asking
from gui.parts import Parts
from gui.session import Session


class SaveActions(QObject):
    """Joins the saving actions to the session's output."""

    def __init__(self, session: Session, actions: Actions, parts: Parts, asking: Asking, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._actions, self._parts, self._asking = session, actions, parts, asking

    def close(self) -> None:
        """Finish a clip that is being recorded."""
