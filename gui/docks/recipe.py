"""The recipe dock: what the result is made of, stage by stage."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDockWidget,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.errors import UserError
from engine.files import write_atomically
from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.recipe import load_recipe
from engine.imaging.stages.convolution import Convolution
from gui.docks.recipe_footer import RecipeFooter
from gui.docks.recipe_list import RecipeList
from gui.docks.recipe_menus import add_stage_menu, ready_made_menu
from gui.icons import icon
from gui.models.recipe_edits import add_stage, clear_recipe, move_stage, remove_stage, toggle_stage
from gui.session import SOURCE, Session
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import separator

SUFFIX = ".json"


class RecipeDock(QDockWidget):
    """The stages as cards, the ways to add some, and what all of them cost together."""

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None, *,
        on_error: Callable[[UserError], None],
    ) -> None:  # fmt: skip
        super().__init__(tr("Recipe"), parent)
        self.setObjectName("recipe")
        self._session = session
        self._on_error = on_error
        self._folder = ""
        self.list = RecipeList(session, appearance, on_error=on_error)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._on_menu_wanted)
        self._first_kernel = QAction(icon("kernel"), tr("Add a kernel"), self)
        self._first_kernel.setToolTip(tr("Find the edges with a Sobel kernel. Anything can be changed afterwards."))
        self._first_kernel.triggered.connect(self._on_first_kernel_wanted)
        self.empty = EmptyState(
            "recipe",
            tr("The picture as it is"),
            tr("Add a stage and its result appears at once. Stages are applied from top to bottom."),
            self._first_kernel,
        )
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._made_header())
        layout.addWidget(self.list, 1)
        layout.addWidget(self.empty, 1)
        layout.addWidget(separator())
        layout.addWidget(RecipeFooter(session))
        self.setWidget(content)
        session.recipe_changed.connect(self._on_recipe_changed)
        self._on_recipe_changed()

    def save_recipe(self) -> None:
        """Ask for a name and write the recipe there."""
        title = self._session.recipe.title or tr("recipe")
        start = str(Path(self._folder) / f"{title}{SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(self, tr("Save recipe"), start, _file_filter())
        if name:
            path = Path(name)
            self.save_to(path if path.suffix else path.with_suffix(SUFFIX))

    def save_to(self, path: Path) -> None:
        """Write the recipe to `path`; a failure is told and leaves the older file as it was."""
        self._folder = str(path.parent)
        try:
            write_atomically(path, self._session.recipe.to_text().encode())
        except UserError as error:
            self._on_error(error)

    def open_recipe(self) -> None:
        """Ask for a recipe file and use it."""
        name, _ = QFileDialog.getOpenFileName(self, tr("Open recipe"), self._folder, _file_filter())
        if name:
            self.open_from(Path(name))

    def open_from(self, path: Path) -> None:
        """Use the recipe in a file as one step that can be undone; a failure is told and changes nothing."""
        self._folder = str(path.parent)
        try:
            recipe = load_recipe(path)
        except UserError as error:
            self._on_error(error)
            return
        text = tr("Open recipe {name}", name=path.stem)
        self._session.edit_recipe(recipe, text, selection=len(recipe.stages) - 1)

    def _made_header(self) -> QHBoxLayout:
        header = QHBoxLayout()
        header.setContentsMargins(8, 8, 8, 4)
        header.setSpacing(4)
        self.add_button = _menu_button(tr("Add stage"), "add", tr("Put a stage behind the selected one."))
        self.add_button.setMenu(add_stage_menu(self._session, self.add_button))
        self.add_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.recipes_button = _menu_button(tr("Recipes"), "library", tr("Ready-made recipes, and your own in files."))
        self.recipes_button.setMenu(self._recipes_menu())
        header.addWidget(self.add_button, 1)
        header.addWidget(self.recipes_button)
        return header

    def _recipes_menu(self) -> QMenu:
        menu = ready_made_menu(self._session, self)
        menu.addSeparator()
        for text, name, act in (
            (tr("Open recipe…"), "open", self.open_recipe),
            (tr("Save recipe…"), "save", self.save_recipe),
            (tr("Empty recipe"), "remove", lambda: clear_recipe(self._session)),
        ):
            menu.addAction(icon(name), text).triggered.connect(lambda _checked=False, act=act: act())
        return menu

    def stage_menu(self, index: int) -> QMenu:
        """What can be done to the stage at `index`."""
        session, last = self._session, len(self._session.recipe.stages) - 1
        is_stage = index != SOURCE
        is_on = is_stage and session.recipe.stages[index].is_on
        menu = QMenu(self)
        entries = (
            (tr("Switch off") if is_on else tr("Switch on"), "eye-off" if is_on else "eye", "Return", is_stage,
             lambda: toggle_stage(session, index)),
            (tr("Duplicate"), "duplicate", "Ctrl+D", is_stage, self.list.duplicate),
            (tr("Copy"), "copy", "Ctrl+C", is_stage, self.list.copy),
            (tr("Paste"), "paste", "Ctrl+V", True, self.list.paste),
            (tr("Move up"), "chevron-up", "Alt+Up", index > 0, lambda: move_stage(session, index, index - 1)),
            (tr("Move down"), "chevron-down", "Alt+Down", is_stage and index < last,
             lambda: move_stage(session, index, index + 1)),
            (tr("Remove"), "remove", "Del", is_stage, lambda: remove_stage(session, index)),
        )  # fmt: skip
        for text, name, keys, is_enabled, act in entries:
            # The keys are only written beside the words: the list obeys them itself, whether the menu is open or not.
            action = menu.addAction(icon(name), f"{text}\t{keys}")
            action.setEnabled(is_enabled)
            action.triggered.connect(lambda _checked=False, act=act: act())
        return menu

    def _on_menu_wanted(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        if index.isValid():
            self._session.select(index.row() + SOURCE)
        menu = self.stage_menu(self._session.selection)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(place))

    def _on_first_kernel_wanted(self) -> None:
        add_stage(self._session, Convolution(kernel=KernelChoice("sobel")))

    def _on_recipe_changed(self) -> None:
        is_empty = not self._session.recipe.stages
        self.empty.setVisible(is_empty)


def _menu_button(text: str, icon_name: str, help_text: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setIcon(icon(icon_name))
    button.setToolTip(help_text)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button


def _file_filter() -> str:
    return tr("Kernelscope recipes") + f" (*{SUFFIX})"
