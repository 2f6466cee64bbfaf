"""Below the list of layers while a network is built: what it costs, what does not fit, and the seed of its weights."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from engine.network.budget import size_of
from engine.network.built import SEED
from engine.network.drafting import is_worth_building
from gui.docks.settings.merging import Merging
from gui.icons import icon
from gui.models.wording import large_number
from gui.network.builder import Builder
from gui.text import sentence, tr
from gui.widgets.labels import kind, label, separator
from gui.widgets.parameter_form import ParameterForm


class BuildingFooter(QWidget):
    """Follows the builder."""

    def __init__(self, builder: Builder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._builder, self._merging = builder, Merging()
        self.facts = label(face="number_caption", wraps=True)
        self.problem = label(face="refused", wraps=True)
        self.show_problem = QPushButton(tr("Show the layer"))
        self.show_problem.setToolTip(tr("Select the first layer that does not fit; its settings say why."))
        kind(self.show_problem, "link")
        self.show_problem.clicked.connect(self._on_show_wanted)
        self.seed = ParameterForm()
        self.seed.set_parameters({"seed": SEED}, {"seed": 0})
        self.seed.changed.connect(self._on_seed_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(separator())
        inner = QVBoxLayout()
        inner.setContentsMargins(10, 6, 10, 8)
        inner.setSpacing(4)
        self.undo, self.redo = self._step_button("undo", tr("Undo")), self._step_button("redo", tr("Redo"))
        stack = builder.undo_stack
        self.undo.clicked.connect(stack.undo)
        self.redo.clicked.connect(stack.redo)
        stack.indexChanged.connect(self._show_steps)
        first = QHBoxLayout()
        first.setSpacing(2)
        first.addWidget(self.facts, 1)
        first.addStretch(0)
        first.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.redo, 0, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(first)
        for each in (self.problem, self.show_problem, self.seed):
            inner.addWidget(each)
        column.addLayout(inner)
        builder.changed.connect(self.refresh)
        self._show_steps()
        self.refresh()

    def refresh(self) -> None:
        """Say how the network stands now."""
        builder = self._builder
        model, traced = builder.model, builder.trace
        self.setVisible(builder.is_open)
        if model is None or traced is None or not builder.is_open:
            return
        self.seed.set_values({"seed": model.seed})
        problems = traced.problems
        self.facts.setText("")
        if not problems:
            size = size_of(traced)
            self.facts.setText(
                tr("{parameters} parameters\n{work} multiply-adds",
                   parameters=f"{size.parameters:,}", work=large_number(size.multiply_adds))
            )  # fmt: skip
        words = ""
        if problems:
            count = len(problems)
            words = (tr("1 layer does not fit. The network before stays open.") if count == 1
                     else tr("{count} layers do not fit. The network before stays open.", count=count))  # fmt: skip
        elif builder.problem is not None:
            words = sentence(builder.problem)
        elif not is_worth_building(model):
            words = tr("Add a layer, and the network answers.")
        self.problem.setProperty("face", "refused" if problems or builder.problem is not None else "dim")
        self.problem.style().polish(self.problem)
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.show_problem.setVisible(bool(problems))

    def _step_button(self, icon_name: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(icon_name))
        button.setAccessibleName(text)
        kind(button, "tiny")
        return button

    @Slot()
    def _show_steps(self) -> None:
        stack = self._builder.undo_stack
        if not isValid(stack):  # at the very end it clears itself, and says so
            return
        self.undo.setEnabled(stack.canUndo())
        self.redo.setEnabled(stack.canRedo())
        undo, redo = stack.undoText(), stack.redoText()
        self.undo.setToolTip(tr("Undo: {what}", what=undo) + " (Ctrl+Z)" if undo else tr("Nothing to undo"))
        self.redo.setToolTip(tr("Redo: {what}", what=redo) + " (Ctrl+Shift+Z)" if redo else tr("Nothing to redo"))

    def _on_show_wanted(self) -> None:
        traced = self._builder.trace
        if traced is not None and traced.problems:
            self._builder.select(next(iter(traced.problems)))

    def _on_seed_changed(self, _name: str, value: Any) -> None:
        self._builder.set_seed(value, merge_key=self._merging.key("seed"))
