"""Bringing a session back: after a crash, or the one before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from gui.actions import Actions
from gui.autosave import SavedSession, load_session
from gui.crash import Start
from gui.notify import Offer
from gui.parts import Parts
from gui.text import tr

TOPIC = "unfinished session"


class SessionActions(QObject):
    """Offers what a crash left, and restores it as a step that can be undone."""

    def __init__(
        self,
        parts: Parts,
        actions: Actions,
        parent: QObject | None = None,
        *,
        bring_back: Callable[[dict[str, object]], None] = lambda _workspace: None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._bring_back = bring_back
        self._last = parts.guard.last_session_file
        actions["restore_last"].setEnabled(self._last.exists())
        actions["restore_last"].triggered.connect(lambda: self.restore(self._last))

    def offer(self, start: Start) -> None:
        """Say that the program did not end properly, and offer what it left."""
        if start.is_safe:
            text = tr("Kernelscope did not close properly twice in a row, so it has started with defaults.")
        else:
            text = tr("Kernelscope did not close properly last time.")
        offers: tuple[Offer, ...] = ()
        if start.unfinished is not None:
            unfinished = start.unfinished
            text += " " + tr("Restore what you had?")
            offers = (
                Offer(tr("Restore"), lambda: self.restore(unfinished, is_unfinished=True)),
                Offer(tr("Discard"), self._parts.guard.discard),
            )
        elif not start.is_safe:
            return
        self._parts.notifier.tell(text, level="warning", topic=TOPIC, offers=offers)

    def restore(self, path: Path, *, is_unfinished: bool = False) -> None:
        """Read a session file and bring it back."""
        self._parts.background.run(lambda: load_session(path), lambda saved: self._use(saved, is_unfinished))

    def use(self, saved: SavedSession) -> None:
        """Bring back a session that has been read."""
        self._use(saved, is_unfinished=False)

    def _use(self, saved: SavedSession, is_unfinished: bool) -> None:
        session = self._parts.session
        if saved.source is not None:
            session.set_source(saved.source)
        session.edit_recipe(saved.recipe, tr("Restore session"), selection=saved.selection)
        session.set_look(saved.look)
        self._bring_back(saved.workspace)
        if is_unfinished:
            self._parts.guard.discard()
