"""What the Recipe menu does. Every step can be undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from shiboken6 import isValid

from engine.files import write_atomically
from engine.imaging.recipe import Recipe, load_recipe
from gui.actions import Actions, show_steps
from gui.asking import Asking
from gui.background import Background
from gui.notify import Notifier
from gui.session import SOURCE, Session
from gui.text import tr

SUFFIX = ".json"


class RecipeActions(QObject):
    """Joins the actions about the recipe to the session."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        background: Background,
        notifier: Notifier,
        asking: Asking,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._background = background
        self._notifier = notifier
        self._asking = asking
        slots: dict[str, Callable[[], None]] = {
            "new_recipe": self._on_new,
            "open_recipe": self._on_open,
            "save_recipe": self._on_save,
            "delete_stage": self._on_delete,
            "duplicate_stage": self._on_duplicate,
            "toggle_stage": self._on_toggle,
            "previous_stage": lambda: self._step(-1),
            "next_stage": lambda: self._step(1),
            "undo": session.undo_stack.undo,
            "redo": session.undo_stack.redo,
        }
        for name, slot in slots.items():
            actions[name].triggered.connect(lambda _checked=False, slot=slot: slot())
        stack = session.undo_stack
        for changed in (session.recipe_changed, session.selection_changed, stack.indexChanged):
            changed.connect(self._refresh)
        self._refresh()

    def open(self, path: Path) -> None:
        """Read a recipe file and use it, as a step that can be undone."""
        self._background.run(lambda: load_recipe(path), lambda recipe: self._use(recipe, path))

    def _use(self, recipe: Recipe, path: Path) -> None:
        self._notifier.withdraw("recipe file")
        last = len(recipe.stages) - 1
        self._session.edit_recipe(recipe, tr("Open recipe “{name}”", name=path.stem), selection=last)

    def _on_new(self) -> None:
        self._session.edit_recipe(Recipe(), tr("Empty recipe"), selection=SOURCE)

    def _on_open(self) -> None:
        path = self._asking.open_file(tr("Open recipe"), tr("Recipes") + f" (*{SUFFIX})")
        if path is not None:
            self.open(path)

    def _on_save(self) -> None:
        name = (self._session.recipe.title or tr("recipe")) + SUFFIX
        path = self._asking.save_file(tr("Save recipe"), name, tr("Recipes") + f" (*{SUFFIX})")
        if path is None:
            return
        content = self._session.recipe.to_text().encode()
        self._background.run(
            lambda: write_atomically(path, content),
            lambda _: self._notifier.tell(tr("The recipe is saved as “{name}”.", name=path.name), topic="recipe file"),
        )

    def _on_delete(self) -> None:
        index = self._session.selection
        if index != SOURCE:
            recipe = self._session.recipe.removed(index)
            selection = min(index, len(recipe.stages) - 1)
            self._session.edit_recipe(recipe, tr("Remove stage"), selection=selection)

    def _on_duplicate(self) -> None:
        index = self._session.selection
        if index != SOURCE:
            recipe = self._session.recipe.duplicated(index)
            self._session.edit_recipe(recipe, tr("Duplicate stage"), selection=index + 1)

    def _on_toggle(self) -> None:
        stage = self._session.selected_stage
        if stage is not None:
            text = tr("Switch stage off") if stage.is_on else tr("Switch stage on")
            self._session.edit_stage(self._session.selection, stage.changed(is_on=not stage.is_on), text)

    def _step(self, by: int) -> None:
        self._session.select(max(SOURCE, self._session.selection + by))

    @Slot()
    def _refresh(self) -> None:
        session, stack, actions = self._session, self._session.undo_stack, self._actions
        if not isValid(stack):  # at the very end it clears itself, and says so
            return
        has_stage = session.selection != SOURCE
        for name in ("delete_stage", "duplicate_stage", "toggle_stage"):
            actions[name].setEnabled(has_stage)
        actions["new_recipe"].setEnabled(bool(session.recipe.stages))
        actions["previous_stage"].setEnabled(session.selection > SOURCE)
        actions["next_stage"].setEnabled(session.selection < len(session.recipe.stages) - 1)
        show_steps(stack, actions["undo"], actions["redo"], usual=(tr("Undo"), tr("Redo")))
