"""The recipe dock: what the result is made of, stage by stage."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMenu, QVBoxLayout, QWidget

from engine.errors import UserError
from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.stages.convolution import Convolution
from gui.docks.recipe_footer import RecipeFooter
from gui.docks.recipe_list import RecipeList
from gui.docks.recipe_menus import OwnKernelsNow, add_stage_menu, ready_made_menu
from gui.icons import icon
from gui.models.recipe_edits import add_stage, move_stage, remove_stage, toggle_stage
from gui.session import SOURCE, Session
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.buttons import menu_button
from gui.widgets.dock_title import DockTitle
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import separator


class RecipeDock(QDockWidget):
    """The stages as cards, the ways to add some, and what all of them cost together.

    `file_actions` are the window's own for opening, saving and emptying a recipe; they stand below the ready-made ones.
    `own_kernels` reads what the user's own library holds.
    What cannot be pasted is told through `on_error`.
    """

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None, *,
        on_error: Callable[[UserError], None], file_actions: Sequence[QAction] = (),
        own_kernels: OwnKernelsNow = tuple,
    ) -> None:  # fmt: skip
        super().__init__(tr("Recipe"), parent)
        self.setObjectName("recipe")
        self._session = session
        self._own_kernels = own_kernels
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
        layout.addWidget(self.list, 1)
        layout.addWidget(self.empty, 1)
        layout.addWidget(separator())
        layout.addWidget(RecipeFooter(session))
        self.setWidget(content)
        self.setTitleBarWidget(self._made_title(file_actions))
        session.recipe_changed.connect(self._on_recipe_changed)
        self._on_recipe_changed()

    def _made_title(self, file_actions: Sequence[QAction]) -> DockTitle:
        title = DockTitle(self)
        self.add_button = menu_button(tr("Add"), tr("Add a stage behind the selected one."), icon_name="add")
        self.add_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add_button.setMenu(add_stage_menu(self._session, self._own_kernels, self.add_button))
        self.recipes_button = menu_button(
            tr("Recipes"), tr("Ready-made recipes, and your own in files."), icon_name="library"
        )
        menu = ready_made_menu(self._session, self.recipes_button)
        menu.addSeparator()
        menu.addActions(list(file_actions))
        self.recipes_button.setMenu(menu)
        title.add(self.add_button)
        title.add(self.recipes_button)
        return title

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
