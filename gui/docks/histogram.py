"""How often each value occurs, before and after the selected stage."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.imaging.histogram import Histogram, histogram
from gui.aside import Question
from gui.background import Background
from gui.panel import Panel
from gui.session import SOURCE, Output, Session
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.histogram_plot import HistogramPlot
from gui.widgets.labels import label
from gui.widgets.numbers import format_number

COLOURS = ("refused", "result", "input")  # stand for red, green and blue, and can be told apart by everybody


class HistogramDock(Panel):
    """The histogram of what goes into the selected stage beside that of what comes out."""

    def __init__(
        self, session: Session, appearance: Appearance, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__("histogram", tr("Histogram"), "histogram", session, background, parent)
        self._before = _Side(appearance, tr("Before"), "input")
        self._after = _Side(appearance, tr("After"), "result")
        page = QWidget()
        layout = QHBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._before, 1)
        layout.addWidget(self._after, 1)
        self.set_page(page)

    def question(self, output: Output) -> Question | None:
        index = self.session.selection
        before, after = output.image_before(index), None if index == SOURCE else output.image_after(index)
        if before is None:
            return None
        return lambda: (histogram(before), None if after is None else histogram(after))

    def show_answer(self, answer: tuple[Histogram, Histogram | None]) -> None:
        before, after = answer
        self._before.show_histogram(before)
        self._after.setVisible(after is not None)
        if after is not None:
            self._after.show_histogram(after)


class _Side(QWidget):
    """A plot with a title and the figures of its values."""

    def __init__(self, appearance: Appearance, title: str, role: str) -> None:
        super().__init__()
        self._role = role
        self._plot = HistogramPlot(appearance)
        self._plot.setAccessibleName(tr("Histogram, {side}", side=title))
        self._figures = label(face="number_caption")
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 0)
        head.addWidget(label(title, face="section"))
        head.addStretch(1)
        head.addWidget(self._figures)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._plot, 1)

    def show_histogram(self, found: Histogram) -> None:
        """Show these counts; three channels in their colours."""
        if len(found.counts) == 3:
            names = (tr("red"), tr("green"), tr("blue"))
            self._plot.set_counts(found.counts, found.edges, roles=COLOURS, names=names)
        else:
            self._plot.set_counts(found.counts.sum(axis=0), found.edges, roles=(self._role,))
        text = tr(
            "{low} … {high} · mean {mean} · zeros {zeros:.0%}",
            low=format_number(found.minimum, 7), high=format_number(found.maximum, 7),
            mean=format_number(found.mean, 7), zeros=found.zeros,
        )  # fmt: skip
        self._figures.setText(text)
