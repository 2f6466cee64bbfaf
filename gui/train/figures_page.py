"""How well, in figures: precision and recall of every class, ROC curves, and whether its certainty can be trusted."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from engine.network.training.afterwards import class_figures, confusion, reliability, roc
from engine.network.training.messages import Evaluated
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.train.tables import align_titles, make_rows
from gui.widgets.curve_plot import Curve, CurvePlot, Plot


class FiguresPage(QWidget):
    """A table and two plots; the selected class's ROC curve is drawn."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._found: Evaluated | None = None
        self.table = QTableWidget(0, 5)
        self.table.setHorizontalHeaderLabels([tr("Class"), tr("Pictures"), tr("Precision"), tr("Recall"), "F1"])
        for column, hint in (
            (2, tr("Of the pictures called this class, the share that is.")),
            (3, tr("Of the pictures of this class, the share that is found.")),
            (4, tr("The harmonic mean of both.")),
        ):
            title = self.table.horizontalHeaderItem(column)
            assert title is not None
            title.setToolTip(hint)
        align_titles(self.table)
        make_rows(self.table, name=tr("Figures of each class"))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, 5):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.roc, self.reliability = CurvePlot(appearance), CurvePlot(appearance)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 8)
        row.setSpacing(16)
        row.addWidget(self.table, 4)
        row.addWidget(self.roc, 3)
        row.addWidget(self.reliability, 3)
        self.table.currentCellChanged.connect(lambda at, *_rest: self._show_roc(at))

    def show_evaluated(self, found: Evaluated) -> None:
        """Show the figures of these answers."""
        self._found = found
        figures = class_figures(confusion(found.labels, found.probabilities))
        self.table.blockSignals(True)
        self.table.setRowCount(len(figures))
        for at, each in enumerate(figures):
            cells = (found.class_names[at], f"{each.count:,}", *map(_share, (each.precision, each.recall, each.f1)))
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                if column:
                    item.setFont(self._appearance.font("number"))
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(at, column, item)
        self.table.setCurrentCell(0, 0)
        self.table.blockSignals(False)
        self._show_roc(0)
        self._show_reliability()

    def _show_roc(self, at: int) -> None:
        found = self._found
        if found is None or not 0 <= at < len(found.class_names):
            return
        curve = roc(found.labels, found.probabilities, at)
        name = found.class_names[at]
        curves = []
        if curve is not None:
            words = tr("{name}, area {area}", name=name, area=f"{curve.area:.3f}")
            curves.append(Curve(words, curve.false_alarms, curve.found, "result"))
        self.roc.show_plot(
            Plot(title=tr("ROC"), x_title=tr("false alarms"), curves=curves, low=0.0, high=1.0, is_share=True,
                 has_diagonal=True, empty=tr("There are only pictures of one kind, so there is no curve."))
        )  # fmt: skip

    def _show_reliability(self) -> None:
        found = self._found
        if found is None:
            return
        result = reliability(found.labels, found.probabilities)
        x = np.array([each.confidence for each in result.bins])
        y = np.array([each.accuracy for each in result.bins])
        title = tr("How sure, and how often right: {error:.1%} apart", error=result.error)
        ideal = Curve("", np.array([0.0, 1.0]), np.array([0.0, 1.0]), "dim", is_dashed=True)
        self.reliability.show_plot(
            Plot(title=title, x_title=tr("certainty"), is_share=True, low=0.0, high=1.0,
                 curves=(ideal, Curve(tr("right"), x, y, "accent", has_points=True)))
        )  # fmt: skip


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.1%}"
