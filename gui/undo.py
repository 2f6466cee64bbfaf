"""Steps that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from engine.imaging.recipe import Recipe

if TYPE_CHECKING:
    from gui.session import Session


class ChangeRecipe(QUndoCommand):
    """The recipe before and after one change, with the stage that was selected at either time.

    `source` is the source that the change brings with it, if any. Undone, it gives way to the one before, unless the
    user has chosen yet another one meanwhile.
    """

    def __init__(
        self,
        session: Session,
        recipe: Recipe,
        selection: int,
        text: str,
        merge_key: str,
        *,
        source: object | None = None,
    ) -> None:
        super().__init__(text)
        self._session = session
        self._sources = (session.source, session.source if source is None else source)
        self._before = (session.recipe, session.selection)
        self._after = (recipe, selection)
        self._merge_key = merge_key

    def redo(self) -> None:
        self._swap(*self._sources)
        self._session.put_recipe(*self._after)

    def undo(self) -> None:
        self._swap(*reversed(self._sources))
        self._session.put_recipe(*self._before)

    def _swap(self, from_: object | None, to: object | None) -> None:
        if from_ != to and self._session.source == from_:
            self._session.set_source(to)

    def id(self) -> int:
        return 1 if self._merge_key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ChangeRecipe) or other._merge_key != self._merge_key:
            return False
        self._after = other._after
        return True
