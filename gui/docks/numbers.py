"""Numbers beside the picture: formulas with the values filled in, what each stage costs, and which way was fastest."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from engine.imaging.report import Range, Report, report_of
from gui.aside import Question
from gui.background import Background
from gui.models.report import ReportModel
from gui.panel import Panel
from gui.session import SOURCE, Output, Session
from gui.text import tr, translated
from gui.theme.appearance import Appearance
from gui.widgets.flow import scrolling
from gui.widgets.labels import label
from gui.widgets.numbers import format_number


class NumbersDock(Panel):
    """On the left all stages with their costs, on the right the selected stage's arithmetic."""

    def __init__(
        self, session: Session, appearance: Appearance, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__("numbers", tr("Numbers"), "numbers", session, background, parent)
        self._model = ReportModel(appearance, self)
        self._table = QTableView()
        self._table.setModel(self._model)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._table.setShowGrid(False)
        self._table.verticalHeader().hide()
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._table.setAccessibleName(tr("Stages and what they cost"))
        self._table.clicked.connect(self._on_clicked)
        self._sizes = label(face="number", wraps=True, selectable=True)
        self._costs = label(face="number", wraps=True, selectable=True)
        self._route = label(wraps=True, selectable=True)
        self._ranges = label(face="number", wraps=True, selectable=True)
        details = QWidget()
        columns = QHBoxLayout(details)
        columns.setContentsMargins(12, 8, 12, 8)
        columns.setSpacing(16)
        figures = ((tr("Output size"), self._sizes), (tr("Cost"), self._costs))
        words = ((tr("Values"), self._ranges), (tr("Way to compute it"), self._route))
        for parts, share in ((figures, 1), (words, 1)):
            column = QVBoxLayout()
            column.setSpacing(4)
            for title, widget in parts:
                column.addWidget(label(title, face="section"))
                column.addWidget(widget)
                column.addSpacing(4)
            column.addStretch(1)
            columns.addLayout(column, share)
        page = QWidget()
        layout = QHBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._table, 2)
        layout.addWidget(scrolling(details), 3)
        self.set_page(page)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if index.row() < len(self.session.recipe.stages):
            self.session.select(index.row())

    def question(self, output: Output) -> Question | None:
        if not output.results:
            return None
        results, selected = output.results, self.session.selection
        return lambda: (report_of(results, selected), selected)

    def nothing(self, output: Output | None) -> tuple[str, str]:
        return tr("No stages yet"), tr("Add a stage on the left; what it costs is counted here.")

    def show_answer(self, answer: tuple[Report, int]) -> None:
        report, selected = answer
        self._model.set_report(report, selected)
        # The names of the stages take what the numbers leave over, which in large type is nothing.
        header = self._table.horizontalHeader()
        wanted = self._table.sizeHintForColumn(0) + sum(map(header.sectionSize, range(1, header.count())))
        self._table.setMinimumWidth(min(wanted + 2 * self._table.frameWidth() + 8, self.width() * 3 // 5))
        figures = report.figures
        if figures is None:
            self._sizes.setText(tr("Select a stage to see its formulas.") if selected == SOURCE else "–")
            self._costs.setText("–")
        else:
            self._sizes.setText("\n".join(f"{translated(each.title)}  {each}" for each in figures.sizes) or "–")
            lines = []
            if figures.parameters is not None:
                left = translated(figures.parameters.left)
                lines.append(tr("parameters  {left} = {count:,}", left=left, count=figures.parameters.result))
            if figures.multiply_adds:
                lines.append(tr("mult-adds   {count:,}", count=figures.multiply_adds))
            self._costs.setText("\n".join(lines) or "–")
        self._route.setText(_route_text(report))
        self._ranges.setText(
            "\n".join(
                _range_text(name, each)
                for name, each in ((tr("in "), report.before), (tr("out"), report.after))
                if each
            )
            or "–"
        )


def _route_text(report: Report) -> str:
    route = report.route
    if route is None:
        return "–"
    parts = [translated(text, **dict(route.values)) for text in (route.reason, route.arrangement_reason) if text]
    return " ".join(parts)


def _range_text(name: str, each: Range) -> str:
    text = tr(
        "{name} {low} … {high}, mean {mean}, zeros {zeros:.0%}",
        name=name, low=format_number(each.minimum, 7), high=format_number(each.maximum, 7),
        mean=format_number(each.mean, 7), zeros=each.zeros,
    )  # fmt: skip
    return text + (tr(", {count} not finite", count=each.non_finite) if each.non_finite else "")
