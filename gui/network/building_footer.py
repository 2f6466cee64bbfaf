"""Below the list of layers while a network is built: what it costs, what does not fit, and the seed of its weights."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from engine.network.budget import size_of
from engine.network.built import SEED
from engine.network.drafting import is_worth_building
from gui.docks.settings.merging import Merging
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
        for each in (self.facts, self.problem, self.show_problem, self.seed):
            inner.addWidget(each)
        column.addLayout(inner)
        builder.changed.connect(self.refresh)
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
        self.facts.setVisible(not problems)
        if not problems:
            size = size_of(traced)
            self.facts.setText(
                tr("{parameters} parameters\n{work} multiply-adds",
                   parameters=f"{size.parameters:,}", work=f"{size.multiply_adds:,}")
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

    def _on_show_wanted(self) -> None:
        traced = self._builder.trace
        if traced is not None and traced.problems:
            self._builder.select(next(iter(traced.problems)))

    def _on_seed_changed(self, _name: str, value: Any) -> None:
        self._builder.set_seed(value, merge_key=self._merging.key("seed"))
