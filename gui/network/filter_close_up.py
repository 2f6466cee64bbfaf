"""One filter large: a kernel with every number written out, and what else is known of the filter."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from gui.network.filter_pictures import FilterPictures
from gui.network.filter_words import figure_lines, input_words, origin_words, shape_words, title_words
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.labels import label
from gui.widgets.number_grid import NumberGrid
from gui.widgets.numbers import full_number
from gui.widgets.parameter_editors import indented

FACTS, NUMBERS = 256, 200
CELL, NARROW_CELL, LOWEST_CELL = 48, 40, 21
"""Widths and height of a cell in which a number can be read; what does not fit into the panel is scrolled to."""
BLOCK, BLOCK_COLUMNS = 64, 8
"""Numbers of a row that are shown at a time, and in how many columns."""
MOST_COLUMNS, SCROLL_BAR = 12, 12


class FilterCloseUp(QWidget):
    """Shows the kernel for one input map; of a row of numbers, those around it.

    Signals:
        input_changed(int): the user chose another input map.
    """

    input_changed = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._pictures: FilterPictures | None = None
        self.numbers = NumberGrid(appearance, role="kernel")
        self.numbers.set_largest_cell(1.5)
        self.numbers.set_tooltip_source(self._words)
        self._scroll = _scrolling(self.numbers)
        self.title, self.whose = label(face="title", wraps=True), label(face="number_caption", wraps=True)
        self.input = QSpinBox()
        self.input.setAccessibleName(tr("Input map"))
        self.input.setToolTip(tr("A filter has a kernel for each map before it. Which one is written out, and drawn?"))
        self.input.setPrefix(tr("input map") + " ")
        indented(self.input)
        self.figures = label(face="number_caption", wraps=True, selectable=True)
        self.figures.setTextFormat(Qt.TextFormat.RichText)
        self.remark = label(face="caption", wraps=True)
        self._facts = self._made_facts()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._scroll)
        row.addWidget(self._facts)
        self.input.valueChanged.connect(self._on_input_changed)
        appearance.changed.connect(self._on_appearance_changed)
        self._measure()

    def show_filter(self, pictures: FilterPictures, shown_input: int, *, is_random: bool) -> None:
        """Show the filter that these pictures hold whole."""
        self._pictures = pictures
        weights = pictures.weights
        inputs = weights.shape[1] if weights.is_row else weights.shape[2]
        self.input.blockSignals(True)
        self.input.setRange(0, inputs - 1)
        self.input.setValue(shown_input)
        self.input.setSuffix(" " + tr("of {count}", count=f"{inputs:,}"))
        self.input.blockSignals(False)
        self.input.setVisible(inputs > 1)
        self._show_numbers()
        self.title.setText(title_words(weights))
        self.whose.setText(shape_words(weights))
        self._show_figures()
        words = [origin_words(weights)]
        if is_random:
            words.append(tr("The weights are random: this network has not been trained."))
        if len(weights.shown) < weights.count:
            words.append(
                tr("Drawn are the filters {first} to {last}; choose another map to see those around it.",
                   first=f"{weights.shown.start:,}", last=f"{weights.shown.stop - 1:,}")
            )  # fmt: skip
        self.remark.setText(" ".join(each for each in words if each))

    def text(self) -> str:
        """The numbers that are written out, tab-separated, with all their digits."""
        mask = self.numbers.padding_mask()
        lines = [
            "\t".join(f"{value:.9g}" for value, is_beyond in zip(row, beyond, strict=True) if not is_beyond)
            for row, beyond in zip(self.numbers.values().tolist(), mask.tolist(), strict=True)
        ]
        return "\n".join(lines) + "\n"

    def _made_facts(self) -> QScrollArea:
        facts = QWidget()
        column = QVBoxLayout(facts)
        column.setContentsMargins(4, 8, 12, 8)
        column.setSpacing(4)
        for each in (self.title, self.whose, self.input, self.figures, self.remark):
            if isinstance(each, QLabel):
                # Wrapped words would else ask for the height that they would need in a narrow column.
                each.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            column.addWidget(each)
        column.addStretch(1)
        area = _scrolling(facts)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _show_numbers(self) -> None:
        assert self._pictures is not None
        weights, whole, chosen = self._pictures.weights, self._pictures.whole, self.input.value()
        if not weights.is_row:
            self.numbers.set_values(whole[..., chosen], tints=True)
            of = input_words(weights, chosen)
            self.numbers.set_caption(tr("filter {filter}, {input}", filter=weights.filter, input=of))
            self._measure()
            return
        first = chosen // BLOCK * BLOCK
        block = whole[0, first : first + BLOCK, 0]
        columns = min(BLOCK_COLUMNS, len(block))
        values = np.zeros(-(-len(block) // columns) * columns, np.float32)
        values[: len(block)] = block
        beyond = np.arange(len(values)) >= len(block)
        self.numbers.set_values(
            values.reshape(-1, columns), mask=beyond.reshape(-1, columns), tints=True,
            highlight=divmod(chosen - first, columns),
        )  # fmt: skip
        self.numbers.set_caption(
            tr("numbers {first} to {last} of filter {filter}", first=first, last=first + len(block) - 1,
               filter=weights.filter)
        )  # fmt: skip
        self._measure()

    def _show_figures(self) -> None:
        if self._pictures is None:
            return
        lines = []
        for text, role in figure_lines(self._pictures.weights, self._pictures.whole):
            lines.append(f"<span style='color: {self._appearance.colour(role).name()}'>{text}</span>" if role else text)
        self.figures.setText("<br>".join(lines))

    def _words(self, row: int, column: int) -> str:
        value = full_number(self.numbers.values()[row, column])
        if self._pictures is not None and self._pictures.weights.is_row:
            number = self.input.value() // BLOCK * BLOCK + row * self.numbers.values().shape[1] + column
            return tr("input map {number}: {value}", number=number, value=value)
        return tr("row {row}, column {column}: {value}", row=row, column=column, value=value)

    def _on_input_changed(self, index: int) -> None:
        if self._pictures is not None:
            self._show_numbers()
        self.input_changed.emit(index)

    def _measure(self) -> None:
        scale = self._appearance.control_height / 28
        self._facts.setFixedWidth(round(FACTS * scale))
        rows, columns = self.numbers.values().shape
        cell = CELL if columns <= BLOCK_COLUMNS else NARROW_CELL
        self._scroll.setFixedWidth(round((max(NUMBERS, min(columns, MOST_COLUMNS) * cell) + SCROLL_BAR) * scale))
        caption = self._appearance.font_height("caption") + 12
        self.numbers.setMinimumSize(round(columns * NARROW_CELL * scale), round(rows * LOWEST_CELL * scale) + caption)

    def _on_appearance_changed(self) -> None:
        self._measure()
        self._show_figures()


def _scrolling(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(widget)
    return area
