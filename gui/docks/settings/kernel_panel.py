"""Everything about one kernel: its family, the family's settings, its numbers, and the user's own kernels."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from engine.errors import UserError
from engine.imaging import own_kernels
from engine.imaging.cards import LARGEST_SIZE
from engine.imaging.kernel_choice import OWN, KernelChoice
from engine.imaging.own_kernels import OwnKernels
from engine.parameters import Pair
from engine.text import mark
from gui.docks.settings.kernel_families import KernelFamilies
from gui.docks.settings.kernel_grid import KernelGrid
from gui.docks.settings.kernel_shelf import KernelShelf
from gui.docks.settings.label_column import align_labels
from gui.docks.settings.merging import merge_name
from gui.icons import icon
from gui.models.wording import kernel_title
from gui.text import tr, translated
from gui.theme.appearance import Appearance
from gui.widgets.labels import kind, label
from gui.widgets.parameter_editors import WheelGuard
from gui.widgets.parameter_form import ParameterForm

OWN_SIZE = Pair(
    title=mark("Size"),
    help=mark(
        "Rows and columns of your kernel. Growing adds zeros around it, shrinking cuts off the outermost numbers."
    ),
    default=(3, 3),
    minimum=1,
    maximum=LARGEST_SIZE,
)


class KernelPanel(QWidget):
    """Shows a `KernelChoice` and asks for another one.

    Signals:
        changed(object, str, str): the kernel that the user made, what was done (for the undo list), and the name under
            which such steps merge ("" where each is a step of its own).
    """

    changed = Signal(object, str, str)

    def __init__(self, appearance: Appearance, own: OwnKernels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = KernelChoice("sobel")
        self.families = KernelFamilies()
        self.families.chosen.connect(self._on_family_chosen)
        self.form = ParameterForm()
        self.form.changed.connect(self._on_setting_changed)
        self.grid = KernelGrid(appearance)
        self.grid.changed.connect(self._on_numbers_changed)
        self.shelf = KernelShelf(own, home=self.families)
        self.shelf.kept_changed.connect(self._on_kept_changed)
        self.shelf.kept.connect(self._on_kept)
        self._more = self._made_more_button()
        self.grid.add_button(self._more)
        top = QGridLayout()
        top.setHorizontalSpacing(12)
        top.setColumnStretch(1, 1)
        align_labels(top, self)
        align_labels(self.form.layout(), self)
        family = label(tr("Family"), face="dim")
        family.setBuddy(self.families)
        top.addWidget(family, 0, 0)
        top.addWidget(self.families, 0, 1)
        WheelGuard(self).watch(self.families)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.form)
        layout.addSpacing(4)
        layout.addWidget(self.grid)
        layout.addWidget(self.shelf)
        self._on_kept_changed()

    def set_choice(self, choice: KernelChoice) -> None:
        """Show a kernel."""
        self._choice = choice
        weights = choice.weights()
        with QSignalBlocker(self):
            self.families.set_choice(choice)
            card = choice.card
            if card is None:
                self.form.set_parameters({"own_size": OWN_SIZE}, {"own_size": weights.shape})
            else:
                self.form.set_parameters(card.parameters, dict(choice.settings))
            self.form.setVisible(bool(self.form.names()))
            self.grid.set_weights(weights, note=translated(own_kernels.padding_note(weights.shape)))
            self.shelf.set_choice(choice)

    def choice(self) -> KernelChoice:
        """The kernel that is shown."""
        return self._choice

    def _made_more_button(self) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon("more"))
        button.setToolTip(tr("Copy and paste the numbers, keep them in your library"))
        button.setAccessibleName(tr("More for this kernel"))
        kind(button, "flat")
        menu = QMenu(button)
        menu.addAction(icon("copy"), tr("Copy the numbers"), self.grid.copy)
        menu.addAction(icon("paste"), tr("Paste numbers from a spreadsheet"), self.grid.paste)
        menu.addSeparator()
        menu.addAction(
            icon("library"), tr("Keep in my library…"), lambda: self.shelf.ask_for_name(kernel_title(self._choice))
        )
        menu.addAction(icon("settings"), tr("Tidy my library…"), self.shelf.open_list)
        # Not the button's own menu: its arrow would take the room of a whole column.
        button.clicked.connect(lambda: menu.popup(button.mapToGlobal(button.rect().bottomLeft())))
        return button

    def _on_family_chosen(self, choice: KernelChoice) -> None:
        self.changed.emit(choice, tr("Kernel {name}", name=kernel_title(choice)), "")

    def _on_setting_changed(self, name: str, value: Any) -> None:
        if name == "own_size":
            self._resize(*value)
            return
        card = self._choice.card
        assert card is not None
        title = translated(card.parameters[name].title)
        try:
            choice = self._choice.changed(**{name: value})
        except UserError as error:
            self.grid.refuse(error)
            return
        self.changed.emit(
            choice, tr("Kernel: {setting}", setting=title), merge_name(f"kernel {name}", card.parameters[name])
        )

    def _resize(self, rows: int, columns: int) -> None:
        weights = own_kernels.resized(self._choice.weights(), rows, columns)
        self.changed.emit(KernelChoice.own(weights, self._choice.label), tr("Kernel size"), "kernel size")

    def _on_numbers_changed(self, weights: np.ndarray, text: str) -> None:
        try:
            choice = KernelChoice.own(weights, self._choice.label if self._choice.name == OWN else "")
        except UserError as error:
            self.grid.refuse(error)
            return
        self.changed.emit(choice, text, "")

    def _on_kept_changed(self) -> None:
        self.families.set_kept(self.shelf.kernels())

    def _on_kept(self, choice: KernelChoice) -> None:
        if choice != self._choice:
            self.changed.emit(choice, tr("Name kernel {name}", name=choice.label), "")
